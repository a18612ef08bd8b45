using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Pdf;
using FeedbackLab.Ingest.Mapping;

namespace FeedbackLab.Ingest;

/// <summary>What the user says about the files, where the reader's own guess is not wanted.</summary>
public sealed record ReadOptions
{
    /// <summary>The year of everything that does not name one itself; null (the default) leaves it unknown.</summary>
    public int? Year { get; init; }

    /// <summary>How files of this kind were read before; empty (the default) lets everything be guessed.</summary>
    public ImportMapping Mapping { get; init; } = ImportMapping.Empty;

    /// <summary>Whether a table's cell with bullets becomes a comment a bullet; default true. A mapping's own word goes before it.</summary>
    public bool SplitBullets { get; init; } = true;

    /// <summary>How PDFs are read.</summary>
    public PdfOptions Pdf { get; init; } = new();

    /// <summary>Roles of table columns by header, white space aside; empty (the default) lets every role be guessed.</summary>
    public ImmutableArray<ColumnReading> Columns { get; init; } = [];

    /// <summary>
    /// The encoding of all files by its usual name (<c>utf-8</c>, <c>cp932</c>, <c>euc-jp</c>, <c>iso-2022-jp</c>,
    /// <c>utf-16</c>); null (the default) guesses it file by file.
    /// </summary>
    public string? Encoding { get; init; }
}
