using System.Globalization;
using FeedbackLab.Ingest.Layout;
using FeedbackLab.Viewer.Reports.Content;

namespace FeedbackLab.Viewer.Reports.Templates;

/// <summary>What the placeholders of a template stand for; docs/guide/report.md lists them.</summary>
/// <param name="content">What the report says.</param>
internal sealed class PlaceholderText(ReportContent content)
{
    private readonly Dictionary<string, Func<string>> _plain = new(StringComparer.Ordinal)
    {
        ["題名"] = () => content.Title,
        ["組織"] = () => content.Settings.Organisation ?? string.Empty,
        ["日付"] = () => content.Settings.Date ?? string.Empty,
        ["概要"] = () => string.Join(content.Words.Pick(string.Empty, " "), content.Summary),
        ["はじめに"] = () => content.Settings.Foreword ?? string.Empty,
        ["意見数"] = () => Number(content.Findings.Comments.Length),
        ["回答者数"] = () => Number(content.Findings.Respondents.Length),
        ["資料数"] = () => Number(content.Findings.Corpus.Sources.Length),
        ["会議数"] = () => Number(content.Findings.Corpus.Meetings.Length),
        ["テーマなし"] = () => content.Words.Number(content.Findings.Ledger.Total.WithoutTheme),
        ["版"] = () => "FeedbackLab " + content.Run.Version,
    };

    private static readonly Dictionary<string, Func<ReportContent, ReportTheme, string>> OfTheme =
        new Dictionary<string, Func<ReportContent, ReportTheme, string>>(StringComparer.Ordinal)
        {
            ["名前"] = (_, t) => t.Name,
            ["定義"] = (_, t) => t.Definition,
            ["件数"] = (c, t) => c.Words.OfRespondents(t.Finding.Respondents),
            ["区間"] = (c, t) => c.Words.Interval(t.Finding.Respondents),
            ["意見"] = (c, t) => c.Words.Fraction(t.Finding.Comments),
            ["要点"] = (_, t) => t.Lead,
            ["変化"] = (c, t) => t.Change ?? c.Words.Pick("比べられる年がありません。", "There is no year to compare with."),
            ["語"] = (_, t) => t.Terms,
        };

    // English names beside the Japanese ones.
    private static readonly Dictionary<string, string> English = new(StringComparer.Ordinal)
    {
        ["title"] = "題名",
        ["organisation"] = "組織",
        ["date"] = "日付",
        ["summary"] = "概要",
        ["foreword"] = "はじめに",
        ["comments"] = "意見数",
        ["respondents"] = "回答者数",
        ["sources"] = "資料数",
        ["meetings"] = "会議数",
        ["without-theme"] = "テーマなし",
        ["version"] = "版",
        ["name"] = "名前",
        ["definition"] = "定義",
        ["count"] = "件数",
        ["interval"] = "区間",
        ["comments-on"] = "意見",
        ["lead"] = "要点",
        ["change"] = "変化",
        ["terms"] = "語",
        ["themes"] = "テーマ",
        ["theme"] = "テーマ",
        ["chart"] = "図",
        ["table"] = "表",
        ["voices"] = "引用",
        ["years"] = "年",
        ["network"] = "語のつながり",
        ["map"] = "対応図",
        ["clusters"] = "意見グループ",
        ["counts"] = "件数の表",
        ["discussion"] = "考察",
        ["places"] = "出典",
        ["method"] = "方法",
        ["contents"] = "目次",
    };

    /// <summary>The names of all placeholders, for messages.</summary>
    public string Names => string.Join('、', _plain.Keys) + "、"
        + string.Join('、', OfTheme.Keys.Select(k => k + ":コード")) + "、テーマ、テーマ:コード、図:テーマ、図:年、図:回答者、図:語のつながり、図:対応図、図:意見グループ、図:コード、表:テーマ、表:年、表:件数の表、考察、引用:コード、出典、方法、目次";

    /// <summary>A placeholder's name in its Japanese form: widths and blanks evened out.</summary>
    /// <param name="written">What stands between the braces.</param>
    public static (string Name, string? Argument) Parse(string written)
    {
        var name = JapaneseText.Compatible(written).Trim();
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var (first, rest) = colon < 0 ? (name, null) : (name[..colon].Trim(), name[(colon + 1)..].Trim());
        return (English.GetValueOrDefault(first, first), rest);
    }

    /// <summary>The text that a placeholder stands for; null where it stands for no text.</summary>
    public string? Of(string name, string? argument) => argument is null
        ? _plain.GetValueOrDefault(name)?.Invoke()
        : OfTheme.GetValueOrDefault(name) is { } of && Theme(argument) is { } theme ? of(content, theme) : null;

    /// <summary>Whether a placeholder of this name is followed by a theme.</summary>
    public static bool TakesTheme(string name) => OfTheme.ContainsKey(name) || name is "テーマ" or "図" or "引用";

    /// <summary>The theme that an id or a name stands for; null for none.</summary>
    public ReportTheme? Theme(string name) => content.Themes.FirstOrDefault(t => t.Code == name)
        ?? content.Themes.FirstOrDefault(t => JapaneseText.Compatible(t.Finding.Code.Name.Ja) == name || JapaneseText.Compatible(t.Finding.Code.Name.En) == name);

    /// <summary>A name in its Japanese form.</summary>
    public static string InJapanese(string name) => English.GetValueOrDefault(name, name);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
