using FeedbackLab.Analysis.Workspace;

namespace FeedbackLab.Viewer.Server;

/// <summary>What an analysis was made of: as long as this stays, it holds.</summary>
/// <param name="Change">Number of the last entry of the journal that an analysis reads.</param>
/// <param name="Codebook">Version of the codebook; 0 for the one that the program carries.</param>
public sealed record WorkspaceState(long Change, int Codebook)
{
    internal static WorkspaceState Of(WorkspaceStore store) => new(store.LastChange(), store.Codebooks().LastOrDefault()?.Version ?? 0);

    // What an analysis itself writes is no change; what others wrote meanwhile is.
    internal static WorkspaceState After(WorkspaceStore store, WorkspaceState before)
    {
        var since = store.JournalEntries(before.Change);
        return since.Any(e => e.Kind is JournalKind.Import or JournalKind.Undo or JournalKind.Coding or JournalKind.CodingUndone) ? before : Of(store);
    }
}
