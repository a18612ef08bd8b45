using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
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
public sealed partial class CommentDocuments(TextTerms reader)
{
    /// <summary>Stands before the readings among the terms; no term of a text begins so.</summary>
    public const char ReadingMark = '\u0001';

    /// <summary>Stands before whole numbers among the terms; their digits are terms as they are cut, too.</summary>
    public const string NumberMark = "\u0001#";

    // Longer values are no categories.
    private const int LongestFacet = 120;

    private static readonly SearchValues<char> Marks = SearchValues.Create([.. Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c).Where(c => !char.IsAsciiLetterOrDigit(c))]);

    private readonly KuromojiTokenizer _tokenizer = new(
        KuromojiDictionary.Default, new TokenizerOptions { Mode = TokenizeMode.Search, UserDictionary = UserDictionary.OfTheField });

    private readonly List<Token> _all = [];
    private readonly List<TextSpan> _tokens = [];

    // The tokens in the folded text.
    private readonly List<TextSpan> _places = [];
    private NormalizedText _text = NormalizedText.Of(string.Empty);

    // What is cut: the folded text, its marks wide, since the dictionary knows the wide ones.
    private string _cut = string.Empty;

    /// <summary>The document of a comment.</summary>
    /// <param name="comment">The comment.</param>
    public IndexDocument Of(Comment comment) => Read(comment).Document;

    /// <summary>The document of a comment, and the terms of the analysis that it was made from.</summary>
    /// <param name="comment">The comment.</param>
    /// <returns>
    /// The terms in order, and those within them (訪問 in 職場訪問), by which the comment is found too. A term that has another of its key within it
    /// gives place to that.
    /// </returns>
    public (IndexDocument Document, ImmutableArray<TermOccurrence> Terms, ImmutableArray<TermOccurrence> Inner) Read(Comment comment)
    {
        ArgumentNullException.ThrowIfNull(comment);
        Cut(comment.Text);
        var (found, inner) = Inner(reader.Read(_text.Original).Terms);
        var terms = found
            .Concat(inner)
            .Select(t => Term(t.Key, t.Span))
            .Concat(Words())
            .Concat(Readings())
            .Concat(Variants())
            .Concat(Numbers())
            .OrderBy(t => t.Position).ThenBy(t => t.Length).ThenBy(t => t.Text, StringComparer.Ordinal);
        var document = new IndexDocument(
            comment.Id,
            [.. terms],
            [.. _tokens.Select(t => new IndexToken(comment.Text[t.Start..t.End], t.Start, t.End))],
            Sentences(comment.Text),
            Facets(comment));
        return (document, found, inner);
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

    // Cuts the folded text. What one character became is one token.
    private void Cut(string text)
    {
        _text = FoldedText.Of(text);
        _all.Clear();
        _tokens.Clear();
        _places.Clear();
        _cut = Wide(_text.Text);
        _tokenizer.Tokenize(_cut, _all);
        // A long word that has parts is a term over them: the parts alone cover the text.
        foreach (var token in _all.Where(t => t.PositionLength == 1))
        {
            var span = _text.ToOriginal(token.Start, token.End);
            if (_tokens.Count > 0 && span.Start < _tokens[^1].End)
            {
                _tokens[^1] = new TextSpan(_tokens[^1].Start, Math.Max(span.End, _tokens[^1].End));
                _places[^1] = new TextSpan(_places[^1].Start, token.End);
            }
            else
            {
                _tokens.Add(span);
                _places.Add(new TextSpan(token.Start, token.End));
            }
        }
    }

    // Forms of the lexicon that whole tokens within another form make up.
    private (ImmutableArray<TermOccurrence> Terms, ImmutableArray<TermOccurrence> Inner) Inner(ImmutableArray<TermOccurrence> found)
    {
        ImmutableArray<TermOccurrence>.Builder? terms = null;
        var inner = ImmutableArray.CreateBuilder<TermOccurrence>();
        for (var i = 0; i < found.Length; i++)
        {
            var term = found[i];
            var place = Term(term.Key, term.Span);
            var hasOwn = false;
            for (var first = place.Position; term.Kind == TermKind.Word && place.Length > 1 && first < place.Position + place.Length; first++)
            {
                for (var last = first; last < place.Position + place.Length && last - first + 1 < place.Length; last++)
                {
                    if (reader.Lexicon.KeyOfForm(_text.Text.AsSpan(_places[first].Start.._places[last].End)) is not { } key)
                    {
                        continue;
                    }

                    var span = new TextSpan(_tokens[first].Start, _tokens[last].End);
                    var within = new TermOccurrence(key, _text.Original[span.Start..span.End], span, TermKind.Word, term.Position, reader.Lexicon.IsTemplate(key), IsPredicate: false);
                    if (key != term.Key)
                    {
                        inner.Add(within);
                        continue;
                    }

                    if (terms is null)
                    {
                        terms = ImmutableArray.CreateBuilder<TermOccurrence>(found.Length + 1);
                        terms.AddRange(found[..i]);
                    }

                    hasOwn = true;
                    terms.Add(within);
                }
            }

            if (!hasOwn)
            {
                terms?.Add(term);
            }
        }

        return (terms?.ToImmutable() ?? found, inner.ToImmutable());
    }

    private static string Wide(string text) => text.AsSpan().ContainsAny(Marks)
        ? string.Create(text.Length, text, (wide, narrow) =>
        {
            for (var i = 0; i < wide.Length; i++)
            {
                wide[i] = Marks.Contains(narrow[i]) ? (char)(narrow[i] - '!' + '！') : narrow[i];
            }
        })
        : text;

    private IndexTerm Term(string key, TextSpan span)
    {
        var first = TokenAt(span.Start);
        var last = Math.Max(first, TokenAt(span.End - 1));
        return new IndexTerm(key, first, last - first + 1);
    }

    // Words that are no terms of the analysis, but that people look for: numbers, adverbs, counters, suffixes.
    private IEnumerable<IndexTerm> Words()
    {
        var text = _text.Text;
        foreach (var token in _all)
        {
            var features = _tokenizer.Describe(token, _cut);
            if (!IsFunction(features.PartOfSpeech))
            {
                var word = Term(NormalizedText.Of(features.BaseForm ?? text[token.Start..token.End]).Text, _text.ToOriginal(token.Start, token.End));
                yield return word;
                if (KuromojiDictionary.Default.CommonSpelling(word.Text) is { } common)
                {
                    yield return word with { Text = common };
                }
            }
        }
    }

    private static bool IsFunction(string partOfSpeech) =>
        partOfSpeech.StartsWith('助') || partOfSpeech.StartsWith("記号", StringComparison.Ordinal)
        || partOfSpeech.StartsWith("フィラー", StringComparison.Ordinal) || partOfSpeech.StartsWith("その他", StringComparison.Ordinal);

    private IEnumerable<IndexTerm> Readings()
    {
        foreach (var token in _all.Where(t => t.PositionLength == 1))
        {
            var surface = _text.Text.AsSpan(token.Start, token.End - token.Start);
            if (surface.ContainsAnyInRange('\u3400', '\u9FFF') && surface.ToArray().Any(IsKanji)
                && _tokenizer.Describe(token, _cut).Reading is { Length: > 1 } reading)
            {
                yield return new IndexTerm(ReadingMark + reading, TokenAt(_text.ToOriginal(token.Start, token.End).Start));
            }
        }
    }

    // What one spelling of a word is found by as another; a word that the tokenizer cuts as a whole has its own term.
    private IEnumerable<IndexTerm> Variants()
    {
        foreach (var span in SpellingVariants.Words(_text.Text))
        {
            var word = _text.Text[span.Start..span.End];
            var stem = SpellingVariants.Stem(word);
            var place = Term(ReadingMark + stem, _text.ToOriginal(span.Start, span.End));
            if (stem.Length > 1 && (stem.Length < word.Length || place.Length > 1))
            {
                yield return place;
                if (word.Contains('・', StringComparison.Ordinal) && reader.Lexicon.KeyOfForm(word.Replace("・", string.Empty, StringComparison.Ordinal)) is { } key)
                {
                    yield return place with { Text = key };
                }
            }
        }

        foreach (var (span, form) in SpellingVariants.LegalForms(_text.Text))
        {
            yield return Term(form, _text.ToOriginal(span.Start, span.End));
        }
    }

    // A number whole, so that 5 is not found in 1.5; 1,000 is 1000.
    private IEnumerable<IndexTerm> Numbers()
    {
        foreach (Match number in Number().Matches(_text.Text))
        {
            yield return Term(NumberMark + number.Value.Replace(",", string.Empty, StringComparison.Ordinal), _text.ToOriginal(number.Index, number.Index + number.Length));
        }
    }

    // With commas between thousands, with one decimal point (a date has two), or of digits alone.
    [GeneratedRegex("(?<![0-9])(?<![0-9][.,])([0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?|[0-9]+\\.[0-9]+)(?![.,]?[0-9])|[0-9]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();

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
        Add(FacetNames.AskedRespondent, comment.AskedRespondent);
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
