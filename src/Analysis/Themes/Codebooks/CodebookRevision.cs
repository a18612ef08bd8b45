using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Themes.Codebooks;

/// <summary>A codebook as it is to be, and the steps that lead there from the version before.</summary>
/// <param name="Codebook">The codebook.</param>
/// <param name="Steps">The steps, in order.</param>
public sealed record CodebookRevision(Codebook Codebook, ImmutableArray<CodeStep> Steps)
{
    /// <summary>The steps that can be told from two codebooks: codes added, retired, renamed and redefined, in the order of their codebooks.</summary>
    /// <remarks>Terms, rules, examples, colours and parents are how a code is found and shown, not what it means.</remarks>
    /// <param name="before">The earlier codebook.</param>
    /// <param name="after">The later one.</param>
    public static CodebookRevision Between(Codebook before, Codebook after)
    {
        var diff = CodebookDiff.Of(before, after);
        return new CodebookRevision(
            after,
            [
                .. diff.Removed.Select(c => new CodeStep(CodeOperation.Retired, [c.Id], [])),
                .. diff.Changed.Where(c => c.Before.Name != c.After.Name).Select(c => new CodeStep(CodeOperation.Renamed, [c.After.Id], [c.After.Id])),
                .. diff.Changed.Where(c => !IsSameMeaning(c.Before, c.After)).Select(c => new CodeStep(CodeOperation.Redefined, [c.After.Id], [c.After.Id])),
                .. diff.Added.Select(c => new CodeStep(CodeOperation.Added, [], [c.Id])),
            ]);
    }

    /// <summary>Whether two codes say the same of what they are about, what is in and what is out.</summary>
    /// <param name="one">A code.</param>
    /// <param name="other">Another.</param>
    public static bool IsSameMeaning(Code one, Code other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return one.Definition == other.Definition && one.Include == other.Include && one.Exclude == other.Exclude;
    }

    /// <summary>Codes that come back under an id that was used before and is not in the latest version, with what the id meant last.</summary>
    /// <param name="versions">All versions so far, oldest first.</param>
    /// <returns>In the codebook's order.</returns>
    public ImmutableArray<(Code Now, Code Before)> ComingBack(IReadOnlyList<Codebook> versions)
    {
        ArgumentNullException.ThrowIfNull(versions);
        if (versions.Count == 0)
        {
            return [];
        }

        var latest = versions[^1].Codes.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Codebook.Codes.Where(c => !latest.Contains(c.Id))
                .Select(c => (Now: c, Before: versions.Reverse().SelectMany(v => v.Codes).FirstOrDefault(b => b.Id == c.Id)))
                .Where(c => c.Before is not null)
                .Select(c => (c.Now, c.Before!)),
        ];
    }
}
