using System.IO.Compression;

namespace FeedbackLab.Viewer.Exports.Sheets;

/// <summary>Office packages without the hour of their making: the same parts give the same bytes.</summary>
public static class FixedPackage
{
    private const string ContentTypes = "[Content_Types].xml";

    // The earliest time that a ZIP file can tell.
    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The same package, its parts in the order of their names (the list of types first), all of one time.</summary>
    /// <param name="package">The package, a ZIP file.</param>
    public static byte[] Of(byte[] package)
    {
        ArgumentNullException.ThrowIfNull(package);
        using var written = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(package, writable: false), ZipArchiveMode.Read))
        using (var to = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries.OrderBy(e => e.FullName != ContentTypes).ThenBy(e => e.FullName, StringComparer.Ordinal))
            {
                var same = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                same.LastWriteTime = Earliest;
                using var source = entry.Open();
                using var target = same.Open();
                source.CopyTo(target);
            }
        }

        return written.ToArray();
    }
}
