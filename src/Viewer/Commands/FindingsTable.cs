using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Viewer.Reports;
using Spectre.Console;

namespace FeedbackLab.Viewer.Commands;

/// <summary>Prints what was found: what was read, where every row went, and the themes.</summary>
internal static class FindingsTable
{
    public static void Print(ScreenLanguage language, AnalysisFindings findings, string folder)
    {
        var console = Terminal.Output();
        Sources(console, language, findings);
        console.WriteLine(LedgerText.Of(findings.Ledger.Total, language));
        Themes(console, language, findings);
        NewThemes(console, language, findings);
        Automatic(console, language, findings);
        foreach (var discussion in findings.Discussions)
        {
            console.WriteLine(DiscussionText.Of(discussion, findings, language));
        }

        console.WriteLine(language.Pick("結果: ", "Results: ") + Path.Combine(folder, "report.html"));
    }

    private static void NewThemes(IAnsiConsole console, ScreenLanguage language, AnalysisFindings findings)
    {
        if (!findings.NewThemes.IsEmpty)
        {
            console.WriteLine(language.Pick("今ある分類にない、新しいテーマの候補: ", "Possible new themes, in no code: ")
                + string.Join(language.Pick("、", ", "), findings.NewThemes.Take(5).Select(t => $"{t.Label} ({t.Comments.Count})")));
        }

        if (findings.Curve is { IsFlat: true, AsGood: var numbers })
        {
            console.WriteLine(language.Pick(
                $"意見グループは {findings.Clusters.Length}個。{numbers[0]}個から{numbers[^1]}個までのどの数でもほぼ同じように安定しています（--clusters で変更、詳しくは報告書に）。",
                $"{findings.Clusters.Length} groups of comments; from {numbers[0]} to {numbers[^1]} about any number holds equally well (change with --clusters; more in the report)."));
        }
        else if (findings.Curve is { Proposed: { } proposed })
        {
            console.WriteLine(language.Pick(
                $"意見グループは {findings.Clusters.Length}個。提案は {proposed}個です（--clusters で変更、理由は報告書に）。",
                $"{findings.Clusters.Length} groups of comments; {proposed} are proposed (change with --clusters; the report says why)."));
        }
    }

    private static void Automatic(IAnsiConsole console, ScreenLanguage language, AnalysisFindings findings)
    {
        if (findings.Automatic is { } taken)
        {
            var share = taken.Share.ToString("P0", CultureInfo.InvariantCulture);
            console.WriteLine(language.Pick($"自信のある {share}、{taken.Comments} 件の意見のコードを、人が見ずに採りました。", $"The codes of the surest {share}, {taken.Comments} comments, were taken unseen. ")
                + (taken.Of == 0
                    ? language.Pick("人が決めた意見が足りないので、どれだけ正しいかは分かりません。", "How often that is right cannot be told: too few comments are decided on.")
                    : language.Pick($"人が決めた意見で測ると、同じ割合で {taken.Of} 件中 {taken.Right} 件が正解です。", $"Measured on comments that people decided on, {taken.Right} of {taken.Of} are right at this share.")));
        }
    }

    private static void Sources(IAnsiConsole console, ScreenLanguage language, AnalysisFindings findings)
    {
        foreach (var source in findings.Corpus.Sources)
        {
            var lines = findings.Ledger.BySource.First(l => l.Source == source.Name);
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{source.Name} ({source.Encoding}): ") + language.Pick($"意見 {lines.Analysed}", $"{lines.Analysed} comments"));
            if (!source.Columns.IsEmpty)
            {
                console.WriteLine("  " + language.Pick("列の読み方: ", "columns: ")
                    + string.Join(", ", source.Columns.Select(c => $"{c.Header}={ColumnOptions.NameOf(c.Role, language)}"))
                    + language.Pick("（違うときは --column 見出し=役割）", " (--column HEADER=ROLE if wrong)"));
            }
        }
    }

    private static void Themes(IAnsiConsole console, ScreenLanguage language, AnalysisFindings findings)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(language.Pick("テーマ", "Theme"));
        table.AddColumn(new TableColumn(language.Pick("回答者", "Respondents")).RightAligned());
        table.AddColumn(new TableColumn(language.Pick("意見", "Comments")).RightAligned());
        table.AddColumn(language.Pick("目立つ語", "Telling terms"));
        foreach (var theme in findings.Themes)
        {
            table.AddRow(
                new Text(language.Pick(theme.Code.Name)),
                new Text(Fraction(theme.Respondents)),
                new Text(Fraction(theme.Comments)),
                new Text(string.Join(language.Pick("、", ", "), theme.Terms.Take(2))));
        }

        Terminal.Write(console, table);
    }

    // Where nobody is known, nobody can mention it.
    private static string Fraction(DocumentFrequency frequency) =>
        frequency.Of == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{frequency.Count}/{frequency.Of}");
}
