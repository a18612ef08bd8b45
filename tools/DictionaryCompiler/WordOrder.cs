namespace FeedbackLab.DictionaryCompiler;

/// <summary>Numbers the words anew, those of frequent surfaces first: what texts need of them then shares few cache lines.</summary>
internal static class WordOrder
{
    // Word costs are −log of probabilities; MeCab scales them by this factor (Kudo 2004, cost-factor).
    private const double CostFactor = 700;

    /// <summary>How often a word is met, against others.</summary>
    public static double Weight(Word word) => Math.Exp(-word.Cost / CostFactor);

    /// <summary>The words by surface, the frequent ones first; those of a surface stay in their order.</summary>
    /// <returns>The words, and the surfaces in UTF-16 order, each with its first word.</returns>
    public static (List<Word> Words, List<TrieKey> Surfaces) ByFrequency(IReadOnlyList<Word> words)
    {
        var ordered = new List<Word>(words.Count);
        var surfaces = new List<TrieKey>();
        foreach (var surface in words.GroupBy(w => w.Surface, StringComparer.Ordinal)
            .Select(g => (Text: g.Key, Words: g.ToList(), Weight: g.Sum(Weight)))
            .OrderByDescending(s => s.Weight).ThenBy(s => s.Text, StringComparer.Ordinal))
        {
            surfaces.Add(new TrieKey(surface.Text, ordered.Count, surface.Weight));
            ordered.AddRange(surface.Words);
        }

        surfaces.Sort((a, b) => string.CompareOrdinal(a.Text, b.Text));
        return (ordered, surfaces);
    }
}
