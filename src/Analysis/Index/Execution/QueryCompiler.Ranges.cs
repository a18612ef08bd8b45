using System.Collections.Immutable;
using FeedbackLab.Analysis.Index.Queries;
using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Queries that look at positions.</summary>
internal sealed partial class QueryCompiler
{
    private RangePlan Ranges(IndexQuery query, double boost, int depth)
    {
        if (depth > Deepest)
        {
            throw new ArgumentException($"A query is nested at most {Deepest} deep.", nameof(query));
        }

        switch (query)
        {
            case TermQuery term:
                var plan = Term(term.Text, 1);
                return new RangePlan(s => Cursor(plan, s), plan.Weight);
            case WordQuery word when word.Text.Length > 0:
                var itself = Term(word.Term, 1);
                return new RangePlan(
                    s => AnyOf(SurfacePattern.Of(word, segments[s].Table(isFolded: true)).Select(p => (RangeCursor)Surface(s, p, 0, isLoose: true)).Prepend(Cursor(itself, s)).OfType<RangeCursor>()),
                    itself.Weight);
            case SurfaceQuery surface when surface.Text.Length > 0:
                return new RangePlan(s => Surface(s, SurfacePattern.Of(surface, segments[s].Table(surface.IsFolded)), 1, isLoose: true), 1);
            case PhraseQuery phrase when IsRight(phrase):
                return Phrase(phrase, boost);
            case NearQuery { Distance: >= 0 } near:
                return Near(near, boost, depth);
            case PrefixQuery prefix:
                return new RangePlan(s => AnyOf(Cursors(s, Prefixed(s, prefix.Text))), 1);
            case WildcardQuery wildcard:
                var pattern = new WildcardPattern(wildcard.Pattern);
                return new RangePlan(s => AnyOf(Cursors(s, Matching(s, pattern))), 1);
            case BoostQuery boosted:
                return Ranges(boosted.Query, boost, depth + 1);
            case BooleanQuery { Must.IsEmpty: true, Not.IsEmpty: true, Should.IsEmpty: false } any:
                var plans = any.Should.Select(q => Ranges(q, boost, depth + 1)).ToList();
                return new RangePlan(s => AnyOf(plans.Select(p => p.Cursor(s)).OfType<RangeCursor>()), plans.Sum(p => p.Rarity));
            case BooleanQuery { Must: [var placed, .. var others], Should.IsEmpty: true, Not.IsEmpty: true }:
                var where = Ranges(placed, boost, depth + 1);
                ImmutableArray<QueryPlan> narrowing = [.. others.Select(q => Compile(q, boost, depth + 1))];
                return narrowing.IsEmpty ? where : where with
                {
                    Cursor = s => where.Cursor(s) is { } cursor ? new NarrowedCursor(cursor, [.. narrowing.Select(p => p.Cursor(s))]) : null,
                };
            default:
                throw new ArgumentException(
                    "NEAR takes terms, phrases without slop, strings, prefixes, wildcards, NEARs, ORs of these and ANDs that begin with one; phrases need slots in order.",
                    nameof(query));
        }
    }

    private static bool IsRight(PhraseQuery phrase) =>
        phrase is { Slots.IsEmpty: false, Slop: >= 0 }
        && phrase.Slots.All(s => s.Offset >= 0 && !s.Terms.IsDefaultOrEmpty)
        && phrase.Slots.Zip(phrase.Slots.Skip(1)).All(p => p.First.Offset < p.Second.Offset);

    private RangePlan Phrase(PhraseQuery phrase, double boost)
    {
        var slots = phrase.Slots.Select(s => s.Terms.Distinct(StringComparer.Ordinal).Select(t => Term(t, 1)).ToList()).ToList();
        var rarity = slots.Sum(s => s.Min(t => t.Weight));
        var keys = phrase.Slots.Select(s => s.Terms.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList()).ToList();
        int[] groups = [.. keys.Select(k => keys.FindIndex(k.SequenceEqual))];
        int[] offsets = [.. phrase.Slots.Select(s => s.Offset)];
        return new RangePlan(
            segment =>
            {
                var cursors = slots.Select(s => AnyOf(s.Select(t => Cursor(t, segment)).OfType<RangeCursor>())).OfType<RangeCursor>().ToArray();
                return cursors.Length < slots.Count
                    ? null
                    : new PhraseCursor(
                        cursors, new PhraseMatch(cursors, offsets, groups, phrase.Slop), LengthOf(segment), similarity, boost * rarity);
            },
            rarity);
    }

    private RangePlan Near(NearQuery near, double boost, int depth)
    {
        if (IsLoose(near.Left) || IsLoose(near.Right))
        {
            throw new ArgumentException("A phrase in NEAR has no slop.", nameof(near));
        }

        var left = Ranges(near.Left, boost, depth + 1);
        var right = Ranges(near.Right, boost, depth + 1);
        var rarity = left.Rarity + right.Rarity;
        return new RangePlan(
            s => left.Cursor(s) is { } first && right.Cursor(s) is { } second
                ? new NearCursor(first, second, near.Distance, near.InOrder, LengthOf(s), similarity, boost * rarity)
                : null,
            rarity);
    }

    private static bool IsLoose(IndexQuery query) => query switch
    {
        PhraseQuery phrase => phrase.Slop > 0,
        BooleanQuery any => any.Should.Any(IsLoose),
        BoostQuery boosted => IsLoose(boosted.Query),
        _ => false,
    };

    private IEnumerable<RangeCursor> Cursors(int segment, IEnumerable<TermEntry> entries) => entries.Select(e =>
        (RangeCursor)new TermCursor(segments[segment].Terms.Postings(e), segments[segment], similarity, 1));

    private Func<int, int> LengthOf(int segment) => document => segments[segment].Lengths[document];
}
