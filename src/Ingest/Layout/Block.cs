using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Layout.Tables;

namespace FeedbackLab.Ingest.Layout;

/// <summary>Lines that belong together: a paragraph, a bullet, a heading, a respondent's name or a table.</summary>
/// <param name="Mark">What its first line starts with; its body is the first line's only.</param>
/// <param name="Text">The words after the mark, wraps undone.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="IsName">Whether it is a respondent's name on a line of its own.</param>
/// <param name="Table">The table that it is; null for words.</param>
public sealed record Block(LineMark Mark, string Text, ImmutableArray<TextLine> Lines, bool IsName, FoundTable? Table)
{
    /// <summary>Its lines and page.</summary>
    public Place Place => new(Lines[0].Number, Lines[^1].Number, Lines[0].Page);

    /// <summary>The words with the mark in front of them, as in the source.</summary>
    public string Verbatim => Lines[0].Text.EndsWith(Mark.Body, StringComparison.Ordinal)
        ? JapaneseText.Tidy(Lines[0].Text[..^Mark.Body.Length]) + Text
        : Text;

    /// <summary>Whether it is a numbered line without a sentence, as headings are.</summary>
    public bool IsNumberedHeading => Mark.Kind == MarkKind.Number && !JapaneseText.EndsSentence(Text) && Text.Length <= 120;
}
