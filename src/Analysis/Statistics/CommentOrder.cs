using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Statistics;

/// <summary>The two orders of comments.</summary>
public static class CommentOrder
{
    /// <summary>By source, then by place, then by id: the order in which they are shown.</summary>
    /// <param name="comments">Any order; the order of a corpus, which this is, takes one look.</param>
    public static ImmutableArray<Comment> BySource(IEnumerable<Comment> comments)
    {
        var all = comments.ToArray();
        for (var i = 1; i < all.Length; i++)
        {
            if (Compare(all[i - 1], all[i]) > 0)
            {
                return [.. all.Order(Comparer<Comment>.Create(Compare))];
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(all);
    }

    /// <summary>The comments in the order of <see cref="NumbersByWords"/>.</summary>
    /// <param name="comments">Any order.</param>
    public static ImmutableArray<Comment> ByWords(IEnumerable<Comment> comments)
    {
        ImmutableArray<Comment> all = [.. comments];
        return [.. NumbersByWords(all).Select(i => all[i])];
    }

    /// <summary>
    /// By what is said and by whom: the order in which they are analysed. Moving rows about in a file changes places and ids, but
    /// not this order.
    /// </summary>
    /// <param name="comments">Any order.</param>
    /// <returns>The comments' numbers in that order.</returns>
    public static ImmutableArray<int> NumbersByWords(ImmutableArray<Comment> comments)
    {
        var texts = comments.Select(c => c.Text).ToArray();
        return ImmutableCollectionsMarshal.AsImmutableArray(OrdinalOrder.Of(texts, (a, b) => CompareSpeakers(comments[a], comments[b])));
    }

    private static int Compare(Comment one, Comment other)
    {
        var compared = string.CompareOrdinal(one.Source, other.Source);
        compared = compared != 0 ? compared : one.Place.LineStart.CompareTo(other.Place.LineStart);
        compared = compared != 0 ? compared : one.Place.LineEnd.CompareTo(other.Place.LineEnd);
        compared = compared != 0 ? compared : (one.Place.Row ?? 0).CompareTo(other.Place.Row ?? 0);
        compared = compared != 0 ? compared : string.CompareOrdinal(one.Place.Column, other.Place.Column);
        return compared != 0 ? compared : string.CompareOrdinal(one.Id, other.Id);
    }

    private static int CompareSpeakers(Comment one, Comment other)
    {
        var compared = string.CompareOrdinal(one.Respondent, other.Respondent);
        compared = compared != 0 ? compared : (one.Year ?? int.MinValue).CompareTo(other.Year ?? int.MinValue);
        compared = compared != 0 ? compared : string.CompareOrdinal(one.Question, other.Question);
        compared = compared != 0 ? compared : string.CompareOrdinal(one.Meeting, other.Meeting);
        compared = compared != 0 ? compared : string.CompareOrdinal(Attributes(one), Attributes(other));
        compared = compared != 0 ? compared : string.CompareOrdinal(one.Source, other.Source);
        return compared != 0 ? compared : string.CompareOrdinal(one.Id, other.Id);
    }

    private static string Attributes(Comment comment) => string.Join('\n', comment.Attributes.Select(a => $"{a.Name}\t{a.Value}"));
}
