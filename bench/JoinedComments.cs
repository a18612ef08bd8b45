namespace FeedbackLab.Bench;

/// <summary>Makes many comments of few: each joins one to three sentences of the lines, drawn by <see cref="SeededNumbers"/>.</summary>
/// <remarks>Sentences end after 。！？!? and are kept once each, in order of appearance.</remarks>
internal static class JoinedComments
{
    /// <summary>The sentences of some lines, each once.</summary>
    public static List<string> Sentences(IEnumerable<string> lines)
    {
        var sentences = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            for (var start = 0; start < line.Length;)
            {
                var end = line.AsSpan(start).IndexOfAny("。！？!?");
                end = end < 0 ? line.Length : start + end + 1;
                var sentence = line[start..end].Trim();
                if (sentence.Length > 1 && known.Add(sentence))
                {
                    sentences.Add(sentence);
                }

                start = end;
            }
        }

        return sentences;
    }

    /// <summary>So many comments.</summary>
    public static IEnumerable<string> Join(List<string> sentences, int count)
    {
        var numbers = new SeededNumbers();
        for (var i = 0; i < count; i++)
        {
            var parts = 1 + numbers.Next(3);
            yield return string.Concat(Enumerable.Range(0, parts).Select(_ => sentences[numbers.Next(sentences.Count)]));
        }
    }
}
