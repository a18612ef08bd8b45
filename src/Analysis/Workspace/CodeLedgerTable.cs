using System.Collections.Immutable;
using FeedbackLab.Analysis.Themes.Codebooks;
using Microsoft.Data.Sqlite;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>Reads and writes the ledger of codes, inside the caller's transaction. Triggers keep its rows from being changed or deleted.</summary>
internal static class CodeLedgerTable
{
    /// <summary>All entries, by version; for a version without any (it was written by an older program) those that the two versions tell.</summary>
    public static CodeLedger All(SqliteConnection connection)
    {
        using var statement = new Statement(connection, "SELECT id, version, at, who, operation, from_codes, to_codes, note FROM code_ledger ORDER BY version, id");
        var stored = statement.Read(Entry).ToLookup(e => e.Version);
        var entries = ImmutableArray.CreateBuilder<CodeLedgerEntry>();
        Codebook? before = null;
        foreach (var version in CodebookTable.All(connection))
        {
            var codebook = CodebookReader.Read(version.Yaml);
            entries.AddRange(stored.Contains(version.Version) || before is null
                ? stored[version.Version]
                : CodebookRevision.Between(before, codebook).Steps.Select(s => new CodeLedgerEntry(0, version.Version, version.When, version.Who, s, string.Empty)));
            before = codebook;
        }

        return new CodeLedger(entries.ToImmutable());
    }

    /// <summary>Adds entries of one version.</summary>
    public static ImmutableArray<CodeLedgerEntry> Append(
        SqliteConnection connection, int version, ImmutableArray<CodeStep> steps, string who, DateTimeOffset when, string note)
    {
        using var insert = new Statement(connection, "INSERT INTO code_ledger (version, at, who, operation, from_codes, to_codes, note) VALUES ($1, $2, $3, $4, $5, $6, $7)");
        return
        [
            .. steps.Select(s => new CodeLedgerEntry(
                insert.Insert(version, when, who, s.Operation, StoredJson.Write(s.From), StoredJson.Write(s.To), note), version, when, who, s, note)),
        ];
    }

    private static CodeLedgerEntry Entry(SqliteDataReader r) => new(
        r.GetInt64(0), r.GetInt32(1), r.Time(2), r.Text(3),
        new CodeStep(r.Name<CodeOperation>(4), StoredJson.Read<ImmutableArray<string>>(r.Text(5)), StoredJson.Read<ImmutableArray<string>>(r.Text(6))),
        r.Text(7));
}
