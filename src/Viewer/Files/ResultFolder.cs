using FeedbackLab.Analysis;

namespace FeedbackLab.Viewer.Files;

/// <summary>Writes results so that a folder holds either the old ones or the new ones.</summary>
internal static class ResultFolder
{
    /// <summary>What stands behind a file's name while it is written; what a run that was broken off leaves there, too.</summary>
    public const string Temporary = ".new";

    /// <summary>Writes files whose contents are at hand, likewise.</summary>
    /// <param name="folder">The folder; made where it does not exist.</param>
    /// <param name="files">Contents by path below the folder, <c>/</c> between its parts.</param>
    /// <exception cref="IOException">Something cannot be written; what stood there before stays.</exception>
    public static void Write(string folder, IReadOnlyDictionary<string, byte[]> files) =>
        Write(folder, files.ToDictionary(f => f.Key, f => new Action<Stream>(stream => stream.Write(f.Value)), StringComparer.Ordinal));

    /// <summary>Writes files below a folder: all of them under a temporary name first, then renamed; <c>findings.json</c> last.</summary>
    /// <param name="folder">The folder; made where it does not exist.</param>
    /// <param name="files">What writes the contents, by path below the folder, <c>/</c> between its parts; they are called on several threads.</param>
    /// <exception cref="IOException">Something cannot be written; what stood there before stays.</exception>
    public static void Write(string folder, IReadOnlyDictionary<string, Action<Stream>> files)
    {
        var written = new List<(string Temporary, string Final)>();
        var contents = new List<Action<Stream>>();
        try
        {
            foreach (var (name, content) in files.OrderBy(f => f.Key == "findings.json").ThenBy(f => f.Key, StringComparer.Ordinal))
            {
                var path = Path.Combine([folder, .. name.Split('/')]);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                written.Add((path + Temporary, path));
                contents.Add(content);
            }

            AtOnce.For(written.Count, Environment.ProcessorCount, i =>
            {
                using var stream = File.Create(written[i].Temporary);
                contents[i](stream);
            });

            if (written.Find(w => Directory.Exists(w.Final)) is { Final: { } taken })
            {
                throw new IOException(taken);
            }

            foreach (var (_, path) in written.Where(w => File.Exists(w.Final)))
            {
                // Opening refuses what another program holds (Excel, comments.csv) before anything is replaced.
                File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
            }

            foreach (var (temporary, path) in written)
            {
                File.Move(temporary, path, overwrite: true);
            }
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException(e.Message, e);
        }
        finally
        {
            foreach (var (temporary, _) in written.Where(w => File.Exists(w.Temporary)))
            {
                File.Delete(temporary);
            }
        }

        if (files.Keys.Any(f => f == "findings.json" || f.StartsWith("charts/", StringComparison.Ordinal)))
        {
            RemoveOldCharts(Path.Combine(folder, "charts"), files);
        }
    }

    // Where charts are made, one of an earlier run that this one has not made would look like a result of this one.
    private static void RemoveOldCharts(string charts, IReadOnlyDictionary<string, Action<Stream>> files)
    {
        foreach (var chart in (Directory.Exists(charts) ? Directory.EnumerateFiles(charts, "themes*.svg") : [])
            .Where(chart => !files.ContainsKey("charts/" + Path.GetFileName(chart))))
        {
            File.Delete(chart);
        }
    }
}
