using System.Diagnostics;

namespace FeedbackLab.Bench;

/// <summary>Seconds of whole processes, start and output included: the published program against <c>mecab -Owakati</c>, by turns.</summary>
internal static class WholeProcess
{
    /// <summary>Median seconds of five runs each after one that does not count.</summary>
    /// <param name="program">The published program.</param>
    /// <param name="file">The text, UTF-8.</param>
    public static (double Ours, double Mecab) Seconds(string program, string file)
    {
        var ours = new List<double>();
        var mecab = new List<double>();
        for (var run = 0; run <= TokenizerSpeed.Runs; run++)
        {
            ours.Add(Run(program, "tokens", file, "--format", "wakati"));
            mecab.Add(Run("mecab", "-Owakati", file));
        }

        return (TokenizerSpeed.Median(ours.Skip(1)), TokenizerSpeed.Median(mecab.Skip(1)));
    }

    private static double Run(string program, params string[] arguments)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        process.StandardOutput.BaseStream.CopyTo(Stream.Null);
        process.WaitForExit();
        return process.ExitCode == 0
            ? Stopwatch.GetElapsedTime(start).TotalSeconds
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
