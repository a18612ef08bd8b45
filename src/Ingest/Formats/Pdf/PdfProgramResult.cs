namespace FeedbackLab.Ingest.Formats.Pdf;

/// <summary>How a run of the program ended.</summary>
internal enum PdfProgramEnd
{
    /// <summary>By itself.</summary>
    Exited,

    /// <summary>There is no such program.</summary>
    NotFound,

    /// <summary>It took too long and was killed.</summary>
    TimedOut,

    /// <summary>It wrote too much and was killed.</summary>
    TooLong,
}

/// <summary>One run of the program.</summary>
/// <param name="End">How it ended.</param>
/// <param name="ExitCode">Its exit code; -1 where it did not end by itself.</param>
/// <param name="Output">What it wrote; empty where it did not end by itself.</param>
/// <param name="Errors">The first of what it complained of.</param>
internal sealed record PdfProgramResult(PdfProgramEnd End, int ExitCode, string Output, string Errors);
