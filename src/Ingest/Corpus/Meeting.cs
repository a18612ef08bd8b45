namespace FeedbackLab.Ingest.Corpus;

/// <summary>One meeting as its minutes describe it. What the minutes leave out is null.</summary>
/// <param name="Id">Unique within a corpus: the source's name and the line of the meeting's first field.</param>
/// <param name="Source">Name of the source.</param>
/// <param name="Title">What the minutes call it; the heading above its fields.</param>
/// <param name="Date">The day, in the Gregorian calendar.</param>
/// <param name="DateText">The day and hours verbatim.</param>
/// <param name="Venue">Where it took place, verbatim.</param>
/// <param name="Organisations">Number of organisations that took part (事業所, 機関, 団体 …).</param>
/// <param name="People">Number of people that took part.</param>
/// <param name="ParticipantsText">The line on participants, verbatim.</param>
/// <param name="Topic">Topic or agenda, verbatim.</param>
/// <param name="Content">What was done, verbatim (【内容】).</param>
/// <param name="Place">Lines of the meeting's fields and results.</param>
public sealed record Meeting(
    string Id,
    string Source,
    string Title,
    DateOnly? Date,
    string? DateText,
    string? Venue,
    int? Organisations,
    int? People,
    string? ParticipantsText,
    string? Topic,
    string? Content,
    Place Place)
{
    /// <summary>Who was absent, or only listened, verbatim.</summary>
    public string? AbsentText { get; init; }
}
