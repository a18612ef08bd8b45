using System.Collections.Immutable;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Search.Contexts;
using FeedbackLab.Analysis.Statistics;
using FeedbackLab.Analysis.Statistics.ExactTests;
using FeedbackLab.Analysis.Statistics.Multiplicity;

namespace FeedbackLab.Analysis.Search.Collocations;

/// <summary>The words that tell what was found from all other comments.</summary>
public static class DistinctiveTerms
{
    // Below this many expected in a cell, chi-squared is no good account of chance (Cochran 1954).
    private const double FewExpected = 5;

    /// <summary>Terms that more of the hits have than of the rest, strongest first; ties by comments, then ordinal order.</summary>
    /// <param name="hits">All hits with their words.</param>
    /// <param name="counts">How many hits and how many of all comments have each term.</param>
    /// <param name="total">How many comments there are.</param>
    /// <returns>Words and compounds; what stands nowhere but in matches is left out, since it was looked for.</returns>
    public static ImmutableArray<DistinctiveTerm> Of(IReadOnlyList<HitContext> hits, ImmutableArray<TermCount> counts, int total)
    {
        ArgumentNullException.ThrowIfNull(hits);
        var forms = new TermForms();
        var beyond = new HashSet<string>(StringComparer.Ordinal);
        foreach (var hit in hits)
        {
            foreach (var term in hit.Terms)
            {
                forms.Add(term);
                if (!hit.Matches.Any(m => m.Start < term.Span.End && term.Span.Start < m.End))
                {
                    beyond.Add(term.Key);
                }
            }
        }

        var terms = counts
            .Where(c => beyond.Contains(c.Text))
            .Select(c => (c.Text, Keyness: Keyness.Of(c.Inside, hits.Count, c.All - c.Inside, total - hits.Count)))
            .ToList();
        var p = terms.ConvertAll(t => P(t.Keyness));
        var adjusted = BenjaminiHochberg.Adjust([.. p.Select(t => t.P)]);
        return
        [
            .. terms
                .Select((t, i) => new DistinctiveTerm(t.Text, forms.Of(t.Text), t.Keyness, p[i].P, adjusted[i], p[i].IsExact))
                .Where(t => t.Keyness.Score > 0)
                .OrderByDescending(t => t.Keyness.Score).ThenByDescending(t => t.Keyness.Inside).ThenBy(t => t.Key, StringComparer.Ordinal),
        ];
    }

    private static (double P, bool IsExact) P(Keyness keyness)
    {
        double total = keyness.InsideOf + keyness.OutsideOf;
        double with = keyness.Inside + keyness.Outside;
        var fewest = Math.Min(with, total - with) * Math.Min(keyness.InsideOf, keyness.OutsideOf) / Math.Max(1, total);
        return fewest < FewExpected
            ? (FisherExact.TwoSided(keyness.Inside, keyness.InsideOf - keyness.Inside, keyness.Outside, keyness.OutsideOf - keyness.Outside), true)
            : (ChiSquared.Upper(Math.Abs(keyness.Score)), false);
    }
}

/// <summary>A term that tells some comments from the rest.</summary>
/// <param name="Key">What it is counted as and looked up by.</param>
/// <param name="Form">How it is shown: the form that the hits have most often.</param>
/// <param name="Keyness">Its log-likelihood with the counts behind it.</param>
/// <param name="P">Probability of a difference as large by chance, 0 to 1.</param>
/// <param name="AdjustedP">The same, adjusted for all terms tested (Benjamini–Hochberg).</param>
/// <param name="IsExact">Whether it is Fisher's exact test, and not the chi-squared approximation to G².</param>
public sealed record DistinctiveTerm(string Key, string Form, Keyness Keyness, double P, double AdjustedP, bool IsExact);
