using System.Collections.Immutable;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Index.Queries;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Search.Contexts;

namespace FeedbackLab.Analysis.Search.Language;

/// <summary>Makes of a user's query one that the index understands: words are taken apart as comments are.</summary>
/// <param name="reader">The way from a text to its terms, the same as for the index.</param>
/// <param name="terms">Terms of the index that begin so; for words that may differ by letters.</param>
/// <param name="themeOf">The id of the theme with a name; the name itself where there is none. Null where themes are known by their ids alone.</param>
public sealed class SearchCompiler(TextTerms reader, Func<string, ImmutableArray<string>> terms, Func<string, string>? themeOf = null)
{
    private const int MostSimilar = 50;

    // What has more words than this is no word, and is looked for letter by letter.
    private const int LongestRow = 16;

    private readonly CommentDocuments _documents = new(reader);

    /// <summary>The query for the index.</summary>
    /// <param name="node">The user's query.</param>
    public IndexQuery Compile(QueryNode node) => node switch
    {
        EverythingNode => new AllQuery(),
        WordNode { IsPattern: true } pattern => Pattern(pattern.Text),
        WordNode { Edits: > 0 } word => Similar(word),
        WordNode word => Word(word.Text),
        PhraseNode phrase => Phrase(phrase),
        SurfaceNode surface => new SurfaceQuery(surface.Text),
        FieldNode field => Field(field.Name, field.Value),
        RangeNode range => new RangeQuery(FieldNames.Of(range.Name), range.From, range.To, range.IncludesFrom, range.IncludesTo),
        BoostNode boost => new BoostQuery(Compile(boost.Part), boost.Factor),
        NearNode near => new NearQuery(Stretch(near.Left), Stretch(near.Right), near.Distance, near.InOrder),
        NotNode not => new BooleanQuery([], [], [Compile(not.Part)]),
        GroupNode group => Group(group),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, null),
    };

    // A column may have the name of what the program has itself (種類, 型): then it is asked too.
    private IndexQuery Field(string name, string value)
    {
        var facet = FieldNames.Of(name);
        var own = new FacetQuery(
            facet, facet == SearchFacets.Theme && themeOf is not null ? themeOf(value) : FieldNames.ValueOf(facet, value), IsFolded: facet != SearchFacets.Theme);
        return facet == name ? own : BooleanQuery.Or(own, new FacetQuery(name, value, IsFolded: true));
    }

    private BooleanQuery Group(GroupNode group) => group.IsAll
        ? new BooleanQuery(
            [.. group.Parts.Where(p => p is not NotNode).Select(Compile)], [], [.. group.Parts.OfType<NotNode>().Select(n => Compile(n.Part))])
        : BooleanQuery.Or([.. group.Parts.Select(Compile)]);

    // The word as one term, or its terms in a row; kana also by reading; letter by letter too.
    private BooleanQuery Word(string word)
    {
        var text = FoldedText.Of(word).Text;
        word = SpellingVariants.WithLongForms(text);
        var (parts, isTerm) = Parts(word);
        IndexQuery query = isTerm ? new WordQuery(parts[0].Text, text, IsWithin(text), Skeleton(text))
            : IsRow(parts, word) ? BooleanQuery.Or([InARow(parts), Letters(text), .. OtherOkurigana(text)])
            : Letters(text);
        return BooleanQuery.Or([query, .. Alike(text)]);
    }

    private static string? Skeleton(string text) => KanjiSkeleton.Of(text) is var skeleton && skeleton != text ? skeleton : null;

    // A word that the tokenizer does not know with so few kana (問|合わせ): what it knows (問い合わせ) has the key of its kanji.
    private IEnumerable<IndexQuery> OtherOkurigana(string text)
    {
        if (Skeleton(text) is { } skeleton && _documents.Of(text).Tokens is [var first, var last]
            && first.Surface.All(KanjiSkeleton.IsKanji) && KanjiSkeleton.IsKanji(last.Surface[0]) && KanjiSkeleton.IsHiragana(last.Surface[^1]))
        {
            yield return new WordQuery(reader.Lexicon.KeyOf(text), text, IsWithin(text), skeleton);
        }
    }

    // What kana is found by beside its term: words read so, and other spellings of a word in katakana. What nobody wrote costs nothing.
    private IEnumerable<IndexQuery> Alike(string text)
    {
        if (Kana(text) is not { Length: > 1 } kana)
        {
            return [];
        }

        if (!SpellingVariants.IsKatakana(text))
        {
            return [new TermQuery(CommentDocuments.ReadingMark + kana)];
        }

        var joined = text.Replace("・", string.Empty, StringComparison.Ordinal);
        var stem = SpellingVariants.Stem(text);
        return new[] { CommentDocuments.ReadingMark + joined, CommentDocuments.ReadingMark + stem, reader.Lexicon.KeyOf(joined), reader.Lexicon.KeyOf(stem) }
            .Where(t => t != text)
            .Distinct(StringComparer.Ordinal)
            .Select(t => new TermQuery(t));
    }

    // The term, and where it is in katakana its other spellings.
    private IndexQuery Spelled(string term) => SpellingVariants.IsKatakana(term) ? BooleanQuery.Or([new TermQuery(term), .. Alike(term)]) : new TermQuery(term);

    private IndexQuery Letters(string text) => Letters(new SurfaceQuery(text, IsFolded: true));

    // The letters as they stand; a number at either end must be there whole, but where the text may go on.
    private IndexQuery Letters(SurfaceQuery letters)
    {
        var text = letters.Text;
        if (!char.IsAsciiDigit(text[0]) && !char.IsAsciiDigit(text[^1]))
        {
            return letters;
        }

        var document = _documents.Of(text);
        var ends = document.Terms
            .Where(IsNumber)
            .Select(t => (t.Text, IsFirst: t.Position == 0 && char.IsAsciiDigit(text[0]), IsLast: t.Position + t.Length == document.Tokens.Length && char.IsAsciiDigit(text[^1])))
            .Where(t => (t.IsFirst || t.IsLast) && !(t.IsFirst && letters.IsSuffix) && !(t.IsLast && letters.IsPrefix))
            .Select(IndexQuery (t) => new BoostQuery(new TermQuery(t.Text), 0));
        return BooleanQuery.And([letters, .. ends]);
    }

    private static bool IsNumber(IndexTerm term) => term.Text.StartsWith(CommentDocuments.NumberMark, StringComparison.Ordinal);

    // Part of a token, a letter or two of kana are mostly another word: うつ in うつる, イス in サービス.
    private static bool IsWithin(string text) =>
        text.Length > (Kana(text).Length > 0 ? 2 : 1) && !text.All(KanjiSkeleton.IsHiragana);

    // A particle at either end would be lost in a row of terms.
    private bool IsRow(List<IndexTerm> parts, string word) =>
        parts.Count is > 0 and <= LongestRow && parts[0].Position == 0 && parts[^1].Position + parts[^1].Length == _documents.Of(word).Tokens.Length;

    // The terms that a text is made of, with their places as the index counts them, spaces left out: the terms of the analysis, and for tokens
    // that none covers (numbers, adverbs, suffixes) their own. Whether it is but one term of the analysis.
    private (List<IndexTerm> Parts, bool IsTerm) Parts(string text)
    {
        var parts = new List<IndexTerm>();
        var (before, analysed) = (0, 0);
        foreach (var piece in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var document = _documents.Of(piece);
            ImmutableArray<int> starts = [.. document.Tokens.Select(t => t.Start)];
            var next = 0;
            foreach (var term in reader.Read(FoldedText.Of(piece).Original).Terms.Where(t => t.Kind == TermKind.Word).OrderBy(t => t.Position))
            {
                var first = HitContext.TokenAt(starts, term.Span.Start);
                var last = Math.Max(first, HitContext.TokenAt(starts, term.Span.End - 1));
                if (first >= next)
                {
                    parts.AddRange(Between(document, next, first, before));
                    parts.Add(new IndexTerm(term.Key, before + first, last - first + 1));
                    next = last + 1;
                    analysed++;
                }
            }

            parts.AddRange(Between(document, next, document.Tokens.Length, before));
            before += document.Tokens.Length;
        }

        return (parts, parts.Count == 1 && analysed == 1 && parts[0].Length == before);
    }

    private static IEnumerable<IndexTerm> Between(IndexDocument document, int from, int to, int before)
    {
        var numbers = document.Terms.Where(t => IsNumber(t) && t.Position >= from && t.Position + t.Length <= to).ToList();
        return document.Terms
            .Where(t => t.Length == 1 && t.Position >= from && t.Position < to && t.Text[0] != CommentDocuments.ReadingMark)
            .Where(t => !numbers.Exists(n => n.Position <= t.Position && t.Position < n.Position + n.Length))
            .DistinctBy(t => t.Position)
            .Concat(numbers)
            .OrderBy(t => t.Position)
            .Select(t => t with { Position = before + t.Position });
    }

    // One after the other; where a variant is longer or shorter than what was typed, the next still follows its end.
    private IndexQuery InARow(List<IndexTerm> parts)
    {
        var row = Spelled(parts[0].Text);
        for (var i = 1; i < parts.Count; i++)
        {
            row = new NearQuery(row, Spelled(parts[i].Text), parts[i].Position - parts[i - 1].Position - parts[i - 1].Length, InOrder: true);
        }

        return row;
    }

    // An exact phrase is found as it stands; one with slop by its words.
    private IndexQuery Phrase(PhraseNode phrase)
    {
        if (phrase.Slop == 0)
        {
            return Letters(FoldedText.Of(phrase.Text).Text);
        }

        var parts = Parts(phrase.Text).Parts;
        return parts.Count switch
        {
            0 => Letters(FoldedText.Of(phrase.Text).Text),
            1 => new TermQuery(parts[0].Text),
            _ => new PhraseQuery([.. parts.Select(p => new PhraseSlot(p.Position - parts[0].Position, [p.Text]))], phrase.Slop),
        };
    }

    // Kana patterns find readings too; what is written out but for a * around it is found where several tokens make it up.
    private BooleanQuery Pattern(string pattern)
    {
        var normalized = FoldedText.Of(pattern).Text;
        var letters = normalized.Replace("*", string.Empty, StringComparison.Ordinal).Replace("?", string.Empty, StringComparison.Ordinal);
        return BooleanQuery.Or(
        [
            Of(normalized),
            .. Kana(letters).Length > 0 ? [Of(CommentDocuments.ReadingMark + CommentDocuments.Katakana(normalized))] : Array.Empty<IndexQuery>(),
            .. normalized.Trim('*') == letters && IsLong(letters)
                ? [Letters(new SurfaceQuery(letters, IsFolded: true, IsPrefix: normalized[0] != '*', IsSuffix: normalized[^1] != '*'))]
                : Array.Empty<IndexQuery>(),
        ]);

        // A letter or hiragana alone would be found in every particle; a \ stands before what is no wildcard.
        static bool IsLong(string letters) => letters.Length > 1 && !letters.Contains('\\', StringComparison.Ordinal) && !letters.All(KanjiSkeleton.IsHiragana);

        static IndexQuery Of(string pattern) => pattern.IndexOfAny(['*', '?', '\\']) == pattern.Length - 1 && pattern[^1] == '*'
            ? new PrefixQuery(pattern[..^1])
            : new WildcardQuery(pattern);
    }

    // The katakana of a text of kana; empty where it is none.
    private static string Kana(string normalized) =>
        CommentDocuments.Katakana(normalized) is var katakana && katakana.All(c => c is >= '\u30A1' and <= '\u30FE') ? katakana : string.Empty;

    // Kana is compared with readings as it is with words. A word in kanji also finds what is read like it (a wrong conversion), which counts
    // for one letter.
    private BooleanQuery Similar(WordNode word)
    {
        var (parts, isTerm) = Parts(word.Text);
        var key = isTerm ? parts[0].Text : FoldedText.Of(word.Text).Text;
        var kana = Kana(FoldedText.Of(word.Text).Text);
        var (reading, edits) = kana.Length > 0 ? (kana, word.Edits) : (ReadingOf(word.Text), word.Edits - 1);
        var similar = terms(string.Empty)
            .Select(t => (Term: t, Distance: t[0] == CommentDocuments.ReadingMark
                ? reading is null ? int.MaxValue : EditDistance.Of(t[1..], reading, edits) is var d && d <= edits ? d + word.Edits - edits : int.MaxValue
                : EditDistance.Of(t, key, word.Edits)))
            .Where(t => t.Distance <= word.Edits)
            .OrderBy(t => t.Distance).ThenBy(t => t.Term, StringComparer.Ordinal)
            .Take(MostSimilar)
            .Select(IndexQuery (t) => new TermQuery(t.Term));
        return BooleanQuery.Or([.. isTerm ? similar.DefaultIfEmpty(new TermQuery(key)) : similar.Prepend(Word(word.Text))]);
    }

    private string? ReadingOf(string word) =>
        _documents.Of(word) is { Tokens.Length: 1 } document
            ? document.Terms.Where(t => t.Text[0] == CommentDocuments.ReadingMark).Select(t => t.Text[1..]).FirstOrDefault()
            : null;

    // Nearness is between places in the text: what has none, the parser refuses.
    private IndexQuery Stretch(QueryNode node)
    {
        switch (node)
        {
            case WordNode { IsPattern: false, Edits: 0 } word:
                return Word(word.Text);
            case PhraseNode phrase:
                return Stretch(new WordNode(phrase.Text, 0, IsPattern: false));
            case GroupNode { IsAll: false } group:
                return BooleanQuery.Or([.. group.Parts.Select(Stretch)]);
            case SurfaceNode surface:
                return Stretch(new WordNode(surface.Text, 0, IsPattern: false));
            case BoostNode boost:
                return Stretch(boost.Part);
            case NearNode or WordNode:
                return Compile(node);
            default:
                throw new ArgumentException("NEAR takes words and phrases.", nameof(node));
        }
    }
}
