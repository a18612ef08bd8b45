using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Themes.Codebooks;
using Microsoft.Data.Sqlite;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>Carries codings over when codes change, inside the caller's transaction; no decision is deleted, what is in force no more is set aside.</summary>
/// <remarks>
/// Merged: a comment that had any of the codes accepted has the new one accepted, by whoever accepted it and when; one that had only rejections
/// has it rejected, unless another of the codes was still open there; what each code had is set aside, and back when the merge is undone. Split: decisions are set aside, the comment is to be looked at again.
/// Retired: decisions are set aside. Either way they come back when the code does. Proposals are the program's and are made anew.
/// </remarks>
internal static class CodingCarrying
{
    public static CarriedCodings Apply(SqliteConnection connection, ImmutableArray<CodeLedgerEntry> entries)
    {
        var total = new CarriedCodings(0, 0, 0);
        foreach (var entry in entries)
        {
            var one = entry.Step.Operation switch
            {
                CodeOperation.Merged => Merge(connection, entry),
                CodeOperation.Split => SetAside(connection, entry, reopen: true),
                CodeOperation.Retired => SetAside(connection, entry, reopen: false),
                CodeOperation.Reinstated => Reinstate(connection, entry),
                CodeOperation.Undone => Undo(connection, entry),
                _ => new CarriedCodings(0, 0, 0),
            };
            total = new CarriedCodings(total.CarriedOver + one.CarriedOver, total.SetAside + one.SetAside, total.Reopened + one.Reopened);
        }

        return total;
    }

    private static CarriedCodings Merge(SqliteConnection connection, CodeLedgerEntry entry)
    {
        var target = entry.Step.To[0];
        var open = Open(connection);
        using var read = new Statement(connection, $"SELECT {CodingTable.Columns} FROM codings g WHERE g.code = $1 AND g.set_aside_by IS NULL ORDER BY g.id");
        using var insert = new Statement(connection, "INSERT INTO codings (comment_id, code, state, score, evidence, rule, codebook_version, who, at, version, ledger_entry) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)");
        using var aside = new Statement(connection, "UPDATE codings SET set_aside_by = $1 WHERE id = $2");
        using var delete = new Statement(connection, "DELETE FROM codings WHERE id = $1");
        var (carried, set) = (0, 0);
        foreach (var rows in entry.Step.From.SelectMany(code => read.Read(CodingTable.Coding, code)).GroupBy(r => r.CommentId, StringComparer.Ordinal).Select(g => g.ToList()))
        {
            var there = rows.Find(r => r.Code == target);
            var wanted = Together(rows, target, isOpen: rows.Count(r => r.State == CodingState.Rejected) < entry.Step.From.Length && open.Contains(rows[0].CommentId));
            if (wanted is not null && there is not null && rows.Count == 1)
            {
                continue;
            }

            // First these: of a comment and code only one row is in force at a time.
            foreach (var old in rows)
            {
                set += old.State == CodingState.Proposed || (old == there && wanted is not null) ? 0 : 1;
                _ = old.State == CodingState.Proposed ? delete.Run(old.Id) : aside.Run(entry.Id, old.Id);
            }

            if (wanted is null)
            {
                continue;
            }

            insert.Run(
                wanted.CommentId, target, wanted.State, wanted.Score, StoredJson.Write(wanted.Evidence), wanted.Rule, wanted.CodebookVersion, wanted.Who, wanted.When, (there?.Version ?? 0) + 1, entry.Id);
            carried += wanted.State == CodingState.Proposed ? 0 : 1;
        }

        PersonCodingTable.Merge(connection, entry);
        return new CarriedCodings(carried, set, 0);
    }

    /// <summary>How many decisions people made by a merged code since it was merged; what was carried over keeps the version that it was decided by.</summary>
    public static int DecidedSince(SqliteConnection connection, CodeLedgerEntry merge)
    {
        using var count = new Statement(connection, """
            SELECT count(*) FROM (
              SELECT comment_id FROM codings WHERE code = $1 AND state <> 'Proposed' AND set_aside_by IS NULL AND codebook_version >= $2
              UNION SELECT comment_id FROM person_codings WHERE code = $1 AND set_aside_by IS NULL AND codebook_version >= $2)
            """);
        return (int)count.Read(r => r.GetInt64(0), merge.Step.To[0], merge.Version)[0];
    }

    // The merge is the version before; the program's proposals are made anew.
    private static CarriedCodings Undo(SqliteConnection connection, CodeLedgerEntry entry)
    {
        using var find = new Statement(connection, "SELECT id FROM code_ledger WHERE operation = 'Merged' AND version = $1");
        var merge = find.Read(r => r.GetInt64(0), entry.Version - 1).Single();
        using var delete = new Statement(connection, "DELETE FROM codings WHERE code = $1 AND state = 'Proposed' AND set_aside_by IS NULL");
        delete.Run(entry.Step.From[0]);
        Swap("person_codings");
        return Swap("codings");

        CarriedCodings Swap(string table)
        {
            using var aside = new Statement(connection, $"UPDATE {table} SET set_aside_by = $1 WHERE ledger_entry = $2 AND set_aside_by IS NULL");
            using var restore = new Statement(connection, $"UPDATE {table} SET set_aside_by = NULL, ledger_entry = $1 WHERE set_aside_by = $2");
            var set = aside.Run(entry.Id, merge);
            return new CarriedCodings(restore.Run(entry.Id, merge), set, 0);
        }
    }

    // What the codings of several codes say of the one that they became; null for nothing.
    private static StoredCoding? Together(List<StoredCoding> rows, string target, bool isOpen)
    {
        var accepted = rows.Where(r => r.State is CodingState.Accepted or CodingState.Edited).ToList();
        if (accepted.Count > 0)
        {
            var best = accepted.Find(r => r.Code == target) ?? accepted.MaxBy(r => r.When)!;
            return best with { Code = target, Score = accepted.Max(r => r.Score), Evidence = TextSpans.Merge(accepted.SelectMany(r => r.Evidence)) };
        }

        return rows.Where(r => r.State == CodingState.Proposed).MaxBy(r => r.Score)
            ?? (isOpen ? null : rows.MaxBy(r => r.When));
    }

    // Comments on which something is left undecided.
    private static HashSet<string> Open(SqliteConnection connection)
    {
        using var statement = new Statement(connection, """
            SELECT DISTINCT g.comment_id FROM codings g WHERE g.state = 'Proposed' AND g.set_aside_by IS NULL
            AND NOT EXISTS (SELECT 1 FROM looked_at l WHERE l.comment_id = g.comment_id AND l.blind = 0)
            """);
        return [.. statement.Read(r => r.Text(0))];
    }

    private static CarriedCodings SetAside(SqliteConnection connection, CodeLedgerEntry entry, bool reopen)
    {
        var code = entry.Step.From[0];
        using var delete = new Statement(connection, "DELETE FROM codings WHERE code = $1 AND state = 'Proposed'");
        delete.Run(code);
        using var aside = new Statement(connection, "UPDATE codings SET set_aside_by = $1 WHERE code = $2 AND set_aside_by IS NULL");
        var set = aside.Run(entry.Id, code);
        using var persons = new Statement(connection, "UPDATE person_codings SET set_aside_by = $1 WHERE code = $2 AND set_aside_by IS NULL");
        persons.Run(entry.Id, code);
        if (!reopen)
        {
            return new CarriedCodings(0, set, 0);
        }

        using var unmark = new Statement(connection, """
            DELETE FROM looked_at WHERE EXISTS (SELECT 1 FROM person_codings p WHERE p.set_aside_by = $1 AND p.comment_id = looked_at.comment_id
            AND p.who = looked_at.who AND p.blind = looked_at.blind AND p.state <> 'Rejected')
            OR blind = 0 AND EXISTS (SELECT 1 FROM codings g WHERE g.set_aside_by = $1 AND g.comment_id = looked_at.comment_id AND g.state <> 'Rejected')
            """);
        unmark.Run(entry.Id);
        using var elsewhere = new Statement(connection, """
            DELETE FROM coded_elsewhere WHERE EXISTS (SELECT 1 FROM person_codings p WHERE p.set_aside_by = $1 AND p.comment_id = coded_elsewhere.comment_id
            AND p.who = coded_elsewhere.who AND p.blind = 0 AND p.state <> 'Rejected')
            """);
        elsewhere.Run(entry.Id);
        using var count = new Statement(connection, "SELECT count(DISTINCT comment_id) FROM codings WHERE set_aside_by = $1 AND state <> 'Rejected'");
        return new CarriedCodings(0, set, (int)count.Read(r => r.GetInt64(0), entry.Id)[0]);
    }

    // What the code had when it was last retired or split.
    private static CarriedCodings Reinstate(SqliteConnection connection, CodeLedgerEntry entry)
    {
        const string Gone = "(SELECT max(id) FROM code_ledger WHERE operation IN ('Retired', 'Split') AND from_codes = $1)";
        var json = StoredJson.Write(ImmutableArray.Create(entry.Step.To[0]));
        using var codings = new Statement(connection, $"UPDATE codings SET set_aside_by = NULL, ledger_entry = $2 WHERE set_aside_by = {Gone}");
        var back = codings.Run(json, entry.Id);
        using var persons = new Statement(connection, $"UPDATE person_codings SET set_aside_by = NULL, ledger_entry = $2 WHERE set_aside_by = {Gone}");
        persons.Run(json, entry.Id);
        return new CarriedCodings(back, 0, 0);
    }
}
