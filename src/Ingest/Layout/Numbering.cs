using System.Collections.Immutable;

namespace FeedbackLab.Ingest.Layout;

/// <summary>One numbered heading that is open at some point of a document.</summary>
/// <param name="Style">The form of its number.</param>
/// <param name="Number">Its number.</param>
/// <param name="Text">Its words without the number.</param>
/// <param name="Line">Its first line, 1-based.</param>
public sealed record OpenHeading(string Style, int Number, string Text, int Line);

/// <summary>The numbered headings that are open, outermost first: where in its outline a document is.</summary>
/// <remarks>
/// Levels are not told by the form of a number (reports use ① above （ア） and below it) but by counting: a number that continues a
/// series closes what was opened since, a 1 opens a level.
/// </remarks>
/// <param name="Open">The open headings.</param>
public sealed record Numbering(ImmutableArray<OpenHeading> Open)
{
    /// <summary>No heading yet.</summary>
    public static readonly Numbering Empty = new(ImmutableArray<OpenHeading>.Empty);

    /// <summary>The outline after one more numbered heading.</summary>
    /// <param name="style">The form of its number.</param>
    /// <param name="number">Its number.</param>
    /// <param name="text">Its words.</param>
    /// <param name="line">Its line.</param>
    public Numbering With(string style, int number, string text, int line) =>
        new([.. Open.Take(DepthOf(style, number)), new OpenHeading(style, number, text, line)]);

    /// <summary>How many headings stay open above one with this number.</summary>
    /// <param name="style">The form of its number.</param>
    /// <param name="number">Its number.</param>
    public int DepthOf(string style, int number)
    {
        for (var i = Open.Length - 1; i >= 0; i--)
        {
            if (Open[i].Style == style && (Open[i].Number == number - 1 || (i == Open.Length - 1 && (number == 1 || Open[i].Number == number))))
            {
                return i;
            }
        }

        for (var i = Open.Length - 1; number > 1 && i >= 0; i--)
        {
            if (Open[i].Style == style && Open[i].Number < number)
            {
                return i;
            }
        }

        return Open.Length;
    }
}
