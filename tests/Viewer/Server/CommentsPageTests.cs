using System.Net;
using System.Text.RegularExpressions;

namespace FeedbackLab.Viewer.Tests.Server;

/// <summary>The list of comments as a browser without scripts sees it.</summary>
public sealed partial class CommentsPageTests
{
    [Fact]
    public async Task A_speaker_of_minutes_leads_to_what_the_same_speaker_said_and_is_no_respondent()
    {
        var minutes = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "corpora", "samples", "minutes", "council-subcommittee-r7.txt"), TestContext.Current.CancellationToken);
        await using var served = await ServedWorkspace.Of(minutes, file: "議事録.txt");
        await served.Analysed();
        var links = Links(await served.Page("/comments")).Where(l => l.Address.Contains("speaker=", StringComparison.Ordinal)).Distinct().ToList();
        Assert.True(links.Count > 2, $"{links.Count} speakers");
        foreach (var (address, speaker) in links)
        {
            var page = await served.Page(address);
            var said = Links(page);
            Assert.NotEmpty(said);
            Assert.All(said, l => Assert.Equal((address, speaker), l));
            Assert.Contains($"<span>{speaker}</span>", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
            Assert.DoesNotContain("<article class=\"comment\"", await served.Page(address.Replace("speaker=", "respondent=", StringComparison.Ordinal)), StringComparison.Ordinal);
        }
    }

    private static List<(string Address, string Speaker)> Links(string page) =>
        [.. Who().Matches(page).Select(m => (WebUtility.HtmlDecode(m.Groups[1].Value), WebUtility.HtmlDecode(m.Groups[2].Value)))];

    [GeneratedRegex("<a class=\"who\" href=\"([^\"]+)\">([^<]+)</a>", RegexOptions.CultureInvariant)]
    private static partial Regex Who();
}
