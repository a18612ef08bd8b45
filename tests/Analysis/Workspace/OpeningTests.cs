using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Workspace;
using static FeedbackLab.Analysis.Tests.Workspace.InventedFiles;
using static FeedbackLab.Analysis.Tests.Workspace.WorkspaceFolder;

namespace FeedbackLab.Analysis.Tests.Workspace;

public sealed class OpeningTests
{
    private const string Words = "送迎が足りない。";

    // Rebuilds a table that others refer to, which is the hardest thing that a step may do.
    private static readonly ImmutableArray<MigrationStep> WithNext =
    [
        .. Migrations.All,
        new MigrationStep(Migrations.All.Length + 1, """
            CREATE TABLE sources_next (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE, note TEXT NOT NULL DEFAULT '');
            INSERT INTO sources_next (id, key, name) SELECT id, key, name FROM sources;
            DROP VIEW current_comments;
            DROP TABLE sources;
            ALTER TABLE sources_next RENAME TO sources;
            CREATE VIEW current_comments AS
              SELECT s.name AS source, c.* FROM comments c
              JOIN source_versions v ON v.id = c.version_id AND v.import_to IS NULL
              JOIN sources s ON s.id = v.source_id;
            """),
    ];

    [Fact]
    public void A_new_workspace_has_the_settings_that_were_decided_on()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        Assert.Equal(["wal"], folder.Query("PRAGMA journal_mode"));
        Assert.Equal([$"{Migrations.All.Length}"], folder.Query("PRAGMA user_version"));
        Assert.Equal([$"{Migrations.ApplicationId}"], folder.Query("PRAGMA application_id"));
        Assert.Equal(Enumerable.Range(1, Migrations.All.Length), Migrations.All.Select(s => s.Version));
    }

    [Fact]
    public void A_step_more_keeps_everything_and_is_done_once()
    {
        using var folder = new WorkspaceFolder();
        string corpus;
        using (var store = folder.Create())
        {
            store.Import(Batch(Everything()));
            Coded.Everything(store);
            corpus = Written(store.Corpus());
        }

        for (var i = 0; i < 2; i++)
        {
            using var migrated = WorkspaceStore.Open(folder.Path, new WorkspaceOptions(), WithNext);
            Assert.Equal(corpus, Written(migrated.Corpus()));
            Assert.Equal(Everything().Comments.Length, migrated.Codings().Length);
            Assert.Equal([$"{WithNext.Length}"], folder.Query("PRAGMA user_version"));
            Assert.Equal(["0", "0"], folder.Query("SELECT length(note) FROM sources"));
        }
    }

    [Fact]
    public void A_step_that_fails_leaves_the_older_format_untouched()
    {
        using var folder = new WorkspaceFolder();
        using (var store = folder.Create())
        {
            store.Import(Batch(Everything()));
        }

        var before = folder.Dump();
        var broken = Migrations.All.Add(new MigrationStep(Migrations.All.Length + 1, "DELETE FROM sources;"));
        Assert.Throws<InvalidOperationException>(() => WorkspaceStore.Open(folder.Path, new WorkspaceOptions(), broken));
        Assert.Equal(before, folder.Dump());
        using var reopened = folder.Open();
        Assert.Equal(Written(Everything()), Written(reopened.Corpus()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void A_workspace_recorded_in_each_format_opens_with_all_that_it_holds(int version)
    {
        using var folder = new WorkspaceFolder();
        folder.Execute(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Workspace", "Expected", $"workspace-{version}.sql")));
        using var store = folder.Open();
        Assert.Equal([$"{Migrations.All.Length}"], folder.Query("PRAGMA user_version"));
        Assert.Equal(["送迎が足りない。", "夜間が不安だ。", "道が暗い。"], store.Corpus().Comments.Select(c => c.Text));
        Assert.Equal([CodingState.Accepted, CodingState.Rejected], store.Codings().Select(c => c.State));
        Assert.Single(store.OrphanedCodings());
        Assert.Equal(2, store.Imports().Length);

        // Each comment was decided whole, by one person.
        Assert.Equal([("佐倉", 2, 0)], store.Coders().Select(c => (c.Who, c.Comments, c.Blind)));
        Assert.Equal(store.Decisions().Count, store.Decisions().Count(d => d.Value.IsComplete));
        Assert.Equal(store.Codebooks().Length - 1, store.CodeLedger().Entries.Length);
        store.Undo(store.Imports()[^1].Id, "佐倉", Noon);
        Assert.Equal(["送迎が足りない。", "夜が不安だ。"], store.Corpus().Comments.Select(c => c.Text));
    }

    [Fact]
    public void Every_format_has_its_recorded_workspace() => Assert.All(
        Migrations.All, step => Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "Workspace", "Expected", $"workspace-{step.Version}.sql"))));

    [Fact]
    public void A_workspace_of_a_newer_program_is_refused_and_left_alone()
    {
        using var folder = new WorkspaceFolder();
        WorkspaceStore.Create(folder.Path, new WorkspaceOptions(), WithNext).Dispose();
        var before = File.ReadAllBytes(folder.Database);
        Refused(folder, "newer program", "新しい版");
        Assert.Equal(before, File.ReadAllBytes(folder.Database));
    }

    [Fact]
    public void A_missing_workspace_is_refused_and_not_made()
    {
        using var folder = new WorkspaceFolder();
        Refused(folder, "there is no workspace", "ワークスペースがありません");
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("これはデータベースではありません。これはデータベースではありません。これはデータベースではありません。これはデータベースではありません。")]
    [InlineData("短い")]
    [InlineData("")]
    public void A_file_that_is_no_database_is_refused_and_left_alone(string text)
    {
        using var folder = new WorkspaceFolder();
        File.WriteAllText(folder.Database, text);
        Refused(folder, "no FeedbackLab workspace", "ワークスペースではありません");
        Assert.Equal(text, File.ReadAllText(folder.Database));
    }

    [Fact]
    public void Another_programs_database_is_refused_and_left_alone()
    {
        using var folder = new WorkspaceFolder();
        folder.Execute("CREATE TABLE songs (title TEXT); PRAGMA user_version = 1;");
        var before = File.ReadAllBytes(folder.Database);
        Refused(folder, "no FeedbackLab workspace", "ワークスペースではありません");
        Assert.Throws<WorkspaceException>(folder.Create);
        Assert.Equal(before, File.ReadAllBytes(folder.Database));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.9)]
    public void A_damaged_database_is_refused_on_opening(double where)
    {
        using var folder = new WorkspaceFolder();
        Fill(folder);
        var bytes = File.ReadAllBytes(folder.Database);
        bytes.AsSpan((int)(bytes.Length * where), 8192).Fill(0xA5);
        File.WriteAllBytes(folder.Database, bytes);
        Refused(folder, "damaged", "壊れて");
    }

    [Fact]
    public void A_database_cut_short_is_refused_on_opening()
    {
        using var folder = new WorkspaceFolder();
        Fill(folder);
        using (var file = File.OpenWrite(folder.Database))
        {
            file.SetLength(file.Length / 2);
        }

        Refused(folder, "damaged", "壊れて");
    }

    [Theory]
    [InlineData("UPDATE comments SET kind = 'Song'")]
    [InlineData("UPDATE comments SET kind = '7'")]
    [InlineData("UPDATE comments SET attributes = '{'")]
    [InlineData("UPDATE comments SET attributes = 'null'")]
    [InlineData("UPDATE comments SET text = char(65535) || 'zz'")]
    public void Rows_that_make_no_sense_are_damage_and_their_words_stay_out_of_the_message(string sql)
    {
        using var folder = new WorkspaceFolder();
        Fill(folder);
        folder.Execute(sql);
        using var store = folder.Open();
        var failure = Assert.Throws<WorkspaceException>(store.Corpus);
        Assert.Contains("damaged", failure.What.En, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Creating_where_a_workspace_is_refuses_and_changes_nothing()
    {
        using var folder = new WorkspaceFolder();
        Fill(folder);
        var before = folder.Dump();
        var failure = Assert.Throws<WorkspaceException>(folder.Create);
        Assert.Contains("already", failure.What.En, StringComparison.Ordinal);
        Assert.Equal(before, folder.Dump());
    }

    [Fact]
    public void Creating_makes_the_folder_and_finishes_what_a_killed_creation_left()
    {
        using var folder = new WorkspaceFolder();
        File.WriteAllText(folder.Database, string.Empty);
        folder.Create().Dispose();
        WorkspaceStore.Create(Path.Combine(folder.Path, "深い", "場所"), new WorkspaceOptions()).Dispose();
        Assert.True(File.Exists(Path.Combine(folder.Path, "深い", "場所", "feedback.db")));
    }

    [Fact]
    public void A_folder_that_is_a_file_cannot_hold_a_workspace()
    {
        using var folder = new WorkspaceFolder();
        var file = Path.Combine(folder.Path, "ファイル");
        File.WriteAllText(file, "x");
        Assert.Contains("permissions", Assert.Throws<WorkspaceException>(() => WorkspaceStore.Create(file, new WorkspaceOptions())).What.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(601)]
    public void A_waiting_time_out_of_range_is_a_mistake_of_the_program(int seconds)
    {
        using var folder = new WorkspaceFolder();
        Assert.Throws<ArgumentException>(() => WorkspaceStore.Create(folder.Path, new WorkspaceOptions { LockSeconds = seconds }));
    }

    private static void Fill(WorkspaceFolder folder)
    {
        using var store = folder.Create();
        store.Import(Batch(Table("回答.csv", [.. Enumerable.Range(0, 300).Select(i => ((string?)"青葉", $"{Words}{i}"))])));
    }

    private static void Refused(WorkspaceFolder folder, string en, string ja)
    {
        var failure = Assert.Throws<WorkspaceException>(folder.Open);
        Assert.Contains(en, failure.What.En, StringComparison.Ordinal);
        Assert.Contains(ja, failure.What.Ja, StringComparison.Ordinal);
        Assert.Contains(folder.Database, failure.What.En, StringComparison.Ordinal);
        Assert.Contains(folder.Database, failure.What.Ja, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, failure.ToString(), StringComparison.Ordinal);
    }
}
