using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics.Standouts;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Charts;
using FeedbackLab.Viewer.Reports.Content;

namespace FeedbackLab.Viewer.Pages.Overview;

/// <summary>The words of the overview.</summary>
/// <param name="language">The language of the user.</param>
public sealed class OverviewWords(ScreenLanguage language)
{
    /// <summary>Heading of the table behind the chart.</summary>
    public BilingualText ThemesTable { get; } = new("テーマごとの回答者と意見の数", "Respondents and comments by theme");

    /// <summary>A column.</summary>
    public BilingualText Theme { get; } = new("テーマ", "Theme");

    /// <summary>A column.</summary>
    public BilingualText Respondents { get; } = new("回答者", "Respondents");

    /// <summary>A column.</summary>
    public BilingualText RespondentsAsked { get; } = new("全回答者", "Respondents asked");

    /// <summary>A column.</summary>
    public BilingualText Low { get; } = new("区間の下限（%）", "Interval, low (%)");

    /// <summary>A column.</summary>
    public BilingualText High { get; } = new("区間の上限（%）", "Interval, high (%)");

    /// <summary>A column.</summary>
    public BilingualText Comments { get; } = new("意見", "Comments");

    /// <summary>A column.</summary>
    public BilingualText CommentsAnalysed { get; } = new("分析した意見", "Comments analysed");

    /// <summary>A note.</summary>
    public BilingualText IntervalNote { get; } = new(
        "区間は回答者の割合の 95 % 区間（Clopper–Pearson、分母が 5 に足りないものは示しません）。回答者がもっと大きな集まりの一部であるときの目安です。",
        "Intervals: 95 % of the share of respondents (Clopper–Pearson; none of fewer than five), for where the respondents are part of a larger group.");

    /// <summary>What the page is called.</summary>
    public string Title => language.Pick("概要", "Overview");

    /// <summary>Heading.</summary>
    public string Themes => language.Pick("どのテーマが挙がったか", "Which themes came up");

    /// <summary>Heading.</summary>
    public string Standouts => language.Pick("目につくこと", "What stands out");

    /// <summary>Note below it.</summary>
    public string StandoutsNote => language.Pick("数を並べただけの手がかりです。意見を読んで確かめてください。", "Plain counts, hints where to look: read the comments.");

    /// <summary>Heading.</summary>
    public string Ledger => language.Pick("何を数え、何を除いたか", "What was counted, and what was left out");

    /// <summary>Note below it.</summary>
    public string LedgerNote => language.Pick("読み取ったものはすべて、このどれかに入っています。左から足すと右端の数になります。", "Everything that was read is in one of these; each row adds up to its last number.");

    /// <summary>The paragraph that sums up.</summary>
    /// <param name="findings">The findings.</param>
    public string Summary(AnalysisFindings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var years = findings.Years.Length == 0 ? string.Empty
            : findings.Years.Length == 1 ? language.Pick($"{findings.Years[0]}年度の", $" of {findings.Years[0]}")
            : language.Pick($"{findings.Years[0]}〜{findings.Years[^1]}年度の", $" of {findings.Years[0]}–{findings.Years[^1]}");
        var coded = findings.Ledger.Total.Analysed - findings.Ledger.Total.WithoutTheme;
        var top = LargestThemes.Of(findings)
            .Select(t => language.Pick($"「{t.Code.Name.Ja}」", $"“{t.Code.Name.En}”") + language.Pick("（", " (") + Of(findings, t) + language.Pick("）", ")")).ToList();
        return language.Pick(
            $"{years}資料 {findings.Corpus.Sources.Length:N0} 件から、意見 {findings.Comments.Length:N0} 件を分析しました。うち {coded:N0} 件が、コードブックのテーマのどれかに当てはまります。{(top.Count == 0 ? string.Empty : $"多く挙がったのは、{string.Join("、", top)}です。")}",
            $"{ScreenLanguages.InEnglish(findings.Comments.Length, "comment")}{years} analysed, from {ScreenLanguages.InEnglish(findings.Corpus.Sources.Length, "source")}; {coded:N0} with a theme of the codebook.{(top.Count == 0 ? string.Empty : $" Most mentioned: {string.Join(", ", top)}.")}");
    }

    /// <summary>Something that stands out, in words.</summary>
    /// <param name="standout">It.</param>
    /// <param name="code">Name of a code.</param>
    /// <param name="group">Label of a group.</param>
    public string Of(Standout standout, Func<string, string> code, Func<int, string> group)
    {
        ArgumentNullException.ThrowIfNull(standout);
        var (count, of) = (standout.Count.Count, standout.Count.Of);
        return standout.Kind switch
        {
            StandoutKind.MostMentioned => language.Pick(
                $"もっとも多くの回答者が挙げたのは「{code(standout.Code!)}」で、{of} 者のうち {count} 者です。", $"Most respondents mention “{code(standout.Code!)}”: {count} of {of}."),
            StandoutKind.OneRespondentDominates => language.Pick(
                $"「{code(standout.Code!)}」の意見 {of} 件のうち {count} 件は、{standout.Respondent} のものです。", $"{count} of the {of} comments on “{code(standout.Code!)}” come from {standout.Respondent}."),
            StandoutKind.OneRespondentOnly => language.Pick(
                $"「{code(standout.Code!)}」を挙げたのは {standout.Respondent} だけです（意見 {count} 件）。", $"Only {standout.Respondent} raises “{code(standout.Code!)}” ({count} comments)."),
            StandoutKind.WithoutCode => language.Pick(
                $"意見グループ「{group(standout.Cluster!.Value)}」は、{of} 件のうち {count} 件がどのテーマにも当てはまりません。新しいテーマかもしれません。", $"In the group “{group(standout.Cluster!.Value)}”, {count} of {of} comments fit no theme: maybe a new one."),
            StandoutKind.ManyWithoutTheme => language.Pick(
                $"意見 {of} 件のうち {count} 件は、どのテーマにも当てはまりません。コードブックを見直すと減らせるかもしれません。", $"{count} of {of} comments fit no theme. A look at the codebook may help."),
            _ => throw new ArgumentOutOfRangeException(nameof(standout), standout.Kind, null),
        };
    }

    private string Of(AnalysisFindings findings, ThemeFinding theme) => findings.CountsComments
        ? language.Pick($"意見 {ChartText.Share(theme.Comments)}", $"{ChartText.Share(theme.Comments)} comments")
        : language.Pick($"回答者 {ChartText.Share(theme.Respondents)}", $"{ChartText.Share(theme.Respondents)} respondents");
}
