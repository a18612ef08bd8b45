using System.Text;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Mapping;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Reports.Html;

namespace FeedbackLab.Viewer.Reports;

/// <summary>Everything that an analysis leaves in its folder.</summary>
public static class ReportFiles
{
    /// <summary>The files' contents by path below the folder, <c>/</c> between its parts; the same findings give the same bytes.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="run">What made them.</param>
    /// <param name="language">The language of report, charts and headers.</param>
    public static IReadOnlyDictionary<string, byte[]> Of(AnalysisFindings findings, RunInfo run, ScreenLanguage language)
    {
        using var json = new MemoryStream();
        FindingsJson.Write(findings, run, json);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["report.html"] = Encoding.UTF8.GetBytes(ReportPage.Of(findings, run, language)),
            ["comments.csv"] = Encoding.UTF8.GetBytes(CommentsCsv.Of(findings, language)),
            ["mapping.yaml"] = Encoding.UTF8.GetBytes(MappingYaml.Write(ImportMapping.Of(findings.Corpus))),
            ["findings.json"] = json.ToArray(),
        };
        foreach (var chart in ReportPage.Charts(findings, language, "../report.html"))
        {
            files[$"charts/{chart.Name}.svg"] = Encoding.UTF8.GetBytes(chart.Svg);
        }

        return files;
    }
}
