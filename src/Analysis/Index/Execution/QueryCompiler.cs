using System.Collections.Immutable;
using System.Numerics;
using FeedbackLab.Analysis.Index.Queries;
using FeedbackLab.Analysis.Index.Segments;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Makes queries ready for a snapshot.</summary>
/// <param name="segments">The snapshot's segments.</param>
/// <param name="similarity">How comments score.</param>
internal sealed partial class QueryCompiler(IReadOnlyList<SegmentReader> segments, Similarity similarity)
{
    // What is deeper is no question of a person, and would be one to the stack.
    private const int Deepest = 200;

    /// <summary>The plan of a query.</summary>
    /// <exception cref="ArgumentException">The query breaks what its records say.</exception>
    public QueryPlan Compile(IndexQuery query) => Compile(query, 1, 0);

    private QueryPlan Compile(IndexQuery query, double boost, int depth)
    {
        if (depth > Deepest)
        {
            throw new ArgumentException($"A query is nested at most {Deepest} deep.", nameof(query));
        }

        switch (query)
        {
            case AllQuery:
                return new QueryPlan(s => new AllCursor(segments[s].Documents)) { IsAll = true };
            case TermQuery term:
                var plan = Term(term.Text, boost);
                return new QueryPlan(s => Cursor(plan, s) ?? (DocumentCursor)new EmptyCursor(), [plan]);
            case PhraseQuery or NearQuery:
                var ranges = Ranges(query, boost, depth);
                return new QueryPlan(s => ranges.Cursor(s) ?? (DocumentCursor)new EmptyCursor());
            case BooleanQuery boolean:
                return Boolean(boolean, boost, depth);
            case PrefixQuery prefix:
                return new QueryPlan(s => Many(s, Prefixed(s, prefix.Text), boost));
            case WildcardQuery wildcard:
                var pattern = new WildcardPattern(wildcard.Pattern);
                return new QueryPlan(s => Many(s, Matching(s, pattern), boost));
            case FacetQuery facet:
                return new QueryPlan(s => Facet(s, facet.Name, IsValue(facet)));
            case IdQuery id:
                return new QueryPlan(s => One(s, id.Id));
            case RangeQuery range:
                return new QueryPlan(s => Facet(s, range.Name, value => FacetOrder.IsIn(value, range)));
            case SurfaceQuery surface when surface.Text.Length > 0:
                return new QueryPlan(s => Surface(s, SurfacePattern.Of(surface, segments[s].Table(surface.IsFolded)), boost));
            case WordQuery word when word.Text.Length > 0:
                return Word(word, boost);
            case BoostQuery { Factor: >= 0 and < double.PositiveInfinity } boosted:
                return Compile(boosted.Query, boost * boosted.Factor, depth + 1);
            default:
                throw new ArgumentException("The query is of no known kind, or breaks what its record says.", nameof(query));
        }
    }

    private QueryPlan Boolean(BooleanQuery query, double boost, int depth)
    {
        ImmutableArray<QueryPlan> Plans(ImmutableArray<IndexQuery> queries) => [.. queries.Select(q => Compile(q, boost, depth + 1))];
        var must = Plans(query.Must);
        var should = Present(Plans(query.Should));
        var not = Plans(query.Not);
        if (must.IsEmpty && not.IsEmpty && !should.IsEmpty && should.All(p => p.Terms is { Length: 1 }))
        {
            return new QueryPlan(s => Any(should, s), [.. should.Select(p => p.Terms![0])]);
        }

        if (must.Length == 1 && should.IsEmpty && not.IsEmpty)
        {
            return must[0];
        }

        if (should.Length == 1 && must.IsEmpty && not.IsEmpty)
        {
            return should[0];
        }

        return new QueryPlan(s =>
        {
            var cursor = must.IsEmpty
                ? should.IsEmpty ? new AllCursor(segments[s].Documents) : Any(should, s)
                : must.Length == 1 ? must[0].Cursor(s) : new ConjunctionCursor([.. must.Select(p => p.Cursor(s))]);
            if (!must.IsEmpty && !should.IsEmpty)
            {
                cursor = new OptionCursor(cursor, [.. should.Select(p => p.Cursor(s))]);
            }

            return not.IsEmpty ? cursor : new ExclusionCursor(cursor, Any(not, s));
        })
        {
            Together = should.IsEmpty && not.IsEmpty && must.Length > 1 && must.All(p => p.Terms is { Length: 1 }) ? [.. must.Select(p => p.Terms![0])] : null,
        };
    }

    // Without terms that nobody wrote, where there are others: a spelling that might be there costs nothing where it is not.
    private static ImmutableArray<QueryPlan> Present(ImmutableArray<QueryPlan> plans)
    {
        ImmutableArray<QueryPlan> present = [.. plans.Where(p => p.Terms is not [{ } term] || term.Having.Any(h => h > 0))];
        return present.IsEmpty ? plans : present;
    }

    private static DocumentCursor Any(ImmutableArray<QueryPlan> plans, int segment) =>
        plans.Length == 1 ? plans[0].Cursor(segment) : new DisjunctionCursor([.. plans.Select(p => p.Cursor(segment))]);

    private TermPlan Term(string text, double boost)
    {
        ArgumentNullException.ThrowIfNull(text);
        var entries = segments.Select(s => s.Terms.Dictionary.Find(text)).ToArray();
        var having = new int[entries.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            having[i] = Having(segments[i], entries[i]);
        }

        var weight = boost * similarity.Rarity(having.Sum());
        return new TermPlan(entries, having, weight, new Lazy<double[]>(() => similarity.Table(weight)));
    }

    // Deleted comments do not count, so that a score does not tell how an index came to be.
    private static int Having(SegmentReader segment, TermEntry entry)
    {
        if (segment.Live is not { } live || entry.Documents == 0)
        {
            return entry.Documents;
        }

        var count = 0;
        var postings = segment.Terms.Postings(entry);
        for (var block = 0; block < postings.Blocks; block++)
        {
            postings.Read(block);
            foreach (var document in postings.Block.AsSpan(0, postings.Size))
            {
                count += live[document] ? 1 : 0;
            }
        }

        return count;
    }

    private TermCursor? Cursor(TermPlan plan, int segment) => plan.Entries[segment].Documents == 0
        ? null
        : new TermCursor(segments[segment].Terms.Postings(plan.Entries[segment]), segments[segment], similarity, plan.Weight);

    private DocumentCursor Many(int segment, IEnumerable<TermEntry> entries, double score)
    {
        var bits = HitBits.Empty(segments[segment].Documents);
        var cost = 0L;
        foreach (var entry in entries)
        {
            cost += entry.Documents;
            HitBits.Add(bits, segments[segment].Terms.Postings(entry));
        }

        return cost == 0 ? new EmptyCursor() : new BitsCursor(bits, Math.Min(cost, segments[segment].Documents), score);
    }

    private DocumentCursor Facet(int segment, string name, Func<string, bool> isWanted)
    {
        if (!segments[segment].Facets.TryGetValue(name, out var column))
        {
            return new EmptyCursor();
        }

        bool[] wanted = [.. column.Values.Select(isWanted)];
        return wanted.Contains(true) ? new FacetCursor(column, wanted, segments[segment].Documents) : new EmptyCursor();
    }

    private static Func<string, bool> IsValue(FacetQuery facet)
    {
        if (!facet.IsFolded)
        {
            return value => value == facet.Value;
        }

        var wanted = Folded(facet.Value);
        return value => value == facet.Value || Folded(value) == wanted;

        static string Folded(string value) => JapaneseText.WithoutSpaces(FoldedText.Of(value).Text);
    }

    private DocumentCursor One(int segment, string id)
    {
        if (segments[segment].Find(id) is not (>= 0 and var document))
        {
            return new EmptyCursor();
        }

        var bits = HitBits.Empty(segments[segment].Documents);
        bits[document >> 6] = 1UL << (document & 63);
        return new BitsCursor(bits, 1, 0);
    }

    // Mostly every comment with the word's letters has its term: then that is all that is asked for.
    private QueryPlan Word(WordQuery word, double boost)
    {
        var term = Term(word.Term, boost);
        int[][] others = [.. segments.Select((segment, s) => segment.Spelled(word, () => Others(word, term, s)))];
        return Array.TrueForAll(others, o => o.Length == 0)
            ? new QueryPlan(s => Cursor(term, s) ?? (DocumentCursor)new EmptyCursor(), [term])
            : new QueryPlan(s => AnyCursor([Cursor(term, s), others[s].Length == 0 ? null : Listed(others[s], s, term.Weight)]));
    }

    // The comments without the term that have the word's letters.
    private int[] Others(WordQuery word, TermPlan term, int segment)
    {
        var (reader, others) = (segments[segment], new List<int>());
        var bits = HitBits.Empty(reader.Documents);
        foreach (var pattern in SurfacePattern.Of(word, reader.Table(isFolded: true)))
        {
            foreach (var entry in pattern.Whole)
            {
                HitBits.Add(bits, reader.Surfaces.Postings(entry));
            }

            pattern.Whole.Clear();
            var across = Surface(segment, pattern, 0);
            for (var document = across.Advance(0); document != DocumentCursor.End; document = across.Advance(document + 1))
            {
                bits[document >> 6] |= 1UL << (document & 63);
            }
        }

        var known = HitBits.Empty(reader.Documents);
        if (term.Entries[segment] is { Documents: > 0 } entryOfTerm)
        {
            HitBits.Add(known, reader.Terms.Postings(entryOfTerm));
        }

        for (var i = 0; i < bits.Length; i++)
        {
            for (var rest = bits[i] & ~known[i]; rest != 0; rest &= rest - 1)
            {
                others.Add((i << 6) | BitOperations.TrailingZeroCount(rest));
            }
        }

        return [.. others];
    }

    private BitsCursor Listed(int[] documents, int segment, double score)
    {
        var bits = HitBits.Empty(segments[segment].Documents);
        HitBits.Add(bits, documents);
        return new BitsCursor(bits, documents.Length, score);
    }

    private static DocumentCursor AnyCursor(IEnumerable<DocumentCursor?> cursors) => cursors.OfType<DocumentCursor>().ToArray() switch
    {
        [] => new EmptyCursor(),
        [var one] => one,
        var all => new DisjunctionCursor(all),
    };

    private SurfaceCursor Surface(int segment, SurfacePattern pattern, double score, bool isLoose = false)
    {
        var surfaces = segments[segment].Surfaces;
        return new SurfaceCursor(
            pattern,
            entries => AnyOf(entries.Select(e => (RangeCursor)new TermCursor(surfaces.Postings(e), segments[segment], similarity, 0))),
            segments[segment].LayoutOf,
            score,
            isLoose);
    }

    private IEnumerable<TermEntry> Prefixed(int segment, string prefix)
    {
        var scan = segments[segment].Terms.Dictionary.From(prefix);
        while (scan.MoveNext() && scan.Term.StartsWith(prefix, StringComparison.Ordinal))
        {
            yield return scan.Entry;
        }
    }

    private IEnumerable<TermEntry> Matching(int segment, WildcardPattern pattern)
    {
        var scan = segments[segment].Terms.Dictionary.From(pattern.Prefix);
        while (scan.MoveNext() && scan.Term.StartsWith(pattern.Prefix, StringComparison.Ordinal))
        {
            if (pattern.Matches(scan.Term) && (pattern.Prefix.Length > 0 || scan.Term.IsEmpty || !char.IsControl(scan.Term[0])))
            {
                yield return scan.Entry;
            }
        }
    }

    private static RangeCursor? AnyOf(IEnumerable<RangeCursor> cursors)
    {
        var all = cursors.ToArray();
        return all.Length switch
        {
            0 => null,
            1 => all[0],
            _ => new DisjunctionCursor(all),
        };
    }
}
