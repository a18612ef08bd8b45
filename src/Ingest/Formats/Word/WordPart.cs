namespace FeedbackLab.Ingest.Formats.Word;

/// <summary>A paragraph or a table of a Word document.</summary>
public abstract record WordPart;
