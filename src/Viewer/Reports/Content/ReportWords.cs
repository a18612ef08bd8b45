using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Privacy;
using FeedbackLab.Analysis.Statistics;
using FeedbackLab.Analysis.Statistics.Intervals;
using FeedbackLab.Analysis.Voices;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Charts;

namespace FeedbackLab.Viewer.Reports.Content;

/// <summary>The sentences around the numbers, the same in every format.</summary>
/// <param name="language">The report's language.</param>
/// <param name="unit">What the respondents are called (センター, 事業所); null for 回答者.</param>
/// <param name="count">A count as it may be published; null where it is too small.</param>
public sealed partial class ReportWords(ScreenLanguage language, string? unit, Func<DocumentFrequency, DocumentFrequency?> count)
{
    /// <summary>Counts of respondents from 1 to below this are hidden, as in a report for publication; null in one for use within the council.</summary>
    public int? Smallest { get; init; }

    /// <summary>Whether the report leaves the council.</summary>
    public bool IsForPublication => Smallest is not null;

    /// <summary>Whether comments are counted in the first place, and not respondents.</summary>
    public bool CountsComments { get; init; }

    /// <summary>Names of sources as they may be published, in their own order: those that name nobody. For publication only.</summary>
    public ImmutableArray<string> SourcesByName { get; init; } = [];

    /// <summary>What a report for publication says of counts that are not told.</summary>
    public string HowSmallIsHidden => language.Pick(
        $"「秘匿」は、{Smallest}未満の数と、それを計算で出せてしまう数です。人・事業所・会社・地名は仮名にしています。",
        $"“Not shown” are counts below {Smallest}, and those from which one could be worked out. People, offices, companies and places have pseudonyms.");

    /// <summary>What the respondents are called.</summary>
    public string Unit => unit ?? language.Pick("回答者", "respondents");

    /// <summary>A number of respondents with its counter, where they have been named: <c>15センター</c>, <c>15者</c> (offices and people alike).</summary>
    /// <param name="number">The number.</param>
    public string Counted(int number) => language.Pick($"{number}{unit ?? "者"}", $"{number}");

    /// <summary>A number of respondents that names them: <c>15センター</c>, <c>回答者15者</c>.</summary>
    /// <param name="number">The number.</param>
    public string Named(int number) => language.Pick(unit is null ? $"回答者{number}者" : $"{number}{unit}", $"{number} {Unit}");

    /// <summary>Words in the report's language.</summary>
    /// <param name="ja">Japanese.</param>
    /// <param name="en">English.</param>
    public string Pick(string ja, string en) => language.Pick(ja, en);

    /// <summary>Words in the report's language.</summary>
    /// <param name="text">The words in both.</param>
    public string Pick(BilingualText text) => language.Pick(text);

    /// <summary>A count as it may be published; null where it is too small.</summary>
    /// <param name="frequency">The count.</param>
    public DocumentFrequency? Published(DocumentFrequency frequency) => count(frequency);

    /// <summary><c>11/15（73%）</c>.</summary>
    /// <param name="frequency">The count.</param>
    public string Fraction(DocumentFrequency frequency) => count(frequency) is not { } f ? TooSmall
        : f.Of == 0 ? "–"
        : language.Pick($"{f.Count}/{f.Of}（{ChartText.Percent(f)}%）", $"{f.Count}/{f.Of} ({ChartText.Percent(f)}%)");

    /// <summary><c>15センターのうち11センター（73%）</c>.</summary>
    /// <param name="frequency">The count.</param>
    public string OfRespondents(DocumentFrequency frequency)
    {
        if (count(frequency) is not { } f)
        {
            return language.Pick($"{Unit}の数は{TooSmall}", $"number of {Unit} {TooSmall}");
        }

        return language.Pick($"{Named(f.Of)}のうち{Counted(f.Count)}（{ChartText.Percent(f)}%）", $"{f.Count} of {f.Of} {Unit} ({ChartText.Percent(f)}%)");
    }

    /// <summary>The exact interval of a share at 95 % in whole percent: <c>45〜92%</c>; <c>–</c> of fewer than five, of whom it says nothing.</summary>
    /// <param name="frequency">The count.</param>
    public string Interval(DocumentFrequency frequency)
    {
        if (count(frequency) is not { Of: >= SmallNumbers.FewestOfShare } f)
        {
            return "–";
        }

        var interval = ShareInterval.ClopperPearson(f.Count, f.Of);
        return language.Pick($"{Percent(interval.Low)}〜{Percent(interval.High)}%", $"{Percent(interval.Low)}–{Percent(interval.High)}%");
    }

    /// <summary>How many mention a theme, in one or two sentences.</summary>
    /// <param name="theme">The theme.</param>
    public string Lead(ThemeFinding theme)
    {
        var comments = count(theme.Comments) is { } c
            ? language.Pick($"意見は{c.Of}件のうち{c.Count}件です。", $"{c.Count} of {c.Of} comments carry it.")
            : language.Pick($"意見の数は{TooSmall}です。", $"The number of comments is {TooSmall}.");
        var meetings = theme.Meetings.Count == 0 || count(theme.Meetings) is null ? string.Empty
            : language.Pick($"会議では{theme.Meetings.Of}回のうち{theme.Meetings.Count}回で話題になりました。", $" It came up in {theme.Meetings.Count} of {theme.Meetings.Of} meetings.");
        return theme.Respondents.Of == 0 || CountsComments
            ? comments + meetings
            : count(theme.Respondents) is null
            ? language.Pick($"挙げた{Unit}の数は{TooSmall}です。{comments}{meetings}", $"How many {Unit} mention it is {TooSmall}. {comments}{meetings}")
            : theme.Respondents.Of < SmallNumbers.FewestOfShare
            ? language.Pick($"{OfRespondents(theme.Respondents)}が挙げました。{comments}{meetings}", $"{OfRespondents(theme.Respondents)} mention it. {comments}{meetings}")
            : language.Pick(
                $"{OfRespondents(theme.Respondents)}が挙げました（95%信頼区間 {Interval(theme.Respondents)}）。{comments}{meetings}",
                $"{OfRespondents(theme.Respondents)} mention it (95% interval {Interval(theme.Respondents)}). {comments}{meetings}");
    }

    /// <summary>How many comments fit no theme, in a sentence.</summary>
    /// <param name="number">The number; it may be hidden.</param>
    public string WithoutTheme(int number) => Told(number) is { } told
        ? language.Pick($"どのテーマにも当てはまらない意見は{told}件です。", $"{told} comments fit no theme.")
        : language.Pick($"どのテーマにも当てはまらない意見の数は{TooSmall}です。", $"How many comments fit no theme is {TooSmall}.");

    /// <summary>A number of respondents or comments.</summary>
    /// <param name="number">The number.</param>
    public string Number(int number) => Told(number)?.ToString(CultureInfo.InvariantCulture) ?? TooSmall;

    /// <summary>A number as it may be published; null where it is too small.</summary>
    /// <param name="number">The number.</param>
    public int? Told(int number) => Smallest is { } smallest && SmallCounts.IsHidden(number, smallest) ? null : number;

    /// <summary>Why a quotation was chosen.</summary>
    /// <param name="reason">The reason.</param>
    public string Of(VoiceReason reason) => reason switch
    {
        VoiceReason.Pinned => language.Pick("選んだ声", "chosen by hand"),
        VoiceReason.Central => language.Pick("代表的な声", "says what many say"),
        VoiceReason.Dissenting => language.Pick("見方の違う声", "sees it otherwise"),
        VoiceReason.Different => language.Pick("別の面からの声", "another side of it"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    /// <summary>A year: fiscal years in Japanese.</summary>
    /// <param name="year">The year.</param>
    public string Year(int year) => language.Pick($"{year}年度", $"{year}");

    private static string P(double? p) => (p ?? 1).ToString("0.###", CultureInfo.InvariantCulture);

    private static int Percent(double share) => (int)Math.Round(100 * share, MidpointRounding.AwayFromZero);

    private string TooSmall => language.Pick("秘匿", "not shown");
}
