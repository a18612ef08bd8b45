namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>A query made ready for a snapshot.</summary>
/// <param name="Cursor">The matching comments of a segment by its number.</param>
/// <param name="Terms">Where the query asks for any of some terms and for nothing else: those; null for other queries.</param>
internal sealed record QueryPlan(Func<int, DocumentCursor> Cursor, TermPlan[]? Terms = null)
{
    /// <summary>Where the query asks for all of some terms and for nothing else: those; null for other queries.</summary>
    public TermPlan[]? Together { get; init; }

    /// <summary>Whether every comment matches, with score 0.</summary>
    public bool IsAll { get; init; }
}
