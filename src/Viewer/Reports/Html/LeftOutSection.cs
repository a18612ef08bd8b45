using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Reports.Html;

/// <summary>What was read but not analysed, with its place, so that anyone can check that nothing went missing.</summary>
internal static class LeftOutSection
{
    /// <summary>The name of a source's part that holds its duplicates.</summary>
    public const string Duplicates = "duplicates";

    /// <summary>Where the passages of a source that were left out for a reason stand; the whole section for no source.</summary>
    public static string Link(int? source, LeftOutReason reason) => source is { } s ? Anchor.Aside(s, FieldNames.Of(reason)) : Anchor.LeftOut;

    public static void Write(MarkupWriter page, ReportContext context)
    {
        var (leftOut, duplicates) = (context.Findings.Corpus.LeftOut, context.Findings.Duplicates);
        page.Start("section", ("id", Anchor.LeftOut));
        page.Element("h2", context.Pick($"分析しなかったもの {leftOut.Length + duplicates.Length}件", $"What was not analysed: {leftOut.Length + duplicates.Length}"));
        for (var s = 0; s < context.Findings.Corpus.Sources.Length; s++)
        {
            var source = context.Findings.Corpus.Sources[s].Name;
            foreach (var reason in Enum.GetValues<LeftOutReason>())
            {
                Passages(page, context, Link(s, reason), $"{source}: {context.Pick(TypeWords.Of(reason))}", [.. leftOut.Where(l => l.Source == source && l.Reason == reason)]);
            }

            var said = duplicates.Where(d => d.Comment.Source == source).ToList();
            if (said.Count > 0)
            {
                page.Start("details", ("id", Anchor.Aside(s, Duplicates)));
                page.Element("summary", context.Pick($"{source}: 重複 {said.Count}件", $"{source}: duplicates, {said.Count}"));
                SayWhereTheRestIs(page, context, said.Count);
                foreach (var duplicate in said.Take(context.IsWhole ? said.Count : ReportContext.MostExamples))
                {
                    page.Start("article", ("class", "comment"));
                    CommentCard.Words(page, context, duplicate.Comment, []);
                    page.Start("p", ("class", "meta")).Element("span", context.Speaker(duplicate.Comment), ("class", "who"));
                    page.Element("span", CommentCard.PlaceWords(duplicate.Comment), ("class", "place"));
                    if (context.Shows(duplicate.Original))
                    {
                        page.Element("a", context.Pick("分析した意見", "the one analysed"), ("href", "#" + Anchor.Comment(duplicate.Original)));
                    }

                    page.End().End();
                }

                page.End();
            }
        }

        page.End();
    }

    private static void SayWhereTheRestIs(MarkupWriter page, ReportContext context, int count)
    {
        if (!context.IsWhole && count > ReportContext.MostExamples)
        {
            page.Element(
                "p",
                context.Pick(
                    $"はじめの{ReportContext.MostExamples}件です。すべては findings.json にあります。",
                    $"The first {ReportContext.MostExamples}. All of them are in findings.json."),
                ("class", "note"));
        }
    }

    private static void Passages(MarkupWriter page, ReportContext context, string anchor, string title, List<LeftOut> passages)
    {
        if (passages.Count == 0)
        {
            return;
        }

        page.Start("details", ("id", anchor)).Element("summary", title + context.Pick($" {passages.Count}件", $", {passages.Count}"));
        SayWhereTheRestIs(page, context, passages.Count);
        foreach (var passage in passages.Take(context.IsWhole ? passages.Count : ReportContext.MostExamples))
        {
            page.Start("article", ("class", "comment"));
            page.Element("p", passage.Text.Length > 0 ? passage.Text : context.Pick("（空欄）", "(blank)"), ("class", "words"));
            page.Start("p", ("class", "meta"));
            foreach (var words in new[] { passage.Respondent, passage.Question }.OfType<string>())
            {
                page.Element("span", words);
            }

            page.Element("span", passage.Source + " " + Citation.Of(passage.Place), ("class", "place")).End().End();
        }

        page.End();
    }
}
