using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Themes;
using FeedbackLab.Analysis.Themes.Codebooks;
using Microsoft.Data.Sqlite;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>What each person said of each comment and code, whatever stands now; and which comments they looked at whole. Inside the caller's transaction.</summary>
internal static class PersonCodingTable
{
    private const string Upsert = """
        INSERT INTO person_codings (comment_id, code, who, blind, state, evidence, codebook_version, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (comment_id, code, who, blind) WHERE set_aside_by IS NULL
        DO UPDATE SET state = excluded.state, evidence = excluded.evidence, codebook_version = excluded.codebook_version, at = excluded.at, ledger_entry = NULL
        """;

    /// <summary>Writes decisions of persons; what a program decided is passed over.</summary>
    public static void Put(SqliteConnection connection, IEnumerable<StoredCoding> codings, bool isBlind)
    {
        using var put = new Statement(connection, Upsert);
        foreach (var c in codings.Where(c => c.State != CodingState.Proposed))
        {
            put.Run(c.CommentId, c.Code, c.Who, isBlind ? 1 : 0, c.State, StoredJson.Write(c.Evidence), c.CodebookVersion, c.When);
        }
    }

    /// <summary>Takes a person's decisions on a comment away.</summary>
    public static void Remove(SqliteConnection connection, string comment, string who, bool isBlind)
    {
        using var delete = new Statement(connection, "DELETE FROM person_codings WHERE comment_id = $1 AND who = $2 AND blind = $3 AND set_aside_by IS NULL");
        delete.Run(comment, who, isBlind ? 1 : 0);
    }

    public static void Mark(SqliteConnection connection, LookedAt look)
    {
        using var mark = new Statement(connection, """
            INSERT INTO looked_at (comment_id, who, blind, at, codebook_version) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (comment_id, who, blind) DO UPDATE SET at = excluded.at, codebook_version = excluded.codebook_version
            """);
        mark.Run(look.CommentId, look.Who, look.IsBlind ? 1 : 0, look.When, look.CodebookVersion);
    }

    public static void Unmark(SqliteConnection connection, string comment, string who, bool isBlind)
    {
        using var unmark = new Statement(connection, "DELETE FROM looked_at WHERE comment_id = $1 AND who = $2 AND blind = $3");
        unmark.Run(comment, who, isBlind ? 1 : 0);
    }

    /// <summary>Marks a comment as coded whole in a table or in another program.</summary>
    public static void MarkElsewhere(SqliteConnection connection, CodedElsewhere coded)
    {
        using var mark = new Statement(connection, """
            INSERT INTO coded_elsewhere (comment_id, who, at, codebook_version) VALUES ($1, $2, $3, $4)
            ON CONFLICT (comment_id, who) DO UPDATE SET at = excluded.at, codebook_version = excluded.codebook_version
            """);
        mark.Run(coded.CommentId, coded.Who, coded.When, coded.CodebookVersion);
    }

    /// <summary>Every mark on a comment that is there, by comment and person.</summary>
    public static ImmutableArray<LookedAt> Marks(SqliteConnection connection)
    {
        using var statement = new Statement(connection, """
            SELECT l.comment_id, l.who, l.blind, l.at, l.codebook_version FROM looked_at l
            WHERE EXISTS (SELECT 1 FROM current_comments c WHERE c.id = l.comment_id) ORDER BY l.comment_id, l.who, l.blind
            """);
        return [.. statement.Read(r => new LookedAt(r.Text(0), r.Text(1), r.Time(3), r.GetInt32(4), r.GetInt32(2) != 0))];
    }

    /// <summary>Who decided on how many comments that are there, by name.</summary>
    public static ImmutableArray<CoderSummary> Coders(SqliteConnection connection)
    {
        using var statement = new Statement(connection, """
            SELECT who, count(DISTINCT CASE WHEN blind = 0 THEN comment_id END), count(DISTINCT CASE WHEN blind = 1 THEN comment_id END) FROM
            (SELECT comment_id, who, blind FROM person_codings WHERE set_aside_by IS NULL UNION SELECT comment_id, who, blind FROM looked_at
            UNION SELECT comment_id, who, 0 FROM coded_elsewhere) d
            WHERE EXISTS (SELECT 1 FROM current_comments c WHERE c.id = d.comment_id) GROUP BY who ORDER BY who
            """);
        return [.. statement.Read(r => new CoderSummary(r.Text(0), r.GetInt32(1), r.GetInt32(2)))];
    }

    /// <summary>What a person decided, by comment: of a comment coded blind only that.</summary>
    /// <remarks>
    /// A comment is complete when they looked at all of it, here or elsewhere, or decided as the only one on every code that stands there. Where
    /// others decided too it takes a mark: to have decided on every code depends on what the others chose, and agreement would be that of chosen comments.
    /// </remarks>
    public static ImmutableDictionary<string, CodedComment> DecisionsOf(SqliteConnection connection, string who)
    {
        using var statement = new Statement(connection, """
            SELECT p.comment_id, p.code, p.state, p.blind FROM person_codings p WHERE p.who = $1 AND p.set_aside_by IS NULL
            AND EXISTS (SELECT 1 FROM current_comments c WHERE c.id = p.comment_id) ORDER BY p.id
            """);
        var rows = statement.Read(r => (Comment: r.Text(0), Code: r.Text(1), State: r.Name<CodingState>(2), IsBlind: r.GetInt32(3) != 0), who).ToLookup(r => r.Comment, StringComparer.Ordinal);
        var marks = Marks(connection).Where(m => m.Who == who).ToLookup(m => m.CommentId, StringComparer.Ordinal);
        using var coded = new Statement(connection, """
            SELECT e.comment_id FROM coded_elsewhere e WHERE e.who = $1 AND EXISTS (SELECT 1 FROM current_comments c WHERE c.id = e.comment_id)
            """);
        var elsewhere = coded.Read(r => r.Text(0), who).ToHashSet(StringComparer.Ordinal);
        using var others = new Statement(connection, """
            SELECT g.comment_id FROM codings g WHERE g.set_aside_by IS NULL AND (g.state = 'Proposed' OR NOT EXISTS (
              SELECT 1 FROM person_codings p WHERE p.comment_id = g.comment_id AND p.code = g.code AND p.who = $1 AND p.blind = 0 AND p.set_aside_by IS NULL))
            UNION SELECT comment_id FROM person_codings WHERE who <> $1 AND blind = 0 AND set_aside_by IS NULL
            UNION SELECT comment_id FROM looked_at WHERE who <> $1 AND blind = 0
            """);
        var left = others.Read(r => r.Text(0), who).ToHashSet(StringComparer.Ordinal);
        return rows.Select(r => r.Key).Union(marks.Select(m => m.Key), StringComparer.Ordinal).Union(elsewhere, StringComparer.Ordinal).ToImmutableDictionary(
            comment => comment,
            comment =>
            {
                var isBlind = rows[comment].Any(r => r.IsBlind) || marks[comment].Any(m => m.IsBlind);
                var own = rows[comment].Where(r => r.IsBlind == isBlind).ToList();
                return new CodedComment(
                    [.. own.Where(r => r.State is CodingState.Accepted or CodingState.Edited).Select(r => r.Code)],
                    [.. own.Where(r => r.State == CodingState.Rejected).Select(r => r.Code)],
                    marks[comment].Any(m => m.IsBlind == isBlind) || (!isBlind && (elsewhere.Contains(comment) || (own.Count > 0 && !left.Contains(comment)))));
            },
            StringComparer.Ordinal);
    }

    /// <summary>What each person accepted of comments that are there, blind or not, in the order in which it was first written.</summary>
    public static ImmutableArray<StoredCoding> Accepted(SqliteConnection connection)
    {
        using var statement = new Statement(connection, """
            SELECT p.comment_id, p.code, p.state, p.evidence, p.codebook_version, p.who, p.at FROM person_codings p
            WHERE p.set_aside_by IS NULL AND p.state IN ('Accepted', 'Edited')
            AND EXISTS (SELECT 1 FROM current_comments c WHERE c.id = p.comment_id) ORDER BY p.id
            """);
        return [.. statement.Read(r => new StoredCoding(
            r.Text(0), r.Text(1), r.Name<CodingState>(2), null, StoredJson.Read<ImmutableArray<TextSpan>>(r.Text(3)), r.GetInt32(4), r.Text(5), r.Time(6)))];
    }

    /// <summary>Of each person and comment the decisions on merged codes as one.</summary>
    public static void Merge(SqliteConnection connection, CodeLedgerEntry entry)
    {
        var target = entry.Step.To[0];
        using var read = new Statement(connection, "SELECT id, comment_id, code, who, blind, state, evidence, codebook_version, at FROM person_codings WHERE code = $1 AND set_aside_by IS NULL ORDER BY id");
        using var aside = new Statement(connection, "UPDATE person_codings SET set_aside_by = $1 WHERE id = $2");
        using var insert = new Statement(connection, "INSERT INTO person_codings (comment_id, code, who, blind, state, evidence, codebook_version, at, ledger_entry) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)");
        var groups = entry.Step.From.SelectMany(code => read.Read(
            r => (Id: r.GetInt64(0), Comment: r.Text(1), Code: r.Text(2), Who: r.Text(3), Blind: r.GetInt32(4), State: r.Name<CodingState>(5),
                Evidence: StoredJson.Read<ImmutableArray<TextSpan>>(r.Text(6)), Version: r.GetInt32(7), When: r.Time(8)),
            code)).GroupBy(r => (r.Comment, r.Who, r.Blind)).Select(g => g.ToList());
        foreach (var rows in groups.Where(g => g.Count > 1 || g[0].Code != target))
        {
            var accepted = rows.Where(r => r.State != CodingState.Rejected).ToList();
            var best = accepted.Count > 0 ? accepted.MaxBy(r => r.When) : rows.MaxBy(r => r.When);
            foreach (var row in rows)
            {
                aside.Run(entry.Id, row.Id);
            }

            insert.Run(best.Comment, target, best.Who, best.Blind, best.State, StoredJson.Write(TextSpans.Merge(accepted.SelectMany(r => r.Evidence))), best.Version, best.When, entry.Id);
        }
    }
}
