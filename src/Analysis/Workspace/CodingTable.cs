using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Findings;
using Microsoft.Data.Sqlite;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>Reads and writes codings, inside the caller's transaction.</summary>
internal static class CodingTable
{
    /// <summary>The columns of a coding, from the table as g.</summary>
    public const string Columns = "g.comment_id, g.code, g.state, g.score, g.evidence, g.codebook_version, g.who, g.at, g.version, g.id, g.rule, g.ledger_entry";

    private const string Insert = "INSERT INTO codings (comment_id, code, state, score, evidence, codebook_version, who, at, version, rule) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9)";
    private const string Update = "UPDATE codings SET state = $1, score = $2, evidence = $3, codebook_version = $4, who = $5, at = $6, rule = $7, ledger_entry = $8, version = version + 1 WHERE id = $9";

    /// <summary>Codings whose comment is there, by id; of one comment, or (null) of all.</summary>
    public static ImmutableArray<StoredCoding> InForce(SqliteConnection connection, string? comment)
    {
        using var statement = new Statement(connection, comment is null
            ? $"SELECT {Columns} FROM codings g WHERE g.set_aside_by IS NULL AND EXISTS (SELECT 1 FROM current_comments c WHERE c.id = g.comment_id) ORDER BY g.id"
            : $"SELECT {Columns} FROM codings g WHERE g.comment_id = $1 AND g.set_aside_by IS NULL AND EXISTS (SELECT 1 FROM current_comments c WHERE c.id = g.comment_id) ORDER BY g.id");
        return [.. comment is null ? statement.Read(Coding) : statement.Read(Coding, comment)];
    }

    /// <summary>Codings whose comment is not there, by id.</summary>
    public static ImmutableArray<StoredCoding> Orphaned(SqliteConnection connection)
    {
        using var statement = new Statement(connection, $"SELECT {Columns} FROM orphaned_codings g ORDER BY g.id");
        return [.. statement.Read(Coding)];
    }

    public static HashSet<long> OrphanIds(SqliteConnection connection)
    {
        using var statement = new Statement(connection, "SELECT id FROM orphaned_codings");
        return [.. statement.Read(r => r.GetInt64(0))];
    }

    public static CodingWrites Save(SqliteConnection connection, IReadOnlyList<StoredCoding> codings)
    {
        using var find = new Statement(connection, $"SELECT {Columns} FROM codings g WHERE g.comment_id = $1 AND g.code = $2 AND g.set_aside_by IS NULL");
        using var comment = new Statement(connection, "SELECT 1 FROM current_comments WHERE id = $1 LIMIT 1");
        using var insert = new Statement(connection, Insert);
        using var update = new Statement(connection, Update);
        using var journal = Journal.Appender(connection);
        var codebooks = CodebookTable.All(connection).Select(c => c.Version).ToHashSet();
        var written = ImmutableArray.CreateBuilder<StoredCoding>();
        var refused = ImmutableArray.CreateBuilder<RefusedCoding>();
        foreach (var wanted in codings)
        {
            var current = find.Read(Coding, wanted.CommentId, wanted.Code).FirstOrDefault();
            if (Refusal(wanted, current) is { } reason)
            {
                refused.Add(new RefusedCoding(wanted, reason, current));
                continue;
            }

            var evidence = StoredJson.Write(wanted.Evidence);
            var id = current?.Id ?? insert.Insert(
                wanted.CommentId, wanted.Code, wanted.State, wanted.Score, evidence, wanted.CodebookVersion, wanted.Who, wanted.When, wanted.Rule);
            if (current is not null)
            {
                update.Run(wanted.State, wanted.Score, evidence, wanted.CodebookVersion, wanted.Who, wanted.When, wanted.Rule, null, id);
            }

            var now = wanted with { Id = id, Version = (current?.Version ?? 0) + 1, LedgerEntry = null };
            journal.Run(now.When, now.Who, JournalKind.Coding, now.CommentId, StoredJson.Write(now));
            written.Add(now);
        }

        PersonCodingTable.Put(connection, written, isBlind: false);
        return new CodingWrites(written.ToImmutable(), refused.ToImmutable());

        // An analysis may have renewed or withdrawn its proposal since it was read; a person's decision stands all the same.
        CodingRefusal? Refusal(StoredCoding wanted, StoredCoding? current) =>
            comment.Read(r => r.GetInt32(0), wanted.CommentId).Count == 0 ? CodingRefusal.NoSuchComment
            : !codebooks.Contains(wanted.CodebookVersion) ? CodingRefusal.NoSuchCodebook
            : current is { State: not CodingState.Proposed } && wanted.State == CodingState.Proposed ? CodingRefusal.DecidedByPerson
            : wanted.State != CodingState.Proposed && current is null or { State: CodingState.Proposed } ? null
            : wanted.Version != (current?.Version ?? 0) ? CodingRefusal.ChangedMeanwhile
            : null;
    }

    /// <summary>
    /// Writes the proposals of an analysis in place of those of the one before; what a person decided is not touched, and a comment that
    /// somebody has looked at whole, perhaps while the analysis ran, gets none.
    /// </summary>
    public static ProposalWrites ReplaceProposals(SqliteConnection connection, IReadOnlyList<StoredCoding> proposals, int codebook, string who, DateTimeOffset when)
    {
        using var all = new Statement(connection, $"SELECT {Columns} FROM codings g WHERE g.set_aside_by IS NULL");
        using var insert = new Statement(connection, Insert);
        using var update = new Statement(connection, "UPDATE codings SET score = $1, evidence = $2, codebook_version = $3, who = $4, at = $5, rule = $6, version = version + 1 WHERE id = $7");
        using var delete = new Statement(connection, "DELETE FROM codings WHERE id = $1");
        var codings = all.Read(Coding);
        var there = codings.ToDictionary(c => (c.CommentId, c.Code));
        var complete = CodingDecisions.Of(connection, codings).Where(d => d.Value.IsComplete).Select(d => d.Key).ToHashSet(StringComparer.Ordinal);
        var (written, withdrawn) = (0, 0);
        foreach (var wanted in proposals.Where(p => !complete.Contains(p.CommentId)))
        {
            var evidence = StoredJson.Write(wanted.Evidence);
            if (!there.Remove((wanted.CommentId, wanted.Code), out var current))
            {
                insert.Run(wanted.CommentId, wanted.Code, CodingState.Proposed, wanted.Score, evidence, codebook, who, when, wanted.Rule);
                written++;
            }
            else if (current.State == CodingState.Proposed && (current.Score != wanted.Score || current.Rule != wanted.Rule || StoredJson.Write(current.Evidence) != evidence))
            {
                update.Run(wanted.Score, evidence, codebook, who, when, wanted.Rule, current.Id);
                written++;
            }
        }

        foreach (var old in there.Values.Where(c => c.State == CodingState.Proposed))
        {
            delete.Run(old.Id);
            withdrawn++;
        }

        if (written + withdrawn > 0)
        {
            Journal.Append(connection, when, who, JournalKind.Proposals, codebook.ToString(CultureInfo.InvariantCulture), StoredJson.Write(new { written, withdrawn }));
        }

        return new ProposalWrites(written, withdrawn);
    }

    /// <summary>Puts a comment's codings back as they were; what was not there goes. The journal keeps both.</summary>
    public static void Restore(SqliteConnection connection, string comment, IReadOnlyList<StoredCoding> before, string who, DateTimeOffset when)
    {
        using var update = new Statement(connection, Update);
        using var delete = new Statement(connection, "DELETE FROM codings WHERE id = $1");
        using var journal = Journal.Appender(connection);
        foreach (var now in InForce(connection, comment))
        {
            if (before.FirstOrDefault(b => b.Id == now.Id) is { } old)
            {
                update.Run(old.State, old.Score, StoredJson.Write(old.Evidence), old.CodebookVersion, old.Who, old.When, old.Rule, old.LedgerEntry, old.Id);
                journal.Run(when, who, JournalKind.Coding, comment, StoredJson.Write(old with { Version = now.Version + 1 }));
            }
            else
            {
                delete.Run(now.Id);
                journal.Run(when, who, JournalKind.CodingUndone, comment, StoredJson.Write(now));
            }
        }

        PersonCodingTable.Remove(connection, comment, who, isBlind: false);
        PersonCodingTable.Put(connection, before.Where(b => b.Who == who), isBlind: false);
    }

    /// <summary>The coding under a reader over <see cref="Columns"/>.</summary>
    public static StoredCoding Coding(SqliteDataReader r) => new(
        r.Text(0), r.Text(1), r.Name<CodingState>(2), r.IsDBNull(3) ? null : r.GetDouble(3), StoredJson.Read<ImmutableArray<TextSpan>>(r.Text(4)),
        r.GetInt32(5), r.Text(6), r.Time(7), r.GetInt32(8), r.GetInt64(9))
    {
        Rule = r.TextOrNull(10),
        LedgerEntry = r.IsDBNull(11) ? null : r.GetInt64(11),
    };
}
