using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Layout.Tables;

/// <summary>Assigns the numbers of a table to its rows and columns.</summary>
/// <remarks>
/// A label may stand on the line of its numbers or above them, over several lines; cells may stand one on a line; several labels
/// may come before all their numbers. What cannot be assigned safely is left out and counted in <see cref="Unsafe"/>.
/// </remarks>
/// <param name="Rows">The rows, totals among them.</param>
/// <param name="PercentColumns">Which columns hold percentages somewhere.</param>
/// <param name="Unsafe">Lines of the labels whose numbers could not be assigned.</param>
public sealed record TableRows(ImmutableArray<CountRow> Rows, ImmutableHashSet<int> PercentColumns, ImmutableArray<int> Unsafe)
{
    /// <summary>The rows of a region.</summary>
    /// <param name="lines">The region's lines after the header, each with its reading.</param>
    /// <param name="columns">Number of columns of numbers.</param>
    public static TableRows Read(IReadOnlyList<(TextLine Line, TableLine Reading)> lines, int columns)
    {
        var reader = new Reader(columns);
        for (var i = 0; i < lines.Count; i++)
        {
            reader.Take(lines[i].Line, lines[i].Reading, i + 1 < lines.Count ? lines[i + 1].Reading.Kind : TableLineKind.Other);
        }

        reader.Flush();
        return new TableRows([.. reader.Rows], [.. reader.Percent], [.. reader.Unsafe]);
    }

    private sealed class Reader(int columns)
    {
        private readonly List<(string Label, int Line, bool Gap)> labels = [];
        private readonly List<TableCell> cells = [];
        private readonly Dictionary<int, decimal> bracketed = [];
        private int firstCell;

        public List<CountRow> Rows { get; } = [];

        public HashSet<int> Percent { get; } = [];

        public List<int> Unsafe { get; } = [];

        public void Take(TextLine line, TableLine reading, TableLineKind next)
        {
            switch (reading.Kind)
            {
                case TableLineKind.Row:
                    TakeRow(line, reading, next);
                    break;
                case TableLineKind.Cells:
                    firstCell = cells.Count == 0 ? line.Number : firstCell;
                    Add(reading.Cells);
                    break;
                default:
                    if (cells.Count > 0)
                    {
                        Flush();
                    }

                    labels.Add((reading.Label, line.Number, line.Gap));
                    break;
            }
        }

        public void Flush()
        {
            var label = string.Concat(labels.Select(l => l.Label));
            if (cells.Count == columns)
            {
                var second = labels.Count > 1 && bracketed.Count > 0 && labels[^1].Label.StartsWith('（') ? labels[^1].Label : null;
                AddRow(second is null ? label : label[..^second.Length], labels.Count > 0 ? labels[0].Line : firstCell, [.. cells.Select(c => (decimal?)c.Value)]);
                if (second is not null)
                {
                    AddRow(second.Trim('（', '）'), labels[^1].Line, [.. Enumerable.Range(0, columns).Select(i => bracketed.TryGetValue(i, out var v) ? v : (decimal?)null)]);
                }
            }
            else if (cells.Count > 0 && labels.Count > 1 && cells.Count == labels.Count * columns && bracketed.Count == 0)
            {
                FlushBlock();
            }
            else if (cells.Count > 0)
            {
                Unsafe.Add(labels.Count > 0 ? labels[0].Line : firstCell);
            }

            Forget();
        }

        private void TakeRow(TextLine line, TableLine reading, TableLineKind next)
        {
            var main = reading.Cells.Count(c => !c.InBrackets);
            if (cells.Count > 0 || (labels.Count > 0 && line.Gap))
            {
                Flush();
            }

            var prefix = string.Concat(labels.Where(l => !IsTextCell(l.Label)).Select(l => l.Label));
            var label = reading.Index is null && !TableFinder.IsTotal(reading.Label) && line.Number - (labels.Count > 0 ? labels[^1].Line : line.Number) <= 2 ? prefix + reading.Label : reading.Label;
            Forget();
            if (main < columns && next == TableLineKind.Cells)
            {
                labels.Add((label, line.Number, line.Gap));
                Add(reading.Cells);
                return;
            }

            labels.Add((label, line.Number, line.Gap));
            if (main == columns)
            {
                Add(reading.Cells);
            }
            else if (main == 1 && columns == 2)
            {
                var cell = reading.Cells[0];
                var values = cell.Gap >= 2 ? new decimal?[] { null, cell.Value } : [cell.Value, null];
                AddRow(label, line.Number, [.. values]);
                Forget();
                return;
            }
            else
            {
                Unsafe.Add(line.Number);
                Forget();
                return;
            }

            Flush();
        }

        private static bool IsTextCell(string label) => label.Length > 0 && (label[0] is '「' or '『' or '～' || label.Contains('」', StringComparison.Ordinal));

        /// <summary>Several labels before all their numbers: column by column when that adds up to the row above, else row by row.</summary>
        private void FlushBlock()
        {
            var n = labels.Count;
            var above = Rows.Count > 0 ? Rows[^1].Values : default;
            decimal? ByColumn(int row, int column) => cells[(column * n) + row].Value;
            decimal? ByRow(int row, int column) => cells[(row * columns) + column].Value;
            bool AddsUp(Func<int, int, decimal?> at) => !above.IsDefault
                && Enumerable.Range(0, columns).All(c => Enumerable.Range(0, n).Sum(r => at(r, c)) == above[c]);
            var byColumn = AddsUp(ByColumn);
            if (columns > 1 && byColumn == AddsUp(ByRow))
            {
                Unsafe.Add(labels[0].Line);
                return;
            }

            for (var r = 0; r < n; r++)
            {
                AddRow(labels[r].Label, labels[r].Line, [.. Enumerable.Range(0, columns).Select(c => byColumn ? ByColumn(r, c) : ByRow(r, c))]);
            }
        }

        private void Add(ImmutableArray<TableCell> more)
        {
            foreach (var cell in more)
            {
                if (cell.InBrackets)
                {
                    bracketed[cells.Count - 1] = cell.Value;
                    continue;
                }

                cells.Add(cell);
                if (cell.Percent)
                {
                    Percent.Add((cells.Count - 1) % columns);
                }
            }
        }

        private void AddRow(string label, int line, ImmutableArray<decimal?> values) =>
            Rows.Add(new CountRow(JapaneseText.Tidy(label), values, line));

        private void Forget()
        {
            labels.Clear();
            cells.Clear();
            bracketed.Clear();
        }
    }
}
