using FeedbackLab.Analysis.Findings;
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
    public void Every_number_of_the_charts_is_a_number_of_the_findings()
    {
        var content = OfficeReports.HandMade();
        Assert.Equal(new double?[] { 2, 1 }, content.ThemesChart!.Series.Single().Values.AsEnumerable());
        Assert.Equal(["利用料・自己負担", "引継ぎの時期・進め方"], content.ThemesChart.Categories);
        Assert.Equal(new double?[] { 1, 0.5 }, content.YearsChart!.Series.Select(s => s.Values[content.YearsChart.Categories.IndexOf("利用料・自己負担")]));
    }
}
