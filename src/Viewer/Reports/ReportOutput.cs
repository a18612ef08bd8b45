using System.Collections.Immutable;
using System.Text;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Exports.Sheets;
using FeedbackLab.Viewer.Reports.Content;
using FeedbackLab.Viewer.Reports.Excel;
using FeedbackLab.Viewer.Reports.Html;
using FeedbackLab.Viewer.Reports.Markdown;
using FeedbackLab.Viewer.Reports.Office;
using FeedbackLab.Viewer.Reports.Settings;
using FeedbackLab.Viewer.Reports.Slides;
using FeedbackLab.Viewer.Reports.Templates;
using FeedbackLab.Viewer.Reports.Word;

namespace FeedbackLab.Viewer.Reports;

/// <summary>The files of a report, in the formats asked for.</summary>
public static class ReportOutput
{
    /// <summary>The files' contents by path below the folder; the same content and pictures give the same bytes.</summary>
    /// <param name="content">What the report says.</param>
    /// <param name="formats">The formats.</param>
    /// <param name="template">The council's own Word file; null for the program's layout.</param>
    /// <param name="codings">The codings as a sheet that <c>codings import</c> takes back; null where there is no workspace.</param>
    /// <param name="raster">Draws pictures for programs that do not show SVG.</param>
    public static ReportOutputFiles Of(ReportContent content, ImmutableArray<ReportFormat> formats, byte[]? template, SheetTable? codings, SvgRaster raster)
    {
        ArgumentNullException.ThrowIfNull(content);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var format in formats)
        {
            switch (format)
            {
                case ReportFormat.Docx when template is not null:
                    var filled = WordTemplate.Fill(template, content, raster);
                    if (filled.Document is null)
                    {
                        return new ReportOutputFiles(files, filled.Failures);
                    }

                    files["report.docx"] = filled.Document;
                    break;
                case ReportFormat.Docx:
                    files["report.docx"] = WordReport.Of(content, raster);
                    break;
                case ReportFormat.Xlsx:
                    files["report.xlsx"] = ExcelReport.Of(content, codings);
                    break;
                case ReportFormat.Pptx:
                    files["report.pptx"] = SlideReport.Of(content);
                    break;
                case ReportFormat.Html:
                    files["report.html"] = Encoding.UTF8.GetBytes(ReportPage.Of(content));
                    break;
                case ReportFormat.Md:
                    var charts = content.Words.IsForPublication ? [] : ReportPage.Charts(content.Findings, content.Language, string.Empty).ToImmutableArray();
                    files["report.md"] = Encoding.UTF8.GetBytes(MarkdownReport.Of(content, charts));
                    if (content.Words.IsForPublication)
                    {
                        break;
                    }

                    foreach (var chart in charts)
                    {
                        files[$"charts/{chart.Name}.svg"] = Encoding.UTF8.GetBytes(chart.Svg);
                    }

                    foreach (var picture in new[] { content.Network, content.Map }.OfType<ReportPicture>())
                    {
                        files[$"charts/{picture.Name}.svg"] = Encoding.UTF8.GetBytes(picture.Svg);
                    }

                    break;
                case ReportFormat.Csv:
                    files["themes.csv"] = Csv(ReportTables.Themes(content.Findings, content.Words), content.Language);
                    files["quotations.csv"] = Csv(ReportTables.Quotations(content.Quotations, content.Words), content.Language);
                    if (content.Years is { } years)
                    {
                        files["changes.csv"] = Csv(ReportTables.Changes(years, content.Words), content.Language);
                    }

                    break;
                case ReportFormat.Json:
                    files["report.json"] = ReportJson.Of(content);
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(formats), format, null);
            }
        }

        return new ReportOutputFiles(files, []);
    }

    private static byte[] Csv(ExportTable table, ScreenLanguage language) => Encoding.UTF8.GetBytes(TableText.Csv(table, language));
}

/// <summary>The files of a report, or what is wrong with its template.</summary>
/// <param name="Files">Contents by path.</param>
/// <param name="Failures">What is wrong; then the files are not whole.</param>
public sealed record ReportOutputFiles(IReadOnlyDictionary<string, byte[]> Files, ImmutableArray<FeedbackLab.Ingest.Corpus.BilingualText> Failures);
