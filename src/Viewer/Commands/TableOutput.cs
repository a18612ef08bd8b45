using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using FeedbackLab.Viewer.Exports;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FeedbackLab.Viewer.Commands;

/// <summary>Prints a table in the format asked for.</summary>
internal static class TableOutput
{
    private const int AroundCell = 2;
    private const int LongestHeading = 12;
    private const string BetweenParts = "   ";

    /// <summary>The option that asks for a format.</summary>
    public static Option<string> Option()
    {
        var format = new Option<string>("--format") { Description = "table, json, csv, markdown", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json", "csv", "markdown");
        return format;
    }

    /// <summary>The format that was asked for.</summary>
    public static TableFormat Of(ParseResult parsed, Option<string> option) => Enum.Parse<TableFormat>(parsed.GetRequiredValue(option), ignoreCase: true);

    /// <summary>Prints it.</summary>
    /// <param name="language">The user's language.</param>
    /// <param name="format">The format.</param>
    /// <param name="table">The table.</param>
    public static void Write(ScreenLanguage language, TableFormat format, ExportTable table)
    {
        switch (format)
        {
            case TableFormat.Json:
                Console.Out.Write(TableText.Json(table, language));
                break;
            case TableFormat.Csv:
                Console.Out.Write(TableText.Csv(table, language));
                break;
            case TableFormat.Markdown:
                Console.Out.Write(TableText.Markdown(table, language));
                break;
            default:
                Print(language, table);
                break;
        }
    }

    /// <summary>Prints several tables: an array in JSON, the first alone in CSV, which holds one table a file.</summary>
    /// <param name="language">The user's language.</param>
    /// <param name="format">The format.</param>
    /// <param name="tables">The tables, at least one.</param>
    public static void Write(ScreenLanguage language, TableFormat format, ImmutableArray<ExportTable> tables)
    {
        if (format == TableFormat.Json)
        {
            Console.Out.Write(TableText.Json(tables, language));
            return;
        }

        foreach (var table in format == TableFormat.Csv ? tables[..1] : tables)
        {
            Write(language, format, table);
            if (format != TableFormat.Csv)
            {
                Console.Out.WriteLine();
            }
        }
    }

    private static void Print(ScreenLanguage language, ExportTable table)
    {
        var console = Terminal.Output();
        ImmutableArray<string> headings = [.. table.Columns.Select(c => Terminal.Printable(language.Pick(c.Title)))];
        var widths = Widths(table);
        var (titles, key) = Titles(headings, widths, console.Profile.Width);
        console.WriteLine(language.Pick(table.Title));

        // In a file lines may be as long as they are.
        if (!Console.IsOutputRedirected && Terminal.Least(titles.Select((t, i) => Math.Max(Width(t), widths[i]))) > console.Profile.Width)
        {
            foreach (var line in table.Rows.SelectMany(r => Block(headings, [.. r.Select((cell, i) => Terminal.Printable(TableText.Cell(cell, table.Columns[i])))], language, console.Profile.Width)))
            {
                console.WriteLine(line);
            }
        }
        else
        {
            Write(console, table, titles, key);
        }

        foreach (var note in table.Notes)
        {
            console.WriteLine(language.Pick(note));
        }
    }

    private static void Write(IAnsiConsole console, ExportTable table, ImmutableArray<string> titles, ImmutableArray<string> key)
    {
        var shown = new Table().Border(TableBorder.Simple);
        for (var i = 0; i < table.Columns.Length; i++)
        {
            var column = new TableColumn(new Text(titles[i]));
            shown.AddColumn(table.Rows.Any(r => r[i] is string) ? column : column.RightAligned());
        }

        foreach (var row in table.Rows)
        {
            shown.AddRow(row.Select((cell, i) => new Text(Terminal.Printable(TableText.Cell(cell, table.Columns[i])))));
        }

        Terminal.Write(console, shown);
        foreach (var title in key)
        {
            console.WriteLine(title);
        }
    }

    // A row where there is no room for columns: its first cell, and below it the others with their headings, as many a line as fit. Empty cells say nothing.
    internal static ImmutableArray<string> Block(ImmutableArray<string> titles, ImmutableArray<string> cells, ScreenLanguage language, int width)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        lines.Add(cells[0]);
        foreach (var part in Enumerable.Range(1, cells.Length - 1).Where(i => cells[i].Length > 0).Select(i => $"{titles[i]}{language.Pick("：", ": ")}{cells[i]}"))
        {
            if (lines.Count > 1 && $"{lines[^1]}{BetweenParts}{part}" is var longer && Width(longer) <= width)
            {
                lines[^1] = longer;
            }
            else
            {
                lines.Add(BetweenParts + part);
            }
        }

        return lines.ToImmutable();
    }

    // Where a table is wider than the terminal, headings that are wider than all below them (a question, a theme) are numbers with a key under the table:
    // in columns of three letters nobody can read them, nor the words of the other columns.
    internal static (ImmutableArray<string> Titles, ImmutableArray<string> Key) Titles(ImmutableArray<string> titles, ImmutableArray<int> cells, int width)
    {
        var isTooWide = titles.Select((t, i) => Math.Max(Width(t), cells[i]) + AroundCell).Sum() > width;
        ImmutableArray<int> wide = isTooWide ? [.. Enumerable.Range(0, titles.Length).Where(i => Width(titles[i]) > Math.Max(LongestHeading, cells[i]))] : [];
        if (wide.Length < 2)
        {
            return (titles, []);
        }

        string Number(int column) => string.Create(CultureInfo.InvariantCulture, $"({wide.IndexOf(column) + 1})");
        return ([.. titles.Select((t, i) => wide.Contains(i) ? Number(i) : t)], [.. wide.Select(i => $"{Number(i)} {Terminal.Printable(titles[i])}")]);
    }

    private static ImmutableArray<int> Widths(ExportTable table) =>
        [.. table.Columns.Select((c, i) => table.Rows.Select(r => Width(Terminal.Printable(TableText.Cell(r[i], c)))).DefaultIfEmpty(0).Max())];

    private static int Width(string text) => new Segment(text).CellCount();
}

/// <summary>How a table is printed.</summary>
internal enum TableFormat
{
    /// <summary>For reading on a terminal.</summary>
    Table,

    /// <summary>For other programs.</summary>
    Json,

    /// <summary>For a spreadsheet.</summary>
    Csv,

    /// <summary>For a document.</summary>
    Markdown,
}
