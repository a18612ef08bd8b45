using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Themes.Clusters;

/// <summary>Which words share kanji: 食事, 朝食 and 食べる; what few comments are too few to tell, the writing tells.</summary>
internal static class KanjiSimilarity
{
    /// <summary>The cosine of two words' kanji, a kanji of n words weighing n^(−1/4): that of many words tells little.</summary>
    /// <param name="words">The words, each once.</param>
    /// <returns>Words × words, symmetric, zero on the diagonal, values from 0 to 1.</returns>
    public static SparseMatrix Of(IReadOnlyList<string> words)
    {
        var numbers = new Dictionary<char, int>();
        var wordsOf = new List<List<int>>();
        for (var word = 0; word < words.Count; word++)
        {
            foreach (var kanji in words[word].Where(KanjiSkeleton.IsKanji).Distinct())
            {
                if (numbers.TryAdd(kanji, wordsOf.Count))
                {
                    wordsOf.Add([]);
                }

                wordsOf[numbers[kanji]].Add(word);
            }
        }

        var lengths = new double[words.Count];
        foreach (var own in wordsOf)
        {
            own.ForEach(word => lengths[word] += Weight(own));
        }

        Dictionary<int, double>[] rows = [.. words.Select(_ => new Dictionary<int, double>())];
        foreach (var own in wordsOf)
        {
            foreach (var word in own)
            {
                foreach (var other in own.Where(other => other != word))
                {
                    rows[word][other] = rows[word].GetValueOrDefault(other) + (Weight(own) / Math.Sqrt(lengths[word] * lengths[other]));
                }
            }
        }

        return SparseMatrix.Of(words.Count, rows);
    }

    // The square of what a kanji weighs.
    private static double Weight(List<int> words) => 1 / Math.Sqrt(words.Count);
}
