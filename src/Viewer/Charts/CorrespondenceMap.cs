using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics.Correspondence;
using FeedbackLab.Analysis.Statistics.CrossTables;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Charts;

/// <summary>Map of a cross table by correspondence analysis: themes and groups with like profiles lie near each other.</summary>
public static class CorrespondenceMap
{
    private const double Width = 860;
    private const double Height = 620;
    private const double Inset = 90;
    private const double LabelSize = 13;
    private const double LineHeight = 16;
    private const double Most = 12;

    /// <summary>The chart; null where the numbers are too small for a map, or it has one dimension only.</summary>
    /// <param name="table">The cross table.</param>
    /// <param name="findings">What it was made of.</param>
    /// <param name="language">The language of the words.</param>
    public static Chart? Of(CrossTable table, AnalysisFindings findings, ScreenLanguage language)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(findings);
        if (table.Map is not { Inertias.Length: > 1 } map)
        {
            return null;
        }

        var points = map.Rows.Select(r => (Point: r, Name: language.Pick(table.Themes[r.Index].Code.Name), IsTheme: true))
            .Concat(map.Columns.Select(c => (Point: c, Name: language.Pick(CrossTables.NameOf(table.Attribute, table.Groups[c.Index].Name, findings)), IsTheme: false)))
            .ToList();
        var words = Words(table, map, findings, language);
        var sheet = new ChartSheet(words, Width, Height, string.Empty);
        double Low(int axis) => Math.Min(0, points.Min(p => p.Point.Coordinates[axis]));
        double High(int axis) => Math.Max(0, points.Max(p => p.Point.Coordinates[axis]));

        // One scale for both axes: distances mean something.
        var scale = Math.Min((Width - (2 * Inset)) / (High(0) - Low(0)), (Height - Inset) / (High(1) - Low(1)));
        var middle = (X: Width / 2, Y: sheet.Top + (Height / 2));
        (double X, double Y) Place(double x, double y) => (middle.X + ((x - ((High(0) + Low(0)) / 2)) * scale), middle.Y - ((y - ((High(1) + Low(1)) / 2)) * scale));
        var origin = Place(0, 0);
        sheet.Line(ChartSheet.Margin, origin.Y, Width - ChartSheet.Margin, origin.Y);
        sheet.Line(origin.X, sheet.Top, origin.X, sheet.Top + Height);
        sheet.Text(Width - ChartSheet.Margin, origin.Y - 5, language.Pick($"次元1 {Percent(map, 0)}", $"dimension 1, {Percent(map, 0)}"), "end", 12, fill: Palette.Muted);
        sheet.Text(origin.X + 5, sheet.Top + 12, language.Pick($"次元2 {Percent(map, 1)}", $"dimension 2, {Percent(map, 1)}"), "start", 12, fill: Palette.Muted);
        var heaviest = points.Max(p => p.Point.Mass);
        foreach (var (point, name, isTheme) in points)
        {
            var (x, y) = Place(point.Coordinates[0], point.Coordinates[1]);
            var size = Math.Max(4, Most * Math.Sqrt(point.Mass / heaviest));
            var title = string.Create(CultureInfo.InvariantCulture, $"{name}: ({point.Coordinates[0]:0.00}, {point.Coordinates[1]:0.00}), ")
                + language.Pick("図での再現 ", "quality ") + ((point.Cosines[0] + point.Cosines[1]) * 100).ToString("0", CultureInfo.InvariantCulture) + "%";
            sheet.Mark(title, null, () =>
            {
                if (isTheme)
                {
                    sheet.Circle(x, y, size, Palette.Groups[0], Palette.Bar);
                }
                else
                {
                    sheet.Box(x - size, y - size, 2 * size, 2 * size, Palette.Groups[1], Palette.Ink);
                }
            });
        }

        Labels(sheet, [.. points.Select(p => (Place(p.Point.Coordinates[0], p.Point.Coordinates[1]), TextWidth.Wrap(p.Name, 16, 1)[0], p.IsTheme, Math.Max(4, Most * Math.Sqrt(p.Point.Mass / heaviest))))]);
        return new Chart("correspondence-map", words.Title, sheet.Finish());
    }

    // Each label on the side of its point where it meets fewest others; the heaviest first.
    private static void Labels(ChartSheet sheet, List<((double X, double Y) At, string Name, bool IsTheme, double Size)> points)
    {
        var taken = points.ConvertAll(p => (Left: p.At.X - p.Size, Top: p.At.Y - p.Size, Right: p.At.X + p.Size, Bottom: p.At.Y + p.Size));
        foreach (var (at, name, isTheme, size) in points.OrderByDescending(p => p.Size).ThenBy(p => p.Name, StringComparer.Ordinal))
        {
            var width = TextWidth.Of(name) * LabelSize;
            var places = new (double X, double Y)[]
            {
                (at.X - (width / 2), at.Y + size + LineHeight - 2), (at.X - (width / 2), at.Y - size - 4), (at.X + size + 4, at.Y + 5), (at.X - size - 4 - width, at.Y + 5),
                (at.X - (width / 2), at.Y + size + (2 * LineHeight)), (at.X - (width / 2), at.Y - size - 4 - LineHeight),
            };
            (double Left, double Top, double Right, double Bottom) BoxOf((double X, double Y) p) => (p.X, p.Y - LabelSize, p.X + width, p.Y + 2);
            var best = places
                .Select((p, i) => (Place: (X: Math.Clamp(p.X, ChartSheet.Margin, Width - ChartSheet.Margin - width), p.Y), Rank: i))
                .OrderBy(p => taken.Sum(t => Overlap(t, BoxOf(p.Place))) + p.Rank)
                .First().Place;
            taken.Add(BoxOf(best));
            sheet.Text(best.X, best.Y, name, size: LabelSize, bold: !isTheme, haloed: true);
        }
    }

    private static double Overlap((double Left, double Top, double Right, double Bottom) a, (double Left, double Top, double Right, double Bottom) b) =>
        Math.Max(0, Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left)) * Math.Max(0, Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top));

    private static string Percent(CorrespondenceAnalysis map, int dimension) => (100 * map.Share(dimension)).ToString("0", CultureInfo.InvariantCulture) + "%";

    private static ChartWords Words(CrossTable table, CorrespondenceAnalysis map, AnalysisFindings findings, ScreenLanguage language) => new(
        language.Pick("近いテーマとグループ（対応分析）", "Themes and groups that are alike (correspondence analysis)"),
        language.Pick(
            $"丸がテーマ {map.Rows.Length}、四角がグループ {map.Columns.Length}。", $"Circles are {map.Rows.Length} themes, squares {map.Columns.Length} groups."),
        [
            language.Pick(CrossTables.Title(table)),
            language.Pick(
                $"丸はテーマ、四角はグループ。中心から遠いほど、ほかと違う。言及 {map.Total}、二つの次元で慣性の {100 * (map.Share(0) + map.Share(1)):0}%。",
                $"Circles: themes; squares: groups. The farther from the middle, the more unlike the others. {map.Total} mentions; both dimensions show {100 * (map.Share(0) + map.Share(1)):0} % of the inertia."),
        ],
        [
            language.Pick("丸と四角の間の距離そのものには意味がありません。方向を見てください。", "The distance between a circle and a square means nothing by itself: look at the direction."),
            ChartText.SourceLine(findings, language),
        ]);
}
