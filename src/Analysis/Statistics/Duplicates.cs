using System.Collections.Concurrent;
using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Statistics;

/// <summary>Tells comments that are analysed from those said twice.</summary>
public static class Duplicates
{
    /// <summary>
    /// The comments to analyse, and the rest: a comment is a duplicate where the same respondent said the same in the same year, meeting
    /// and answer to the same question. Where nobody is known, a table's rows are different people; in running text, the same words are one comment.
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
        var ordered = CommentOrder.BySource(comments);
        var analysed = ImmutableArray.CreateBuilder<Comment>(ordered.Length);
        var duplicates = ImmutableArray.CreateBuilder<DuplicateComment>();
        var originals = new Dictionary<int, int>(ordered.Length, new SameSaid(ordered));
        for (var i = 0; i < ordered.Length; i++)
        {
            if (originals.TryAdd(i, i))
            {
                analysed.Add(ordered[i]);
            }
            else
            {
                duplicates.Add(new DuplicateComment(ordered[i], ordered[originals[i]].Id));
            }
        }

        return (analysed.ToImmutable(), duplicates.ToImmutable());
    }

    // Whether two of the comments, by number, say the same: the words are compared where they lie, none is copied to be kept. For one thread.
    private sealed class SameSaid : IEqualityComparer<int>
    {
        private readonly ImmutableArray<Comment> _comments;
        private readonly int[] _hashes;
        private char[] _one = new char[1024];
        private char[] _other = new char[1024];

        public SameSaid(ImmutableArray<Comment> comments)
        {
            (_comments, _hashes) = (comments, new int[comments.Length]);
            if (!comments.IsEmpty)
            {
                Parallel.ForEach(Partitioner.Create(0, comments.Length), range =>
                {
                    var room = new char[1024];
                    for (var i = range.Item1; i < range.Item2; i++)
                    {
                        var comment = _comments[i];
                        _hashes[i] = HashCode.Combine(
                            comment.Respondent?.GetHashCode(StringComparison.Ordinal), comment.Year, string.GetHashCode(Words(comment.Text, ref room), StringComparison.Ordinal));
                    }
                });
            }
        }

        public int GetHashCode(int comment) => _hashes[comment];

        public bool Equals(int x, int y)
        {
            var (one, other) = (_comments[x], _comments[y]);
            return x == y
                || (_hashes[x] == _hashes[y]
                    && one.Year == other.Year && one.Respondent == other.Respondent && one.Meeting == other.Meeting && one.Question == other.Question
                    && (one.Respondent is not null || IsSameRow(one, other))
                    && Words(one.Text, ref _one).SequenceEqual(Words(other.Text, ref _other)));
        }

        private static bool IsSameRow(Comment one, Comment other) => one.Place.Row is null
            ? other.Place.Row is null
            : one.Source == other.Source && one.Place.Sheet == other.Place.Sheet && one.Place.Row == other.Place.Row && one.Place.LineStart == other.Place.LineStart;

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
