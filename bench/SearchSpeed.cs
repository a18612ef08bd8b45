using System.Diagnostics;
using System.Globalization;
using FeedbackLab.Analysis.Index.Storage;

namespace FeedbackLab.Bench;

/// <summary>Builds indexes of the lines of a file and asks them, beside Lucene where LUCENE_CLASSPATH says where it is, and SQLite's FTS5 where FTS5_PEER names peers/fts5.py.</summary>
internal static class SearchSpeed
{
    private const int WarmUps = 15;
    private const int Rounds = 5;

    /// <summary>Indexing speed and size; leaves what the peers need in the working folder.</summary>
    public static void Index(string file, string work)
    {
        Directory.CreateDirectory(work);
        var lines = File.ReadAllLines(file);
        Print("comments", lines.Length);
        for (var run = 0; run < 2; run++)
        {
            var rate = Build(lines, Path.Combine(work, "terms"), isWhole: false, merged: false);
            Print("ours: texts/s, two threads, terms only", rate);
        }

        Print("ours: size, MB, terms only", Size(Path.Combine(work, "terms")) / 1e6);
        Print("ours: texts/s, with surfaces and places", Build(lines, Path.Combine(work, "whole"), isWhole: true, merged: false));
        Print("ours: size, MB, with surfaces and places", Size(Path.Combine(work, "whole")) / 1e6);
        Print("ours: texts/s, terms only, one segment", Build(lines, Path.Combine(work, "merged"), isWhole: false, merged: true));
        Print("ours: size, MB, one segment", Size(Path.Combine(work, "merged")) / 1e6);
        WriteTokens(lines, work);
        Lucene("index", file, work);
    }

    /// <summary>Answer times by kind of query.</summary>
    public static void Search(string work, string which)
    {
        var start = Stopwatch.GetTimestamp();
        using var index = IndexFolder.Open(Path.Combine(work, which), "bench");
        Print("open, checksums included, ms", Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        Print("segments", index.SegmentCount);
        var queries = File.ReadLines(Path.Combine(work, "queries.txt")).Select(l => l.Split('\t')).ToList();
        foreach (var kind in queries.GroupBy(q => q[0]))
        {
            var requests = kind.Select(QueryList.Request).ToList();
            var times = new List<double>();
            var hits = 0L;
            for (var round = 0; round < WarmUps + Rounds; round++)
            {
                foreach (var request in requests)
                {
                    var before = Stopwatch.GetTimestamp();
                    var answer = index.Search(request);
                    if (round >= WarmUps)
                    {
                        times.Add(Stopwatch.GetElapsedTime(before).TotalMicroseconds);
                        hits += answer.Total;
                    }
                }
            }

            times.Sort();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"ours    {kind.Key,-16} p50 {times[times.Count / 2],10:0.0} p99 {times[times.Count * 99 / 100],10:0.0} µs, hits {hits / Rounds}"));
        }

        Lucene("search", "", work);
        if (Environment.GetEnvironmentVariable("FTS5_PEER") is { Length: > 0 } script)
        {
            using var python = Process.Start(new ProcessStartInfo("python3", [script, work]))!;
            python.WaitForExit();
        }
    }

    private static double Build(string[] lines, string folder, bool isWhole, bool merged)
    {
        var numbers = Enumerable.Range(0, lines.Length).ToArray();
        var start = Stopwatch.GetTimestamp();
        using var writer = IndexWriter.Create(folder, "bench");
        writer.Add(numbers, () =>
        {
            var comments = new BenchComment();
            return i => comments.Of(i, lines[i], isWhole);
        });
        if (merged)
        {
            writer.CommitMerged();
        }
        else
        {
            writer.Commit();
        }

        return lines.Length / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    // The same words for the peers, and the queries.
    private static void WriteTokens(string[] lines, string work)
    {
        var comments = new BenchComment();
        var having = new Dictionary<string, int>(StringComparer.Ordinal);
        var sample = new List<string[]>();
        using (var tokens = new StreamWriter(Path.Combine(work, "tokens.txt")))
        {
            for (var i = 0; i < lines.Length; i++)
            {
                var document = comments.Of(i, lines[i], isWhole: false);
                string[] words = [.. document.Terms.Select(t => t.Text)];
                tokens.Write(string.Join(',', document.Facets.Select(f => f.Value)));
                tokens.Write('\t');
                tokens.WriteLine(string.Join(' ', words));
                foreach (var word in words.Distinct())
                {
                    having[word] = having.GetValueOrDefault(word) + 1;
                }

                if (i % Math.Max(1, lines.Length / 20000) == 0)
                {
                    sample.Add(words);
                }
            }
        }

        Print("distinct terms", having.Count);
        File.WriteAllLines(
            Path.Combine(work, "queries.txt"), QueryList.Draw(sample, having, lines.Length).Select(q => string.Join('\t', q)));
    }

    private static void Lucene(string mode, string file, string work)
    {
        if (Environment.GetEnvironmentVariable("LUCENE_CLASSPATH") is { Length: > 0 } classPath)
        {
            using var java = Process.Start(new ProcessStartInfo("java", ["-Xmx2500m", "-cp", classPath, "LuceneSearch", mode, work, file]))!;
            java.WaitForExit();
        }
    }

    private static long Size(string folder) => Directory.EnumerateFiles(folder).Sum(f => new FileInfo(f).Length);

    private static void Print(string what, double value) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-48} {value,10:0.00}"));
}
