using System.Collections.Immutable;
using System.Text.Json;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Statistics;
using FeedbackLab.Analysis.Themes;
using FeedbackLab.Analysis.Themes.Clusters;

namespace FeedbackLab.Analysis.Tests.Themes.Clusters;

public sealed class FoundThemesTests
{
    private static readonly string[][] Subjects =
    [
        ["料金", "請求", "明細", "振込", "領収"],
        ["研修", "教材", "講師", "資格", "受講"],
        ["送迎", "車両", "運転", "停留", "経路"],
        ["給食", "献立", "食堂", "配膳", "栄養"],
    ];

    [Theory]
    [InlineData(60)]
    [InlineData(2500)]
    public void Comments_of_four_subjects_fall_into_four_groups_that_hold(int comments)
    {
        var found = FoundThemes.Of(Corpus(Texts(comments)), [], new AnalysisOptions { Clusters = 4, MostTried = 8, Runs = 20 });
        Assert.Equal(4, found.Clusters.Length);
        var texts = Texts(comments);
        var corpus = Corpus(texts);
        Assert.All(found.Clusters, c => Assert.Single(c.Members.Select(m => SubjectOf(corpus.Comments[m].Comment.Text)).Distinct()));
        Assert.InRange(found.Curve.Points.Single(p => p.Clusters == 4).Stability, 0.75, 1);
        var proposed = found.Curve.Points.Single(p => p.Clusters == found.Curve.Proposed);
        Assert.InRange(proposed.Stability, found.Curve.Points.Skip(1).Max(p => p.Stability) - found.Curve.Tolerance - 0.0005, 1);
        Assert.Equal(found.Curve.Proposed, found.Curve.AsGood[0]);
        Assert.All(found.Clusters, c => Assert.InRange(c.Cohesion, 0.5, 1));
    }

    [Fact]
    public void What_several_respondents_copied_is_no_subject_of_its_own()
    {
        // Five of many words each, so that every word but a few is rare.
        string[] texts = [.. Enumerable.Range(0, 48).Select(i => string.Join('と', Enumerable.Range(1, 5).Select(w => Word(i * w * 7 % 160))))];
        Assert.Equal(Groups(texts), Groups([.. texts, .. texts[..6], .. texts[..6]]));

        static string Word(int i) => string.Concat((char)('ア' + (i % 80)), i < 80 ? "ン" : "リ", (char)('ア' + (i * 31 % 80)));

        string[] Groups(string[] all)
        {
            var corpus = Corpus(all);
            var found = FoundThemes.Of(corpus, [], new AnalysisOptions { Clusters = 6, MostTried = 4, Runs = 20 });
            return [.. found.Clusters.Select(c => string.Join('\n', c.Members.Select(m => corpus.Comments[m].Comment.Text).Distinct().Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal)];
        }
    }

    [Theory]
    [InlineData(40)]
    [InlineData(300)]
    [InlineData(2000)]
    public void Words_without_any_structure_give_a_flat_curve_that_says_so(int comments)
    {
        var words = Subjects.SelectMany(s => s).ToArray();
        ClusterCurve[] curves = [.. Enumerable.Range(1, 10).Select(seed =>
        {
            ulong state = (ulong)seed;
            string Drawn() => words[(int)(Draws.Next(ref state) * words.Length)];
            return FoundThemes.Of(
                Corpus([.. Enumerable.Range(0, comments).Select(_ => $"{Drawn()}と{Drawn()}と{Drawn()}。")]), [], new AnalysisOptions { MostTried = 8, Runs = 20 }).Curve;
        })];
        Assert.All(curves, curve =>
        {
            var best = curve.Points.Skip(1).Max(p => p.Stability);
            Assert.Equal(curve.Points.Skip(1).Where(p => p.Stability >= best - curve.Tolerance).Select(p => p.Clusters), curve.AsGood);
            Assert.Equal(curve.AsGood.Length * 2 > curve.Points.Length - 1, curve.IsFlat);
            Assert.Equal(curve.IsFlat, curve.Reason.Ja.StartsWith("曲線は平らです", StringComparison.Ordinal));
            Assert.Equal(curve.AsGood[0], curve.Proposed);
        });

        // Of the numbers compared one may stand out by chance; a grouping that puts all comments together is no agreement.
        var flat = curves.Count(c => c.IsFlat);
        Assert.True(flat >= 7, $"{flat}: " + string.Join("; ", curves.Select(c => string.Join(' ', c.Points.Select(p => p.Stability)) + " " + c.Tolerance)));
        Assert.All(curves, c => Assert.All(c.Points, p => Assert.InRange(p.Stability, -1, 0.9)));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(2500)]
    public void The_order_of_the_comments_changes_nothing_and_twice_gives_the_same(int comments)
    {
        var texts = Texts(comments);
        string[] turned = [.. texts.Reverse()];
        Assert.Equal(Written(texts), Written(texts));
        Assert.Equal(Written(texts), Written(turned));
    }

    [Fact]
    public void Places_on_the_map_lie_between_0_and_1_and_comments_of_a_subject_lie_together()
    {
        var corpus = Corpus(Texts(300));
        var map = FoundThemes.Of(corpus, [], new AnalysisOptions { Clusters = 4, Runs = 5 }).Map!;
        Assert.Equal(300, map.Places.Length);
        Assert.All(map.Places, p => Assert.True(p.X is >= 0 and <= 1 && p.Y is >= 0 and <= 1));
        Assert.InRange(map.Trustworthiness!.Value, 0.8, 1);
        var subject = corpus.Comments.ToDictionary(c => c.Comment.Id, c => SubjectOf(c.Comment.Text));
        var nearest = map.Places.Count(p => subject[p.Comment] == subject[map.Places
            .Where(q => q.Comment != p.Comment)
            .MinBy(q => ((q.X - p.X) * (q.X - p.X)) + ((q.Y - p.Y) * (q.Y - p.Y))).Comment]);
        Assert.InRange(nearest, 285, 300);
    }

    [Fact]
    public void New_themes_are_made_of_uncovered_comments_only()
    {
        var corpus = Corpus(Texts(200));
        int[] uncovered = [.. Enumerable.Range(0, 200).Where(i => SubjectOf(corpus.Comments[i].Comment.Text) >= 2)];
        var found = FoundThemes.Of(corpus, uncovered, new AnalysisOptions { NewThemes = 2, Runs = 20 });
        Assert.Equal(2, found.NewThemes.Length);
        Assert.Equal(uncovered, found.NewThemes.SelectMany(c => c.Members).Order());
        Assert.All(found.NewThemes, c => Assert.Single(c.Members.Select(m => SubjectOf(corpus.Comments[m].Comment.Text)).Distinct()));
    }

    [Fact]
    public void The_tree_joins_all_clusters_and_the_nearest_first()
    {
        var found = FoundThemes.Of(Corpus(Texts(200)), [], new AnalysisOptions { Clusters = 4, Runs = 20 });
        Assert.Equal(found.Clusters.Length - 1, found.Joins.Length);
        Assert.All(found.Joins, j => Assert.InRange(j.Similarity, 0, 1));
    }

    [Fact]
    public void A_comment_of_very_many_words_is_placed_and_grouped()
    {
        var found = FoundThemes.Of(
            Corpus([.. Texts(2500), string.Join('と', Enumerable.Range(0, 3000).Select(i => Subjects[1][i % 5]))]), [], new AnalysisOptions { Clusters = 4 });
        Assert.Equal(2501, found.Clusters.Sum(c => c.Members.Length));
        Assert.Equal(2501, found.Map!.Places.Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Few_comments_have_no_map_and_no_proposal(int comments)
    {
        var found = FoundThemes.Of(Corpus(Texts(comments)), [], new AnalysisOptions());
        Assert.Null(found.Map);
        Assert.Null(found.Curve.Proposed);
        Assert.Empty(found.NewThemes);
    }

    // Three of the five words of a subject, another three each time, with a number of its own.
    private static string[] Texts(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i =>
        {
            var words = Subjects[i % 4];
            var (a, b) = (i / 4 % 5, (i / 4 % 5 + 1 + (i / 20 % 4)) % 5);
            return $"{words[a]}の{words[b]}と{words[(b + 1) % 5]}は{i}";
        }),
    ];

    private static int SubjectOf(string text) => Array.FindIndex(Subjects, s => s.Any(w => text.StartsWith(w, StringComparison.Ordinal)));

    private static TokenizedCorpus Corpus(string[] texts) => TokenizedCorpus.Of(
        [.. CommentOrder.ByWords([.. texts.Select((t, i) => Samples.Comment(t, line: i + 1))])], Samples.ByCharacterClass());

    private static string Written(string[] texts)
    {
        var corpus = Corpus(texts);
        var found = FoundThemes.Of(corpus, [.. Enumerable.Range(0, texts.Length).Where(i => i % 2 == 0)], new AnalysisOptions { Clusters = 4, Runs = 5 });
        var text = corpus.Comments.ToDictionary(c => c.Comment.Id, c => c.Comment.Text);
        IEnumerable<string> Groups(ImmutableArray<Cluster> clusters) => clusters.Select(c => $"{string.Join(' ', c.Members)} {c.Cohesion:R}");
        return JsonSerializer.Serialize(new
        {
            Clusters = Groups(found.Clusters),
            New = Groups(found.NewThemes),
            found.Curve,
            Joins = found.Joins.Select(j => $"{j}"),
            Map = found.Map!.Places.Select(p => $"{text[p.Comment]} {p.X} {p.Y}"),
        });
    }
}
