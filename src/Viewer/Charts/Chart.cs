namespace FeedbackLab.Viewer.Charts;

/// <summary>A chart as SVG whose text stays text.</summary>
/// <param name="Name">Its file name without <c>.svg</c>.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Svg">The <c>svg</c> element.</param>
public sealed record Chart(string Name, string Title, string Svg);
