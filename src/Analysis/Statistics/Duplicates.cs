using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Statistics;

/// <summary>Tells comments that are analysed from those said twice.</summary>
public static class Duplicates
{
    /// <summary>
    /// The comments to analyse, and the rest: a comment is a duplicate where the same respondent (or nobody known) said the same in
    /// the same year, meeting and answer to the same question.
    /// </summary>
    /// <remarks>
    /// The same: equal normalised text, white space and full stops at the ends apart. Analysed is the first by source, place and id,
    /// so the order of the input decides nothing.
    /// </remarks>
    /// <param name="comments">Any order; may be empty.</param>
    /// <returns>Both in the order of source, place and id.</returns>
    public static (ImmutableArray<Comment> Analysed, ImmutableArray<DuplicateComment> Set) Separate(IEnumerable<Comment> comments)
    {
        ArgumentNullException.ThrowIfNull(comments);
        var analysed = ImmutableArray.CreateBuilder<Comment>();
        var duplicates = ImmutableArray.CreateBuilder<DuplicateComment>();
        var originals = new Dictionary<(string?, int?, string?, string?, string), Comment>();
        foreach (var comment in CommentOrder.BySource(comments))
        {
            var key = (comment.Respondent, comment.Year, comment.Meeting, comment.Question, Words(comment.Text));
            if (originals.TryAdd(key, comment))
            {
                analysed.Add(comment);
            }
            else
            {
                duplicates.Add(new DuplicateComment(comment, originals[key].Id));
            }
        }

        return (analysed.ToImmutable(), duplicates.ToImmutable());
    }

    private static string Words(string text)
    {
        var normalized = NormalizedText.Of(text).Text;
        return string.Concat(normalized.Where(c => !char.IsWhiteSpace(c))).Trim('。', '.', '．');
    }
}
