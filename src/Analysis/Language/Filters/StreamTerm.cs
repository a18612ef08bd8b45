namespace FeedbackLab.Analysis.Language.Filters;

/// <summary>A term on its way through the filters: what is indexed, and the stretch of the untouched text that it stands for.</summary>
/// <remarks>
/// Terms come in the order of their positions. A filter takes a list of terms and gives a new one; it never changes a span, so that
/// the way back to the untouched text survives every chain of filters. Positions count as in Lucene's token streams.
/// </remarks>
/// <param name="Text">The term as it stands after the filters so far.</param>
/// <param name="Start">First UTF-16 code unit of the untouched text, 0-based.</param>
/// <param name="End">The code unit after the last.</param>
/// <param name="PositionIncrement">Positions after the term before: 1 for the next word, 0 for a term beside another, more where words were dropped.</param>
/// <param name="PositionLength">How many positions it spans, at least 1.</param>
/// <param name="PartOfSpeech">IPADIC's part of speech, levels joined by <c>-</c>.</param>
/// <param name="BaseForm">The dictionary form; null where it is the surface.</param>
public readonly record struct StreamTerm(
    string Text,
    int Start,
    int End,
    int PositionIncrement,
    int PositionLength,
    string PartOfSpeech,
    string? BaseForm);
