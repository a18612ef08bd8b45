using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest;
using FeedbackLab.Viewer.Tests.Commands;

namespace FeedbackLab.Viewer.Tests.Server;

/// <summary>The desk as a browser without scripts uses it.</summary>
public sealed partial class CodingPageTests
{
    private const string Survey =
        "センター名,年度,ご意見\nはるかぜ,2024,利用料の自己負担があるので利用を断られる。\nこもれび,2024,引継ぎの時期が遅く、本人が不安になる。\nみなも,2025,生活面の支援に追われている。\nはるかぜ,2025,利用料の説明に時間がかかる。\n";

    [Fact]
    public async Task A_decision_is_kept_before_the_next_comment_is_shown_and_taken_back_again()
    {
        await using var served = await Served();
        var first = await served.Page("/coding");
        var comment = Field(first, "comment");
        Assert.Contains("確かめた意見 0 / 4 件", first, StringComparison.Ordinal);
        var before = served.Host.Session.Use(s => s.Codings(comment));
        var code = Offer().Match(first).Groups[1].Value;

        using var decide = await Decide(served, first, ("code", code));
        Assert.Equal("/coding", decide.Headers.Location?.OriginalString);
        var kept = served.Host.Session.Use(s => s.Codings(comment));
        Assert.Equal([code], kept.Where(c => c.State is CodingState.Accepted or CodingState.Edited).Select(c => c.Code));
        Assert.DoesNotContain(kept, c => c.State == CodingState.Proposed);
        Assert.Contains(served.Host.Session.Use(s => s.Looks()), l => l.CommentId == comment);
        var second = await served.Page("/coding");
        Assert.NotEqual(comment, Field(second, "comment"));
        Assert.Contains("確かめた意見 1 / 4 件", second, StringComparison.Ordinal);

        using var undo = await served.Post("/coding", "/coding?handler=Undo");
        Assert.Equal("/coding?comment=" + comment, undo.Headers.Location?.OriginalString);
        Assert.Equal(before.Select(c => (c.Code, c.State)), served.Host.Session.Use(s => s.Codings(comment)).Select(c => (c.Code, c.State)));
        Assert.Empty(served.Host.Session.Use(s => s.Looks()));
        Assert.Contains("確かめた意見 0 / 4 件", await served.Page("/coding"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_code_fits_is_a_decision_and_nothing_chosen_is_none()
    {
        await using var served = await Served();
        var first = await served.Page("/coding");
        var comment = Field(first, "comment");
        using var empty = await Decide(served, first);
        Assert.Equal("/coding?comment=" + comment, empty.Headers.Location?.OriginalString);
        Assert.Contains("<p class=\"toast warn\" role=\"alert\">コードを選んでから決めてください", await served.Page("/coding"), StringComparison.Ordinal);
        Assert.Empty(served.Host.Session.Use(s => s.Looks()));

        using var none = await Decide(served, first, ("none", "true"));
        Assert.Contains("<p class=\"toast\" role=\"status\">保存しました", await served.Page("/coding"), StringComparison.Ordinal);
        Assert.Contains(served.Host.Session.Use(s => s.Looks()), l => l.CommentId == comment);
        Assert.All(served.Host.Session.Use(s => s.Codings(comment)), c => Assert.Equal(CodingState.Rejected, c.State));
    }

    [Fact]
    public async Task What_is_put_off_comes_back_when_nothing_else_is_left()
    {
        await using var served = await Served();
        var first = await served.Page("/coding");
        var comment = Field(first, "comment");
        using var later = await served.Post("/coding", "/coding?handler=Later", ("comment", comment));
        for (var i = 0; i < 3; i++)
        {
            var next = await served.Page("/coding");
            Assert.NotEqual(comment, Field(next, "comment"));
            using var none = await Decide(served, next, ("none", "true"));
        }

        Assert.Equal(comment, Field(await served.Page("/coding"), "comment"));
        using var last = await Decide(served, await served.Page("/coding"), ("none", "true"));
        Assert.Contains("すべての意見を確かめました", await served.Page("/coding"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_of_another_person_meanwhile_is_not_overwritten()
    {
        await using var served = await Served();
        var first = await served.Page("/coding");
        var comment = Field(first, "comment");
        using (var other = WorkspaceStore.Open(served.Folder, new WorkspaceOptions()))
        {
            var version = other.Codebooks()[^1].Version;
            var there = other.Codings(comment);
            Assert.Empty(other.SaveCodings([new StoredCoding(comment, "other-code", CodingState.Edited, null, [], version, "佐藤", DateTimeOffset.UnixEpoch)]).Refused);
            Assert.Equal(there.Length + 1, other.Codings(comment).Length);
        }

        using var late = await Decide(served, first, ("none", "true"));
        Assert.Equal("/coding?comment=" + comment, late.Headers.Location?.OriginalString);
        Assert.Contains("佐藤 さんが決めました", await served.Page("/coding?comment=" + comment), StringComparison.Ordinal);
        Assert.Contains(served.Host.Session.Use(s => s.Codings(comment)), c => c.Code == "other-code" && c.State == CodingState.Edited);
    }

    [Fact]
    public async Task A_blind_coding_changes_nothing_that_stands_and_gives_the_agreement()
    {
        await using var served = await Served();
        Assert.Contains("二人以上が見た意見がまだありません", await served.Page("/coding/agreement"), StringComparison.Ordinal);
        foreach (var comment in served.Host.Session.Latest!.Findings.Comments.Select(c => c.Comment.Id))
        {
            var open = await served.Page("/coding?comment=" + comment);
            using var decide = await Decide(served, open, ("code", Offer().Match(open).Groups[1].Value));
        }

        await served.Analysed();
        var analysis = served.Host.Session.Latest;
        var standing = served.Host.Session.Use(s => s.Codings());
        foreach (var comment in served.Host.Session.Latest!.Findings.Comments.Select(c => c.Comment.Id))
        {
            var blind = await served.Page($"/coding?comment={comment}&blind=1&who=%E9%88%B4%E6%9C%A8");
            Assert.DoesNotContain("決めてあります", blind, StringComparison.Ordinal);
            using var decide = await Decide(served, blind, ("blind", "1"), ("who", "鈴木"), ("none", "true"));
        }

        // What stands is as it was, so the analysis holds.
        Assert.Null(served.Host.Session.Refresh());
        Assert.Same(analysis, served.Host.Session.Latest);

        Assert.Equal(standing.Select(c => (c.Id, c.Version)), served.Host.Session.Use(s => s.Codings()).Select(c => (c.Id, c.Version)));
        var agreement = await served.Page("/coding/agreement");
        Assert.Contains("鈴木", agreement, StringComparison.Ordinal);
        Assert.Contains("コードごとの一致", agreement, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_codes_blind_sees_the_codebook_alone_in_its_order()
    {
        await using var served = await Served();
        var first = await served.Page("/coding");
        using (await Decide(served, first, ("code", Offer().Match(first).Groups[1].Value)))
        {
        }

        var blind = await served.Page("/coding?blind=1&who=%E9%88%B4%E6%9C%A8");
        Assert.Equal(Field(first, "comment"), Field(blind, "comment"));
        Assert.Equal(served.Host.Session.Latest!.Findings.Codebook.Codes.Select(c => c.Id), Codes().Matches(blind).Select(m => m.Groups[1].Value));
        foreach (var sign in new[] { "checked", "<mark>", "<meter", "badge", "近さ", "決めてあります", "/themes/" })
        {
            Assert.DoesNotContain(sign, blind[blind.IndexOf("<main", StringComparison.Ordinal)..], StringComparison.Ordinal);
        }

        // Those that others have coded come first, then an order that says nothing.
        var order = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            var page = await served.Page("/coding?blind=1&who=%E9%88%B4%E6%9C%A8");
            order.Add(Field(page, "comment"));
            using var decide = await Decide(served, page, ("blind", "1"), ("who", "鈴木"), ("none", "true"));
        }

        Assert.Equal(order.Skip(1).Order(StringComparer.Ordinal), order.Skip(1));
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_after_the_server_was_killed()
    {
        using var folder = new TemporaryFolder();
        var workspace = folder["workspace"];
        using (var store = WorkspaceStore.Create(workspace, new WorkspaceOptions()))
        {
            store.Import(ImportBatch.Of(CorpusReader.Read([folder.Write("調査.csv", Survey)], new ReadOptions()), "tester", new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        }

        var decided = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            using var server = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "feedbacklab.dll"), "view", "-w", workspace, "--no-browser"])
            {
                RedirectStandardOutput = true,
                Environment = { ["XDG_DATA_HOME"] = folder["user"] },
            })!;
            try
            {
                using var handler = new HttpClientHandler { CookieContainer = new CookieContainer() };
                using var client = new HttpClient(handler) { BaseAddress = await Entrance(server) };
                using var entrance = await client.GetAsync(client.BaseAddress, TestContext.Current.CancellationToken);
                var page = string.Empty;
                while (!page.Contains("name=\"read\"", StringComparison.Ordinal))
                {
                    await Task.Delay(100, TestContext.Current.CancellationToken);
                    page = await client.GetStringAsync(new Uri("/coding", UriKind.Relative), TestContext.Current.CancellationToken);
                }

                Assert.Contains($"<progress max=\"4\" value=\"{run}\"", page, StringComparison.Ordinal);
                decided.Add(Field(page, "comment"));
                using var form = new FormUrlEncodedContent(
                [
                    KeyValuePair.Create("comment", decided[^1]), KeyValuePair.Create("read", Field(page, "read")), KeyValuePair.Create("none", "true"),
                    KeyValuePair.Create("form-token", ServedWorkspace.Token().Match(page).Groups[1].Value),
                ]);
                using var answer = await client.PostAsync(new Uri("/coding?handler=Decide", UriKind.Relative), form, TestContext.Current.CancellationToken);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            }
            finally
            {
                server.Kill(entireProcessTree: true);
                await server.WaitForExitAsync(TestContext.Current.CancellationToken);
            }
        }

        using var opened = WorkspaceStore.Open(workspace, new WorkspaceOptions());
        Assert.Equal(decided.Order(StringComparer.Ordinal), opened.Looks().Select(l => l.CommentId).Order(StringComparer.Ordinal));
    }

    private static async Task<Uri> Entrance(Process server)
    {
        while (await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (Address().Match(line) is { Success: true } match)
            {
                return new Uri(match.Value);
            }
        }

        throw new InvalidOperationException("The server told no address.");
    }

    private static async Task<ServedWorkspace> Served()
    {
        var served = await ServedWorkspace.Of(Survey);
        await served.Analysed();
        return served;
    }

    private static Task<HttpResponseMessage> Decide(ServedWorkspace served, string page, params (string Name, string Value)[] fields) =>
        served.Post("/themes", "/coding?handler=Decide", [("comment", Field(page, "comment")), ("read", Field(page, "read")), .. fields]);

    private static string Field(string page, string name) => WebUtility.HtmlDecode(Regex.Match(page, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("name=\"code\" value=\"([^\"]+)\"[^>]*data-key=\"1\"", RegexOptions.CultureInvariant)]
    private static partial Regex Offer();

    [GeneratedRegex("name=\"code\" value=\"([^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Codes();

    [GeneratedRegex("http://127\\.0\\.0\\.1:[0-9]+/\\?key=[0-9a-f]+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
