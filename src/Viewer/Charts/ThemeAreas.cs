using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics;
using FeedbackLab.Analysis.Themes.Codebooks;

namespace FeedbackLab.Viewer.Charts;

/// <summary>The themes as areas: as large as their comments are many, coloured by the share of respondents that mention them, codes under another within its frame.</summary>
public static class ThemeAreas
{
    private const double Width = 960;
    private const double Height = 460;
    private const double Frame = 4;
    private const double HeadHeight = 22;
    private const double LineHeight = 17;
    private const double Inset = 7;

    /// <summary>The chart; null where no comment has a theme.</summary>
    /// <param name="tree">The themes.</param>
    /// <param name="findings">What they were counted in.</param>
    /// <param name="language">The language of the words.</param>
    /// <param name="addressOf">The page that a theme leads to; null for none.</param>
    public static Chart? Of(ThemeTree tree, AnalysisFindings findings, ScreenLanguage language, Func<ThemeNode, string?> addressOf)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(addressOf);
        if (tree.Roots.Sum(Size) == 0)
        {
            return null;
        }

        var words = new ChartWords(
            language.Pick("テーマの広がり", "The themes by their comments"),
            language.Pick("広い順に: ", "The largest first: ") + string.Join(language.Pick("、", ", "), tree.Lines().Select(l => l.Node.Own).OfType<ThemeFinding>().OrderByDescending(t => t.Comments.Count).Take(5).Select(t => $"{language.Pick(t.Code.Name)} {t.Comments.Count}")),
            [
                language.Pick(
                    $"広さは意見の数（全 {findings.Comments.Length}件、二つのテーマを持つ意見は両方に入ります）。",
                    $"Areas: comments ({findings.Comments.Length} in all; one with two themes is in both)."),
            ],
            [ChartText.SourceLine(findings, language)]);
        var sheet = new ChartSheet(words, Width + (2 * ChartSheet.Margin), Height + ShareSteps.KeyHeight, string.Empty);
        Draw(sheet, tree.Roots, new Area(ChartSheet.Margin, sheet.Top, Width, Height), findings, language, addressOf);
        if (!findings.Respondents.IsEmpty)
        {
            ShareSteps.Key(sheet, ChartSheet.Margin, sheet.Top + Height, language.Pick("挙げた回答者の割合", "share of the respondents that mention it"));
        }

        return new Chart("areas", words.Title, sheet.Finish());
    }

    // A code that has comments of its own beside those under it is one of its own parts.
    private static double Size(ThemeNode node) => node.Parts.Sum(Size) + (node.Own?.Comments.Count ?? 0);

    private static void Draw(ChartSheet sheet, IEnumerable<ThemeNode> nodes, Area within, AnalysisFindings findings, ScreenLanguage language, Func<ThemeNode, string?> addressOf)
    {
        var shown = nodes.Where(n => Size(n) > 0).OrderByDescending(Size).ToList();
        if (shown.Count == 0 || within.Width <= 0 || within.Height <= 0)
        {
            return;
        }

        foreach (var (node, area) in shown.Zip(Squares.Of([.. shown.Select(Size)], within)))
        {
            if (node.Parts.IsEmpty)
            {
                Cell(sheet, node, area, findings, language, addressOf);
                continue;
            }

            sheet.Box(area.X, area.Y, area.Width, area.Height, Palette.Paper, Palette.Muted);
            var name = TextWidth.Wrap(language.Pick(node.Code.Name), Math.Max(2, (area.Width - (2 * Inset)) / ChartSheet.FontSize), 1)[0];
            sheet.Mark(Told(node.Code, node.Respondents, node.Comments, language), null, () => sheet.Text(area.X + Inset, area.Y + 16, name, bold: true), addressOf(node));
            Draw(
                sheet,
                node.Own is null ? node.Parts : node.Parts.Add(node with { Parts = [] }),
                new Area(area.X + Frame, area.Y + HeadHeight, area.Width - (2 * Frame), area.Height - HeadHeight - Frame),
                findings,
                language,
                addressOf);
        }
    }

    private static void Cell(ChartSheet sheet, ThemeNode node, Area area, AnalysisFindings findings, ScreenLanguage language, Func<ThemeNode, string?> addressOf)
    {
        var theme = node.Own!;
        var fill = theme.Respondents.Of == 0 ? Palette.Ramp[1] : ShareSteps.Colour(theme.Respondents);
        var lines = (int)((area.Height - Inset) / LineHeight) - 1;
        sheet.Mark(
            Told(theme.Code, theme.Respondents, theme.Comments, language),
            null,
            () =>
            {
                sheet.Box(area.X, area.Y, area.Width, area.Height, fill, fill == Palette.Paper ? Palette.Rule : Palette.Paper);
                var ems = (area.Width - (2 * Inset)) / ChartSheet.FontSize;
                if (lines < 1 || ems < 3)
                {
                    return;
                }

                var y = area.Y + Inset + 12;
                foreach (var line in TextWidth.Wrap(language.Pick(theme.Code.Name), ems, Math.Min(lines, 3)))
                {
                    sheet.Text(area.X + Inset, y, line, bold: true, fill: Palette.On(fill));
                    y += LineHeight;
                }

                sheet.Text(area.X + Inset, y, string.Create(CultureInfo.InvariantCulture, $"{theme.Comments.Count} ({100.0 * theme.Comments.Count / findings.Comments.Length:0}%)"), size: 12, fill: Palette.On(fill));
            },
            addressOf(node));
    }

    private static string Told(Code code, DocumentFrequency respondents, DocumentFrequency comments, ScreenLanguage language) => language.Pick(
        $"{code.Name.Ja}: 意見 {ChartText.Share(comments)}、回答者 {ChartText.Share(respondents)}", $"{code.Name.En}: comments {ChartText.Share(comments)}, respondents {ChartText.Share(respondents)}");
}
