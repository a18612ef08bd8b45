using System.Collections.Immutable;
using System.Globalization;

namespace FeedbackLab.Viewer.Charts;

/// <summary>Counts from 1 up to a highest one, in at most five steps of equal width.</summary>
/// <param name="Size">Counts a step.</param>
/// <param name="Count">Number of steps, 1 to 5.</param>
internal sealed record Steps(int Size, int Count)
{
    /// <summary>Each step's range and colour, lowest first.</summary>
    public ImmutableArray<(string Range, string Colour)> Legend => [.. Enumerable.Range(0, Count).Select(i =>
        (Size == 1 ? Number(i + 1) : $"{Number((i * Size) + 1)}–{Number((i + 1) * Size)}", Step(i)))];

    public static Steps Of(int highest)
    {
        var size = Math.Max(1, (highest + Palette.Ramp.Length - 1) / Palette.Ramp.Length);
        return new Steps(size, Math.Max(1, (highest + size - 1) / size));
    }

    public string Colour(int count) => Step((count - 1) / Size);

    // Two or three steps take colours that lie apart.
    private string Step(int step) => Count == 1 ? Palette.Ramp[1] : Palette.Ramp[step * (Palette.Ramp.Length - 1) / (Count - 1)];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
