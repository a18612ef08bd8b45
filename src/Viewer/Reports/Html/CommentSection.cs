
namespace FeedbackLab.Viewer.Reports.Html;

/// <summary>All comments, by source and by who said them, with their codes and places.</summary>
internal static class CommentSection
{
    public static void Write(MarkupWriter page, ReportContext context)
    {
        page.Start("section", ("id", Anchor.Comments));
        page.Element("h2", context.Pick($"すべての意見 {context.Findings.Comments.Length}件", $"All {ScreenLanguages.InEnglish(context.Findings.Comments.Length, "comment")}"));
        context.SayWhereTheRestIs(page);
        var duplicates = context.Findings.Duplicates.ToLookup(d => d.Original, StringComparer.Ordinal);
        for (var s = 0; s < context.Groups.Length; s++)
        {
            var source = context.Findings.Corpus.Sources[s];
            page.Start("section", ("id", Anchor.Source(s))).Element("h3", source.Title is { } title ? $"{title}（{source.Name}）" : source.Name);
            if (context.Groups[s].IsEmpty)
            {
                page.Element("p", context.Pick("この資料に意見はありませんでした。", "No comments in this source."), ("class", "empty"));
            }

            foreach (var group in context.Groups[s])
            {
                page.Start("div", ("id", group.Anchor));
                page.Element("h4", Heading(context, group) + context.Pick($"（{group.Comments.Length}件）", $" ({group.Comments.Length})"));
                foreach (var comment in group.Comments.Where(c => context.Shows(c.Comment.Id)))
                {
                    CommentCard.Full(page, context, comment);
                    foreach (var duplicate in duplicates[comment.Comment.Id])
                    {
                        page.Element(
                            "p",
                            context.Pick("同じ意見: ", "Said again: ") + CommentCard.PlaceWords(duplicate.Comment),
                            ("class", "note"));
                    }
                }

                page.End();
            }

            page.End();
        }

        page.End();
    }

    private static string Heading(ReportContext context, CommentGroup group) => (group.Speaker, group.Meeting) switch
    {
        ({ } speaker, _) => speaker,
        (null, { } meeting) => context.MeetingTitle(meeting),
        _ => context.Pick("回答者の記載なし", "Respondent not named"),
    };
}
