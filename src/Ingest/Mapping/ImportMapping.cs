using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Mapping;

/// <summary>How files were read, or are to be read: what next year's files go in with.</summary>
/// <param name="Sources">One entry a file.</param>
public sealed record ImportMapping(ImmutableArray<SourceMapping> Sources)
{
    /// <summary>Nothing said: everything is guessed.</summary>
    public static readonly ImportMapping Empty = new([]);

    /// <summary>How the sources of a corpus were read.</summary>
    /// <param name="corpus">The corpus.</param>
    public static ImportMapping Of(CommentCorpus corpus)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        return new ImportMapping([.. corpus.Sources.Select(s => s.Mapping).OfType<SourceMapping>()]);
    }

    /// <summary>
    /// The entry for a file: the one with its name, else the only one without its encoding and year, which are that file's own; null
    /// where there is none.
    /// </summary>
    /// <param name="file">The source's name.</param>
    public SourceMapping? For(string file) =>
        Sources.FirstOrDefault(s => string.Equals(s.File, file, StringComparison.Ordinal)) ?? (Sources.Length == 1 ? Sources[0] with { Encoding = null, Year = null } : null);

    /// <summary>Whether a sheet has a column of answers by the user's word.</summary>
    /// <param name="file">The source's name.</param>
    /// <param name="sheet">The sheet's name.</param>
    public bool HasAnswers(string file, string? sheet) =>
        For(file) is { } source && source.Sheets.Any(s => string.Equals(s.Name, sheet, StringComparison.Ordinal) && s.Columns.Any(c => c.Role == ColumnRole.Text));

    /// <summary>The sheet whose columns fit some headers best: most of its columns among them; null where none shares half of its columns.</summary>
    /// <param name="file">The source's name; of its own entry the sheets come first.</param>
    /// <param name="sheet">The sheet's name; null where it has none.</param>
    /// <param name="headers">The headers found.</param>
    public SheetMapping? For(string file, string? sheet, ImmutableArray<string> headers)
    {
        var found = headers.Select(SheetMapping.Key).ToHashSet(StringComparer.Ordinal);
        return Sources
            .SelectMany(source => source.Sheets.Select(s => (
                Sheet: s,
                Known: s.Columns.Count(c => found.Contains(SheetMapping.Key(c.Header))),
                Own: string.Equals(source.File, file, StringComparison.Ordinal),
                Named: string.Equals(s.Name, sheet, StringComparison.Ordinal))))
            .Where(s => s.Known > 0 && 2 * s.Known >= s.Sheet.Columns.Length)
            .OrderByDescending(s => s.Own).ThenByDescending(s => s.Known).ThenByDescending(s => s.Named)
            .Select(s => s.Sheet)
            .FirstOrDefault();
    }
}

/// <summary>How one file is read.</summary>
/// <param name="File">The source's name.</param>
/// <param name="Encoding">Its encoding's usual name; null to guess, or where the format settles it.</param>
/// <param name="Year">Its year; null where the file says it.</param>
/// <param name="SplitBullets">Whether a cell with bullets becomes a comment a bullet.</param>
/// <param name="Sheets">Its sheets; empty for running text.</param>
public sealed record SourceMapping(string File, string? Encoding, int? Year, bool SplitBullets, ImmutableArray<SheetMapping> Sheets);

/// <summary>How one sheet is read.</summary>
/// <param name="Name">Its name; null where it has none (CSV).</param>
/// <param name="HeaderRow">Row of the headers, 1-based.</param>
/// <param name="HeaderRows">How many rows the headers take, 1 to 3.</param>
/// <param name="Columns">What each column holds.</param>
public sealed record SheetMapping(string? Name, int HeaderRow, int HeaderRows, ImmutableArray<ColumnReading> Columns)
{
    /// <summary>What two spellings of a header are compared by.</summary>
    /// <param name="header">A header.</param>
    public static string Key(string header) => JapaneseText.Fold(header);
}
