using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Commands.Codebooks;
using FeedbackLab.Viewer.Server;

namespace FeedbackLab.Viewer.Pages.Themes;

/// <summary>What became of the codes of a workspace, in words.</summary>
/// <param name="Entries">The entries of the ledger, the latest first; those that the first version came with are left out.</param>
/// <param name="Undoable">The one of them that is a merge that can be undone; null where there is none.</param>
public sealed record CodeHistory(ImmutableArray<(CodeLedgerEntry Entry, BilingualText What)> Entries, CodeLedgerEntry? Undoable)
{
    /// <summary>The history of the workspace as it stands now, which an analysis may be behind of; all versions are read for it, so it is kept until there is another.</summary>
    /// <param name="session">The workspace.</param>
    /// <param name="snapshot">The analysis that the page shows.</param>
    internal static CodeHistory Of(WorkspaceSession session, AnalysisSnapshot snapshot) => session.Use(store =>
    {
        var version = store.Codebooks().LastOrDefault()?.Version ?? 0;
        return snapshot.Derived.Of(string.Create(CultureInfo.InvariantCulture, $"code history {version}"), () =>
        {
            var names = CodebookSource.Names(store);
            var entries = store.CodeLedger().Entries;
            var undoable = store.UndoableMerge()?.Id;
            return new CodeHistory(
                [.. entries.Where(e => e.Version > 1).OrderByDescending(e => e.Id).Select(e => (e, CodebookWriteText.Of(e.Step, names)))],
                undoable is null ? null : entries.First(e => e.Id == undoable));
        });
    });
}
