namespace FeedbackLab.Analysis.Exchange;

/// <summary>Positions of a text counted in UTF-16 code units, as here, and in Unicode code points, as the exchange format counts.</summary>
/// <remarks>Half of a surrogate pair that stands alone counts as one, as U+FFFD does, which takes its place in UTF-8.</remarks>
internal sealed class CodePoints
{
    private readonly int[]? _starts;

    private CodePoints(int[]? starts, int length) => (_starts, Length) = (starts, length);

    /// <summary>How many code points the text has.</summary>
    public int Length { get; }

    public static CodePoints Of(string text)
    {
        if (!text.Any(char.IsHighSurrogate))
        {
            return new CodePoints(null, text.Length);
        }

        var starts = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1)
        {
            starts.Add(i);
        }

        starts.Add(text.Length);
        return new CodePoints([.. starts], starts.Count - 1);
    }

    /// <summary>The code points before a code unit; within a pair, those before the pair.</summary>
    public int Before(int unit)
    {
        if (_starts is null)
        {
            return unit;
        }

        var at = Array.BinarySearch(_starts, unit);
        return at >= 0 ? at : ~at - 1;
    }

    /// <summary>The first code unit of a code point, from 0 to <see cref="Length"/>.</summary>
    public int Unit(int codePoint) => _starts is null ? codePoint : _starts[codePoint];
}
