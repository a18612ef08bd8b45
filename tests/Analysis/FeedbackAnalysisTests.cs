using System.Text.Json;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Statistics;
using FeedbackLab.Analysis.Statistics.Association;
using FeedbackLab.Analysis.Statistics.CrossTables;
using FeedbackLab.Analysis.Statistics.Years;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Tests;

public sealed class FeedbackAnalysisTests
{
    private static readonly TextTerms Reader = Samples.ByCharacterClass(LexiconReader.Default);

    private static readonly Comment[] Comments =
    [
        Samples.Comment("引継ぎの時期が遅く、状態がわからない", "青空", 2023, 1),
        Samples.Comment("引継ぎの時期を早めに相談してほしい", "海辺", 2023, 2),
        Samples.Comment("利用料の説明が足りない", "青空", 2023, 3),
        Samples.Comment("自己負担が出ると聞いて利用をやめた", "川原", 2024, 4),
        Samples.Comment("利用料の説明が足りない。", "青空", 2023, 5),
        Samples.Comment("家族と住まいの相談が増えて生活支援に追われる", "森野", 2024, 6),
        Samples.Comment("生活支援と家族の相談で手一杯だ", "青空", 2024, 7),
        Samples.Comment("役割分担と窓口を決める", null, 2024, 8, meeting: "m1"),
        Samples.Comment("利用料の説明が足りない", null, 2024, 9, meeting: "m1"),
        Samples.Comment("利用料の説明が足りない", null, 2024, 10, meeting: "m2"),
        Samples.Comment("情報共有の会議を開く", "海辺", null, 11),
    ];

    private static readonly LeftOut[] LeftOut =
    [
        Samples.Out(LeftOutReason.Blank, "谷間", 2023),
        Samples.Out(LeftOutReason.NothingToSay, "青空", 2024),
        Samples.Out(LeftOutReason.Aside),
    ];

    [Fact]
    public void The_ledger_adds_up()
    {
        var total = Run(Comments).Ledger.Total;
        Assert.Equal((14, 10, 1, 1, 1, 1), (total.RowsIn, total.Analysed, total.Blank, total.NothingToSay, total.Duplicates, total.LeftAside));
    }

    [Fact]
    public void Only_the_same_words_of_the_same_respondent_in_the_same_meeting_are_a_duplicate()
    {
        var duplicate = Assert.Single(Run(Comments).Duplicates);
        Assert.Equal((5, Comments[2].Id), (duplicate.Comment.Place.LineStart, duplicate.Original));
    }

    [Fact]
    public void Rows_of_a_table_that_names_nobody_are_different_people()
    {
        Comment[] rows = [.. Enumerable.Range(2, 3).Select(r => Samples.Comment("利用料の負担が大きい。", line: r) with { Place = new Place(r, r, Row: r, Column: "ご意見") })];
        Assert.Equal((3, 0), (Run(rows).Ledger.Total.Analysed, Run(rows).Ledger.Total.Duplicates));
        Assert.Equal(1, Run([.. rows, rows[0] with { Id = "twice", Place = rows[0].Place with { Item = 2 } }]).Ledger.Total.Duplicates);
    }

    [Fact]
    public void Who_left_the_cell_blank_was_asked_too() =>
        Assert.Equal(["川原", "森野", "海辺", "谷間", "青空"], Run(Comments).Respondents.AsEnumerable());

    [Fact]
    public void Who_speaks_in_minutes_or_signs_a_statement_or_a_report_was_not_asked()
    {
        Comment[] spoken =
        [
            Samples.Comment("利用料の説明が足りない", "事務局", 2024, 21, meeting: "m1") with { Kind = CommentKind.Meeting },
            Samples.Comment("利用料の負担が大きい", "海辺", 2024, 22) with { Kind = CommentKind.Report },
            Samples.Comment("利用料の額が不明だ", "協議会", 2024, 23) with { Kind = CommentKind.Statement },
        ];
        var (answers, all) = (Run(Comments), Run([.. Comments, .. spoken]));
        Assert.Equal(answers.Respondents.AsEnumerable(), all.Respondents.AsEnumerable());
        Assert.Equal(Counted(answers), Counted(all));
        Assert.Equal(3, all.Themes.Sum(t => t.WithoutRespondent) - answers.Themes.Sum(t => t.WithoutRespondent));
        Assert.Equal(YearComparison.Of(answers, 2023, 2024).New.AsEnumerable(), YearComparison.Of(all, 2023, 2024).New.AsEnumerable());
        Assert.Equal(Tree(answers), Tree(all));
        Assert.Contains(all.Comments, c => c.Comment.Respondent == "事務局");
        Assert.Equal((7, 4), (all.Themes.Single(t => t.Code.Id == "fees").Speakers, answers.Themes.Single(t => t.Code.Id == "fees").Speakers));

        var minutes = FeedbackAnalysis.Run(Samples.Corpus(spoken), CodebookReader.Default, Reader, new AnalysisOptions { Runs = 1 });
        Assert.Equal((0, true), (minutes.Respondents.Length, minutes.CountsComments));
        Assert.All(CodeCooccurrence.Of(minutes), p => Assert.Equal(CrossUnit.Comments, p.Unit));

        static List<(string, DocumentFrequency)> Tree(AnalysisFindings findings) =>
            [.. ThemeTree.Of(findings.Codebook, findings).Lines().Select(l => (l.Node.Code.Id, l.Node.Respondents)).OrderBy(t => t.Id, StringComparer.Ordinal)];
        static List<(string, DocumentFrequency, string)> Counted(AnalysisFindings findings) =>
            [.. findings.Themes.Select(t => (t.Code.Id, t.Respondents, string.Join(' ', t.ByYear.Select(y => y.Respondents)))).OrderBy(t => t.Id, StringComparer.Ordinal)];
    }

    [Fact]
    public void A_theme_counts_respondents_comments_meetings_and_years()
    {
        var fees = Run(Comments).Themes.Single(t => t.Code.Id == "fees");
        Assert.Equal(new DocumentFrequency(2, 5), fees.Respondents);
        Assert.Equal(new DocumentFrequency(4, 10), fees.Comments);
        Assert.Equal(new DocumentFrequency(2, 2), fees.Meetings);
        Assert.Equal(2, fees.WithoutRespondent);
        Assert.Equal(["川原", "青空"], fees.ByRespondent.Select(r => r.Respondent));
        Assert.Equal([2023, 2024], fees.ByYear.Select(y => y.Year));
        Assert.Equal(new DocumentFrequency(1, 3), fees.ByYear[0].Respondents);
        Assert.Equal(new DocumentFrequency(1, 3), fees.ByYear[0].Comments);
        Assert.Equal(new DocumentFrequency(1, 3), fees.ByYear[1].Respondents);
        Assert.Equal(new DocumentFrequency(3, 6), fees.ByYear[1].Comments);
    }

    [Fact]
    public void Every_theme_has_evidence_inside_its_comments()
    {
        var findings = Run(Comments);
        foreach (var comment in findings.Comments)
        {
            Assert.All(comment.Codings, coding =>
            {
                Assert.NotEmpty(coding.Evidence);
                Assert.All(coding.Evidence, e => Assert.InRange(e.End, e.Start + 1, comment.Comment.Text.Length));
            });
        }
    }

    [Fact]
    public void Themes_come_by_respondents_then_comments() =>
        Assert.Equal(
            Run(Comments).Themes.OrderByDescending(t => t.Respondents.Count).ThenByDescending(t => t.Comments.Count).Select(t => t.Code.Id),
            Run(Comments).Themes.Select(t => t.Code.Id));

    [Fact]
    public void Clusters_hold_each_comment_at_most_once_and_agree_with_the_comments()
    {
        var findings = Run(Comments);
        var ids = findings.Clusters.SelectMany(c => c.CommentIds).ToList();
        Assert.Distinct(ids);
        Assert.All(findings.Clusters, c => Assert.Equal(c.Medoid, c.CommentIds[0]));
        Assert.All(
            findings.Comments.Where(c => c.Cluster is not null),
            c => Assert.Contains(c.Comment.Id, findings.Clusters[c.Cluster!.Value - 1].CommentIds));
        Assert.Equal(ids.Count, findings.Comments.Count(c => c.Cluster is not null));
    }

    [Fact]
    public void Shuffling_the_rows_changes_nothing()
    {
        var expected = Json(Run(Comments));
        Assert.Equal(expected, Json(Run(Comments.Reverse())));
        for (var step = 2; step < Comments.Length; step++)
        {
            // Eleven rows: every step from 2 to 10 is another order of all of them.
            Assert.Equal(expected, Json(Run(Comments.Select((_, i) => Comments[i * step % Comments.Length]))));
        }
    }

    [Fact]
    public void Moving_the_rows_to_other_lines_changes_places_and_ids_only()
    {
        var moved = Comments.Select((c, i) => Samples.Comment(
            c.Text, c.Respondent, c.Year, Comments.Length - i, meeting: c.Meeting)).ToList();
        Assert.Equal(WithoutPlaces(Run(Comments)), WithoutPlaces(Run(moved)));
    }

    [Fact]
    public void No_comments_give_empty_findings()
    {
        var findings = Run([]);
        Assert.Empty(findings.Comments);
        Assert.Empty(findings.Clusters);
        Assert.All(findings.Themes, t => Assert.Equal(0, t.Comments.Count));
        Assert.Equal(3, findings.Ledger.Total.RowsIn);
    }

    [Fact]
    public void One_comment_is_enough()
    {
        var findings = Run([Samples.Comment("利用料の説明が足りない", "青空")]);
        Assert.Equal("fees", Assert.Single(findings.Comments).Codings[0].Code);
    }

    [Fact]
    public void Hostile_text_is_analysed()
    {
        var findings = Run(HostileText.Table.Where(t => t.Length > 0).Select((t, i) => Samples.Comment(t, line: i + 1)));
        var total = findings.Ledger.Total;
        Assert.Equal(total.RowsIn, total.Analysed + total.Blank + total.NothingToSay + total.Duplicates + total.LeftAside);
    }

    [Fact]
    public void All_wrong_options_are_named_at_once()
    {
        var options = new AnalysisOptions { Clusters = 0, Runs = 0, WeakCohesion = double.NaN, MostCodes = 0 };
        var failure = Assert.Throws<ArgumentException>(() => FeedbackAnalysis.Run(Samples.Corpus([]), CodebookReader.Default, Reader, options));
        Assert.All(["--clusters", "Runs", "WeakCohesion", "MostCodes"], name => Assert.Contains(name, failure.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Progress_names_every_stage_and_ends_each_at_one()
    {
        var done = new List<AnalysisStage>();
        var gate = new Lock();
        FeedbackAnalysis.Run(
            Samples.Corpus(Comments, LeftOut),
            CodebookReader.Default,
            Reader,
            new AnalysisOptions { Runs = 2 },
            (stage, share) =>
            {
                lock (gate)
                {
                    Assert.InRange(share, 0, 1);
                    if (share == 1)
                    {
                        done.Add(stage);
                    }
                }
            });
        Assert.Equal(Enum.GetValues<AnalysisStage>(), done.Distinct());
    }

    private static AnalysisFindings Run(IEnumerable<Comment> comments) =>
        FeedbackAnalysis.Run(Samples.Corpus(comments, LeftOut), CodebookReader.Default, Reader, new AnalysisOptions { Runs = 4 });

    private static string Json(AnalysisFindings findings) => JsonSerializer.Serialize(findings with { Corpus = Samples.Corpus([]) });

    private static string WithoutPlaces(AnalysisFindings findings)
    {
        var texts = findings.Comments.ToDictionary(c => c.Comment.Id, c => $"{c.Comment.Respondent}|{c.Comment.Meeting}|{c.Comment.Text}");
        return JsonSerializer.Serialize(new
        {
            Comments = findings.Comments
                .Select(c => new { Text = texts[c.Comment.Id].TrimEnd('。'), c.Codings, c.Types, c.Cluster })
                .OrderBy(c => c.Text, StringComparer.Ordinal),
            Themes = findings.Themes.Select(t => new { t.Code.Id, t.Respondents, t.Comments, t.Terms, Texts = t.Representative.Select(i => texts[i].TrimEnd('。')) }),
            Clusters = findings.Clusters.Select(c => new { c.Label, c.Cohesion, Texts = c.CommentIds.Select(i => texts[i].TrimEnd('。')) }),
        });
    }
}
