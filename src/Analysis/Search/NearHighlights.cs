using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Index.Queries;
using FeedbackLab.Analysis.Search.Contexts;

namespace FeedbackLab.Analysis.Search;

/// <summary>Finds in a comment what stands near what (<see cref="NearQuery"/>).</summary>
internal static class NearHighlights
{
    /// <summary>The tokens of both sides of every match; one stretch where nothing but tokens without a term, such as a particle, stands between.</summary>
    /// <param name="near">The query.</param>
    /// <param name="document">The comment as it is indexed.</param>
    /// <param name="text">Its untouched text.</param>
    /// <returns>Token numbers, half-open; in no order, some more than once.</returns>
    public static IEnumerable<(int First, int End)> Of(NearQuery near, IndexDocument document, string text)
    {
        var hasTerm = new bool[document.Tokens.Length + 1];
        foreach (var term in document.Terms)
        {
            hasTerm[term.Position] = true;
        }

        return Matches(near, document, text, hasTerm).SelectMany(m => m.Parts);
    }

    private static List<Match> Matches(NearQuery near, IndexDocument document, string text, bool[] hasTerm)
    {
        var right = Shortest(Stretches(near.Right, document, text, hasTerm));
        return Shortest(
        [
            .. Shortest(Stretches(near.Left, document, text, hasTerm)).SelectMany(l => right
                .Where(r => IsBefore(l, r, near.Distance) || (!near.InOrder && IsBefore(r, l, near.Distance)))
                .Select(r => l.End <= r.First ? Join(l, r, hasTerm) : Join(r, l, hasTerm))),
        ]);
    }

    private static bool IsBefore(Match first, Match second, int distance) => second.First >= first.End && second.First - first.End <= distance;

    private static Match Join(Match first, Match second, bool[] hasTerm) => new(
        first.First,
        second.End,
        hasTerm.AsSpan(first.End, second.First - first.End).Contains(true)
            ? [.. first.Parts, .. second.Parts]
            : [.. first.Parts[..^1], (first.Parts[^1].First, second.Parts[0].End), .. second.Parts[1..]]);

    private static IEnumerable<Match> Stretches(IndexQuery query, IndexDocument document, string text, bool[] hasTerm) => query switch
    {
        TermQuery term => Terms(document, t => t == term.Text),
        WordQuery word => Terms(document, t => t == word.Term).Concat(Tokens(Highlights.Letters(word, document, text), document)),
        SurfaceQuery surface => Tokens(Highlights.Surface(surface, document, text), document),
        PrefixQuery prefix => Terms(document, t => t.StartsWith(prefix.Text, StringComparison.Ordinal)),
        WildcardQuery wildcard => Terms(document, Highlights.Pattern(wildcard.Pattern)),
        BoostQuery boost => Stretches(boost.Query, document, text, hasTerm),
        BooleanQuery { Must: [var placed, ..] } => Stretches(placed, document, text, hasTerm),
        BooleanQuery any => any.Should.SelectMany(q => Stretches(q, document, text, hasTerm)),
        NearQuery near => Matches(near, document, text, hasTerm),
        _ => [],
    };

    private static IEnumerable<Match> Tokens(IEnumerable<TextSpan> spans, IndexDocument document)
    {
        ImmutableArray<int> starts = [.. document.Tokens.Select(t => t.Start)];
        return spans
            .Select(s => (First: HitContext.TokenAt(starts, s.Start), End: HitContext.TokenAt(starts, s.End - 1) + 1))
            .Select(t => new Match(t.First, t.End, [t]));
    }

    private static IEnumerable<Match> Terms(IndexDocument document, Func<string, bool> isWanted) =>
        document.Terms.Where(t => isWanted(t.Text)).Select(t => new Match(t.Position, t.Position + t.Length, [(t.Position, t.Position + t.Length)]));

    // Of stretches that contain another only the inner one counts, as in the index.
    private static List<Match> Shortest(IEnumerable<Match> matches)
    {
        var inner = new List<Match>();
        var first = int.MaxValue;
        var end = int.MaxValue;
        foreach (var match in matches.OrderByDescending(m => m.First).ThenBy(m => m.End))
        {
            if (match.End < end || (match.First == first && match.End == end))
            {
                inner.Add(match);
                (first, end) = (match.First, match.End);
            }
        }

        return inner;
    }

    private readonly record struct Match(int First, int End, (int First, int End)[] Parts);
}
