using System.Text.Json;
using FeedbackLab.Analysis;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Statistics.CrossTables;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Reports;

namespace FeedbackLab.Viewer.Tests.Exports;

/// <summary>Not asked, no answer, nothing to say and not mentioned never share a zero: through counts, exports and the report.</summary>
public sealed class FourZerosTests
{
    private static readonly Lazy<AnalysisFindings> Survey = new(() => FeedbackAnalysis.Run(
        CorpusReader.Read([Path.Combine(Repository.Root, "corpora", "samples", "survey-two-years", "centres-r6-r7.csv")], new ReadOptions()),
        CodebookReader.Default,
        LexiconReader.Default,
        new AnalysisOptions { Clusters = 1, Runs = 1 }));

    [Fact]
    public void Every_cell_of_the_survey_has_one_of_the_four_fates()
    {
        var (findings, total) = (Survey.Value, Survey.Value.Ledger.Total);
        Assert.True(total is { Blank: > 0, NotAsked: > 0, NothingToSay: > 0, Analysed: > 0, AddsUp: true });
        Assert.Equal(
            (total.Blank, total.NotAsked, total.NothingToSay),
            (Count(LeftOutReason.Blank), Count(LeftOutReason.NotAsked), Count(LeftOutReason.NothingToSay)));

        // Nobody is counted out for having said nothing, nor in for not having been asked.
        var asked = findings.Corpus.Comments.Select(c => c.Respondent)
            .Concat(findings.Corpus.LeftOut.Where(l => l.Reason is LeftOutReason.Blank or LeftOutReason.NothingToSay).Select(l => l.Respondent))
            .OfType<string>().Distinct().Count();
        Assert.Equal(asked, findings.Respondents.Length);
        Assert.All(findings.Themes, t => Assert.Equal(asked, t.Respondents.Of));
    }

    [Fact]
    public void A_question_that_was_put_in_one_year_only_has_no_denominator_in_the_other()
    {
        var findings = Survey.Value;
        var question = findings.Corpus.LeftOut.First(l => l.Reason == LeftOutReason.NotAsked);
        var all = findings.Corpus.LeftOut.Where(l => l.Question == question.Question && l.Year == question.Year).ToList();
        Assert.All(all, l => Assert.Equal(LeftOutReason.NotAsked, l.Reason));
        Assert.DoesNotContain(findings.Corpus.Comments, c => c.Question == question.Question && c.Year == question.Year);
    }

    [Fact]
    public void The_cross_table_tells_them_apart()
    {
        var table = CrossTable.Of(Survey.Value, CrossAttribute.Of("question", Survey.Value.Corpus)!);
        Assert.Contains(table.Groups, g => g.NothingToSay > 0);
        Assert.Contains(table.Groups, g => g.Blank > 0);
        Assert.Contains(table.Groups, g => g.NotAsked > 0 || g.Asked < Survey.Value.Respondents.Length);
        Assert.All(table.Groups, g => Assert.Equal(g.Asked, g.WithWords + g.Elsewhere + g.NothingToSay + g.Blank));
        Assert.All(table.Themes.SelectMany(t => t.Cells.Zip(table.Groups)), c => Assert.Equal(c.Second.Asked, c.First?.Of ?? 0));
        Assert.Contains(table.Themes.SelectMany(t => t.Cells), c => c is { Count: 0, Of: > 0 });

        var notes = string.Join('\n', CrossTables.Of(table, Survey.Value, ScreenLanguage.Japanese).Notes.Select(n => n.Ja));
        Assert.Contains("特になし: ", notes, StringComparison.Ordinal);
        Assert.Contains("空欄: ", notes, StringComparison.Ordinal);
    }

    [Fact]
    public void The_exports_and_the_report_keep_them_apart()
    {
        var (findings, total) = (Survey.Value, Survey.Value.Ledger.Total);
        var files = ReportFiles.Of(findings, InventedFindings.Run, ScreenLanguage.Japanese);
        using var json = JsonDocument.Parse(files["findings.json"]);
        var ledger = json.RootElement.GetProperty("ledger");
        Assert.Equal(
            (total.Blank, total.NotAsked, total.NothingToSay, total.WithoutTheme),
            (Number(ledger, "blank"), Number(ledger, "notAsked"), Number(ledger, "nothingToSay"), Number(ledger, "withoutTheme")));
        var reasons = json.RootElement.GetProperty("leftOut").EnumerateArray().CountBy(l => l.GetProperty("reason").GetString()!).ToDictionary();
        Assert.Equal((total.Blank, total.NotAsked, total.NothingToSay), (reasons["blank"], reasons["not-asked"], reasons["nothing-to-say"]));

        // comments.csv holds what was said and nothing else.
        var rows = System.Text.Encoding.UTF8.GetString(files["comments.csv"]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(total.Analysed + 1, rows.Length);

        var report = System.Text.Encoding.UTF8.GetString(files["report.html"]);
        foreach (var (words, count) in new[] { ("空欄", total.Blank), ("尋ねていない", total.NotAsked), ("「特になし」など", total.NothingToSay) })
        {
            Assert.Contains($"{words} {count}件</summary>", report, StringComparison.Ordinal);
        }
    }

    private static int Count(LeftOutReason reason) => Survey.Value.Corpus.LeftOut.Count(l => l.Reason == reason);

    private static int Number(JsonElement json, string name) => json.GetProperty(name).GetInt32();
}
