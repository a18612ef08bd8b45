using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>Finds the comments of a file's older version in its corrected one.</summary>
/// <remarks>
/// Each comment is used once, and comments that are alike are paired in their order. First come comments with the same place, words,
/// respondent and question; then the same words, respondent and question elsewhere (rows were inserted or sorted); then the same words at
/// the same place (a respondent's name was corrected). Then the same again where only punctuation, white space or width differ
/// (<see cref="SameWords"/>). Comments paired so are the same comment and keep their id. Of what is left, the same respondent and question are
/// paired, first at the same place: these were reworded, and are new comments with new ids, because evidence for the old words says nothing
/// about the new ones. Linear in the number of comments.
/// </remarks>
public static class ImportMatching
{
    /// <summary>One entry a comment of the corrected version, in its order.</summary>
    /// <param name="before">Comments of the older version.</param>
    /// <param name="after">Comments of the corrected version.</param>
    public static ImmutableArray<CommentMatch> Match(IReadOnlyList<Comment> before, IReadOnlyList<Comment> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var used = new bool[before.Count];
        var matches = Enumerable.Repeat(new CommentMatch(MatchKind.Added, null), after.Count).ToArray();
        Pair(c => (c.Place, c.Text, c.Respondent, c.Question), (o, n) => SameDetails(o, n) ? MatchKind.Unchanged : MatchKind.Redescribed);
        Pair(c => (c.Text, c.Respondent, c.Question), (o, n) => SameDetails(o, n) ? MatchKind.Moved : MatchKind.Redescribed);
        Pair(c => (c.Place, c.Text), (_, _) => MatchKind.Redescribed);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        Pair(c => Words(c) is { } w ? (c.Place, w, c.Respondent, c.Question) : null, (_, _) => MatchKind.Repunctuated);
        Pair(c => Words(c) is { } w ? (w, c.Respondent, c.Question) : null, (_, _) => MatchKind.Repunctuated);
        Pair(c => Words(c) is { } w ? (c.Place, w) : null, (_, _) => MatchKind.Repunctuated);
        Pair(c => (c.Place, c.Respondent, c.Question), (_, _) => MatchKind.Reworded);
        Pair(c => c.Respondent is null ? null : (c.Respondent, c.Question), (_, _) => MatchKind.Reworded);
        return ImmutableCollectionsMarshal.AsImmutableArray(matches);

        string? Words(Comment comment)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(words, comment.Text, out _);
            known ??= SameWords.Of(comment.Text).Words;
            return known.Length > 0 ? known : null;
        }

        // A comment whose key is null takes no part.
        void Pair(Func<Comment, object?> key, Func<Comment, Comment, MatchKind> kind)
        {
            var waiting = new Dictionary<object, Queue<int>>();
            for (var i = 0; i < before.Count; i++)
            {
                if (!used[i] && key(before[i]) is { } k)
                {
                    (CollectionsMarshal.GetValueRefOrAddDefault(waiting, k, out _) ??= new Queue<int>()).Enqueue(i);
                }
            }

            for (var i = 0; i < after.Count && waiting.Count > 0; i++)
            {
                if (matches[i].Before is null && key(after[i]) is { } k && waiting.TryGetValue(k, out var olds) && olds.TryDequeue(out var old))
                {
                    used[old] = true;
                    matches[i] = new CommentMatch(kind(before[old], after[i]), old);
                }
            }
        }
    }

    /// <summary>The corrected version's comments with their ids.</summary>
    /// <param name="key">The source's key, which outlives its versions.</param>
    /// <param name="before">Comments of the older version.</param>
    /// <param name="after">Comments of the corrected version.</param>
    /// <param name="matches">What <see cref="Match"/> found.</param>
    /// <returns>
    /// The id that a comment had before, or the one that <see cref="CommentId"/> makes from the key; where another comment of the source
    /// carries that one, the first that is free with <c>#2</c>, <c>#3</c> … behind the key.
    /// </returns>
    public static ImmutableArray<Comment> WithIds(
        string key, IReadOnlyList<Comment> before, IReadOnlyList<Comment> after, ImmutableArray<CommentMatch> matches)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var taken = before.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var comments = ImmutableArray.CreateBuilder<Comment>(after.Count);
        for (var i = 0; i < after.Count; i++)
        {
            var id = matches[i].KeepsId ? before[matches[i].Before!.Value].Id : CommentId.Of(key, after[i].Place, after[i].Text);
            for (var n = 2; !matches[i].KeepsId && !taken.Add(id); n++)
            {
                id = CommentId.Of(string.Create(CultureInfo.InvariantCulture, $"{key}#{n}"), after[i].Place, after[i].Text);
            }

            comments.Add(after[i] with { Id = id });
        }

        return comments.MoveToImmutable();
    }

    // The meeting's id is left aside: it is made from a line, so it moves with the lines.
    private static bool SameDetails(Comment before, Comment after) =>
        before.Kind == after.Kind && before.Year == after.Year && before.Attributes.AsSpan().SequenceEqual(after.Attributes.AsSpan());
}

/// <summary>What a comment of a corrected file is to the older version.</summary>
/// <param name="Kind">How they agree.</param>
/// <param name="Before">Index of its comment in the older version; null when it was <see cref="MatchKind.Added"/>.</param>
public readonly record struct CommentMatch(MatchKind Kind, int? Before)
{
    /// <summary>Whether it is the same comment, so that its id and its codings stay.</summary>
    public bool KeepsId => Kind is MatchKind.Unchanged or MatchKind.Moved or MatchKind.Redescribed or MatchKind.Repunctuated;
}

/// <summary>How a comment of a corrected file agrees with one of the older version.</summary>
public enum MatchKind
{
    /// <summary>There was none like it.</summary>
    Added,

    /// <summary>All is the same.</summary>
    Unchanged,

    /// <summary>Only its place is another.</summary>
    Moved,

    /// <summary>The words are the same; who said it, when, or what came with it was corrected.</summary>
    Redescribed,

    /// <summary>The words are the same; punctuation, white space, width or case were corrected, and perhaps what came with it.</summary>
    Repunctuated,

    /// <summary>The words were corrected.</summary>
    Reworded,
}
