using FeedbackLab.Ingest;

namespace FeedbackLab.Viewer.Exports;

/// <summary>What made the findings: enough to make them again.</summary>
/// <param name="Version">The program's version.</param>
/// <param name="Timestamp">When, ISO 8601; null (the default) keeps the output the same from run to run.</param>
/// <param name="Reading">What the user said about the files.</param>
/// <param name="CodebookSha256">SHA-256 of the codebook file; null for the one that the program carries.</param>
public sealed record RunInfo(
    string Version,
    string? Timestamp,
    ReadOptions Reading,
    string? CodebookSha256);
