using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;

namespace FeedbackLab.Analysis.Statistics.Standouts;

/// <summary>Something in the findings that a reader should not miss, with the counts that it rests on.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Code">The code that it is about; null where it is about none.</param>
/// <param name="Cluster">The group that it is about; null where it is about none.</param>
/// <param name="Respondent">The respondent that it is about; null where it is about none.</param>
/// <param name="Count">The count, with its denominator.</param>
/// <param name="CommentIds">The comments behind it, in the order of the findings; may be empty.</param>
public sealed record Standout(
    StandoutKind Kind, string? Code, int? Cluster, string? Respondent, DocumentFrequency Count, ImmutableArray<string> CommentIds);

/// <summary>What stands out.</summary>
public enum StandoutKind
{
    /// <summary>The theme that most respondents mention; the count is respondents.</summary>
    MostMentioned,

    /// <summary>Half or more of a theme's comments come from one respondent; the count is comments.</summary>
    OneRespondentDominates,

    /// <summary>A theme that a single respondent raises; the count is its comments of all.</summary>
    OneRespondentOnly,

    /// <summary>A group half or more of whose comments fit no code: the codebook may lack a theme; the count is comments.</summary>
    WithoutCode,

    /// <summary>A quarter or more of all comments fit no code; the count is comments.</summary>
    ManyWithoutTheme,
}
