using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace FeedbackLab.Ingest.Formats.Pdf;

/// <summary>Runs a program without a shell, within limits of time and output.</summary>
internal static class PdfProgram
{
    /// <summary>The most output that is taken, in bytes.</summary>
    public const int LongestOutput = 200_000_000;

    private const int LongestErrors = 64_000;

    /// <summary>What the program wrote to its standard output, as UTF-8.</summary>
    /// <param name="program">A name to be found on the path, or a file.</param>
    /// <param name="arguments">Handed over one by one.</param>
    /// <param name="limit">The longest that it may take; it and its children are killed then.</param>
    public static PdfProgramResult Run(string program, IReadOnlyList<string> arguments, TimeSpan limit)
    {
        if (limit <= TimeSpan.Zero)
        {
            return Cut(PdfProgramEnd.TimedOut);
        }

        if (InstalledProgram.Find(program) is not { } path)
        {
            return Cut(PdfProgramEnd.NotFound);
        }

        using var process = new Process { StartInfo = Start(path, arguments) };
        try
        {
            process.Start();
        }
        catch (Exception e) when (e is Win32Exception or FileNotFoundException or DirectoryNotFoundException)
        {
            return Cut(PdfProgramEnd.NotFound);
        }

        using var stop = new CancellationTokenSource(limit);
        try
        {
            process.StandardInput.Close();
            var errors = Drain(process.StandardError.BaseStream, LongestErrors, stop.Token);
            var output = Take(process.StandardOutput.BaseStream, stop.Token);
            var bytes = output.GetAwaiter().GetResult();
            if (bytes is null)
            {
                return Cut(PdfProgramEnd.TooLong);
            }

            var complaints = errors.GetAwaiter().GetResult();
            process.WaitForExitAsync(stop.Token).GetAwaiter().GetResult();
            return new PdfProgramResult(PdfProgramEnd.Exited, process.ExitCode, Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length), complaints);
        }
        catch (OperationCanceledException)
        {
            return Cut(PdfProgramEnd.TimedOut);
        }
        finally
        {
            Kill(process);
        }
    }

    private static ProcessStartInfo Start(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["LC_ALL"] = "C";
        return start;
    }

    /// <summary>All bytes; null where there are more than are taken.</summary>
    private static async Task<MemoryStream?> Take(Stream from, CancellationToken stop)
    {
        var taken = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (var read = await from.ReadAsync(buffer, stop); read > 0; read = await from.ReadAsync(buffer, stop))
        {
            if (taken.Length + read > LongestOutput)
            {
                return null;
            }

            await taken.WriteAsync(buffer.AsMemory(0, read), stop);
        }

        return taken;
    }

    /// <summary>The first bytes as text; the rest is read and dropped, so that the program never waits for a reader.</summary>
    private static async Task<string> Drain(Stream from, int keep, CancellationToken stop)
    {
        var kept = new MemoryStream();
        var buffer = new byte[1 << 12];
        for (var read = await from.ReadAsync(buffer, stop); read > 0; read = await from.ReadAsync(buffer, stop))
        {
            await kept.WriteAsync(buffer.AsMemory(0, Math.Min(read, keep - (int)kept.Length)), stop);
        }

        return Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length);
    }

    private static PdfProgramResult Cut(PdfProgramEnd end) => new(end, -1, "", "");

    private static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit(5000);
            }
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended between the question and the order.
        }
    }
}
