using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Reports.Content;

namespace FeedbackLab.Viewer.Reports.Html;

/// <summary>How the report was made: enough to make it again.</summary>
internal static class MethodSection
{
    private static readonly BilingualText[] Steps =
    [
        new("資料を意見の単位に分け、回答者・会議・年・行番号を付けました。文章の言葉は変えていません。", "Sources were cut into comments with respondent, meeting, year and lines. No word was changed."),
        new("意見を語に分け（Kuromoji、IPADIC）、表記のゆれと同義語をそろえました。", "Comments were cut into words (Kuromoji, IPADIC); spelling variants and synonyms were brought together."),
        new("コードブックの名前・定義・語に近い意見に、そのテーマを付けました。近いものがなければ付けません。", "A comment carries a theme where its words are near the code's name, definition and terms; where none is near, none."),
        new("数は回答者を先に、意見を後に数えます。同じ回答者の同じ意見は一度だけ数えます。", "Respondents are counted first, comments second; the same comment of the same respondent counts once."),
    ];

    public static void Write(MarkupWriter page, ReportContext context)
    {
        page.Start("section", ("id", "method")).Element("h2", context.Pick("分析の方法", "How it was made"));
        page.Start("ol");
        foreach (var step in Steps)
        {
            page.Element("li", context.Pick(step));
        }

        if (context.Content.Method.Years is { } years)
        {
            page.Element("li", years);
        }

        page.End().Start("dl", ("class", "facts"));
        var options = context.Findings.Options;
        Fact(page, context.Pick("プログラム", "program"), "FeedbackLab " + context.Run.Version);
        if (context.Run.Timestamp is { } timestamp)
        {
            Fact(page, context.Pick("作成日時", "made at"), timestamp);
        }

        Fact(
            page,
            context.Pick("コードブック", "codebook"),
            context.Findings.Codebook.Name + (context.Content.Words.IsForPublication ? string.Empty : context.Run.CodebookSha256 is { } hash ? $" (SHA-256 {hash})" : context.Pick("（付属）", " (built in)")));
        Fact(
            page,
            context.Pick("設定", "options"),
            FormattableString.Invariant(
                $"clusters={options.Clusters?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "auto"} new-themes={options.NewThemes?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "auto"} most-clusters={options.MostTried} seed={options.Seed} runs={options.Runs} weak-cohesion={options.WeakCohesion} most-codes={options.MostCodes} auto-accept={options.AutoAccept?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"} whole-cells={!context.Run.Reading.SplitBullets} encoding={context.Run.Reading.Encoding ?? "auto"}"));
        page.End();
        if (context.Content.Words.IsForPublication)
        {
            ReportTable.Write(page, context, ReportTables.Sources(context.Content.Method.Sources));
        }
        else
        {
            Sheet.Start(page, context, context.Pick("資料", "source"), "SHA-256");
            foreach (var source in context.Findings.Corpus.Sources)
            {
                page.Start("tr").Element("th", source.Name, ("scope", "row")).Element("td", source.Sha256, ("class", "hash")).End();
            }

            Sheet.End(page);
        }

        page.End();
    }

    private static void Fact(MarkupWriter page, string name, string value) => page.Element("dt", name).Element("dd", value);
}
