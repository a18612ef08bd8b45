using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Privacy;
using FeedbackLab.Analysis.Statistics.Years;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Reports.Content;

/// <summary>What stands out, a paragraph each: how much was read, the largest themes, what changed, what fits no theme.</summary>
internal static class ReportSummary
{
    public static ImmutableArray<string> Of(AnalysisFindings findings, ReportWords words, YearComparison? years)
    {
        var byComments = findings.CountsComments;
        var top = LargestThemes.Of(findings);
        var summary = ImmutableArray.CreateBuilder<string>();
        summary.Add(byComments
            ? words.Pick($"資料{findings.Corpus.Sources.Length}件の意見{findings.Comments.Length}件を分析しました。", $"{ScreenLanguages.InEnglish(findings.Comments.Length, "comment")} of {ScreenLanguages.InEnglish(findings.Corpus.Sources.Length, "source")} analysed.")
            : words.Pick(
                $"資料{findings.Corpus.Sources.Length}件の意見{findings.Comments.Length}件を分析しました。尋ねたのは{words.Named(findings.Respondents.Length)}です（空欄や「特になし」の{words.Unit}も入ります）。",
                $"{ScreenLanguages.InEnglish(findings.Comments.Length, "comment")} of {ScreenLanguages.InEnglish(findings.Corpus.Sources.Length, "source")} analysed; asked: {findings.Respondents.Length} {words.Unit}, those with nothing to say among them."));
        summary.Add(top.IsEmpty
            ? words.Smallest is { } smallest && findings.Themes.Any(t => SmallCounts.IsOfFew(t, smallest))
                ? words.Pick("数を示せるテーマはありませんでした。", "There is no theme whose number may be shown.")
                : words.Pick("コードブックのテーマに当てはまる意見はありませんでした。", "No comment fits a theme of the codebook.")
            : words.Pick(byComments ? "意見の多いテーマは、" : $"挙げた{words.Unit}の多いテーマは、", byComments ? "Most comments: " : "Mentioned by most: ")
                + string.Join(words.Pick("、", "; "), top.Select(t => words.Pick($"「{t.Code.Name.Ja}」（{Share(t)}）", $"{t.Code.Name.En} ({Share(t)})")))
                + words.Pick("です。", "."));
        if (years is not null)
        {
            var clear = years.Themes.Where(ReportWords.IsTold).ToList();
            var questions = years.Questions.Apart == 0 ? new BilingualText(string.Empty, string.Empty) : new("、両方の年に尋ねた設問を", ", by the questions put in both years");
            summary.Add(years.Questions.IsNoneCommon
                ? words.Pick(
                    $"{years.Earlier}年度と{years.Later}年度には同じ設問がないため、増えた・減ったとは言えません。",
                    $"{years.Earlier} and {years.Later} have no question in common, so that nothing can be said to have grown or shrunk.")
                : clear.Count == 0
                ? words.Pick(
                    $"{years.Earlier}年度と{years.Later}年度の両方に尋ねた{words.Named(years.Paired.Length)}で{questions.Ja}比べると、増えた・減ったと言えるテーマはありませんでした。",
                    $"Among the {years.Paired.Length} {words.Unit} asked in both {years.Earlier} and {years.Later}{questions.En}, no theme clearly grew or shrank.")
                : words.Pick(
                    $"{years.Earlier}年度と{years.Later}年度の両方に尋ねた{words.Named(years.Paired.Length)}で{questions.Ja}比べると、変わったと言えるテーマは{string.Join("、", clear.Select(t => $"「{t.Code.Name.Ja}」（{(t.Pairs.OnlyLater > t.Pairs.OnlyEarlier ? "増加" : "減少")}）"))}です。",
                    $"Among the {years.Paired.Length} {words.Unit} asked in both {years.Earlier} and {years.Later}{questions.En}, these changed: {string.Join(", ", clear.Select(t => t.Code.Name.En))}."));
        }

        summary.Add(words.WithoutTheme(findings.Ledger.Total.WithoutTheme));
        if (words.Smallest is not null)
        {
            summary.Add(words.HowSmallIsHidden + words.Pick(
                "挙げた人がそれより少ないテーマには、節も引用もありません。", " Themes that fewer mention have no section and no quotations."));
        }

        return summary.ToImmutable();

        string Share(ThemeFinding theme) => byComments ? words.Fraction(theme.Comments) : words.OfRespondents(theme.Respondents);
    }
}
