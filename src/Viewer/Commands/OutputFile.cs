using System.Text;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Commands;

/// <summary>Writes a file that the user named whole or not at all.</summary>
internal static class OutputFile
{
    /// <summary>Writes a text in UTF-8; says so where it cannot be written.</summary>
    /// <returns>Whether it is written; what stood there before stays where it is not.</returns>
    public static bool Write(ScreenLanguage language, string file, string text) => Write(language, file, new UTF8Encoding(false).GetBytes(text));

    /// <summary>Writes bytes; says so where they cannot be written.</summary>
    /// <returns>Whether they are written; what stood there before stays where they are not.</returns>
    public static bool Write(ScreenLanguage language, string file, byte[] bytes)
    {
        try
        {
            Replace(file, bytes);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            CommandLine.PrintFailure(language, file, new BilingualText(
                "書けません。ほかのプログラムで開いていないか、フォルダーがあって書き込めるか確かめてください。",
                "Cannot be written. See that no program has it open, that its folder is there and that it can be written."));
            return false;
        }
    }

    /// <summary>Puts a file in the place of what stands there, if anything does, in one step; what is no file of its own, such as a link or <c>/dev/stdout</c>, is written through.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not write there.</exception>
    public static void Replace(string file, byte[] bytes)
    {
        if (Path.GetFullPath(file).StartsWith("/dev/", StringComparison.Ordinal) || new FileInfo(file).LinkTarget is not null)
        {
            File.WriteAllBytes(file, bytes);
            return;
        }

        File.WriteAllBytes(file + ".new", bytes);
        File.Move(file + ".new", file, overwrite: true);
    }
}
