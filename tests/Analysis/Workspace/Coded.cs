using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Workspace;

namespace FeedbackLab.Analysis.Tests.Workspace;

/// <summary>Codings for tests.</summary>
internal static class Coded
{
    public const string Codebook = "codes:\n- id: move\n  name: 移動\n- id: night\n  name: 夜間\n";

    public static StoredCoding Coding(string comment, string code = "move", CodingState state = CodingState.Accepted, int version = 0) =>
        new(comment, code, state, 0.25, [new TextSpan(0, 2), new TextSpan(3, 5)], 1, "佐倉", WorkspaceFolder.Noon, version);

    /// <summary>Writes a codebook, and a coding of every comment.</summary>
    public static void Everything(WorkspaceStore store)
    {
        store.SaveCodebook(Codebook, 0, "佐倉", WorkspaceFolder.Noon);
        Assert.Empty(store.SaveCodings([.. store.Corpus().Comments.Select(c => Coding(c.Id))]).Refused);
    }
}
