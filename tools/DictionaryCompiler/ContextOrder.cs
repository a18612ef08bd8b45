namespace FeedbackLab.DictionaryCompiler;

/// <summary>Numbers the contexts anew, those of frequent words first: their connection costs then share few cache lines.</summary>
internal static class ContextOrder
{
    // Low ids have meanings of their own (beginning and end, the user's words, letters).
    private const int Fixed = 6;

    /// <summary>The same dictionary with new context ids.</summary>
    public static Ipadic ByFrequency(Ipadic dictionary)
    {
        var weights = new double[dictionary.Rows];
        foreach (var word in dictionary.Words)
        {
            weights[word.RightId] += WordOrder.Weight(word);
        }

        var old = Enumerable.Range(0, Fixed)
            .Concat(Enumerable.Range(Fixed, weights.Length - Fixed).OrderByDescending(id => weights[id]).ThenBy(id => id))
            .ToArray();
        var renumbered = new int[old.Length];
        for (var id = 0; id < old.Length; id++)
        {
            renumbered[old[id]] = id;
        }

        Word Renumber(Word word) => word with { LeftId = renumbered[word.LeftId], RightId = renumbered[word.RightId] };
        return dictionary with
        {
            Words = [.. dictionary.Words.Select(Renumber)],
            Unknown = [.. dictionary.Unknown.Select(entries => entries.Select(Renumber).ToList())],
            Connections = [.. old.SelectMany(right => old.Select(left => dictionary.Connections[(right * dictionary.Columns) + left]))],
        };
    }
}
