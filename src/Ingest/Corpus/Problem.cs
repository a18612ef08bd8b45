namespace FeedbackLab.Ingest.Corpus;

/// <summary>Something that the user should know about a file: where, what, and what to do.</summary>
/// <remarks>Respondents' words stay out of problems.</remarks>
/// <param name="Severity">Whether the file could be read at all.</param>
/// <param name="File">The name of its <see cref="Source"/>; what the user typed where there is no such file.</param>
/// <param name="Line">Line, 1-based; null where it concerns the whole file.</param>
/// <param name="What">What is wrong, one sentence.</param>
/// <param name="Remedy">What to do, one sentence.</param>
public sealed record Problem(ProblemSeverity Severity, string File, int? Line, BilingualText What, BilingualText Remedy);

/// <summary>How grave a <see cref="Problem"/> is.</summary>
public enum ProblemSeverity
{
    /// <summary>Worth a look; everything was read.</summary>
    Notice,

    /// <summary>The file, or a row of it, could not be read; the program exits with 1.</summary>
    Error,
}
