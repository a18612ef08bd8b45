using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Index.Queries;
using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Search;

/// <summary>Finds in a comment the stretches by which it matches.</summary>
public static class Highlights
{
    /// <summary>The stretches of the untouched text, merged, in order; what a query excludes is not looked for.</summary>
    /// <param name="query">The query.</param>
    /// <param name="document">The comment as it is indexed.</param>
    /// <param name="text">Its untouched text.</param>
    public static ImmutableArray<TextSpan> Of(IndexQuery query, IndexDocument document, string text)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(text);
        return TextSpans.Merge(Spans(query, document, text));
    }

    private static IEnumerable<TextSpan> Spans(IndexQuery query, IndexDocument document, string text) => query switch
    {
        TermQuery term => Terms(document, t => t == term.Text),
        PrefixQuery { Text.Length: > 0 } prefix => Terms(document, t => t.StartsWith(prefix.Text, StringComparison.Ordinal)),
        WildcardQuery wildcard => Terms(document, Pattern(wildcard.Pattern)),
        WordQuery word => Word(word, document, text),
        SurfaceQuery surface => Surface(surface, document, text),
        PhraseQuery phrase => Phrase(phrase, document),
        NearQuery near => NearHighlights.Of(near, document, text).Select(s => Span(document, s.First, s.End - s.First)),
        BoostQuery { Factor: 0, Query: TermQuery } => [],
        BoostQuery boost => Spans(boost.Query, document, text),
        BooleanQuery boolean => boolean.Must.Concat(boolean.Should).SelectMany(q => Spans(q, document, text)),
        _ => [],
    };

    private static IEnumerable<TextSpan> Terms(IndexDocument document, Func<string, bool> matches) =>
        document.Terms.Where(t => matches(t.Text)).Select(t => Span(document, t.Position, t.Length));

    private static TextSpan Span(IndexDocument document, int position, int length) =>
        new(document.Tokens[position].Start, document.Tokens[Math.Min(position + length, document.Tokens.Length) - 1].End);

    // With slop every use of the phrase's terms in a comment that matches may belong to a match.
    private static IEnumerable<TextSpan> Phrase(PhraseQuery phrase, IndexDocument document)
    {
        var uses = phrase.Slots.Select(slot => document.Terms.Where(t => slot.Terms.Contains(t.Text, StringComparer.Ordinal)).ToList()).ToList();
        if (phrase.Slop > 0)
        {
            return uses.SelectMany(u => u).Select(t => Span(document, t.Position, t.Length));
        }

        return uses[0]
            .Select(first => first.Position - phrase.Slots[0].Offset)
            .Distinct()
            .Select(start => phrase.Slots.Select((slot, i) => uses[i].Find(t => t.Position == start + slot.Offset)).ToList())
            .Where(run => run.TrueForAll(t => t.Length > 0))
            .Select(run => new TextSpan(
                Span(document, run[0].Position, run[0].Length).Start, Span(document, run[^1].Position, run[^1].Length).End));
    }

    // Where the letters stand, they alone, not what they are a part of; elsewhere the term.
    private static IEnumerable<TextSpan> Word(WordQuery word, IndexDocument document, string text)
    {
        var letters = Letters(word, document, text).ToList();
        return letters.Concat(Terms(document, t => t == word.Term).Where(t => !letters.Exists(l => l.Start >= t.Start && l.End <= t.End)));
    }

    /// <summary>Where the letters of a word stand as <see cref="WordQuery"/> says.</summary>
    internal static IEnumerable<TextSpan> Letters(WordQuery word, IndexDocument document, string text)
    {
        var letters = Folded(text, word.Text).Where(s => IsOfTokens(s, document, word.IsWithin, isOpen: word.IsWithin));
        return word.Skeleton is { } skeleton ? letters.Concat(Folded(text, skeleton).Where(s => IsOfTokens(s, document, isWithin: false, isOpen: true))) : letters;
    }

    /// <summary>Where the text of a query stands.</summary>
    internal static IEnumerable<TextSpan> Surface(SurfaceQuery surface, IndexDocument document, string text)
    {
        var spans = !surface.IsFolded ? Literal(text, surface.Text) : Folded(text, surface.Text, isStartFree: surface.IsSuffix, isEndFree: surface.IsPrefix);
        return spans
            .Where(s => !surface.IsPrefix || document.Tokens.Any(t => t.Start == s.Start))
            .Where(s => !surface.IsSuffix || document.Tokens.Any(t => t.End == s.End));
    }

    private static bool IsOfTokens(TextSpan span, IndexDocument document, bool isWithin, bool isOpen)
    {
        var tokens = document.Tokens;
        var first = 0;
        while (tokens[first].End <= span.Start)
        {
            first++;
        }

        return (isWithin && span.End <= tokens[first].End)
            || (tokens[first].Start == span.Start
                && ((isOpen && span.End > tokens[first].End) || tokens.Skip(first).TakeWhile(t => t.Start < span.End).Last().End == span.End));
    }

    // Neither a number nor a Latin word is cut, but at an end that is free.
    private static IEnumerable<TextSpan> Folded(string text, string part, bool isStartFree = false, bool isEndFree = false)
    {
        var folded = FoldedText.Of(text);
        return Literal(folded.Text, part)
            .Where(s => !FoldedText.IsCut(folded.Text, isStartFree ? 0 : s.Start, isEndFree ? folded.Text.Length : s.End))
            .Select(s => folded.ToOriginal(s.Start, s.End));
    }

    private static IEnumerable<TextSpan> Literal(string text, string part)
    {
        for (var at = 0; part.Length > 0 && (at = text.IndexOf(part, at, StringComparison.Ordinal)) >= 0; at++)
        {
            yield return new TextSpan(at, at + part.Length);
        }
    }

    /// <summary>Whether a term has the form of a wildcard query.</summary>
    /// <param name="wildcard">The pattern.</param>
    internal static Func<string, bool> Pattern(string wildcard)
    {
        var regex = new Regex(
            "^" + string.Concat(Regex.Matches(wildcard, @"\\.|.", RegexOptions.Singleline | RegexOptions.CultureInvariant).Select(m => m.Value switch
            {
                "*" => ".*",
                "?" => ".",
                var c => Regex.Escape(c.Length == 2 ? c[1..] : c),
            })) + "\\z",
            RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        var isOpen = wildcard.Length > 0 && wildcard[0] is '*' or '?';
        return term => regex.IsMatch(term) && !(isOpen && term.Length > 0 && char.IsControl(term[0]));
    }
}
