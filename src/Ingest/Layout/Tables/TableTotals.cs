using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Layout.Tables;

/// <summary>Checks the totals that a table states against its own rows.</summary>
public static partial class TableTotals
{
    /// <summary>One notice for each total that disagrees, and one for each row that could not be read.</summary>
    /// <remarks>Empty cells count as nothing; columns of percentages and rows of subtotals are not added up.</remarks>
    /// <param name="source">Name of the source.</param>
    /// <param name="found">The table.</param>
    public static ImmutableArray<Problem> Check(string source, FoundTable found)
    {
        var table = found.Table;
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var line in found.Unsafe)
        {
            problems.Add(new Problem(
                ProblemSeverity.Notice, source, line == 0 ? table.Place.LineStart : line,
                new BilingualText($"表「{table.Title}」のこの行の数字は、どの列のものか決められないため読み取っていません。", $"In the table “{table.Title}” the numbers of this row cannot be assigned to columns; they were not read."),
                new BilingualText("元の表を見て、必要ならCSVにして渡してください。", "Look at the original table; give it as CSV if you need it.")));
        }

        var rows = table.Rows.Where(r => !r.Label.Contains("小計", StringComparison.Ordinal)).ToList();
        if (table.Total is { } total && rows.Count > 0 && found.Unsafe.IsEmpty)
        {
            for (var c = 0; c < table.Columns.Length; c++)
            {
                var sum = rows.Sum(r => r.Values[c] ?? 0);
                if (!found.PercentColumns.Contains(c) && total.Values[c] is { } stated && stated != sum)
                {
                    problems.Add(Disagreement(source, table, total.Line, Name(table, c), stated, sum));
                }
            }
        }

        var sumColumn = table.Columns.Length - 1;
        if (sumColumn >= 2 && TotalHeader().IsMatch(JapaneseText.Fold(table.Columns[sumColumn].Header)) && found.PercentColumns.IsEmpty)
        {
            foreach (var row in table.Rows)
            {
                var sum = row.Values.Take(sumColumn).Sum(v => v ?? 0);
                if (row.Values[sumColumn] is { } stated && stated != sum)
                {
                    problems.Add(Disagreement(source, table, row.Line, row.Label, stated, sum));
                }
            }
        }

        return problems.ToImmutable();
    }

    private static string Name(CountTable table, int column) =>
        table.Columns[column].Header is { Length: > 0 } header ? header : string.Create(CultureInfo.InvariantCulture, $"{column + 1}");

    private static Problem Disagreement(string source, CountTable table, int line, string column, decimal stated, decimal sum) => new(
        ProblemSeverity.Notice,
        source,
        line,
        new BilingualText(
            string.Create(CultureInfo.InvariantCulture, $"表「{table.Title}」の「{column}」の合計は {stated} と書かれていますが、足すと {sum} です。"),
            string.Create(CultureInfo.InvariantCulture, $"The table “{table.Title}” states {stated} as the total of “{column}”; its cells add up to {sum}.")),
        new BilingualText("どちらが正しいか、元の資料で確かめてください。", "Check in the original document which of the two is right."));

    [GeneratedRegex("^(総?合?計|総数)$", RegexOptions.CultureInvariant)]
    private static partial Regex TotalHeader();
}
