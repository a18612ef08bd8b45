using System.Text;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Mapping;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Reports.Html;

namespace FeedbackLab.Viewer.Reports;

/// <summary>Everything that an analysis leaves in its folder.</summary>
public static class ReportFiles
{
    private const int BufferSize = 1 << 16;

    /// <summary>The files' contents by path below the folder, <c>/</c> between its parts; the same findings give the same bytes.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="run">What made them.</param>
    /// <param name="language">The language of report, charts and headers.</param>
    public static IReadOnlyDictionary<string, byte[]> Of(AnalysisFindings findings, RunInfo run, ScreenLanguage language) =>
        Writers(findings, run, language).ToDictionary(
            f => f.Key,
            f =>
            {
                using var stream = new MemoryStream();
                f.Value(stream);
                return stream.ToArray();
            },
            StringComparer.Ordinal);

    /// <summary>What writes each file, by path below the folder, <c>/</c> between its parts; the same findings give the same bytes.</summary>
    /// <remarks>Files of many comments are large: they are made as they are written. Each may be called on a thread of its own.</remarks>
    /// <param name="findings">The findings.</param>
    /// <param name="run">What made them.</param>
    /// <param name="language">The language of report, charts and headers.</param>
    public static IReadOnlyDictionary<string, Action<Stream>> Writers(AnalysisFindings findings, RunInfo run, ScreenLanguage language)
    {
        var files = new Dictionary<string, Action<Stream>>(StringComparer.Ordinal)
        {
            ["report.html"] = Text(writer => writer.Write(ReportPage.Of(findings, run, language))),
            ["comments.csv"] = Text(writer => CommentsCsv.Write(findings, language, writer)),
            ["mapping.yaml"] = Text(writer => writer.Write(MappingYaml.Write(ImportMapping.Of(findings.Corpus)))),
            ["findings.json"] = stream => FindingsJson.Write(findings, run, stream),
        };
        foreach (var chart in ReportPage.Charts(findings, language, "../report.html"))
        {
            files[$"charts/{chart.Name}.svg"] = Text(writer => writer.Write(chart.Svg));
        }

        return files;
    }

    private static Action<Stream> Text(Action<TextWriter> write) => stream =>
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferSize, leaveOpen: true);
        write(writer);
    };
}
