using System.Collections.Immutable;
using FeedbackLab.Analysis.Themes.Codebooks;

namespace FeedbackLab.Analysis.Findings;

/// <summary>What was found of one code.</summary>
/// <param name="Code">The code.</param>
/// <param name="Respondents">Known respondents that mention it, of all known respondents asked.</param>
/// <param name="Comments">Comments that carry it, of all analysed.</param>
/// <param name="Meetings">Meetings in which it came up, of all meetings with comments.</param>
/// <param name="WithoutRespondent">How many of its comments count in no respondent (anonymous excerpts, minutes, statements, reports).</param>
/// <param name="Terms">Terms that set its comments apart from the rest, strongest first; as people write them.</param>
/// <param name="Representative">Ids of the comments that stand best for it, best first, at most five.</param>
/// <param name="CommentIds">Ids of all its comments, by source, then by place.</param>
/// <param name="ByRespondent">One entry a respondent that mentions it, in the order of the respondents.</param>
/// <param name="ByYear">One entry a year among the comments, ascending.</param>
public sealed record ThemeFinding(
    Code Code,
    DocumentFrequency Respondents,
    DocumentFrequency Comments,
    DocumentFrequency Meetings,
    int WithoutRespondent,
    ImmutableArray<string> Terms,
    ImmutableArray<string> Representative,
    ImmutableArray<string> CommentIds,
    ImmutableArray<RespondentMentions> ByRespondent,
    ImmutableArray<YearMentions> ByYear)
{
    /// <summary>How many people are behind its comments, asked or not: those who say nothing of themselves count one a comment. What is published is told of enough of them.</summary>
    public int Speakers { get; init; }
}

/// <summary>One respondent's comments on a theme.</summary>
/// <param name="Respondent">The respondent.</param>
/// <param name="CommentIds">Ids of its comments that carry the code; never empty.</param>
public sealed record RespondentMentions(string Respondent, ImmutableArray<string> CommentIds);

/// <summary>One year's mentions of a theme.</summary>
/// <param name="Year">The year.</param>
/// <param name="Respondents">Known respondents that mention it that year, of those with a row that year.</param>
/// <param name="Comments">Comments that carry it that year, of those analysed that year.</param>
/// <param name="CommentIds">Ids of those comments.</param>
public sealed record YearMentions(
    int Year, DocumentFrequency Respondents, DocumentFrequency Comments, ImmutableArray<string> CommentIds);
