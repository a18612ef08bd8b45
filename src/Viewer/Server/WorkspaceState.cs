using System.Globalization;
using FeedbackLab.Analysis.Workspace;

namespace FeedbackLab.Viewer.Server;

/// <summary>What an analysis was made of: as long as this stays, it holds.</summary>
/// <param name="Change">Number of the last entry of the journal that an analysis reads.</param>
/// <param name="Codebook">Version of the codebook; 0 for the one that the program carries.</param>
public sealed record WorkspaceState(long Change, int Codebook)
{
    /// <summary>How a workspace stands.</summary>
    /// <param name="store">The workspace.</param>
    public static WorkspaceState Of(WorkspaceStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return new(store.LastChange(), store.Codebooks().LastOrDefault()?.Version ?? 0);
    }

    /// <summary>How a workspace stands after an analysis was written: as before it where others changed something meanwhile, so that it is made again.</summary>
    /// <param name="store">The workspace.</param>
    /// <param name="before">How it stood when the analysis read it.</param>
    /// <param name="saved">The codebook's version that the analysis was written with, which it may have written itself.</param>
    public static WorkspaceState After(WorkspaceStore store, WorkspaceState before, int saved)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(before);
        var since = store.JournalEntries(before.Change);
        var last = since.LastOrDefault(e => e.Kind is not (JournalKind.Codebook or JournalKind.BlindCoding))?.Id;
        return since.All(e => IsOfAnalysis(e, saved)) ? new(last ?? before.Change, saved) : before;
    }

    // Blind codings are not read by an analysis.
    private static bool IsOfAnalysis(JournalEntry entry, int saved) => entry.Kind switch
    {
        JournalKind.Proposals or JournalKind.BlindCoding => true,
        JournalKind.Codebook or JournalKind.CodesChanged => entry.Subject == saved.ToString(CultureInfo.InvariantCulture),
        _ => false,
    };
}
