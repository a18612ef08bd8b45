using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Formats.Pdf;

/// <summary>What a PDF says.</summary>
/// <param name="Text">Its lines, with a form feed at the end of every page; null where it could not be read.</param>
/// <param name="Problems">One error where there is no text; else notices.</param>
public sealed record PdfReading(string? Text, ImmutableArray<Problem> Problems);
