using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;

namespace FeedbackLab.Analysis.Themes.Rules;

/// <summary>What a part of a condition gave for a comment.</summary>
/// <param name="Node">The part.</param>
/// <param name="Value">Its value.</param>
/// <param name="Spans">The stretches of the untouched text that it matched, merged; of what decided, where it decided.</param>
/// <param name="Parts">What its parts gave.</param>
public sealed record RuleOutcome(RuleNode Node, double Value, ImmutableArray<TextSpan> Spans, ImmutableArray<RuleOutcome> Parts)
{
    /// <summary>Whether the comment has it: its value is not 0, and an attribute's number by itself is above 0.</summary>
    public bool IsYes => Node switch
    {
        NumberRule => Value > 0,
        GroupRule => Parts[0].IsYes,
        _ => Value != 0,
    };

    /// <summary>The smallest parts that keep a comment from having it: each of them yes would be needed, or any where they stand behind or. Empty for a yes.</summary>
    public ImmutableArray<RuleOutcome> Failing => IsYes ? [] : Node switch
    {
        GroupRule => Parts[0].Failing,
        BinaryRule { Operator: RuleOperator.And } => [.. Parts.Where(p => !p.IsYes).SelectMany(p => p.Failing)],
        BinaryRule { Operator: RuleOperator.Or } => [.. Parts.SelectMany(p => p.Failing)],
        _ => [this],
    };
}
