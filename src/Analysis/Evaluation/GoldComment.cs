using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;

namespace FeedbackLab.Analysis.Evaluation;

/// <summary>A comment that a person has coded, to measure the program by.</summary>
/// <param name="Id">What it is known by.</param>
/// <param name="Respondent">Who it came from; null where unknown.</param>
/// <param name="Text">The comment.</param>
/// <param name="Codes">Ids of its codes; may be empty.</param>
/// <param name="Primary">Id of its main code; null where it has none.</param>
/// <param name="Types">What it does; empty where nobody said.</param>
public sealed record GoldComment(
    string Id, string? Respondent, string Text, ImmutableArray<string> Codes, string? Primary, ImmutableArray<CommentType> Types);
