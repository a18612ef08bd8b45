using System.Collections.Immutable;

namespace FeedbackLab.Ingest.Corpus;

/// <summary>The unit of analysis: one bullet, one answer cell, one remark or one paragraph, with where it came from.</summary>
/// <remarks>Two comments are the same comment when their <paramref name="Id"/> is the same.</remarks>
/// <param name="Id">Stable identity: derived from the source's key, the place and the text only (see <see cref="CommentId"/>).</param>
/// <param name="Source">Name of the <see cref="Source"/> it was read from.</param>
/// <param name="Kind">What sort of passage it is.</param>
/// <param name="Respondent">Who it came from; null where the source does not say. What counts respondents takes <see cref="AskedRespondent"/>.</param>
/// <param name="Meeting">Id of the <see cref="Meeting"/> it was noted in; otherwise null.</param>
/// <param name="Question">The question or heading that it answers; null where there is none.</param>
/// <param name="Year">Fiscal year (年度) where the source names one, else the calendar year of its date; null where unknown.</param>
/// <param name="Place">Where it stands in the source.</param>
/// <param name="Text">The untouched words with hard line wraps undone; never empty.</param>
/// <param name="Attributes">What else came with it, in the source's order.</param>
public sealed record Comment(
    string Id,
    string Source,
    CommentKind Kind,
    string? Respondent,
    string? Meeting,
    string? Question,
    int? Year,
    Place Place,
    string Text,
    ImmutableArray<CommentAttribute> Attributes)
{
    /// <summary>Who counts as a respondent: whoever gave an answer. Minutes, statements and reports say who speaks, but nobody was asked; null there.</summary>
    public string? AskedRespondent => Kind == CommentKind.Answer ? Respondent : null;
}
