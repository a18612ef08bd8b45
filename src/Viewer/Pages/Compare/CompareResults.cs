using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics.CrossTables;
using FeedbackLab.Analysis.Statistics.Years;

namespace FeedbackLab.Viewer.Pages.Compare;

/// <summary>What a comparison shows.</summary>
/// <param name="Findings">The findings of the comments that the filter leaves.</param>
/// <param name="Table">Themes by what was asked for; null where no comment is left.</param>
/// <param name="ByYear">Themes by year; null where fewer than two years are left.</param>
/// <param name="Years">The two years; null where they are not both left.</param>
public sealed record CompareResults(AnalysisFindings Findings, CrossTable? Table, CrossTable? ByYear, YearComparison? Years)
{
    /// <summary>The comparison that a query asks for.</summary>
    /// <param name="findings">What was found in all comments.</param>
    /// <param name="query">The query.</param>
    /// <param name="codesOf">What became of the codes between two years.</param>
    public static CompareResults Of(AnalysisFindings findings, CompareQuery query, Func<int, int, CodesOfYears> codesOf)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(codesOf);
        var narrowed = query.Filter.Whole(findings.Corpus).Narrow(findings);
        if (narrowed.Comments.IsEmpty)
        {
            return new CompareResults(narrowed, null, null, null);
        }

        // Respondents wherever there are any, unless comments are asked for.
        var unit = query.Unit == CrossUnit.Comments ? query.Unit : null;
        var year = new CrossAttribute(CrossKind.Year, string.Empty);
        var byYear = narrowed.Years.Length < 2 ? null : CrossTable.Of(narrowed, year, unit, read: findings.Corpus);
        return new CompareResults(
            narrowed,
            query.By == year && byYear is not null ? byYear : CrossTable.Of(narrowed, query.By, query.By.Kind == CrossKind.Respondent ? CrossUnit.Comments : unit, read: findings.Corpus),
            byYear,
            query is { From: { } from, To: { } to } && narrowed.Years.Contains(from) && narrowed.Years.Contains(to) && !narrowed.Respondents.IsEmpty
                ? YearComparison.Of(narrowed, from, to, codesOf(from, to), findings.Corpus)
                : null);
    }
}
