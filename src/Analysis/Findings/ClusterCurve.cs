using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Findings;

/// <summary>How well numbers of clusters hold, for whoever chooses one.</summary>
/// <param name="Points">One a number tried, ascending; empty where there are too few comments.</param>
/// <param name="Proposed">The number that is proposed; null where none can be.</param>
/// <param name="Reason">Why that one, or why none.</param>
/// <param name="Comments">How many comments it was measured on: all, or a sample chosen by their words.</param>
public sealed record ClusterCurve(ImmutableArray<ClusterCurvePoint> Points, int? Proposed, BilingualText Reason, int Comments)
{
    /// <summary>The numbers that hold as well as the best one, within <see cref="Tolerance"/> of it, ascending; the proposal is the first of them.</summary>
    public ImmutableArray<int> AsGood { get; init; } = [];

    /// <summary>How far below the best a number may be to hold as well as it, in adjusted Rand index; 0 where nothing is proposed.</summary>
    public double Tolerance { get; init; }

    /// <summary>Whether more than half of the numbers hold equally well, so that the curve does not choose one.</summary>
    public bool IsFlat { get; init; }
}

/// <summary>How well one number of clusters holds.</summary>
/// <param name="Clusters">The number.</param>
/// <param name="Stability">Mean adjusted Rand index between groupings of different parts of the data, about 0 to 1, rounded to three decimals.</param>
/// <param name="Smallest">Share of the comments that the smallest group has, 0 to 1, rounded to three decimals.</param>
public readonly record struct ClusterCurvePoint(int Clusters, double Stability, double Smallest);
