using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Server;

namespace FeedbackLab.Bench;

/// <summary>How long pages take over the wire once they are warm, beside a file of the same server in the same run.</summary>
internal static partial class PageSpeed
{
    private const int Calls = 41;
    private const int Fewest = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private const int Respondents = 500;
    private static readonly DateTimeOffset When = new(2026, 5, 20, 12, 0, 0, TimeSpan.FromHours(9));

    /// <summary>What was measured, with its figure.</summary>
    /// <param name="file">Comments, one a line.</param>
    /// <param name="most">How many of them.</param>
    public static async IAsyncEnumerable<(string What, double Value)> Measure(string file, int most)
    {
        var folder = Directory.CreateTempSubdirectory("feedbacklab-").FullName;
        try
        {
            using (var store = WorkspaceStore.Create(folder, new WorkspaceOptions()))
            {
                store.Import(ImportBatch.Of(Corpus([.. (await File.ReadAllLinesAsync(file)).Where(l => l.Trim().Length > 0).Take(most)]), "測定", When));
            }

            await foreach (var measured in Served(folder))
            {
                yield return measured;
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async IAsyncEnumerable<(string, double)> Served(string folder)
    {
        await using var host = await ViewHost.Start(new ViewOptions(folder, Path.Combine(folder, "user")));
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), CheckCertificateRevocationList = true };
        using var client = new HttpClient(handler) { BaseAddress = host.Address };
        (await client.GetAsync(host.Entrance)).Dispose();
        var start = Stopwatch.GetTimestamp();
        while (host.Session.Refresh() is { } job || host.Session.Latest is null)
        {
            await Task.Delay(100);
        }

        yield return ("analysis in the background, s", Stopwatch.GetElapsedTime(start).TotalSeconds);
        var findings = host.Session.Latest.Findings;
        yield return ("comments analysed", findings.Comments.Length);
        var asset = await Median(client, Assets.Url("components.css"));
        yield return ("a style sheet, ms", asset);
        foreach (var path in new[]
        {
            "/overview", "/comments", "/comments?theme=-", "/comments/" + findings.Comments[findings.Comments.Length / 2].Comment.Id,
            "/respondents", "/method", "/start", "/sources/" + findings.Corpus.Sources[0].Sha256[..12],
        })
        {
            var page = await Median(client, path);
            yield return ($"{path.Split('/')[1]} {(path.Length > 20 ? "(one)" : string.Empty)}, ms", page);
        }

        foreach (var (what, path) in Searches(findings.Comments.Select(c => c.Comment.Text)))
        {
            var part = await Median(client, path + "&handler=Part");
            yield return ($"search: {what}, ms", part);
        }

        foreach (var path in new[] { "/themes", "/compare", "/network", "/map", "/report", "/coding" })
        {
            var first = await First(client, path);
            yield return ($"{path[1..]}: when first asked for, ms", first);
            yield return ($"{path[1..]}, ms", await Median(client, path));
        }
    }

    // What somebody types, from the most frequent word to a rare one: words of two Chinese characters and more, by their number in the comments.
    private static IEnumerable<(string What, string Path)> Searches(IEnumerable<string> texts)
    {
        var words = texts.SelectMany(t => Word().Matches(t).Select(m => m.Value)).CountBy(w => w, StringComparer.Ordinal)
            .OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).ToList();
        string At(int rank) => words[Math.Min(rank, words.Count) - 1].Key;
        string Query(string text) => "/search?q=" + Uri.EscapeDataString(text);
        foreach (var rank in new[] { 1, 10, 100, 1000 })
        {
            yield return ($"word {rank}", Query(At(rank)));
        }

        yield return ("first letter of word 1", Query(At(1)[..1]));
        yield return ("words 1 and 10", Query(At(1) + " " + At(10)));
        yield return ("word 1 or 10 or 100", Query($"{At(1)} OR {At(10)} OR {At(100)}"));
        yield return ("word 1 in one year", Query(At(1)) + "&year=2024");
        yield return ("word 1 as a prefix", Query(At(1)[..1] + "*"));
        yield return ("a question", Query($"{At(10)}の{At(100)}はどうすればよいですか") + "&ask=1");
        yield return ("a word that nobody wrote", Query(At(10) + "龘"));
        yield return ("word 10 in context", Query(At(10)) + "&view=kwic");
        yield return ("nothing typed", "/search?sort=year");
    }

    // A page may lead to a job that it waits for.
    private static async Task<double> First(HttpClient client, string path)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
            if (response.IsSuccessStatusCode)
            {
                return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }

            await Task.Delay(50);
        }
    }

    [GeneratedRegex("[\\p{IsCJKUnifiedIdeographs}]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    private static async Task<double> Median(HttpClient client, string path)
    {
        var times = new List<double>();
        var begin = Stopwatch.GetTimestamp();
        while (times.Count < Calls && (times.Count < Fewest || Stopwatch.GetElapsedTime(begin) < Patience))
        {
            var start = Stopwatch.GetTimestamp();
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
            response.EnsureSuccessStatusCode();
            _ = await response.Content.ReadAsByteArrayAsync();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times.Skip(times.Count / 2).Order().ElementAt(times.Count / 4);
    }

    private static CommentCorpus Corpus(string[] lines)
    {
        var sha = new string('a', 64);
        var source = new Source("測定.csv", sha, SourceFormat.Delimited, "utf-8", null, null, lines.Length + 1, []);
        var comments = lines.Select((line, i) =>
        {
            var place = new Place(i + 2, i + 2, null, i + 2, "意見");
            return new Comment(
                CommentId.Of(sha, place, line), source.Name, CommentKind.Answer, string.Create(CultureInfo.InvariantCulture, $"回答者{i % Respondents}"), null, "ご意見", 2024 + (i % 2), place, line, []);
        });
        return new CommentCorpus([source], [.. comments], [], [], [], [], []);
    }
}
