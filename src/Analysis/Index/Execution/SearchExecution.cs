using System.Collections.Immutable;
using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Answers a request over the segments of a snapshot.</summary>
/// <param name="segments">The segments.</param>
/// <param name="bases">By segment the number of its first comment in the snapshot.</param>
/// <param name="similarity">How comments score.</param>
/// <param name="universeOf">The values of a facet by its name.</param>
/// <param name="groups">The groups of facets of few values.</param>
/// <param name="frequent">By segment its most frequent terms.</param>
/// <param name="manyComments">From so many comments to look at on, a second thread pays.</param>
internal sealed class SearchExecution(
    IReadOnlyList<SegmentReader> segments, int[] bases, Similarity similarity, Func<string, FacetUniverse> universeOf,
    Func<ImmutableArray<FacetGroup>> groups, ImmutableArray<FrequentTerms> frequent, int manyComments)
{
    // A cursor that is asked comment by comment takes so much longer for each than a list that is added up block by block.
    private const int CostsMore = 10;

    /// <summary>The answer.</summary>
    public SearchAnswer Answer(SearchRequest request)
    {
        var plan = new QueryCompiler(segments, similarity).Compile(request.Query);
        var size = (int)Math.Min((long)request.Count + request.Skip, request.Count == 0 ? 0 : similarity.Documents);
        var order = request.Order is { Facet: { } facet } ? universeOf(facet) : null;
        var bits = new ulong[]?[segments.Count];
        var (total, top) = IsMuch(plan, request) ? OnTwoThreads(request, plan, order, size, bits) : OnOneThread(request, plan, order, size, bits);
        var (respondents, facets) = new FacetCounting(universeOf, groups, similarity.Documents).Count(request, bits!, total);
        return new SearchAnswer(
            total,
            respondents,
            [.. top.Skip(request.Skip).Select(h => Hit(h.Document, request.Order is null ? h.Value : 0))],
            facets);
    }

    // One term alone passes over most of its blocks, the more the better its hits before them: that wants one thread.
    private bool IsMuch(QueryPlan plan, SearchRequest request) =>
        segments.Count > 1
        && !plan.IsAll
        && (plan.Terms is { } terms
            ? (terms.Length > 1 || !request.Facets.IsEmpty) && terms.Sum(t => (long)t.Having.Sum()) >= manyComments
            : similarity.Documents >= manyComments);

    // One segment is one thread's work, but for what looks at many of its comments one after another.
    private bool IsSplit(DocumentCursor cursor) => segments.Count == 1 && cursor.Cost >= manyComments / CostsMore;

    private (int Total, List<(double Value, int Document)> Top) OnOneThread(
        SearchRequest request, QueryPlan plan, FacetUniverse? order, int size, ulong[]?[] bits)
    {
        var top = new TopHits(size);
        var total = 0;
        for (var s = 0; s < segments.Count; s++)
        {
            total += Segment(request, plan, order, s, top, bits);
        }

        return (total, top.InOrder());
    }

    // Each segment has its own best hits, so that what comes out does not depend on the threads.
    private (int Total, List<(double Value, int Document)> Top) OnTwoThreads(
        SearchRequest request, QueryPlan plan, FacetUniverse? order, int size, ulong[]?[] bits)
    {
        var tops = new TopHits[segments.Count];
        var totals = new int[segments.Count];
        AtOnce.For(segments.Count, 2, s =>
        {
            tops[s] = new TopHits(size);
            totals[s] = Segment(request, plan, order, s, tops[s], bits);
        });
        return (totals.Sum(), TopHits.Together(tops, size));
    }

    private int Segment(SearchRequest request, QueryPlan plan, FacetUniverse? order, int s, TopHits top, ulong[]?[] bits)
    {
        bits[s] = request.Facets.IsEmpty ? null : HitBits.Empty(segments[s].Documents);
        if (request.Order is null && plan.IsAll)
        {
            return All(segments[s], bases[s], top, bits[s]);
        }

        if (request.Order is null && plan.Terms is { } terms)
        {
            if (terms.Length == 1 && bits[s] is { } hits)
            {
                // Where the term's comments are at hand, only blocks that may lead are read.
                var kept = frequent[s].Kept(terms[0].Entries[s]);
                kept?.Bits.CopyTo(hits, 0);
                TermUnion.Top(terms[0], s, segments[s], similarity, bases[s], top, kept is null ? hits : null);
                HitBits.Keep(hits, segments[s].Live);
                return HitBits.Count(hits);
            }

            TermUnion.Top(terms, s, segments[s], similarity, bases[s], top);
            return TermUnion.Count(terms, s, segments[s], bits[s]);
        }

        if (request.Order is null && plan.Together is { } together && TermMeet.IsFaster(together, s, segments[s]))
        {
            var meet = new TermMeet(together, s, segments[s], frequent[s]);
            meet.Top(similarity, bases[s], top);
            bits[s] = request.Facets.IsEmpty ? null : meet.Bits;
            return HitBits.Count(meet.Bits);
        }

        var cursor = plan.Cursor(s);
        var rank = request.Order is null ? null : Rank(order, s, request.Order.IsDescending);
        return rank is null && cursor is BitsCursor same
            ? Same(same, segments[s], bases[s], top, bits[s])
            : new HitCollecting(segments[s], rank, bases[s], bits[s]).Collect(cursor, IsSplit(cursor) ? plan.Cursor(s) : null, top);
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

    // Hits that all score the same: the first are the best, and the others are but counted.
    private static int Same(BitsCursor hits, SegmentReader segment, int first, TopHits top, ulong[]? bits)
    {
        HitBits.Keep(hits.Bits, segment.Live);
        if (bits is not null)
        {
            hits.Bits.CopyTo(bits, 0);
        }

        for (var document = hits.Advance(0); document != DocumentCursor.End && hits.Score() > top.Threshold; document = hits.Advance(document + 1))
        {
            top.Offer(hits.Score(), first + document);
        }

        return HitBits.Count(hits.Bits);
    }

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
