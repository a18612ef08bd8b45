using FeedbackLab.Analysis.Statistics.Agreement;

namespace FeedbackLab.Analysis.Tests.Statistics.Agreement;

public sealed class CodingAgreementTests
{
    // Three coders, six comments; "-" did not look, "." looked and found none.
    private static readonly string[] Coders = ["a ab c . b -", "a a bc . c a", "ab ab - c b a"];

    [Fact]
    public void Sets_that_overlap_are_partly_alike()
    {
        Assert.Equal(2.0 / 3, CodingAgreement.MasiDistance(["a"], ["a", "b"]), 1e-12);
        Assert.Equal(8.0 / 9, CodingAgreement.MasiDistance(["a", "b"], ["b", "c"]), 1e-12);
        Assert.Equal(1, CodingAgreement.MasiDistance(["a"], []));
        Assert.Equal(0, CodingAgreement.MasiDistance([], []));
    }

    // The definition (Krippendorff 2004, 11.3) with Passonneau's distance, written out in Python 3.11.
    [Fact]
    public void Alpha_over_all_codes_is_that_of_the_definition() =>
        Assert.Equal(0.3548387096774188, Agreement().All.Value!.Value, 1e-12);

    [Fact]
    public void A_code_counts_where_somebody_looked_and_is_missing_elsewhere()
    {
        var agreement = Agreement();
        Assert.Equal((6, 3), (agreement.Comments, agreement.Coders.Length));
        var a = agreement.Codes.First(c => c.Code == "a");

        // Given 8 times in 16 ratings; all three looked at four of the six comments.
        Assert.Equal((8, 0.5, 4), (a.Given, a.Prevalence, a.Fleiss.Units));
        Assert.Equal(1, a.Alpha.Value);
        Assert.True(a.IsTooFew);
    }

    [Fact]
    public void Pairs_and_differences_say_who_said_what()
    {
        var agreement = Agreement();
        var pair = agreement.Pairs[0];

        // The first two both looked at five comments; the same codes: the first and the fourth.
        Assert.Equal(("1", "2", 5, 2), (pair.First, pair.Second, pair.Comments, pair.Same));
        var first = agreement.Differences.First(d => d.Comment == "c1");
        Assert.Equal([("b", "3", "1,2")], first.Codes.Select(c => (c.Code, string.Join(',', c.With), string.Join(',', c.Without))));
    }

    [Fact]
    public void The_order_of_the_rows_changes_nothing_and_the_last_word_counts()
    {
        var ratings = Ratings().ToList();
        var reversed = CodingAgreement.Of([.. Enumerable.Reverse(ratings)]);
        Assert.Equal(Agreement().All, reversed.All);
        Assert.Equal(Agreement().AllInterval, reversed.AllInterval);
        var changed = CodingAgreement.Of([new CoderRating("c1", "1", "z", true), new CoderRating("c1", "1", "z", false), .. ratings]);
        Assert.DoesNotContain(changed.Codes, c => c.Code == "z");
    }

    private static CodingAgreement Agreement() => CodingAgreement.Of([.. Ratings()]);

    private static IEnumerable<CoderRating> Ratings() => Coders.SelectMany((row, who) => row.Split(' ').SelectMany((codes, i) => codes switch
    {
        "-" => Array.Empty<CoderRating>(),
        "." => [new CoderRating($"c{i + 1}", $"{who + 1}", null, false)],
        _ => [.. codes.Select(c => new CoderRating($"c{i + 1}", $"{who + 1}", $"{c}", true))],
    }));
}
