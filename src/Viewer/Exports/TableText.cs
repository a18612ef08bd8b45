using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FeedbackLab.Analysis.Findings;

namespace FeedbackLab.Viewer.Exports;

/// <summary>Writes a table as CSV, JSON or Markdown.</summary>
public static class TableText
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    // What four decimals would make a zero of; no probability is one.
    private const double SmallestShown = 0.00005;

    /// <summary>A p in words: 「p = 0.0312」, and 「p &lt; 0.0001」 for one that would read as 0.</summary>
    /// <param name="p">The p.</param>
    public static string P(double p) => p < SmallestShown ? "p < 0.0001" : string.Create(CultureInfo.InvariantCulture, $"p = {p:0.0000}");

    /// <summary>A cell as it is shown: numbers with the column's decimals, a count and its denominator as 7/14, nothing for null; a p that would read as 0 as &lt;0.0001.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="column">Its column.</param>
    public static string Cell(object? cell, ExportColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return cell switch
        {
            null => string.Empty,
            DocumentFrequency share => Share(share),
            double and < SmallestShown when column.IsProbability => "<0.0001",
            double number => number.ToString("F" + column.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => cell.ToString()!,
        };
    }

    /// <summary>The table for a spreadsheet, with a byte order mark: the headings, then a line a row; cells guarded against formulas.</summary>
    /// <remarks>A count and its denominator stand in two columns: spreadsheets take 7/14 for a day in July.</remarks>
    /// <param name="table">The table.</param>
    /// <param name="language">The language of the headings.</param>
    public static string Csv(ExportTable table, ScreenLanguage language)
    {
        ArgumentNullException.ThrowIfNull(table);
        var csv = new StringBuilder("\uFEFF");
        var isShare = table.Columns.Select((_, i) => table.Rows.Any(r => r[i] is DocumentFrequency)).ToList();
        CommentsCsv.Row(csv, [.. table.Columns.SelectMany((c, i) => isShare[i] ? new[] { language.Pick(c.Title), language.Pick(c.Title) + language.Pick("／全", ", of") } : [language.Pick(c.Title)])]);
        foreach (var row in table.Rows)
        {
            // A number is no formula, whatever its sign; and it stays one, however small.
            csv.AppendJoin(',', row.SelectMany((cell, i) => cell switch
            {
                DocumentFrequency share => [share.Count.ToString(CultureInfo.InvariantCulture), share.Of.ToString(CultureInfo.InvariantCulture)],
                string id when table.Columns[i].IsCommentId => [CommentsCsv.Cell(SheetIds.Written(id))],
                string text => isShare[i] ? [CommentsCsv.Cell(text), string.Empty] : [CommentsCsv.Cell(text)],
                double and < SmallestShown and var p when table.Columns[i].IsProbability => [p.ToString("0.##E+0", CultureInfo.InvariantCulture)],
                _ => isShare[i] ? [Cell(cell, table.Columns[i]), string.Empty] : new[] { Cell(cell, table.Columns[i]) },
            })).Append("\r\n");
        }

        return csv.ToString();
    }

    /// <summary>The table as JSON: <c>title</c>, <c>notes</c>, and <c>rows</c> with a field a column; LF at line ends.</summary>
    /// <param name="table">The table.</param>
    /// <param name="language">The language of title and notes.</param>
    public static string Json(ExportTable table, ScreenLanguage language)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            Write(json, table, language);
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>Several tables as a JSON array of what <see cref="Json(ExportTable, ScreenLanguage)"/> gives for each.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="language">The language of titles and notes.</param>
    public static string Json(ImmutableArray<ExportTable> tables, ScreenLanguage language)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartArray();
            foreach (var table in tables)
            {
                Write(json, table, language);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>The table as Markdown: the title, the table, the notes; LF at line ends.</summary>
    /// <param name="table">The table.</param>
    /// <param name="language">The language of title, headings and notes.</param>
    public static string Markdown(ExportTable table, ScreenLanguage language)
    {
        ArgumentNullException.ThrowIfNull(table);
        var text = new StringBuilder();
        text.Append("**").Append(HitsMarkdown.Escaped(language.Pick(table.Title))).Append("**\n\n");
        Line(text, table.Columns.Select(c => language.Pick(c.Title)));
        text.Append('|').AppendJoin('|', table.Columns.Select((_, i) => table.Rows.Any(r => r[i] is string) ? "---" : "--:")).Append("|\n");
        foreach (var row in table.Rows)
        {
            Line(text, row.Select((cell, i) => Cell(cell, table.Columns[i])));
        }

        foreach (var note in table.Notes)
        {
            text.Append('\n').Append(HitsMarkdown.Escaped(language.Pick(note))).Append('\n');
        }

        return text.ToString();
    }

    private static string Share(DocumentFrequency share) => string.Create(CultureInfo.InvariantCulture, $"{share.Count}/{share.Of}");

    private static void Line(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(c => HitsMarkdown.Escaped(c.ReplaceLineEndings(" ")))).Append(" |\n");

    private static void Write(Utf8JsonWriter json, ExportTable table, ScreenLanguage language)
    {
        json.WriteStartObject();
        json.WriteString("title", language.Pick(table.Title));
        json.WriteStartArray("notes");
        foreach (var note in table.Notes)
        {
            json.WriteStringValue(language.Pick(note));
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            for (var i = 0; i < row.Length; i++)
            {
                json.WritePropertyName(table.Columns[i].Key);
                Write(json, row[i]);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // What JSON cannot say as a number (an infinite measure) is null.
    private static void Write(Utf8JsonWriter json, object? cell)
    {
        switch (cell)
        {
            case int number:
                json.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(Math.Round(number, 6));
                break;
            case DocumentFrequency share:
                json.WriteStringValue(Share(share));
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool yes:
                json.WriteBooleanValue(yes);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }
}
