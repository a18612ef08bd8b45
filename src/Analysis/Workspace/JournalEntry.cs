namespace FeedbackLab.Analysis.Workspace;

/// <summary>One line of the workspace's history. Entries are only ever added.</summary>
/// <param name="Id">Its number; later entries have greater ones.</param>
/// <param name="When">When it happened.</param>
/// <param name="Who">Who did it.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Subject">What it was done to: the import undone, the comment's id, the codebook's version; empty for an import.</param>
/// <param name="Data">The whole of it, as JSON.</param>
public sealed record JournalEntry(long Id, DateTimeOffset When, string Who, JournalKind Kind, string Subject, string Data);

/// <summary>What was done to a workspace.</summary>
public enum JournalKind
{
    /// <summary>Files were imported; the data are <see cref="ImportResult.Sources"/>.</summary>
    Import,

    /// <summary>An import was undone; the data are an <see cref="ImportUndo"/>.</summary>
    Undo,

    /// <summary>A coding was written; the data are the <see cref="StoredCoding"/> as it is since.</summary>
    Coding,

    /// <summary>A version of the codebook was written; the data are its hash, its text being in the version's row.</summary>
    Codebook,

    /// <summary>The proposals of an analysis were written; the subject is the codebook's version, the data how many were written and withdrawn.</summary>
    Proposals,

    /// <summary>Codes were merged, split, renamed, added, retired or redefined; the subject is the codebook's version, the data the steps and what became of codings.</summary>
    CodesChanged,

    /// <summary>A person had looked at a whole comment; the data are a <see cref="Workspace.LookedAt"/>.</summary>
    LookedAt,

    /// <summary>A person coded a comment blind; the data are the <see cref="CommentDecision"/>.</summary>
    BlindCoding,

    /// <summary>A coding was taken back that was not there before; the data are what it was.</summary>
    CodingUndone,
}
