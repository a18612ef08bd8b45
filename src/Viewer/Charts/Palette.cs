using System.Collections.Immutable;
using System.Globalization;

namespace FeedbackLab.Viewer.Charts;

/// <summary>The colours: one hue, told apart by lightness alone, so that grey print and colour blindness take nothing away.</summary>
public static class Palette
{
    /// <summary>Text, and bars' labels.</summary>
    public const string Ink = "#1c2127";

    /// <summary>Notes.</summary>
    public const string Muted = "#555d66";

    /// <summary>Bars.</summary>
    public const string Bar = "#1f4e79";

    /// <summary>The whole that a bar is a part of.</summary>
    public const string Track = "#e9edf1";

    /// <summary>Lines between cells.</summary>
    public const string Rule = "#cfd6dd";

    /// <summary>What white paper shows.</summary>
    public const string Paper = "#ffffff";

    /// <summary>Steps of a heatmap, lightest first.</summary>
    public static readonly ImmutableArray<string> Ramp = ["#dbe7f2", "#b3cde3", "#7fabd0", "#3c76a8", "#17406a"];

    /// <summary>
    /// Groups that have no order, told apart by all common kinds of colour vision (Okabe and Ito 2008, lightened); later groups share the last.
    /// </summary>
    public static readonly ImmutableArray<string> Groups = ["#8cc5e8", "#f2b84b", "#6fc9ac", "#e59a6f", "#d9a0c4", "#f4ea8c", "#a9b4f0", "#d5dae0"];

    /// <summary>The colour of text on a colour: the one of ink and paper that stands out more.</summary>
    /// <param name="background">The colour, <c>#rrggbb</c>.</param>
    public static string On(string background) => Contrast(Ink, background) >= Contrast(Paper, background) ? Ink : Paper;

    /// <summary>Contrast of two colours, 1 to 21 (WCAG 2.2, “contrast ratio”).</summary>
    /// <param name="one">A colour, <c>#rrggbb</c>.</param>
    /// <param name="other">A colour, <c>#rrggbb</c>.</param>
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) =>
        (0.2126 * Channel(colour, 1)) + (0.7152 * Channel(colour, 3)) + (0.0722 * Channel(colour, 5));

    private static double Channel(string colour, int start)
    {
        var value = int.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
