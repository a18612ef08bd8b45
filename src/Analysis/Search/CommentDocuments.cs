using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Kuromoji;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Themes;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Search;

/// <summary>Makes of a comment what the index holds of it: its terms, every token, its sentences and what it can be narrowed by.</summary>
/// <remarks>
/// Terms are found as everywhere (<see cref="TextTerms"/>), so that variants and synonyms meet; the reading of a word written in kanji is a
/// term beside it, so that kana finds it. One instance serves one thread.
/// </remarks>
/// <param name="reader">The way from a text to its terms.</param>
public sealed class CommentDocuments(TextTerms reader)
{
    /// <summary>Stands before the readings among the terms; no term of a text begins so.</summary>
    public const char ReadingMark = '\u0001';

    // Longer values are no categories.
    private const int LongestFacet = 120;

    private readonly KuromojiTokenizer _tokenizer = new(
        KuromojiDictionary.Default, new TokenizerOptions { Mode = TokenizeMode.Search, UserDictionary = UserDictionary.OfTheField });

    private readonly List<Token> _all = [];
    private readonly List<Token> _tokens = [];

    /// <summary>The document of a comment.</summary>
    /// <param name="comment">The comment.</param>
    public IndexDocument Of(Comment comment) => Read(comment).Document;

    /// <summary>The document of a comment, and the terms of the analysis that it was made from.</summary>
    /// <param name="comment">The comment.</param>
    public (IndexDocument Document, ImmutableArray<TermOccurrence> Terms) Read(Comment comment)
    {
        ArgumentNullException.ThrowIfNull(comment);
        _all.Clear();
        _tokens.Clear();
        _tokenizer.Tokenize(comment.Text, _all);
        // A long word that has parts is a term over them: the parts alone cover the text.
        _tokens.AddRange(_all.Where(t => t.PositionLength == 1));
        var found = reader.Read(comment.Text).Terms;
        var terms = found
            .Select(t => Term(t.Key, t.Span))
            .Concat(Words(comment.Text))
            .Concat(Readings(comment.Text))
            .OrderBy(t => t.Position).ThenBy(t => t.Length).ThenBy(t => t.Text, StringComparer.Ordinal);
        var document = new IndexDocument(
            comment.Id,
            [.. terms],
            [.. _tokens.Select(t => new IndexToken(comment.Text[t.Start..t.End], t.Start, t.End))],
            Sentences(comment.Text),
            Facets(comment));
        return (document, found);
    }

    /// <summary>The document of words that are no comment, such as a question.</summary>
    /// <param name="words">The words.</param>
    public IndexDocument Of(string words) =>
        Of(new Comment(string.Empty, string.Empty, CommentKind.Answer, null, null, null, null, new Place(1, 1), words, []));

    /// <summary>Katakana for hiragana; everything else as it is.</summary>
    /// <param name="text">Any text.</param>
    public static string Katakana(string text) =>
        string.Concat((text ?? throw new ArgumentNullException(nameof(text))).Select(c => c is > '\u3040' and < '\u3097' ? (char)(c + 0x60) : c));

    private static bool IsKanji(char c) => c is (>= '\u4E00' and <= '\u9FFF') or '々' or (>= '\u3400' and <= '\u4DBF');

    private IndexTerm Term(string key, TextSpan span)
    {
        var first = TokenAt(span.Start);
        var last = Math.Max(first, TokenAt(span.End - 1));
        return new IndexTerm(key, first, last - first + 1);
    }

    // Words that are no terms of the analysis, but that people look for: numbers, adverbs, counters, suffixes.
    private IEnumerable<IndexTerm> Words(string text)
    {
        foreach (var token in _all)
        {
            var features = _tokenizer.Describe(token, text);
            if (!IsFunction(features.PartOfSpeech))
            {
                yield return Term(NormalizedText.Of(features.BaseForm ?? text[token.Start..token.End]).Text, new TextSpan(token.Start, token.End));
            }
        }
    }

    private static bool IsFunction(string partOfSpeech) =>
        partOfSpeech.StartsWith('助') || partOfSpeech.StartsWith("記号", StringComparison.Ordinal)
        || partOfSpeech.StartsWith("フィラー", StringComparison.Ordinal) || partOfSpeech.StartsWith("その他", StringComparison.Ordinal);

    private IEnumerable<IndexTerm> Readings(string text)
    {
        for (var i = 0; i < _tokens.Count; i++)
        {
            var surface = text.AsSpan(_tokens[i].Start, _tokens[i].End - _tokens[i].Start);
            if (surface.ContainsAnyInRange('\u3400', '\u9FFF') && surface.ToArray().Any(IsKanji)
                && _tokenizer.Describe(_tokens[i], text).Reading is { Length: > 1 } reading)
            {
                yield return new IndexTerm(ReadingMark + reading, i);
            }
        }
    }

    // The token that a character belongs to: the last that starts at or before it.
    private int TokenAt(int character)
    {
        var (low, high) = (0, _tokens.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _tokens[middle].Start <= character ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    private ImmutableArray<int> Sentences(string text)
    {
        var ends = ImmutableArray.CreateBuilder<int>();
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            var end = TokenAt(sentence.End - 1) + 1;
            if (ends.Count == 0 || end > ends[^1])
            {
                ends.Add(end);
            }
        }

        if (_tokens.Count > 0 && (ends.Count == 0 || ends[^1] < _tokens.Count))
        {
            ends.Add(_tokens.Count);
        }

        return ends.ToImmutable();
    }

    private static ImmutableArray<FacetValue> Facets(Comment comment)
    {
        var facets = ImmutableArray.CreateBuilder<FacetValue>();
        void Add(string name, string? value)
        {
            if (value is { Length: > 0 and <= LongestFacet })
            {
                facets.Add(new FacetValue(name, value));
            }
        }

        Add(FacetNames.Respondent, comment.Respondent);
        Add(FacetNames.Year, comment.Year?.ToString(CultureInfo.InvariantCulture));
        Add(SearchFacets.Source, comment.Source);
        Add(SearchFacets.Kind, SearchFacets.NameOf(comment.Kind));
        Add(SearchFacets.Question, comment.Question);
        foreach (var type in CommentTypes.Of(comment))
        {
            Add(SearchFacets.Type, SearchFacets.NameOf(type));
        }

        foreach (var attribute in comment.Attributes.Where(a => !SearchFacets.IsOwn(a.Name)).Distinct())
        {
            Add(attribute.Name, attribute.Value);
        }

        return facets.ToImmutable();
    }
}
