using System.Collections.Immutable;
using FeedbackLab.Analysis.Search.Contexts;

namespace FeedbackLab.Analysis.Networks;

/// <summary>Makes the network of the words that stand in the same comments.</summary>
public static class CooccurrenceNetwork
{
    // Words of one comment alone go together by nothing but that comment.
    private const int LeastBoth = 2;
    private const double Aspect = 1.25;

    /// <summary>The network of some comments.</summary>
    /// <param name="hits">The comments with their words.</param>
    /// <param name="words">How many words are looked at, the most frequent first (by comments); words of the template, and words that all
    /// comments have, are left out.</param>
    /// <param name="edges">How many pairs are kept, the strongest by Jaccard first; ties by comments with both, then ordinal order.</param>
    /// <param name="fewest">How many respondents at least use a word, and both words of a pair; comments where no respondent is known.</param>
    /// <param name="keeps">Which words are looked at, by their key; null for all.</param>
    public static TermNetwork Of(IReadOnlyList<HitContext> hits, int words = 60, int edges = 60, int fewest = 0, Func<string, bool>? keeps = null)
    {
        ArgumentNullException.ThrowIfNull(hits);
        ArgumentOutOfRangeException.ThrowIfNegative(words);
        ArgumentOutOfRangeException.ThrowIfNegative(edges);
        var isNobodyKnown = hits.All(h => h.Comment.Respondent is null);
        int Speakers(IEnumerable<int> comments) => isNobodyKnown
            ? comments.Count()
            : comments.Select(c => hits[c].Comment.Respondent).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        var (keys, uses, forms) = Frequent(hits, words, (key, comments) => (keeps is null || keeps(key)) && (fewest == 0 || Speakers(comments) >= fewest));
        var strongest = Pairs(keys, uses)
            .Where(p => fewest == 0 || Speakers(uses[p.First].Intersect(uses[p.Second])) >= fewest)
            .OrderByDescending(p => p.Jaccard).ThenByDescending(p => p.Both).ThenBy(p => p.First).ThenBy(p => p.Second)
            .Take(edges).ToList();
        int[] kept = [.. strongest.SelectMany(p => new[] { p.First, p.Second }).Distinct().Order()];
        var number = kept.Select((word, i) => (word, i)).ToDictionary(k => k.word, k => k.i);
        ImmutableArray<TermEdge> found = [.. strongest.Select(p => new TermEdge(number[p.First], number[p.Second], p.Both, p.Jaccard))];
        var graph = Graph.Of(kept.Length, found.Select(e => (e.First, e.Second, e.Jaccard)));
        var communities = Leiden.Communities(graph);
        var centrality = Betweenness.Of(graph);
        var places = StressLayout.Of(graph, Aspect);
        return new TermNetwork(
            [
                .. kept.Select((word, i) => new TermNode(
                    keys[word],
                    forms.Of(keys[word]),
                    uses[word].Count,
                    uses[word].Select(u => hits[u].Comment.AskedRespondent).OfType<string>().Distinct(StringComparer.Ordinal).Count(),
                    communities[i],
                    centrality[i],
                    places[i].X,
                    places[i].Y)),
            ],
            found,
            hits.Count);
    }

    private static (string[] Keys, List<int>[] Uses, TermForms Forms) Frequent(IReadOnlyList<HitContext> hits, int words, Func<string, List<int>, bool> keeps)
    {
        var uses = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var forms = new TermForms();
        for (var i = 0; i < hits.Count; i++)
        {
            foreach (var term in hits[i].Terms.Where(t => !t.IsCompound && !t.IsTemplate))
            {
                forms.Add(term);
                if (!uses.TryGetValue(term.Key, out var comments))
                {
                    uses.Add(term.Key, comments = []);
                }

                if (comments.Count == 0 || comments[^1] != i)
                {
                    comments.Add(i);
                }
            }
        }

        var frequent = uses
            .Where(u => u.Value.Count >= LeastBoth && u.Value.Count < hits.Count && keeps(u.Key, u.Value))
            .OrderByDescending(u => u.Value.Count).ThenBy(u => u.Key, StringComparer.Ordinal)
            .Take(words).ToList();
        return ([.. frequent.Select(f => f.Key)], [.. frequent.Select(f => f.Value)], forms);
    }

    private static IEnumerable<(int First, int Second, int Both, double Jaccard)> Pairs(string[] keys, List<int>[] uses)
    {
        var both = new Dictionary<(int, int), int>();
        var byComment = new SortedDictionary<int, List<int>>();
        for (var word = 0; word < keys.Length; word++)
        {
            foreach (var comment in uses[word])
            {
                if (!byComment.TryGetValue(comment, out var words))
                {
                    byComment.Add(comment, words = []);
                }

                words.Add(word);
            }
        }

        foreach (var words in byComment.Values)
        {
            for (var i = 0; i < words.Count; i++)
            {
                for (var j = i + 1; j < words.Count; j++)
                {
                    both[(words[i], words[j])] = both.GetValueOrDefault((words[i], words[j])) + 1;
                }
            }
        }

        return both
            .Where(b => b.Value >= LeastBoth)
            .Select(b => (b.Key.Item1, b.Key.Item2, b.Value, (double)b.Value / (uses[b.Key.Item1].Count + uses[b.Key.Item2].Count - b.Value)));
    }
}
