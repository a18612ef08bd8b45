using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Index.Queries;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Networks;
using FeedbackLab.Analysis.Privacy;
using FeedbackLab.Analysis.Search.Contexts;
using FeedbackLab.Analysis.Statistics.CrossTables;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Charts;

namespace FeedbackLab.Viewer.Reports.Content;

/// <summary>The pictures of a report; null where there is too little to show.</summary>
internal static class ReportPictures
{
    private const int FewestForNetwork = 10;
    private const int MostGroups = 12;

    /// <summary>Who mentions what.</summary>
    public static ReportPicture? Respondents(AnalysisFindings findings, ScreenLanguage language) => OfChart(RespondentHeatmap.Of(findings, language, string.Empty));

    /// <summary>The comments by groups found without the codebook.</summary>
    public static ReportPicture? Clusters(AnalysisFindings findings, ScreenLanguage language) => OfChart(CommentMapChart.Of(findings, language, string.Empty));

    // For publication: themes by the settings' attribute, by area, or by the first one with few values; who stands in two groups would tell of small ones.
    public static ReportPicture? Groups(AnalysisFindings findings, string? by, ScreenLanguage language, int smallest)
    {
        var attributes = new[] { by, "area" }.OfType<string>().Select(w => CrossAttribute.Of(w, findings.Corpus)).OfType<CrossAttribute>()
            .Concat(CrossAttribute.Names(findings.Corpus).Where(n => n != CommentAttribute.Heading).Select(n => new CrossAttribute(CrossKind.Attribute, n)))
            .Where(a => a.GroupsIn(findings).Length is >= 2 and <= MostGroups);
        foreach (var attribute in attributes)
        {
            var table = CrossTable.Of(findings, attribute);
            if (SmallCrossCells.Hidden(table, findings.Themes, smallest) is { } hidden && hidden.Any(row => row.Contains(false))
                && CrossHeatmap.Of(table, findings, language, hidden: hidden) is { } heatmap)
            {
                return ReportPicture.Of(heatmap);
            }
        }

        return null;
    }

    // Places on the map come of the cells: with one that is not told there is none.
    public static ReportPicture? Map(AnalysisFindings findings, string by, ScreenLanguage language, int? smallest) =>
        CrossAttribute.Of(by, findings.Corpus) is { } attribute && CrossTable.Of(findings, attribute) is var table
        && (smallest is not { } few || (SmallCrossCells.Hidden(table, findings.Themes, few) is { } hidden && !hidden.Any(row => row.Contains(true))))
        && CorrespondenceMap.Of(table, findings, language) is { } map
            ? ReportPicture.Of(map)
            : null;

    public static ReportPicture? Network(AnalysisFindings findings, ScreenLanguage language, TextTerms terms, int? smallest)
    {
        if (findings.Comments.Length < FewestForNetwork)
        {
            return null;
        }

        var reader = new HitReader(terms);
        ImmutableArray<HitContext> hits = [.. findings.Comments.Select(c => reader.Read(c.Comment, new AllQuery()))];

        // Ａ of Ａさん, 電話番号 of 〔電話番号〕: what stands for a name is no word of theirs.
        var network = smallest is { } few
            ? CooccurrenceNetwork.Of(hits, fewest: few, keeps: t => t.Length > 2 || !t.All(char.IsAsciiLetter))
            : CooccurrenceNetwork.Of(hits);
        return network.Nodes.IsEmpty ? null : ReportPicture.Of(NetworkChart.Of(network, string.Empty, language));
    }

    private static ReportPicture? OfChart(Chart? chart) => chart is null ? null : ReportPicture.Of(chart);
}
