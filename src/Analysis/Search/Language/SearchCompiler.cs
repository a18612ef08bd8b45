using System.Collections.Immutable;
using FeedbackLab.Analysis.Index.Queries;
using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Search.Language;

/// <summary>Makes of a user's query one that the index understands: words are taken apart as comments are.</summary>
/// <param name="reader">The way from a text to its terms, the same as for the index.</param>
/// <param name="terms">Terms of the index that begin so; for words that may differ by letters.</param>
/// <param name="themeOf">The id of the theme with a name; the name itself where there is none. Null where themes are known by their ids alone.</param>
public sealed class SearchCompiler(TextTerms reader, Func<string, ImmutableArray<string>> terms, Func<string, string>? themeOf = null)
{
    private const int MostSimilar = 50;

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
        FieldNode field => Field(FieldNames.Of(field.Name), field.Value),
        RangeNode range => new RangeQuery(FieldNames.Of(range.Name), range.From, range.To, range.IncludesFrom, range.IncludesTo),
        BoostNode boost => new BoostQuery(Compile(boost.Part), boost.Factor),
        NearNode near => new NearQuery(Stretch(near.Left), Stretch(near.Right), near.Distance, near.InOrder),
        NotNode not => new BooleanQuery([], [], [Compile(not.Part)]),
        GroupNode group => Group(group),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, null),
    };

    private FacetQuery Field(string facet, string value) =>
        new(facet, facet == SearchFacets.Theme && themeOf is not null ? themeOf(value) : FieldNames.ValueOf(facet, value));

    private BooleanQuery Group(GroupNode group) => group.IsAll
        ? new BooleanQuery(
            [.. group.Parts.Where(p => p is not NotNode).Select(Compile)], [], [.. group.Parts.OfType<NotNode>().Select(n => Compile(n.Part))])
        : BooleanQuery.Or([.. group.Parts.Select(Compile)]);

    // The word as one term, or its terms in a row; kana also by reading; what has no term is looked for letter by letter.
    private IndexQuery Word(string word)
    {
        var (normalized, found) = reader.Read(word);
        var words = found.Where(t => t.Kind == TermKind.Word).OrderBy(t => t.Position).ToList();
        var covered = words.Sum(t => t.Span.End - t.Span.Start);
        IndexQuery query = words.Count == 1 && covered == word.Length ? new TermQuery(words[0].Key)
            : words.Count > 1 && covered == word.Length ? BooleanQuery.Or(InARow(words, 0), new SurfaceQuery(word))
            : new SurfaceQuery(word);
        var katakana = CommentDocuments.Katakana(normalized.Text);
        return katakana.Length > 1 && katakana.All(c => c is >= '\u30A1' and <= '\u30FE')
            ? BooleanQuery.Or(query, new TermQuery(CommentDocuments.ReadingMark + katakana))
            : query;
    }

    private static PhraseQuery InARow(List<TermOccurrence> words, int slop) =>
        new([.. words.Select((w, i) => new PhraseSlot(w.Position - words[0].Position, [w.Key]))], slop);

    // An exact phrase is found as it stands; one with slop by its words.
    private IndexQuery Phrase(PhraseNode phrase)
    {
        if (phrase.Slop == 0)
        {
            return new SurfaceQuery(phrase.Text);
        }

        var words = reader.Read(phrase.Text).Terms.Where(t => t.Kind == TermKind.Word).OrderBy(t => t.Position).ToList();
        return words.Count switch
        {
            0 => new SurfaceQuery(phrase.Text),
            1 => new TermQuery(words[0].Key),
            _ => InARow(words, phrase.Slop),
        };
    }

    private static IndexQuery Pattern(string pattern)
    {
        var normalized = NormalizedText.Of(pattern).Text;
        return normalized.IndexOfAny(['*', '?', '\\']) == normalized.Length - 1 && normalized[^1] == '*'
            ? new PrefixQuery(normalized[..^1])
            : new WildcardQuery(normalized);
    }

    private BooleanQuery Similar(WordNode word)
    {
        var found = reader.Read(word.Text).Terms.Where(t => t.Kind == TermKind.Word).ToList();
        var key = found.Count == 1 && found[0].Span.End - found[0].Span.Start == word.Text.Length ? found[0].Key : NormalizedText.Of(word.Text).Text;
        var katakana = CommentDocuments.Katakana(key);
        var similar = terms(string.Empty)
            .Select(t => (Term: t, Distance: Math.Min(EditDistance.Of(t, key, word.Edits), EditDistance.Of(t, CommentDocuments.ReadingMark + katakana, word.Edits))))
            .Where(t => t.Distance <= word.Edits)
            .OrderBy(t => t.Distance).ThenBy(t => t.Term, StringComparer.Ordinal)
            .Take(MostSimilar)
            .Select(IndexQuery (t) => new TermQuery(t.Term));
        return BooleanQuery.Or([.. similar.DefaultIfEmpty(new TermQuery(key))]);
    }

    // Nearness is between places in the text: fields and negations have none.
    private IndexQuery Stretch(QueryNode node)
    {
        switch (node)
        {
            case WordNode { IsPattern: false, Edits: 0 } word:
                var words = reader.Read(word.Text).Terms.Where(t => t.Kind == TermKind.Word).OrderBy(t => t.Position).ToList();
                return words.Count switch { 0 => new TermQuery(NormalizedText.Of(word.Text).Text), 1 => new TermQuery(words[0].Key), _ => InARow(words, 0) };
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
                return new TermQuery(string.Empty + CommentDocuments.ReadingMark);
        }
    }
}
