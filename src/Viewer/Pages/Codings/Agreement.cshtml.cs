using System.Collections.Immutable;
using FeedbackLab.Analysis.Statistics.Agreement;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Server;

namespace FeedbackLab.Viewer.Pages.Codings;

/// <summary>How far people agree who coded the same comments.</summary>
/// <param name="session">What the pages work on.</param>
public sealed class AgreementModel(WorkspaceSession session) : FindingsPage(session)
{
    /// <summary>The page's words.</summary>
    public CodingWords Words => new(Language);

    /// <inheritdoc/>
    public override string Title => Words.AgreementTitle;

    /// <summary>Who coded.</summary>
    public ImmutableArray<CoderSummary> Coders { get; private set; } = [];

    /// <summary>The tables; empty where no two looked at the same comment.</summary>
    public ImmutableArray<ExportTable> Tables { get; private set; } = [];

    /// <summary>Whose decisions are not counted, where there is no table to say it below; null for none.</summary>
    public BilingualText? LeftOut { get; private set; }

    /// <inheritdoc/>
    protected override bool FollowsChanges => false;

    /// <summary>Shows it.</summary>
    public void OnGet()
    {
        var (ratings, leftOut) = Session.Use(store =>
        {
            Coders = store.Coders();
            return store.Ratings();
        });
        var agreement = CodingAgreement.Of(ratings);
        if (agreement.Coders.Length > 1 && agreement.Comments > 0)
        {
            Tables = AgreementTables.Of(agreement, 1, Language, leftOut: leftOut);
        }
        else
        {
            LeftOut = AgreementTables.LeftOut(leftOut);
        }
    }

    /// <summary>A cell as people read it: codes by name.</summary>
    /// <param name="column">The column.</param>
    /// <param name="cell">The cell.</param>
    public string Cell(ExportColumn column, object? cell)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.Key == "code" && cell is string code ? (code == "*" ? Pick("すべてのコード", "All codes") : CodeName(code)) : TableText.Cell(cell, column);
    }
}
