using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Index.Queries;
using FeedbackLab.Analysis.Kuromoji;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Search.Contexts;

/// <summary>Reads what stands in comments and around their matches. One instance serves one thread.</summary>
/// <param name="reader">The way from a text to its terms, the same as for the index.</param>
public sealed class HitReader(TextTerms reader)
{
    private readonly CommentDocuments _documents = new(reader);

    private readonly KuromojiTokenizer _tokenizer = new(
        KuromojiDictionary.Default, new TokenizerOptions { Mode = TokenizeMode.Normal, UserDictionary = UserDictionary.OfTheField });

    private readonly List<Token> _tokens = [];

    /// <summary>A comment with where it matches, and of its words what is wanted.</summary>
    /// <param name="comment">The comment.</param>
    /// <param name="query">What it matches.</param>
    /// <param name="parts">What is wanted; the rest is empty.</param>
    public HitContext Read(Comment comment, IndexQuery query, HitParts parts = HitParts.Words | HitParts.Terms)
    {
        ArgumentNullException.ThrowIfNull(comment);
        var (document, terms, inner) = _documents.Read(comment);
        ImmutableArray<int> starts = [.. document.Tokens.Select(t => t.Start)];
        return new HitContext(
            comment,
            Highlights.Of(query, document, comment.Text),
            parts.HasFlag(HitParts.Words) ? Words(comment.Text) : [],
            parts.HasFlag(HitParts.Terms) ? Terms(terms, starts) : [],
            starts)
        {
            Inner = parts.HasFlag(HitParts.Terms) ? Terms(inner, starts) : [],
        };
    }

    private ImmutableArray<ContextWord> Words(string text)
    {
        _tokens.Clear();
        _tokenizer.Tokenize(text, _tokens);
        var words = ImmutableArray.CreateBuilder<ContextWord>(_tokens.Count);
        foreach (var token in _tokens)
        {
            var features = _tokenizer.Describe(token, text);
            if (!features.PartOfSpeech.StartsWith("記号", StringComparison.Ordinal))
            {
                words.Add(new ContextWord(features.BaseForm ?? text[token.Start..token.End], new TextSpan(token.Start, token.End)));
            }
        }

        return words.DrainToImmutable();
    }

    private static ImmutableArray<PlacedTerm> Terms(ImmutableArray<TermOccurrence> terms, ImmutableArray<int> starts) =>
    [
        .. terms.Select(t => new PlacedTerm(
            t.Key,
            t.Form,
            t.Span,
            HitContext.TokenAt(starts, t.Span.Start),
            HitContext.TokenAt(starts, t.Span.End - 1),
            t.Kind == TermKind.Compound,
            t.IsTemplate)),
    ];
}
