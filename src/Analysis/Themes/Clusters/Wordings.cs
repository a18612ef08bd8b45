namespace FeedbackLab.Analysis.Themes.Clusters;

/// <summary>Comments by what they say word for word: several centres may send in the same sentences.</summary>
/// <remarks>
/// Nearly the same: at least four fifths of their words together (Jaccard 1912). What is copied says once which words belong together; told
/// twice, all of its rare words would look like a theme of their own.
/// </remarks>
/// <param name="Firsts">Of each wording the first comment's place, in the order of the comments.</param>
/// <param name="ByComment">By comment the number of its wording in <paramref name="Firsts"/>; −1 where it has no words.</param>
internal sealed record Wordings(int[] Firsts, int[] ByComment)
{
    private const double Alike = 0.8;

    /// <summary>The wordings of the comments.</summary>
    /// <param name="words">The comments; the work grows with the square of their number.</param>
    public static Wordings Of(ClusterWords words)
    {
        var firsts = new List<int>();
        var byComment = new int[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            var own = words.WordsOf(i);
            var found = own.IsEmpty ? -1 : firsts.FindIndex(first => AreAlike(words.WordsOf(i), words.WordsOf(first)));
            if (found < 0 && !own.IsEmpty)
            {
                found = firsts.Count;
                firsts.Add(i);
            }

            byComment[i] = found;
        }

        return new Wordings([.. firsts], byComment);
    }

    // Both ascending.
    private static bool AreAlike(ReadOnlySpan<int> one, ReadOnlySpan<int> other)
    {
        if (Math.Min(one.Length, other.Length) < Alike * Math.Max(one.Length, other.Length))
        {
            return false;
        }

        var (i, j, shared) = (0, 0, 0);
        while (i < one.Length && j < other.Length)
        {
            shared += one[i] == other[j] ? 1 : 0;
            var (left, right) = (one[i], other[j]);
            i += left <= right ? 1 : 0;
            j += right <= left ? 1 : 0;
        }

        return shared >= Alike * (one.Length + other.Length - shared);
    }
}
