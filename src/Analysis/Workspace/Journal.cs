using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>The table of what happened. A trigger keeps its rows from being changed or deleted.</summary>
internal static class Journal
{
    private const string Columns = "SELECT id, at, who, kind, subject, data FROM journal";

    /// <summary>Appends entries of one kind; the statement is kept prepared.</summary>
    public static Statement Appender(SqliteConnection connection) =>
        new(connection, "INSERT INTO journal (at, who, kind, subject, data) VALUES ($1, $2, $3, $4, $5)");

    /// <summary>The number of the entry that is added.</summary>
    public static long Append(SqliteConnection connection, DateTimeOffset when, string who, JournalKind kind, string subject, string data)
    {
        using var statement = Appender(connection);
        return statement.Insert(when, who, kind, subject, data);
    }

    /// <summary>Number of the last entry of what is in force: of all but texts of the codebook and blind codings; 0 where there is none.</summary>
    public static long LastChange(SqliteConnection connection)
    {
        using var statement = new Statement(connection, "SELECT coalesce(max(id), 0) FROM journal WHERE kind NOT IN ($1, $2)");
        return statement.Read(r => r.GetInt64(0), JournalKind.Codebook, JournalKind.BlindCoding).Single();
    }

    public static ImmutableArray<JournalEntry> Entries(SqliteConnection connection, long after, int take)
    {
        using var statement = new Statement(connection, $"{Columns} WHERE id > $1 ORDER BY id LIMIT $2");
        return [.. statement.Read(Entry, after, take)];
    }

    public static ImmutableArray<ImportRecord> Imports(SqliteConnection connection)
    {
        using var undos = new Statement(connection, "SELECT subject FROM journal WHERE kind = 'Undo'");
        var undone = undos.Read(r => long.Parse(r.GetString(0), CultureInfo.InvariantCulture)).ToHashSet();
        using var statement = new Statement(connection, $"{Columns} WHERE kind = 'Import' ORDER BY id");
        return
        [
            .. statement.Read(Entry).Select(e =>
                new ImportRecord(e.Id, e.Who, e.When, StoredJson.Read<ImmutableArray<SourceImport>>(e.Data), undone.Contains(e.Id))),
        ];
    }

    private static JournalEntry Entry(SqliteDataReader row) =>
        new(row.GetInt64(0), row.Time(1), row.Text(2), row.Name<JournalKind>(3), row.Text(4), row.Text(5));
}
