namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Something that stands at positions, made ready for a snapshot.</summary>
/// <param name="Cursor">The comments of a segment that have it; null where none has.</param>
/// <param name="Rarity">The sum of the rarities of its terms.</param>
internal sealed record RangePlan(Func<int, RangeCursor?> Cursor, double Rarity);
