using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>An open workspace: one folder with everything about one body of comments, in the database <c>feedback.db</c>.</summary>
/// <remarks>
/// Every write is one transaction: all of it is there afterwards, or nothing. Several programs may hold the same workspace; one writes at a
/// time and the others wait. One store is for one thread at a time. Time is given by the caller. The tables are described in
/// docs/guide/workspace.md, the reasons in docs/adr/0004-workspace.md. Every member may throw <see cref="WorkspaceException"/> when the
/// database is damaged, held by another program for too long, or cannot be read or written.
/// </remarks>
public sealed partial class WorkspaceStore : IDisposable
{
    private readonly WorkspaceDatabase _database;

    private WorkspaceStore(WorkspaceDatabase database) => _database = database;

    /// <summary>The workspace of a folder; an older format is brought up to date first.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="options">How to open it.</param>
    /// <exception cref="WorkspaceException">There is none, it is damaged or no workspace, or a newer program made it.</exception>
    public static WorkspaceStore Open(string folder, WorkspaceOptions options) => Open(folder, options, Migrations.All);

    /// <summary>A new, empty workspace in a folder, which is made where it is missing.</summary>
    /// <param name="folder">The folder; other files in it are left alone.</param>
    /// <param name="options">How to open it.</param>
    /// <exception cref="WorkspaceException">There is a workspace already, or the folder cannot be written.</exception>
    public static WorkspaceStore Create(string folder, WorkspaceOptions options) => Create(folder, options, Migrations.All);

    internal static WorkspaceStore Open(string folder, WorkspaceOptions options, ImmutableArray<MigrationStep> steps) =>
        new(WorkspaceDatabase.Open(folder, options, create: false, steps));

    internal static WorkspaceStore Create(string folder, WorkspaceOptions options, ImmutableArray<MigrationStep> steps) =>
        new(WorkspaceDatabase.Open(folder, options, create: true, steps));

    /// <summary>Takes files in; what was there of the same content stays, a corrected file replaces its older version.</summary>
    /// <param name="batch">The files.</param>
    /// <returns>
    /// What was done with each source. The same content (SHA-256) as a source in force changes nothing, whatever its name; it is read
    /// anew only under its own name with a mapping given that is another than before.
    /// </returns>
    /// <exception cref="ArgumentException">The batch contradicts itself.</exception>
    public ImportResult Import(ImportBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        batch.Validate();
        return _database.Write(c => Importing.Do(c, batch));
    }

    /// <summary>
    /// Takes the latest import back: all but the journal is as it was before it. Codings made since stay; those whose comment goes are
    /// set aside, and return with it.
    /// </summary>
    /// <param name="import">Its number, the latest in <see cref="Imports"/> that is not undone.</param>
    /// <param name="who">Who undoes it.</param>
    /// <param name="when">When.</param>
    /// <exception cref="WorkspaceException">It is not the latest.</exception>
    public ImportUndo Undo(long import, string who, DateTimeOffset when)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(who);
        var undo = _database.Write(c => Importing.Undo(c, _database.File, import, who, when));
        _database.EmptyLog();
        return undo;
    }

    /// <summary>All imports, oldest first, those undone included.</summary>
    public ImmutableArray<ImportRecord> Imports() => _database.Read(Journal.Imports);

    /// <summary>Sources in force, by name (ordinal).</summary>
    public ImmutableArray<StoredSource> Sources() => _database.Read(c => SourceTables.Sources(c).Select(s => s.Source).ToImmutableArray());

    /// <summary>A page of the comments in force.</summary>
    /// <param name="filter">Which ones.</param>
    /// <exception cref="ArgumentOutOfRangeException">The filter skips or takes less than nothing.</exception>
    public CommentPage Comments(CommentFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfNegative(filter.Skip, nameof(filter));
        ArgumentOutOfRangeException.ThrowIfNegative(filter.Take, nameof(filter));
        return _database.Read(c => SourceTables.Comments(c, filter));
    }

    /// <summary>The comments in force with some ids, in the order of the ids; ids that are not there are left out.</summary>
    /// <param name="ids">The ids.</param>
    public ImmutableArray<Comment> Comments(IReadOnlyList<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return _database.Read(c => SourceTables.Comments(c, ids));
    }

    /// <summary>
    /// Everything in force, in the order of <c>CorpusReader</c>; after one import into a new workspace, equal to what was imported.
    /// </summary>
    public CommentCorpus Corpus() => _database.Read(SourceTables.Corpus);

    /// <summary>The meetings of the sources in force, in the order of <c>CorpusReader</c>.</summary>
    public ImmutableArray<Meeting> Meetings() => _database.Read(SourceTables.Meetings);

    /// <summary>What happened, oldest first.</summary>
    /// <param name="after">Number of the last entry that is known; 0 from the beginning.</param>
    /// <param name="take">How many to give at most, at least 0.</param>
    public ImmutableArray<JournalEntry> JournalEntries(long after = 0, int take = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(take);
        return _database.Read(c => Journal.Entries(c, after, take));
    }

    /// <summary>Number of the journal's last entry of what is in force: of all but texts of the codebook and blind codings; 0 where there is none.</summary>
    public long LastChange() => _database.Read(Journal.LastChange);

    /// <summary>Closes the database.</summary>
    public void Dispose() => _database.Dispose();
}
