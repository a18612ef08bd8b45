using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Evaluation;

/// <summary>What a person and what the program coded of one comment.</summary>
/// <param name="Gold">The person's codes.</param>
/// <param name="Primary">The person's main code; null where there is none.</param>
/// <param name="Given">The program's codes, best first.</param>
/// <param name="Offered">The program's best three, given or not, best first.</param>
/// <param name="Margin">How sure the program is of the best.</param>
public sealed record CodedPair(
    ImmutableArray<string> Gold, string? Primary, ImmutableArray<string> Given, ImmutableArray<string> Offered, double Margin);
