using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Mapping;
using FeedbackLab.Viewer.Server.Imports;

namespace FeedbackLab.Viewer.Pages.Start;

/// <summary>What was recognised in one dropped file.</summary>
/// <param name="Index">Its place among the sources, 0-based.</param>
/// <param name="Source">The file.</param>
/// <param name="Draft">The draft that it belongs to.</param>
/// <param name="IsCorrection">Whether the workspace has an older version of it.</param>
public sealed record CheckedSource(int Index, Source Source, ImportDraft Draft, bool IsCorrection)
{
    private const int Most = 5;
    private const int MostExamples = 2;

    /// <summary>Its comments.</summary>
    public ImmutableArray<Comment> Comments { get; } = [.. Draft.Corpus!.Comments.Where(c => c.Source == Source.Name)];

    /// <summary>What it holds beside.</summary>
    public ImmutableArray<LeftOut> LeftOut { get; } = [.. Draft.Corpus!.LeftOut.Where(l => l.Source == Source.Name)];

    /// <summary>The first comments.</summary>
    public ImmutableArray<Comment> First => [.. Comments.Take(Most)];

    /// <summary>How many respondents it names.</summary>
    public int Respondents => Comments.Select(c => c.AskedRespondent).Concat(LeftOut.Select(l => l.Respondent)).OfType<string>().Distinct(StringComparer.Ordinal).Count();

    /// <summary>Why what of it is no comment, by reason.</summary>
    public ImmutableArray<(LeftOutReason Reason, int Count)> Reasons => [.. LeftOut.CountBy(l => l.Reason).OrderBy(r => r.Key).Select(r => (r.Key, r.Value))];

    /// <summary>Years among its comments, ascending.</summary>
    public ImmutableArray<int> Years => [.. Comments.Select(c => c.Year).OfType<int>().Distinct().Order()];

    /// <summary>What the user should know of it.</summary>
    public ImmutableArray<Problem> Notices => [.. Draft.Corpus!.Problems.Where(p => p.File == Source.Name && p.Severity == ProblemSeverity.Notice)];

    /// <summary>Its sheets.</summary>
    public ImmutableArray<SheetMapping> Sheets => Source.Mapping?.Sheets ?? [];

    /// <summary>Some different cells of a column.</summary>
    /// <param name="sheet">The sheet's place, 0-based.</param>
    /// <param name="column">The column's place, 0-based.</param>
    public ImmutableArray<string> Examples(int sheet, int column) =>
    [
        .. Draft.Passages.GetValueOrDefault(Source.Name, [])
            .Where(p => p.Sheet == Sheets[sheet].Name && p.Row >= Sheets[sheet].HeaderRow + Sheets[sheet].HeaderRows && column < p.Cells.Length)
            .Select(p => p.Cells[column].Trim()).Where(c => c.Length > 0).Distinct(StringComparer.Ordinal).Take(MostExamples),
    ];
}
