using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Search.Contexts;

/// <summary>Matches below each other (KWIC), sorted and grouped by the words beside them.</summary>
public static class Concordance
{
    /// <summary>How far left or right a word may be asked for.</summary>
    public const int Farthest = 10;

    /// <summary>A line a match, in the order of the hits.</summary>
    /// <param name="hits">The hits.</param>
    public static ImmutableArray<KwicLine> Lines(IEnumerable<HitContext> hits)
    {
        ArgumentNullException.ThrowIfNull(hits);
        return [.. hits.SelectMany(h => h.Matches.Select(m => new KwicLine(h, m)))];
    }

    /// <summary>The lines by the words at some places: by the first place, equal ones by the next; what has no word there comes last.</summary>
    /// <param name="lines">The lines; equal ones stay in their order.</param>
    /// <param name="places">The places (<see cref="KwicLine.WordAt"/>).</param>
    public static ImmutableArray<KwicLine> Sort(ImmutableArray<KwicLine> lines, ImmutableArray<int> places)
    {
        IEnumerable<KwicLine> sorted = lines;
        foreach (var place in places.Reverse())
        {
            sorted = sorted.Select(l => (Line: l, Word: l.WordAt(place))).OrderBy(l => l.Word is null).ThenBy(l => l.Word, StringComparer.Ordinal).Select(l => l.Line);
        }

        return [.. sorted];
    }

    /// <summary>The lines by the word at a place, the most frequent word first, then ordinal order; lines without a word there are last.</summary>
    /// <param name="lines">The lines; those of a group stay in their order.</param>
    /// <param name="place">The place (<see cref="KwicLine.WordAt"/>).</param>
    public static ImmutableArray<KwicGroup> Group(ImmutableArray<KwicLine> lines, int place) =>
    [
        .. lines
            .GroupBy(l => l.WordAt(place) ?? string.Empty, StringComparer.Ordinal)
            .OrderBy(g => g.Key.Length == 0).ThenByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new KwicGroup(
                g.Key.Length == 0 ? null : g.Key,
                [.. g],
                g.Select(l => l.Hit.Comment.Id).Distinct(StringComparer.Ordinal).Count(),
                g.Select(l => l.Hit.Comment.AskedRespondent).OfType<string>().Distinct(StringComparer.Ordinal).Count())),
    ];

    /// <summary>The places that a text like <c>L1,R2</c> or <c>左1,右2</c> names.</summary>
    /// <param name="text">The text; letters of any case and width.</param>
    /// <returns>Null where it names none, or one farther than <see cref="Farthest"/>; <c>0</c> is the match.</returns>
    public static ImmutableArray<int>? Places(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var places = ImmutableArray.CreateBuilder<int>();
        foreach (var part in text.Normalize(System.Text.NormalizationForm.FormKC).Split([',', '、', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            var side = char.ToUpperInvariant(part[0]) switch { 'L' or '左' => -1, 'R' or '右' => 1, _ => 0 };
            if (part == "0")
            {
                places.Add(0);
            }
            else if (side != 0 && int.TryParse(part.AsSpan(1), System.Globalization.NumberStyles.None, null, out var number) && number is >= 1 and <= Farthest)
            {
                places.Add(side * number);
            }
            else
            {
                return null;
            }
        }

        return places.Count > 0 ? places.ToImmutable() : null;
    }
}

/// <summary>Lines that have one word at one place.</summary>
/// <param name="Word">The word; null where there is none.</param>
/// <param name="Lines">The lines.</param>
/// <param name="Comments">How many comments they are from.</param>
/// <param name="Respondents">How many known respondents they are from.</param>
public sealed record KwicGroup(string? Word, ImmutableArray<KwicLine> Lines, int Comments, int Respondents);
