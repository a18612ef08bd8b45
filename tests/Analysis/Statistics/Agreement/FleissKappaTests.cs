using System.Collections.Immutable;
using FeedbackLab.Analysis.Statistics.Agreement;

namespace FeedbackLab.Analysis.Tests.Statistics.Agreement;

public sealed class FleissKappaTests
{
    // Fourteen raters, ten subjects, five values: a worked example that many texts print. P̄ .378, P̄ₑ .213, kappa .210.
    private static readonly ImmutableArray<RatedUnit> Printed =
    [
        Unit(0, 0, 0, 0, 14), Unit(0, 2, 6, 4, 2), Unit(0, 0, 3, 5, 6), Unit(0, 3, 9, 2, 0), Unit(2, 2, 8, 1, 1),
        Unit(7, 7, 0, 0, 0), Unit(3, 2, 6, 3, 0), Unit(2, 5, 3, 2, 2), Unit(6, 5, 2, 1, 0), Unit(0, 2, 2, 3, 7),
    ];

    [Fact]
    public void The_printed_example()
    {
        var kappa = FleissKappa.Of(Printed, 14);
        Assert.Equal(0.378, kappa.Observed!.Value, 5e-4);
        Assert.Equal(0.210, kappa.Value!.Value, 5e-4);
        Assert.Equal((10, 14), (kappa.Units, kappa.Coders));
    }

    [Fact]
    public void Two_units_of_three_coders_by_hand()
    {
        // P̄ = (1 + 1/3)/2 = 2/3; p = 5/6 and 1/6: P̄ₑ = 26/36; kappa = (24/36 − 26/36)/(10/36) = −.2.
        Assert.Equal(-0.2, FleissKappa.Of([Unit(3, 0), Unit(2, 1)], 3).Value!.Value, 1e-12);
    }

    [Fact]
    public void Units_with_a_rating_missing_are_left_out()
    {
        Assert.Equal(FleissKappa.Of(Printed, 14), FleissKappa.Of([.. Printed, Unit(1, 0, 0, 0, 0)], 14));
        Assert.Equal(new FleissKappa(null, null, 0, 3), FleissKappa.Of(Printed, 3));
        Assert.Null(FleissKappa.Of([Unit(3, 0)], 3).Value);
    }

    private static RatedUnit Unit(params int[] counts) => new([.. counts]);
}
