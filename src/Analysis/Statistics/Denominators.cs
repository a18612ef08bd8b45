using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Statistics;

/// <summary>Who was asked, when, and in which meetings: what counts are out of.</summary>
/// <param name="Respondents">Known respondents with an answer or a cell of a question that was put; ordinal order.</param>
/// <param name="RespondentsByYear">How many of them have such a row in a year; rows without a year count in none.</param>
/// <param name="Years">Years among the comments, ascending.</param>
/// <param name="Meetings">Meetings with a comment.</param>
public sealed record Denominators(
    ImmutableArray<string> Respondents,
    ImmutableSortedDictionary<int, int> RespondentsByYear,
    ImmutableArray<int> Years,
    int Meetings)
{
    /// <summary>The denominators of a corpus.</summary>
    /// <param name="corpus">What was read; its order changes nothing.</param>
    public static Denominators Of(CommentCorpus corpus)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        var asked = Asked(corpus).Distinct().ToList();
        return new Denominators(
            [.. asked.Select(a => a.Respondent).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            asked.Where(a => a.Year is not null).CountBy(a => a.Year!.Value).ToImmutableSortedDictionary(),
            [.. corpus.Comments.Where(c => c.Year is not null).Select(c => c.Year!.Value).Distinct().Order()],
            corpus.Comments.Where(c => c.Meeting is not null).Select(c => c.Meeting).Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>The known respondents with an answer or a cell of a question that was put, in a year; ordinal order.</summary>
    /// <param name="corpus">What was read.</param>
    /// <param name="year">The year.</param>
    public static ImmutableSortedSet<string> AskedIn(CommentCorpus corpus, int year)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        return Asked(corpus).Where(a => a.Year == year).Select(a => a.Respondent).ToImmutableSortedSet(StringComparer.Ordinal);
    }

    private static IEnumerable<(string Respondent, int? Year)> Asked(CommentCorpus corpus) =>
        corpus.Comments.Select(c => (Respondent: c.AskedRespondent, c.Year))
            .Concat(corpus.LeftOut.Where(l => l.Reason is not (LeftOutReason.Aside or LeftOutReason.NotAsked)).Select(l => (l.Respondent, l.Year)))
            .Where(a => a.Respondent is not null)
            .Select(a => (a.Respondent!, a.Year));
}
