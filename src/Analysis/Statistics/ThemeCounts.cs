using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Statistics;

/// <summary>Counts what was found of each code: respondents first, then comments, always with the denominator.</summary>
public static class ThemeCounts
{
    private const int MostTerms = 8;
    private const int MostRepresentative = 5;
    private const int ShortestRepresentative = 15;
    private const int LongestRepresentative = 160;

    /// <summary>One finding a code.</summary>
    /// <param name="codebook">The codes.</param>
    /// <param name="comments">The comments analysed, by source, then by place.</param>
    /// <param name="terms">The same comments with their terms; any order.</param>
    /// <param name="denominators">What the counts are out of.</param>
    /// <returns>By respondents, then comments (descending), then the codebook's order.</returns>
    public static ImmutableArray<ThemeFinding> Of(
        Codebook codebook, ImmutableArray<AnalysedComment> comments, TokenizedCorpus terms, Denominators denominators)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(denominators);
        var coded = comments.Where(c => !c.Codings.IsEmpty).Select(c => c.Comment).ToHashSet<Comment>(ReferenceEqualityComparer.Instance);
        var numbers = new Dictionary<Comment, int>(coded.Count, ReferenceEqualityComparer.Instance);
        for (var i = 0; i < terms.Comments.Length; i++)
        {
            if (coded.Contains(terms.Comments[i].Comment))
            {
                numbers.Add(terms.Comments[i].Comment, i);
            }
        }

        var carrying = codebook.Codes.ToDictionary(c => c.Id, _ => new List<AnalysedComment>(), StringComparer.Ordinal);
        foreach (var comment in comments)
        {
            foreach (var coding in comment.Codings)
            {
                carrying[coding.Code].Add(comment);
            }
        }

        var inYear = comments.Where(c => c.Comment.Year is not null).CountBy(c => c.Comment.Year!.Value).ToDictionary();
        return
        [
            .. AtOnce.Made(codebook.Codes.Length, c => Finding(codebook.Codes[c], carrying[codebook.Codes[c].Id], comments.Length, inYear, terms, numbers, denominators))
                .OrderByDescending(t => t.Respondents.Count)
                .ThenByDescending(t => t.Comments.Count),
        ];
    }

    private static ThemeFinding Finding(
        Code code,
        List<AnalysedComment> carrying,
        int comments,
        Dictionary<int, int> inYear,
        TokenizedCorpus terms,
        Dictionary<Comment, int> numbers,
        Denominators denominators)
    {
        var mentions = carrying
            .Where(c => c.Comment.AskedRespondent is not null)
            .GroupBy(c => c.Comment.AskedRespondent!, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new RespondentMentions(g.Key, [.. g.Select(c => c.Comment.Id)]))
            .ToImmutableArray();
        var keyTerms = KeyTerms.Of(terms, [.. carrying.Where(c => numbers.ContainsKey(c.Comment)).Select(c => numbers[c.Comment])], MostTerms);
        return new ThemeFinding(
            code,
            new DocumentFrequency(mentions.Length, denominators.Respondents.Length),
            new DocumentFrequency(carrying.Count, comments),
            new DocumentFrequency(
                carrying.Where(c => c.Comment.Meeting is not null).Select(c => c.Comment.Meeting).Distinct(StringComparer.Ordinal).Count(),
                denominators.Meetings),
            carrying.Count(c => c.Comment.AskedRespondent is null),
            [.. keyTerms.Select(t => t.Text)],
            Representative(code.Id, carrying),
            [.. carrying.Select(c => c.Comment.Id)],
            mentions,
            [.. denominators.Years.Select(year => InYear(year, carrying, inYear, denominators))])
        {
            Speakers = Speakers(carrying),
        };
    }

    /// <summary>How many people are behind some comments: those without a name one a comment.</summary>
    /// <param name="comments">The comments.</param>
    internal static int Speakers(IEnumerable<AnalysedComment> comments) =>
        comments.Select(c => c.Comment.Respondent ?? "\0" + c.Comment.Id).Distinct(StringComparer.Ordinal).Count();

    // Whose first code it is, then the score; of one respondent (or one meeting, or one source) a second only after all others.
    private static ImmutableArray<string> Representative(string code, List<AnalysedComment> carrying)
    {
        var ranked = carrying
            .Where(c => c.Comment.Text.Length is >= ShortestRepresentative and <= LongestRepresentative)
            .OrderByDescending(c => c.Codings[0].Code == code)
            .ThenByDescending(c => c.Codings.First(x => x.Code == code).Score)
            .ThenBy(c => c.Comment.Text, StringComparer.Ordinal)
            .ThenBy(c => c.Comment.Respondent, StringComparer.Ordinal)
            .ToList();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. ranked
                .Select((c, rank) =>
                {
                    var who = c.Comment.Respondent ?? c.Comment.Meeting ?? c.Comment.Source;
                    var turn = seen[who] = seen.GetValueOrDefault(who) + 1;
                    return (c.Comment.Id, Turn: turn, Rank: rank);
                })
                .OrderBy(c => c.Turn)
                .ThenBy(c => c.Rank)
                .Take(MostRepresentative)
                .Select(c => c.Id),
        ];
    }

    private static YearMentions InYear(
        int year, List<AnalysedComment> carrying, Dictionary<int, int> inYear, Denominators denominators)
    {
        var those = carrying.Where(c => c.Comment.Year == year).ToList();
        return new YearMentions(
            year,
            new DocumentFrequency(
                those.Select(c => c.Comment.AskedRespondent).OfType<string>().Distinct(StringComparer.Ordinal).Count(),
                denominators.RespondentsByYear.GetValueOrDefault(year)),
            new DocumentFrequency(those.Count, inYear.GetValueOrDefault(year)),
            [.. those.Select(c => c.Comment.Id)]);
    }
}
