using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Language;

/// <summary>Comments with their terms, every term known by a number.</summary>
/// <param name="Comments">The comments, in the order given.</param>
/// <param name="Terms">All terms of the comments, in ordinal order of their keys.</param>
public sealed record TokenizedCorpus(ImmutableArray<TokenizedComment> Comments, ImmutableArray<Term> Terms)
{
    /// <summary>The corpus of some comments.</summary>
    /// <param name="comments">The comments; their order changes nothing in <see cref="Terms"/>.</param>
    /// <param name="reader">Finds the terms of a text.</param>
    /// <param name="progress">Hears the share done, 0 to 1; null where nobody listens.</param>
    public static TokenizedCorpus Of(IReadOnlyList<Comment> comments, TextTerms reader, Action<double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(comments);
        ArgumentNullException.ThrowIfNull(reader);
        var texts = new (NormalizedText Text, ImmutableArray<TermOccurrence> Terms)[comments.Count];
        for (var i = 0; i < comments.Count; i++)
        {
            texts[i] = reader.Read(comments[i].Text);
            if (i % 64 == 0)
            {
                progress?.Invoke((double)i / comments.Count);
            }
        }

        var tallies = new Dictionary<string, Tally>(StringComparer.Ordinal);
        for (var i = 0; i < texts.Length; i++)
        {
            foreach (var term in texts[i].Terms)
            {
                if (!tallies.TryGetValue(term.Key, out var tally))
                {
                    tallies.Add(term.Key, tally = new Tally());
                }

                tally.Add(term, i);
            }
        }

        var terms = tallies
            .OrderBy(t => t.Key, StringComparer.Ordinal)
            .Select(t => t.Value.ToTerm(t.Key))
            .ToImmutableArray();
        var ids = new Dictionary<string, int>(terms.Length, StringComparer.Ordinal);
        for (var id = 0; id < terms.Length; id++)
        {
            ids.Add(terms[id].Key, id);
        }

        return new TokenizedCorpus(
            [.. texts.Select((t, i) => new TokenizedComment(
                comments[i], t.Text, [.. t.Terms.Select(o => new TermUse(ids[o.Key], o.Span, o.Position))]))],
            terms);
    }

    private sealed class Tally
    {
        private readonly Dictionary<string, int> _forms = new(StringComparer.Ordinal);
        private int _comments;
        private int _last = -1;
        private TermKind _kind = TermKind.Compound;
        private bool _isTemplate = true;
        private bool _isPredicate = true;

        public void Add(in TermOccurrence term, int comment)
        {
            _forms[term.Form] = _forms.GetValueOrDefault(term.Form) + 1;
            _comments += comment == _last ? 0 : 1;
            _last = comment;
            _kind = term.Kind < _kind ? term.Kind : _kind;
            _isTemplate &= term.IsTemplate;
            _isPredicate &= term.IsPredicate;
        }

        public Term ToTerm(string key)
        {
            var display = _forms
                .OrderByDescending(f => f.Value)
                .ThenBy(f => f.Key.Length)
                .ThenBy(f => f.Key, StringComparer.Ordinal)
                .First().Key;
            return new Term(key, display, _kind, _isTemplate, _isPredicate, _comments);
        }
    }
}
