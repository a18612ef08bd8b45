using System.Globalization;
using Microsoft.Data.Sqlite;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>One SQL statement, prepared once and run often; its parameters are <c>$1</c>, <c>$2</c> …</summary>
internal sealed class Statement(SqliteConnection connection, string sql) : IDisposable
{
    private readonly SqliteCommand _command = Command(connection, sql);
    private bool _prepared;

    /// <summary>Runs statements without parameters once.</summary>
    public static void Run(SqliteConnection connection, string sql)
    {
        using var statement = new Statement(connection, sql);
        statement.Run();
    }

    /// <summary>The number of rows that the statement changed.</summary>
    /// <param name="values">
    /// One value a parameter: text, numbers, a time (stored in ISO 8601 with its offset), an enumeration's value (stored by its name), or
    /// null.
    /// </param>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteNonQuery();
    }

    /// <summary>The id of the row that the statement inserted.</summary>
    public long Insert(params ReadOnlySpan<object?> values)
    {
        Run(values);
        using var last = Command(connection, "SELECT last_insert_rowid()");
        return (long)last.ExecuteScalar()!;
    }

    /// <summary>All rows that the statement finds.</summary>
    /// <param name="row">Makes a value of the row under the reader.</param>
    /// <param name="values">One value a parameter.</param>
    public List<T> Read<T>(Func<SqliteDataReader, T> row, params ReadOnlySpan<object?> values)
    {
        Bind(values);
        using var reader = _command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    /// <inheritdoc/>
    public void Dispose() => _command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = _command.Parameters.Count; i < values.Length; i++)
        {
            _command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"${i + 1}") });
        }

        for (var i = 0; i < values.Length; i++)
        {
            _command.Parameters[i].Value = values[i] switch
            {
                null => DBNull.Value,
                string text => StoredText.Encode(text),
                DateTimeOffset time => StoredText.Of(time),
                DateOnly day => StoredText.Of(day),
                Enum name => name.ToString(),
                var number => number,
            };
        }

        if (!_prepared && values.Length > 0)
        {
            _command.Prepare();
            _prepared = true;
        }
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // every statement is a constant of this folder; what users give is a parameter
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
