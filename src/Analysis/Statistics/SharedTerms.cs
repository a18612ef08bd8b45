using System.Collections.Immutable;
using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Statistics;

/// <summary>The terms that name a group of comments: what many of its comments have and few others.</summary>
/// <remarks>
/// Keyness alone does not care how many have a term: two of sixteen are enough where nobody else has it. Here it is weighted by how far having the
/// term and belonging to the group are one, and what too few have is left out. See docs/methods/clusters.md.
/// </remarks>
public static class SharedTerms
{
    // Members that must have a term: a quarter, five at most, though never less than a twentieth. Where even the most common telling term
    // is rarer, three quarters of its members.
    private const double LeastShare = 0.25;
    private const double LeastShareOfMany = 0.05;
    private const double MostNeeded = 5;
    private const double NearlyAsMany = 0.75;

    // A verb or an adjective names a thing half as well as a noun.
    private const double Predicate = 0.5;
    private const int Decimals = 6;

    /// <summary>The terms, the best name first.</summary>
    /// <param name="corpus">All comments.</param>
    /// <param name="within">By term in how many of the group's comments it is.</param>
    /// <param name="members">Numbers of the group's comments, each once.</param>
    /// <param name="most">Most terms, at least 0.</param>
    /// <returns>
    /// By keyness times the root of F1 = 2·inside/(inside + members + outside), half of it for verbs and adjectives; of equals first the one that
    /// more of the comments without any term so far have, then the longer form, the order of the keys. None holds or is part of another.
    /// Only where no term has a keyness of 3.84 is a smaller one enough.
    /// </returns>
    public static ImmutableArray<string> Of(TokenizedCorpus corpus, IReadOnlyList<int> within, IReadOnlyCollection<int> members, int most)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(within);
        ArgumentNullException.ThrowIfNull(members);
        var candidates = KeyTerms.Candidates(corpus, within, members.Count).ToList();
        candidates = candidates.Exists(c => KeyTerms.IsTelling(c.Keyness)) ? candidates.FindAll(c => KeyTerms.IsTelling(c.Keyness)) : candidates;
        var needed = Math.Min(
            Math.Max(Math.Min(LeastShare * members.Count, MostNeeded), LeastShareOfMany * members.Count),
            NearlyAsMany * candidates.Select(c => c.Keyness.Inside).DefaultIfEmpty().Max());
        var left = candidates
            .Where(c => c.Keyness.Inside >= needed)
            .Select(c => (Number: c.Term, Term: corpus.Terms[c.Term], Score: Score(corpus.Terms[c.Term], c.Keyness)))
            .OrderByDescending(c => c.Score)
            .ToList();
        var taken = new HashSet<int>();
        var chosen = ImmutableArray.CreateBuilder<string>();
        while (left.Count > 0 && chosen.Count < most)
        {
            var equals = left.TakeWhile(c => c.Score == left[0].Score).ToList();
            var reached = equals.Count == 1 ? [] : Reached(corpus, members, taken, equals.Select(c => c.Number));
            var next = equals
                .OrderByDescending(c => reached.GetValueOrDefault(c.Number))
                .ThenByDescending(c => c.Term.Display.Length)
                .ThenBy(c => c.Term.Display, StringComparer.Ordinal)
                .ThenBy(c => c.Term.Key, StringComparer.Ordinal)
                .First();
            chosen.Add(next.Term.Display);
            taken.Add(next.Number);
            left.RemoveAll(c => KeyTerms.Overlap(c.Term.Display, next.Term.Display));
        }

        return chosen.ToImmutable();
    }

    private static double Score(Term term, Keyness keyness) => Math.Round(
        keyness.Score * Math.Sqrt(2.0 * keyness.Inside / (keyness.Inside + keyness.InsideOf + keyness.Outside)) * (term.IsPredicate ? Predicate : 1), Decimals);

    // In how many of some comments that have none of the terms taken each of some terms is.
    private static Dictionary<int, int> Reached(TokenizedCorpus corpus, IReadOnlyCollection<int> comments, HashSet<int> taken, IEnumerable<int> terms)
    {
        var counts = terms.ToDictionary(t => t, _ => 0);
        var own = new HashSet<int>();
        foreach (var comment in comments)
        {
            own.Clear();
            foreach (ref readonly var use in corpus.Comments[comment].Terms.AsSpan())
            {
                own.Add(use.Term);
            }

            if (!own.Overlaps(taken))
            {
                foreach (var term in own.Where(counts.ContainsKey))
                {
                    counts[term]++;
                }
            }
        }

        return counts;
    }
}
