using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FeedbackLab.Analysis;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest;
using FeedbackLab.Viewer.Reports.Content;
using FeedbackLab.Viewer.Reports.Settings;

namespace FeedbackLab.Viewer.Tests.Reports;

/// <summary>Reports to look into: of the samples, and of words that are hostile to XML.</summary>
internal static class OfficeReports
{
    private static readonly Lazy<AnalysisFindings> OfSamples = new(() => FeedbackAnalysis.Run(
        CorpusReader.Read([Path.Combine(Repository.Root, "corpora", "samples")], new ReadOptions()),
        CodebookReader.Default,
        LexiconReader.Default,
        new AnalysisOptions { Clusters = 1, Runs = 1 }));

    /// <summary>The findings on the samples.</summary>
    public static AnalysisFindings SampleFindings => OfSamples.Value;

    /// <summary>The samples: centres, meetings, two years, tables.</summary>
    public static ReportContent Samples(ScreenLanguage language = ScreenLanguage.Japanese, ReportSettings? settings = null) =>
        ReportContent.Of(OfSamples.Value, InventedFindings.Run, settings ?? ReportSettings.Default with { Unit = "センター" }, language, PublishedText.AsIs);

    /// <summary>Markup, formulas, control characters and half surrogates in names and words.</summary>
    public static ReportContent Hostile() => ReportContent.Of(
        InventedFindings.Of(
            ("=cmd|' /C calc'!A0", "利用料が生じると分かった途端に申し込みを取り下げる方がいます。<w:p/>&amp;\u0000\u202E\uD800"),
            ("\"みなと\" & <南>", "=HYPERLINK(\"http://example.invalid\") 利用料の説明が難しい。\n二行目\u000B"),
            ("-1+1", "@SUM(1) 利用料の負担が重い。＝１"),
            (null, "親の高齢化で生活支援の相談が増え続けています。{{概要}}")),
        InventedFindings.Run,
        ReportSettings.Default with { Title = "<題名> & \u0007\uDC00", Organisation = "=1+1" },
        ScreenLanguage.Japanese,
        PublishedText.AsIs);

    /// <summary>The content of findings made by hand.</summary>
    public static ReportContent HandMade(PublishedText? published = null) => ReportContent.Of(
        HandMadeFindings.Of(), InventedFindings.Run, ReportSettings.Default with { Unit = "センター" }, ScreenLanguage.Japanese, published ?? PublishedText.AsIs);

    /// <summary>What Microsoft's validator has against a document; empty for nothing.</summary>
    public static ImmutableArray<string> Errors(OpenXmlPackage package) =>
    [
        .. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(package)
            .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}").Distinct().Order(StringComparer.Ordinal),
    ];
}
