using System.Collections.Immutable;
using FeedbackLab.Analysis.Themes;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Server.Desk;

/// <summary>A comment to decide on.</summary>
/// <param name="Comment">The comment.</param>
/// <param name="Proposal">What the program offers, and why.</param>
/// <param name="Grounds">The comments coded with the best code that are nearest to it, nearest first.</param>
/// <param name="Standing">Codings that a person decided; empty where nobody did, or the coding is blind.</param>
/// <param name="Read">What stands, as <see cref="CodingDesk.Decide"/> takes it back.</param>
/// <param name="IsDecided">Whether somebody looked at the whole comment already.</param>
/// <param name="Reopened">The ledger's entry by which it is to be looked at again; null as a rule.</param>
public sealed record CodingTurn(
    Comment Comment, CommentProposal Proposal, ImmutableArray<Comment> Grounds, ImmutableArray<StoredCoding> Standing, string Read, bool IsDecided, CodeLedgerEntry? Reopened);

/// <summary>How far a person has come.</summary>
/// <param name="Total">Comments in all.</param>
/// <param name="Decided">Comments decided.</param>
/// <param name="Later">Comments put off.</param>
public sealed record CodingProgress(int Total, int Decided, int Later)
{
    /// <summary>Comments left.</summary>
    public int Left => Total - Decided;
}

/// <summary>What became of a decision.</summary>
/// <param name="Failure">Why nothing was written; null where it was.</param>
/// <param name="Comment">The comment that it is about; null where there is none.</param>
public sealed record CodingOutcome(BilingualText? Failure, string? Comment);
