namespace FeedbackLab.Analysis.Index.Queries;

/// <summary>Comments with a term of a form; each scores 1.</summary>
/// <remarks>A term that begins with a control character is of a sort of its own: only a pattern that begins with that character finds it.</remarks>
/// <param name="Pattern"><c>*</c> stands for any characters, <c>?</c> for one UTF-16 code unit, <c>\</c> before a character for itself.</param>
public sealed record WildcardQuery(string Pattern) : IndexQuery;
