using FeedbackLab.Analysis.Statistics.Years;
using Microsoft.Data.Sqlite;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>By which versions of the codebook the comments of a year were coded.</summary>
internal static class YearCodingTable
{
    public static YearCoding Of(SqliteConnection connection, int year)
    {
        using var import = new Statement(connection, "SELECT min(v.import_from) FROM comments c JOIN source_versions v ON v.id = c.version_id WHERE c.year = $1");
        var first = import.Read(r => r.IsDBNull(0) ? 0 : r.GetInt64(0), year)[0];

        // Where there was no codebook yet, the first one that came.
        using var version = new Statement(connection, "SELECT max(CAST(subject AS INTEGER)) FROM journal WHERE kind = 'Codebook' AND id < $1");
        var inForce = version.Read(r => r.IsDBNull(0) ? 1 : r.GetInt32(0), first)[0];
        using var decided = new Statement(connection, """
            SELECT g.code, g.codebook_version, count(DISTINCT g.comment_id) FROM codings g
            WHERE g.set_aside_by IS NULL AND g.state <> 'Proposed' AND EXISTS (SELECT 1 FROM current_comments c WHERE c.id = g.comment_id AND c.year = $1)
            GROUP BY g.code, g.codebook_version ORDER BY g.code, g.codebook_version
            """);
        return new YearCoding(year, inForce, [.. decided.Read(r => new DecidedComments(r.Text(0), r.GetInt32(1), r.GetInt32(2)), year)]);
    }
}
