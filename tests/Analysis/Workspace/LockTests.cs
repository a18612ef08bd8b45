using System.Diagnostics;
using FeedbackLab.Analysis.Workspace;
using static FeedbackLab.Analysis.Tests.Workspace.InventedFiles;
using static FeedbackLab.Analysis.Tests.Workspace.WorkspaceFolder;

namespace FeedbackLab.Analysis.Tests.Workspace;

public sealed class LockTests
{
    [Fact]
    public void A_workspace_held_too_long_is_said_to_be_in_use_and_reading_goes_on()
    {
        using var folder = new WorkspaceFolder();
        folder.Create().Dispose();
        using var store = WorkspaceStore.Open(folder.Path, new WorkspaceOptions { LockSeconds = 1 });
        store.Import(Batch(Table("甲.csv", ("青葉", "送迎が足りない。"))));
        var before = folder.Dump();
        using var other = folder.Connect();
        using var transaction = other.BeginTransaction();
        var watch = Stopwatch.StartNew();
        var failure = Assert.Throws<WorkspaceException>(() => store.Import(Batch(Table("乙.csv", ("若草", "道が暗い。")))));
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(60));
        Assert.Contains("another program", failure.What.En, StringComparison.Ordinal);
        Assert.Contains("使用中", failure.What.Ja, StringComparison.Ordinal);
        Assert.Single(store.Corpus().Comments);
        transaction.Rollback();
        Assert.Equal(before, folder.Dump());
        Assert.NotNull(store.Import(Batch(Table("乙.csv", ("若草", "道が暗い。")))).Import);
    }

    [Fact]
    public async Task A_write_waits_for_the_other_program_to_finish()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        using var other = folder.Connect();
        var transaction = await other.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var import = Task.Run(() => store.Import(Batch(Table("甲.csv", ("青葉", "送迎が足りない。")))), TestContext.Current.CancellationToken);
        await Task.Delay(300, TestContext.Current.CancellationToken);
        Assert.False(import.IsCompleted);
        await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        Assert.NotNull((await import).Import);
    }

    [Fact]
    public async Task Programs_that_write_at_once_all_get_their_turn()
    {
        using var folder = new WorkspaceFolder();
        folder.Create().Dispose();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(program => Task.Run(() =>
        {
            using var store = folder.Open();
            for (var i = 0; i < 5; i++)
            {
                store.Import(Batch(Table($"{program}-{i}.csv", ("青葉", $"{program} が足りない。"), ("若草", $"{i} が足りない。{program}"))));
            }
        })));
        using var reader = folder.Open();
        Assert.Equal(20, reader.Imports().Length);
        Assert.Equal(40, reader.Corpus().Comments.Length);
    }

    [Fact]
    public void A_reader_sees_one_state_while_another_program_writes()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        store.Import(Batch(Table("甲.csv", ("青葉", "送迎が足りない。"))));
        using var reader = folder.Connect();
        using var snapshot = reader.BeginTransaction(deferred: true);
        using var count = reader.CreateCommand();
        count.CommandText = "SELECT COUNT(*) FROM comments";
        Assert.Equal(1L, count.ExecuteScalar());
        store.Import(Batch(Table("乙.csv", ("若草", "道が暗い。"))));
        Assert.Equal(1L, count.ExecuteScalar());
        Assert.Equal(2, store.Corpus().Comments.Length);
    }
}
