#pragma warning disable RS0030 // an index is a folder of files, and this folder is where the index touches them
using System.Globalization;
using FeedbackLab.Analysis.Index.Packing;

namespace FeedbackLab.Analysis.Index.Storage;

/// <summary>The files of an index.</summary>
/// <param name="folder">Their folder.</param>
internal sealed class IndexFiles(string folder)
{
    private const string Lock = "write.lock";

    /// <summary>Reads the state.</summary>
    /// <exception cref="IndexException">There is none, or it is of another version, or damaged.</exception>
    public Manifest ReadManifest()
    {
        try
        {
            return Manifest.Of(File.ReadAllBytes(PathOf(Manifest.FileName)));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw IndexException.Missing(Manifest.FileName);
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentOutOfRangeException)
        {
            throw IndexException.Damaged(Manifest.FileName, e);
        }
    }

    /// <summary>Replaces the state by another, all at once.</summary>
    public void WriteManifest(Manifest manifest)
    {
        var path = PathOf(Manifest.FileName);
        Write(Manifest.FileName + ".new", manifest.ToBytes());
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>Writes a file and waits until it is on the disk.</summary>
    public void Write(string name, ByteSink bytes) => Write(name, stream => stream.Write(bytes.Written));

    /// <summary>Writes a file and waits until it is on the disk.</summary>
    public void Write(string name, Action<Stream> write)
    {
        using var stream = new FileStream(PathOf(name), FileMode.Create, FileAccess.Write, FileShare.None, 1);
        write(stream);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Reads a small file.</summary>
    /// <exception cref="IndexException">It is not there.</exception>
    public byte[] Read(string name)
    {
        try
        {
            return File.ReadAllBytes(PathOf(name));
        }
        catch (FileNotFoundException e)
        {
            throw IndexException.Damaged(name, e);
        }
    }

    /// <summary>Maps a file.</summary>
    public MappedFile Map(string name) => MappedFile.Open(PathOf(name));

    /// <summary>Removes what no state needs; a file that is in use stays for another time.</summary>
    public void RemoveAllBut(IEnumerable<string> names)
    {
        var kept = names.Append(Manifest.FileName).Append(Lock).ToHashSet(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder))
        {
            var name = Path.GetFileName(path);
            if (!kept.Contains(name) && (name.EndsWith(".segment", StringComparison.Ordinal) || name.EndsWith(".live", StringComparison.Ordinal) || name.EndsWith(".new", StringComparison.Ordinal)))
            {
                try
                {
                    File.Delete(path);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    // A reader on Windows still has it mapped: access to it is denied there.
                }
            }
        }
    }

    /// <summary>A number that no file here has, nor any larger one.</summary>
    public int NextFree() => Directory.EnumerateFiles(folder)
        .Select(p => int.TryParse(Path.GetFileNameWithoutExtension(p), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0)
        .DefaultIfEmpty(0)
        .Max();

    /// <summary>Makes the folder and keeps other writers out until what is returned is disposed of.</summary>
    public IDisposable TakeLock()
    {
        Directory.CreateDirectory(folder);
        try
        {
            return new FileStream(PathOf(Lock), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException e)
        {
            throw IndexException.Locked(Lock, e);
        }
    }

    private string PathOf(string name) => Path.Combine(folder, name);
}
