using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Exports;

/// <summary>A table of results, for the terminal and for other programs.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows: a text, a number, a <c>DocumentFrequency</c> or null a column.</param>
/// <param name="Notes">What a reader has to know: what was counted, out of how many.</param>
public sealed record ExportTable(
    BilingualText Title, ImmutableArray<ExportColumn> Columns, ImmutableArray<ImmutableArray<object?>> Rows, ImmutableArray<BilingualText> Notes);

/// <summary>A column of a table.</summary>
/// <param name="Key">What other programs know it by.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Decimals">How many decimals its numbers are shown with.</param>
public sealed record ExportColumn(string Key, BilingualText Title, int Decimals = 0)
{
    /// <summary>Whether its texts are ids of comments, some of which a spreadsheet takes for numbers.</summary>
    public bool IsCommentId { get; init; }

    /// <summary>Whether its numbers are p of tests, by its key.</summary>
    public bool IsProbability => Key is "p" or "adjustedP";
}
