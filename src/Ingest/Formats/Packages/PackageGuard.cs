using System.IO.Compression;
using System.Xml;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Formats.Packages;

/// <summary>Looks into an Office package before anything reads it: nothing in it may grow without bounds, climb out of it or refer outside.</summary>
public static class PackageGuard
{
    private const int MostEntries = 10_000;
    private const long LargestEntry = 200_000_000;
    private const long LargestTotal = 500_000_000;
    private const int Deepest = 256;

    /// <summary>What forbids reading the package; null where nothing does.</summary>
    /// <param name="file">The file as the user named it, for messages.</param>
    /// <param name="bytes">The package, a ZIP file.</param>
    public static Problem? Check(string file, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > MostEntries)
            {
                return TooLarge(file);
            }

            var total = 0L;
            foreach (var entry in archive.Entries)
            {
                if (Climbs(entry.FullName))
                {
                    return Error(file, "ファイルの中に、外のフォルダを指す部品があります。", "A part inside the file points to a folder outside it.", "作成したソフトで開いて保存し直してください。", "Open it in the program that made it and save it again.");
                }

                using var content = entry.Open();
                var size = Size(content);
                total += size;
                if (size > LargestEntry || total > LargestTotal)
                {
                    return TooLarge(file);
                }
            }

            return archive.Entries.Where(entry => IsXml(entry.FullName)).Select(entry => Markup(file, entry)).FirstOrDefault(problem => problem is not null);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return Error(file, "ファイルが壊れているか、途中で切れています。", "The file is damaged or cut off.", "もう一度入手するか、保存し直してください。", "Get it again, or save it again.");
        }
    }

    /// <summary>Whether the name of a part of a ZIP file points to a folder outside it.</summary>
    /// <param name="name">The name.</param>
    public static bool Climbs(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.StartsWith('/') || name.StartsWith('\\') || name.Contains(':', StringComparison.Ordinal)
            || name.Split('/', '\\').Contains("..", StringComparer.Ordinal);
    }

    private static bool IsXml(string name) => Path.GetExtension(name).ToLowerInvariant() is ".xml" or ".rels" or ".vml";

    private static long Size(Stream content)
    {
        var buffer = new byte[1 << 16];
        var size = 0L;
        for (var read = content.Read(buffer); read > 0 && size <= LargestEntry; read = content.Read(buffer))
        {
            size += read;
        }

        return size;
    }

    private static Problem? Markup(string file, ZipArchiveEntry entry)
    {
        try
        {
            using var content = entry.Open();
            using var reader = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null, MaxCharactersFromEntities = 1024 });
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.DocumentType)
                {
                    return Error(file, "ファイルの中に、文書型定義（DTD）があります。", "A part inside the file declares a document type (DTD).", "安全でないので読みません。作成したソフトで保存し直してください。", "It is not read because that is unsafe; save it again in the program that made it.");
                }

                if (reader.Depth > Deepest)
                {
                    return Error(file, "ファイルの中の入れ子が深すぎます。", "The file's markup is nested too deeply.", "作成したソフトで開いて保存し直してください。", "Open it in the program that made it and save it again.");
                }
            }
        }
        catch (XmlException)
        {
            // Not well formed: the reader of the format says so, where the part matters to it.
        }

        return null;
    }

    private static Problem TooLarge(string file) => Error(file, "ファイルを展開すると大きくなりすぎます。", "The file grows too large when it is unpacked.", "画像などを減らして保存し直してください。", "Save it again with fewer pictures.");

    private static Problem Error(string file, string ja, string en, string doJa, string doEn) =>
        new(ProblemSeverity.Error, file, null, new BilingualText(ja, en), new BilingualText(doJa, doEn));
}
