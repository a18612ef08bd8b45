using FeedbackLab.Analysis.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace FeedbackLab.Analysis.Tests.Statistics;

public sealed class KeynessTests
{
    [Fact]
    public void Three_of_four_inside_and_one_of_six_outside_by_hand()
    {
        // 2·(3 ln(3·10/(4·4)) + 1 ln(1·10/(6·4)) + 1 ln(1·10/(4·6)) + 5 ln(5·10/(6·6)))
        var expected = 2 * ((3 * Math.Log(30.0 / 16)) + Math.Log(10.0 / 24) + Math.Log(10.0 / 24) + (5 * Math.Log(50.0 / 36)));
        Assert.Equal(expected, Keyness.Of(3, 4, 1, 6).Score, 1e-12);
        Assert.Equal(3.6, Keyness.Of(3, 4, 1, 6).Score, 0.05);
    }

    [Fact]
    public void Equal_shares_score_zero() => Assert.Equal(0, Keyness.Of(2, 4, 3, 6).Score, 1e-12);

    [Fact]
    public void Swapping_inside_and_outside_negates_the_score() =>
        Check.One(
            Config.QuickThrowOnFailure.WithReplay(20261120, 3),
            Prop.ForAll(
                ArbMap.Default.ArbFor<(byte A, byte B, byte C, byte D)>(),
                t =>
                {
                    var (a, n) = (Math.Min(t.A, t.B), Math.Max(t.A, t.B));
                    var (b, m) = (Math.Min(t.C, t.D), Math.Max(t.C, t.D));
                    return Math.Abs(Keyness.Of(a, n, b, m).Score + Keyness.Of(b, m, a, n).Score) < 1e-9;
                }));

    [Fact]
    public void A_count_above_its_whole_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Keyness.Of(5, 4, 0, 1));

    [Fact]
    public void Key_terms_are_those_of_the_group_without_parts_of_stronger_ones()
    {
        var corpus = Samples.Tokenized("料金の請求", "料金の説明と請求", "請求と料金", "研修の教材", "研修の会場", "会場の予約");
        var terms = KeyTerms.Of(corpus, [true, true, true, false, false, false], 8);
        Assert.Equal(["料金", "請求"], terms.Select(t => t.Text).Order(StringComparer.Ordinal));
        Assert.All(terms, t => Assert.Equal((3, 3, 0, 3), (t.Keyness.Inside, t.Keyness.InsideOf, t.Keyness.Outside, t.Keyness.OutsideOf)));
    }
}
