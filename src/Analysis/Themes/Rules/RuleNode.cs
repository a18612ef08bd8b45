using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Themes.Rules;

/// <summary>A part of a condition.</summary>
/// <param name="At">Where it begins in the condition's text, in UTF-16 code units, 0-based.</param>
public abstract record RuleNode(int At);

/// <summary>A word by its dictionary form: how often it stands in the comment.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Base">The dictionary form.</param>
/// <param name="PartOfSpeech">Its part of speech; null for any.</param>
/// <param name="Inflection">Its inflected form (未然形); null for any.</param>
/// <param name="Surface">As it must be written; null for any.</param>
public sealed record WordRule(int At, string Base, string? PartOfSpeech, string? Inflection, string? Surface) : RuleNode(At);

/// <summary>Words one after the other: how often they stand so.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Words">Their dictionary forms, two or more.</param>
public sealed record RunRule(int At, ImmutableArray<string> Words) : RuleNode(At);

/// <summary>Words near each other (<c>near</c>), or one after the other with others between (<c>seq</c>): how many uses of the first stand in a match.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Words">Their dictionary forms, one or more.</param>
/// <param name="InOrder">Whether each must stand behind the one before.</param>
/// <param name="Distance">How many words on the next in the text may stand; 0 for any distance.</param>
/// <param name="Within">Whether all must stand in one sentence or one paragraph.</param>
public sealed record NearRule(int At, ImmutableArray<string> Words, bool InOrder, int Distance, RuleReach Within) : RuleNode(At);

/// <summary>Characters as they are written: in how many sentences they stand.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Text">The characters.</param>
public sealed record TextRule(int At, string Text) : RuleNode(At);

/// <summary>An attribute that has a value: 1 or 0.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Name">The attribute.</param>
/// <param name="Value">The value.</param>
public sealed record AttributeRule(int At, string Name, string Value) : RuleNode(At);

/// <summary>An attribute's number; 0 where it has none. By itself it holds where it is above 0.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Name">The attribute.</param>
public sealed record NumberRule(int At, string Name) : RuleNode(At);

/// <summary>Another code of the file: 1 or 0.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Code">The code's name, asterisk included.</param>
public sealed record CodeRule(int At, string Code) : RuleNode(At);

/// <summary>Characters (<c>lc</c>) or words (<c>lw</c>) of the comment, or its number (<c>No.</c>).</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Measure">Which.</param>
public sealed record MeasureRule(int At, RuleMeasure Measure) : RuleNode(At);

/// <summary>A whole number.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Value">The number.</param>
public sealed record ConstantRule(int At, long Value) : RuleNode(At);

/// <summary>1 where the part is 0, else 0.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Part">The part.</param>
public sealed record NotRule(int At, RuleNode Part) : RuleNode(At);

/// <summary>Two parts with an operator between.</summary>
/// <param name="At">Where the operator stands.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Left">The part before it.</param>
/// <param name="Right">The part behind it.</param>
public sealed record BinaryRule(int At, RuleOperator Operator, RuleNode Left, RuleNode Right) : RuleNode(At);

/// <summary>A part in parentheses.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Part">The part.</param>
public sealed record GroupRule(int At, RuleNode Part) : RuleNode(At);

/// <summary>What words near each other must share.</summary>
public enum RuleReach
{
    /// <summary>The comment.</summary>
    Comment,

    /// <summary>The paragraph (<c>d</c>).</summary>
    Paragraph,

    /// <summary>The sentence (<c>b</c>).</summary>
    Sentence,
}

/// <summary>What is measured of a comment.</summary>
public enum RuleMeasure
{
    /// <summary>Characters.</summary>
    Characters,

    /// <summary>Words.</summary>
    Words,

    /// <summary>The comment's number, from 1.</summary>
    Number,
}

/// <summary>What stands between two parts.</summary>
public enum RuleOperator
{
    /// <summary>Either is not 0.</summary>
    Or,

    /// <summary>Both are not 0.</summary>
    And,

    /// <summary>Greater.</summary>
    Greater,

    /// <summary>Greater or equal.</summary>
    GreaterOrEqual,

    /// <summary>Less.</summary>
    Less,

    /// <summary>Less or equal.</summary>
    LessOrEqual,

    /// <summary>Equal.</summary>
    Equal,

    /// <summary>The sum.</summary>
    Plus,

    /// <summary>The difference.</summary>
    Minus,

    /// <summary>The product.</summary>
    Times,

    /// <summary>The quotient; 0 where it is by 0.</summary>
    Divided,
}
