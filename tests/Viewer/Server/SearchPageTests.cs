using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FeedbackLab.Viewer.Tests.Server;

/// <summary>The search as a browser without scripts sees it: the address holds all that is asked.</summary>
public sealed class SearchPageTests
{
    private const string Survey =
        "センター名,年度,地域,ご意見\nはるかぜ,2024,北,利用料の自己負担があるので利用を断られる。\nこもれび,2024,南,引継ぎの時期が遅く、本人が不安になる。\nみなも,2025,北,生活面の支援に追われている。\nはるかぜ,2025,北,利用料の説明に時間がかかる。\nわかば,2025,南,利用料が高い。\n";

    [Fact]
    public async Task Where_the_same_was_said_twice_each_page_says_whether_it_counts_that_twice()
    {
        await using var served = await ServedWorkspace.Of("センター名,年度,ご意見\nはるかぜ,2024,利用料が高い。\nはるかぜ,2024,利用料が高い。\nみなも,2024,送迎の時間が合わない。\nわかば,2024,特になし\n");
        await served.Analysed();
        Assert.Single(served.Host.Session.Latest!.Findings.Duplicates);
        Assert.Contains("意見 3 件（重複も含めて全 3 件）", await served.Page("/search"), StringComparison.Ordinal);
        var start = await served.Page("/start");
        Assert.Contains("意見（重複も含めて）", start, StringComparison.Ordinal);
        var address = System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(start, "href=\"(/search[^\"]+)\">3</a>").Groups[1].Value);
        Assert.Contains("意見 3 件（重複も含めて全 3 件）", await served.Page(address), StringComparison.Ordinal);
        Assert.Matches("意見（重複も含めて） <a href=\"/search\">3</a>", await served.Page("/method"));
    }

    [Fact]
    public async Task Matches_are_marked_in_the_untouched_text_and_counted_by_respondents()
    {
        await using var served = await Served();
        var page = await served.Page("/search?q=利用料");
        Assert.Equal(3, Count(page, "<mark>利用料</mark>"));
        Assert.Contains("意見 3 件（全 5 件）、回答者 2 者（意見のある 4 者のうち）", page, StringComparison.Ordinal);
        Assert.Contains("value=\"利用料\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_of_a_facet_are_joined_by_or_and_facets_by_and()
    {
        await using var served = await Served();
        Assert.Contains("意見 1 件（全 5 件）", await served.Page("/search?q=利用料&year=2024"), StringComparison.Ordinal);
        Assert.Contains("意見 3 件（全 5 件）", await served.Page("/search?q=利用料&year=2024&year=2025"), StringComparison.Ordinal);
        Assert.Contains("意見 1 件（全 5 件）", await served.Page("/search?q=利用料&year=2024&year=2025&a:地域=南"), StringComparison.Ordinal);
        Assert.Contains("当てはまる意見はありません", await served.Page("/search?q=利用料&year=2024&a:地域=南"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chosen_facet_still_counts_its_other_values()
    {
        await using var served = await Served();
        var page = await served.Page("/search?q=利用料&year=2024");
        Assert.Matches("name=\"year\" value=\"2024\" checked", page);
        Assert.Matches("(?s)name=\"year\" value=\"2025\"[^>]*>.*?>2<span", page);
    }

    [Fact]
    public async Task Where_a_query_cannot_be_read_the_page_points_at_the_place_and_searches_what_was_meant()
    {
        await using var served = await Served();
        var page = await served.Page("/search?q=" + Uri.EscapeDataString("利用料 AND (高い"));
        Assert.Contains("この検索式は読めません", page, StringComparison.Ordinal);
        Assert.Contains("class=\"caret\"", page, StringComparison.Ordinal);
        Assert.Contains("次の検索式で探した結果です", page, StringComparison.Ordinal);
        Assert.Contains("意見 1 件（全 5 件）", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_no_comment_has_brings_up_those_that_there_are_as_links()
    {
        await using var served = await Served();
        var alike = await served.Page("/search?q=" + Uri.EscapeDataString("回答者:はる 利用料"));
        Assert.Contains("「回答者:はる」の意見はありません", alike, StringComparison.Ordinal);
        Assert.Contains("意見 2 件", await served.Page(Link(alike, "はるかぜ")), StringComparison.Ordinal);
        var none = await served.Page("/search?q=" + Uri.EscapeDataString("年:\"1999\""));
        Assert.Contains("ある値", none, StringComparison.Ordinal);
        Assert.Contains("意見 3 件", await served.Page(Link(none, "2025")), StringComparison.Ordinal);
        Assert.Contains("という項目に値のある意見がありません", await served.Page("/search?q=" + Uri.EscapeDataString("性別:女")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_reads_as_a_question_may_be_asked_as_one()
    {
        await using var served = await Served();
        var page = await served.Page("/search?q=" + Uri.EscapeDataString("利用料の説明はなぜ時間がかかるのか"));
        Assert.Contains("ふつうの文として探す", page, StringComparison.Ordinal);
        var asked = await served.Page(Link(page, "ふつうの文として探す"));
        Assert.DoesNotContain("ふつうの文として探す", asked, StringComparison.Ordinal);

        // The nearest first, as `search --question` orders them.
        Assert.StartsWith("利用料の説明に時間がかかる。", WebUtility.HtmlDecode(Regex.Replace(Regex.Match(asked, "class=\"words\"[^>]*>(.*?)</p>").Groups[1].Value, "<[^>]+>", string.Empty)), StringComparison.Ordinal);
        Assert.DoesNotContain("ふつうの文として探す", await served.Page("/search?q=利用料"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_that_nobody_wrote_has_its_neighbours_proposed()
    {
        await using var served = await Served();
        var page = await served.Page("/search?q=" + Uri.EscapeDataString("引継さ"));
        Assert.Contains("当てはまる意見はありません", page, StringComparison.Ordinal);
        Assert.Contains("「引継さ」のある意見はありません", page, StringComparison.Ordinal);
        Assert.Contains("もしかして", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Matches_stand_below_each_other_sorted_by_the_word_beside_them()
    {
        await using var served = await Served();
        var page = await served.Page("/search?q=利用料&view=kwic&by=R1,R2");
        // 自己負担 is a synonym.
        Assert.Contains("4 か所（意見 3 件）", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"right\">の自己負担があるので利用を断られる。</td>", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("が高い。</td>", StringComparison.Ordinal) < page.IndexOf("の自己負担があるので", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Everything_found_is_written_in_each_format_with_a_safe_name()
    {
        await using var served = await Served();
        foreach (var (format, type) in new[] { ("csv", "text/csv"), ("json", "application/json"), ("markdown", "text/markdown") })
        {
            foreach (var view in new[] { string.Empty, "&view=kwic" })
            {
                using var response = await served.Client.GetAsync(new Uri($"/search?q=利用料{view}&handler=Export&format={format}", UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
                Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
                var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                Assert.Contains("の説明に時間がかかる。", text, StringComparison.Ordinal);
                if (format == "json" && view.Length == 0)
                {
                    using var json = JsonDocument.Parse(text);
                    Assert.Equal(3, json.RootElement.GetProperty("hits").GetArrayLength());
                }
            }
        }

        using var unknown = await served.Client.GetAsync(new Uri("/search?q=利用料&handler=Export&format=exe", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Comments_like_one_leave_it_out()
    {
        await using var served = await Served();
        var model = served.Host.Session.Latest!.Findings.Comments.First(c => c.Comment.Text.Contains("説明に", StringComparison.Ordinal)).Comment;
        var page = await served.Page("/search?like=" + model.Id);
        Assert.Contains("この意見に似たもの", page, StringComparison.Ordinal);
        Assert.Equal(1, Count(page, $"id=\"c-{model.Id}\""));
        Assert.Contains("利用料が高い。", page.Replace("<mark>", string.Empty, StringComparison.Ordinal).Replace("</mark>", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("もとの意見がありません", await served.Page("/search?like=000000000000"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_part_for_the_script_is_what_the_page_holds()
    {
        await using var served = await Served();
        var part = await served.Page("/search?q=利用料&handler=Part");
        Assert.DoesNotContain("<html", part, StringComparison.Ordinal);
        Assert.Contains(part.Trim(), await served.Page("/search?q=利用料"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_queries_and_values_are_shown_as_text()
    {
        await using var served = await Served();
        foreach (var hostile in new[] { "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "\u202e裏", "((((((((((", "NEAR/5", "年:[", "*", "a:=1" })
        {
            var page = await served.Page("/search?q=" + Uri.EscapeDataString(hostile) + "&a:%3Cb%3E=" + Uri.EscapeDataString(hostile) + "&sort=x&by=%00&page=-1");
            Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
            Assert.DoesNotContain('\u202e', page);
        }
    }

    // The address of the first link with some words.
    private static string Link(string page, string words) =>
        WebUtility.HtmlDecode(Regex.Match(page, "href=\"(/search[^\"]*)\"[^>]*>" + Regex.Escape(words) + "<").Groups[1].Value);

    private static async Task<ServedWorkspace> Served()
    {
        var served = await ServedWorkspace.Of(Survey);
        await served.Analysed();
        return served;
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
