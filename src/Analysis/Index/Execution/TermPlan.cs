using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>A term with what each segment's dictionary says about it.</summary>
/// <param name="Entries">By segment.</param>
/// <param name="Having">By segment how many comments that are alive have it.</param>
/// <param name="Weight">Its rarity, boosted.</param>
/// <param name="Scores">Its scores (<see cref="Similarity.Table"/>), once they are asked for.</param>
internal sealed record TermPlan(TermEntry[] Entries, int[] Having, double Weight, Lazy<double[]> Scores);
