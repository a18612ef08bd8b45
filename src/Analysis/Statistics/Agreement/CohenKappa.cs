namespace FeedbackLab.Analysis.Statistics.Agreement;

/// <summary>How far two coders agree beyond chance on whether something is there (Cohen 1960).</summary>
/// <param name="Both">Units that both say have it.</param>
/// <param name="OnlyFirst">Units that only the first says have it.</param>
/// <param name="OnlySecond">Units that only the second says have it.</param>
/// <param name="Neither">Units that both say don't have it.</param>
public readonly record struct CohenKappa(long Both, long OnlyFirst, long OnlySecond, long Neither)
{
    /// <summary>All units.</summary>
    public long Units => Both + OnlyFirst + OnlySecond + Neither;

    /// <summary>Share of the units on which both agree, 0 to 1; null without units.</summary>
    public double? Observed => Units == 0 ? null : (double)(Both + Neither) / Units;

    /// <summary>Mean share of the units that have it, 0 to 1: kappa is low where nearly all or nearly none have it. Null without units.</summary>
    public double? Prevalence => Units == 0 ? null : ((2.0 * Both) + OnlyFirst + OnlySecond) / (2.0 * Units);

    /// <summary>
    /// (observed − expected) / (1 − expected) agreement, −1 to 1; null without units, or where chance alone agrees on everything.
    /// Example: of 1,000 characters each coder codes 100, 80 of them the same: (.96 − .82) / .18 = .7778.
    /// </summary>
    public double? Value
    {
        get
        {
            if (Units == 0)
            {
                return null;
            }

            double n = Units;
            var first = (Both + OnlyFirst) / n;
            var second = (Both + OnlySecond) / n;
            var expected = (first * second) + ((1 - first) * (1 - second));
            return expected >= 1 ? null : (((Both + Neither) / n) - expected) / (1 - expected);
        }
    }
}
