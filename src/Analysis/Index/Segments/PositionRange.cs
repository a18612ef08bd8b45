namespace FeedbackLab.Analysis.Index.Segments;

/// <summary>A stretch of positions.</summary>
/// <param name="Start">The first.</param>
/// <param name="End">The one after the last.</param>
internal readonly record struct PositionRange(int Start, int End);
