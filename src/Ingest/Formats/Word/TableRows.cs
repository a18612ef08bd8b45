using System.Collections.Immutable;
using System.Xml.Linq;

namespace FeedbackLab.Ingest.Formats.Word;

/// <summary>Lays the cells of a table out in rows and columns.</summary>
internal static class TableRows
{
    /// <summary>Columns to which short rows are filled up and over which one cell may reach: Word allows 63.</summary>
    private const int MostColumns = 64;

    /// <summary>The texts of the cells.</summary>
    /// <param name="table">The element <c>w:tbl</c>.</param>
    /// <param name="lines">The lines of a cell (<c>w:tc</c>).</param>
    public static ImmutableArray<ImmutableArray<string>> Read(XElement table, Func<XElement, List<string>> lines)
    {
        var rows = Inside(table, "tr", false).Where(row => row.Element.Child("trPr").Child("del") is null).Select(row => Row(row.Element, row.Unfilled, lines)).ToList();
        var columns = Math.Min(MostColumns, rows.Select(row => row.Count).DefaultIfEmpty().Max());
        return [.. rows.Select(row => row.Concat(Enumerable.Repeat("", Math.Max(0, columns - row.Count))).ToImmutableArray())];
    }

    private static List<string> Row(XElement row, bool unfilled, Func<XElement, List<string>> lines)
    {
        var cells = Enumerable.Repeat("", Math.Clamp(row.Child("trPr").Number("gridBefore") ?? 0, 0, MostColumns)).ToList();
        foreach (var (cell, prompt) in Inside(row, "tc", unfilled))
        {
            var format = cell.Child("tcPr");
            if (format.Child("cellDel") is not null)
            {
                continue;
            }

            var text = prompt || Continues(format, "vMerge") || Continues(format, "hMerge") ? "" : string.Join('\n', lines(cell)).Trim('\n');
            cells.Add(text);
            cells.AddRange(Enumerable.Repeat("", Math.Clamp((format.Number("gridSpan") ?? 1) - 1, 0, MostColumns)));
        }

        return cells;
    }

    private static bool Continues(XElement? format, string merge) => format.Child(merge) is { } found && found.Setting("val") is not "restart";

    /// <summary>The rows of a table or the cells of a row, controls read through; with each whether it stands in a control that nobody filled.</summary>
    private static IEnumerable<(XElement Element, bool Unfilled)> Inside(XElement container, string name, bool unfilled)
    {
        foreach (var child in container.Chosen())
        {
            var found = WordXml.NameOf(child);
            if (found == name)
            {
                yield return (child, unfilled);
            }
            else if (found is "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo")
            {
                foreach (var inside in Inside(child, name, unfilled || (found == "sdt" && WordControls.IsUnfilled(child))))
                {
                    yield return inside;
                }
            }
        }
    }
}
