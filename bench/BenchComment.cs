using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Kuromoji;

namespace FeedbackLab.Bench;

/// <summary>Makes documents of lines: terms by Kuromoji in search mode, facets by the line's number.</summary>
internal sealed class BenchComment
{
    private readonly KuromojiTokenizer _tokenizer = new(KuromojiDictionary.Default, new TokenizerOptions { Mode = TokenizeMode.Search });
    private readonly List<Token> _tokens = [];
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _known;

    public BenchComment() => _known = _words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The facets of a comment: those that the peers get too.</summary>
    public static ImmutableArray<FacetValue> Facets(int number)
    {
        var mixed = (uint)number * 2654435761u >> 4;
        return
        [
            new(FacetNames.Respondent, Named("r", mixed % 5000)),
            new(FacetNames.AskedRespondent, Named("r", mixed % 5000)),
            new(FacetNames.Year, Named("", 2015 + (mixed / 7 % 10))),
            new("kind", Named("k", mixed / 11 % 3)),
            new("question", Named("q", mixed / 13 % 12)),
            new("theme", Named("t", mixed / 17 % 20)),
        ];
    }

    /// <summary>The document of a line.</summary>
    /// <param name="number">The line's number.</param>
    /// <param name="line">The line.</param>
    /// <param name="isWhole">Whether surfaces, their places and sentences are indexed beside the terms.</param>
    public IndexDocument Of(int number, string line, bool isWhole)
    {
        _tokens.Clear();
        _tokenizer.Tokenize(line, _tokens);
        var terms = ImmutableArray.CreateBuilder<IndexTerm>(_tokens.Count);
        var surfaces = isWhole ? ImmutableArray.CreateBuilder<IndexToken>(_tokens.Count) : null;
        foreach (var token in _tokens)
        {
            var text = line.AsSpan(token.Start, token.End - token.Start);
            if (text.ContainsAny(" \t\u3000"))
            {
                continue;
            }

            if (!_known.TryGetValue(text, out var word))
            {
                word = text.ToString();
                _words.Add(word, word);
            }

            terms.Add(new IndexTerm(word, terms.Count));
            if (surfaces is not null && (surfaces.Count == 0 || surfaces[^1].End <= token.Start))
            {
                surfaces.Add(new IndexToken(word, token.Start, token.End));
            }
        }

        return new IndexDocument(
            number.ToString("D7", CultureInfo.InvariantCulture),
            terms.DrainToImmutable(),
            surfaces?.DrainToImmutable() ?? [],
            isWhole ? [terms.Count] : [],
            Facets(number));
    }

    private static string Named(string prefix, uint number) => prefix + number.ToString(CultureInfo.InvariantCulture);
}
