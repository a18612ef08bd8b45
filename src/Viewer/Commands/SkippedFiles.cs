using System.Collections.Immutable;

namespace FeedbackLab.Viewer.Commands;

/// <summary>Names what was not read in the folders that the user named, so that nobody misses a file unawares.</summary>
internal static class SkippedFiles
{
    public static void Print(ScreenLanguage language, ImmutableArray<string> skipped)
    {
        if (!skipped.IsEmpty)
        {
            Console.Out.WriteLine(language.Pick(
                $"回答や議事録ではないと見て、読まなかったもの: {string.Join("、", skipped)}",
                $"Not read, as they do not look like answers or minutes: {string.Join(", ", skipped)}"));
        }
    }
}
