namespace FeedbackLab.Analysis.Language;

/// <summary>Sorts many texts by their UTF-16 code units: by the first four as one number, then what is still equal text by text.</summary>
internal static class OrdinalOrder
{
    /// <summary>The numbers of some texts in ordinal order; equal ones by a further comparison, then by number.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="ties">Compares the numbers of two equal texts; null where the number decides.</param>
    public static int[] Of(ReadOnlySpan<string> texts, Comparison<int>? ties = null)
    {
        var starts = new ulong[texts.Length];
        var order = new int[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            starts[i] = Start(texts[i]);
            order[i] = i;
        }

        Array.Sort(starts, order);
        var all = texts.ToArray();
        for (var i = 0; i < order.Length;)
        {
            var end = i + 1;
            while (end < order.Length && starts[end] == starts[i])
            {
                end++;
            }

            if (end - i > 1)
            {
                order.AsSpan(i, end - i).Sort((a, b) => Compare(all, a, b, ties));
            }

            i = end;
        }

        return order;
    }

    private static int Compare(string[] texts, int a, int b, Comparison<int>? ties)
    {
        var compared = string.CompareOrdinal(texts[a], texts[b]);
        compared = compared == 0 && ties is not null ? ties(a, b) : compared;
        return compared != 0 ? compared : a.CompareTo(b);
    }

    private static ulong Start(string text)
    {
        var start = 0UL;
        for (var i = 0; i < 4; i++)
        {
            start = (start << 16) | (i < text.Length ? text[i] : 0UL);
        }

        return start;
    }
}
