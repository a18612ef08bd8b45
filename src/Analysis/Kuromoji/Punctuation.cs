using System.Globalization;

namespace FeedbackLab.Analysis.Kuromoji;

/// <summary>Tells what Lucene's Kuromoji takes for punctuation: spaces, control characters, marks and symbols of all sorts.</summary>
internal static class Punctuation
{
    // Marks that Unicode has got since version 13, the one of the Java runtime that the tokens are compared with: not punctuation
    // there, so not here, whichever version this runtime knows.
    private const string AfterUnicode13 =
        "\u061D\u0888\u0890\u0891\u1B4E\u1B4F\u1B7D\u1B7E\u1B7F\u20C0\u2427\u2428\u2429\u2E53\u2E54\u2E55\u2E56\u2E57\u2E58\u2E59\u2E5A"
        + "\u2E5B\u2E5C\u2E5D\u2FFC\u2FFD\u2FFE\u2FFF\u31E4\u31E5\u31EF\uFBC2\uFD40\uFD41\uFD42\uFD43\uFD44\uFD45\uFD46\uFD47\uFD48\uFD49"
        + "\uFD4A\uFD4B\uFD4C\uFD4D\uFD4E\uFD4F\uFDCF\uFDFE\uFDFF";

    private static readonly bool[] IsMark = [.. Enumerable.Range(0, 65536).Select(c => Classify((char)c))];

    /// <summary>Whether a UTF-16 code unit is punctuation; never for a surrogate.</summary>
    public static bool Is(char c) => IsMark[c];

    private static bool Classify(char c) =>
        !AfterUnicode13.Contains(c, StringComparison.Ordinal)
        && char.GetUnicodeCategory(c) is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation
            or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.OtherPunctuation
            or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
            or UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.OtherSymbol;
}
