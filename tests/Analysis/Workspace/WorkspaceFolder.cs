using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using Microsoft.Data.Sqlite;

namespace FeedbackLab.Analysis.Tests.Workspace;

/// <summary>A folder of its own for one test, with a look into its database that does not go through the store.</summary>
internal sealed class WorkspaceFolder : IDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 5, 20, 12, 0, 0, 123, TimeSpan.FromHours(9));

    public string Path { get; } = Directory.CreateTempSubdirectory("feedbacklab-").FullName;

    public string Database => System.IO.Path.Combine(Path, "feedback.db");

    public static ImportBatch Batch(CommentCorpus corpus, params ImmutableArray<MappingText> mappings) => new(corpus, "佐倉", Noon, mappings);

    public WorkspaceStore Create() => WorkspaceStore.Create(Path, new WorkspaceOptions());

    public WorkspaceStore Open() => WorkspaceStore.Open(Path, new WorkspaceOptions());

    /// <summary>Every row of every table but the journal, which only grows.</summary>
    public string Dump()
    {
        using var connection = Connect();
        var dump = new StringBuilder();
        foreach (var table in Column(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('journal', 'sqlite_sequence') ORDER BY name"))
        {
            dump.Append("== ").AppendLine(table);
            foreach (var row in Rows(connection, $"SELECT * FROM {table} ORDER BY rowid"))
            {
                dump.AppendJoin('|', row).AppendLine();
            }
        }

        return dump.ToString();
    }

    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        return connection;
    }

    public ImmutableArray<string> Query(string sql)
    {
        using var connection = Connect();
        return Column(connection, sql);
    }

    public void Execute(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // statements of the tests
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static ImmutableArray<string> Column(SqliteConnection connection, string sql) => [.. Rows(connection, sql).Select(r => r[0])];

    private static List<string[]> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // statements of the tests
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "∅" : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)!)]);
        }

        return rows;
    }
}
