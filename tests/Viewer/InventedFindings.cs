using FeedbackLab.Analysis;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Tests;

/// <summary>Findings of a small invented survey, for tests of what is shown and written.</summary>
internal static class InventedFindings
{
    public static readonly RunInfo Run = new("9.9.9-test", null, new ReadOptions(), null);

    public static AnalysisFindings Of(params (string? Respondent, string Text)[] comments)
    {
        const string Hash = "00";
        var answers = comments.Select((c, i) => (c.Respondent, c.Text, Place: new Place(i + 2, i + 2, Row: i + 2, Column: "ご意見"))).ToList();
        return FeedbackAnalysis.Run(
            new CommentCorpus(
                [new Source("調査.csv", Hash, SourceFormat.Delimited, "utf-8", null, 2024, answers.Count + 2, [new("センター", ColumnRole.Respondent), new("ご意見", ColumnRole.Text)])],
                [.. answers.Select(a => new Comment(CommentId.Of(Hash, a.Place, a.Text), "調査.csv", CommentKind.Answer, a.Respondent, null, "ご意見", 2024, a.Place, a.Text, [new(CommentAttribute.Heading, "課題")]))],
                [
                    new LeftOut("調査.csv", LeftOutReason.Blank, "はるかぜ", "ご意見", 2024, new Place(90, 90), string.Empty),
                    new LeftOut("調査.csv", LeftOutReason.Aside, null, "料金", 2024, new Place(96, 97), "利用料の自己負担への不満が多い。") { Discussion = [new("考察", 94), new("料金", 95)] },
                ],
                [],
                [new CountTable("調査.csv", "件数", [new("2024", 2024)], [new("はるかぜ", [null], 3)], new("合計", [1], 4), new Place(3, 4))],
                [new Problem(ProblemSeverity.Notice, "調査.csv", 3, new("合計が合いません。", "The total is off."), new("確かめてください。", "Check it."))],
                ["README.md"]),
            CodebookReader.Default,
            LexiconReader.Default,
            new AnalysisOptions { Runs = 2 });
    }
}
