using FeedbackLab.Analysis;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Statistics.Years;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Reports.Content;
using FeedbackLab.Viewer.Reports.Settings;

namespace FeedbackLab.Viewer.Tests.Reports.Content;

public sealed class ReportContentTests
{
    private static readonly ReportWords Words = new(ScreenLanguage.Japanese, "センター", c => c);

    [Theory]
    [InlineData(11, 15, "15センターのうち11センター（73%）", "45〜92%")]
    [InlineData(0, 15, "15センターのうち0センター（0%）", "0〜22%")]
    [InlineData(1, 1, "1センターのうち1センター（100%）", "–")]
    public void A_count_stands_with_its_denominator_and_its_exact_interval(int count, int of, string words, string interval)
    {
        Assert.Equal(words, Words.OfRespondents(new DocumentFrequency(count, of)));
        Assert.Equal(interval, Words.Interval(new DocumentFrequency(count, of)));
    }

    [Fact]
    public void A_code_whose_meaning_changed_between_the_years_is_not_compared()
    {
        var ledger = new CodeLedger([new CodeLedgerEntry(1, 2, default, "佐倉", new CodeStep(CodeOperation.Redefined, ["fees"], ["fees"]), string.Empty)]);
        var content = ReportContent.Of(
            HandMadeFindings.Of(),
            InventedFindings.Run,
            ReportSettings.Default with { Years = (2023, 2024) },
            ScreenLanguage.Japanese,
            PublishedText.AsIs,
            (_, _) => new CodesOfYears(ledger, new YearCoding(2023, 1, []), new YearCoding(2024, 2, [])));
        Assert.Contains("コードの意味が変わった", content.Themes.Single(t => t.Code == "fees").Change, StringComparison.Ordinal);
        Assert.DoesNotContain("コードの意味が変わった", content.Themes.Single(t => t.Code == "handover").Change, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "設問「問2 送迎」は 2024 年だけ。比べるのはどの年にも尋ねた設問の答えだけで、ほかの意見 1 件は比べていません。")]
    [InlineData(3, "比べるのは、どの年にも尋ねた設問の答えだけです。")]
    public void The_method_says_what_was_not_asked_in_both_years_and_no_numbers_of_it_for_publication(int? smallest, string says)
    {
        var findings = HandMadeFindings.Of();
        Comment Asked(Comment comment, string question) => comment with { Question = question, Place = comment.Place with { Column = question } };
        var later = findings.Comments.First(c => c.Comment is { Kind: CommentKind.Answer, Year: 2024 }).Comment.Id;
        findings = findings with
        {
            Corpus = findings.Corpus with { Comments = [.. findings.Corpus.Comments.Select(c => Asked(c, c.Id == later ? "問2 送迎" : "問1 引継ぎ"))] },
        };
        var content = ReportContent.Of(findings, InventedFindings.Run, ReportSettings.Default with { Years = (2023, 2024) }, ScreenLanguage.Japanese, PublishedText.AsIs with { Smallest = smallest });
        var method = content.Method.Paragraphs.Single(p => p.Heading == "年の比べ方").Text;
        Assert.EndsWith(says, method, StringComparison.Ordinal);
        Assert.Equal(method, content.Method.Years);
    }

    [Fact]
    public void Of_a_theme_of_questions_put_in_one_year_no_nought_is_told_and_no_chart_of_years_drawn()
    {
        var content = Compared("問1", "問2");
        var change = Assert.Single(content.Themes, t => t.Code == "fees").Change!;
        Assert.Equal("両方の年には尋ねていない設問では、2023年度に回答者6者、2024年度に回答者2者が挙げました。同じ設問を両方の年には尋ねていないため、増減は比べられません。", change);
        Assert.Equal("theme-fees", content.Themes.Single(t => t.Code == "fees").Chart!.Name);
        Assert.DoesNotContain("年度", content.Themes.Single(t => t.Code == "fees").Chart!.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_theme_raised_in_other_questions_too_has_one_number_in_sentence_and_chart()
    {
        var theme = Assert.Single(Compared("問0", "問2").Themes, t => t.Code == "fees");
        Assert.StartsWith("両方の年に尋ねた設問では、2023年度は回答者8者のうち6者（75%）、2024年度は回答者8者のうち0者（0%）。両方の年に尋ねた回答者8者のうち、新たに挙げたのは0者、挙げなくなったのは6者、続けて挙げたのは0者です。", theme.Change, StringComparison.Ordinal);
        Assert.EndsWith("両方の年には尋ねていない設問では、2024年度に回答者2者が挙げました。", theme.Change, StringComparison.Ordinal);
        Assert.Equal([0.75, 0], Assert.Single(theme.Chart!.Series).Values);
    }

    [Fact]
    public void Years_without_a_common_question_tell_of_no_change()
    {
        var content = ReportContent.Of(Survey((2023, "問1"), (2024, "問2")), InventedFindings.Run, ReportSettings.Default with { Years = (2023, 2024) }, ScreenLanguage.Japanese, PublishedText.AsIs);
        Assert.All(content.Years!.Themes, t => Assert.False(t.IsClear));
        Assert.Contains("同じ設問がない", content.Themes.Single(t => t.Code == "fees").Change, StringComparison.Ordinal);
        Assert.Contains("同じ設問がないため", string.Concat(content.Summary), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9 7 5 3", 3)]
    [InlineData("9 7 5 5 3", 4)]
    [InlineData("9 7 5 5 5 5 5 3", 2)] // seven are too many to name, and which of the five would be chance
    [InlineData("5 5 5 5 5 5 5", 3)]
    [InlineData("9 2", 2)]
    public void Themes_as_large_as_the_third_are_named_with_it(string counts, int named)
    {
        var findings = InventedFindings.Of();
        var themes = counts.Split(' ').Select(c => findings.Themes[0] with { Respondents = new DocumentFrequency(int.Parse(c, System.Globalization.CultureInfo.InvariantCulture), 9), Comments = new DocumentFrequency(9, 99) });
        Assert.Equal(named, LargestThemes.Of(findings with { Themes = [.. themes] }).Length);
    }

    [Fact]
    public void Where_one_respondent_is_known_and_most_comments_name_nobody_comments_are_counted()
    {
        var survey = Survey((2024, "問0"), (2024, "問1"));
        AnalysisFindings Naming(int named) => survey with
        {
            Respondents = ["所1"],
            Comments = [.. survey.Comments.Select((c, i) => c with { Comment = c.Comment with { Respondent = i < named ? "所1" : null } })],
        };
        Assert.True(Naming(7).CountsComments);
        Assert.False(Naming(16).CountsComments);
        Assert.False(survey.CountsComments);
        var content = ReportContent.Of(Naming(7), InventedFindings.Run, ReportSettings.Default, ScreenLanguage.Japanese, PublishedText.AsIs);
        Assert.DoesNotContain(content.Themes, t => t.Lead.Contains("回答者1", StringComparison.Ordinal));
        Assert.DoesNotContain(content.Summary, p => p.Contains("回答者1", StringComparison.Ordinal));
    }

    // Eight centres and two years: 庭 is asked in both, 利用料 in question `earlier` of 2023 and `later` of 2024.
    private static ReportContent Compared(string earlier, string later) => ReportContent.Of(
        Survey((2023, "問0"), (2024, "問0"), (2023, earlier), (2024, later)), InventedFindings.Run, ReportSettings.Default with { Years = (2023, 2024) }, ScreenLanguage.Japanese, PublishedText.AsIs);

    private static AnalysisFindings Survey(params (int Year, string Question)[] columns)
    {
        var comments = columns.SelectMany((column, c) => Enumerable.Range(1, 8).Select(i =>
        {
            var says = c >= columns.Length - 2 && i <= (column.Year == 2023 ? 6 : 2) ? "利用料の負担が重い。" : $"庭の木が{i}本ある。";
            var place = new Place((10 * c) + i, (10 * c) + i, null, (10 * c) + i, column.Question);
            return new Comment($"{c}-{i}", "調査.csv", CommentKind.Answer, $"所{i}", null, column.Question, column.Year, place, says, []);
        }));
        var source = new Source("調査.csv", "0", SourceFormat.Delimited, "utf-8", null, null, 99, []);
        return FeedbackAnalysis.Run(new CommentCorpus([source], [.. comments], [], [], [], [], []), CodebookReader.Default, LexiconReader.Default, new AnalysisOptions { Clusters = 1, Runs = 1 });
    }

    [Fact]
    public void Every_number_of_the_charts_is_a_number_of_the_findings()
    {
        var content = OfficeReports.HandMade();
        Assert.Equal(new double?[] { 2, 1 }, content.ThemesChart!.Series.Single().Values.AsEnumerable());
        Assert.Equal(["利用料・自己負担", "引継ぎの時期・進め方"], content.ThemesChart.Categories);
        Assert.Equal(new double?[] { 1, 0.5 }, content.YearsChart!.Series.Select(s => s.Values[content.YearsChart.Categories.IndexOf("利用料・自己負担")]));
    }
}
