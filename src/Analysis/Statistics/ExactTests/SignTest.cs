using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Statistics.ExactTests;

/// <summary>Whether numbers of the same respondents went up more often than down (sign test, Dixon and Mood 1946).</summary>
/// <param name="Up">Respondents whose number grew.</param>
/// <param name="Down">Respondents whose number fell.</param>
/// <param name="Same">Respondents whose number stayed; they say nothing either way.</param>
public readonly record struct SignTest(int Up, int Down, int Same)
{
    /// <summary>The two-sided p of the binomial with one half, as <see cref="McNemar"/>'s; null where fewer than <see cref="SmallNumbers.FewestChanged"/> changed.</summary>
    public double? P => Up + Down < SmallNumbers.FewestChanged ? null : McNemar.TwoSided(Up, Down);

    /// <summary>The counts of some pairs. Example: 1→2, 1→3, 2→4, 0→1, 5→6, 1→2, 3→2, 4→4 has 6 up, 1 down, 1 the same: p = 16/128.</summary>
    /// <param name="pairs">Each respondent's earlier and later number.</param>
    public static SignTest Of(ImmutableArray<(double Before, double After)> pairs) => new(
        pairs.Count(p => p.After > p.Before), pairs.Count(p => p.After < p.Before), pairs.Count(p => p.After == p.Before));
}
