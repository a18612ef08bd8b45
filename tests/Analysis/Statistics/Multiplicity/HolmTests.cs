using FeedbackLab.Analysis.Statistics.Multiplicity;
using FsCheck;
using FsCheck.Fluent;

namespace FeedbackLab.Analysis.Tests.Statistics.Multiplicity;

public sealed class HolmTests
{
    [Fact]
    public void By_hand()
    {
        // .01·3; max(.03, .02·2); max(.04, .04·1).
        Assert.Equal([0.03, 0.04, 0.04], Holm.Adjust([0.01, 0.02, 0.04]).Select(p => Math.Round(p, 12)));
        Assert.Equal([1.0, 1.0], Holm.Adjust([0.6, 0.9]));
        Assert.Empty(Holm.Adjust([]));
    }

    [Fact]
    public void It_is_never_kinder_than_Benjamini_and_Hochberg() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Choose(0, 1000).ArrayOf().ToArbitrary(),
            numbers =>
            {
                double[] p = [.. numbers.Select(n => n / 1000.0)];
                var holm = Holm.Adjust([.. p]);
                return holm.Zip(BenjaminiHochberg.Adjust([.. p])).All(t => t.First >= t.Second - 1e-12 && t.First <= 1);
            }));
}
