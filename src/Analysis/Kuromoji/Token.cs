namespace FeedbackLab.Analysis.Kuromoji;

/// <summary>A token of a text: where it stands and which entry of which dictionary it is.</summary>
/// <param name="Start">First UTF-16 code unit, 0-based.</param>
/// <param name="End">The code unit after the last.</param>
/// <param name="WordId">Number of the entry in its dictionary.</param>
/// <param name="Origin">Which dictionary.</param>
/// <param name="PositionIncrement">1 for a token that follows the one before, 0 for one at the same position (a compound beside its first part).</param>
/// <param name="PositionLength">How many positions it spans; 1 but for a compound beside its parts.</param>
public readonly record struct Token(
    int Start, int End, int WordId, TokenOrigin Origin, int PositionIncrement, int PositionLength);

/// <summary>The dictionary that a token comes from.</summary>
public enum TokenOrigin
{
    /// <summary>IPADIC.</summary>
    Known,

    /// <summary>Made by character class.</summary>
    Unknown,

    /// <summary>The user's dictionary.</summary>
    User,
}
