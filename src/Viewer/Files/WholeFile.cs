namespace FeedbackLab.Viewer.Files;

/// <summary>Writes a file whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Puts a file in the place of what stands there, if anything does, in one step; what is no file of its own, such as a link or <c>/dev/stdout</c>, is written through.</summary>
    /// <param name="file">The path.</param>
    /// <param name="bytes">The content.</param>
    /// <exception cref="IOException">It cannot be written; what stood there before stays.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not write there.</exception>
    public static void Replace(string file, byte[] bytes)
    {
        if (Path.GetFullPath(file).StartsWith("/dev/", StringComparison.Ordinal) || new FileInfo(file).LinkTarget is not null)
        {
            File.WriteAllBytes(file, bytes);
            return;
        }

        var temporary = file + ".new";
        try
        {
            File.WriteAllBytes(temporary, bytes);
            File.Move(temporary, file, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
