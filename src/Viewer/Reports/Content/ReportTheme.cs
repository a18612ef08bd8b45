using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics.Years;
using FeedbackLab.Analysis.Voices;

namespace FeedbackLab.Viewer.Reports.Content;

/// <summary>What a report says of a theme.</summary>
/// <param name="Finding">What was found.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Definition">What it is about; may be empty.</param>
/// <param name="Lead">How many mention it, with denominator and interval, in a sentence.</param>
/// <param name="Change">What became of it since the year before, in a sentence; null where years are not compared.</param>
/// <param name="YearChange">The same as numbers.</param>
/// <param name="Terms">Telling terms in one line; may be empty.</param>
/// <param name="Chart">Its chart; null where there is nothing to draw.</param>
/// <param name="Quotations">What respondents say of it.</param>
/// <param name="Withheld">How many of its comments were not quotable for want of consent.</param>
public sealed record ReportTheme(
    ThemeFinding Finding,
    string Name,
    string Definition,
    string Lead,
    string? Change,
    ThemeChange? YearChange,
    string Terms,
    NativeChart? Chart,
    ImmutableArray<Quotation> Quotations,
    int Withheld)
{
    /// <summary>The code's id.</summary>
    public string Code => Finding.Code.Id;
}

/// <summary>A quotation with its place.</summary>
/// <param name="Number">Its number in the report, 1-based.</param>
/// <param name="Code">The theme that it is quoted for.</param>
/// <param name="CommentId">The comment, for who makes the report; no file holds it for publication.</param>
/// <param name="Words">The words, verbatim; […] stands where something was left out.</param>
/// <param name="Speaker">Who said it.</param>
/// <param name="Year">When; null where unknown, or where it would tell a count by year that is hidden.</param>
/// <param name="Place">Where it stands in its source; for publication the source alone, empty where that would tell who or when.</param>
/// <param name="Reason">Why it was chosen.</param>
/// <param name="ReasonWords">The same in words.</param>
public sealed record Quotation(
    int Number, string Code, string CommentId, string Words, string Speaker, int? Year, string Place, VoiceReason Reason, string ReasonWords)
{
    /// <summary>What the report calls the comment: its id, or for publication what only the workspace leads back to it.</summary>
    public string Id { get; init; } = CommentId;
}
