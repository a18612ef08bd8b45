namespace FeedbackLab.Ingest.Formats.Pdf;

/// <summary>How PDFs are read.</summary>
public sealed record PdfOptions
{
    /// <summary>The longest that one file may take; 60 seconds.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The program: a name to be found on the path, or a file; <c>pdftotext</c>.</summary>
    public string Program { get; init; } = "pdftotext";
}
