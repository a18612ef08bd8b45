namespace FeedbackLab.Ingest.Corpus;

/// <summary>A heading of a source.</summary>
/// <param name="Text">Its words, without number and brackets.</param>
/// <param name="Line">Its first line, 1-based.</param>
public sealed record SourceHeading(string Text, int Line);
