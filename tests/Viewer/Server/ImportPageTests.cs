using System.Net;
using System.Text;
using FeedbackLab.Viewer.Server;
using FeedbackLab.Viewer.Server.Imports;
using FeedbackLab.Viewer.Server.Jobs;
using Microsoft.AspNetCore.Http;

namespace FeedbackLab.Viewer.Tests.Server;

/// <summary>Files on their way in, as a browser without scripts sends them.</summary>
public sealed class ImportPageTests
{
    private const string Survey = "センター名,ご意見\nはるかぜ,利用料の自己負担があるので利用を断られる。\nこもれび,引継ぎの時期が遅く、本人が不安になる。\nみなも,特になし\n";

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("../originals")]
    [InlineData(null)]
    public async Task What_is_no_draft_is_not_thrown_away(string? draft)
    {
        await using var served = await ServedWorkspace.Of();
        var check = await Upload(served, ("調査.csv", Survey));
        using var discard = await served.Post(check, "/start?handler=discard", draft is null ? [] : [("draft", draft)]);
        Assert.Equal(HttpStatusCode.Redirect, discard.StatusCode);
        Assert.NotEmpty(Directory.GetDirectories(Path.Combine(served.Folder, "incoming")));
        Assert.Contains("意見 2 件、回答者 3", await served.Page(check), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_staged_read_shown_and_taken_in()
    {
        await using var served = await ServedWorkspace.Of();
        var check = await Upload(served, ("調査.csv", Survey));
        var shown = await served.Page(check);
        Assert.Contains("意見 2 件、回答者 3", shown, StringComparison.Ordinal);
        Assert.Contains("利用料の自己負担", shown, StringComparison.Ordinal);
        Assert.Empty(served.Host.Session.Use(s => s.Sources()));

        using var import = await served.Post(check, check + "?handler=Import", Fields(shown));
        var done = await Followed(served, import);
        Assert.StartsWith("/start?imported=", done, StringComparison.Ordinal);
        var source = Assert.Single(served.Host.Session.Use(s => s.Sources())).Source;
        Assert.Equal(Encoding.UTF8.GetBytes(Survey), Viewer.Originals.OriginalFiles.Read(served.Folder, source));
        Assert.Empty(Directory.GetDirectories(Path.Combine(served.Folder, "incoming")));
        Assert.True(File.Exists(Path.Combine(served.Folder, "mapping.yaml")));
    }

    [Fact]
    public async Task A_form_of_an_older_reading_is_refused_with_a_message()
    {
        await using var served = await ServedWorkspace.Of();
        var check = await Upload(served, ("調査.csv", Survey));
        var old = Fields(await served.Page(check));
        using var read = await served.Post(check, check + "?handler=Read", old);
        await Followed(served, read);
        using var import = await served.Post(check, check + "?handler=Import", old);
        Assert.Equal(check, import.Headers.Location?.OriginalString);
        Assert.Contains("別のタブで読み直されています", await served.Page(check), StringComparison.Ordinal);
        Assert.Empty(served.Host.Session.Use(s => s.Sources()));
    }

    [Fact]
    public async Task Another_tabs_undo_does_not_take_a_later_import_back()
    {
        await using var served = await ServedWorkspace.Of(Survey);
        var first = served.Host.Session.Use(s => s.Imports()).Single().Id;
        var check = await Upload(served, ("二つ目.csv", Survey.Replace("利用料", "送迎", StringComparison.Ordinal)));
        using var import = await served.Post(check, check + "?handler=Import", Fields(await served.Page(check)));
        await Followed(served, import);
        using var undo = await served.Post("/start", "/start?handler=Undo", ("import", first.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(HttpStatusCode.Conflict, undo.StatusCode);
        Assert.Equal(2, served.Host.Session.Use(s => s.Sources()).Length);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_told_and_the_others_go_on()
    {
        await using var served = await ServedWorkspace.Of();
        var check = await Upload(served, ("壊れた.xlsx", "no workbook"), ("調査.csv", Survey));
        var shown = await served.Page(check);
        Assert.Contains("壊れた.xlsx", shown, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", shown, StringComparison.Ordinal);
        Assert.Contains("意見 2 件、回答者 3", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_says_the_same_as_another_is_told_and_only_what_may_be_in_another_encoding_is_offered_one()
    {
        await using var served = await ServedWorkspace.Of();
        var check = await Upload(served, ("調査.csv", Survey), ("調査（写し）.csv", Survey), ("空.csv", string.Empty));
        var shown = await served.Page(check);
        Assert.Contains("「調査.csv」と中身が同じなので、読みませんでした", shown, StringComparison.Ordinal);
        Assert.Contains("ファイルが空です", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"encoding:", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_nobody_took_in_go_with_the_program_and_with_the_next_one()
    {
        await using var served = await ServedWorkspace.Of();
        var incoming = Path.Combine(served.Folder, "incoming");
        var left = Directory.CreateDirectory(Path.Combine(incoming, "0123456789ab")).FullName;
        await File.WriteAllTextAsync(Path.Combine(left, "調査.csv"), Survey, TestContext.Current.CancellationToken);
        await Upload(served, ("調査.csv", Survey));
        Assert.Equal(2, Directory.GetDirectories(incoming).Length);

        // Another program on the same workspace takes away what a run left that is over, and not what this one holds.
        using var user = new Commands.TemporaryFolder();
        var other = await ViewHost.Start(new ViewOptions(served.Folder, user["user"]));
        Assert.False(Directory.Exists(left));
        Assert.Single(Directory.GetDirectories(incoming));
        await other.DisposeAsync();
        Assert.Single(Directory.GetDirectories(incoming));

        await served.Host.DisposeAsync();
        Assert.Empty(Directory.GetFileSystemEntries(incoming));
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        await using var served = await ServedWorkspace.Of();
        using var jobs = new JobBoard(new ErrorLog());
        using var drafts = new ImportDrafts(served.Host.Session, jobs);
        await Assert.ThrowsAsync<IOException>(() => drafts.Stage([new BrokenFile()], TestContext.Current.CancellationToken));
        Assert.Empty(Directory.GetDirectories(Path.Combine(served.Folder, "incoming")));
    }

    [Fact]
    public async Task An_import_whose_copies_cannot_be_kept_is_done_and_says_so()
    {
        await using var served = await ServedWorkspace.Of();
        var check = await Upload(served, ("調査.csv", Survey));
        await File.WriteAllTextAsync(Path.Combine(served.Folder, "originals"), "no folder", TestContext.Current.CancellationToken);
        using var import = await served.Post(check, check + "?handler=Import", Fields(await served.Page(check)));
        var job = import.Headers.Location!.OriginalString;
        var page = string.Empty;
        for (var i = 0; i < 200 && !page.Contains("次へ進む", StringComparison.Ordinal); i++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            page = await served.Page(job);
        }

        Assert.Contains("取り込みは終わりましたが、対応表か元のファイルの写しを書き出せません", page, StringComparison.Ordinal);
        Assert.Contains("/start?imported=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.Single(served.Host.Session.Use(s => s.Sources()));
    }

    // Sent by a browser that goes away.
    private sealed class BrokenFile : IFormFile
    {
        public string ContentType => "text/csv";

        public string ContentDisposition => string.Empty;

        public IHeaderDictionary Headers { get; } = new HeaderDictionary();

        public long Length => 1;

        public string Name => "files";

        public string FileName => "調査.csv";

        public void CopyTo(Stream target) => throw new IOException();

        public Task CopyToAsync(Stream target, CancellationToken cancellationToken = default) => throw new IOException();

        public Stream OpenReadStream() => throw new IOException();
    }

    [Fact]
    public async Task Of_an_undo_only_what_people_decided_is_told()
    {
        await using var served = await ServedWorkspace.Of(Survey);
        await served.Analysed();
        var import = served.Host.Session.Use(s => s.Imports()).Single().Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var codings = served.Host.Session.Codings();
        Assert.True(codings.Length > 1);
        served.Host.Session.Use(s => s.SaveCodings([codings[0] with { State = Analysis.Findings.CodingState.Accepted, Who = "佐藤" }]));
        using var undo = await served.Post("/start", "/start?handler=Undo", ("import", import));
        Assert.Contains("付けた判断 1 件は取り置き", await served.Page("/start"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_the_limit_is_refused_with_a_page()
    {
        await using var served = await ServedWorkspace.Of(change: o => o with { MostUploadBytes = 10_000 });
        using var content = Files(("大きい.csv", Survey + new string('あ', 20_000)));
        using var response = await Send(served, content);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("ファイルが大きすぎます", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_files_and_none_are_told()
    {
        await using var served = await ServedWorkspace.Of(change: o => o with { MostUploadFiles = 1 });
        using var two = Files(("一.csv", Survey), ("二.csv", Survey));
        using var many = await Send(served, two);
        Assert.Equal("/start", many.Headers.Location?.OriginalString);
        Assert.Contains("一度に入れられるのは 1 件、", await served.Page("/start"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_samples_come_in_and_go_again()
    {
        await using var served = await ServedWorkspace.Of();
        using var samples = await served.Post("/start", "/start?handler=Samples");
        await Followed(served, samples);
        var import = served.Host.Session.Use(s => s.Imports()).Single();
        Assert.True(import.Sources.Length >= 6);
        using var undo = await served.Post("/start", "/start?handler=Undo", ("import", import.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(HttpStatusCode.Redirect, undo.StatusCode);
        Assert.Empty(served.Host.Session.Use(s => s.Sources()));
        Assert.Empty(Directory.GetFiles(Path.Combine(served.Folder, "originals")));
    }

    private static MultipartFormDataContent Files(params (string Name, string Text)[] files)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, text) in files)
        {
            content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "files", name);
        }

        return content;
    }

    private static async Task<HttpResponseMessage> Send(ServedWorkspace served, MultipartFormDataContent content)
    {
        content.Add(new StringContent(ServedWorkspace.Token().Match(await served.Page("/start")).Groups[1].Value), "form-token");
        return await served.Client.PostAsync(new Uri("/start?handler=Upload", UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    private static async Task<string> Upload(ServedWorkspace served, params (string Name, string Text)[] files)
    {
        using var content = Files(files);
        using var response = await Send(served, content);
        return await Followed(served, response);
    }

    // From a job's page to where it leads.
    private static async Task<string> Followed(ServedWorkspace served, HttpResponseMessage response)
    {
        var address = response.Headers.Location!.OriginalString;
        Assert.StartsWith("/jobs/", address, StringComparison.Ordinal);
        while (true)
        {
            using var page = await served.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            if (page.StatusCode == HttpStatusCode.Redirect)
            {
                return page.Headers.Location!.OriginalString;
            }

            var markup = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain("role=\"alert\"", markup, StringComparison.Ordinal);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    // The form as it is shown, untouched.
    private static (string, string)[] Fields(string page)
    {
        var fields = new List<(string, string)>();
        foreach (System.Text.RegularExpressions.Match input in System.Text.RegularExpressions.Regex.Matches(page, "<input[^>]*name=\"(?<name>[^\"]+)\"[^>]*>"))
        {
            var value = System.Text.RegularExpressions.Regex.Match(input.Value, "value=\"([^\"]*)\"").Groups[1].Value;
            if (input.Groups["name"].Value != "form-token" && (!input.Value.Contains("checkbox", StringComparison.Ordinal) || input.Value.Contains("checked", StringComparison.Ordinal)))
            {
                fields.Add((WebUtility.HtmlDecode(input.Groups["name"].Value), WebUtility.HtmlDecode(value)));
            }
        }

        foreach (System.Text.RegularExpressions.Match select in System.Text.RegularExpressions.Regex.Matches(page, "<select[^>]*name=\"(?<name>[^\"]+)\"[^>]*>(?<options>.*?)</select>", System.Text.RegularExpressions.RegexOptions.Singleline))
        {
            var chosen = System.Text.RegularExpressions.Regex.Match(select.Groups["options"].Value, "<option(?=[^>]*selected)[^>]*value=\"([^\"]*)\"");
            fields.Add((WebUtility.HtmlDecode(select.Groups["name"].Value), WebUtility.HtmlDecode(chosen.Groups[1].Value)));
        }

        return [.. fields];
    }
}
