using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using CsvHelper;

namespace FeedbackLab.Bench;

/// <summary>Whole processes of <c>analyze</c> against a peer's script, by turns, with their memory; see README.md here.</summary>
internal static class AnalyzeSpeed
{
    private const int Runs = 5;

    /// <summary>Writes texts of a table into a table with the one column <c>text</c>.</summary>
    /// <param name="source">A CSV, gzipped, with a column <c>text</c>.</param>
    /// <param name="rows">How many.</param>
    /// <param name="into">The new table.</param>
    /// <param name="joined">1 for the first texts; more for so many texts in one, drawn by <see cref="SeededNumbers"/>.</param>
    public static void Cut(string source, int rows, string into, int joined)
    {
        var numbers = new SeededNumbers();
        var texts = Texts(source).Take(joined == 1 ? rows : int.MaxValue).ToList();
        using var writer = new CsvWriter(new StreamWriter(into), CultureInfo.InvariantCulture);
        writer.WriteField("text");
        writer.NextRecord();
        for (var row = 0; row < (joined == 1 ? texts.Count : rows); row++)
        {
            writer.WriteField(joined == 1 ? texts[row] : string.Concat(Enumerable.Range(0, joined).Select(_ => texts[numbers.Next(texts.Count)])));
            writer.NextRecord();
        }
    }

    /// <summary>Medians of five runs each, by turns, after one that does not count.</summary>
    /// <param name="program">The published program.</param>
    /// <param name="table">What is analysed.</param>
    /// <param name="peer">The peer's Python script: <c>peer.py TABLE kmeans|nmf</c>.</param>
    public static IReadOnlyList<(string Who, double Seconds, double Processor, double Megabytes)> Measure(string program, string table, string peer)
    {
        // They run in a folder of their own.
        (program, table, peer) = (Path.GetFullPath(program), Path.GetFullPath(table), Path.GetFullPath(peer));
        var folder = Directory.CreateTempSubdirectory("analyze").FullName;
        var sides = new (string Who, string[] Command)[]
        {
            ("feedbacklab analyze", [program, "analyze", table, "--out", Path.Combine(folder, "out")]),
            ("peer, k-means", ["/usr/bin/python3", peer, table, "kmeans"]),
            ("peer, NMF", ["/usr/bin/python3", peer, table, "nmf"]),
        };
        var measured = sides.Select(_ => new List<(double Seconds, double Processor, double Megabytes)>()).ToList();
        for (var run = 0; run <= Runs; run++)
        {
            for (var side = 0; side < sides.Length; side++)
            {
                var figures = Run(folder, sides[side].Command);
                if (run > 0)
                {
                    measured[side].Add(figures);
                }
            }
        }

        Directory.Delete(folder, recursive: true);
        return
        [
            .. sides.Select((s, i) => (
                s.Who,
                TokenizerSpeed.Median(measured[i].Select(m => m.Seconds)),
                TokenizerSpeed.Median(measured[i].Select(m => m.Processor)),
                TokenizerSpeed.Median(measured[i].Select(m => m.Megabytes)))),
        ];
    }

    private static IEnumerable<string> Texts(string source)
    {
        using var reader = new CsvReader(new StreamReader(new GZipStream(File.OpenRead(source), CompressionMode.Decompress)), CultureInfo.InvariantCulture);
        reader.Read();
        reader.ReadHeader();
        while (reader.Read())
        {
            yield return reader.GetField("text") ?? string.Empty;
        }
    }

    // GNU time: wall-clock seconds, processor seconds of user and system, largest resident set in KiB.
    private static (double Seconds, double Processor, double Megabytes) Run(string folder, string[] command)
    {
        var figures = Path.Combine(folder, "time");
        var start = new ProcessStartInfo("/usr/bin/time", ["-o", figures, "-f", "%e %U %S %M", .. command])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.StandardOutput.BaseStream.CopyTo(Stream.Null);
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}.");
        }

        var values = File.ReadAllText(figures).Split(' ').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToList();
        return (values[0], values[1] + values[2], values[3] / 1024);
    }
}
