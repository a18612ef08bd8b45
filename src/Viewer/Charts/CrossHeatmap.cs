using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics.CrossTables;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Charts;

/// <summary>Heatmap of a cross table: the share that mentions each theme in each group.</summary>
public static class CrossHeatmap
{
    /// <summary>Most groups that one chart shows; the table has them all.</summary>
    public const int MostColumns = 24;

    private const double LabelWidth = 250;
    private const double CellWidth = 64;
    private const double CellHeight = 28;
    private const double HeadEms = 14;
    private const double Slope = 0.72;
    private const double VerdictWidth = 120;

    /// <summary>The chart; null where nobody mentions anything.</summary>
    /// <param name="table">The cross table.</param>
    /// <param name="findings">What it was made of.</param>
    /// <param name="language">The language of the words.</param>
    /// <param name="addressOf">The page that a theme in a group leads to, or (null) a whole row or column; null for a chart without links.</param>
    /// <param name="subject">Which comments, where not all; empty for all.</param>
    /// <param name="hidden">A row a theme, a column a group: which cells are not told, and drawn hatched; null for none.</param>
    public static Chart? Of(
        CrossTable table,
        AnalysisFindings findings,
        ScreenLanguage language,
        Func<CrossRow?, CrossGroup?, string?>? addressOf = null,
        string subject = "",
        ImmutableArray<ImmutableArray<bool>>? hidden = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(findings);
        if (table.Themes.IsEmpty || table.Groups.IsEmpty)
        {
            return null;
        }

        var groups = table.Groups.Take(MostColumns).ToList();
        var heads = groups.ConvertAll(g => TextWidth.Wrap(language.Pick(CrossTables.NameOf(table.Attribute, g.Name, findings)), HeadEms, 1)[0]);
        var headHeight = (heads.Max(TextWidth.Of) * 12 * Slope) + 34;
        var left = ChartSheet.Margin + LabelWidth + 10;
        var overhang = Math.Max(heads.Select((h, i) => (TextWidth.Of(h) * 12 * Slope) - ((groups.Count - i - 0.5) * CellWidth)).Max(), VerdictWidth);
        var words = Words(table, findings, language, subject, hidden is not null);
        var sheet = new ChartSheet(words, Math.Max(left + (groups.Count * CellWidth) + overhang + ChartSheet.Margin, 760), headHeight + (table.Themes.Length * CellHeight) + ShareSteps.KeyHeight, string.Empty);
        var top = sheet.Top + headHeight;
        for (var g = 0; g < groups.Count; g++)
        {
            var x = left + ((g + 0.5) * CellWidth);
            var (head, asked) = (heads[g], groups[g].Asked);
            var name = language.Pick(CrossTables.NameOf(table.Attribute, groups[g].Name, findings));
            sheet.Mark(
                table.Unit == CrossUnit.Comments ? language.Pick($"{name}: 意見 {asked}", $"{name}: {asked} comments") : language.Pick($"{name}: 尋ねた {asked}", $"{name}: {asked} asked"),
                null,
                () =>
                {
                    sheet.Text(x + 2, top - 26, head, size: 12, turn: -46);
                    sheet.Text(x, top - 8, $"n={asked}", "middle", 12, fill: Palette.Muted);
                },
                addressOf?.Invoke(null, groups[g]));
        }

        for (var t = 0; t < table.Themes.Length; t++)
        {
            Row(sheet, table, t, groups, (left, top + (t * CellHeight)), findings, language, addressOf, hidden?[t]);
        }

        ShareSteps.Key(sheet, left, top + (table.Themes.Length * CellHeight), language.Pick("割合", "share"));
        return new Chart("crosstab", words.Title, sheet.Finish());
    }

    private static void Row(
        ChartSheet sheet,
        CrossTable table,
        int number,
        List<CrossGroup> groups,
        (double Left, double Top) at,
        AnalysisFindings findings,
        ScreenLanguage language,
        Func<CrossRow?, CrossGroup?, string?>? addressOf,
        ImmutableArray<bool>? hidden)
    {
        var row = table.Themes[number];
        var name = language.Pick(row.Code.Name);
        var middle = at.Top + (CellHeight / 2);
        void Label() => sheet.Label(at.Left - 10, middle, TextWidth.Wrap(name, LabelWidth / ChartSheet.FontSize, 1), "end");
        if (addressOf?.Invoke(row, null) is { } whole)
        {
            sheet.Mark(name, null, Label, whole);
        }
        else
        {
            Label();
        }

        for (var g = 0; g < groups.Count; g++)
        {
            var x = at.Left + (g * CellWidth);
            var cell = row.Cells[g];
            var group = language.Pick(CrossTables.NameOf(table.Attribute, groups[g].Name, findings));

            if (hidden?[g] == true)
            {
                sheet.Mark(language.Pick($"{name} × {group}: 秘匿", $"{name} × {group}: not told"), null, () => Hatched(sheet, x, at.Top));
                continue;
            }

            // Not asked is no zero: a dash on a grey field.
            var fill = cell is { } share ? ShareSteps.Colour(share) : Palette.Track;
            sheet.Mark(
                cell is { } told
                    ? $"{name} × {group}: {ChartText.Share(told)}"
                    : language.Pick($"{name} × {group}: 尋ねていない", $"{name} × {group}: not asked"),
                null,
                () =>
                {
                    sheet.Box(x, at.Top, CellWidth, CellHeight, fill, Palette.Rule);
                    sheet.Text(x + (CellWidth / 2), middle + 5, cell is { } s ? $"{s.Count}/{s.Of}" : "–", "middle", fill: cell is { Count: > 0 } ? Palette.On(fill) : Palette.Muted);
                },
                row.Comments[g].IsEmpty ? null : addressOf?.Invoke(row, groups[g]));
        }

        // What a test says rests on the counts that are not told.
        if (hidden is { } cells && cells.Contains(true))
        {
            return;
        }

        sheet.Text(at.Left + (groups.Count * CellWidth) + 8, middle + 5, language.Pick(CrossTables.Verdict(row)), size: 12, bold: row.IsClear, fill: row.IsClear ? null : Palette.Muted);
    }

    // Hatched, with a dash: there is a number, and it is not told.
    private static void Hatched(ChartSheet sheet, double x, double y)
    {
        sheet.Box(x, y, CellWidth, CellHeight, Palette.Paper, Palette.Rule);
        for (var step = CellHeight / 2; step < CellWidth; step += CellHeight / 2)
        {
            sheet.Line(x + step, y, Math.Max(x, x + step - CellHeight), Math.Min(y + CellHeight, y + step), Palette.Rule);
        }

        sheet.Text(x + (CellWidth / 2), y + (CellHeight / 2) + 5, "―", "middle", fill: Palette.Muted);
    }

    private static ChartWords Words(CrossTable table, AnalysisFindings findings, ScreenLanguage language, string subject, bool hides)
    {
        var clear = table.Themes.Where(t => !hides && t.IsClear).Select(t => language.Pick(t.Code.Name)).ToList();
        var foot = new List<string>();
        var told = language.Pick("斜線の ― は、少ない数か、それを逆算できる数なので示していません。", "A hatched ― is a small number, or one from which such could be worked out: not told.");
        if (table.Groups.Length > MostColumns)
        {
            foot.Add(language.Pick($"大きい {MostColumns} グループ。ほかの {table.Groups.Length - MostColumns} は表にあります。", $"The {MostColumns} first groups; the other {table.Groups.Length - MostColumns} are in the table."));
        }

        foot.Add(ChartText.SourceLine(findings, language));
        return new ChartWords(
            language.Pick(CrossTables.Title(table)),
            hides ? told
                : clear.Count == 0
                ? language.Pick("グループによって違うと言えるテーマはありません。", "No theme clearly differs between the groups.")
                : language.Pick("グループによって違うテーマ: ", "Themes that differ between the groups: ") + string.Join(language.Pick("、", ", "), clear),
            [.. subject.Length > 0 ? [subject] : ImmutableArray<string>.Empty, language.Pick("灰色の – は尋ねていないこと、0 は尋ねたが挙がらなかったこと。", "A grey –: not asked; 0: asked, and not mentioned."), .. hides ? [told] : ImmutableArray<string>.Empty],
            foot);
    }
}
