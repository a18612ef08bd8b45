namespace FeedbackLab.Analysis.Statistics;

/// <summary>How strongly a term sets some comments apart from the others.</summary>
/// <param name="Score">
/// Signed log-likelihood ratio G²: positive where the term is more common inside, negative where outside; 0 where equal.
/// </param>
/// <param name="Inside">Comments inside that have the term.</param>
/// <param name="InsideOf">Comments inside.</param>
/// <param name="Outside">Comments outside that have the term.</param>
/// <param name="OutsideOf">Comments outside.</param>
public readonly record struct Keyness(double Score, int Inside, int InsideOf, int Outside, int OutsideOf)
{
    /// <summary>The keyness of a term by its counts of comments.</summary>
    /// <remarks>
    /// G² = 2·Σ O·ln(O/E) over the four cells of the table term × group (Dunning 1993). Example: 3 of 4 inside and 1 of 6 outside
    /// give +3.6. Swapping inside and outside negates the score.
    /// </remarks>
    /// <param name="inside">Comments inside that have the term.</param>
    /// <param name="insideOf">Comments inside.</param>
    /// <param name="outside">Comments outside that have the term.</param>
    /// <param name="outsideOf">Comments outside.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or larger than its whole.</exception>
    public static Keyness Of(int inside, int insideOf, int outside, int outsideOf)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(inside);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inside, insideOf);
        ArgumentOutOfRangeException.ThrowIfNegative(outside);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(outside, outsideOf);
        double total = insideOf + outsideOf;
        double with = inside + outside;
        var g = Cell(inside, insideOf, with, total)
            + Cell(outside, outsideOf, with, total)
            + Cell(insideOf - inside, insideOf, total - with, total)
            + Cell(outsideOf - outside, outsideOf, total - with, total);
        var difference = ((double)inside * outsideOf) - ((double)outside * insideOf);
        return new Keyness(Math.Sign(difference) * Math.Max(0, 2 * g), inside, insideOf, outside, outsideOf);
    }

    private static double Cell(double observed, double row, double column, double total) =>
        observed > 0 ? observed * Math.Log(observed * total / (row * column)) : 0;
}
