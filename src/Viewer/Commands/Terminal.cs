using System.Collections.Immutable;
using System.Text;
using FeedbackLab.Analysis.Findings;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FeedbackLab.Viewer.Commands;

/// <summary>The terminal that results are printed on.</summary>
internal static class Terminal
{
    // Where the output goes to a file or another program, a table still wants a width.
    private const int RedirectedWidth = 160;

    // Cells of a column that are left to it, and those between two columns.
    private const int LeastOfColumn = 8;
    private const int BetweenColumns = 3;

    /// <summary>Standard output: colours and bold only on a terminal that shows them, never in a file.</summary>
    public static IAnsiConsole Output()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = Console.IsOutputRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Out = new AnsiConsoleOutput(Console.Out),
        });
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = RedirectedWidth;
        }

        return console;
    }

    /// <summary>
    /// Prints a table. In a narrow terminal its lines are longer than the terminal's rather than columns of one letter, which Spectre does not come to an
    /// end with.
    /// </summary>
    public static void Write(IAnsiConsole console, Table table)
    {
        var options = RenderOptions.Create(console, console.Profile.Capabilities);
        var widths = table.Columns.Select(c => c.Header.Measure(options, int.MaxValue).Max).ToArray();
        foreach (var row in table.Rows)
        {
            var column = 0;
            foreach (var cell in row)
            {
                widths[column] = Math.Max(widths[column], cell.Measure(options, int.MaxValue).Max);
                column++;
            }
        }

        console.Profile.Width = Math.Max(console.Profile.Width, Least(widths));
        console.Write(table);
    }

    /// <summary>The cells that a table needs at least.</summary>
    /// <param name="columns">The cells that its columns would take.</param>
    public static int Least(IEnumerable<int> columns) => columns.Sum(w => Math.Min(w, LeastOfColumn) + BetweenColumns);

    /// <summary>A text without control characters, which could take over the terminal: a comment may hold anything.</summary>
    public static string Printable(string text) => string.Create(text.Length, text, (safe, raw) =>
    {
        for (var i = 0; i < raw.Length; i++)
        {
            safe[i] = char.IsControl(raw[i]) ? ' ' : raw[i];
        }
    });

    /// <summary>A text with its matches bold and underlined where the terminal can, in 【】 where not.</summary>
    public static string Highlighted(IAnsiConsole console, string text, ImmutableArray<TextSpan> highlights)
    {
        var (open, close) = console.Profile.Capabilities.Ansi ? ("\u001b[1;4m", "\u001b[0m") : ("【", "】");
        var line = new StringBuilder();
        var at = 0;
        foreach (var span in highlights)
        {
            line.Append(Printable(text[at..span.Start])).Append(open).Append(Printable(text[span.Start..span.End])).Append(close);
            at = span.End;
        }

        return line.Append(Printable(text[at..])).ToString();
    }
}
