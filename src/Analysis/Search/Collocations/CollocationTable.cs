using System.Collections.Immutable;
using FeedbackLab.Analysis.Search.Contexts;
using FeedbackLab.Analysis.Statistics.Association;

namespace FeedbackLab.Analysis.Search.Collocations;

/// <summary>The words that stand near what was looked for.</summary>
public static class CollocationTable
{
    // What one comment alone says is no habit of language.
    private const int LeastBoth = 2;

    /// <summary>The collocates by log-likelihood, strongest first; ties by comments, then ordinal order.</summary>
    /// <remarks>
    /// A comment is counted once for each word, however often it stands there, so that every count is that of the query
    /// <c>A NEAR/(window − 1) B</c>. See docs/methods/collocations.md.
    /// </remarks>
    /// <param name="hits">All hits with their words.</param>
    /// <param name="having">How many of all comments have a term, by its key.</param>
    /// <param name="total">How many comments there are.</param>
    /// <param name="window">How many tokens left and right of a match are near it, punctuation counted, at least 1.</param>
    /// <returns>Words (no compounds) that two comments or more have near a match, and more than chance would give.</returns>
    public static ImmutableArray<Collocate> Of(
        IReadOnlyList<HitContext> hits, IReadOnlyDictionary<string, int> having, int total, int window)
    {
        ArgumentNullException.ThrowIfNull(hits);
        ArgumentNullException.ThrowIfNull(having);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        var forms = new TermForms();
        var tallies = new Dictionary<string, Tally>(StringComparer.Ordinal);
        var matching = 0;
        foreach (var hit in hits.Where(h => !h.Matches.IsEmpty))
        {
            matching++;
            foreach (var term in hit.Terms.Where(t => !t.IsCompound).Concat(hit.Inner))
            {
                forms.Add(term);
                var (left, right) = Near(hit, term, window);
                if (left + right > 0)
                {
                    if (!tallies.TryGetValue(term.Key, out var tally))
                    {
                        tallies.Add(term.Key, tally = new Tally());
                    }

                    tally.Add(hit, left, right);
                }
            }
        }

        return
        [
            .. tallies
                .Select(t => new Collocate(
                    t.Key,
                    forms.Of(t.Key),
                    t.Value.Left,
                    t.Value.Right,
                    t.Value.Respondents,
                    new WordAssociation(t.Value.Comments, matching, having.GetValueOrDefault(t.Key, t.Value.Comments), total)))
                .Where(c => c.Association.Both >= LeastBoth && c.Association.Both > c.Association.Expected)
                .OrderByDescending(c => c.Association.LogLikelihood).ThenByDescending(c => c.Association.Both).ThenBy(c => c.Key, StringComparer.Ordinal),
        ];
    }

    // Matches that it stands near, on either side; what overlaps a match is part of it.
    private static (int Left, int Right) Near(HitContext hit, PlacedTerm term, int window)
    {
        var (left, right) = (0, 0);
        foreach (var match in hit.Matches)
        {
            var (first, last) = (hit.TokenAt(match.Start), hit.TokenAt(match.End - 1));
            left += term.Last < first && first - term.Last <= window ? 1 : 0;
            right += term.First > last && term.First - last <= window ? 1 : 0;
        }

        return hit.Matches.Any(m => m.Start < term.Span.End && term.Span.Start < m.End) ? (0, 0) : (left, right);
    }

    private sealed class Tally
    {
        private readonly HashSet<string> _respondents = new(StringComparer.Ordinal);
        private HitContext? _last;

        public int Left { get; private set; }

        public int Right { get; private set; }

        public int Comments { get; private set; }

        public int Respondents => _respondents.Count;

        public void Add(HitContext hit, int left, int right)
        {
            Left += left;
            Right += right;
            Comments += ReferenceEquals(hit, _last) ? 0 : 1;
            _last = hit;
            if (hit.Comment.AskedRespondent is { } respondent)
            {
                _respondents.Add(respondent);
            }
        }
    }
}
