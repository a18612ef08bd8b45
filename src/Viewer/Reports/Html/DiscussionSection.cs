using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Reports.Html;

/// <summary>The sources' own discussions beside the counted themes: what both name, and where they disagree.</summary>
internal static class DiscussionSection
{
    public static void Write(MarkupWriter page, ReportContext context)
    {
        if (context.Findings.Discussions.IsEmpty)
        {
            return;
        }

        page.Start("section", ("id", Anchor.Discussion)).Element("h2", context.Pick("資料の考察との比べ合わせ", "Beside the sources' own discussion"));
        page.Element(
            "p",
            context.Pick(
                "資料を書いた人の考察（まとめ）を同じコードブックで読み、意見から数えたテーマと並べました。考察の文は意見の数に入れていません。コードは機械が付けたものです。引用した行を確かめてください。",
                "What the authors concluded, read by the same codebook, beside the themes counted from the comments. It is not among the comments. The codes are the program's: check the lines cited."),
            ("class", "note"));
        for (var i = 0; i < context.Findings.Discussions.Length; i++)
        {
            Discussion(page, context, context.Findings.Discussions[i], i);
        }

        page.End();
    }

    private static void Discussion(MarkupWriter page, ReportContext context, SourceDiscussion discussion, int number)
    {
        page.Element("h3", context.Pick($"{discussion.Source} の「{discussion.Passages[0].Headings[0].Text}」", $"“{discussion.Passages[0].Headings[0].Text}” of {discussion.Source}"));
        page.Element(
            "p",
            context.Pick($"{DiscussionText.Where(discussion)}、{discussion.Passages.Length} 段落。", $"{DiscussionText.Where(discussion)}; {discussion.Passages.Length} passages. ")
            + (discussion.IsOwn
                ? context.Pick("数はこの資料の意見だけのものです。", "Counts are of this source's comments.")
                : context.Pick("この資料には意見がないので、数はすべての資料の意見のものです。", "This source has no comments: counts are of all sources.")),
            ("class", "note"));
        Disagreements(page, context, discussion);
        Sheet.Start(page, context, context.Pick("テーマ", "theme"), context.Pick("回答者", "respondents"), context.Pick("意見", "comments"), context.Pick("考察の見出し", "in its headings"), context.Pick("考察の文", "in its words"), context.Pick("言えること", "verdict"));
        foreach (var theme in discussion.Themes.Where(t => t.Verdict != DiscussionVerdict.Neither))
        {
            page.Start("tr").Start("th", ("scope", "row")).Element("a", context.CodeName(theme.Code), ("href", "#" + Anchor.Theme(theme.Code))).End();
            page.Element("td", Charts.ChartText.Share(theme.Respondents), ("class", "n"));
            page.Element("td", Charts.ChartText.Share(theme.Comments), ("class", "n"));
            page.Element("td", theme.Headings.IsEmpty ? "–" : string.Join(context.Pick("、", ", "), theme.Headings.Select(h => $"{h.Text} (l.{h.Line})")), ("class", "text"));
            page.Start("td", ("class", "text"));
            for (var i = 0; i < theme.Passages.Length; i++)
            {
                page.Text(i == 0 ? string.Empty : ", ");
                page.Element("a", Citation.Of(discussion.Passages[theme.Passages[i]].Place), ("href", "#" + Anchor.Passage(number, theme.Passages[i])));
            }

            page.Text(theme.Passages.IsEmpty ? "–" : string.Empty).End();
            page.Element("td", context.Pick(DiscussionText.Of(theme.Verdict)), ("class", "text")).End();
        }

        Sheet.End(page);
        Passages(page, context, discussion, number);
    }

    private static void Disagreements(MarkupWriter page, ReportContext context, SourceDiscussion discussion)
    {
        page.Element("h4", context.Pick("食い違い", "Where they disagree"));
        var (missing, alone) = (discussion.OnlyInComments.ToList(), discussion.OnlyInDiscussion.ToList());
        if (missing.Count + alone.Count + discussion.Uncovered.Length == 0)
        {
            page.Element("p", context.Pick("食い違いは見つかりませんでした。", "No disagreement was found."));
            return;
        }

        page.Start("ul");
        foreach (var theme in missing)
        {
            Item(page, context, theme, context.Pick("は多くの回答者が挙げていますが、考察には見当たりません", " is mentioned by many; the discussion does not name it"));
        }

        foreach (var theme in alone)
        {
            Item(page, context, theme, context.Pick("は考察にありますが、意見はほとんどありません", " is named by the discussion; few comments or none do"));
        }

        foreach (var heading in discussion.Uncovered)
        {
            page.Element("li", context.Pick(
                $"見出し「{heading.Text}」(l.{heading.Line}) に当たるコードがコードブックにありません。",
                $"No code of the codebook covers the heading “{heading.Text}” (l.{heading.Line})."));
        }

        page.End();
    }

    private static void Item(MarkupWriter page, ReportContext context, DiscussedTheme theme, string words)
    {
        page.Start("li").Element("a", context.CodeName(theme.Code), ("href", "#" + Anchor.Theme(theme.Code)));
        page.Text(words + context.Pick("（回答者 ", " (respondents ") + Charts.ChartText.Share(theme.Respondents));
        page.Text(context.Pick("、意見 ", ", comments ") + Charts.ChartText.Share(theme.Comments) + context.Pick("）。", ").")).End();
    }

    private static void Passages(MarkupWriter page, ReportContext context, SourceDiscussion discussion, int number)
    {
        page.Start("details").Element("summary", context.Pick($"考察の {discussion.Passages.Length} 段落とそのコード", $"The discussion's {discussion.Passages.Length} passages and their codes"));
        for (var i = 0; i < discussion.Passages.Length; i++)
        {
            var passage = discussion.Passages[i];
            page.Start("article", ("class", "comment"), ("id", Anchor.Passage(number, i)));
            CommentCard.Words(page, context, passage.Text, Together(passage));
            page.Start("p", ("class", "meta"));
            foreach (var coding in passage.Codings)
            {
                page.Element("a", context.CodeName(coding.Code), ("class", "chip code"), ("href", "#" + Anchor.Theme(coding.Code)));
            }

            page.Element("span", string.Join(" / ", passage.Headings.Select(h => h.Text)), ("class", "heading"));
            page.Element("span", discussion.Source + " " + Citation.Of(passage.Place), ("class", "place")).End().End();
        }

        page.End();
    }

    // Evidence of several codes as stretches that do not overlap.
    private static ImmutableArray<TextSpan> Together(DiscussionPassage passage)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var span in passage.Codings.SelectMany(c => c.Evidence).OrderBy(e => e.Start).ThenBy(e => e.End))
        {
            if (spans.Count > 0 && span.Start <= spans[^1].End)
            {
                spans[^1] = spans[^1] with { End = Math.Max(spans[^1].End, span.End) };
            }
            else
            {
                spans.Add(span);
            }
        }

        return spans.ToImmutable();
    }
}
