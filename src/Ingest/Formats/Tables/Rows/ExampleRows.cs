using System.Globalization;
using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables.Rows;

/// <summary>Recognises the row of a table that shows how to fill it in: 例 stands in its first cell, or before each of its answers.</summary>
internal static partial class ExampleRows
{
    private const int Sample = 2000;

    // A longer cell without the mark is somebody's answer.
    private const int LongestName = 20;

    /// <summary>How many rows at the top of a table may be examples: none where the numbers of the rows below go on with theirs (例1, 例2, 3), or where answers further down begin with 例, too.</summary>
    /// <param name="rows">The rows below the headers; some cell of each is filled.</param>
    public static int AtTop(IEnumerable<SheetRow> rows)
    {
        var first = rows.Take(Sample).ToList();
        var top = first.TakeWhile(r => Is(r)).Count();
        var goesOn = top > 0 && top < first.Count && first[top - 1].Words.First() is var last && first[top].Words.First() is var next
            && Digits().Match(JapaneseText.Fold(last)) is { Success: true } number && JapaneseText.Fold(next) == string.Create(CultureInfo.InvariantCulture, $"{int.Parse(number.Value, CultureInfo.InvariantCulture) + 1}");
        return goesOn || (!first.Take(top).Any(IsSure) && first.Skip(top).Any(r => r.Cells.Any(IsMarked))) ? 0 : top;
    }

    /// <summary>Whether a row is an example wherever it stands: 例 stands alone in it, or a name that stands for any (○○センター).</summary>
    /// <param name="row">The row.</param>
    public static bool IsSure(SheetRow row) => MayBe(row) && row.Words.ToList() is { Count: > 0 } cells && Is(row) && ((MayBe(cells[0]) && Alone().IsMatch(JapaneseText.Fold(cells[0])) && !cells[0].Any(char.IsDigit)) || cells.Exists(c => AnyName().IsMatch(c)));

    private static bool Is(SheetRow row)
    {
        var cells = MayBe(row) ? row.Words.ToList() : [];
        if (cells.Count == 0)
        {
            return false;
        }

        if (MayBe(cells[0]) && Alone().IsMatch(JapaneseText.Fold(cells[0])))
        {
            return true;
        }

        return cells.Exists(IsMarked) && !cells.Exists(c => !IsMarked(c) && (JapaneseText.EndsSentence(c) || c.Length > LongestName));
    }

    private static bool IsMarked(string cell) => MayBe(cell) && Before().IsMatch(JapaneseText.Fold(cell));

    // A table may have very many rows: most cells need no pattern, and most rows no list.
    private static bool MayBe(SheetRow row)
    {
        foreach (var cell in row.Cells)
        {
            if (MayBe(cell))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MayBe(string cell) => cell.AsSpan().TrimStart() is var start && start[..Math.Min(start.Length, 6)].Contains('例');

    [GeneratedRegex("^[(【<〔\\[]?(記入|記載|入力|回答)?例[0-9]*[)】>〕\\]]?$|^[(【<〔\\[](記入|記載|入力|回答)例[0-9]*[)】>〕\\]]", RegexOptions.CultureInvariant)]
    private static partial Regex Alone();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex("[○〇◯●△×]{2}|サンプル|見本", RegexOptions.CultureInvariant)]
    private static partial Regex AnyName();

    [GeneratedRegex("^([(【<〔\\[](記入|記載|入力|回答)?例[0-9]*[)】>〕\\]]|(記入|記載|入力|回答)?例[0-9]*[:、])", RegexOptions.CultureInvariant)]
    private static partial Regex Before();
}
