using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Index.Queries;

/// <summary>Comments that all of one list match, none of another, and where the first is empty one of a third.</summary>
/// <remarks>The score is the sum of those of all that match, in the order given. With exclusions only, everything else matches.</remarks>
/// <param name="Must">What must match.</param>
/// <param name="Should">What adds to the score; one must match where <paramref name="Must"/> is empty and this is not.</param>
/// <param name="Not">What must not match.</param>
public sealed record BooleanQuery(
    ImmutableArray<IndexQuery> Must, ImmutableArray<IndexQuery> Should, ImmutableArray<IndexQuery> Not) : IndexQuery
{
    /// <summary>Comments that match everything.</summary>
    /// <param name="queries">What must match.</param>
    public static BooleanQuery And(params ImmutableArray<IndexQuery> queries) => new(queries, [], []);

    /// <summary>Comments that match anything.</summary>
    /// <param name="queries">What may match.</param>
    public static BooleanQuery Or(params ImmutableArray<IndexQuery> queries) => new([], queries, []);
}
