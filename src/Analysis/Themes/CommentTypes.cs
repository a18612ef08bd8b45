using System.Buffers;
using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Themes.Types;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Themes;

/// <summary>Tells what a comment does (要望, 懸念, 課題, メリット, 質問, 事実) by cues of grammar.</summary>
/// <remarks>
/// Quotations are taken out first: what somebody else asked is not asked here. Then each clause is read from its end
/// (<see cref="ClauseReader"/>). The heading above tells merit and issue where the comment's own grammar tells nothing.
/// See docs/methods/coding.md.
/// </remarks>
public static class CommentTypes
{
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。.!\n?");
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("、,;");

    // Before か they make a question of the end of a sentence.
    private static readonly SearchValues<char> AskingEnds = SearchValues.Create("のすう何つこるだん");

    // One array a set of types: bit t of the index is type t.
    private static readonly ImmutableArray<ImmutableArray<CommentType>> Sets =
        [.. Enumerable.Range(0, 1 << Enum.GetValues<CommentType>().Length).Select(set => Enum.GetValues<CommentType>().Where(t => (set & Bit(t)) != 0).ToImmutableArray())];

    /// <summary>The types of a comment, in the order of <see cref="CommentType"/>; <see cref="CommentType.Fact"/> where no cue is found.</summary>
    /// <param name="comment">The comment.</param>
    public static ImmutableArray<CommentType> Of(Comment comment) => Of(comment, []);

    /// <summary>The same for one of many comments, whose headings and questions recur.</summary>
    /// <param name="comment">The comment.</param>
    /// <param name="headings">What the headings and questions seen so far tell; for one thread.</param>
    internal static ImmutableArray<CommentType> Of(Comment comment, Dictionary<string, HeadingSides> headings)
    {
        ArgumentNullException.ThrowIfNull(comment);
        var types = 0;
        var rest = OwnWords.Of(NormalizedText.Of(comment.Text).Text).AsSpan();
        while (!rest.IsEmpty)
        {
            // A sentence ends before 。 . ! and a line end, and behind a question mark.
            var end = rest.IndexOfAny(SentenceEnds);
            var sentence = (end < 0 ? rest : rest[..end]).Trim();
            types |= TypesOf(sentence, isAsked: end >= 0 && rest[end] == '?');
            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        types = types == 0 && Headings.TypeAbove(comment, headings) is { } type ? Bit(type) : types;
        return Sets[types == 0 ? Bit(CommentType.Fact) : types];
    }

    private static int Bit(CommentType type) => 1 << (int)type;

    private static int TypesOf(ReadOnlySpan<char> sentence, bool isAsked)
    {
        var types = 0;
        for (var rest = sentence; !rest.IsEmpty;)
        {
            var end = rest.IndexOfAny(ClauseEnds);
            var clause = end < 0 ? rest : rest[..end];
            var reading = ClauseReader.Of(clause, isLast: end < 0);
            types |= (reading.Type is { } type ? Bit(type) : 0) | TypesWithin(clause);
            if (end < 0)
            {
                isAsked = !reading.Asks && (isAsked || EndsAsking(sentence[..^(rest.Length - reading.Length)]));
                break;
            }

            rest = rest[(end + 1)..];
        }

        return !isAsked || sentence.IsEmpty ? types
            : types | Bit(sentence.Contains("果たして", StringComparison.Ordinal) ? CommentType.Concern : CommentType.Question); // 果たして〜のか doubts
    }

    // 〜ず and 〜なく end a clause without a comma where another begins with a word of its own.
    private static int TypesWithin(ReadOnlySpan<char> clause)
    {
        var types = 0;
        for (int from = 0, at; (at = clause[from..].IndexOfAny('ず', 'く')) >= 0; from += at + 1)
        {
            var end = from + at + 1;
            if (end < clause.Length && clause[end] is (>= '一' and <= '鿿') or (>= 'ァ' and <= 'ヺ') && (clause[end - 1] == 'ず' || clause[..end] is [.., 'な', _]))
            {
                types |= ClauseReader.Of(clause[..end], isLast: false).Type is CommentType.Issue ? Bit(CommentType.Issue) : 0;
            }
        }

        return types;
    }

    private static bool EndsAsking(ReadOnlySpan<char> sentence) =>
        sentence is [.., var before, 'か'] && (AskingEnds.Contains(before) || sentence is [.., 'よ' or '良' or 'い', 'い', _] or [.., 'べ', 'き', _])
            && !sentence.EndsWith("かどうか", StringComparison.Ordinal);
}

/// <summary>Whether a heading asks for merits, whether for issues, and whether for requests.</summary>
internal readonly record struct HeadingSides(bool Merit, bool Issue, bool Request);
