using System.Net;
using System.Text.RegularExpressions;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest;
using FeedbackLab.Viewer.Server;
using FeedbackLab.Viewer.Tests.Commands;

namespace FeedbackLab.Viewer.Tests.Server;

/// <summary>The pages of a workspace of its own, served by the real server; a client that has been let in.</summary>
internal sealed partial class ServedWorkspace : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly HttpClientHandler _handler;

    private ServedWorkspace(TemporaryFolder folder, ViewHost host, HttpClientHandler handler, HttpClient client) =>
        (_folder, Host, _handler, Client) = (folder, host, handler, client);

    public ViewHost Host { get; }

    /// <summary>A client with the access key, which follows no redirects.</summary>
    public HttpClient Client { get; }

    public string Folder => _folder["workspace"];

    /// <summary>Serves a workspace with a survey in it; an empty one where there is none.</summary>
    public static async Task<ServedWorkspace> Of(string? survey = null, Func<ViewOptions, ViewOptions>? change = null, string file = "調査.csv")
    {
        var folder = new TemporaryFolder();
        var workspace = folder["workspace"];
        if (survey is not null)
        {
            using var store = WorkspaceStore.Create(workspace, new WorkspaceOptions());
            store.Import(ImportBatch.Of(CorpusReader.Read([folder.Write(file, survey)], new ReadOptions()), "tester", new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        }

        var options = new ViewOptions(workspace, folder["user"]);
        var host = await ViewHost.Start(change is null ? options : change(options));
        var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        var client = new HttpClient(handler) { BaseAddress = host.Address };
        using var entrance = await client.GetAsync(host.Entrance, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, entrance.StatusCode);
        return new ServedWorkspace(folder, host, handler, client);
    }

    /// <summary>Waits until the analysis of what the workspace holds now is there.</summary>
    public async Task Analysed()
    {
        for (var i = 0; i < 1200; i++)
        {
            if (Host.Session.Refresh() is null && Host.Session.Latest is not null)
            {
                return;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Fail("The analysis did not end within a minute.");
    }

    /// <summary>A page's markup; the page is there.</summary>
    public async Task<string> Page(string path)
    {
        using var response = await Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        var markup = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {response.StatusCode} {response.Headers.Location}\n{markup}");
        return markup;
    }

    /// <summary>Sends a form as its page would, with the token that the page holds.</summary>
    public async Task<HttpResponseMessage> Post(string page, string action, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await Page(page)).Groups[1].Value;
        using var content = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("form-token", token)]);
        return await Client.PostAsync(new Uri(action, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _handler.Dispose();
        await Host.DisposeAsync();
        _folder.Dispose();
    }

    [GeneratedRegex("name=\"form-token\" type=\"hidden\" value=\"([^\"]+)\"", RegexOptions.CultureInvariant)]
    internal static partial Regex Token();
}
