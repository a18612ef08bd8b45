using System.Collections.Immutable;
using FeedbackLab.Analysis.Statistics.Series;

namespace FeedbackLab.Analysis.Findings;

/// <summary>Numbers that stand beside a theme because a table's title is about it. That they move together does not make one the cause of the other.</summary>
/// <param name="Code">The code's id.</param>
/// <param name="Series">The tables' series, in the order of the sources.</param>
public sealed record ThemeTable(string Code, ImmutableArray<TableSeries> Series);
