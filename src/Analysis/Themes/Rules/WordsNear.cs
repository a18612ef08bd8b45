using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Themes.Rules;

/// <summary>Finds words that stand near each other.</summary>
internal static class WordsNear
{
    /// <summary>For each use of the first word that begins a match, the stretch from the match's first word to its last.</summary>
    public static IEnumerable<TextSpan> Find(NearRule rule, RuleUnit unit)
    {
        var places = rule.Words.Select(w => unit.PlacesOf(NormalizedText.Of(w).Text)).ToList();
        if (places.Exists(p => p.Count == 0))
        {
            yield break;
        }

        var taken = new int[places.Count];
        foreach (var first in places[0])
        {
            taken[0] = first;
            if (Next(rule, unit, places, taken, 1))
            {
                yield return new TextSpan(taken.Min(i => unit.Words[i].Span.Start), taken.Max(i => unit.Words[i].Span.End));
            }
        }
    }

    // Each next word near the one before; the nearest is tried first.
    private static bool Next(NearRule rule, RuleUnit unit, List<IReadOnlyList<int>> places, int[] taken, int next)
    {
        if (next == places.Count)
        {
            return true;
        }

        var before = taken[next - 1];
        foreach (var place in places[next].OrderBy(p => Math.Abs(p - before)).ThenBy(p => p))
        {
            if (rule.Distance > 0 && Math.Abs(place - before) > rule.Distance)
            {
                return false;
            }

            if (taken.AsSpan(0, next).Contains(place) || (rule.InOrder && place < before) || !Shares(rule.Within, unit.Words[place], unit.Words[before]))
            {
                continue;
            }

            taken[next] = place;
            if (Next(rule, unit, places, taken, next + 1))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Shares(RuleReach reach, RuleWord one, RuleWord other) => reach switch
    {
        RuleReach.Sentence => one.Sentence == other.Sentence,
        RuleReach.Paragraph => one.Paragraph == other.Paragraph,
        _ => true,
    };
}
