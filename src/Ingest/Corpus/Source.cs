using System.Collections.Immutable;
using FeedbackLab.Ingest.Mapping;

namespace FeedbackLab.Ingest.Corpus;

/// <summary>One file that was read.</summary>
/// <param name="Name">Its name, unique in a corpus: the file's name, with as many parent folders as it takes to tell two apart; <c>/</c> between them.</param>
/// <param name="Sha256">Lower-case hexadecimal SHA-256 of its bytes.</param>
/// <param name="Format">How it was read.</param>
/// <param name="Encoding">The encoding's usual name (<c>utf-8</c>, <c>cp932</c> …).</param>
/// <param name="Title">The document's own title; null where it has none.</param>
/// <param name="Year">The year given by the user or named by the document; null where unknown.</param>
/// <param name="Lines">Number of lines.</param>
/// <param name="Columns">For a table, what each column was taken for; empty for text.</param>
public sealed record Source(
    string Name,
    string Sha256,
    SourceFormat Format,
    string Encoding,
    string? Title,
    int? Year,
    int Lines,
    ImmutableArray<ColumnReading> Columns)
{
    /// <summary>How it was read, for the next file of its kind; null where nobody wants to know.</summary>
    public SourceMapping? Mapping { get; init; }
}

/// <summary>How a file is read.</summary>
public enum SourceFormat
{
    /// <summary>Running text, as it comes out of a PDF or a word processor.</summary>
    Text,

    /// <summary>A table with separators and a header row.</summary>
    Delimited,

    /// <summary>A workbook: xlsx or xls.</summary>
    Excel,

    /// <summary>A Word document: paragraphs and tables.</summary>
    Word,

    /// <summary>Text taken out of a PDF.</summary>
    Pdf,
}

/// <summary>What a column of a table was taken for.</summary>
/// <param name="Header">The column's header.</param>
/// <param name="Role">Its role.</param>
public sealed record ColumnReading(string Header, ColumnRole Role);

/// <summary>What a column of a table holds.</summary>
public enum ColumnRole
{
    /// <summary>Comments; the header is the question.</summary>
    Text,

    /// <summary>The name of the respondent.</summary>
    Respondent,

    /// <summary>The question that the row's text answers.</summary>
    Question,

    /// <summary>The year.</summary>
    Year,

    /// <summary>Anything else that describes the row.</summary>
    Attribute,

    /// <summary>An attribute that may point at a person (name, e-mail, time of the answer): publication masks it.</summary>
    Personal,

    /// <summary>Left unread.</summary>
    Ignored,
}
