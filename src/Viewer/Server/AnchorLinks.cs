using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Viewer.Reports.Html;

namespace FeedbackLab.Viewer.Server;

/// <summary>Leads the links of charts, which point into a report, to the pages instead.</summary>
public sealed partial class AnchorLinks
{
    private const string PagePrefix = "page-";

    private readonly FrozenDictionary<string, string> _addresses;

    /// <summary>The addresses of some findings.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="within">The comments that they were made of; null for all.</param>
    internal AnchorLinks(AnalysisFindings findings, CommentSelection? within = null)
    {
        _within = within ??= CommentSelection.All;
        var addresses = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Anchor.Comments] = within.Url,
            [Anchor.Respondents] = "/sources#respondents",
            [Anchor.Meetings] = "/sources#meetings",
            [Anchor.NoTheme] = (within with { Theme = CommentSelection.NoTheme }).Url,
            [Anchor.LeftOut] = "/overview#ledger",
        };
        foreach (var theme in findings.Themes)
        {
            var code = theme.Code.Id;
            addresses[Anchor.Theme(code)] = "/themes/" + Uri.EscapeDataString(code);
            addresses[Anchor.ThemeRespondent(code, -1)] = (within with { Theme = code, Respondent = string.Empty }).Url;
            foreach (var year in findings.Years)
            {
                addresses[Anchor.ThemeYear(code, year)] = (within with { Theme = code, Year = year }).Url;
            }
        }

        for (var i = 0; i < findings.Respondents.Length; i++)
        {
            addresses[Anchor.Respondent(i)] = (within with { Respondent = findings.Respondents[i] }).Url;
        }

        foreach (var cluster in findings.Clusters)
        {
            addresses[Anchor.Cluster(cluster.Number)] = (within with { Cluster = cluster.Number }).Url;
        }

        for (var i = 0; i < findings.Corpus.Meetings.Length; i++)
        {
            addresses[Anchor.Meeting(i)] = (within with { Meeting = findings.Corpus.Meetings[i].Id }).Url;
        }

        _addresses = addresses.ToFrozenDictionary(StringComparer.Ordinal);
        Respondents = findings.Respondents.Length;
        _respondents = [.. findings.Respondents];
    }

    private readonly string[] _respondents;
    private readonly CommentSelection _within;

    private int Respondents { get; }

    /// <summary>What stands behind the # of a chart's link that leads to an address of the pages.</summary>
    /// <param name="address">The address: a path with its query.</param>
    public static string To(string address) => PagePrefix + Uri.EscapeDataString(address);

    /// <summary>The page that a chart's link leads to; null where there is none.</summary>
    /// <param name="anchor">What stands behind the # of the link.</param>
    public string? Of(string anchor)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        if (_addresses.TryGetValue(anchor, out var address))
        {
            return address;
        }

        if (anchor.StartsWith("c-", StringComparison.Ordinal))
        {
            return CommentSelection.UrlOf(anchor[2..]);
        }

        if (anchor.StartsWith(PagePrefix + "%2F", StringComparison.Ordinal))
        {
            return Uri.UnescapeDataString(anchor[PagePrefix.Length..]);
        }

        // Theme × respondent: too many to keep them all.
        var pair = ThemeOfRespondent().Match(anchor);
        return pair.Success && int.TryParse(pair.Groups["r"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= Respondents
            && _addresses.TryGetValue(pair.Groups["theme"].Value, out var theme)
            ? (_within with { Theme = Uri.UnescapeDataString(theme["/themes/".Length..]), Respondent = _respondents[number - 1] }).Url
            : null;
    }

    /// <summary>A chart whose links lead to pages; links that lead nowhere point at the chart itself.</summary>
    /// <param name="svg">The chart, drawn for a report.</param>
    public string Resolve(string svg) => Link().Replace(svg, match => $"href=\"{System.Net.WebUtility.HtmlEncode(Of(match.Groups[1].Value) ?? "#")}\"");

    [GeneratedRegex("href=\"#([^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("^(?<theme>.*)--r-(?<r>[0-9]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex ThemeOfRespondent();
}
