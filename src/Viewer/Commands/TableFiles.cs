using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats;

namespace FeedbackLab.Viewer.Commands;

/// <summary>Tables that people hand in: workbooks and delimited text.</summary>
internal static class TableFiles
{
    // A table that went wrong goes wrong in every row.
    private const int MostProblems = 20;

    /// <summary>Prints what is wrong with rows of a table, of the first ones.</summary>
    /// <param name="language">The user's language.</param>
    /// <param name="file">The file as the user named it.</param>
    /// <param name="problems">The rows with what is wrong.</param>
    /// <returns>How many more there are.</returns>
    public static int PrintProblems(ScreenLanguage language, string file, ImmutableArray<(int Row, BilingualText What)> problems)
    {
        foreach (var (row, what) in problems.Take(MostProblems))
        {
            PrintRow(language, file, row, what);
        }

        return Math.Max(0, problems.Length - MostProblems);
    }

    /// <summary>Prints what is wrong with a row.</summary>
    /// <param name="language">The user's language.</param>
    /// <param name="file">The file as the user named it.</param>
    /// <param name="row">The row, 1-based.</param>
    /// <param name="what">What is wrong.</param>
    public static void PrintRow(ScreenLanguage language, string file, int row, BilingualText what) =>
        CommandLine.PrintFailure(language, string.Create(CultureInfo.InvariantCulture, $"{file}:{row}"), what);

    /// <summary>The option that names the encoding of a table.</summary>
    /// <param name="language">The user's language.</param>
    public static Option<string?> Encoding(ScreenLanguage language) => new("--encoding")
    {
        Description = language.Pick("CSV の文字コード（utf-8、cp932、euc-jp など）。指定がなければ見分ける", "Encoding of a CSV (utf-8, cp932, euc-jp …); told by itself if not given"),
    };

    /// <summary>Whether a file is a workbook, by its name.</summary>
    /// <param name="file">The file.</param>
    public static bool IsWorkbook(string file) => Path.GetExtension(file).ToLowerInvariant() is ".xlsx" or ".xlsm";

    /// <summary>A table's bytes, and its text where it is no workbook; null after a failure was printed.</summary>
    /// <param name="language">The user's language.</param>
    /// <param name="file">The file as the user named it.</param>
    /// <param name="encoding">The encoding named by the user; null to tell it.</param>
    public static (byte[] Bytes, string? Text)? Read(ScreenLanguage language, string file, string? encoding)
    {
        try
        {
            var bytes = File.ReadAllBytes(file);
            if (IsWorkbook(file))
            {
                return (bytes, null);
            }

            if (bytes is [0x50, 0x4B, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..])
            {
                CommandLine.PrintFailure(language, file, new BilingualText(
                    "この形式の表は読めません。表計算ソフトで .xlsx か CSV として保存し直してください。", "A table of this format cannot be read. Save it as .xlsx or CSV in the spreadsheet."));
                return null;
            }

            var (decoded, problem) = TextDecoder.Decode(file, bytes, encoding);
            if (decoded is not null)
            {
                return (bytes, decoded.Text);
            }

            CommandLine.PrintFailure(language, file, new BilingualText(problem!.What.Ja + problem.Remedy.Ja, $"{problem.What.En} {problem.Remedy.En}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            CommandLine.PrintFailure(language, file, new BilingualText("開けません。ファイルの場所と名前を確かめてください。", "It cannot be opened. Check where it is and what it is called."));
        }

        return null;
    }
}
