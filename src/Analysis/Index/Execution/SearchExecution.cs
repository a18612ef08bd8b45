using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Answers a request over the segments of a snapshot.</summary>
/// <param name="segments">The segments.</param>
/// <param name="bases">By segment the number of its first comment in the snapshot.</param>
/// <param name="similarity">How comments score.</param>
/// <param name="universeOf">The values of a facet by its name.</param>
internal sealed class SearchExecution(
    IReadOnlyList<SegmentReader> segments, int[] bases, Similarity similarity, Func<string, FacetUniverse> universeOf)
{
    /// <summary>The answer.</summary>
    public SearchAnswer Answer(SearchRequest request)
    {
        var plan = new QueryCompiler(segments, similarity).Compile(request.Query);
        var top = new TopHits((int)Math.Min((long)request.Count + request.Skip, request.Count == 0 ? 0 : similarity.Documents));
        var order = request.Order is { Facet: { } facet } ? universeOf(facet) : null;
        var bits = new ulong[]?[segments.Count];
        var total = 0;
        for (var s = 0; s < segments.Count; s++)
        {
            bits[s] = request.Facets.IsEmpty ? null : HitBits.Empty(segments[s].Documents);
            if (request.Order is null && plan.IsAll)
            {
                total += All(segments[s], bases[s], top, bits[s]);
            }
            else if (request.Order is null && plan.Terms is { } terms)
            {
                TermUnion.Top(terms, s, segments[s], similarity, bases[s], top);
                total += TermUnion.Count(terms, s, segments[s], bits[s]);
            }
            else
            {
                var rank = request.Order is null ? null : Rank(order, s, request.Order.IsDescending);
                total += Collect(plan.Cursor(s), segments[s], rank, bases[s], top, bits[s]);
            }
        }

        var (respondents, facets) = new FacetCounting(universeOf, similarity.Documents).Count(request, bits!, total);
        return new SearchAnswer(
            total,
            respondents,
            [.. top.InOrder().Skip(request.Skip).Select(h => Hit(h.Document, request.Order is null ? h.Value : 0))],
            facets);
    }

    private static int All(SegmentReader segment, int first, TopHits top, ulong[]? bits)
    {
        for (var document = 0; document < segment.Documents && top.Threshold < 0; document++)
        {
            if (segment.IsLive(document))
            {
                top.Offer(0, first + document);
            }
        }

        if (bits is not null)
        {
            LiveDocuments.Without(segment.Live, segment.Documents, []).Words.CopyTo(bits, 0);
        }

        return segment.LiveCount;
    }

    private static int Collect(DocumentCursor cursor, SegmentReader segment, Func<int, double>? rank, int first, TopHits top, ulong[]? bits)
    {
        var total = 0;
        var boundEnd = -1;
        var bound = 0.0;
        for (var document = cursor.Advance(0); document != DocumentCursor.End; document = cursor.Advance(document + 1))
        {
            if (!segment.IsLive(document))
            {
                continue;
            }

            total++;
            if (bits is not null)
            {
                bits[document >> 6] |= 1UL << (document & 63);
            }

            if (rank is not null)
            {
                top.Offer(rank(document), first + document);
                continue;
            }

            if (document > boundEnd)
            {
                bound = cursor.Bound(document, out boundEnd) * Slack;
            }

            if (bound > top.Threshold)
            {
                top.Offer(cursor.Score(), first + document);
            }
        }

        return total;
    }

    // What the same numbers give when they are added in another order differs by less.
    private const double Slack = 1 + 1e-9;

    private static Func<int, double> Rank(FacetUniverse? order, int segment, bool isDescending)
    {
        if (order is null)
        {
            return isDescending ? document => document : _ => 0;
        }

        if (order.Columns[segment] is not { } column)
        {
            return _ => double.MinValue;
        }

        var map = order.Maps[segment];
        return document =>
        {
            var rows = column.All;
            var (start, end) = rows[document];
            var least = int.MaxValue;
            for (var i = start; i < end; i++)
            {
                least = Math.Min(least, map[rows.Value(i)]);
            }

            return least == int.MaxValue ? double.MinValue : isDescending ? least : -least;
        };
    }

    private IndexHit Hit(int document, double score)
    {
        var segment = Array.BinarySearch(bases, document) is var at && at >= 0 ? at : ~at - 1;
        while (segment + 1 < bases.Length && bases[segment + 1] <= document)
        {
            segment++;
        }

        return new IndexHit(document, segments[segment].IdOf(document - bases[segment]), score);
    }
}
