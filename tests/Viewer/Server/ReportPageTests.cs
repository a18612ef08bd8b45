using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using FeedbackLab.Viewer.Reports.Settings;
using FeedbackLab.Viewer.Server.Jobs;

namespace FeedbackLab.Viewer.Tests.Server;

/// <summary>The report's page as a browser without scripts sees it.</summary>
public sealed partial class ReportPageTests
{
    [Fact]
    public async Task Choices_are_kept_as_the_workspaces_settings_and_the_files_are_made_and_downloaded()
    {
        await using var served = await ServedWorkspace.Of(ComparePageTests.Survey);
        await served.Analysed();
        var pinned = served.Host.Session.Latest!.Findings.Comments.First(c => c.Codings.Length > 0).Comment.Id;
        using var made = await Send(served, "Make", ("title", "../令和7年度 <まとめ>"), ("part", "Summary"), ("part", "Themes"), ("format", "Docx"), ("format", "Md"), ("count", "2"), ("shown", pinned), ("voice." + pinned, "pin"));
        Assert.StartsWith("/jobs/", made.Headers.Location!.ToString(), StringComparison.Ordinal);
        await Ended(served, made.Headers.Location!.ToString());

        var settings = ReportSettingsReader.Read(await File.ReadAllTextAsync(Path.Combine(served.Folder, "report.yaml"), TestContext.Current.CancellationToken));
        Assert.Equal("../令和7年度 <まとめ>", settings.Title);
        Assert.Equal([ReportPart.Summary, ReportPart.Themes], settings.Include);
        Assert.Equal([pinned], settings.Voices.Pinned);
        Assert.Equal(2, settings.Voices.Count);

        var page = await served.Page("/report");
        Assert.Contains("report.docx", page, StringComparison.Ordinal);
        using var file = await served.Client.GetAsync(new Uri("/report?handler=File&name=report.docx", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("令和7年度_まとめ_内部用.docx", file.Content.Headers.ContentDisposition?.FileNameStar);
        using var word = new ZipArchive(await file.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.NotNull(word.GetEntry("word/document.xml"));
        using var archive = await served.Client.GetAsync(new Uri("/report?handler=Archive", UriKind.Relative), TestContext.Current.CancellationToken);
        using var all = new ZipArchive(await archive.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Contains("report.md", all.Entries.Select(e => e.FullName));
    }

    [Theory]
    [InlineData("../report.yaml")]
    [InlineData("..%2Ffeedback.db")]
    [InlineData("feedback.db")]
    [InlineData("/etc/passwd")]
    public async Task No_other_file_is_handed_out(string name)
    {
        await using var served = await ServedWorkspace.Of(ComparePageTests.Survey);
        await served.Analysed();
        using var response = await served.Client.GetAsync(new Uri("/report?handler=File&name=" + name, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_form_of_older_settings_is_refused_and_changes_nothing()
    {
        await using var served = await ServedWorkspace.Of(ComparePageTests.Survey);
        await served.Analysed();
        var old = Version().Match(await served.Page("/report")).Groups[1].Value;
        using var first = await Send(served, "Save", ("title", "一つ目"), ("part", "Summary"), ("format", "Docx"));
        using var second = await served.Post("/report", "/report?handler=Save", ("version", old), ("title", "二つ目"), ("foreword", "三日かけて書いた文"), ("part", "Summary"), ("format", "Docx"));
        var refused = await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("保存していません", refused, StringComparison.Ordinal);
        Assert.Contains("value=\"二つ目\"", refused, StringComparison.Ordinal);
        Assert.Contains(">三日かけて書いた文</textarea>", refused, StringComparison.Ordinal);
        Assert.Contains("一つ目", await File.ReadAllTextAsync(Path.Combine(served.Folder, "report.yaml"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("format", "", "形式を、一つは")]
    [InlineData("part", "", "載せる部分を、一つは")]
    [InlineData("theme", "none", "テーマを、一つは")]
    [InlineData("from", "2025", "前と後の両方を選ぶか")]
    [InlineData("to", "2024", "前のほうが早い年")]
    public async Task What_cannot_be_kept_is_told_and_the_page_still_holds_what_was_typed(string field, string value, string told)
    {
        await using var served = await ServedWorkspace.Of(ComparePageTests.Survey);
        await served.Analysed();
        var themes = Themes(await served.Page("/report"));
        List<(string Name, string Value)> fields = [("foreword", "三日かけて書いた文"), ("title", "題"), ("publish", "true"), ("part", "Summary"), ("format", "Docx"), ("theme", themes[0])];
        if (field == "to")
        {
            fields.Add(("from", "2025"));
        }

        fields.RemoveAll(f => f.Name == field);
        if (value.Length > 0 && field != "theme")
        {
            fields.Add((field, value));
        }

        using var save = await served.Post("/report", "/report?handler=Save", [("version", Version().Match(await served.Page("/report")).Groups[1].Value), .. fields]);
        var page = await save.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Conflict, save.StatusCode);
        Assert.Contains(told, page, StringComparison.Ordinal);
        Assert.Contains(">三日かけて書いた文</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("id=\"refusal\"", page, StringComparison.Ordinal);
        Assert.Equal(field is "from" or "to" ? 2 : 1, Regex.Count(page, "aria-describedby=\"refusal\""));
        Assert.Contains("name=\"publish\" value=\"true\" checked", page, StringComparison.Ordinal);
        Assert.Equal(field == "theme" ? [] : [themes[0]], Ticked("theme", page));
        Assert.Equal(field == "format" ? [] : ["Docx"], Ticked("format", page));
        Assert.False(File.Exists(Path.Combine(served.Folder, "report.yaml")));
    }

    [Fact]
    public async Task A_map_is_chosen_by_one_field_and_a_report_of_everything_stays_one()
    {
        await using var served = await ServedWorkspace.Of(ComparePageTests.Survey);
        await served.Analysed();
        Assert.DoesNotContain("value=\"Map\"", await served.Page("/report"), StringComparison.Ordinal);
        using var chosen = await Send(served, "Save", ("part", "Summary"), ("format", "Docx"), ("map", "圏域"));
        Assert.Equal("圏域", Kept(served).Map);
        Assert.Equal([ReportPart.Summary, ReportPart.Map], Kept(served).Include);
        using var none = await Send(served, "Save", ("part", "Summary"), ("format", "Docx"), ("map", ""));
        Assert.Null(Kept(served).Map);
        Assert.Equal([ReportPart.Summary], Kept(served).Include);
        using var all = await Send(served, "Save", [("format", "Docx"), .. Enum.GetValues<ReportPart>().Where(p => p != ReportPart.Map).Select(p => ("part", p.ToString()))]);
        Assert.Equal(ReportSettings.Default.Include, Kept(served).Include);

        // Written by hand: the groups of respondents are divided by it, without a map.
        await File.WriteAllTextAsync(Path.Combine(served.Folder, "report.yaml"), "map: 圏域\ninclude: [概要, 回答者]\n", TestContext.Current.CancellationToken);
        Assert.DoesNotMatch("value=\"圏域\" selected", await served.Page("/report"));
        using var divided = await Send(served, "Save", ("part", "Summary"), ("part", "Respondents"), ("format", "Docx"), ("map", ""));
        Assert.Equal("圏域", Kept(served).Map);
        Assert.Equal([ReportPart.Summary, ReportPart.Respondents], Kept(served).Include);
    }

    [Fact]
    public async Task What_is_kept_is_confirmed()
    {
        await using var served = await ServedWorkspace.Of(ComparePageTests.Survey);
        await served.Analysed();
        using var save = await Send(served, "Save", ("part", "Summary"), ("format", "Docx"));
        Assert.Contains("保存しました。", await served.Page("/report"), StringComparison.Ordinal);
    }

    private static ReportSettings Kept(ServedWorkspace served) => ReportSettingsReader.Read(File.ReadAllText(Path.Combine(served.Folder, "report.yaml")));

    private static IEnumerable<string> Ticked(string field, string page) =>
        Regex.Matches(page, $"name=\"{field}\" value=\"([^\"]+)\" checked").Select(m => m.Groups[1].Value);

    [Fact]
    public async Task Settings_that_cannot_be_read_are_told_with_their_line()
    {
        await using var served = await ServedWorkspace.Of(ComparePageTests.Survey);
        await served.Analysed();
        await File.WriteAllTextAsync(Path.Combine(served.Folder, "report.yaml"), "title: a\nyears: [1]\n", TestContext.Current.CancellationToken);
        Assert.Contains("report.yaml の 2 行目", await served.Page("/report"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_for_publication_waits_for_doubtful_names_and_then_names_nobody()
    {
        const string Names = "センター名,年度,ご意見\nはるかぜ,2024,田中さんの利用料の自己負担が重い。\nこもれび,2024,利用料の自己負担を聞いて、本人が不安になる。\nみなも,2024,利用料の説明に時間がかかる。\n";
        await using var served = await ServedWorkspace.Of(Names);
        await served.Analysed();
        var page = await Previewed(served, "/report");
        Assert.Contains("田中", Preview(page), StringComparison.Ordinal);
        var doubtful = Doubtful().Matches(page).Select(m => (WebUtility.HtmlDecode(m.Groups[1].Value), "mask")).ToArray();
        if (doubtful.Length > 0)
        {
            using var waits = await Send(served, "Make", ("part", "Themes"), ("format", "Md"), ("publish", "true"));
            Assert.Equal("/report?publish=true#publishing", waits.Headers.Location!.ToString());
        }

        using var made = await Send(served, "Make", [("part", "Themes"), ("part", "Summary"), ("format", "Md"), ("publish", "true"), .. doubtful]);
        Assert.StartsWith("/jobs/", made.Headers.Location!.ToString(), StringComparison.Ordinal);
        await Ended(served, made.Headers.Location!.ToString());
        var report = await File.ReadAllTextAsync(Path.Combine(served.Folder, "report-published", "report.md"), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("はるかぜ", report, StringComparison.Ordinal);
        Assert.DoesNotContain("田中", report, StringComparison.Ordinal);

        // The job leads to where the choice is still ticked; an internal report made next leaves the published one alone.
        using var ended = await served.Client.GetAsync(made.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Equal("/report?publish=true#files", ended.Headers.Location?.OriginalString ?? Next().Match(await ended.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Groups[1].Value);
        Assert.Matches("name=\"publish\" value=\"true\" checked", await served.Page("/report?publish=true"));
        using var plain = await Send(served, "Make", ("title", new string('長', 120)), ("part", "Themes"), ("part", "Summary"), ("format", "Md"));
        await Ended(served, plain.Headers.Location!.ToString());
        Assert.Equal(report, await File.ReadAllTextAsync(Path.Combine(served.Folder, "report-published", "report.md"), TestContext.Current.CancellationToken));
        Assert.Contains("田中", await File.ReadAllTextAsync(Path.Combine(served.Folder, "report", "report.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var files = await served.Page("/report");
        Assert.True(files.IndexOf(">公表用</span>", StringComparison.Ordinal) < files.IndexOf(">内部用</span>", StringComparison.Ordinal));
        Assert.EndsWith("長_公表用.md", await NameOf(served, "/report?handler=File&name=report.md&publish=true"), StringComparison.Ordinal);
        Assert.EndsWith("長_内部用.md", await NameOf(served, "/report?handler=File&name=report.md"), StringComparison.Ordinal);
        Assert.EndsWith("長_公表用.zip", await NameOf(served, "/report?handler=Archive&publish=true"), StringComparison.Ordinal);

        // The preview says what the file says, those comments among it that are not quoted.
        var preview = Preview(await Previewed(served, "/report?publish=true"));
        Assert.DoesNotContain("はるかぜ", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("田中", preview, StringComparison.Ordinal);
        var quoted = Quoted().Matches(preview).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).ToList();
        Assert.NotEmpty(quoted);
        Assert.All(quoted, words => Assert.Contains(words, report, StringComparison.Ordinal));
    }

    private static async Task<string?> NameOf(ServedWorkspace served, string address)
    {
        using var file = await served.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return file.Content.Headers.ContentDisposition?.FileNameStar;
    }

    private static string Preview(string page) => page[page.IndexOf("id=\"preview\"", StringComparison.Ordinal)..];

    // The page once its preview is made.
    private static async Task<string> Previewed(ServedWorkspace served, string path)
    {
        for (var i = 0; i < 60; i++)
        {
            if (await served.Page(path) is var page && page.Contains("class=\"sheet\"", StringComparison.Ordinal))
            {
                return page;
            }
        }

        throw new InvalidOperationException("The preview was not made.");
    }

    // With every theme ticked where the fields tick none.
    private static async Task<HttpResponseMessage> Send(ServedWorkspace served, string handler, params (string Name, string Value)[] fields)
    {
        var page = await served.Page("/report");
        var themes = fields.Any(f => f.Name == "theme") ? [] : Themes(page);
        return await served.Post("/report", "/report?handler=" + handler, [("version", Version().Match(page).Groups[1].Value), .. themes.Select(t => ("theme", t)), .. fields]);
    }

    private static List<string> Themes(string page) => [.. Theme().Matches(page).Select(m => m.Groups[1].Value)];

    private static async Task Ended(ServedWorkspace served, string address)
    {
        for (var i = 0; i < 600; i++)
        {
            var state = await served.Client.GetStringAsync(new Uri(address + "?handler=State", UriKind.Relative), TestContext.Current.CancellationToken);
            if (!state.Contains(nameof(JobState.Running), StringComparison.Ordinal))
            {
                Assert.Contains(nameof(JobState.Done), state, StringComparison.Ordinal);
                return;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Fail("The report was not made within a minute.");
    }

    [GeneratedRegex("name=\"version\" value=\"([^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Version();

    [GeneratedRegex("<a class=\"button primary\" href=\"([^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Next();

    [GeneratedRegex("name=\"theme\" value=\"([^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Theme();

    [GeneratedRegex("<blockquote>\\s*<p>([^<]+)</p>", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex("name=\"(name\\.[^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Doubtful();
}
