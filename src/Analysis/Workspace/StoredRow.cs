using FeedbackLab.Ingest.Corpus;
using Microsoft.Data.Sqlite;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>Values of the row under a reader.</summary>
internal static class StoredRow
{
    public static string Text(this SqliteDataReader row, int column) => StoredText.Decode(row.GetString(column));

    public static string? TextOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.Text(column);

    public static int? NumberOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    public static T Name<T>(this SqliteDataReader row, int column)
        where T : struct, Enum => StoredText.Name<T>(row.GetString(column));

    public static DateTimeOffset Time(this SqliteDataReader row, int column) => StoredText.Time(row.GetString(column));

    /// <summary>The place in seven columns: line_start, line_end, page, row, column, sheet, item.</summary>
    public static Place Place(this SqliteDataReader row, int column) => new(
        row.GetInt32(column), row.GetInt32(column + 1), row.NumberOrNull(column + 2), row.NumberOrNull(column + 3), row.TextOrNull(column + 4),
        row.TextOrNull(column + 5), row.NumberOrNull(column + 6));
}
