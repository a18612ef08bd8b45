using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Search.Language;

/// <summary>A part of a query as the user wrote it.</summary>
public abstract record QueryNode;

/// <summary>A word.</summary>
/// <param name="Text">The word, escapes resolved, wildcards kept.</param>
/// <param name="Edits">How many letters may differ, 0 to 2.</param>
/// <param name="IsPattern">Whether <c>*</c> and <c>?</c> in it are wildcards.</param>
public sealed record WordNode(string Text, int Edits, bool IsPattern) : QueryNode;

/// <summary>Words in quotation marks.</summary>
/// <param name="Text">What stands between them.</param>
/// <param name="Slop">How far its words may stray.</param>
public sealed record PhraseNode(string Text, int Slop) : QueryNode;

/// <summary>The very characters (<c>=語</c>).</summary>
/// <param name="Text">The characters.</param>
public sealed record SurfaceNode(string Text) : QueryNode;

/// <summary>A value of a field.</summary>
/// <param name="Name">The field as written.</param>
/// <param name="Value">The value.</param>
public sealed record FieldNode(string Name, string Value) : QueryNode;

/// <summary>Values of a field between bounds.</summary>
/// <param name="Name">The field as written.</param>
/// <param name="From">The lower bound; null for none.</param>
/// <param name="To">The upper bound; null for none.</param>
/// <param name="IncludesFrom">Whether the lower bound is in (<c>[</c>).</param>
/// <param name="IncludesTo">Whether the upper bound is in (<c>]</c>).</param>
public sealed record RangeNode(string Name, string? From, string? To, bool IncludesFrom, bool IncludesTo) : QueryNode;

/// <summary>All parts, or any.</summary>
/// <param name="Parts">Two or more.</param>
/// <param name="IsAll">Whether all must match.</param>
public sealed record GroupNode(ImmutableArray<QueryNode> Parts, bool IsAll) : QueryNode;

/// <summary>What must not match.</summary>
/// <param name="Part">The part.</param>
public sealed record NotNode(QueryNode Part) : QueryNode;

/// <summary>Two parts near each other.</summary>
/// <param name="Left">One.</param>
/// <param name="Right">The other.</param>
/// <param name="Distance">How many words may stand between.</param>
/// <param name="InOrder">Whether the left must stand first.</param>
public sealed record NearNode(QueryNode Left, QueryNode Right, int Distance, bool InOrder) : QueryNode;

/// <summary>A part that counts for more or less.</summary>
/// <param name="Part">The part.</param>
/// <param name="Factor">By how much, at least 0.</param>
public sealed record BoostNode(QueryNode Part, double Factor) : QueryNode;

/// <summary>Every comment (<c>*:*</c> or <c>*</c>).</summary>
public sealed record EverythingNode : QueryNode;
