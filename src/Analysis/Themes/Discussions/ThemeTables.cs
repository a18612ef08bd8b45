using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics.Series;

namespace FeedbackLab.Analysis.Themes.Discussions;

/// <summary>Puts the sources' tables of counts beside the themes that their titles are about; docs/methods/tables-beside-themes.md.</summary>
internal static class ThemeTables
{
    /// <summary>One a theme with such a table, in the findings' order.</summary>
    /// <param name="findings">What was found.</param>
    /// <param name="coded">The codings of the titles.</param>
    public static ImmutableArray<ThemeTable> Of(AnalysisFindings findings, Dictionary<string, ImmutableArray<Coding>> coded)
    {
        var series = TableSeries.Of(findings.Corpus.Tables);
        return
        [
            .. findings.Themes
                .Select(t => new ThemeTable(t.Code.Id, [.. series.Where(s => coded.TryGetValue(s.Title, out var codes) && codes.Any(c => c.Code == t.Code.Id))]))
                .Where(t => !t.Series.IsEmpty),
        ];
    }
}
