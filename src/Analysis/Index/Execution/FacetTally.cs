using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>What is counted of the facets of a request: those of few values in their groups, the others one by one.</summary>
internal sealed class FacetTally
{
    private readonly ImmutableArray<FacetUniverse> _facets;
    private readonly Dictionary<FacetUniverse, FacetCounter> _counters = [];
    private readonly Dictionary<FacetGroup, GroupCounter> _groups = [];
    private readonly FacetUniverse _people;

    /// <summary>Nothing counted yet.</summary>
    /// <param name="facets">The facets.</param>
    /// <param name="people">The respondents.</param>
    /// <param name="groups">The groups of facets of few values.</param>
    public FacetTally(ImmutableArray<FacetUniverse> facets, FacetUniverse people, ImmutableArray<FacetGroup> groups)
    {
        (_facets, _people) = (facets, people);
        foreach (var facet in facets)
        {
            if (people.IsSingle && groups.FirstOrDefault(g => g.Facets.Contains(facet)) is { } group)
            {
                _groups.TryAdd(group, new GroupCounter(group, people));
            }
            else
            {
                _counters.TryAdd(facet, new FacetCounter(facet, people));
            }
        }
    }

    /// <summary>Takes the counts of all comments, where all are known.</summary>
    /// <returns>Whether they are.</returns>
    public bool TakeAll()
    {
        if (_counters.Keys.Any(f => f.OfAll is null) || _groups.Keys.Any(g => g.OfAll is null))
        {
            return false;
        }

        foreach (var facet in _counters.Keys)
        {
            _counters[facet] = facet.OfAll!;
        }

        foreach (var group in _groups.Keys)
        {
            _groups[group] = group.OfAll!;
        }

        return true;
    }

    /// <summary>Keeps what was counted as that of all comments.</summary>
    public void KeepAll()
    {
        foreach (var (facet, counter) in _counters)
        {
            facet.OfAll = counter;
        }

        foreach (var (group, counter) in _groups)
        {
            group.OfAll = counter;
        }
    }

    /// <summary>Counts hits of a segment.</summary>
    /// <param name="segment">The segment's number.</param>
    /// <param name="hits">The hits, a bit each.</param>
    /// <param name="first">The first word to look at.</param>
    /// <param name="end">After the last.</param>
    public void Add(int segment, ulong[] hits, int first, int end)
    {
        foreach (var counter in _counters.Values)
        {
            counter.Add(segment, hits, first, end);
        }

        foreach (var counter in _groups.Values)
        {
            counter.Add(segment, hits, first, end);
        }
    }

    /// <summary>Takes over what another tally of the same facets counted.</summary>
    public void Add(FacetTally other)
    {
        foreach (var (facet, counter) in _counters)
        {
            counter.Add(other._counters[facet]);
        }

        foreach (var (group, counter) in _groups)
        {
            counter.Add(other._groups[group]);
        }
    }

    /// <summary>How many respondents the hits have.</summary>
    /// <param name="bits">The hits by segment, a bit each.</param>
    public int Respondents(ulong[][] bits)
    {
        if (_groups.Count > 0)
        {
            return _groups.Values.First().Respondents();
        }

        var respondents = new RespondentSet(_people);
        for (var segment = 0; segment < bits.Length; segment++)
        {
            respondents.Add(segment, bits[segment]);
        }

        return respondents.Count;
    }

    /// <summary>The counts of each facet: values by respondents, then comments, then in ordinal order.</summary>
    /// <param name="limit">How many values of each at most.</param>
    public ImmutableArray<FacetCounts> ToCounts(int limit)
    {
        var groups = _groups.ToDictionary(g => g.Key, g => g.Value.Counts());
        return [.. _facets.Select(facet =>
        {
            if (_counters.TryGetValue(facet, out var counter))
            {
                return Counts(facet, counter.Comments, counter.Distinct(), limit);
            }

            var (group, counts) = groups.First(g => g.Key.Facets.Contains(facet));
            var first = group.FirstBits[group.Facets.IndexOf(facet)];
            return Counts(facet, counts.Comments.AsSpan(first, facet.Values.Length).ToArray(), counts.Respondents.AsSpan(first, facet.Values.Length).ToArray(), limit);
        })];
    }

    private static FacetCounts Counts(FacetUniverse facet, int[] comments, int[] respondents, int limit)
    {
        var having = Enumerable.Range(0, comments.Length).Where(i => comments[i] > 0).ToList();
        return new FacetCounts(
            facet.Name,
            [.. having
                .OrderByDescending(i => respondents[i])
                .ThenByDescending(i => comments[i])
                .ThenBy(i => facet.Values[i], StringComparer.Ordinal)
                .Take(limit)
                .Select(i => new FacetCount(facet.Values[i], comments[i], respondents[i]))],
            having.Count);
    }
}
