using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Pages.Search;
using FeedbackLab.Viewer.Reports;
using FeedbackLab.Viewer.Server;

namespace FeedbackLab.Viewer.Pages.Method;

/// <summary>The steps of an analysis with their counts.</summary>
public static class MethodSteps
{
    /// <summary>The steps, in their order.</summary>
    /// <param name="snapshot">The analysis.</param>
    /// <param name="words">The words.</param>
    /// <param name="language">The language of the user.</param>
    public static ImmutableArray<MethodStep> Of(AnalysisSnapshot snapshot, MethodWords words, ScreenLanguage language)
    {
        var findings = snapshot.Findings;
        var total = findings.Ledger.Total;
        var comments = findings.Corpus.Comments.Length;
        return
        [
            new(words.Reading, words.HowRead, findings.Corpus.Sources.Length, words.Sources, [.. findings.Corpus.Sources.CountBy(s => s.Format).OrderBy(f => f.Key).Select(f => (new Start.StartWords(language).Format(f.Key), f.Value, (string?)"/start"))], Sources(findings, language)),
            new(
                words.Cutting,
                words.HowCut,
                total.RowsIn,
                words.Read,
                [
                    total.Duplicates == 0 ? (words.Comments, comments, (string?)CommentSelection.All.Url) : (words.WithDuplicates, comments, new SearchState().Url),
                    .. findings.Corpus.LeftOut.CountBy(l => l.Reason).OrderBy(r => r.Key)
                        .Select(r => (language.Pick(TypeWords.Of(r.Key)), r.Value, (string?)("/left-out?reason=" + Uri.EscapeDataString(FieldNames.Of(r.Key))))),
                ],
                []),
            new(
                words.Merging,
                words.HowMerged,
                comments,
                total.Duplicates == 0 ? words.Comments : words.WithDuplicates,
                [(words.Analysed, total.Analysed, CommentSelection.All.Url), (words.SetAside, total.Duplicates, "/left-out?reason=" + LedgerView.Duplicates)],
                []),
            new(words.Words, words.HowWords, total.Analysed, words.Analysed, [], [(words.Dictionary, "IPADIC 2.7.0 (mecab-ipadic-2.7.0-20070801)"), (words.Mode, "search")]),
            Coding(snapshot, words),
            Groups(findings, words),
            new(
                words.Counting,
                words.HowCounted,
                findings.Respondents.Length,
                words.Respondents,
                Asked(findings, words),
                [(words.Years, string.Join(", ", findings.Years.Select(y => y.ToString(CultureInfo.InvariantCulture))))]),
        ];
    }

    private static MethodStep Coding(AnalysisSnapshot snapshot, MethodWords words)
    {
        var (findings, total) = (snapshot.Findings, snapshot.Findings.Ledger.Total);
        var decided = findings.Comments.Count(c => c.Codings.Any(k => k.State != CodingState.Proposed));
        return new MethodStep(
            words.Coding,
            words.HowCoded(findings.Codebook.Codes.Length),
            total.Analysed,
            words.Analysed,
            [
                (words.WithTheme, total.Analysed - total.WithoutTheme, null),
                (words.WithoutTheme, total.WithoutTheme, new CommentSelection { Theme = CommentSelection.NoTheme }.Url),
            ],
            [
                (words.Codebook, string.Create(CultureInfo.InvariantCulture, $"{findings.Codebook.Name} ({snapshot.Codebook})")),
                (words.MostCodes, Number(findings.Options.MostCodes)),
                (words.Decided, Number(decided)),
                (words.AutoAccepted, findings.Automatic is { } automatic ? string.Create(CultureInfo.InvariantCulture, $"{automatic.Share:P0}: {automatic.Comments}") : "–"),
            ]);
    }

    private static MethodStep Groups(AnalysisFindings findings, MethodWords words)
    {
        var grouped = findings.Comments.Count(c => c.Cluster is not null);
        return new MethodStep(
            words.Groups,
            words.HowGrouped,
            findings.Comments.Length,
            words.Analysed,
            [
                .. findings.Clusters.Select(c => ($"{c.Number} {c.Label}", c.CommentIds.Length, (string?)new CommentSelection { Cluster = c.Number }.Url)),
                (words.Ungrouped, findings.Comments.Length - grouped, null),
            ],
            [
                (words.NumberOfGroups, findings.Options.Clusters is { } clusters ? Number(clusters) : words.Automatic),
                (words.Seed, Number(findings.Options.Seed)),
                (words.Runs, Number(findings.Options.Runs)),
                (words.WeakCohesion, findings.Options.WeakCohesion.ToString(CultureInfo.InvariantCulture)),
            ]);
    }

    private static ImmutableArray<(string, int, string?)> Asked(AnalysisFindings findings, MethodWords words)
    {
        var said = findings.Comments.Select(c => c.Comment.AskedRespondent).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var answered = findings.Respondents.Count(said.Contains);
        return [(words.Said, answered, "/respondents"), (words.Silent, findings.Respondents.Length - answered, "/respondents")];
    }

    private static ImmutableArray<(string, string)> Sources(AnalysisFindings findings, ScreenLanguage language) =>
        [.. findings.Corpus.Sources.Select(s => (s.Name, string.Join(language.Pick("、", ", "), [s.Encoding, .. s.Columns.Select(c => $"{c.Header} = {language.Pick(TypeWords.Of(c.Role))}")])))];

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
