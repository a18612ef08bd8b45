using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Themes;
using FeedbackLab.Analysis.Workspace;

namespace FeedbackLab.Viewer.Commands.Coding;

/// <summary>What a person's choice of codes means for a comment.</summary>
internal static class DecidedComment
{
    /// <summary>Nothing offered: what a person who codes blind sees.</summary>
    public static CommentProposal NothingOffered { get; } = new([], [], 0, []);

    /// <summary>The decision: what was given to the comment or stood there, and is not accepted, is rejected; the comment is kept as looked at whole.</summary>
    /// <param name="comment">The comment's id.</param>
    /// <param name="proposal">What the program offered.</param>
    /// <param name="before">The comment's codings as they stand; none for a blind coding.</param>
    /// <param name="accepted">The codes chosen.</param>
    /// <param name="codebook">The codebook's version.</param>
    /// <param name="who">Who decides.</param>
    /// <param name="now">When.</param>
    /// <param name="isBlind">Whether it is kept apart.</param>
    public static CommentDecision Of(
        string comment, CommentProposal proposal, ImmutableArray<StoredCoding> before, IReadOnlyList<string> accepted, int codebook, string who, DateTimeOffset now, bool isBlind)
    {
        var rejected = before.Where(b => b.State != CodingState.Rejected).Select(b => b.Code).Concat(proposal.Codings.Select(c => c.Code)).Except(accepted, StringComparer.Ordinal);
        var offered = proposal.Offered.Concat(proposal.Codings).ToLookup(o => o.Code, StringComparer.Ordinal);
        return new CommentDecision(comment, [.. accepted.Select(c => Coding(c, isAccepted: true)), .. rejected.Select(c => Coding(c, isAccepted: false))], who, now, codebook, isBlind);

        StoredCoding Coding(string code, bool isAccepted)
        {
            var there = before.FirstOrDefault(b => b.Code == code);
            var proposed = offered[code].FirstOrDefault();
            return new StoredCoding(
                comment,
                code,
                !isAccepted ? CodingState.Rejected : proposed is null && there is null && !isBlind ? CodingState.Edited : CodingState.Accepted,
                proposed?.Score ?? there?.Score,
                proposed?.Evidence ?? there?.Evidence ?? [],
                codebook,
                who,
                now,
                there?.Version ?? 0)
            {
                Rule = proposed?.Rule ?? there?.Rule,
            };
        }
    }
}
