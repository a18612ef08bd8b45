namespace FeedbackLab.Analysis.Index.Storage;

/// <summary>How an index is written.</summary>
public sealed record IndexWriterOptions
{
    /// <summary>How many comments a segment has at most when many are added at once, 1 or more; default 131,072.</summary>
    public int SegmentComments { get; init; } = 1 << 17;

    /// <summary>How many uses of terms and surfaces a segment has at most before it is written, 1 or more; they take about 40 bytes each while it is. Default 6,000,000.</summary>
    public int SegmentUses { get; init; } = 6_000_000;

    /// <summary>How many comments segments may have together to be merged on a commit, 0 or more; default 200,000.</summary>
    public int MergedComments { get; init; } = 200_000;

    /// <summary>How many segments are built at once, 1 or more; default 2.</summary>
    public int Workers { get; init; } = 2;
}
