using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Pages;

/// <summary>States of a coding in words.</summary>
public static class StateWords
{
    /// <summary>A state in words.</summary>
    /// <param name="state">The state.</param>
    public static BilingualText Of(CodingState state) => state switch
    {
        CodingState.Proposed => new("提案（未確認）", "proposed"),
        CodingState.Accepted => new("承認", "accepted"),
        CodingState.Edited => new("人が付けた", "coded by a person"),
        CodingState.Rejected => new("却下", "rejected"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
