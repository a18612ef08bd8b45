using System.Collections.Immutable;
using System.Globalization;
using ExcelDataReader;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Tables;

namespace FeedbackLab.Ingest.Formats.Excel;

/// <summary>The texts of a sheet's cells.</summary>
internal sealed class CellTexts(string file, IExcelDataReader reader)
{
    private readonly Dictionary<string, string> _pool = new(StringComparer.Ordinal);

    /// <summary>What forbids reading the sheet; null where nothing does. Known after <see cref="Rows"/>.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>Whether the workbook counts its days from 1904, as old Macs did.</summary>
    public bool From1904 { get; init; }

    /// <summary>The rows with words in them, hidden ones included.</summary>
    /// <param name="hidden">Told which rows are hidden; their height is 0.</param>
    public ImmutableArray<SheetRow> Rows(ISet<int> hidden)
    {
        var rows = ImmutableArray.CreateBuilder<SheetRow>();
        var texts = new List<string>();
        for (var number = 1; Problem is null && reader.Read(); number++)
        {
            texts.Clear();
            var last = -1;
            for (var i = 0; i < reader.FieldCount; i++)
            {
                var text = Text(i);
                if (ExcelReader.IsTooLong(text))
                {
                    Problem = ExcelProblems.LongCell(file, reader.Name, number, i);
                    return [];
                }

                texts.Add(text);
                last = text.Length > 0 ? i : last;
            }

            if (last >= 0)
            {
                rows.Add(new SheetRow(number, [.. texts.Take(last + 1)]));
            }

            if (reader.RowHeight == 0)
            {
                hidden.Add(number);
            }
        }

        return rows.ToImmutable();
    }

    private string Text(int column) =>
        reader.GetValue(column) switch
        {
            null => "", // an error of a formula, too: 3.6 of the package does not tell
            string text => Pooled(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("_x000D_", "", StringComparison.Ordinal).Trim()),
            DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime { Year: <= 1900 } time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
            DateTime moment => moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            TimeSpan time => time.ToString(@"hh\:mm", CultureInfo.InvariantCulture),
            bool truth => truth ? "TRUE" : "FALSE",
            double number => Pooled(EraDates.Text(number, reader.GetNumberFormatString(column), reader.GetNumberFormatIndex(column), From1904) ?? number.ToString("0.###############", CultureInfo.InvariantCulture)),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            var other => other.ToString() ?? "",
        };

    // Names, areas and years repeat from row to row.
    private string Pooled(string text)
    {
        if (text.Length > 40)
        {
            return text;
        }

        if (!_pool.TryGetValue(text, out var known))
        {
            _pool.Add(text, known = text);
        }

        return known;
    }
}
