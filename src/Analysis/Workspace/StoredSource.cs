using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>A source of a workspace, in the version that is in force.</summary>
/// <param name="Source">The file as it was read.</param>
/// <param name="Key">Its key, which stays when the file is corrected: the SHA-256 of its first version, made different from all others.</param>
/// <param name="Import">The import that brought this version.</param>
/// <param name="Mapping">The text of the mapping that it was read with; null where there was none.</param>
/// <param name="Comments">How many comments it holds.</param>
public sealed record StoredSource(Source Source, string Key, long Import, string? Mapping, int Comments);
