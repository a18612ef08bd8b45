using System.IO.Compression;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;
using FeedbackLab.Ingest.Formats.Packages;

namespace FeedbackLab.Analysis.Exchange;

/// <summary>An opened <c>.qdpx</c> file that was looked over first: nothing in it climbs out, comes twice, is encrypted or swells.</summary>
/// <remarks>Only what is asked for is unpacked; films and sound of any size stay where they are.</remarks>
public sealed class QdaArchive : IDisposable
{
    private const int MostEntries = 10_000;
    private const long LargestEntry = 100_000_000;
    private const long LargestTotal = 400_000_000;
    private const long RatioMattersFrom = 5_000_000;
    private const long MostRatio = 100;

    private static readonly uint[] Remainders = [.. Enumerable.Range(0, 256).Select(i => Enumerable.Range(0, 8).Aggregate((uint)i, (r, _) => (r & 1) == 0 ? r >> 1 : (r >> 1) ^ 0xEDB88320))];

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private long _unpacked;
    private string _folder = string.Empty;

    private QdaArchive(ZipArchive archive) => _archive = archive;

    /// <summary>The archive of a file.</summary>
    /// <param name="file">The file; it can seek, and stays open as long as this.</param>
    /// <exception cref="DefinitionException">It is no such archive, or not a safe one.</exception>
    public static QdaArchive Open(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        QdaArchive? archive = null;
        try
        {
            archive = new QdaArchive(new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true));
            archive.LookOver();
            return archive;
        }
        catch (Exception e) when (IsDamage(e))
        {
            archive?.Dispose();
            throw Damaged(e);
        }
        catch (DefinitionException)
        {
            archive?.Dispose();
            throw;
        }
    }

    /// <summary>The bytes of the project: <c>project.qde</c>, whatever its letters' case, or the only <c>.qde</c> that there is.</summary>
    /// <exception cref="DefinitionException">There is none, or it cannot be unpacked.</exception>
    public byte[] Project()
    {
        var named = _entries.Where(e => e.Key.EndsWith(".qde", StringComparison.OrdinalIgnoreCase) && !IsOfSystem(e.Key)).OrderBy(e => e.Key.Count(c => c == '/')).ThenBy(e => e.Key, StringComparer.Ordinal).ToList();
        var inner = named.Where(e => e.Key.EndsWith("/project.qde", StringComparison.OrdinalIgnoreCase)).ToList();
        var project = _entries.GetValueOrDefault("project.qde") ?? (named.Count == 1 ? named[0].Value : inner.Count == 1 ? inner[0].Value : null);

        // A folder that was packed as a whole.
        var path = project?.FullName.Replace('\\', '/') ?? string.Empty;
        _folder = path[..(path.LastIndexOf('/') + 1)];
        return project is null
            ? throw Refused("REFI-QDA のプロジェクト（project.qde の入った .qdpx）ではありません。", "This is no REFI-QDA project (.qdpx with project.qde).")
            : Unpacked(project);
    }

    /// <summary>The bytes of a file in <c>sources/</c>, whatever its letters' case; null where it is not there.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="DefinitionException">It cannot be unpacked.</exception>
    public byte[]? Source(string name) =>
        (_entries.GetValueOrDefault($"{_folder}sources/{name}") ?? _entries.GetValueOrDefault($"sources/{name}") ?? _entries.GetValueOrDefault(_folder + name)) is { } entry ? Unpacked(entry) : null;

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    private static DefinitionException Damaged(Exception cause) => Refused(
        "ZIP として読めません。途中で切れているか、壊れています。書き出したプログラムで、もう一度書き出してください。",
        "It cannot be read as ZIP: it is cut off or damaged. Export it again from the program that made it.",
        cause);

    private static DefinitionException Refused(string ja, string en, Exception? cause = null) => new(1, new BilingualText(ja, en), cause);

    private static bool IsDamage(Exception e) => e is InvalidDataException or IOException or NotSupportedException or ArgumentException;

    // What macOS lays beside files.
    private static bool IsOfSystem(string name) => name.StartsWith("__MACOSX/", StringComparison.Ordinal) || name.Contains("/._", StringComparison.Ordinal) || name.StartsWith("._", StringComparison.Ordinal);

    private void LookOver()
    {
        if (_archive.Entries.Count > MostEntries)
        {
            throw Refused($"中のファイルが多すぎます（{MostEntries} を超えます）。安全のため読みません。", $"It holds too many files (over {MostEntries}) and is not read, for safety.");
        }

        foreach (var entry in _archive.Entries)
        {
            var name = entry.FullName.Replace('\\', '/');
            if (PackageGuard.Climbs(name) || name.Contains('\0', StringComparison.Ordinal))
            {
                throw Refused("中に、外のフォルダーを指す名前があります。安全のため読みません。", "A name in it points to a folder outside and it is not read, for safety.");
            }

            if (entry.IsEncrypted)
            {
                throw Refused("暗号化されています。パスワードなしで書き出し直してください。", "It is encrypted. Export it again without a password.");
            }

            if (!_entries.TryAdd(name, entry))
            {
                throw Refused("同じ名前のファイルが二つ入っています。安全のため読みません。", "It holds two files of one name and is not read, for safety.");
            }
        }
    }

    private byte[] Unpacked(ZipArchiveEntry entry)
    {
        try
        {
            if (entry.Length > LargestEntry || _unpacked + entry.Length > LargestTotal)
            {
                throw TooLarge();
            }

            using var unpacked = new MemoryStream();
            using var stream = entry.Open();
            var buffer = new byte[1 << 16];
            for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
            {
                unpacked.Write(buffer, 0, read);

                // What it says of its size may be a lie.
                if (unpacked.Length > entry.Length || (unpacked.Length > RatioMattersFrom && unpacked.Length > MostRatio * Math.Max(1, entry.CompressedLength)))
                {
                    throw TooLarge();
                }
            }

            _unpacked += unpacked.Length;
            var bytes = unpacked.ToArray();
            return bytes.Length == entry.Length && Crc32(bytes) == entry.Crc32 ? bytes : throw new InvalidDataException("An entry is not what its checksum says.");
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw Damaged(e);
        }
    }

    // The checksum of ZIP (ISO 3309), which the platform's reader leaves unread.
    private static uint Crc32(byte[] bytes)
    {
        var sum = ~0u;
        foreach (var b in bytes)
        {
            sum = Remainders[(byte)(sum ^ b)] ^ (sum >> 8);
        }

        return ~sum;
    }

    private static DefinitionException TooLarge() => Refused("展開すると大きくなりすぎます。安全のため読みません。", "It grows too large when unpacked and is not read, for safety.");
}
