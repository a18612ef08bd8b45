using FeedbackLab.Analysis.Findings;

namespace FeedbackLab.Analysis.Language;

/// <summary>A term in a text, before it is counted.</summary>
/// <param name="Key">What it is counted as: one key for all spellings and synonyms.</param>
/// <param name="Form">How it is shown: the words as written; the dictionary form of what inflects.</param>
/// <param name="Span">Where it stands in the untouched text.</param>
/// <param name="Kind">Word or compound.</param>
/// <param name="Position">Number of its first word in the text, 0-based, every word counted.</param>
/// <param name="IsTemplate">Whether it is too common in the field to say what a comment is about; a compound is when all its nouns are.</param>
/// <param name="IsPredicate">Whether it is a verb or an adjective here.</param>
public readonly record struct TermOccurrence(
    string Key, string Form, TextSpan Span, TermKind Kind, int Position, bool IsTemplate, bool IsPredicate);

/// <summary>What sort of term it is.</summary>
public enum TermKind
{
    /// <summary>A word, or several that stand in the lexicon as one.</summary>
    Word,

    /// <summary>A run of nouns; its parts are terms beside it.</summary>
    Compound,
}
