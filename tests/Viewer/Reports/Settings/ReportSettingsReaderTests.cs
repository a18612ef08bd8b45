using FeedbackLab.Ingest.Definitions;
using FeedbackLab.Viewer.Reports.Settings;

namespace FeedbackLab.Viewer.Tests.Reports.Settings;

public sealed class ReportSettingsReaderTests
{
    [Fact]
    public void Settings_are_read()
    {
        var settings = ReportSettingsReader.Read(
            "title: 意見のまとめ\nunit: センター\nyears: [2023, 2024]\nthemes: [fees]\ninclude: [方法, summary]\nformats: docx\ntemplate: a.docx\nvoices:\n  count: 5\n  longest: 80\n  dissent: false\n  consent: なし\n  pin: [c1]\n");
        Assert.Equal(("意見のまとめ", "センター", (2023, 2024)), (settings.Title, settings.Unit, settings.Years!.Value));
        Assert.Equal([ReportPart.Summary, ReportPart.Method], settings.Include);
        Assert.Equal([ReportFormat.Docx], settings.Formats);
        Assert.Equal((5, 80, false, string.Empty), (settings.Voices.Count, settings.Voices.Longest, settings.Voices.Dissent, settings.Voices.Consent));
        Assert.Equal(["c1"], settings.Voices.Pinned);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# 何も書いていない\n\n")]
    public void Nothing_written_gives_the_defaults(string text) =>
        Assert.Equal(ReportSettings.Default, ReportSettingsReader.Read(text) with { Sha256 = null });

    [Theory]
    [InlineData("title: a\ntitel: b\n", 2, "titel")]
    [InlineData("years: [2024, 2023]\n", 1, "years")]
    [InlineData("include:\n  - 概要\n  - 目字\n", 3, "目字")]
    [InlineData("formats: [docx, doc]\n", 1, "doc")]
    [InlineData("formats: [3]\n", 1, "3")]
    [InlineData("voices:\n  count: 99\n", 2, "99")]
    [InlineData("voices:\n  count: many\n", 2, "count")]
    [InlineData("voices:\n  dissent: maybe\n", 2, "dissent")]
    [InlineData("title: [a\n", 1, "YAML")]
    public void What_is_wrong_is_told_with_its_line(string text, int line, string what)
    {
        var failure = Assert.Throws<DefinitionException>(() => ReportSettingsReader.Read(text));
        Assert.Equal(line, failure.Line);
        Assert.Contains(what, failure.What.Ja, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("themes:\n  - fees\n  - fee\n", 3, "fee")]
    [InlineData("voices:\n  ban: [zz]\n", 2, "zz")]
    [InlineData("years: [2001, 2024]\n", 1, "2001")]
    [InlineData("title: a\nmap: 血液型\n", 2, "血液型")]
    public void What_does_not_exist_is_told_with_its_line(string text, int line, string what)
    {
        var failure = Assert.Throws<DefinitionException>(() => ReportSettingsReader.Check(ReportSettingsReader.Read(text), HandMadeFindings.Of()));
        Assert.Equal(line, failure.Line);
        Assert.Contains(what, failure.What.Ja, StringComparison.Ordinal);
    }
}
