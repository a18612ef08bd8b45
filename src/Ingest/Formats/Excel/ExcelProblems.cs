using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Formats.Excel;

/// <summary>The problems that workbooks have, in the words that users read.</summary>
internal static class ExcelProblems
{
    public static Problem NoWorkbook(string file) => Error(file, "Excel のブックではありません（拡張子と中身が違います）。", "It is no Excel workbook; its content is not what its name says.", "Excel で開けるか確かめ、「Excel ブック（.xlsx）」として保存し直してください。CSV なら拡張子を .csv にしてください。", "Check that Excel opens it and save it as “Excel Workbook (.xlsx)”; name a CSV file .csv.");

    public static Problem Encrypted(string file) => Error(file, "Excel のブックにパスワードがかかっています。", "The workbook is protected by a password.", "Excel で開き、パスワードを外して保存し直してください。", "Open it in Excel and save it again without the password.");

    public static Problem Damaged(string file) => Error(file, "Excel のブックが壊れているか、途中で切れています。", "The workbook is damaged or cut off.", "もう一度入手するか、Excel で「開いて修復」して保存し直してください。", "Get it again, or open it in Excel with “Open and Repair” and save it again.");

    public static Problem Empty(string file) => Error(file, "どのシートにも値がありません。", "No sheet holds a value.", "数式だけのブックなら、Excel で開いて保存し直すと値が入ります。", "A workbook of formulas gets its values when Excel opens and saves it.");

    public static Problem TooWide(string file, string sheet) => Error(file, $"シート「{sheet}」の列が多すぎます（16,384 列まで）。", $"The sheet “{sheet}” has too many columns (16,384 at most).", "使っていない列を消して保存し直してください。", "Delete the columns that are not used and save it again.");

    public static Problem LongCell(string file, string sheet, int row, int column) => new(ProblemSeverity.Error, file, row,
        new BilingualText($"シート「{sheet}」の {Name(column)}{row} のセルが長すぎます（100万文字まで）。", $"The cell {Name(column)}{row} of “{sheet}” is too long (a million characters at most)."),
        new BilingualText("セルを分けて保存し直してください。", "Split the cell and save it again."));

    public static Problem Hidden(string file, string sheet) => Notice(file, $"非表示のシート「{sheet}」は読みませんでした。", $"The hidden sheet “{sheet}” was not read.", "意見が入っているなら、Excel で再表示して保存し直してください。", "If it holds answers, unhide it in Excel and save it again.");

    public static Problem HiddenCells(string file, string sheet, HiddenPlaces left)
    {
        var (rows, columns) = (Ranges(left.Rows, r => r.ToString(CultureInfo.InvariantCulture)), Ranges(left.Columns, Name));
        var ja = string.Join("と", new[] { rows.Length > 0 ? $"行（{left.Rows.Length} 行：{rows} 行目）" : "", columns.Length > 0 ? $"列（{left.Columns.Length} 列：{columns} 列）" : "" }.Where(w => w.Length > 0));
        var en = string.Join(" and ", new[] { rows.Length > 0 ? $"rows ({left.Rows.Length}: {rows})" : "", columns.Length > 0 ? $"columns ({left.Columns.Length}: {columns})" : "" }.Where(w => w.Length > 0));
        return Notice(file, $"シート「{sheet}」の非表示の{ja}は読みませんでした。", $"Hidden {en} of “{sheet}” were not read.", "意見が入っているなら、Excel でフィルターをクリアし、行や列を再表示して保存し直してください。", "If they hold answers, clear the filter and unhide them in Excel, and save it again.");
    }

    // 3、5～8, the first ten.
    private static string Ranges(ImmutableArray<int> numbers, Func<int, string> name)
    {
        var runs = new List<(int First, int Last)>();
        foreach (var number in numbers)
        {
            if (runs.Count > 0 && runs[^1].Last == number - 1)
            {
                runs[^1] = (runs[^1].First, number);
            }
            else
            {
                runs.Add((number, number));
            }
        }

        return string.Join('、', runs.Take(10).Select(r => r.First == r.Last ? name(r.First) : $"{name(r.First)}～{name(r.Last)}")) + (runs.Count > 10 ? "…" : "");
    }

    // A, B, …, Z, AA …
    private static string Name(int column) => column < 26 ? ((char)('A' + column)).ToString() : Name((column / 26) - 1) + (char)('A' + (column % 26));

    private static Problem Error(string file, string ja, string en, string doJa, string doEn) =>
        new(ProblemSeverity.Error, file, null, new BilingualText(ja, en), new BilingualText(doJa, doEn));

    private static Problem Notice(string file, string ja, string en, string doJa, string doEn) =>
        new(ProblemSeverity.Notice, file, null, new BilingualText(ja, en), new BilingualText(doJa, doEn));
}
