using System.Collections.Immutable;
using FeedbackLab.Analysis.Voices;

namespace FeedbackLab.Viewer.Reports.Settings;

/// <summary>What a report holds, so that next year's is one command; docs/guide/report.md.</summary>
public sealed record ReportSettings
{
    /// <summary>A report with everything.</summary>
    public static ReportSettings Default { get; } = new();

    /// <summary>The title; null for the default one.</summary>
    public string? Title { get; init; }

    /// <summary>Who publishes it; null for nobody.</summary>
    public string? Organisation { get; init; }

    /// <summary>Its date as it is to be printed; null for none.</summary>
    public string? Date { get; init; }

    /// <summary>What comes before the summary, a paragraph a line; null for nothing.</summary>
    public string? Foreword { get; init; }

    /// <summary>What the respondents are called, such as センター; null for 回答者.</summary>
    public string? Unit { get; init; }

    /// <summary>The two years to compare; null for the last two that there are.</summary>
    public (int Earlier, int Later)? Years { get; init; }

    /// <summary>Ids of the codes that get a section, in this order; empty for all that have comments, by respondents.</summary>
    public ImmutableArray<string> Themes { get; init; } = [];

    /// <summary>What the map sets beside the themes: an attribute or a column, such as area; null for no map.</summary>
    public string? Map { get; init; }

    /// <summary>The parts, in the reports' order.</summary>
    public ImmutableArray<ReportPart> Include { get; init; } = [.. Enum.GetValues<ReportPart>()];

    /// <summary>The quotations.</summary>
    public VoiceOptions Voices { get; init; } = new();

    /// <summary>The formats; empty leaves it to the command.</summary>
    public ImmutableArray<ReportFormat> Formats { get; init; } = [];

    /// <summary>The council's own Word file with placeholders; null for the program's own layout.</summary>
    public string? Template { get; init; }

    /// <summary>SHA-256 of the settings' file; null where there is none.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Lines in which ids of codes and comments stand in the file, so that one that does not exist is told with its line.</summary>
    public ImmutableDictionary<string, int> Lines { get; init; } = ImmutableDictionary<string, int>.Empty;
}
