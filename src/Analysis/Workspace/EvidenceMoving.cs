using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using Microsoft.Data.Sqlite;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>Keeps evidence at its words where a comment keeps its id under a text of other punctuation, inside the caller's transaction.</summary>
internal static class EvidenceMoving
{
    /// <summary>Comments that undoing an import gives another text, with both; asked before anything of it is undone.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="import">The import.</param>
    public static ImmutableArray<Retexted> ByUndo(SqliteConnection connection, long import)
    {
        using var statement = new Statement(connection, """
            SELECT id, text, earlier FROM (SELECT a.id, a.text,
              (SELECT b.text FROM comments b JOIN source_versions w ON w.id = b.version_id WHERE b.id = a.id AND w.import_from <> $1 ORDER BY w.id DESC LIMIT 1) AS earlier
              FROM comments a JOIN source_versions v ON v.id = a.version_id WHERE v.import_from = $1)
            WHERE earlier <> text
            """);
        return [.. statement.Read(r => new Retexted(r.Text(0), r.Text(1), r.Text(2)), import)];
    }

    /// <summary>Moves the evidence of every decision and proposal on the comments.</summary>
    public static void Apply(SqliteConnection connection, ImmutableArray<Retexted> comments)
    {
        if (!comments.IsEmpty)
        {
            Move(connection, "codings", comments);
            Move(connection, "person_codings", comments);
        }
    }

    private static void Move(SqliteConnection connection, string table, ImmutableArray<Retexted> comments)
    {
        using var read = new Statement(connection, $"SELECT id, evidence FROM {table} WHERE comment_id = $1");
        using var write = new Statement(connection, $"UPDATE {table} SET evidence = $1 WHERE id = $2");
        foreach (var comment in comments)
        {
            var (before, after) = (SameWords.Of(comment.Before), SameWords.Of(comment.After));
            foreach (var (id, evidence) in read.Read(r => (r.GetInt64(0), r.Text(1)), comment.Id))
            {
                write.Run(StoredJson.Write(SameWords.Moved(StoredJson.Read<ImmutableArray<TextSpan>>(evidence), before, after)), id);
            }
        }
    }
}

/// <summary>A comment that has another text under the same id.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Before">The text that its evidence is of.</param>
/// <param name="After">The text that stands from now on.</param>
internal sealed record Retexted(string Id, string Before, string After);
