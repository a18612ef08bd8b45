using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Statistics;

/// <summary>The two orders of comments.</summary>
public static class CommentOrder
{
    /// <summary>By source, then by place, then by id: the order in which they are shown.</summary>
    /// <param name="comments">Any order.</param>
    public static IOrderedEnumerable<Comment> BySource(IEnumerable<Comment> comments) =>
        comments
            .OrderBy(c => c.Source, StringComparer.Ordinal)
            .ThenBy(c => c.Place.LineStart)
            .ThenBy(c => c.Place.LineEnd)
            .ThenBy(c => c.Place.Row ?? 0)
            .ThenBy(c => c.Place.Column, StringComparer.Ordinal)
            .ThenBy(c => c.Id, StringComparer.Ordinal);

    /// <summary>
    /// By what is said and by whom: the order in which they are analysed. Moving rows about in a file changes places and ids, but
    /// not this order.
    /// </summary>
    /// <param name="comments">Any order.</param>
    public static IOrderedEnumerable<Comment> ByWords(IEnumerable<Comment> comments) =>
        comments
            .OrderBy(c => c.Text, StringComparer.Ordinal)
            .ThenBy(c => c.Respondent, StringComparer.Ordinal)
            .ThenBy(c => c.Year ?? int.MinValue)
            .ThenBy(c => c.Question, StringComparer.Ordinal)
            .ThenBy(c => c.Meeting, StringComparer.Ordinal)
            .ThenBy(c => string.Join('\n', c.Attributes.Select(a => $"{a.Name}\t{a.Value}")), StringComparer.Ordinal)
            .ThenBy(c => c.Source, StringComparer.Ordinal)
            .ThenBy(c => c.Id, StringComparer.Ordinal);
}
