using System.Diagnostics;
using System.Globalization;
using FeedbackLab.Analysis.Kuromoji;

namespace FeedbackLab.Bench;

/// <summary>Lucene's Kuromoji on the same lines, in a Java process of its own: peers/LuceneSpeed.java.</summary>
internal static class LucenePeer
{
    /// <summary>Median tokens a second of the last five of seven runs; null where LUCENE_CLASSPATH is not set.</summary>
    public static double? TokensPerSecond(string file, TokenizeMode mode)
    {
        if (Environment.GetEnvironmentVariable("LUCENE_CLASSPATH") is not { Length: > 0 } classPath)
        {
            return null;
        }

        var name = mode == TokenizeMode.Normal ? "normal" : "search";
        var runs = (TokenizerSpeed.WarmUps + TokenizerSpeed.Runs).ToString(CultureInfo.InvariantCulture);
        using var java = Process.Start(new ProcessStartInfo("java", ["-cp", classPath, "LuceneSpeed", name, file, runs]) { RedirectStandardOutput = true })!;
        var output = java.StandardOutput.ReadToEnd();
        java.WaitForExit();
        return TokenizerSpeed.Median(output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(TokenizerSpeed.WarmUps)
            .Select(line => line.Split(' '))
            .Select(run => long.Parse(run[0], CultureInfo.InvariantCulture) / (long.Parse(run[1], CultureInfo.InvariantCulture) / 1e9)));
    }
}
