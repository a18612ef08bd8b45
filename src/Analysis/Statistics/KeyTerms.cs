using System.Collections.Immutable;
using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Statistics;

/// <summary>The terms that set some comments apart from the others.</summary>
public static class KeyTerms
{
    // The 5 % point of chi-squared with one degree of freedom: under it a difference is easily chance.
    private const double Telling = 3.84;

    // A label needs two terms, even where none is telling.
    private const int Fewest = 2;

    /// <summary>Terms by keyness, as people write them: nouns first, then verbs and adjectives, strongest first.</summary>
    /// <param name="corpus">All comments.</param>
    /// <param name="inside">Whether a comment belongs to the group, one entry a comment.</param>
    /// <param name="most">Most terms, at least 0.</param>
    /// <returns>
    /// Terms that are more common inside, without template words and without terms that are part of a stronger one or hold it;
    /// ties: more comments inside, the longer form, ordinal order. In a group of three or more a term must be in two of its comments.
    /// A keyness under 3.84 (chance would do it once in twenty) is given only to make up two terms.
    /// </returns>
    public static ImmutableArray<KeyTerm> Of(TokenizedCorpus corpus, IReadOnlyList<bool> inside, int most)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(inside);
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        var counts = Within(corpus, [.. inside.Select(i => i ? 0 : -1)], 1);
        return Of(corpus, counts.Within[0], counts.Members[0], most);
    }

    /// <summary>The same of a group known by its members: the time goes with their number, not with that of all comments.</summary>
    /// <param name="corpus">All comments.</param>
    /// <param name="group">Numbers of the group's comments, each once.</param>
    /// <param name="most">Most terms, at least 0.</param>
    public static ImmutableArray<KeyTerm> Of(TokenizedCorpus corpus, ImmutableArray<int> group, int most)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        var within = new int[corpus.Terms.Length];
        var seen = new int[corpus.Terms.Length];
        foreach (var member in group)
        {
            foreach (ref readonly var use in corpus.Comments[member].Terms.AsSpan())
            {
                if (seen[use.Term] != member + 1)
                {
                    seen[use.Term] = member + 1;
                    within[use.Term]++;
                }
            }
        }

        return Of(corpus, within, group.Length, most);
    }

    /// <summary>By group and term in how many of the group's comments it is, and how many comments each group has.</summary>
    /// <param name="corpus">All comments.</param>
    /// <param name="group">By comment the number of its group; −1 where it has none.</param>
    /// <param name="groups">How many groups.</param>
    public static (int[][] Within, int[] Members) Within(TokenizedCorpus corpus, IReadOnlyList<int> group, int groups)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(group);
        int[][] within = [.. Enumerable.Range(0, groups).Select(_ => new int[corpus.Terms.Length])];
        var members = new int[groups];
        var seen = new int[corpus.Terms.Length];
        for (var i = 0; i < corpus.Comments.Length; i++)
        {
            if (group[i] >= 0)
            {
                members[group[i]]++;
                var own = within[group[i]];
                foreach (ref readonly var use in corpus.Comments[i].Terms.AsSpan())
                {
                    if (seen[use.Term] != i + 1)
                    {
                        seen[use.Term] = i + 1;
                        own[use.Term]++;
                    }
                }
            }
        }

        return (within, members);
    }

    /// <summary>As above, from counts.</summary>
    /// <param name="corpus">All comments.</param>
    /// <param name="within">By term in how many of the group's comments it is.</param>
    /// <param name="members">How many comments the group has.</param>
    /// <param name="most">Most terms, at least 0.</param>
    /// <param name="least">In how many of the group's comments a term must be; null for two in a group of three or more, else one.</param>
    public static ImmutableArray<KeyTerm> Of(TokenizedCorpus corpus, IReadOnlyList<int> within, int members, int most, int? least = null)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(within);
        var (telling, rest) = (new List<(Term Term, Keyness Keyness)>(), new List<(Term Term, Keyness Keyness)>());
        foreach (var (t, keyness) in Candidates(corpus, within, members, least))
        {
            (IsTelling(keyness) ? telling : rest).Add((corpus.Terms[t], keyness));
        }

        var chosen = ImmutableArray.CreateBuilder<KeyTerm>();
        Choose(telling, most, chosen);
        Choose(rest, Math.Min(most, Fewest), chosen);
        return chosen.ToImmutable();
    }

    /// <summary>Terms that are more common inside and can be told: no template words, nothing of one kana.</summary>
    /// <param name="corpus">All comments.</param>
    /// <param name="within">By term in how many of the group's comments it is.</param>
    /// <param name="members">How many comments the group has.</param>
    /// <param name="least">As above.</param>
    /// <returns>Numbers of the terms, ascending, with their keyness.</returns>
    internal static IEnumerable<(int Term, Keyness Keyness)> Candidates(TokenizedCorpus corpus, IReadOnlyList<int> within, int members, int? least = null)
    {
        var fewest = least ?? (members >= 3 ? 2 : 1);
        var others = corpus.Comments.Length - members;
        for (var t = 0; t < within.Count; t++)
        {
            var term = corpus.Terms[t];
            var outside = term.Comments - within[t];
            if (within[t] >= fewest && !term.IsTemplate && (double)within[t] * others > (double)outside * members && SaysSomething(term.Display)
                && Keyness.Of(within[t], members, outside, others) is { Score: > 0 } keyness)
            {
                yield return (t, keyness);
            }
        }
    }

    /// <summary>Whether chance would give such a keyness less than once in twenty.</summary>
    /// <param name="keyness">The keyness.</param>
    internal static bool IsTelling(Keyness keyness) => keyness.Score >= Telling;

    /// <summary>Whether one of two terms stands in the other.</summary>
    /// <param name="one">A term.</param>
    /// <param name="other">Another.</param>
    internal static bool Overlap(string one, string other) => Holds(one, other) || Holds(other, one);

    // Adds the first of some terms that neither hold one chosen nor stand in one, until there are so many.
    private static void Choose(List<(Term Term, Keyness Keyness)> ranked, int most, ImmutableArray<KeyTerm>.Builder chosen)
    {
        if (chosen.Count >= most)
        {
            return;
        }

        ranked.Sort(Compare);
        foreach (var (term, keyness) in ranked)
        {
            if (!chosen.Any(c => Overlap(c.Text, term.Display)))
            {
                chosen.Add(new KeyTerm(term.Display, keyness));
                if (chosen.Count == most)
                {
                    return;
                }
            }
        }
    }

    // Nouns, then the highest score, the most comments inside, the longest form, the order of the keys.
    private static int Compare((Term Term, Keyness Keyness) one, (Term Term, Keyness Keyness) other)
    {
        var order = one.Term.IsPredicate.CompareTo(other.Term.IsPredicate);
        order = order != 0 ? order : other.Keyness.Score.CompareTo(one.Keyness.Score);
        order = order != 0 ? order : other.Keyness.Inside.CompareTo(one.Keyness.Inside);
        order = order != 0 ? order : other.Term.Display.Length.CompareTo(one.Term.Display.Length);
        order = order != 0 ? order : string.CompareOrdinal(one.Term.Display, other.Term.Display);
        return order != 0 ? order : string.CompareOrdinal(one.Term.Key, other.Term.Key);
    }

    private static bool Holds(string whole, string part) => whole.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static bool SaysSomething(string text) => text.Length > 1 || (text.Length == 1 && KanjiSkeleton.IsKanji(text[0]));
}

/// <summary>A term with its keyness.</summary>
/// <param name="Text">As people write it.</param>
/// <param name="Keyness">Its score and the counts behind it.</param>
public sealed record KeyTerm(string Text, Keyness Keyness);
