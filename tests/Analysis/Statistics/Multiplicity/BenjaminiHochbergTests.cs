using FeedbackLab.Analysis.Statistics.Multiplicity;
using FsCheck;
using FsCheck.Fluent;

namespace FeedbackLab.Analysis.Tests.Statistics.Multiplicity;

public sealed class BenjaminiHochbergTests
{
    [Fact]
    public void By_hand()
    {
        // .04·3/3 = .04; .02·3/2 = .03; .01·3/1 = .03.
        Assert.Equal([0.03, 0.03, 0.04], BenjaminiHochberg.Adjust([0.01, 0.02, 0.04]).Select(p => Math.Round(p, 12)));
        Assert.Equal([0.5], BenjaminiHochberg.Adjust([0.5]));
        Assert.Empty(BenjaminiHochberg.Adjust([]));
    }

    [Fact]
    public void No_p_gets_smaller_and_their_order_stays() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Choose(0, 1000).ArrayOf().ToArbitrary(),
            numbers =>
            {
                double[] p = [.. numbers.Select(n => n / 1000.0)];
                var adjusted = BenjaminiHochberg.Adjust([.. p]);
                return p.Zip(adjusted).All(t => t.Second >= t.First && t.Second <= 1)
                    && p.Zip(adjusted).OrderBy(t => t.First).Select(t => t.Second).SequenceEqual(adjusted.Order());
            }));
}
