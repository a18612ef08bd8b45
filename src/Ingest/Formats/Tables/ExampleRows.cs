using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables;

/// <summary>Recognises the row of a table that shows how to fill it in: 例 stands in its first cell, or before each of its answers.</summary>
internal static partial class ExampleRows
{
    /// <summary>Whether a row is an example.</summary>
    /// <param name="row">The row.</param>
    public static bool Is(SheetRow row)
    {
        var marked = 0;
        var words = 0;
        var isFirst = true;
        foreach (var cell in row.Cells)
        {
            if (string.IsNullOrWhiteSpace(cell))
            {
                continue;
            }

            if (isFirst && MayBe(cell) && Alone().IsMatch(JapaneseText.Fold(cell)))
            {
                return true;
            }

            isFirst = false;
            var isMarked = MayBe(cell) && Before().IsMatch(JapaneseText.Fold(cell));
            marked += isMarked ? 1 : 0;
            words += !isMarked && (JapaneseText.EndsSentence(cell.Trim()) || cell.Trim().Length > LongestName) ? 1 : 0;
        }

        return marked > 0 && words == 0;
    }

    // A longer cell without the mark is somebody's answer.
    private const int LongestName = 20;

    // A table may have very many rows: most cells need no pattern.
    private static bool MayBe(string cell) => cell.AsSpan().TrimStart() is var start && start[..Math.Min(start.Length, 6)].Contains('例');

    [GeneratedRegex("^[(【<〔\\[]?(記入|記載|入力|回答)?例[0-9]*[)】>〕\\]]?$|^[(【<〔\\[](記入|記載|入力|回答)例[0-9]*[)】>〕\\]]", RegexOptions.CultureInvariant)]
    private static partial Regex Alone();

    [GeneratedRegex("^([(【<〔\\[](記入|記載|入力|回答)?例[0-9]*[)】>〕\\]]|(記入|記載|入力|回答)?例[0-9]*[:、])", RegexOptions.CultureInvariant)]
    private static partial Regex Before();
}
