using System.Text.Json;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Tests.Exports;

public sealed class FindingsJsonTests
{
    private static readonly AnalysisFindings Findings = InventedFindings.Of(
        ("はるかぜ", "利用料の自己負担があるため、利用を断る人が多い。"),
        ("こもれび", "𠮷田さんのような例では、引継ぎの時期を早めてほしい。"),
        ("こもれび", "生活面の相談が多く、家族の支援まで抱え込んでいる。"),
        (null, "生活面の相談が多く、家族の支援まで抱え込んでいる。"),
        ("こもれび", "生活面の相談が多く、家族の支援まで抱え込んでいる。"));

    [Fact]
    public void Evidence_lies_within_the_text()
    {
        using var document = JsonDocument.Parse(Bytes());
        var spans = 0;
        foreach (var comment in document.RootElement.GetProperty("comments").EnumerateArray())
        {
            var text = comment.GetProperty("text").GetString()!;
            foreach (var span in comment.GetProperty("codes").EnumerateArray().SelectMany(c => c.GetProperty("evidence").EnumerateArray()))
            {
                var (start, end) = (span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32());
                Assert.InRange(start, 0, end - 1);
                Assert.InRange(end, start + 1, text.Length);
                spans++;
            }
        }

        Assert.True(spans > 0);
    }

    [Fact]
    public void The_same_findings_give_the_same_bytes() => Assert.Equal(Bytes(), Bytes());

    [Fact]
    public void Every_property_is_documented()
    {
        var guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "guide", "findings.md"));
        using var document = JsonDocument.Parse(Bytes());
        var undocumented = Names(document.RootElement).Distinct().Where(n => !guide.Contains($"`{n}`", StringComparison.Ordinal));
        Assert.Empty(undocumented);
    }

    [Fact]
    public void Comments_come_back_as_they_were_written()
    {
        var saved = SavedComments.Read(Bytes());
        Assert.Equal(Findings.Comments.Select(c => (c.Comment.Id, c.Comment.Text, c.Comment.Respondent, c.Comment.Place)),
            saved.Comments.Select(c => (c.Id, c.Text, c.Respondent, c.Place)));
        Assert.Equal(Findings.Comments.SelectMany(c => c.Codings.Select(k => (c.Comment.Id, k.Code))), saved.Comments.SelectMany(c => saved.Codes[c.Id].Select(k => (c.Id, k))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"format\": 0}")]
    [InlineData("{\"format\": 1, \"comments\": 5}")]
    [InlineData("[1, 2")]
    public void A_damaged_file_is_refused(string json) =>
        Assert.Throws<FormatException>(() => SavedComments.Read(System.Text.Encoding.UTF8.GetBytes(json)));

    private static byte[] Bytes()
    {
        using var stream = new MemoryStream();
        FindingsJson.Write(Findings, InventedFindings.Run, stream);
        return stream.ToArray();
    }

    private static IEnumerable<string> Names(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Names(p.Value).Prepend(p.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Names),
        _ => [],
    };
}
