using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>A comment × code in a workspace, with who or what decided it.</summary>
/// <remarks>There is one for each comment and code; what it was before is in the journal.</remarks>
/// <param name="CommentId">The comment's id.</param>
/// <param name="Code">The code's id.</param>
/// <param name="State">What was decided.</param>
/// <param name="Score">Similarity to the code's prototype, 0 to 1; null where a person coded it.</param>
/// <param name="Evidence">The stretches that decided it, in order, without overlap; may be empty.</param>
/// <param name="CodebookVersion">The version of the codebook that it was decided by.</param>
/// <param name="Who">Who or what decided; not blank.</param>
/// <param name="When">When; kept with its offset.</param>
/// <param name="Version">
/// How often it was written, from 1. To write it, give the number that was read, 0 for one that is not there yet: the write is refused
/// when somebody else was faster.
/// </param>
/// <param name="Id">Number of its row; it never changes. Ignored when writing.</param>
public sealed record StoredCoding(
    string CommentId,
    string Code,
    CodingState State,
    double? Score,
    ImmutableArray<TextSpan> Evidence,
    int CodebookVersion,
    string Who,
    DateTimeOffset When,
    int Version = 0,
    long Id = 0)
{
    /// <summary>The codebook's rule that gave it, as written there; null where the code's prototype or a person did.</summary>
    public string? Rule { get; init; }

    /// <summary>Number of the ledger's entry by which it stands under this code, where codes were merged or reinstated; null where it was decided so. Ignored when writing.</summary>
    public long? LedgerEntry { get; init; }
}

/// <summary>What became of codings that were to be written.</summary>
/// <param name="Written">Those written, as they are now.</param>
/// <param name="Refused">Those not written, and why.</param>
public sealed record CodingWrites(ImmutableArray<StoredCoding> Written, ImmutableArray<RefusedCoding> Refused);

/// <summary>A coding that was not written.</summary>
/// <param name="Wanted">What was to be written.</param>
/// <param name="Reason">Why it was not.</param>
/// <param name="Current">What stands there instead; null where nothing does.</param>
public sealed record RefusedCoding(StoredCoding Wanted, CodingRefusal Reason, StoredCoding? Current);

/// <summary>Why a coding is not written.</summary>
public enum CodingRefusal
{
    /// <summary>It was changed since it was read.</summary>
    ChangedMeanwhile,

    /// <summary>A person decided on it; a proposal does not overrule that.</summary>
    DecidedByPerson,

    /// <summary>The workspace has no such comment now.</summary>
    NoSuchComment,

    /// <summary>The workspace has no such version of the codebook.</summary>
    NoSuchCodebook,
}

/// <summary>What became of the proposals of an analysis.</summary>
/// <param name="Written">How many are new or changed.</param>
/// <param name="Withdrawn">How many earlier ones are proposed no more.</param>
public sealed record ProposalWrites(int Written, int Withdrawn);
