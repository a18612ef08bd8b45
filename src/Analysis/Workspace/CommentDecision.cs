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

/// <summary>That a person coded a whole comment in a table or in another program: what they did not give it does not fit it in their eyes.</summary>
/// <param name="CommentId">The comment's id.</param>
/// <param name="Who">Who.</param>
/// <param name="When">When; kept with its offset.</param>
/// <param name="CodebookVersion">The version of the codebook that they had.</param>
public sealed record CodedElsewhere(string CommentId, string Who, DateTimeOffset When, int CodebookVersion);

/// <summary>What a corrected table of codings brings.</summary>
/// <param name="Codings">Decisions that shall stand, each with the version number that was read.</param>
/// <param name="Comments">Whole comments that were decided on.</param>
/// <param name="ByPerson">Decisions beside what others decided: kept by person, nothing that stands is changed.</param>
/// <param name="Whole">Comments that the person coded whole; one of which a decision is refused is not marked.</param>
public sealed record CodingBatch(
    IReadOnlyList<StoredCoding> Codings, IReadOnlyList<CommentDecision> Comments, IReadOnlyList<StoredCoding> ByPerson, IReadOnlyList<CodedElsewhere> Whole);

/// <summary>A person that coded.</summary>
/// <param name="Who">Their name.</param>
/// <param name="Comments">On how many comments they decided.</param>
/// <param name="Blind">How many they coded blind.</param>
public sealed record CoderSummary(string Who, int Comments, int Blind);
