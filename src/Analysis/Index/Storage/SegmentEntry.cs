namespace FeedbackLab.Analysis.Index.Storage;

/// <summary>A segment of a state.</summary>
/// <param name="File">Its file.</param>
/// <param name="Checksum">What <see cref="SegmentFile.Write"/> returned.</param>
/// <param name="Documents">How many comments it has, deleted ones included.</param>
/// <param name="Live">How many are not deleted.</param>
/// <param name="LiveFile">Where it says which; null where all are alive.</param>
internal sealed record SegmentEntry(string File, ulong Checksum, int Documents, int Live, string? LiveFile);
