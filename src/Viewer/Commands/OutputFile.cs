using System.Text;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Files;

namespace FeedbackLab.Viewer.Commands;

/// <summary>Writes a file that the user named, and says so where it cannot be written.</summary>
internal static class OutputFile
{
    /// <summary>Writes a text in UTF-8.</summary>
    /// <returns>Whether it is written; what stood there before stays where it is not.</returns>
    public static bool Write(ScreenLanguage language, string file, string text) => Write(language, file, new UTF8Encoding(false).GetBytes(text));

    /// <summary>Writes bytes.</summary>
    /// <returns>Whether they are written; what stood there before stays where they are not.</returns>
    public static bool Write(ScreenLanguage language, string file, byte[] bytes)
    {
        try
        {
            WholeFile.Replace(file, bytes);
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
}
