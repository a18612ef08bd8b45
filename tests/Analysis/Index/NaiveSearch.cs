using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Index.Queries;

namespace FeedbackLab.Analysis.Tests.Index;

/// <summary>Answers queries by looking at every comment.</summary>
internal sealed class NaiveSearch(IReadOnlyList<ModelComment> comments, double saturation = 1.2)
{
    private readonly double _average = comments.Sum(c => (double)Length(c)) is > 0 and var total ? total / comments.Count : 1;

    /// <summary>The comments that match, in order, with their scores.</summary>
    public List<(ModelComment Comment, double Score)> Find(IndexQuery query) =>
        [.. comments.Select(c => (c, Score(query, c, 1))).Where(p => p.Item2 is not null).Select(p => (p.c, p.Item2!.Value))];

    private double? Score(IndexQuery query, ModelComment comment, double boost)
    {
        switch (query)
        {
            case AllQuery:
                return 0;
            case TermQuery or PhraseQuery or NearQuery:
                var ranges = Ranges(query, comment);
                var count = ranges.Select(r => r.Start).Distinct().Count();
                return ranges.Count == 0 ? null : Weigh(boost * Rarity(query), query is NearQuery ? ranges.Count : count, Length(comment));
            case PrefixQuery or WildcardQuery:
                return Ranges(query, comment).Count > 0 ? boost : null;
            case SurfaceQuery surface:
                var stretches = Surface(surface, comment);
                return surface is { IsPrefix: false, IsSuffix: false } && stretches.Count > 0 != comment.Pieces.Any(p => p.Contains(surface.Text, StringComparison.Ordinal))
                    ? throw new InvalidOperationException("The stretches of a string are not where a scan finds it.")
                    : stretches.Count > 0 ? boost : null;
            case FacetQuery facet:
                return comment.Document.Facets.Contains(new FacetValue(facet.Name, facet.Value)) ? 0 : null;
            case IdQuery id:
                return comment.Id == id.Id ? 0 : null;
            case RangeQuery range:
                return comment.Document.Facets.Any(f => f.Name == range.Name && IsIn(int.Parse(f.Value, CultureInfo.InvariantCulture), range)) ? 0 : null;
            case BoostQuery boosted:
                return Score(boosted.Query, comment, boost * boosted.Factor);
            case BooleanQuery boolean:
                var must = boolean.Must.Select(q => Score(q, comment, boost)).ToList();
                var should = boolean.Should.Select(q => Score(q, comment, boost)).ToList();
                var isIn = must.TrueForAll(s => s is not null)
                    && (must.Count > 0 || should.Count == 0 || should.Exists(s => s is not null))
                    && !boolean.Not.Any(q => Score(q, comment, boost) is not null);
                return isIn ? must.Concat(should).Sum(s => s ?? 0) : null;
            default:
                throw new ArgumentException("unknown", nameof(query));
        }
    }

    private double Weigh(double weight, double count, int length) =>
        weight * (count * (saturation + 1) / (count + (saturation * (1 - 0.75 + (0.75 * (length / _average))))));

    private double Rarity(IndexQuery query) => query switch
    {
        TermQuery term => RarityOf(term.Text),
        PhraseQuery phrase => phrase.Slots.Sum(s => s.Terms.Min(RarityOf)),
        NearQuery near => Rarity(near.Left) + Rarity(near.Right),
        BooleanQuery any => any.Should.Sum(Rarity),
        _ => 1,
    };

    private double RarityOf(string term)
    {
        var having = comments.Count(c => c.Document.Terms.Any(t => t.Text == term));
        return Math.Log(1 + ((comments.Count - having + 0.5) / (having + 0.5)));
    }

    private static int Length(ModelComment comment) => comment.Document.Terms.Select(t => t.Position).Distinct().Count();

    private static bool IsIn(int value, RangeQuery range) =>
        (range.From is null || value > int.Parse(range.From, CultureInfo.InvariantCulture) || (range.IncludesFrom && value == int.Parse(range.From, CultureInfo.InvariantCulture)))
        && (range.To is null || value < int.Parse(range.To, CultureInfo.InvariantCulture) || (range.IncludesTo && value == int.Parse(range.To, CultureInfo.InvariantCulture)));

    private static List<(int Start, int End)> Ranges(IndexQuery query, ModelComment comment)
    {
        List<(int, int)> Where(Func<string, bool> isWanted) =>
            [.. comment.Document.Terms.Where(t => isWanted(t.Text)).Select(t => (t.Position, t.Position + t.Length)).Distinct()];
        return query switch
        {
            TermQuery term => Where(t => t == term.Text),
            PrefixQuery prefix => Where(t => t.StartsWith(prefix.Text, StringComparison.Ordinal)),
            WildcardQuery wildcard => Where(new Regex(PatternOf(wildcard.Pattern), RegexOptions.Singleline).IsMatch),
            SurfaceQuery surface => Surface(surface, comment),
            PhraseQuery phrase => Phrase(phrase, comment, [], 0),
            BooleanQuery any => [.. any.Should.SelectMany(q => Ranges(q, comment)).Distinct()],
            NearQuery near => Near(near, Shortest(Ranges(near.Left, comment)), Shortest(Ranges(near.Right, comment))),
            _ => throw new ArgumentException("unknown", nameof(query)),
        };
    }

    private static List<(int Start, int End)> Surface(SurfaceQuery surface, ModelComment comment)
    {
        var tokens = comment.Document.Tokens;
        var found = new List<(int, int)>();
        for (var first = 0; first < tokens.Length; first++)
        {
            for (var at = 0; at < (surface.IsPrefix ? 1 : tokens[first].Surface.Length); at++)
            {
                var (text, end) = (tokens[first].Surface[at..], first + 1);
                while (text.Length < surface.Text.Length && end < tokens.Length && tokens[end].Start == tokens[end - 1].End)
                {
                    text += tokens[end++].Surface;
                }

                if (surface.IsSuffix ? text == surface.Text : text.StartsWith(surface.Text, StringComparison.Ordinal))
                {
                    found.Add((first, end));
                }
            }
        }

        return [.. found.Distinct()];
    }

    private static string PatternOf(string wildcard)
    {
        var pattern = new StringBuilder("^");
        foreach (var c in wildcard)
        {
            pattern.Append(c switch { '*' => ".*", '?' => ".", _ => Regex.Escape(c.ToString()) });
        }

        return pattern.Append("\\z").ToString();
    }

    private static List<(int Start, int End)> Phrase(PhraseQuery phrase, ModelComment comment, IndexTerm[] chosen, int slot)
    {
        if (slot == phrase.Slots.Length)
        {
            var values = chosen.Select((c, i) => c.Position - phrase.Slots[i].Offset).ToList();
            return values.Max() - values.Min() <= phrase.Slop ? [(chosen[0].Position, chosen[^1].Position + chosen[^1].Length)] : [];
        }

        var found = comment.Document.Terms
            .Where(t => phrase.Slots[slot].Terms.Contains(t.Text))
            .Where(t => !chosen.Where((c, i) => c.Position == t.Position && phrase.Slots[i].Terms.SequenceEqual(phrase.Slots[slot].Terms)).Any())
            .SelectMany(t => Phrase(phrase, comment, [.. chosen, t], slot + 1));
        return [.. found.GroupBy(r => r.Start).Select(g => (g.Key, g.Min(r => r.End)))];
    }

    private static List<(int Start, int End)> Near(NearQuery near, List<(int Start, int End)> left, List<(int Start, int End)> right)
    {
        var pairs = left.SelectMany(l => right.Select(r => (l, r)))
            .Where(p => (p.r.Start >= p.l.End && p.r.Start - p.l.End <= near.Distance)
                || (!near.InOrder && p.l.Start >= p.r.End && p.l.Start - p.r.End <= near.Distance))
            .Select(p => (Math.Min(p.l.Start, p.r.Start), Math.Max(p.l.End, p.r.End)));
        return Shortest([.. pairs.Distinct()]);
    }

    private static List<(int Start, int End)> Shortest(List<(int Start, int End)> ranges) =>
        [.. ranges.Where(r => !ranges.Exists(o => o != r && o.Start >= r.Start && o.End <= r.End))];
}
