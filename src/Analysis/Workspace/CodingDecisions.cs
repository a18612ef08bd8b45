using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Themes;
using FeedbackLab.Analysis.Themes.Codebooks;
using Microsoft.Data.Sqlite;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>What stands of each comment, read from codings, marks and the ledger of codes.</summary>
internal static class CodingDecisions
{
    /// <summary>What people decided, by comment id; a comment that is to be looked at again is not complete.</summary>
    public static ImmutableDictionary<string, CodedComment> All(SqliteConnection connection) => Of(connection, CodingTable.InForce(connection, null));

    /// <summary>What people decided, likewise, of codings that were read already.</summary>
    public static ImmutableDictionary<string, CodedComment> Of(SqliteConnection connection, IEnumerable<StoredCoding> inForce)
    {
        var codings = inForce.ToLookup(c => c.CommentId, StringComparer.Ordinal);
        var looked = PersonCodingTable.Marks(connection).Where(m => !m.IsBlind).Select(m => m.CommentId).ToHashSet(StringComparer.Ordinal);
        var reopened = Reopened(connection);
        return codings.Where(g => g.Any(c => c.State != CodingState.Proposed)).Select(g => g.Key)
            .Union(looked, StringComparer.Ordinal)
            .ToImmutableDictionary(
                comment => comment,
                comment => new CodedComment(
                    [.. codings[comment].Where(c => c.State is CodingState.Accepted or CodingState.Edited).Select(c => c.Code)],
                    [.. codings[comment].Where(c => c.State == CodingState.Rejected).Select(c => c.Code)],
                    !reopened.ContainsKey(comment) && (looked.Contains(comment) || codings[comment].All(c => c.State != CodingState.Proposed))),
                StringComparer.Ordinal);
    }

    /// <summary>Comments to be looked at again: a code that they had was split, and nobody has decided on its parts since; by id, with the last such entry.</summary>
    public static ImmutableDictionary<string, CodeLedgerEntry> Reopened(SqliteConnection connection)
    {
        var ledger = CodeLedgerTable.All(connection);
        var splits = ledger.Entries.Where(e => e.Id > 0 && e.Step.Operation == CodeOperation.Split).ToDictionary(e => e.Id);
        if (splits.Count == 0)
        {
            return ImmutableDictionary<string, CodeLedgerEntry>.Empty;
        }

        using var aside = new Statement(connection, """
            SELECT g.comment_id, g.set_aside_by FROM codings g JOIN code_ledger l ON l.id = g.set_aside_by
            WHERE l.operation = 'Split' AND g.state IN ('Accepted', 'Edited')
            AND EXISTS (SELECT 1 FROM current_comments c WHERE c.id = g.comment_id)
            AND NOT EXISTS (SELECT 1 FROM looked_at k WHERE k.comment_id = g.comment_id AND k.blind = 0)
            ORDER BY g.set_aside_by
            """);
        using var decided = new Statement(connection, "SELECT code FROM codings WHERE comment_id = $1 AND state <> 'Proposed' AND set_aside_by IS NULL");
        var reopened = ImmutableDictionary.CreateBuilder<string, CodeLedgerEntry>(StringComparer.Ordinal);
        foreach (var (comment, id) in aside.Read(r => (r.Text(0), r.GetInt64(1))))
        {
            var entry = splits[id];
            var parts = entry.Step.To.SelectMany(c => ledger.Current(c, entry.Version)).ToHashSet(StringComparer.Ordinal);
            if (!decided.Read(r => r.Text(0), comment).Exists(parts.Contains))
            {
                reopened[comment] = entry;
            }
        }

        return reopened.ToImmutable();
    }
}
