using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Counts the facets of a request over its hits.</summary>
/// <param name="universeOf">The values of a facet by its name.</param>
/// <param name="groups">The groups of facets of few values.</param>
/// <param name="documents">How many comments are alive.</param>
internal sealed class FacetCounting(Func<string, FacetUniverse> universeOf, Func<ImmutableArray<FacetGroup>> groups, int documents)
{
    // From so many hits on a second thread pays.
    private const int ManyHits = 50_000;

    /// <summary>How many respondents the hits have, and the counts; null and empty where no facets were asked for.</summary>
    /// <param name="request">The request.</param>
    /// <param name="bits">By segment the hits, a bit each.</param>
    /// <param name="total">How many hits there are.</param>
    public (int? Respondents, ImmutableArray<FacetCounts> Counts) Count(SearchRequest request, ulong[][] bits, int total)
    {
        if (request.Facets.IsEmpty)
        {
            return (null, []);
        }

        var tally = New(request);
        if (total != documents || !tally.TakeAll())
        {
            if (total < ManyHits)
            {
                Add(tally, bits, 0, 1);
            }
            else
            {
                var other = New(request);
                AtOnce.Run(() => Add(tally, bits, 0, 2), () => Add(other, bits, 1, 2));
                tally.Add(other);
            }

            if (total == documents)
            {
                tally.KeepAll();
            }
        }

        return (tally.Respondents(bits), tally.ToCounts(request.FacetLimit));
    }

    private FacetTally New(SearchRequest request) => new([.. request.Facets.Select(universeOf)], universeOf(FacetNames.AskedRespondent), groups());

    // One of so many parts of all hits.
    private static void Add(FacetTally tally, ulong[][] bits, int part, int parts)
    {
        for (var segment = 0; segment < bits.Length; segment++)
        {
            var words = (long)bits[segment].Length;
            tally.Add(segment, bits[segment], (int)(words * part / parts), (int)(words * (part + 1) / parts));
        }
    }
}
