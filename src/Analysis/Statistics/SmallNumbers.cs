namespace FeedbackLab.Analysis.Statistics;

/// <summary>Below which numbers nothing is said but "too few to say": one place for the whole program.</summary>
/// <remarks>
/// A test is not made where even the most extreme table with the same margins could not reach <see cref="Level"/> (Tarone 1990): such tests
/// could only take power from the others when many are adjusted together. See docs/methods/small-numbers.md.
/// </remarks>
public static class SmallNumbers
{
    /// <summary>The level at which a difference is called clear, after the adjustment for several tests.</summary>
    public const double Level = 0.05;

    /// <summary>Fewest respondents that changed, or pairs that differ: below it no exact test of two sides can reach .05 (2/2⁵ = .0625).</summary>
    public const int FewestChanged = 6;

    /// <summary>Fewest asked for the interval of a share in a sentence, and for a line from one year's share to the next: of four even a half may be 7 % or 93 %.</summary>
    public const int FewestOfShare = 5;

    /// <summary>Fewest comments that two coders both looked at, for a word on their agreement.</summary>
    public const int FewestRated = 10;

    /// <summary>Fewest times that a code was given, by all coders together, for a word on the agreement about it.</summary>
    public const int FewestGiven = 5;

    /// <summary>Fewest mentions in a table for its picture by correspondence analysis; it also needs three themes and three groups.</summary>
    public const int FewestMentions = 20;

    /// <summary>Fewest rows and columns of such a table.</summary>
    public const int FewestProfiles = 3;

    /// <summary>Fewest respondents that mention a theme for "a fifth or more mention it, the discussion does not".</summary>
    public const int FewestOfMany = 3;
}
