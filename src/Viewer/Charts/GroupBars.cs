using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics.CrossTables;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Charts;

/// <summary>Bars: how many mention one theme in each group, out of those asked there.</summary>
public static class GroupBars
{
    /// <summary>Most groups that one chart shows; the table has them all.</summary>
    public const int MostRows = 30;

    private const double Width = 720;
    private const double LabelWidth = 206;
    private const double BarLeft = ChartSheet.Margin + LabelWidth + 10;
    private const double BarWidth = 300;
    private const double Row = 30;
    private const double Thick = 16;

    /// <summary>The chart.</summary>
    /// <param name="name">Its file name without extension.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="table">The cross table.</param>
    /// <param name="row">The theme's row of it; null where nobody mentions it.</param>
    /// <param name="findings">What it was made of.</param>
    /// <param name="anchorOf">What stands behind the # of a group's link; null for none.</param>
    /// <param name="language">The language of the words.</param>
    public static Chart Of(string name, string title, CrossTable table, CrossRow? row, AnalysisFindings findings, Func<string, string?> anchorOf, ScreenLanguage language)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(anchorOf);
        var groups = table.Groups.Take(MostRows).Select((g, i) => (Name: language.Pick(CrossTables.NameOf(table.Attribute, g.Name, findings)), g.Name, Cell: CellOf(table, row, i))).ToList();
        var counted = table.Unit == CrossUnit.Respondents ? language.Pick("回答者", "respondents") : language.Pick("意見", "comments");
        var foot = new List<string>();
        if (table.Groups.Length > MostRows)
        {
            foot.Add(language.Pick($"先の {MostRows} だけの図です。ほかの {table.Groups.Length - MostRows} は表にあります。", $"The first {MostRows}; the other {table.Groups.Length - MostRows} are in the table."));
        }

        foot.Add(ChartText.SourceLine(findings, language));
        var words = new ChartWords(
            title,
            string.Join(language.Pick("、", ", "), groups.Take(6).Select(g => $"{g.Item1} {(g.Cell is { } c ? ChartText.Share(c) : language.Pick("尋ねていない", "not asked"))}")),
            [language.Pick($"数えたのは{counted}。灰色の帯が尋ねた全体、青い帯がこのテーマを挙げた{counted}です。", $"Counted: {counted}. The grey bar is all that were asked, the blue one those that mention the theme.")],
            foot);
        var sheet = new ChartSheet(words, Width, Math.Max(1, groups.Count) * Row, string.Empty);
        var y = sheet.Top;
        foreach (var (label, group, cell) in groups)
        {
            var middle = y + (Row / 2);
            sheet.Mark(
                cell is { } told ? $"{label}: {ChartText.Share(told)}" : language.Pick($"{label}: 尋ねていない", $"{label}: not asked"),
                cell is { Count: > 0 } ? anchorOf(group) : null,
                () => Bar(sheet, label, cell, middle, language));
            y += Row;
        }

        return new Chart(name, title, sheet.Finish());
    }

    /// <summary>Those that mention a theme in a group; null where nobody was asked.</summary>
    /// <param name="table">The cross table.</param>
    /// <param name="row">The theme's row; null where nobody mentions it.</param>
    /// <param name="group">The group's place, 0-based.</param>
    public static DocumentFrequency? CellOf(CrossTable table, CrossRow? row, int group)
    {
        ArgumentNullException.ThrowIfNull(table);
        return row is not null ? row.Cells[group]
            : table.Groups[group].Asked > 0 ? new DocumentFrequency(0, table.Groups[group].Asked)
            : null;
    }

    private static void Bar(ChartSheet sheet, string label, DocumentFrequency? cell, double middle, ScreenLanguage language)
    {
        var muted = cell is { Count: > 0 } ? null : Palette.Muted;
        sheet.Label(ChartSheet.Margin + LabelWidth, middle, TextWidth.Wrap(label, LabelWidth / ChartSheet.FontSize, 2), "end", muted);
        if (cell is not { } counted)
        {
            sheet.Text(BarLeft, middle + 5, language.Pick("尋ねていない", "not asked"), fill: Palette.Muted);
            return;
        }

        sheet.Box(BarLeft, middle - (Thick / 2), BarWidth, Thick, Palette.Track);
        if (counted.Count > 0)
        {
            sheet.Box(BarLeft, middle - (Thick / 2), BarWidth * counted.Count / counted.Of, Thick, Palette.Bar);
        }

        sheet.Text(BarLeft + BarWidth + 12, middle + 5, ChartText.Share(counted), bold: counted.Count > 0, fill: muted);
    }
}
