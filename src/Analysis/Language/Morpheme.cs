namespace FeedbackLab.Analysis.Language;

/// <summary>A word of a normalised text, as a dictionary analyses it.</summary>
/// <param name="Start">First UTF-16 code unit in the normalised text, 0-based.</param>
/// <param name="End">The code unit after the last.</param>
/// <param name="PartOfSpeech">IPADIC's part of speech, levels joined by <c>-</c> (名詞-サ変接続).</param>
/// <param name="BaseForm">The dictionary form; the surface where the dictionary has none.</param>
public readonly record struct Morpheme(int Start, int End, string PartOfSpeech, string BaseForm);
