using FeedbackLab.Analysis.Themes;

namespace FeedbackLab.Analysis.Tests.Themes;

public sealed class RunCountsTests
{
    [Fact]
    public void A_run_counts_once_a_text_however_often_it_comes_and_however_large_the_table_grows()
    {
        var counts = new RunCounts();
        const int Texts = 60;
        for (var text = 1; text <= Texts; text++)
        {
            // Run r stands, twice, in every r-th text.
            List<ulong> runs = [.. Enumerable.Range(1, 5000).Where(r => text % r == 0 || r > Texts).Select(r => (ulong)r)];
            counts.Add([.. runs, .. runs]);
        }

        Assert.Equal(5000, counts.All().Count());
        Assert.All(counts.All(), r => Assert.Equal(r.Run <= Texts ? Texts / (int)r.Run : Texts, r.Texts));
        Assert.Equal(Texts / 7, counts[7]);
        Assert.Equal(0, counts[9999]);
    }

    [Fact]
    public void More_texts_than_it_has_room_for_are_refused()
    {
        var counts = new RunCounts();
        for (var text = 0; text < RunCounts.MostTexts; text++)
        {
            counts.Add([7]);
        }

        Assert.Equal(RunCounts.MostTexts, counts[7]);
        Assert.Throws<InvalidOperationException>(() => counts.Add([7]));
    }
}
