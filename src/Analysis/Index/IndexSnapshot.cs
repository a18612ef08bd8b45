using System.Collections.Concurrent;
using System.Collections.Immutable;
using FeedbackLab.Analysis.Index.Execution;
using FeedbackLab.Analysis.Index.Queries;
using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index;

/// <summary>An index as it stood when it was opened; what is added later does not show. For any number of threads.</summary>
/// <remarks>
/// Scores and counts are of the comments that are there: they do not tell in how many steps the index came to be, nor what was deleted.
/// </remarks>
public sealed class IndexSnapshot : IDisposable
{
    private readonly ImmutableArray<SegmentReader> _segments;
    private readonly int[] _bases;
    private readonly Similarity _similarity;
    private readonly ConcurrentDictionary<string, FacetUniverse> _universes = new(StringComparer.Ordinal);
    private readonly Lazy<ImmutableArray<FacetGroup>> _groups;
    private readonly ImmutableArray<FrequentTerms> _frequent;
    private readonly Func<string?> _damage;
    private readonly Action _release;
    private int _users = 1;
    private int _isDisposed;

    internal IndexSnapshot(ImmutableArray<SegmentReader> segments, long generation, Func<string?> damage, Action release)
    {
        _segments = segments;
        _damage = damage;
        _release = release;
        Generation = generation;
        _bases = new int[segments.Length];
        for (var i = 1; i < segments.Length; i++)
        {
            _bases[i] = checked(_bases[i - 1] + segments[i - 1].Documents);
        }

        _similarity = new Similarity(segments.Sum(s => s.LiveCount), segments.Sum(s => s.TotalLength));
        _frequent = [.. segments.Select(s => new FrequentTerms(s))];
        _groups = new Lazy<ImmutableArray<FacetGroup>>(() => FacetGroup.Of(
            _segments.SelectMany(s => s.Facets.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(UniverseOf), _segments));
    }

    /// <summary>How many comments there are.</summary>
    public int Count => _similarity.Documents;

    /// <summary>How many segments they are in.</summary>
    public int SegmentCount => _segments.Length;

    /// <summary>Number of the state: every commit counts one up.</summary>
    public long Generation { get; }

    /// <summary>From so many comments to look at on, a question is answered on two threads.</summary>
    internal int ManyComments { get; set; } = 100_000;

    /// <summary>The answer to a question.</summary>
    /// <param name="request">The question.</param>
    /// <exception cref="ArgumentException">The question breaks what its records say.</exception>
    /// <exception cref="IndexException">The index is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The snapshot is closed.</exception>
    public SearchAnswer Search(SearchRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Count < 0 || request.Skip < 0 || request.FacetLimit < 1 || request.Saturation is not (>= 0 and < double.PositiveInfinity))
        {
            throw new ArgumentException("Count, skip and saturation are at least 0, the limit of facet values at least 1.", nameof(request));
        }

        var similarity = request.Saturation == Similarity.UsualSaturation
            ? _similarity
            : new Similarity(_similarity.Documents, _similarity.TotalLength, request.Saturation);
        return Reading(() => new SearchExecution(_segments, _bases, similarity, UniverseOf, () => _groups.Value, _frequent, ManyComments).Answer(request));
    }

    /// <summary>Where the tokens and sentences of a comment stand.</summary>
    /// <param name="document">A hit's number.</param>
    public CommentLayout LayoutOf(int document)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(document);
        var segment = _bases.Length - 1;
        while (segment > 0 && _bases[segment] > document)
        {
            segment--;
        }

        return Reading(() => _segments[segment].LayoutOf(document - _bases[segment]));
    }

    /// <summary>The number of the comment with an id; null where there is none.</summary>
    /// <param name="id">The id.</param>
    public int? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Reading(() => _segments.Select((s, i) => s.Find(id) is >= 0 and var at ? _bases[i] + at : (int?)null).FirstOrDefault(d => d is not null));
    }

    /// <summary>Ids of some comments, drawn evenly from all in their order; of all where there are no more.</summary>
    /// <param name="most">How many at most, at least 1.</param>
    public ImmutableArray<string> SampleIds(int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return Reading(() =>
        {
            var ids = ImmutableArray.CreateBuilder<string>(Math.Min(most, Count));
            var live = 0L;
            foreach (var segment in _segments)
            {
                for (var document = 0; document < segment.Documents; document++)
                {
                    if (segment.IsLive(document) && live++ * most / Count >= ids.Count)
                    {
                        ids.Add(segment.IdOf(document));
                    }
                }
            }

            return ids.ToImmutable();
        });
    }

    /// <summary>How many comments have each term, of those that match a query and of all.</summary>
    /// <param name="query">The query.</param>
    /// <returns>The terms that a comment that matches has, in ordinal order.</returns>
    /// <exception cref="ArgumentException">The query breaks what its records say.</exception>
    public ImmutableArray<TermCount> CountTerms(IndexQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Reading(() => TermCounting.Of(_segments, new QueryCompiler(_segments, _similarity).Compile(query)));
    }

    /// <summary>The terms that begin so, in ordinal order; one may be of deleted comments only.</summary>
    /// <param name="prefix">The beginning; empty for all terms.</param>
    public ImmutableArray<string> Terms(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return Reading(() =>
        {
            var terms = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var segment in _segments)
            {
                var scan = segment.Terms.Dictionary.From(prefix);
                while (scan.MoveNext() && scan.Term.StartsWith(prefix, StringComparison.Ordinal))
                {
                    terms.Add(scan.Term.ToString());
                }
            }

            return terms.ToImmutableArray();
        });
    }

    /// <summary>Closes the snapshot; its files are let go when the last question that is under way has its answer.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            Leave();
        }
    }

    private FacetUniverse UniverseOf(string name) => _universes.GetOrAdd(name, n => new FacetUniverse(n, _segments));

    private T Reading<T>(Func<T> read)
    {
        Enter();
        try
        {
            return read();
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentOutOfRangeException or OverflowException or OutOfMemoryException
            && _damage() is { } damage)
        {
            throw IndexException.Damaged(damage, e);
        }
        finally
        {
            Leave();
        }
    }

    private void Enter()
    {
        for (var users = Volatile.Read(ref _users); ; users = Volatile.Read(ref _users))
        {
            ObjectDisposedException.ThrowIf(users == 0 || _isDisposed != 0, this);
            if (Interlocked.CompareExchange(ref _users, users + 1, users) == users)
            {
                return;
            }
        }
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref _users) == 0)
        {
            _release();
        }
    }
}
