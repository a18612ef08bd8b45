using System.Collections.Immutable;

namespace FeedbackLab.Ingest.Corpus;

/// <summary>A table of counts found in a source, such as centre × fiscal year.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Title">The heading above it; empty where there is none.</param>
/// <param name="Columns">One entry a column of numbers.</param>
/// <param name="Rows">The rows without the totals.</param>
/// <param name="Total">The source's own row of totals, verbatim; null where there is none.</param>
/// <param name="Place">Lines of the whole table.</param>
public sealed record CountTable(
    string Source,
    string Title,
    ImmutableArray<CountColumn> Columns,
    ImmutableArray<CountRow> Rows,
    CountRow? Total,
    Place Place);

/// <summary>A column of a <see cref="CountTable"/>.</summary>
/// <param name="Header">Its header, verbatim.</param>
/// <param name="Year">The fiscal year that the header (or the table's title) names, Gregorian; null where it names none.</param>
public sealed record CountColumn(string Header, int? Year);

/// <summary>A row of a <see cref="CountTable"/>.</summary>
/// <param name="Label">What is counted, white space inside Japanese removed.</param>
/// <param name="Values">One value a column; null where the cell is empty.</param>
/// <param name="Line">Line of the row's label, 1-based.</param>
public sealed record CountRow(string Label, ImmutableArray<decimal?> Values, int Line);
