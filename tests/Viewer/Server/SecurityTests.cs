using System.Net;
using System.Net.NetworkInformation;

namespace FeedbackLab.Viewer.Tests.Server;

/// <summary>Who gets in, and what pages may do.</summary>
public sealed class SecurityTests
{
    private const string Survey = "センター名,ご意見\nはるかぜ,利用料の自己負担があるので利用を断られる。\nこもれび,引継ぎの時期が遅く、本人が不安になる。\nみなも,生活面の支援に追われている。\n";

    [Fact]
    public async Task The_server_listens_on_loopback_only()
    {
        await using var served = await ServedWorkspace.Of();
        var ours = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(l => l.Port == served.Host.Address.Port).ToList();
        Assert.NotEmpty(ours);
        Assert.All(ours, l => Assert.True(IPAddress.IsLoopback(l.Address), l.ToString()));
    }

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("Host", "127.0.0.1:1")]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Requests_from_elsewhere_are_refused(string header, string value)
    {
        await using var served = await ServedWorkspace.Of();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/start");
        request.Headers.Add(header, value);
        using var response = await served.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("feedbacklab-key=0000")]
    public async Task Nobody_gets_in_without_the_key(string? cookie)
    {
        await using var served = await ServedWorkspace.Of(Survey);
        using var stranger = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = served.Host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/comments");
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        using var response = await stranger.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.DoesNotContain("利用料", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_leaves_the_address_and_the_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        await using var served = await ServedWorkspace.Of();
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
        using var client = new HttpClient(handler);
        using var response = await client.GetAsync(new Uri(served.Host.Address, "/start?lang=en&" + served.Host.Entrance.Query[1..]), TestContext.Current.CancellationToken);
        Assert.Equal("/start?lang=en", response.Headers.Location?.OriginalString);
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_carries_the_policy_and_stays_out_of_caches()
    {
        await using var served = await ServedWorkspace.Of();
        foreach (var path in new[] { "/start", "/log", "/no-such-page", "/assets/none.css" })
        {
            using var response = await served.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            Assert.True(response.Headers.CacheControl!.NoStore, path);
        }
    }

    [Fact]
    public async Task Pages_hold_no_inline_script_and_no_style_attribute()
    {
        await using var served = await ServedWorkspace.Of(Survey);
        await served.Analysed();
        foreach (var path in new[] { "/start", "/overview", "/comments", "/log" })
        {
            var markup = await served.Page(path);
            Assert.DoesNotMatch("<script(?![^>]* src=)", markup);
            Assert.DoesNotMatch("<style|\\sstyle=|\\son[a-z]+=", markup);
            Assert.DoesNotMatch("(src|href)=\"(https?:)?//", markup);
        }
    }

    [Theory]
    [InlineData("/assets/")]
    [InlineData("/assets")]
    [InlineData("/assets/..%2f..%2ffeedback.db")]
    [InlineData("/assets/tokens.css")]
    [InlineData("/feedback.db")]
    [InlineData("/Pages/Overview/Index.cshtml")]
    public async Task Nothing_is_listed_and_no_file_is_served(string path)
    {
        await using var served = await ServedWorkspace.Of(Survey);
        using var response = await served.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var served = await ServedWorkspace.Of();
        using var content = new FormUrlEncodedContent([]);
        using var response = await served.Client.PostAsync(new Uri("/jobs/none?handler=Cancel", UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Assets_are_kept_for_good_under_an_address_with_their_hash()
    {
        await using var served = await ServedWorkspace.Of();
        using var response = await served.Client.GetAsync(new Uri(Viewer.Server.Assets.Url("tokens.css"), UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl?.ToString());
        Assert.Matches("^/assets/tokens\\.[0-9a-f]{12}\\.css$", Viewer.Server.Assets.Url("tokens.css"));
    }

    [Fact]
    public async Task Hostile_text_is_shown_as_text()
    {
        const string Hostile = "<script>alert(1)</script>\u202e裏返し\u2066\u0007&amp;";
        await using var served = await ServedWorkspace.Of($"センター名,ご意見,地域\n{Hostile},{Hostile}利用料の負担が重い。,\"=1+1\"\nこもれび,引継ぎの時期が遅い。,北\n");
        await served.Analysed();
        foreach (var path in new[] { "/overview", "/comments" })
        {
            var markup = await served.Page(path);
            Assert.DoesNotContain("<script>alert", markup, StringComparison.Ordinal);
            Assert.DoesNotContain('\u202e', markup);
            Assert.DoesNotContain('\u2066', markup);
        }

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;\uFFFD裏返し\uFFFD\uFFFD&amp;amp;", await served.Page("/comments"), StringComparison.Ordinal);
    }
}
