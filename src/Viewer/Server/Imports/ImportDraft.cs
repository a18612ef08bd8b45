using System.Collections.Immutable;
using FeedbackLab.Ingest;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats;

namespace FeedbackLab.Viewer.Server.Imports;

/// <summary>Files that the user has dropped and has not yet taken in: what was recognised in them, by which options.</summary>
/// <param name="Id">Its id, part of its address.</param>
/// <param name="Files">Paths of the files as they are staged.</param>
/// <param name="Options">How they were read.</param>
/// <param name="Corpus">What was read; null before the first reading.</param>
/// <param name="Version">How often they were read: a form made from an older reading is refused.</param>
public sealed record ImportDraft(string Id, ImmutableArray<string> Files, ReadOptions Options, CommentCorpus? Corpus, int Version)
{
    /// <summary>The first rows of its tables, by source: examples of what columns hold.</summary>
    public ImmutableDictionary<string, ImmutableArray<SourcePassage>> Passages { get; init; } = ImmutableDictionary<string, ImmutableArray<SourcePassage>>.Empty;
}
