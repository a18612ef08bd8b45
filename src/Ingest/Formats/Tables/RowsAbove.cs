using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables;

/// <summary>Gives rows what they take from the row above them: ditto marks, and names written once for several rows.</summary>
internal static partial class RowsAbove
{
    private static readonly SearchValues<char> FirstCharacters = SearchValues.Create("同仝上〃〻々″\"＂”“'’′(（「");

    /// <summary>The rows with what they take from above, and those that go on with the respondent above.</summary>
    /// <remarks>
    /// A row goes on with the office above it where it holds answers and nothing else but a question; a blank row between ends that.
    /// Answers themselves are never taken from above.
    /// </remarks>
    /// <param name="rows">The rows below the headers.</param>
    /// <param name="columns">What the columns hold.</param>
    public static (List<TableRow> Rows, ImmutableArray<TableRow> GoOn) Filled(List<TableRow> rows, ImmutableArray<ColumnReading> columns)
    {
        var taken = Of(columns, ColumnRole.Respondent, ColumnRole.Question, ColumnRole.Year, ColumnRole.Attribute, ColumnRole.Personal);
        if (taken.Count == 0)
        {
            return (rows, []);
        }

        var others = Of(columns, ColumnRole.Year, ColumnRole.Attribute, ColumnRole.Personal, ColumnRole.Ignored);
        var texts = Of(columns, ColumnRole.Text);
        var questions = Of(columns, ColumnRole.Question);
        var names = Of(columns, ColumnRole.Respondent).Where(c => RespondentColumns.GoOnBelow(columns[c].Header)).ToList();
        var filled = new List<TableRow>(rows.Count);
        var goOn = ImmutableArray.CreateBuilder<TableRow>();
        foreach (var row in rows)
        {
            var above = filled.Count > 0 ? filled[^1] : null;
            string[]? cells = null;
            foreach (var c in taken.Where(c => IsDitto(row.Filled[c])))
            {
                (cells ??= [.. row.Filled])[c] = above?.Filled[c] ?? "";
            }

            if (above?.Number == row.Number - 1 && texts.Exists(c => row.Cells[c].Length > 0))
            {
                if (names.Exists(c => row.Filled[c].Length == 0 && above.Filled[c].Length > 0) && others.TrueForAll(c => row.Cells[c].Length == 0 || IsDitto(row.Cells[c])))
                {
                    goOn.Add(row);
                    Take(taken);
                }
                else
                {
                    Take(questions);
                }
            }

            filled.Add(cells is null ? row : row with { Filled = cells });

            void Take(List<int> from)
            {
                foreach (var c in from.Where(c => row.Filled[c].Length == 0 && above.Filled[c].Length > 0))
                {
                    (cells ??= [.. row.Filled])[c] = above.Filled[c];
                }
            }
        }

        return (filled, goOn.ToImmutable());
    }

    /// <summary>Whether a cell only says that it holds what the cell above holds.</summary>
    /// <param name="cell">The cell's text.</param>
    public static bool IsDitto(string cell) => cell.Length is > 0 and < 10 && FirstCharacters.Contains(cell[0]) && Ditto().IsMatch(JapaneseText.Fold(cell));

    private static List<int> Of(ImmutableArray<ColumnReading> columns, params ReadOnlySpan<ColumnRole> roles)
    {
        var found = new List<int>();
        for (var i = 0; i < columns.Length; i++)
        {
            if (roles.Contains(columns[i].Role))
            {
                found.Add(i);
            }
        }

        return found;
    }

    // Folded, ″ is two primes.
    [GeneratedRegex("^([(「]?(同上|同前|同|仝|上に?同じ|上記に?同じ)[)」]?|[〃〻々\"”“]|′′|''|\\(〃\\)|「〃」)$", RegexOptions.CultureInvariant)]
    private static partial Regex Ditto();
}
