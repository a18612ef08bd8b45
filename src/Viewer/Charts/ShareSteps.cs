using FeedbackLab.Analysis.Findings;

namespace FeedbackLab.Viewer.Charts;

/// <summary>The colours of shares: none, and five steps of 20 %.</summary>
internal static class ShareSteps
{
    /// <summary>Height that <see cref="Key"/> takes.</summary>
    public const double KeyHeight = 34;

    private const int Percents = 20;
    private const double BoxWidth = 64;
    private const double BoxHeight = 18;

    /// <summary>The colour of a share.</summary>
    public static string Colour(DocumentFrequency share) =>
        share.Count == 0 ? Palette.Paper : Palette.Ramp[Math.Min((Math.Max(ChartText.Percent(share), 1) - 1) / Percents, Palette.Ramp.Length - 1)];

    /// <summary>Draws each step with its range: whether light or dark stands for more depends on the paper, so that no sentence could tell it.</summary>
    public static void Key(ChartSheet sheet, double x, double y, string label)
    {
        var baseline = y + (KeyHeight / 2) + 4;
        sheet.Text(x, baseline, label, size: 12, fill: Palette.Muted);
        x += (TextWidth.Of(label) * 12) + 8;
        Box("0%", Palette.Paper);
        for (var step = 0; step < Palette.Ramp.Length; step++)
        {
            Box($"{ChartSheet.N((step * Percents) + 1)}–{ChartSheet.N((step + 1) * Percents)}%", Palette.Ramp[step]);
        }

        void Box(string range, string colour)
        {
            sheet.Box(x, baseline - 13, BoxWidth, BoxHeight, colour, Palette.Rule);
            sheet.Text(x + (BoxWidth / 2), baseline, range, "middle", 12, fill: Palette.On(colour));
            x += BoxWidth;
        }
    }
}
