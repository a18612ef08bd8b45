using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Exports;

/// <summary>What made the findings: enough to make them again.</summary>
/// <param name="Version">The program's version.</param>
/// <param name="Timestamp">When, ISO 8601; null (the default) keeps the output the same from run to run.</param>
/// <param name="Year">The year that the user gave; null where none.</param>
/// <param name="Columns">The columns' roles that the user gave.</param>
/// <param name="CodebookSha256">SHA-256 of the codebook file; null for the one that the program carries.</param>
/// <param name="LexiconSha256">SHA-256 of the lexicon file; null for the one that the program carries.</param>
public sealed record RunInfo(
    string Version,
    string? Timestamp,
    int? Year,
    ImmutableArray<ColumnReading> Columns,
    string? CodebookSha256,
    string? LexiconSha256);
