using System.Net;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Server;
using FeedbackLab.Viewer.Server.Jobs;

namespace FeedbackLab.Viewer.Tests.Server;

/// <summary>Long work in the background.</summary>
public sealed class JobTests
{
    private static readonly BilingualText Title = new("仕事", "Work");

    [Fact]
    public async Task A_job_tells_its_stage_and_where_to_go_from_it()
    {
        using var board = new JobBoard(new ErrorLog());
        var job = board.Start(Title, progress =>
        {
            progress.Tell(new BilingualText("数える", "Counting"), 0.5);
            progress.GoTo("/overview");
        });
        await Ended(job);
        Assert.Equal((JobState.Done, "/overview", 1.0), (job.Status.State, job.Status.Next, job.Status.Share));
        Assert.Same(job, board.Find(job.Id));
    }

    [Fact]
    public async Task A_stopped_job_ends_at_its_next_step_on_whatever_thread_that_is()
    {
        using var board = new JobBoard(new ErrorLog());
        using var begun = new ManualResetEventSlim();
        var job = board.Start(Title, progress => Parallel.For(0, 1_000_000, _ =>
        {
            progress.Tell(Title, 0.1);
            begun.Set();
            Thread.Sleep(1);
        }));
        begun.Wait(TestContext.Current.CancellationToken);
        job.Cancel();
        await Ended(job);
        Assert.Equal(JobState.Cancelled, job.Status.State);
    }

    [Fact]
    public async Task A_failure_is_told_and_logged()
    {
        var errors = new ErrorLog();
        using var board = new JobBoard(errors);
        var job = board.Start(Title, _ => throw new InvalidOperationException("boom"));
        await Ended(job);
        Assert.Equal(JobState.Failed, job.Status.State);
        Assert.Contains("InvalidOperationException", job.Status.Failure!.En, StringComparison.Ordinal);
        Assert.Contains("boom", Assert.Single(errors.All).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_the_board_has_ended_no_work_begins()
    {
        var board = new JobBoard(new ErrorLog());
        Job? after = null;
        var ran = false;
        var last = board.Start(Title, progress =>
        {
            while (after is null)
            {
                Thread.Sleep(1);
            }
        });
        var ending = Task.Run(board.Dispose, TestContext.Current.CancellationToken);
        while (after is not { Status.State: JobState.Cancelled })
        {
            after = board.Start(Title, progress => progress.Tell(Title));
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        await ending;
        Assert.True(last.EndsWithin(TimeSpan.Zero));
        Assert.Equal(JobState.Cancelled, board.Start(Title, _ => ran = true).Status.State);
        Assert.False(ran);
    }

    [Fact]
    public async Task The_page_of_a_job_survives_a_reload_and_works_without_scripts()
    {
        await using var served = await ServedWorkspace.Of("センター名,ご意見\nはるかぜ,利用料の負担が重い。\nこもれび,引継ぎの時期が遅い。\n");
        var address = JobBoard.Url(served.Host.Session.Analyse());
        for (var i = 0; i < 2; i++)
        {
            using var response = await served.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, response.StatusCode.ToString());
            if (response.StatusCode == HttpStatusCode.OK)
            {
                Assert.Contains("http-equiv=\"refresh\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            }
        }

        await served.Analysed();
        using var ended = await served.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("/overview", ended.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_job_of_an_earlier_run_is_said_to_be_unknown()
    {
        await using var served = await ServedWorkspace.Of();
        using var response = await served.Client.GetAsync(new Uri("/jobs/000000000000", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("起動し直された", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task Ended(Job job)
    {
        while (job.Status.State == JobState.Running)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
