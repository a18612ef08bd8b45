using System.Text;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Tests;

/// <summary>A folder of its own for one test.</summary>
internal sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("feedbacklab-").FullName;

    public string Write(string name, string text, Encoding? encoding = null) => Write(name, (encoding ?? new UTF8Encoding(false)).GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public static CommentCorpus Read(string name, string text, ReadOptions? options = null)
    {
        using var folder = new Folder();
        return CorpusReader.Read([folder.Write(name, text)], options ?? new ReadOptions());
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
