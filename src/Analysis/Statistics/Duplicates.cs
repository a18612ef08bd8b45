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
        var originals = new Dictionary<Comment, Comment>(new SameSaid());
        foreach (var comment in CommentOrder.BySource(comments))
        {
            if (originals.TryAdd(comment, comment))
            {
                analysed.Add(comment);
            }
            else
            {
                duplicates.Add(new DuplicateComment(comment, originals[comment].Id));
            }
        }

        return (analysed.ToImmutable(), duplicates.ToImmutable());
    }

    // Whether two comments say the same: the words are compared where they lie, none is copied to be kept. For one thread.
    private sealed class SameSaid : IEqualityComparer<Comment>
    {
        private char[] _one = new char[1024];
        private char[] _other = new char[1024];

        public bool Equals(Comment? one, Comment? other) =>
            ReferenceEquals(one, other)
            || (one!.Year == other!.Year && one.Respondent == other.Respondent && one.Meeting == other.Meeting && one.Question == other.Question
                && Words(one.Text, ref _one).SequenceEqual(Words(other.Text, ref _other)));

        public int GetHashCode(Comment comment) => HashCode.Combine(
            comment.Respondent?.GetHashCode(StringComparison.Ordinal), comment.Year, string.GetHashCode(Words(comment.Text, ref _one), StringComparison.Ordinal));

        private static ReadOnlySpan<char> Words(string text, ref char[] room)
        {
            var normalized = NormalizedText.Of(text).Text;
            if (room.Length < normalized.Length)
            {
                room = new char[2 * normalized.Length];
            }

            var length = 0;
            foreach (var c in normalized)
            {
                if (!char.IsWhiteSpace(c))
                {
                    room[length++] = c;
                }
            }

            return room.AsSpan(0, length).Trim("。.．");
        }
    }
}
