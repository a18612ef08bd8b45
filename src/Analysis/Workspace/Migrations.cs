using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Language;
using Microsoft.Data.Sqlite;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>One step of the database's format.</summary>
/// <param name="Version">The format after it (SQLite's <c>user_version</c>); steps are numbered from 1 without gaps.</param>
/// <param name="Sql">Statements that lead there from the version before.</param>
internal sealed record MigrationStep(int Version, string Sql);

/// <summary>The database's format and the way to it from every older one.</summary>
internal static class Migrations
{
    /// <summary>"FbLb" in ASCII: SQLite's <c>application_id</c> of a workspace.</summary>
    public const long ApplicationId = 0x46624C62;

    /// <summary>All steps in order. A released step is never changed; a new format is a new step.</summary>
    public static ImmutableArray<MigrationStep> All { get; } =
    [
        new MigrationStep(1, LexiconReader.Resource("schema/0001.sql")),
        new MigrationStep(2, LexiconReader.Resource("schema/0002.sql")),
        new MigrationStep(3, LexiconReader.Resource("schema/0003.sql")),
        new MigrationStep(4, LexiconReader.Resource("schema/0004.sql")),
        new MigrationStep(5, LexiconReader.Resource("schema/0005.sql")),
        new MigrationStep(6, LexiconReader.Resource("schema/0006.sql")),
    ];

    /// <summary>Applies the steps that the database lacks, inside the caller's transaction.</summary>
    /// <param name="connection">The database, with foreign keys off so that a step may rebuild tables.</param>
    /// <param name="steps">All steps.</param>
    /// <exception cref="InvalidOperationException">A step leaves a reference that leads nowhere.</exception>
    public static void Apply(SqliteConnection connection, ImmutableArray<MigrationStep> steps)
    {
        var version = Pragma(connection, "user_version");
        foreach (var step in steps.Where(s => s.Version > version))
        {
            Statement.Run(connection, step.Sql);
            Statement.Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {step.Version}"));
        }

        Statement.Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}"));
        using var check = new Statement(connection, "PRAGMA foreign_key_check");
        if (check.Read(r => r.GetString(0)).FirstOrDefault() is { } table)
        {
            throw new InvalidOperationException($"A migration leaves {table} with a reference that leads nowhere.");
        }
    }

    /// <summary>The number that a pragma tells.</summary>
    public static long Pragma(SqliteConnection connection, string name)
    {
        using var statement = new Statement(connection, $"PRAGMA {name}");
        return statement.Read(r => r.GetInt64(0)).Single();
    }
}
