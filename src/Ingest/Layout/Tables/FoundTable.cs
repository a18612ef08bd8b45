using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Layout.Tables;

/// <summary>A table of counts found among the lines of a document.</summary>
/// <param name="First">Index of its first line (header included) among the lines.</param>
/// <param name="End">Index after its last line.</param>
/// <param name="Table">What it holds.</param>
/// <param name="PercentColumns">Columns that hold percentages, which do not add up.</param>
/// <param name="Unsafe">Lines of rows whose numbers could not be assigned to columns.</param>
public sealed record FoundTable(int First, int End, CountTable Table, ImmutableHashSet<int> PercentColumns, ImmutableArray<int> Unsafe);
