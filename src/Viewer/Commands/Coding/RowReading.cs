using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Commands.Coding;

/// <summary>Whose word a row of a corrected table is, and what it says.</summary>
/// <remarks>
/// A row that was exported as the program's proposal, or that was added, is the decision of whoever hands the table in. One that was exported as somebody
/// else's decision is theirs, unless it was changed; or unless the person says that they looked at every row.
/// </remarks>
/// <param name="workspace">What stands.</param>
/// <param name="who">Who hands the table in.</param>
/// <param name="isReviewed">Whether they looked at every row.</param>
internal sealed class RowReading(CodingsState workspace, string who, bool isReviewed)
{
    /// <summary>Whether a row is what the person decided for themselves.</summary>
    public bool IsOwn(CodingRow row, StoredCoding? current) => isReviewed || row.Who == who || CodingsTable.IsProgram(row.Who)
        || (row.Who.Length == 0 && (row.Version == 0 || current is null or { State: CodingState.Proposed } || current.Who == who));

    /// <summary>Whether the code's name that stands in a row is that of a code.</summary>
    public bool Names(CodingRow row, string code) =>
        row.CodeName.Length > 0 && workspace.Codebook.Codes.FirstOrDefault(c => c.Id == code) is { } known && (known.Name.Ja == row.CodeName || known.Name.En == row.CodeName);

    /// <summary>What a row decides: one that still says "proposed" beside a code that a person wrote over another is their decision.</summary>
    public CodingState State(CodingRow row) =>
        row.State == CodingState.Proposed && !Names(row, row.Code) && workspace.Codebook.Codes.Any(c => Names(row, c.Id)) ? CodingState.Edited : row.State;

    /// <summary>Whether the person's own record has a decision already.</summary>
    public bool Has(string comment, string code, CodingState state) =>
        workspace.Own.TryGetValue(comment, out var own) && (state == CodingState.Rejected ? own.Rejected : own.Accepted).Contains(code);

    /// <summary>Whether a table's rows say of a whole comment what the person thinks of it: every row is a decision of theirs, and no proposal is without one.</summary>
    public bool IsWhole(ImmutableArray<CodingRow> rows, CodingRow? none, List<StoredCoding> standing, Func<StoredCoding, bool> isReplaced) =>
        rows.All(r => State(r) != CodingState.Proposed && IsOwn(r, standing.Find(s => s.Code == r.Code)))
        && (none is null || IsOwn(none, null))
        && !standing.Exists(s => s.State == CodingState.Proposed && !rows.Any(r => r.Code == s.Code) && !isReplaced(s));
}
