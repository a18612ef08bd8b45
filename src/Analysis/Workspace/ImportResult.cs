using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>What an import changed.</summary>
/// <param name="Import">The import's number, by which it can be undone; null when there was nothing new and so nothing was changed.</param>
/// <param name="Sources">One entry a source of the batch, in its order.</param>
public sealed record ImportResult(long? Import, ImmutableArray<SourceImport> Sources);

/// <summary>What an import did with one source. The first four counts add up to the comments it now has.</summary>
/// <param name="Source">Its name in the batch.</param>
/// <param name="Outcome">What was done.</param>
/// <param name="SameAs">Name of the source of the same content that was there before; null unless <see cref="ImportOutcome.AlreadyThere"/>.</param>
/// <param name="Added">Comments that no comment of the version before answers to.</param>
/// <param name="Unchanged">Comments that stay as and where they were.</param>
/// <param name="Moved">Comments that only stand elsewhere in the file.</param>
/// <param name="Changed">Comments whose words, or what came with them, were corrected.</param>
/// <param name="Removed">Comments of the version before that are gone.</param>
/// <param name="CodingsKept">Codings of its comments that stay in force; a comment that somebody found no code to fit counts as one, and so does each blind coding.</param>
/// <param name="CodingsSetAside">Codings, counted so, whose comment is gone or has other words now.</param>
/// <param name="CodingsReturned">Codings, counted so, set aside before, whose comment is there again.</param>
public sealed record SourceImport(
    string Source,
    ImportOutcome Outcome,
    string? SameAs,
    int Added,
    int Unchanged,
    int Moved,
    int Changed,
    int Removed,
    int CodingsKept,
    int CodingsSetAside,
    int CodingsReturned)
{
    /// <summary>Those of <see cref="CodingsKept"/> whose comment has other punctuation, white space or width now.</summary>
    public int CodingsRepunctuated { get; init; }

    /// <summary>Those of <see cref="CodingsSetAside"/> that people decided, not blind: what <see cref="WorkspaceStore.SetAside"/> lists.</summary>
    public int DecisionsSetAside { get; init; }
}

/// <summary>What an import did with a source.</summary>
public enum ImportOutcome
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It replaced the version before.</summary>
    Corrected,

    /// <summary>The same content is there already; nothing was changed.</summary>
    AlreadyThere,
}

/// <summary>An import in the workspace's history.</summary>
/// <param name="Id">Its number; later imports have greater ones, with gaps.</param>
/// <param name="Who">Who imported.</param>
/// <param name="When">When.</param>
/// <param name="Sources">What it did, as it was told then.</param>
/// <param name="Undone">Whether it was undone since.</param>
public sealed record ImportRecord(long Id, string Who, DateTimeOffset When, ImmutableArray<SourceImport> Sources, bool Undone);

/// <summary>What an undo did.</summary>
/// <param name="Import">The import that was undone.</param>
/// <param name="SourcesRemoved">Sources that it had brought and that are gone.</param>
/// <param name="SourcesRestored">Sources that are back in the version before it.</param>
/// <param name="CodingsSetAside">Codings whose comment went with the import.</param>
/// <param name="CodingsReturned">Codings that the import had set aside and that are in force again.</param>
public sealed record ImportUndo(long Import, int SourcesRemoved, int SourcesRestored, int CodingsSetAside, int CodingsReturned);
