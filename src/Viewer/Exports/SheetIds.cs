using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Exports;

/// <summary>Ids of comments in a CSV that goes through a spreadsheet. Some of them look like numbers (120798765773, 3281e0608311), and a spreadsheet writes those another way.</summary>
internal static partial class SheetIds
{
    private const char Guard = '\'';

    /// <summary>The id as it is written into a CSV: with an apostrophe before it where a spreadsheet would take it for a number.</summary>
    public static string Written(string id) => LikeNumber().IsMatch(id) ? Guard + id : id;

    /// <summary>The id of a cell.</summary>
    public static string Read(string cell) => cell.TrimStart(Guard);

    /// <summary>Whether a cell is no id, but what a spreadsheet makes of one.</summary>
    public static bool IsChanged(string cell) => !Id().IsMatch(cell) && Changed().IsMatch(cell);

    /// <summary>Whether a cell is surely what a spreadsheet makes of an id, whatever the ids look like: a number with an exponent, an error.</summary>
    public static bool IsRounded(string cell) => Rounded().IsMatch(cell);

    /// <summary>What is wrong where no comment has the id of a cell, and what to do.</summary>
    public static BilingualText NoComment(string cell) => IsChanged(cell)
        ? new(
            $"意見ID「{cell}」は、表計算ソフトが数に書き換えたもので、もとの ID が分かりません。codings export で .xlsx に書き出して直すか、CSV を「データの取り込み」で列を「文字列」にして開いてください。",
            $"The comment ID \"{cell}\" is what a spreadsheet made of it, taking it for a number; the ID itself is lost. Export to .xlsx and correct that, or open the CSV through data import with the column as text.")
        : new($"ID「{cell}」の意見はありません。", $"There is no comment with the ID {cell}.");

    [GeneratedRegex(@"^[0-9]+(e[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex LikeNumber();

    [GeneratedRegex(@"^([0-9]([.,][0-9]+)?E[+-][0-9]+|#.*[!?/].*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Rounded();

    [GeneratedRegex("^[0-9a-f]{12}$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex(@"^([+-]?[0-9][0-9.,]*(e[+-]?[0-9]+)?|[+-]?inf(inity)?|[+-]?∞|#.*[!?/].*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Changed();
}
