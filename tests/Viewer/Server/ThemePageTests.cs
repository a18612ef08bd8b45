using System.Globalization;
using System.Net;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Workspace;

namespace FeedbackLab.Viewer.Tests.Server;

/// <summary>Themes: what their pages show, and what people change there.</summary>
public sealed class ThemePageTests
{
    private const string Survey =
        "センター名,年度,地域,ご意見\nはるかぜ,2024,北,利用料の自己負担があるので利用を断られる。\nこもれび,2024,南,引継ぎの時期が遅く、本人が不安になる。\nみなも,2025,北,生活面の支援に追われている。\nはるかぜ,2025,北,利用料の説明に時間がかかる。\nわかば,2025,南,利用料が高い。\n";

    [Fact]
    public async Task A_theme_is_shown_with_its_counts_by_year_and_area_and_every_number_leads_to_comments()
    {
        await using var served = await Served();
        var theme = Theme(served);
        var page = await served.Page("/themes/" + theme.Code.Id);
        Assert.Contains(theme.Code.Definition.Ja, page, StringComparison.Ordinal);
        Assert.Contains("（年度ごと）", page, StringComparison.Ordinal);
        Assert.Contains("（地域ごと）", page, StringComparison.Ordinal);
        Assert.Contains($"/comments?theme={theme.Code.Id}&amp;attribute=%E5%9C%B0%E5%9F%9F&amp;value=%E5%8C%97", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"#\"", page, StringComparison.Ordinal);
        foreach (var handler in new[] { "Chart", "Table" })
        {
            using var file = await served.Client.GetAsync(new Uri($"/themes/{theme.Code.Id}?handler={handler}&name=by-year", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        }

        using var unknown = await served.Client.GetAsync(new Uri("/themes/nothing-like-it", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task A_coding_is_accepted_and_rejected_and_each_state_is_listed()
    {
        await using var served = await Served();
        var theme = Theme(served);
        var address = "/themes/" + theme.Code.Id;
        var coding = Codings(served, theme)[0];
        using var reject = await Decide(served, address, coding, accept: false);
        Assert.Equal(address + "#c-" + coding.CommentId, reject.Headers.Location?.OriginalString);
        Assert.Equal(CodingState.Rejected, Codings(served, theme)[0].State);
        await served.Analysed();
        Assert.Contains("id=\"c-" + coding.CommentId, await served.Page(address + "?state=rejected"), StringComparison.Ordinal);
        using var accept = await Decide(served, address, Codings(served, theme)[0], accept: true);
        Assert.Equal(CodingState.Accepted, Codings(served, theme)[0].State);
    }

    [Fact]
    public async Task A_comment_quoted_above_its_list_has_its_id_in_the_list_alone()
    {
        await using var served = await Served();
        var theme = Theme(served);
        Assert.NotEmpty(theme.Representative);
        var page = await served.Page("/themes/" + theme.Code.Id);
        Assert.All(theme.Representative, c => Assert.Equal(2, page.Split("id=\"c-" + c + '"').Length));
        Assert.All(theme.Representative, c => Assert.True(page.IndexOf("id=\"c-" + c, StringComparison.Ordinal) > page.IndexOf("id=\"all\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_decision_on_what_somebody_changed_meanwhile_is_refused_with_their_name()
    {
        await using var served = await Served();
        var theme = Theme(served);
        var old = Codings(served, theme)[0];
        using (var other = WorkspaceStore.Open(served.Folder, new WorkspaceOptions()))
        {
            Assert.Empty(other.SaveCodings([old with { State = CodingState.Rejected, Who = "佐藤", When = DateTimeOffset.UnixEpoch }]).Refused);
        }

        using var late = await Decide(served, "/themes/" + theme.Code.Id, old, accept: true);
        await served.Analysed();
        Assert.Contains("佐藤 さんが「却下」に変えました", await served.Page("/themes/" + theme.Code.Id), StringComparison.Ordinal);
        Assert.Equal(CodingState.Rejected, Codings(served, theme)[0].State);
    }

    [Fact]
    public async Task A_form_that_changes_the_name_alone_writes_no_other_definition()
    {
        await using var served = await Served();
        var theme = Theme(served);
        var address = "/themes/" + theme.Code.Id;
        (string, string)[] rest = [("definition", "一行目\r\n二行目"), ("include", "あれ\r\nこれ"), ("terms", string.Join('、', theme.Code.Terms))];
        using var first = await served.Post(address, address + "?handler=Edit", [("version", Version(served)), ("name", theme.Code.Name.Ja), .. rest]);
        await served.Analysed();
        Assert.Equal("あれ\nこれ", Theme(served).Code.Include);
        using var second = await served.Post(address, address + "?handler=Edit", [("version", Version(served)), ("name", "費用の負担"), .. rest]);
        Assert.Equal([CodeOperation.Renamed], served.Host.Session.Use(s => s.CodeLedger()).Entries.Where(e => e.Version == served.Host.Session.Use(s => s.Codebooks()[^1].Version)).Select(e => e.Step.Operation));
    }

    [Fact]
    public async Task A_code_is_renamed_merged_and_split_and_the_record_tells_it()
    {
        await using var served = await Served();
        var theme = Theme(served);
        var address = "/themes/" + theme.Code.Id;
        using var edit = await served.Post(address, address + "?handler=Edit", ("version", Version(served)), ("name", "費用の負担"), ("definition", theme.Code.Definition.Ja), ("definitionEn", theme.Code.Definition.En), ("include", theme.Code.Include), ("exclude", theme.Code.Exclude), ("terms", string.Join('、', theme.Code.Terms)), ("note", "わかりやすく"));
        Assert.Equal(address, edit.Headers.Location?.OriginalString);
        await served.Analysed();
        Assert.Contains("<h1>費用の負担</h1>", await served.Page(address), StringComparison.Ordinal);

        var other = served.Host.Session.Latest!.Findings.Codebook.Codes.First(c => c.Id != theme.Code.Id).Id;
        using var merge = await served.Post(address, address + "?handler=Merge", ("version", Version(served)), ("others", other));
        await served.Analysed();
        Assert.DoesNotContain(served.Host.Session.Latest!.Findings.Codebook.Codes, c => c.Id == other);

        using var split = await served.Post(address, address + "?handler=Split", ("version", Version(served)), ("names", "自己負担"), ("definitions", "払うこと"), ("terms", "自己負担"), ("names", "説明"), ("definitions", string.Empty), ("terms", "説明"));
        Assert.Equal("/themes", split.Headers.Location?.OriginalString);
        await served.Analysed();
        var codes = served.Host.Session.Latest!.Findings.Codebook.Codes;
        Assert.DoesNotContain(codes, c => c.Id == theme.Code.Id);
        Assert.Equal(["自己負担", "説明"], codes.Where(c => c.Id.StartsWith(theme.Code.Id, StringComparison.Ordinal)).Select(c => c.Name.Ja));
        var record = await served.Page("/themes");
        Assert.Contains("わかりやすく", record, StringComparison.Ordinal);
        Assert.Contains("統合:", record, StringComparison.Ordinal);
        Assert.Contains("分割:", record, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_change_need_not_wait_for_the_analysis_of_the_first()
    {
        await using var served = await Served();
        var address = "/themes/" + Theme(served).Code.Id;
        using (var other = WorkspaceStore.Open(served.Folder, new WorkspaceOptions()))
        {
            var latest = other.Codebooks()[^1];
            var renamed = CodebookOperations.Rename(CodebookReader.Read(latest.Yaml), Theme(served).Code.Id, new("費用の負担", "Costs"));
            Assert.Equal(CodebookOutcome.Written, other.ReviseCodebook(renamed, latest.Version, "自分", DateTimeOffset.UnixEpoch).Outcome);
        }

        // The session has not been told: what it shows is of the version before.
        var page = await served.Page(address);
        Assert.Contains("name=\"name\" value=\"費用の負担\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"version\" value=\"2\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"version\" value=\"2\"", await served.Page("/themes"), StringComparison.Ordinal);
        using var second = await served.Post(address, address + "?handler=Retire", ("version", "2"));
        Assert.Equal("/themes", second.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Two_parts_of_one_name_are_told_as_that()
    {
        await using var served = await Served();
        var address = "/themes/" + Theme(served).Code.Id;
        using var split = await served.Post(address, address + "?handler=Split", ("version", Version(served)), ("names", "説明"), ("names", "説明"));
        Assert.Contains("新しいコードの二つが同じ名前「説明」です", WebUtility.HtmlDecode(await split.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merge_is_undone_from_the_page_as_long_as_nobody_has_decided_by_it()
    {
        await using var served = await Served();
        var theme = Theme(served);
        var address = "/themes/" + theme.Code.Id;
        var codes = served.Host.Session.Latest!.Findings.Codebook.Codes;
        Assert.DoesNotContain("handler=UndoMerge", await served.Page("/themes"), StringComparison.Ordinal);
        using var merge = await served.Post(address, address + "?handler=Merge", ("version", Version(served)), ("others", codes.First(c => c.Id != theme.Code.Id).Id));
        await served.Analysed();
        Assert.Contains("handler=UndoMerge", await served.Page(address), StringComparison.Ordinal);
        using var undo = await served.Post("/themes", "/themes?handler=UndoMerge", ("version", Version(served)));
        Assert.Equal("/themes", undo.Headers.Location?.OriginalString);
        await served.Analysed();
        Assert.Equal(codes.Select(c => c.Id), served.Host.Session.Latest!.Findings.Codebook.Codes.Select(c => c.Id));
        var page = await served.Page("/themes");
        Assert.Contains("統合の取り消し:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=UndoMerge", page, StringComparison.Ordinal);

        using var second = await served.Post(address, address + "?handler=Merge", ("version", Version(served)), ("others", codes.First(c => c.Id != theme.Code.Id).Id));
        await served.Analysed();
        using var decide = await Decide(served, address, Codings(served, theme)[0], accept: true);
        await served.Analysed();
        using var late = await served.Post("/themes", "/themes?handler=UndoMerge", ("version", Version(served)));
        Assert.Contains("1 件の判断があったので、取り消せません", await served.Page("/themes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_by_an_older_codebook_is_refused_and_what_cannot_be_done_is_told()
    {
        await using var served = await Served();
        var theme = Theme(served);
        var address = "/themes/" + theme.Code.Id;
        using var none = await served.Post(address, address + "?handler=Merge", ("version", Version(served)));
        Assert.Equal(HttpStatusCode.Conflict, none.StatusCode);
        Assert.Contains("まとめるコードを二つ以上指定してください", await none.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var version = int.Parse(Version(served), CultureInfo.InvariantCulture);
        var latest = served.Host.Session.Use(s => s.Codebooks())[^1];
        served.Host.Session.Use(s => s.ReviseCodebook(CodebookOperations.Rename(CodebookReader.Read(latest.Yaml), theme.Code.Id, new("別の名前", "Another")), version, "佐藤", DateTimeOffset.UnixEpoch));
        using var late = await served.Post(address, address + "?handler=Retire", ("version", version.ToString(CultureInfo.InvariantCulture)));
        Assert.Contains("佐藤 さん", await late.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await served.Analysed();
        Assert.Contains(served.Host.Session.Latest!.Findings.Codebook.Codes, c => c.Id == theme.Code.Id);
    }

    [Fact]
    public async Task What_was_typed_by_an_older_codebook_stays_in_the_form_beside_what_stands_there_now_and_is_kept_when_sent_again()
    {
        await using var served = await Served();
        var theme = Theme(served);
        var address = "/themes/" + theme.Code.Id;
        var old = Version(served);
        using var first = await served.Post(address, address + "?handler=Edit", ("version", old), ("name", "先に直した名前"), ("definition", "先に直した定義"), ("terms", "利用料"));
        Assert.Equal(address, first.Headers.Location?.OriginalString);

        using var second = await served.Post(address, address + "?handler=Edit", ("version", old), ("name", "後の名前"), ("definition", "二時間かけて書いた定義"), ("terms", "利用料"), ("note", "理由"));
        var page = await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("第2版", page, StringComparison.Ordinal);
        Assert.Contains(">二時間かけて書いた定義</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("いま保存されている内容: 先に直した定義", page, StringComparison.Ordinal);
        Assert.DoesNotContain("いま保存されている内容: 利用料", page, StringComparison.Ordinal);
        Assert.Contains("id=\"typed\" aria-describedby=\"refusal\" open", page, StringComparison.Ordinal);

        var version = System.Text.RegularExpressions.Regex.Match(page[page.IndexOf("id=\"typed\"", StringComparison.Ordinal)..], "name=\"version\" value=\"([0-9]+)\"").Groups[1].Value;
        await served.Analysed();
        using var again = await served.Post(address, address + "?handler=Edit", ("version", version), ("name", "後の名前"), ("definition", "二時間かけて書いた定義"), ("terms", "利用料"));
        Assert.Equal(address, again.Headers.Location?.OriginalString);
        await served.Analysed();
        Assert.Equal("二時間かけて書いた定義", Theme(served).Code.Definition.Ja);
    }

    [Fact]
    public async Task A_name_that_another_code_has_is_refused_and_what_was_typed_stays()
    {
        await using var served = await Served();
        var theme = Theme(served);
        using var add = await served.Post("/themes", "/themes?handler=Add", ("version", Version(served)), ("name", theme.Code.Name.Ja + " "), ("definition", "書いた定義"), ("terms", "語"));
        var page = await add.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("という名前のコードが、もうあります", page, StringComparison.Ordinal);
        Assert.Contains(">書いた定義</textarea>", page, StringComparison.Ordinal);
        Assert.Single(served.Host.Session.Use(s => s.Codebooks()));

        var other = served.Host.Session.Latest!.Findings.Codebook.Codes.First(c => c.Id != theme.Code.Id);
        var address = "/themes/" + other.Id;
        using var edit = await served.Post(address, address + "?handler=Edit", ("version", Version(served)), ("name", theme.Code.Name.Ja));
        Assert.Equal(HttpStatusCode.Conflict, edit.StatusCode);
        Assert.Single(served.Host.Session.Use(s => s.Codebooks()));
    }

    [Fact]
    public async Task A_code_is_not_named_by_the_id_of_another()
    {
        await using var served = await Served();
        var theme = Theme(served);
        var other = served.Host.Session.Latest!.Findings.Codebook.Codes.First(c => c.Id != theme.Code.Id);
        foreach (var (name, english) in new[] { (other.Id, ""), ("別の名前", other.Id), ("", "") })
        {
            using var edit = await served.Post("/themes/" + theme.Code.Id, $"/themes/{theme.Code.Id}?handler=Edit", ("version", Version(served)), ("name", name), ("nameEn", english), ("definition", "書いた定義"));
            Assert.Equal(HttpStatusCode.Conflict, edit.StatusCode);
            var page = await edit.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains(name.Length > 0 ? "の ID です" : "名前が要ります", page, StringComparison.Ordinal);
            Assert.Contains(">書いた定義</textarea>", page, StringComparison.Ordinal);
        }

        Assert.Single(served.Host.Session.Use(s => s.Codebooks()));
    }

    [Fact]
    public async Task A_code_is_added_with_an_id_of_its_own()
    {
        await using var served = await Served();
        using var add = await served.Post("/themes", "/themes?handler=Add", ("version", Version(served)), ("name", "<b>送迎</b>"), ("terms", "送迎、交通"), ("definition", "通う手段"));
        await served.Analysed();
        var code = Assert.Single(served.Host.Session.Latest!.Findings.Codebook.Codes, c => c.Name.Ja == "<b>送迎</b>");
        Assert.Equal(["送迎", "交通"], code.Terms);
        Assert.Contains("&lt;b&gt;送迎&lt;/b&gt;", await served.Page("/themes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_on_what_is_no_comment_is_answered_and_changes_nothing()
    {
        await using var served = await Served();
        var address = "/themes/" + Theme(served).Code.Id;
        var before = Codings(served, Theme(served)).Select(c => (c.CommentId, c.State)).ToList();
        using var answer = await served.Post(address, address + "?handler=Decide", ("comment", "a\nb"), ("version", "1"), ("accept", "true"), ("back", "?x\ny"));
        Assert.True((int)answer.StatusCode < 500);
        Assert.Equal(before, Codings(served, Theme(served)).Select(c => (c.CommentId, c.State)));
    }

    private static async Task<ServedWorkspace> Served()
    {
        var served = await ServedWorkspace.Of(Survey);
        await served.Analysed();
        return served;
    }

    // The theme of what the survey says of fees.
    private static ThemeFinding Theme(ServedWorkspace served) => served.Host.Session.Latest!.Findings.Themes.First(t => t.Comments.Count > 1);

    private static List<StoredCoding> Codings(ServedWorkspace served, ThemeFinding theme) => [.. served.Host.Session.Use(s => s.Codings()).Where(c => c.Code == theme.Code.Id)];

    private static string Version(ServedWorkspace served) => served.Host.Session.Latest!.Codebook.ToString(CultureInfo.InvariantCulture);

    private static Task<HttpResponseMessage> Decide(ServedWorkspace served, string address, StoredCoding coding, bool accept) => served.Post(
        address, address + "?handler=Decide", ("comment", coding.CommentId), ("version", coding.Version.ToString(CultureInfo.InvariantCulture)), ("accept", accept ? "true" : "false"));
}
