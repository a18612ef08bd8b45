using System.Collections.Immutable;

namespace FeedbackLab.Viewer.Reports.Content;

/// <summary>A chart that Word, Excel and PowerPoint draw themselves, so that people can edit and restyle it.</summary>
/// <param name="Name">Unique within a report; letters, digits and - only.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Description">What it says, for those who cannot see it.</param>
/// <param name="IsHorizontal">Whether the bars lie: for long names.</param>
/// <param name="IsShare">Whether the values are shares, 0 to 1; else counts.</param>
/// <param name="Highest">Where the axis of values ends; null lets the program choose.</param>
/// <param name="Categories">The names along the axis, first at the top or left.</param>
/// <param name="Series">The bars, one value a category.</param>
/// <param name="Note">What a reader has to know: out of how many.</param>
public sealed record NativeChart(
    string Name,
    string Title,
    string Description,
    bool IsHorizontal,
    bool IsShare,
    double? Highest,
    ImmutableArray<string> Categories,
    ImmutableArray<ChartSeries> Series,
    string Note);

/// <summary>The bars of one colour.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Values">One a category; null where nothing may or can be shown.</param>
public sealed record ChartSeries(string Name, ImmutableArray<double?> Values);
