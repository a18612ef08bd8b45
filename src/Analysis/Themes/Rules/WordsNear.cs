using System.Numerics;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Themes.Rules;

/// <summary>Finds words that stand near each other.</summary>
internal static class WordsNear
{
    /// <summary>For each use of the first word that stands in a match, the stretch from the match's first word to its last.</summary>
    /// <remarks>
    /// A match of <c>seq</c> takes each word behind the one before. A match of <c>near</c> takes one use of each word, whatever their order, so
    /// that from one to the next in the text it is nowhere farther than the distance: the order in which a rule lists its words does not decide
    /// whether there is one.
    /// </remarks>
    public static IEnumerable<TextSpan> Find(NearRule rule, RuleUnit unit)
    {
        var places = rule.Words.Select(w => unit.PlacesOf(NormalizedText.Of(w).Text)).ToList();
        if (places.Exists(p => p.Count == 0))
        {
            yield break;
        }

        var taken = new int[places.Count];
        foreach (var first in places[0])
        {
            taken[0] = first;
            if (rule.InOrder ? Behind(rule, unit, places, taken, 1) : Around(rule, unit, places, taken))
            {
                yield return new TextSpan(taken.Min(i => unit.Words[i].Span.Start), taken.Max(i => unit.Words[i].Span.End));
            }
        }
    }

    // Each next word behind the one before; the nearest is tried first.
    private static bool Behind(NearRule rule, RuleUnit unit, List<IReadOnlyList<int>> places, int[] taken, int next)
    {
        if (next == places.Count)
        {
            return true;
        }

        var before = taken[next - 1];
        foreach (var place in places[next].Where(p => p > before))
        {
            if (rule.Distance > 0 && place - before > rule.Distance)
            {
                return false;
            }

            taken[next] = place;
            if (Shares(rule.Within, unit.Words[place], unit.Words[before]) && Behind(rule, unit, places, taken, next + 1))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Around(NearRule rule, RuleUnit unit, List<IReadOnlyList<int>> places, int[] taken)
    {
        var first = unit.Words[taken[0]];
        var near = places.ConvertAll(p => p.Where(i => Shares(rule.Within, unit.Words[i], first)).ToList());
        var distance = rule.Distance > 0 ? rule.Distance : unit.Words.Length;
        return !IsApart(near, taken[0], distance) && Grown(near, distance, (taken[0], taken[0]), BigInteger.One, taken, []);
    }

    // Whether a word is out of reach even where all uses of all words may be taken: no match then, however they are tried.
    private static bool IsApart(List<List<int>> places, int first, int distance)
    {
        var (from, to) = (first, first);
        List<int> all = [.. places.SelectMany(p => p).Order()];
        foreach (var place in all.Where(p => p > first))
        {
            to = place - to <= distance ? place : to;
        }

        foreach (var place in all.Where(p => p < first).Reverse())
        {
            from = from - place <= distance ? place : from;
        }

        return places.Exists(p => !p.Exists(i => i >= from && i <= to));
    }

    // What has been taken has no gap wider than the distance, so that only its two ends and the words left decide what can still be reached.
    private static bool Grown(
        List<List<int>> places, int distance, (int From, int To) ends, BigInteger done, int[] taken, HashSet<(int From, int To, BigInteger Done)> tried)
    {
        if (done == (BigInteger.One << places.Count) - 1)
        {
            return true;
        }

        if (!tried.Add((ends.From, ends.To, done)))
        {
            return false;
        }

        var left = Enumerable.Range(0, places.Count).Where(w => !IsDone(w)).ToList();
        var used = Enumerable.Range(0, places.Count).Where(IsDone).Select(w => taken[w]).ToHashSet();
        var next = left.SelectMany(w => places[w].Where(p => Far(p) <= distance && !used.Contains(p)).Select(p => (Word: w, Place: p))).ToList();
        foreach (var (word, place) in next.OrderBy(n => Far(n.Place)).ThenBy(n => n.Place))
        {
            taken[word] = place;
            if (Grown(places, distance, (Math.Min(ends.From, place), Math.Max(ends.To, place)), done | (BigInteger.One << word), taken, tried))
            {
                return true;
            }
        }

        return false;

        bool IsDone(int word) => !((done >> word) & BigInteger.One).IsZero;

        int Far(int place) => Math.Max(0, Math.Max(ends.From - place, place - ends.To));
    }

    private static bool Shares(RuleReach reach, RuleWord one, RuleWord other) => reach switch
    {
        RuleReach.Sentence => one.Sentence == other.Sentence,
        RuleReach.Paragraph => one.Paragraph == other.Paragraph,
        _ => true,
    };
}
