using System.Xml.Linq;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Viewer.Reports;
using FeedbackLab.Viewer.Reports.Html;
using FeedbackLab.Viewer.Reports.Settings;

namespace FeedbackLab.Viewer.Tests.Reports.Html;

public sealed class ReportPageTests
{
    private static readonly AnalysisFindings Findings = InventedFindings.Of(
        ("はるかぜ", "利用料が生じると分かった途端に申し込みを取り下げる方がいます。<script>alert(1)</script>"),
        ("はるかぜ", "利用料が生じると分かった途端に申し込みを取り下げる方がいます。<script>alert(1)</script>"),
        ("\"みなと\" & <南>", "引継ぎの時期が年度末に重なり\u0000\u202E、面談の日程が\uD800組めません。"),
        ("ひので", "空を見上げる日が好きです。"),
        (null, "親の高齢化で生活支援の相談が増え続けています。"));

    [Theory]
    [InlineData(ScreenLanguage.Japanese)]
    [InlineData(ScreenLanguage.English)]
    public void Every_link_leads_somewhere_and_no_id_stands_twice(ScreenLanguage language)
    {
        var page = Parse(ReportPage.Of(Findings, InventedFindings.Run, language));
        var ids = page.Descendants().Attributes("id").Select(a => a.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        var links = page.Descendants().Attributes("href").Select(a => a.Value).Distinct().ToList();
        Assert.NotEmpty(links);
        Assert.All(links, l => Assert.Contains(l[1..], ids));
    }

    [Fact]
    public void Words_of_respondents_never_become_markup()
    {
        var page = ReportPage.Of(Findings, InventedFindings.Run, ScreenLanguage.Japanese);
        Assert.Empty(Parse(page).Descendants("script"));
        Assert.DoesNotContain('\u202E', page);
        Assert.DoesNotContain('\0', page);
    }

    [Fact]
    public void Nothing_outside_is_referred_to()
    {
        var page = Parse(ReportPage.Of(Findings, InventedFindings.Run, ScreenLanguage.Japanese));
        Assert.Empty(page.Descendants().Attributes("src"));
        Assert.All(page.Descendants().Attributes("href"), a => Assert.StartsWith("#", a.Value, StringComparison.Ordinal));
        Assert.DoesNotContain("http", page.Descendants("style").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_comment_stands_there_word_for_word()
    {
        var words = Parse(ReportPage.Of(Findings, InventedFindings.Run, ScreenLanguage.Japanese))
            .Descendants("article").Where(a => a.Attribute("id")?.Value.StartsWith("c-", StringComparison.Ordinal) == true).Select(a => a.Elements("p").First().Value).ToList();
        Assert.Equal(Findings.Comments.Length, words.Count);
        Assert.Contains("空を見上げる日が好きです。", words);
    }

    [Fact]
    public void Of_many_comments_only_some_are_shown_and_every_link_still_leads_somewhere()
    {
        var findings = InventedFindings.Of([.. Enumerable.Range(1, 2101).Select(i => ((string?)$"回答者{i % 7}", $"利用料の説明が{i}回目でも難しいと感じました。"))]);
        var page = ReportPage.Of(findings, InventedFindings.Run, ScreenLanguage.Japanese);
        var parsed = Parse(page);
        var ids = parsed.Descendants().Attributes("id").Select(a => a.Value).ToHashSet();
        Assert.All(parsed.Descendants().Attributes("href").Select(a => a.Value).Distinct(), l => Assert.Contains(l[1..], ids));
        Assert.Contains("comments.csv", page, StringComparison.Ordinal);
        Assert.InRange(page.Length, 1, 400_000);
    }

    [Fact]
    public void Where_themes_and_parts_are_chosen_the_page_holds_those_and_the_foreword_and_nothing_else()
    {
        var settings = ReportSettings.Default with
        {
            Foreword = "委員のみなさまへ\n二段落目",
            Organisation = "はなみずき協議会",
            Themes = ["fees"],
            Include = [ReportPart.Summary, ReportPart.Themes, ReportPart.Respondents, ReportPart.Network],
        };
        var page = ReportPage.Of(OfficeReports.Samples(settings: settings));
        var parsed = Parse(page);
        Assert.Contains("委員のみなさまへ", parsed.Descendants("p").Select(p => p.Value));
        Assert.Contains("二段落目", parsed.Descendants("p").Select(p => p.Value));
        Assert.Contains("はなみずき協議会", page, StringComparison.Ordinal);
        var ids = parsed.Descendants().Attributes("id").Select(a => a.Value).ToList();
        Assert.Equal(["theme-fees"], ids.Where(i => i.StartsWith("theme-", StringComparison.Ordinal)));
        Assert.DoesNotContain(ids, i => i is "comments" or "respondents" or "clusters" or "discussion" or "tables" or "method" or "left-out");
        Assert.Contains("picture-themes-by-respondent", ids);
        Assert.All(parsed.Descendants().Attributes("href").Select(a => a.Value).Distinct(), l => Assert.Contains(l[1..], ids));
    }

    [Fact]
    public void A_report_with_everything_has_every_comment_and_what_is_on_the_cover()
    {
        var page = Parse(ReportPage.Of(OfficeReports.Samples(settings: ReportSettings.Default with { Foreword = "委員のみなさまへ", Date = "令和8年3月" })));
        var cover = page.Descendants("header").Single().Elements("p").Select(p => p.Value).ToList();
        Assert.Contains("委員のみなさまへ", cover);
        Assert.Contains("令和8年3月", cover);
        Assert.Contains("comments", page.Descendants().Attributes("id").Select(a => a.Value));
    }

    [Fact]
    public void The_same_findings_give_the_same_files()
    {
        var (one, other) = (Files(), Files());
        Assert.Equal(one.Keys, other.Keys);
        Assert.All(one, f => Assert.Equal(f.Value, other[f.Key]));
        Assert.Contains("charts/themes.svg", one.Keys);
    }

    [Fact]
    public void The_heads_of_the_themes_stand_upright_and_many_columns_are_printed_on_a_page_turned_on_its_side()
    {
        var page = Parse(ReportPage.Of(OfficeReports.SampleFindings, InventedFindings.Run, ScreenLanguage.Japanese));
        var heads = page.Descendants("table").Single(t => t.Attribute("class")?.Value == "matrix").Descendants("th").Where(h => h.Attribute("scope")?.Value == "col").ToList();
        Assert.All(heads.Skip(1), h => Assert.NotNull(h.Element("span")));
        var years = Parse(ReportPage.Of(
            OfficeReports.SampleFindings with { Years = [2020, 2021, 2022, 2023, 2024, 2025] }, InventedFindings.Run, ScreenLanguage.Japanese));
        Assert.Contains(years.Descendants("table"), t => t.Attribute("class")?.Value == "wide" && t.Descendants("th").Any(h => h.Value == "2020年 回答者"));
    }

    [Fact]
    public void No_chart_is_a_picture_with_links_in_it_and_no_two_landmarks_share_a_name()
    {
        var page = Parse(ReportPage.Of(OfficeReports.SampleFindings, InventedFindings.Run, ScreenLanguage.Japanese));
        Assert.DoesNotContain(page.Descendants(), e => e.Attribute("role")?.Value == "img" && e.Descendants().Any(d => d.Name.LocalName == "a"));
        Assert.Distinct(page.Descendants().Where(e => e.Attribute("role")?.Value == "region").Select(e => e.Attribute("aria-label")!.Value));
    }

    [Fact]
    public void A_comment_card_is_as_recorded()
    {
        var page = ReportPage.Of(HandMadeFindings.Of(), InventedFindings.Run, ScreenLanguage.Japanese);
        var start = page.IndexOf("<article class=\"comment\" id=", StringComparison.Ordinal);
        var card = page[start..(page.IndexOf("</article>\n", start, StringComparison.Ordinal) + "</article>\n".Length)];
        ExpectedFile.Matches(card, "Reports", "Html", "Expected", "comment.html");
    }

    private static IReadOnlyDictionary<string, byte[]> Files() => ReportFiles.Of(Findings, InventedFindings.Run, ScreenLanguage.Japanese);

    private static XDocument Parse(string page) => XDocument.Parse(page["<!DOCTYPE html>\n".Length..]);
}
