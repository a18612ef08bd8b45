namespace FeedbackLab.Analysis.Search.Language;

/// <summary>How many letters differ (Levenshtein 1966; Damerau 1964 for letters that changed places).</summary>
public static class EditDistance
{
    /// <summary>Insertions, deletions, replacements and swaps of neighbours from one text to the other; <paramref name="most"/> + 1 where there are more.</summary>
    /// <param name="first">One text.</param>
    /// <param name="second">The other.</param>
    /// <param name="most">Beyond how many nobody wants to know, at least 0.</param>
    public static int Of(string first, string second, int most)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (Math.Abs(first.Length - second.Length) > most)
        {
            return most + 1;
        }

        var (before, last, row) = (new int[second.Length + 1], new int[second.Length + 1], new int[second.Length + 1]);
        for (var j = 0; j <= second.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= first.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= second.Length; j++)
            {
                var cost = first[i - 1] == second[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }

                least = Math.Min(least, row[j]);
            }

            if (least > most)
            {
                return most + 1;
            }

            (before, last, row) = (last, row, before);
        }

        return Math.Min(last[second.Length], most + 1);
    }
}
