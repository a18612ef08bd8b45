using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Viewer.Reports.Html;

namespace FeedbackLab.Viewer.Charts;

/// <summary>The map of the comments: a point a comment, coloured by its cluster, with the clusters' names where most of theirs lie.</summary>
public static class CommentMapChart
{
    private const double Width = 960;
    private const double Size = 720;
    private const double Inset = 30;
    private const double LabelSize = 14;
    private const double LabelHeight = 18;

    // So far from its place, in halves of its height, a name may stand.
    private const int MostSteps = 16;

    // A page with more points opens slowly, and no one tells them apart.
    private const int MostPoints = 3000;

    /// <summary>The chart; null where there is no map.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="language">The language of the words.</param>
    /// <param name="linkBase">What stands before the # of a link: empty within the report.</param>
    /// <param name="theme">Id of a code whose comments stand out from the others; null to colour all by their clusters.</param>
    public static Chart? Of(AnalysisFindings findings, ScreenLanguage language, string linkBase, string? theme = null)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (findings.Map is not { Places.IsEmpty: false } map)
        {
            return null;
        }

        var comments = findings.Comments.ToDictionary(c => c.Comment.Id, StringComparer.Ordinal);
        var step = (int)Math.Ceiling((double)map.Places.Length / MostPoints);
        ImmutableArray<MapPlace> shown = [.. map.Places.Where((_, i) => i % step == 0).OrderBy(p => comments[p.Comment].Cluster ?? int.MaxValue)];
        var lit = theme is null ? null : findings.Comments.Where(c => c.Codings.Any(k => k.Code == theme && k.State != CodingState.Rejected)).Select(c => c.Comment.Id).ToHashSet(StringComparer.Ordinal);
        shown = lit is null ? shown : [.. map.Places.Where((p, i) => i % step == 0 || lit.Contains(p.Comment)).OrderBy(p => lit.Contains(p.Comment))];
        var name = theme is null ? null : findings.Codebook.Codes.FirstOrDefault(c => c.Id == theme)?.Name;
        var words = Words(findings, map, shown.Length, language, name is null || lit is null ? null : language.Pick(
            $"青い点が「{name.Ja}」の意見 {lit.Count}件。", $"Blue points: the {lit.Count} comments of “{name.En}”."));
        var sheet = new ChartSheet(words, Width, Size + (2 * Inset), linkBase);
        (double X, double Y) Place(MapPlace p) => ((Width - Size) / 2 + (p.X * Size), sheet.Top + Inset + (p.Y * Size));
        var radius = shown.Length > 1000 ? 2.5 : shown.Length > 300 ? 4 : 5.5;
        foreach (var place in shown)
        {
            var comment = comments[place.Comment];
            var (x, y) = Place(place);
            var label = comment.Cluster is { } number ? findings.Clusters[number - 1].Label : language.Pick("グループなし", "in no group");
            sheet.Mark($"{label}: {comment.Comment.Text}", Anchor.Comment(place.Comment), () => sheet.Circle(
                x, y, radius, lit is null ? Color(comment.Cluster) : lit.Contains(place.Comment) ? Palette.Bar : Palette.Track, lit is null ? Edge(comment.Cluster) : lit.Contains(place.Comment) ? Palette.Paper : Palette.Rule));
        }

        var byCluster = map.Places.ToLookup(p => comments[p.Comment].Cluster);
        var taken = new List<(double X, double Y, double Width)>();
        foreach (var cluster in findings.Clusters)
        {
            var own = byCluster[cluster.Number].ToList();
            if (own.Count > 0)
            {
                var label = $"{cluster.Number} {cluster.Label}";
                var (x, y) = Place(new MapPlace(string.Empty, Median(own.ConvertAll(p => p.X)), Median(own.ConvertAll(p => p.Y))));
                (x, y) = Free(taken, x, y, TextWidth.Of(label) * LabelSize, sheet.Top, sheet.Top + Size + (2 * Inset));
                sheet.Text(x, y + 5, label, "middle", LabelSize, bold: true, haloed: true);
            }
        }

        return new Chart("map", words.Title, sheet.Finish());
    }

    // The nearest place above or below where no other name stands; taken then.
    private static (double X, double Y) Free(List<(double X, double Y, double Width)> taken, double x, double y, double width, double top, double bottom)
    {
        x = Math.Clamp(x, ChartSheet.Margin + (width / 2), Math.Max(ChartSheet.Margin + (width / 2), Width - ChartSheet.Margin - (width / 2)));
        var free = Enumerable.Range(0, 2 * MostSteps).Select(i => y + (LabelHeight / 2 * ((i + 1) / 2) * (i % 2 == 0 ? 1 : -1)))
            .Where(at => at > top + (LabelHeight / 2) && at < bottom - (LabelHeight / 2))
            .Where(at => taken.TrueForAll(t => Math.Abs(t.Y - at) >= LabelHeight || Math.Abs(t.X - x) >= (t.Width + width) / 2))
            .FirstOrDefault(y);
        taken.Add((x, free, width));
        return (x, free);
    }

    // Groups beyond the palette have its colours once more, with a dark edge.
    private static string Color(int? cluster) => cluster is { } number ? Palette.Groups[(number - 1) % Colors] : Palette.Groups[^1];

    private static string Edge(int? cluster) => (cluster - 1) / Colors % 2 == 1 ? Palette.Ink : Palette.Paper;

    private static int Colors => Palette.Groups.Length - 1;

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private static ChartWords Words(AnalysisFindings findings, CommentMap map, int shown, ScreenLanguage language, string? lit)
    {
        var sizes = string.Join(language.Pick("、", ", "), findings.Clusters.Select(c => $"{c.Label} {c.Comments.Count}"));
        var truth = map is { Trustworthiness: { } trust, Kept: { } kept }
            ? language.Pick(
                string.Create(CultureInfo.InvariantCulture, $"図のゆがみ: 近くの{map.Neighbours}点が言葉でも近い度合い {trust:0.00}（1が最良）、言葉で近い意見が図でも近くにある割合 {kept:0.00}（{map.Measured}件で測定）。"),
                string.Create(CultureInfo.InvariantCulture, $"Distortion: trustworthiness of {map.Neighbours} neighbours {trust:0.00} (1 is best); {kept:0.00} of the nearest in words are near on the map ({map.Measured} comments measured)."))
            : language.Pick("意見が少ないため、図のゆがみは測っていません。", "Too few comments to measure the distortion.");
        var left = findings.Comments.Length - map.Places.Length;
        return new ChartWords(
            language.Pick("意見の地図", "Map of the comments"),
            sizes,
            [
                .. lit is null ? ImmutableArray<string>.Empty : [lit],
                language.Pick(
                    "点は意見、色（と縁）は意見グループ。使う言葉の似た意見が近くに来るように置いています。グループは言葉から作ったもので、この図から作ったものではありません。",
                    "A point is a comment, a colour (and its edge) its group. Comments with like words lie near each other. The groups were made from the words, not from this picture."),
                truth,
            ],
            [
                .. shown < map.Places.Length
                    ? [language.Pick($"{map.Places.Length}件のうち {shown}件を描いています。", $"{shown} of {map.Places.Length} are drawn.")]
                    : ImmutableArray<string>.Empty,
                .. left > 0
                    ? [language.Pick($"手がかりになる語のない意見 {left}件は載っていません。", $"{left} comments without telling words are not shown.")]
                    : ImmutableArray<string>.Empty,
                ChartText.SourceLine(findings, language),
            ]);
    }
}
