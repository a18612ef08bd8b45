using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Viewer.Server;

namespace FeedbackLab.Viewer.Tests.Server;

/// <summary>The workspace as pages share it, and the analysis that follows it.</summary>
public sealed class SessionTests
{
    private const string Survey = "センター名,年度,ご意見\nはるかぜ,2024,利用料の自己負担があるので利用を断られる。\nこもれび,2024,引継ぎの時期が遅く、本人が不安になる。\nみなも,2025,生活面の支援に追われている。\nはるかぜ,2025,<b>利用料</b>の説明に時間がかかる。\n";

    [Fact]
    public async Task What_another_program_decides_is_analysed_anew_and_nothing_else()
    {
        await using var served = await ServedWorkspace.Of(Survey);
        await served.Analysed();
        var first = served.Host.Session.Latest!;
        Assert.Null(served.Host.Session.Refresh());
        var coded = first.Findings.Comments.First(c => !c.Codings.IsEmpty);
        using (var other = WorkspaceStore.Open(served.Folder, new WorkspaceOptions()))
        {
            var stored = other.Codings(coded.Comment.Id).First();
            Assert.Empty(other.SaveCodings([stored with { State = CodingState.Rejected, Who = "other", When = DateTimeOffset.UnixEpoch }]).Refused);
        }

        await served.Analysed();
        var second = served.Host.Session.Latest!;
        Assert.NotSame(first, second);
        Assert.NotNull(second.Before);
        Assert.Equal(first.Findings.Comments.Length, second.Before.Total.Analysed);
        Assert.Contains("前回の分析から変わったこと", await served.Page("/method"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_before_is_still_known_after_the_same_analysis_is_made_again()
    {
        // Capital letters stand first by their numbers, and between the others in a language's order.
        await using var served = await ServedWorkspace.Of(Survey);
        await served.Analysed();
        var counts = AnalysisRecord.Latest(served.Folder)!;
        AnalysisRecord With(int respondents) => counts with { Respondents = respondents, Sources = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["B.csv"] = "1", ["a.csv"] = "2" } };
        AnalysisRecord.Keep(served.Folder, With(1));
        Assert.Equal(1, AnalysisRecord.Keep(served.Folder, With(2))!.Respondents);
        Assert.Equal(1, AnalysisRecord.Keep(served.Folder, With(2))!.Respondents);
    }

    [Fact]
    public async Task An_analysis_during_which_the_codebook_was_changed_does_not_hold()
    {
        await using var served = await ServedWorkspace.Of(Survey);
        await served.Analysed();
        using var store = WorkspaceStore.Open(served.Folder, new WorkspaceOptions());
        var before = WorkspaceState.Of(store);
        var version = store.Codebooks()[^1];
        store.ReplaceProposals([], version.Version, "feedbacklab", DateTimeOffset.UnixEpoch);
        Assert.Equal(WorkspaceState.Of(store), WorkspaceState.After(store, before, version.Version));
        Assert.NotEqual(before, WorkspaceState.After(store, before, version.Version));

        var renamed = version.Yaml.Replace("利用料・自己負担", "あたらしい料金", StringComparison.Ordinal);
        Assert.Equal(CodebookOutcome.Written, store.SaveCodebook(renamed, version.Version, "other", DateTimeOffset.UnixEpoch).Outcome);
        Assert.Equal(before, WorkspaceState.After(store, before, version.Version));
        Assert.Equal(WorkspaceState.Of(store), WorkspaceState.After(store, before, version.Version + 1));
    }

    [Fact]
    public async Task A_message_for_the_next_page_outlives_the_requests_of_scripts_between()
    {
        await using var served = await ServedWorkspace.Of(Survey);
        await served.Analysed();
        var job = served.Host.Session.LastAnalysis!.Id;
        Assert.False((await Script(served, $"/jobs/{job}?handler=State")).Headers.Contains("Set-Cookie"));
        var coded = served.Host.Session.Latest!.Findings.Comments.First(c => !c.Codings.IsEmpty);
        var theme = "/themes/" + coded.Codings[0].Code;
        var version = served.Host.Session.Codings().First(c => c.CommentId == coded.Comment.Id && c.Code == coded.Codings[0].Code).Version;
        using var post = await served.Post(
            theme, theme + "?handler=Decide", ("comment", coded.Comment.Id), ("version", version.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("accept", "true"));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, post.StatusCode);
        Assert.False((await Script(served, $"/jobs/{job}?handler=State")).Headers.Contains("Set-Cookie"));
        Assert.Contains("保存しました: 承認", await served.Page(theme), StringComparison.Ordinal);
        Assert.DoesNotContain("保存しました: 承認", await served.Page(theme), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_step_of_the_method_adds_up()
    {
        await using var served = await ServedWorkspace.Of(Survey + "こもれび,2025,特になし\nみなも,2025,\nみなも,2025,生活面の支援に追われている。\n");
        await served.Analysed();
        var steps = Viewer.Pages.Method.MethodSteps.Of(served.Host.Session.Latest!, new Viewer.Pages.Method.MethodWords(ScreenLanguage.Japanese), ScreenLanguage.Japanese);
        Assert.Equal(7, steps.Length);
        Assert.All(steps, s => Assert.True(s.AddsUp, s.ToString()));
        var ledger = new Viewer.Pages.LedgerView(served.Host.Session.Latest!.Findings.Ledger, ScreenLanguage.Japanese, served.Host.Session.Latest!.Findings.Corpus);
        Assert.True(ledger.AddsUp);
        Assert.Equal(7, ledger.Ledger.Total.RowsIn);
    }

    [Fact]
    public async Task Every_link_of_every_page_leads_somewhere()
    {
        await using var served = await ServedWorkspace.Of(Survey);
        await served.Analysed();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(["/overview", "/start", "/method", "/respondents"]);
        while (open.TryDequeue(out var path))
        {
            var markup = await served.Page(path);
            foreach (System.Text.RegularExpressions.Match link in System.Text.RegularExpressions.Regex.Matches(markup, "href=\"(/[^\"#]*)"))
            {
                var address = System.Net.WebUtility.HtmlDecode(link.Groups[1].Value);
                if (!address.StartsWith("/assets/", StringComparison.Ordinal) && !address.StartsWith("/themes/", StringComparison.Ordinal) && address != "/" && !address.StartsWith("/jobs/", StringComparison.Ordinal)
                    && !address.Contains("lang=", StringComparison.Ordinal) && !address.Contains("look=", StringComparison.Ordinal) && seen.Add(address))
                {
                    open.Enqueue(address);
                }
            }
        }

        Assert.True(seen.Count > 30, string.Join('\n', seen));
    }

    [Fact]
    public async Task A_comment_is_shown_in_its_source_even_when_the_file_is_gone()
    {
        await using var served = await ServedWorkspace.Of(Survey);
        await served.Analysed();
        var comment = served.Host.Session.Latest!.Findings.Comments[1].Comment;
        var page = await served.Page("/comments/" + comment.Id);
        Assert.Contains("元のファイルがワークスペースにない", page, StringComparison.Ordinal);
        Assert.Contains("生活面の支援に追われている", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figures_downloads_carry_safe_names()
    {
        await using var served = await ServedWorkspace.Of(Survey);
        await served.Analysed();
        foreach (var (handler, type) in new[] { ("Chart", "image/svg+xml"), ("Table", "text/csv") })
        {
            using var response = await served.Client.GetAsync(new Uri($"/overview?handler={handler}&name=themes", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
            Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
            Assert.StartsWith("テーマを挙げた回答者の数.", response.Content.Headers.ContentDisposition?.FileNameStar, StringComparison.Ordinal);
        }
    }

    private static async Task<System.Net.Http.HttpResponseMessage> Script(ServedWorkspace served, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("Sec-Fetch-Mode", "cors");
        return await served.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
