using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Reports.Html;

/// <summary>What was read: sources, the ledger, meetings, respondents, problems.</summary>
internal static class SourceSection
{
    public static void Write(MarkupWriter page, ReportContext context)
    {
        page.Start("section", ("id", "sources"));
        page.Element("h2", context.Pick("読んだ資料", "What was read"));
        Sources(page, context);
        Ledger(page, context);
        Meetings(page, context);
        Respondents(page, context);
        Problems(page, context);
        page.End();
    }

    private static void Sources(MarkupWriter page, ReportContext context)
    {
        Sheet.Start(page, context, context.Pick("資料", "source"), context.Pick("表題", "title"), context.Pick("年", "year"), context.Pick("行数", "lines"), context.Pick("文字コード", "encoding"), context.Pick("列の読み方", "columns"));
        foreach (var source in context.Findings.Corpus.Sources)
        {
            page.Start("tr");
            page.Start("th", ("scope", "row")).Element("a", source.Name, ("href", "#" + Anchor.Source(context.SourcePlace(source.Name)))).End();
            page.Element("td", source.Title ?? "–", ("class", "text"));
            page.Element("td", source.Year is { } year ? $"{year}" : "–", ("class", "n"));
            page.Element("td", $"{source.Lines}", ("class", "n"));
            page.Element("td", source.Encoding);
            page.Element(
                "td",
                source.Columns.IsEmpty ? "–" : string.Join(context.Pick("、", ", "), source.Columns.Select(c => $"{c.Header}={context.Pick(TypeWords.Of(c.Role))}")),
                ("class", "text"));
            page.End();
        }

        Sheet.End(page);
        if (!context.Findings.Corpus.Skipped.IsEmpty)
        {
            page.Element("p", context.Pick("読まなかったファイル: ", "Files not read: ") + string.Join(context.Pick("、", ", "), context.Findings.Corpus.Skipped), ("class", "note"));
        }
    }

    private static void Ledger(MarkupWriter page, ReportContext context)
    {
        page.Element("h3", context.Pick("読んだものの行き先", "Where everything went"), ("id", "ledger"));
        page.Element("p", LedgerText.Of(context.Findings.Ledger.Total, context.Language));
        Sheet.Start(
            page, context, context.Pick("資料", "source"), context.Pick("読んだもの", "read"), context.Pick("= 分析", "= analysed"), context.Pick("+ 空欄", "+ blank"),
            context.Pick("+ 尋ねていない", "+ not asked"), context.Pick("+「特になし」", "+ nothing to say"), context.Pick("+「同上」", "+ as above"), context.Pick("+ 別紙", "+ in an attachment"), context.Pick("+ 重複", "+ duplicates"), context.Pick("+ 意見以外の文章", "+ left aside"), context.Pick("うちテーマなし", "no theme"));
        foreach (var line in context.Findings.Ledger.BySource)
        {
            page.Start("tr").Element("th", line.Source, ("scope", "row"));
            LedgerCells(page, context, line, context.SourcePlace(line.Source));
            page.End();
        }

        page.End().Start("tfoot").Start("tr").Element("th", context.Pick("合計", "total"), ("scope", "row"));
        LedgerCells(page, context, context.Findings.Ledger.Total, null);
        page.End();
        Sheet.End(page);
    }

    private static void LedgerCells(MarkupWriter page, ReportContext context, LedgerLine line, int? source)
    {
        Cell(page, context, line.RowsIn, source is { } s ? (line.Analysed > 0 ? Anchor.Source(s) : Anchor.LeftOut) : Anchor.Comments);
        Cell(page, context, line.Analysed, source is { } a ? Anchor.Source(a) : Anchor.Comments);
        Cell(page, context, line.Blank, LeftOutSection.Link(source, LeftOutReason.Blank));
        Cell(page, context, line.NotAsked, LeftOutSection.Link(source, LeftOutReason.NotAsked));
        Cell(page, context, line.NothingToSay, LeftOutSection.Link(source, LeftOutReason.NothingToSay));
        Cell(page, context, line.AsAbove, LeftOutSection.Link(source, LeftOutReason.AsAbove));
        Cell(page, context, line.Elsewhere, LeftOutSection.Link(source, LeftOutReason.Elsewhere));
        Cell(page, context, line.Duplicates, source is { } d ? Anchor.Aside(d, LeftOutSection.Duplicates) : Anchor.LeftOut);
        Cell(page, context, line.LeftAside, LeftOutSection.Link(source, LeftOutReason.Aside));
        Cell(page, context, line.WithoutTheme, source is { } n ? Anchor.Aside(n, Anchor.NoTheme) : Anchor.NoTheme);
    }

    private static void Cell(MarkupWriter page, ReportContext context, int count, string anchor)
    {
        page.Start("td", ("class", "n"));
        ReportContext.Count(page, count, anchor);
        page.End();
    }

    private static void Meetings(MarkupWriter page, ReportContext context)
    {
        var meetings = context.Findings.Corpus.Meetings;
        page.Element("h3", context.Pick($"会議 {meetings.Length}件", $"Meetings: {meetings.Length}"), ("id", Anchor.Meetings));
        if (meetings.IsEmpty)
        {
            page.Element("p", context.Pick("会議の記録はありません。", "There are no minutes."), ("class", "empty"));
            return;
        }

        Sheet.Start(page, context, context.Pick("会議", "meeting"), context.Pick("日時", "date"), context.Pick("場所", "place"), context.Pick("参加", "participants"), context.Pick("テーマ", "topic"), context.Pick("意見", "comments"));
        var groups = context.Groups.SelectMany(g => g).Where(g => g.Comments.Any(c => c.Comment.Meeting is not null)).ToList();
        for (var i = 0; i < meetings.Length; i++)
        {
            var meeting = meetings[i];
            page.Start("tr", ("id", Anchor.Meeting(i)));
            page.Element("th", meeting.Title, ("scope", "row"));
            page.Element("td", meeting.DateText ?? meeting.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "–", ("class", "text"));
            page.Element("td", meeting.Venue ?? "–", ("class", "text"));
            page.Element("td", meeting.ParticipantsText ?? "–", ("class", "text"));
            page.Element("td", meeting.Topic ?? "–", ("class", "text"));
            Groups(page, [.. groups.Where(g => g.Comments.Any(c => c.Comment.Meeting == meeting.Id))], g => g.Comments.Count(c => c.Comment.Meeting == meeting.Id));
            page.End();
        }

        Sheet.End(page);
    }

    private static void Respondents(MarkupWriter page, ReportContext context)
    {
        var findings = context.Findings;
        page.Element("h3", context.Pick($"回答者 {findings.Respondents.Length}者", $"Respondents: {findings.Respondents.Length}"), ("id", Anchor.Respondents));
        if (findings.Respondents.IsEmpty)
        {
            page.Element("p", context.Pick("回答者の分かる回答はありません（会議の記録、意見書、報告書では、だれにも尋ねていません）。数は意見の数で示します。", "No answer names its respondent (minutes, statements and reports ask nobody); comments are counted instead."), ("class", "empty"));
            return;
        }

        var mentions = findings.Themes
            .SelectMany(t => t.ByRespondent.Select(m => (m.Respondent, t.Code.Id, m.CommentIds.Length)))
            .ToLookup(m => m.Respondent, StringComparer.Ordinal);
        var groups = context.Groups.SelectMany(g => g).Where(g => g.IsAsked).ToLookup(g => g.Speaker);
        Sheet.Start(page, context, context.Pick("回答者", "respondent"), context.Pick("意見", "comments"), context.Pick("挙げたテーマ（意見の数）", "themes (comments)"));
        for (var i = 0; i < findings.Respondents.Length; i++)
        {
            var respondent = findings.Respondents[i];
            page.Start("tr", ("id", Anchor.Respondent(i)));
            page.Element("th", respondent, ("scope", "row"));
            Groups(page, [.. groups[respondent]], g => g.Comments.Length);
            page.Start("td", ("class", "text"));
            var first = true;
            foreach (var (_, code, count) in mentions[respondent])
            {
                page.Text(first ? string.Empty : context.Pick("、", ", ")).Text(context.CodeName(code) + " ");
                ReportContext.Count(page, count, Anchor.ThemeRespondent(code, i));
                first = false;
            }

            page.Text(first ? "–" : string.Empty).End().End();
        }

        Sheet.End(page);
    }

    // One link a source: a respondent may have answered in several.
    private static void Groups(MarkupWriter page, List<CommentGroup> groups, Func<CommentGroup, int> count)
    {
        page.Start("td", ("class", "n"));
        for (var i = 0; i < groups.Count; i++)
        {
            page.Text(i == 0 ? string.Empty : " + ");
            ReportContext.Count(page, count(groups[i]), groups[i].Anchor);
        }

        page.Text(groups.Count == 0 ? "0" : string.Empty).End();
    }

    private static void Problems(MarkupWriter page, ReportContext context)
    {
        if (context.Findings.Corpus.Problems.IsEmpty)
        {
            return;
        }

        page.Element("h3", context.Pick("気をつけること", "Problems"), ("id", "problems"));
        Sheet.Start(page, context, context.Pick("資料", "file"), context.Pick("行", "line"), context.Pick("何が", "what"), context.Pick("どうすれば", "what to do"));
        foreach (var problem in context.Findings.Corpus.Problems)
        {
            page.Start("tr").Element("th", problem.File, ("scope", "row"));
            page.Element("td", problem.Line is { } line ? $"{line}" : "–", ("class", "n"));
            page.Element("td", context.Pick(problem.What), ("class", "text"));
            page.Element("td", context.Pick(problem.Remedy), ("class", "text")).End();
        }

        Sheet.End(page);
    }
}
