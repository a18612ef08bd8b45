using System.Globalization;
using Microsoft.Data.Sqlite;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>Does and undoes imports, inside the caller's transaction.</summary>
/// <remarks>
/// A replaced version's rows stay where they are and get an end; a new version is all rows of the file. Undoing an import therefore deletes
/// the rows that begin with it and takes away the ends that it set. Codings hang on comment ids and are not touched by either; only their
/// evidence moves with the words where punctuation was corrected.
/// </remarks>
internal static class Importing
{
    public static ImportResult Do(SqliteConnection connection, ImportBatch batch)
    {
        var plan = ImportPlan.Of(connection, batch);
        if (plan.ChangesNothing)
        {
            return new ImportResult(null, plan.Sources);
        }

        var import = Journal.Append(connection, batch.When, batch.Who, JournalKind.Import, string.Empty, StoredJson.Write(plan.Sources));
        using var close = new Statement(connection, "UPDATE source_versions SET import_to = $1 WHERE id = $2");
        using var source = new Statement(connection, "INSERT INTO sources (key, name) VALUES ($1, $2)");
        using var settle = new Statement(connection, "UPDATE problems SET import_to = $1 WHERE id = $2");
        using var skip = new Statement(connection, "INSERT INTO skipped (path, import_from) VALUES ($1, $2)");
        using var writer = new VersionWriter(connection);
        foreach (var version in plan.Versions)
        {
            if (version.Replaces is { } replaced)
            {
                close.Run(import, replaced);
            }

            var row = version.SourceRow ?? source.Insert(version.Key, version.Reading.Source.Name);
            EvidenceMoving.Apply(connection, version.Retexted);
            var id = writer.Write(row, import, version.Reading, version.Mapping);
            foreach (var (position, problem) in version.Problems)
            {
                writer.Write(id, import, position, problem);
            }
        }

        foreach (var problem in plan.Settled)
        {
            settle.Run(import, problem);
        }

        foreach (var (position, problem) in plan.Problems)
        {
            writer.Write(null, import, position, problem);
        }

        foreach (var path in plan.Skipped)
        {
            skip.Run(path, import);
        }

        return new ImportResult(import, plan.Sources);
    }

    /// <exception cref="WorkspaceException">It is not the latest import that is still done.</exception>
    public static ImportUndo Undo(SqliteConnection connection, string file, long import, string who, DateTimeOffset when)
    {
        var latest = Journal.Imports(connection).LastOrDefault(i => !i.Undone)?.Id;
        if (latest != import)
        {
            throw WorkspaceFailures.OnlyTheLatest(file, import, latest);
        }

        var orphansBefore = CodingTable.OrphanIds(connection);
        EvidenceMoving.Apply(connection, EvidenceMoving.ByUndo(connection, import));
        Run("DELETE FROM source_versions WHERE import_from = $1");
        var restored = Run("UPDATE source_versions SET import_to = NULL WHERE import_to = $1");
        Run("DELETE FROM problems WHERE import_from = $1");
        Run("UPDATE problems SET import_to = NULL WHERE import_to = $1");
        Run("DELETE FROM skipped WHERE import_from = $1");
        using var unused = new Statement(connection, "DELETE FROM sources WHERE NOT EXISTS (SELECT 1 FROM source_versions v WHERE v.source_id = sources.id)");
        var removed = unused.Run();

        // What nobody said here any more names nobody in the key; names that still stand somewhere come back with the next publication.
        PrivacyTables.Forget(connection);
        var orphans = CodingTable.OrphanIds(connection);
        var undo = new ImportUndo(import, removed, restored, orphans.Except(orphansBefore).Count(), orphansBefore.Except(orphans).Count());
        Journal.Append(connection, when, who, JournalKind.Undo, import.ToString(CultureInfo.InvariantCulture), StoredJson.Write(undo));
        return undo;

        int Run(string sql)
        {
            using var statement = new Statement(connection, sql);
            return statement.Run(import);
        }
    }
}
