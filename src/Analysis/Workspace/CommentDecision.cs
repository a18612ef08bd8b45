using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>What a person decided of a whole comment: whatever is not accepted does not fit it.</summary>
/// <param name="CommentId">The comment's id.</param>
/// <param name="Codings">Their decisions on codes, each with the version number that was read; none where no code fits and none was offered.</param>
/// <param name="Who">Who; not blank.</param>
/// <param name="When">When.</param>
/// <param name="CodebookVersion">The version of the codebook that they decided by.</param>
/// <param name="IsBlind">Whether it is a second coding that is kept apart: it changes nothing that stands, and is what agreement is computed from.</param>
public sealed record CommentDecision(
    string CommentId, ImmutableArray<StoredCoding> Codings, string Who, DateTimeOffset When, int CodebookVersion, bool IsBlind = false);

/// <summary>That a person looked at a whole comment.</summary>
/// <param name="CommentId">The comment's id.</param>
/// <param name="Who">Who.</param>
/// <param name="When">When; kept with its offset.</param>
/// <param name="CodebookVersion">The version of the codebook that they had.</param>
/// <param name="IsBlind">Whether they coded it blind.</param>
public sealed record LookedAt(string CommentId, string Who, DateTimeOffset When, int CodebookVersion, bool IsBlind);

/// <summary>A person that coded.</summary>
/// <param name="Who">Their name.</param>
/// <param name="Comments">On how many comments they decided.</param>
/// <param name="Blind">How many they coded blind.</param>
public sealed record CoderSummary(string Who, int Comments, int Blind);
