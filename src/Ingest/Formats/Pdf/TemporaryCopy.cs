namespace FeedbackLab.Ingest.Formats.Pdf;

/// <summary>Bytes in a file of their own, in a folder that only this user may open; gone when disposed.</summary>
internal sealed class TemporaryCopy : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("feedbacklab-");

    public TemporaryCopy(byte[] bytes)
    {
        try
        {
            File.WriteAllBytes(Path, bytes);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public string Path => System.IO.Path.Combine(folder.FullName, "in.pdf");

    public void Dispose()
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A program that was just killed may hold it for a moment; the system's temporary folder is cleaned by the system.
        }
    }
}
