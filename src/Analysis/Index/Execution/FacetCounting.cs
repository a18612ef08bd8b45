using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Counts the facets of a request over its hits.</summary>
/// <param name="universeOf">The values of a facet by its name.</param>
/// <param name="documents">How many comments are alive.</param>
internal sealed class FacetCounting(Func<string, FacetUniverse> universeOf, int documents)
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

        var people = universeOf(FacetNames.Respondent);
        var counts = new FacetCounts[request.Facets.Length];
        var respondents = new RespondentSet(people);
        var tasks = counts.Length + 1;
        void Work(int task)
        {
            if (task == counts.Length)
            {
                for (var s = 0; s < bits.Length; s++)
                {
                    respondents.Add(s, bits[s]);
                }

                return;
            }

            counts[task] = Counter(universeOf(request.Facets[task]), people, bits, total).ToCounts(request.Facets[task], request.FacetLimit);
        }

        if (total >= ManyHits)
        {
            Parallel.For(0, tasks, new ParallelOptions { MaxDegreeOfParallelism = 2 }, Work);
        }
        else
        {
            for (var task = 0; task < tasks; task++)
            {
                Work(task);
            }
        }

        return (respondents.Count, [.. counts]);
    }

    private FacetCounter Counter(FacetUniverse facet, FacetUniverse people, ulong[][] bits, int total)
    {
        var isAll = total == documents;
        if (isAll && facet.OfAll is { } known)
        {
            return known;
        }

        var counter = new FacetCounter(facet, people);
        for (var s = 0; s < bits.Length; s++)
        {
            counter.Add(s, bits[s]);
        }

        facet.OfAll = isAll ? counter : facet.OfAll;
        return counter;
    }
}
