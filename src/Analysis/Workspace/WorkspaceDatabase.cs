using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>The open database of a workspace: its settings, its transactions, and its failures in the user's words.</summary>
/// <remarks>
/// Write-ahead log: readers go on while one program writes. <c>synchronous=FULL</c>: what a person decided is on the disk when the call
/// returns, even if the power fails; commits are few, so the flush of each costs little. A write takes the lock at its start
/// (<c>BEGIN IMMEDIATE</c>), so that waiting happens before any work. Not for use by two threads at once.
/// </remarks>
internal sealed class WorkspaceDatabase : IDisposable
{
    public const string FileName = "feedback.db";

    private readonly SqliteConnection _connection;

    private WorkspaceDatabase(string file, SqliteConnection connection)
    {
        File = file;
        _connection = connection;
    }

    /// <summary>The database file, as the caller named its folder.</summary>
    public string File { get; }

    public static WorkspaceDatabase Open(string folder, WorkspaceOptions options, bool create, ImmutableArray<MigrationStep> steps)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentNullException.ThrowIfNull(options);
        options.Validated();
        var file = Path.Combine(folder, FileName);
        Prepare(folder, file, create);
        try
        {
            return Open(file, file, create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite, options, steps);
        }
        catch (WorkspaceException e) when (!create && e.InnerException is SqliteException { SqliteErrorCode: 3 or 8 or 14 or 23 } && !HasLog(file))
        {
            // Where nothing may be written there, not even the file that readers of a log share: what was written to the end is read.
            return Open(file, new Uri(Path.GetFullPath(file)).AbsoluteUri + "?immutable=1", SqliteOpenMode.ReadOnly, options, steps);
        }
    }

    private static WorkspaceDatabase Open(string file, string source, SqliteOpenMode mode, WorkspaceOptions options, ImmutableArray<MigrationStep> steps)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = source,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = options.LockSeconds,
        }.ToString());
        var database = new WorkspaceDatabase(file, connection);
        try
        {
            database.Guarded(() => database.Begin(options, mode, steps));
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>What the function makes of one state of the database.</summary>
    public T Read<T>(Func<SqliteConnection, T> read) => Guarded(() =>
    {
        using var transaction = _connection.BeginTransaction(deferred: true);
        return read(_connection);
    });

    /// <summary>What the function did, in one transaction: all of it or, when it throws, nothing.</summary>
    public T Write<T>(Func<SqliteConnection, T> write) => Guarded(() => InTransaction(() => write(_connection)));

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    /// <summary>Empties the log of changes into the database, so that what was deleted is in no file of it; where another program reads, another time.</summary>
    public void EmptyLog() => Statement.Run(_connection, "PRAGMA wal_checkpoint(TRUNCATE)");

#pragma warning disable RS0030 // a workspace is a folder on the disk: this is where it is looked for and made
    // A new folder is its owner's alone: it holds comments and the key of the pseudonyms. On Windows a user's folders are so by themselves.
    private static void Make(string folder)
    {
        if (OperatingSystem.IsWindows() || Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static void Prepare(string folder, string file, bool create)
    {
        try
        {
            if (create)
            {
                Make(folder);
            }
            else if (!System.IO.File.Exists(file))
            {
                throw WorkspaceFailures.Missing(file);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw WorkspaceFailures.NotWritable(file, e);
        }
    }

    private static bool HasLog(string file) => new FileInfo(file + "-wal") is { Exists: true, Length: > 0 };
#pragma warning restore RS0030

    private bool Begin(WorkspaceOptions options, SqliteOpenMode mode, ImmutableArray<MigrationStep> steps)
    {
        var create = mode == SqliteOpenMode.ReadWriteCreate;
        _connection.Open();
        Statement.Run(_connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {options.LockSeconds * 1000}"));
        Refuse(create, steps);
        if (options.CheckOnOpen)
        {
            using var check = new Statement(_connection, "PRAGMA quick_check(1)");
            if (check.Read(r => r.GetString(0)) is not ["ok"])
            {
                throw WorkspaceFailures.Damaged(File);
            }
        }

        if (mode == SqliteOpenMode.ReadOnly)
        {
            return Migrations.Pragma(_connection, "user_version") == steps[^1].Version ? true : throw WorkspaceFailures.NotWritable(File, null);
        }

        Statement.Run(_connection, "PRAGMA journal_mode = WAL");
        Statement.Run(_connection, "PRAGMA synchronous = FULL");

        // What is deleted are people's words: they go from the file, too.
        Statement.Run(_connection, "PRAGMA secure_delete = ON");
        Statement.Run(_connection, "PRAGMA foreign_keys = OFF");
        if (Migrations.Pragma(_connection, "user_version") < steps[^1].Version)
        {
            InTransaction(() =>
            {
                Refuse(create, steps);
                try
                {
                    Migrations.Apply(_connection, steps);
                    return true;
                }
                catch (SqliteException e) when (e.SqliteErrorCode == 1)
                {
                    // Its tables are not those of the format that it says it has.
                    throw WorkspaceFailures.Damaged(File, e);
                }
            });
        }

        Statement.Run(_connection, "PRAGMA foreign_keys = ON");
        return true;
    }

    /// <summary>Throws where this is not what the caller may open or create; asked again once the lock is held.</summary>
    private void Refuse(bool create, ImmutableArray<MigrationStep> steps)
    {
        var version = Migrations.Pragma(_connection, "user_version");
        using var tables = new Statement(_connection, "SELECT COUNT(*) FROM sqlite_master");
        var blank = version == 0 && tables.Read(r => r.GetInt64(0)).Single() == 0;
        var ours = Migrations.Pragma(_connection, "application_id") == Migrations.ApplicationId;
        if (blank ? !create : !ours)
        {
            throw WorkspaceFailures.NotAWorkspace(File);
        }

        if (!blank && create)
        {
            throw WorkspaceFailures.AlreadyThere(File);
        }

        if (version > steps[^1].Version)
        {
            throw WorkspaceFailures.TooNew(File, version, steps[^1].Version);
        }
    }

    private T InTransaction<T>(Func<T> write)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        try
        {
            var result = write();
            transaction.Commit();
            return result;
        }
        catch (SqliteException) when (raw.sqlite3_get_autocommit(_connection.Handle) != 0)
        {
            // What fails for want of room has been rolled back already, of which the transaction knows nothing: it gets one to roll back.
            Statement.Run(_connection, "BEGIN");
            throw;
        }
    }

    private T Guarded<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException e) when (WorkspaceFailures.Of(File, e) is { } failure)
        {
            throw failure;
        }
        catch (InvalidDataException e)
        {
            throw WorkspaceFailures.Damaged(File, e);
        }
    }
}
