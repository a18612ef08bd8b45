namespace FeedbackLab.Ingest.Formats.Word;

/// <summary>One level of a list.</summary>
/// <param name="Start">Its first number.</param>
/// <param name="Format">How its numbers are written (<c>w:numFmt</c>).</param>
/// <param name="Pattern">The marker, <c>%1</c> to <c>%9</c> standing for the numbers of the levels; a bullet's sign.</param>
/// <param name="Font">The font of its marker; null where none is named.</param>
/// <param name="Restart">1-based: the number starts again after a paragraph of this level or one above; 0 for never, null for after any level above its own.</param>
/// <param name="Decimal">Whether all numbers in the marker are decimal.</param>
/// <param name="Style">The paragraph style that is tied to it; null where none is.</param>
internal sealed record ListLevel(int Start, string Format, string Pattern, string? Font, int? Restart, bool Decimal, string? Style);
