using System.Globalization;
using FeedbackLab.Analysis.Findings;

namespace FeedbackLab.Viewer.Charts;

/// <summary>How well each number of clusters holds.</summary>
public static class ClusterCurveChart
{
    private const double Width = 720;
    private const double Height = 220;
    private const double Left = 56;

    /// <summary>The chart; null where there is no curve.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="language">The language of the words.</param>
    public static Chart? Of(AnalysisFindings findings, ScreenLanguage language)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (findings.Curve is not { Points.IsEmpty: false } curve)
        {
            return null;
        }

        var words = new ChartWords(
            language.Pick("グループの数と安定性", "Number of groups and stability"),
            language.Pick(curve.Reason),
            [
                language.Pick(
                    "縦は、データを少し変えて分け直したときの一致（調整ランド指数、1が最良）。塗った大きい点が提案、灰色の帯の中の数はどれも最良とほぼ同じです。数を決めるのは読む人です。",
                    "Upwards: how far groupings agree when the data are changed a little (adjusted Rand index, 1 is best). The large filled point is the proposal; all numbers in the grey band hold about as well as the best. The number is yours to choose."),
                language.Pick(curve.Reason),
            ],
            [
                language.Pick($"意見 {curve.Comments}件で測定。", $"Measured on {curve.Comments} comments."),
                findings.Options.Clusters is null
                    ? language.Pick(
                        $"載っているグループは {findings.Clusters.Length}個です。意見の数から決めた数で、この図の提案には合わせていません。ほかの数では、feedbacklab analyze --clusters で分けられます。",
                        $"The {findings.Clusters.Length} groups shown: their number comes from that of the comments, not from this proposal. For another number run feedbacklab analyze --clusters.")
                    : language.Pick($"載っているグループは、指定された {findings.Clusters.Length}個です。", $"The {findings.Clusters.Length} groups shown are as many as were asked for."),
            ]);
        var sheet = new ChartSheet(words, Width, Height + 44, string.Empty);
        double Y(double stability) => sheet.Top + 10 + (Height * (1 - Math.Clamp(stability, 0, 1)));
        if (!curve.AsGood.IsEmpty)
        {
            var best = curve.Points.Where(p => curve.AsGood.Contains(p.Clusters)).Max(p => p.Stability);
            sheet.Box(Left, Y(best), Width - ChartSheet.Margin - Left, Y(best - curve.Tolerance) - Y(best), Palette.Track);
        }

        foreach (var line in new[] { 0, 0.25, 0.5, 0.75, 1 })
        {
            sheet.Line(Left, Y(line), Width - ChartSheet.Margin, Y(line));
            sheet.Text(Left - 8, Y(line) + 4, line.ToString("0.##", CultureInfo.InvariantCulture), "end", 12, fill: Palette.Muted);
        }

        var step = (Width - ChartSheet.Margin - Left) / curve.Points.Length;
        double X(int i) => Left + (step * (i + 0.5));
        for (var i = 1; i < curve.Points.Length; i++)
        {
            sheet.Line(X(i - 1), Y(curve.Points[i - 1].Stability), X(i), Y(curve.Points[i].Stability), Palette.Bar, 2);
        }

        for (var i = 0; i < curve.Points.Length; i++)
        {
            var point = curve.Points[i];
            var isProposed = point.Clusters == curve.Proposed;
            var at = i;
            sheet.Mark(
                language.Pick(
                    string.Create(CultureInfo.InvariantCulture, $"{point.Clusters}個: 一致 {point.Stability:0.00}、最も小さいグループ {point.Smallest:P0}"),
                    string.Create(CultureInfo.InvariantCulture, $"{point.Clusters} groups: agreement {point.Stability:0.00}, smallest group {point.Smallest:P0}")),
                null,
                () => sheet.Circle(X(at), Y(point.Stability), isProposed ? 7 : 4.5, isProposed ? Palette.Bar : Palette.Paper, Palette.Bar));
            sheet.Text(X(i), sheet.Top + 10 + Height + 20, $"{point.Clusters}", "middle", 12, bold: isProposed);
        }

        return new Chart("cluster-curve", words.Title, sheet.Finish());
    }
}
