using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Themes;

/// <summary>What people decided of a comment.</summary>
/// <param name="Accepted">Ids of the codes that it has.</param>
/// <param name="Rejected">Ids of the codes that it does not have, though they were proposed.</param>
/// <param name="IsComplete">Whether somebody looked at all of it, so that what is not accepted is not there.</param>
public sealed record CodedComment(ImmutableArray<string> Accepted, ImmutableArray<string> Rejected, bool IsComplete = false);

/// <summary>What the coder says of a comment.</summary>
/// <param name="Codings">The codes that it gives, best first; a person's rejections are not among them.</param>
/// <param name="Offered">The best three codes, given or not, best first.</param>
/// <param name="Margin">How far the best code is ahead of the second, 0 to 1: how sure the coder is.</param>
/// <param name="Grounds">Indexes of the coded comments nearest to it that have the best code, nearest first, at most three.</param>
public sealed record CommentProposal(
    ImmutableArray<Findings.Coding> Codings, ImmutableArray<Findings.Coding> Offered, double Margin, ImmutableArray<int> Grounds);
