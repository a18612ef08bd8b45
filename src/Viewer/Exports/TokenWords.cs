using FeedbackLab.Analysis.Kuromoji;

namespace FeedbackLab.Viewer.Exports;

/// <summary>A token with everything that the dictionary says of it.</summary>
/// <param name="Surface">The word as it stands.</param>
/// <param name="Start">First UTF-16 code unit in its line.</param>
/// <param name="End">The code unit after the last.</param>
/// <param name="PartOfSpeech">Part of speech, levels joined by <c>-</c>.</param>
/// <param name="BaseForm">Dictionary form; null where it is the surface.</param>
/// <param name="Reading">Reading in katakana; null where unknown.</param>
/// <param name="Pronunciation">Pronunciation in katakana; null where unknown.</param>
/// <param name="InflectionType">Inflection type; null for what does not inflect.</param>
/// <param name="InflectionForm">Inflection form; null for what does not inflect.</param>
/// <param name="Origin">Its dictionary.</param>
/// <param name="PositionIncrement">0 for a compound beside its first part, else 1.</param>
/// <param name="PositionLength">How many positions it spans.</param>
public sealed record TokenWords(
    string Surface,
    int Start,
    int End,
    string PartOfSpeech,
    string? BaseForm,
    string? Reading,
    string? Pronunciation,
    string? InflectionType,
    string? InflectionForm,
    TokenOrigin Origin,
    int PositionIncrement,
    int PositionLength)
{
    /// <summary>The tokens of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="tokenizer">The tokenizer.</param>
    public static IReadOnlyList<TokenWords> Of(string line, KuromojiTokenizer tokenizer)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(tokenizer);
        var tokens = new List<Token>();
        tokenizer.Tokenize(line, tokens);
        return [.. tokens.Select(token =>
        {
            var features = tokenizer.Describe(token, line);
            return new TokenWords(
                line[token.Start..token.End],
                token.Start,
                token.End,
                features.PartOfSpeech,
                features.BaseForm,
                features.Reading,
                features.Pronunciation,
                features.InflectionType,
                features.InflectionForm,
                token.Origin,
                token.PositionIncrement,
                token.PositionLength);
        })];
    }
}
