using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Statistics.Agreement;

/// <summary>How often each value was given to one unit by those who rated it.</summary>
/// <param name="Counts">By value how many gave it; those who did not rate the unit count nowhere.</param>
public readonly record struct RatedUnit(ImmutableArray<int> Counts)
{
    /// <summary>How many rated it.</summary>
    public int Ratings => Counts.Sum();
}
