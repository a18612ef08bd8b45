using System.Net;
using System.Text.RegularExpressions;

namespace FeedbackLab.Viewer.Tests.Server;

/// <summary>Comparison, map, network and report as a browser without scripts sees them.</summary>
public sealed partial class ComparePageTests
{
    internal const string Survey =
        "センター名,圏域,年度,ご意見\nはるかぜ,北,2024,利用料の自己負担があるので利用を断られることが増えた。\nこもれび,南,2024,引継ぎの時期が遅く、本人が不安になる。\nみなも,北,2025,生活面の支援に追われて利用料の説明まで手が回らない。\nはるかぜ,北,2025,引継ぎの面談を早めに行い、利用料の説明もしてほしい。\nこもれび,南,2025,特になし\nわかば,南,2025,利用料の説明に時間がかかる。\n<script>alert(1)</script>,南,2025,利用料の説明の<b>紙</b>がほしい。\n";

    [Fact]
    public async Task Every_link_of_the_comparison_leads_to_comments()
    {
        await using var served = await ServedWorkspace.Of(Survey);
        await served.Analysed();
        foreach (var by in new[] { "year", "@%E5%9C%8F%E5%9F%9F", "respondent", "type" })
        {
            var page = await served.Page($"/compare?by={Uri.EscapeDataString(by)}&unit=comments");
            var links = Comments().Matches(page).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Where(a => a.Contains("theme=", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
            Assert.NotEmpty(links);
            foreach (var link in links)
            {
                Assert.True((await served.Page(link)).Contains("<article class=\"comment\"", StringComparison.Ordinal), link);
            }
        }
    }

    [Fact]
    public async Task Years_whose_comments_have_no_respondents_are_compared_by_comments()
    {
        await using var served = await ServedWorkspace.Of("センター名,年度,ご意見\nはるかぜ,,利用料が高い。\n,2024,利用料の説明に時間がかかる。\n,2025,利用料の自己負担が重い。\n");
        await served.Analysed();
        var page = await served.Page("/compare?by=year");
        Assert.Contains("テーマのある意見 / 意見", page, StringComparison.Ordinal);
        Assert.Contains("id=\"figure-trend\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_narrows_counts_denominators_and_links()
    {
        await using var served = await ServedWorkspace.Of(Survey);
        await served.Analysed();
        var all = await served.Page("/compare");
        Assert.Contains("意見 6 件のうち 6 件", all, StringComparison.Ordinal);
        var north = await served.Page("/compare?in=" + Uri.EscapeDataString("@" + Uri.EscapeDataString("圏域") + ":北"));
        Assert.Contains("意見 6 件のうち 3 件、尋ねた回答者 2", north, StringComparison.Ordinal);
        Assert.Contains("絞り込み: 圏域: 北", north, StringComparison.Ordinal);
        foreach (var link in Comments().Matches(north).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Distinct(StringComparer.Ordinal))
        {
            var comments = await served.Page(link);
            Assert.DoesNotContain("わかば", comments, StringComparison.Ordinal);
            Assert.Contains("圏域", comments, StringComparison.Ordinal);
        }

        var none = await served.Page("/compare?in=year:1999");
        Assert.Contains("この条件に合う意見はありません", none, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_two_years_write_otherwise_is_one_choice_and_leads_to_both()
    {
        await using var served = await ServedWorkspace.Of("センター名,年度,設問,回答\nはるかぜ,2024,問1 利用料について,利用料が高い。\nこもれび,2024,問2 交通について,引継ぎの時期が遅い。\nはるかぜ,2025,設問３　利用料について（自由記述）,利用料の説明に時間がかかる。\n");
        await served.Analysed();
        var page = WebUtility.HtmlDecode(await served.Page("/compare?in=" + Uri.EscapeDataString("question:設問３利用料について（自由記述）")));
        Assert.Contains("意見 3 件のうち 2 件", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"question:設問３利用料について（自由記述）\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"question:問1利用料について\" checked=\"checked\"", page, StringComparison.Ordinal);
        var theme = Comments().Matches(page).Select(m => m.Groups[1].Value).First(a => a.Contains("theme=fees", StringComparison.Ordinal) && !a.Contains("year=", StringComparison.Ordinal));
        Assert.Equal(2, (await served.Page(theme)).Split("<article class=\"comment\"").Length - 1);
    }

    [Fact]
    public async Task A_cell_of_types_within_a_type_holds_only_what_has_both()
    {
        await using var served = await ServedWorkspace.Of(Survey);
        await served.Analysed();
        var page = WebUtility.HtmlDecode(await served.Page("/compare?by=type&unit=comments&in=" + Uri.EscapeDataString("type:要望")));
        var links = Comments().Matches(page).Select(m => m.Groups[1].Value).Where(a => a.Contains("theme=", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, l => Assert.Equal(1, l.Split("in=type").Length - 1));
    }

    [Fact]
    public async Task Who_mentions_a_theme_both_times_or_one_time_only_is_read_behind_the_number()
    {
        await using var served = await ServedWorkspace.Of(Survey);
        await served.Analysed();
        var compared = WebUtility.HtmlDecode(await served.Page("/compare"));
        foreach (var (change, text, who, nobody) in new[]
        {
            ("theme=fees&change=2024-2025-both", "両方の年に挙げた", "はるかぜ", "わかば"),
            ("theme=handover&change=2024-2025-earlier", "2024年度だけ挙げた", "こもれび", "はるかぜ"),
            ("theme=handover&change=2024-2025-later", "2025年度だけ挙げた", "はるかぜ", "こもれび"),
        })
        {
            Assert.Contains("/comments?" + change, compared, StringComparison.Ordinal);
            var comments = await served.Page("/comments?" + change);
            Assert.Contains(text, comments, StringComparison.Ordinal);
            Assert.Contains(who, comments, StringComparison.Ordinal);
            Assert.DoesNotContain(nobody, comments, StringComparison.Ordinal);
        }

        Assert.Contains("6 件のうち 0 件", await served.Page("/comments?theme=nothing&change=2024-2025-both"), StringComparison.Ordinal);
        Assert.Contains("6 件のうち 6 件", await served.Page("/comments?change=2025-2024-both"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/compare?by=nothing&unit=x&from=2025&to=2024&in=&in=a&in=:&in=@:&in=type:")]
    [InlineData("/compare?by=@%25E0%25A4%25A")]
    [InlineData("/map?theme=nothing")]
    [InlineData("/network?theme=nothing&edges=-5&term=%00&with=%3Cscript%3E")]
    public async Task Addresses_that_make_no_sense_still_give_a_page(string address)
    {
        await using var served = await ServedWorkspace.Of(Survey);
        await served.Analysed();
        Assert.DoesNotContain("<script>alert", await served.Page(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Charts_and_tables_are_downloaded_under_safe_names()
    {
        await using var served = await ServedWorkspace.Of(Survey);
        await served.Analysed();
        foreach (var (path, name) in new[] { ("/compare", "crosstab"), ("/compare", "trend"), ("/compare", "years"), ("/map", "map"), ("/network", "network") })
        {
            var page = await served.Page(path);
            if (!page.Contains($"id=\"figure-{name}\"", StringComparison.Ordinal))
            {
                Assert.True(name is "map", $"{path} has no figure {name}.");
                continue;
            }

            foreach (var (handler, type) in new[] { ("Chart", "image/svg+xml"), ("Table", "text/csv") })
            {
                using var response = await served.Client.GetAsync(new Uri($"{path}?handler={handler}&name={name}", UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
                Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
            }
        }
    }

    [Fact]
    public async Task A_word_of_the_network_brings_up_its_comments()
    {
        await using var served = await ServedWorkspace.Of(Survey);
        await served.Analysed();
        var link = WebUtility.HtmlDecode(Word().Match(await served.Page("/network")).Groups[1].Value);
        Assert.Contains("<article class=\"comment\"", await served.Page(link.Split('#')[0]), StringComparison.Ordinal);
    }

    [GeneratedRegex("href=\"(/comments\\?[^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Comments();

    [GeneratedRegex("href=\"(/network\\?[^\"]*term=[^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
