using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Reports.Settings;

/// <summary>A part of a report.</summary>
public enum ReportPart
{
    /// <summary>What stands out, the chart and the table of all themes.</summary>
    Summary,

    /// <summary>What changed from one year to the next.</summary>
    Changes,

    /// <summary>A section a theme, with quotations.</summary>
    Themes,

    /// <summary>Who mentions what, as a picture; for publication themes by area or another attribute, small cells hidden.</summary>
    Respondents,

    /// <summary>Words that come together, as a picture.</summary>
    Network,

    /// <summary>Themes and groups by correspondence analysis, as a picture, where the settings name an attribute.</summary>
    Map,

    /// <summary>The map of the comments by groups found without the codebook, as a picture, where they were looked for (for the page).</summary>
    Clusters,

    /// <summary>Tables of counts that the sources hold.</summary>
    Tables,

    /// <summary>What the sources' authors concluded, beside what was counted.</summary>
    Discussion,

    /// <summary>Where the quotations stand.</summary>
    Places,

    /// <summary>How it was made.</summary>
    Method,
}

/// <summary>The parts' names in settings and templates.</summary>
public static class ReportParts
{
    private static readonly ImmutableArray<(ReportPart Part, string En, string Ja)> Names =
    [
        (ReportPart.Summary, "summary", "概要"),
        (ReportPart.Changes, "changes", "変化"),
        (ReportPart.Themes, "themes", "テーマ"),
        (ReportPart.Respondents, "respondents", "回答者"),
        (ReportPart.Network, "network", "語のつながり"),
        (ReportPart.Map, "map", "対応図"),
        (ReportPart.Clusters, "clusters", "意見グループ"),
        (ReportPart.Tables, "tables", "件数の表"),
        (ReportPart.Discussion, "discussion", "考察"),
        (ReportPart.Places, "places", "出典"),
        (ReportPart.Method, "method", "方法"),
    ];

    /// <summary>All names, in English and in Japanese, for messages.</summary>
    public static string All => string.Join(", ", Names.Select(n => $"{n.En} ({n.Ja})"));

    /// <summary>A part's name.</summary>
    /// <param name="part">The part.</param>
    public static BilingualText NameOf(ReportPart part)
    {
        var (_, en, ja) = Names.First(n => n.Part == part);
        return new BilingualText(ja, en);
    }

    /// <summary>The part that a name stands for; null for none.</summary>
    /// <param name="name">The name, in English or Japanese.</param>
    public static ReportPart? Of(string name) =>
        Names.Cast<(ReportPart Part, string En, string Ja)?>().FirstOrDefault(n => n!.Value.En == name || n.Value.Ja == name)?.Part;
}
