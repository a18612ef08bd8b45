using FeedbackLab.Analysis.Search.Language;

namespace FeedbackLab.Viewer.Commands.Search;

/// <summary>What somebody asks for, in the terminal or on a page.</summary>
/// <param name="Text">What they typed; empty for nothing.</param>
/// <param name="IsQuestion">Whether it is a question in plain words; else it is a query.</param>
/// <param name="Like">Id of the comment that others are to be like; null where none is.</param>
internal sealed record SearchText(string Text, bool IsQuestion, string? Like)
{
    /// <summary>Whether hits are ordered as the answer to a question.</summary>
    public bool IsAsked => IsQuestion && Text.Length > 0;

    /// <summary>What was typed, read as a query; neither query nor failure where it is none.</summary>
    public QueryParse Parse() => IsQuestion || Text.Length == 0 ? new QueryParse(null, null) : QueryParser.Parse(Text);
}
