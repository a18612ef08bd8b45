using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats;

namespace FeedbackLab.Viewer.Reports.Office;

/// <summary>Draws SVG as a bitmap through rsvg-convert, where it is installed.</summary>
/// <param name="program">Where rsvg-convert is; null where it is not installed.</param>
public sealed class SvgRaster(string? program)
{
    private const string Program = "rsvg-convert";

    private const int PixelsPerUnit = 2;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly string? _program = program;

    /// <summary>Draws with the rsvg-convert of this machine.</summary>
    public SvgRaster()
        : this(InstalledProgram.Find(Program))
    {
    }

    /// <summary>Whether bitmaps can be drawn on this machine.</summary>
    public static bool IsInstalled => InstalledProgram.Find(Program) is not null;

    /// <summary>Whether something could not be drawn, so that only the plain bitmap stands in.</summary>
    public bool IsMissing { get; private set; }

    /// <summary>What is told of pictures that could not be drawn, that the program is missing or that it failed; null where all were drawn.</summary>
    public BilingualText? Notice => !IsMissing ? null
        : _program is null
            ? new BilingualText(
                "rsvg-convert がないため、図の画像は SVG だけです。SVG を表示できない古いソフトでは灰色の枠になります。",
                "Without rsvg-convert the pictures are SVG only; old programs that cannot show SVG show a grey box.")
            : new BilingualText(
                "rsvg-convert が描けなかった図があります。その図は SVG だけで、SVG を表示できない古いソフトでは灰色の枠になります。",
                "rsvg-convert could not draw some of the pictures; old programs that cannot show SVG show a grey box in their place.");

    /// <summary>The bitmap as PNG, twice as many pixels as the drawing has units; null where it cannot be drawn.</summary>
    /// <param name="svg">The drawing.</param>
    /// <param name="width">Its width in units.</param>
    public byte[]? Png(string svg, double width)
    {
        ArgumentNullException.ThrowIfNull(svg);
        var png = _program is null ? null : Run(_program, svg, (int)(width * PixelsPerUnit));
        IsMissing |= png is null;
        return png;
    }

    private static byte[]? Run(string program, string svg, int pixels)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in new[] { "--format", "png", "--width", pixels.ToString(CultureInfo.InvariantCulture), "--keep-aspect-ratio" })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = new Process { StartInfo = start };
        using var stop = new CancellationTokenSource(Longest);
        try
        {
            process.Start();
            var output = ReadAsync(process.StandardOutput.BaseStream, stop.Token);
            var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, stop.Token);
            process.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(svg));
            process.StandardInput.Close();
            Task.WhenAll(output, errors).GetAwaiter().GetResult();
            process.WaitForExitAsync(stop.Token).GetAwaiter().GetResult();
            return process.ExitCode == 0 && output.Result.Length > 0 ? output.Result : null;
        }
        catch (Exception e) when (e is Win32Exception or IOException or OperationCanceledException)
        {
            return null;
        }
        finally
        {
            Kill(process);
        }
    }

    private static async Task<byte[]> ReadAsync(Stream stream, CancellationToken stop)
    {
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, stop).ConfigureAwait(false);
        return bytes.ToArray();
    }

    private static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It never started, or has ended meanwhile.
        }
    }
}
