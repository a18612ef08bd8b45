namespace FeedbackLab.Analysis.Kuromoji;

/// <summary>What a dictionary says about a token's word; null for what it does not say.</summary>
/// <param name="PartOfSpeech">Levels joined by <c>-</c> (名詞-サ変接続); of the user's words, as the file has it.</param>
/// <param name="BaseForm">The dictionary form; null where it is the surface, or the word is unknown or the user's.</param>
/// <param name="Reading">The reading in katakana; null where the word is unknown.</param>
/// <param name="Pronunciation">The pronunciation in katakana; null where the word is unknown or the user's.</param>
/// <param name="InflectionType">The inflection type (五段・ラ行); null for what does not inflect.</param>
/// <param name="InflectionForm">The inflection form (連用形); null for what does not inflect.</param>
public sealed record WordFeatures(
    string PartOfSpeech, string? BaseForm, string? Reading, string? Pronunciation, string? InflectionType, string? InflectionForm);
