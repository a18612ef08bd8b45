using System.Text;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Viewer.Exports;

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
        return new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["comments.csv"] = Encoding.UTF8.GetBytes(CommentsCsv.Of(findings, language)),
            ["findings.json"] = json.ToArray(),
        };
    }
}
