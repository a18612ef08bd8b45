namespace FeedbackLab.Viewer.Files;

/// <summary>Writes a file whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Puts a file in the place of what stands there, if anything does, in one step: of what a link leads to, where there is one. What is no file, such as <c>/dev/stdout</c>, is written through.</summary>
    /// <param name="file">The path.</param>
    /// <param name="bytes">The content.</param>
    /// <exception cref="IOException">It cannot be written; what stood there before stays.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not write there.</exception>
    public static void Replace(string file, byte[] bytes)
    {
        var named = new FileInfo(file);
        var target = named.LinkTarget is null ? named.FullName : named.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        if (target.StartsWith("/dev/", StringComparison.Ordinal) || target.StartsWith("/proc/", StringComparison.Ordinal))
        {
            File.WriteAllBytes(file, bytes);
            return;
        }

        // A name of its own: somebody else may be writing the same file, and the user may have one called .new.
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Guid.NewGuid():N}.new");
        try
        {
            File.WriteAllBytes(temporary, bytes);
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
