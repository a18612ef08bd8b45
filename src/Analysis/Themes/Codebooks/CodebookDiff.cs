using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Themes.Codebooks;

/// <summary>What two codebooks differ in.</summary>
/// <param name="Added">Codes that only the later one has, in its order.</param>
/// <param name="Removed">Codes that only the earlier one has, in its order.</param>
/// <param name="Changed">Codes of both that differ, in the later one's order.</param>
public sealed record CodebookDiff(ImmutableArray<Code> Added, ImmutableArray<Code> Removed, ImmutableArray<CodeChange> Changed)
{
    /// <summary>The differences; codes are the same by their ids.</summary>
    /// <param name="earlier">The earlier codebook.</param>
    /// <param name="later">The later one.</param>
    public static CodebookDiff Of(Codebook earlier, Codebook later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        var before = earlier.Codes.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var after = later.Codes.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        return new CodebookDiff(
            [.. later.Codes.Where(c => !before.ContainsKey(c.Id))],
            [.. earlier.Codes.Where(c => !after.Contains(c.Id))],
            [.. later.Codes.Where(c => before.ContainsKey(c.Id)).Select(c => new CodeChange(before[c.Id], c)).Where(c => !c.Fields.IsEmpty)]);
    }
}

/// <summary>A code as it was and as it is.</summary>
/// <param name="Before">As it was.</param>
/// <param name="After">As it is.</param>
public sealed record CodeChange(Code Before, Code After)
{
    /// <summary>The names of the fields that differ: <c>name</c>, <c>definition</c>, <c>include</c>, <c>exclude</c>, <c>terms</c>, <c>rules</c>, <c>examples</c>, <c>parent</c>, <c>color</c>, <c>codable</c>.</summary>
    public ImmutableArray<string> Fields { get; } =
    [
        .. new (string Name, bool Same)[]
        {
            ("name", Before.Name == After.Name),
            ("definition", Before.Definition == After.Definition),
            ("include", Before.Include == After.Include),
            ("exclude", Before.Exclude == After.Exclude),
            ("terms", Before.Terms.SequenceEqual(After.Terms)),
            ("rules", Before.Rules.SequenceEqual(After.Rules)),
            ("examples", Before.Examples.SequenceEqual(After.Examples)),
            ("parent", Before.Parent == After.Parent),
            ("color", Before.Color == After.Color),
            ("codable", Before.IsCodable == After.IsCodable),
        }.Where(f => !f.Same).Select(f => f.Name),
    ];
}
