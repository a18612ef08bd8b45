using System.Collections.Immutable;
using FeedbackLab.Ingest.Formats.Excel;
using FeedbackLab.Ingest.Formats.Pdf;
using FeedbackLab.Ingest.Formats.Tables;
using FeedbackLab.Ingest.Formats.Word;

namespace FeedbackLab.Ingest.Formats;

/// <summary>Shows a file as its reader numbered it, so that a place can be looked up with what stands around it.</summary>
public static class SourcePassages
{
    /// <summary>The file's lines, paragraphs or rows, in its order; empty where it cannot be read.</summary>
    /// <param name="name">The source's name; its extension says how it is read.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="options">How it was read when its comments were taken out of it.</param>
    public static ImmutableArray<SourcePassage> Of(string name, byte[] bytes, ReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(options);
        return Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".xlsx" or ".xlsm" or ".xls" => [.. ExcelReader.Read(name, bytes).Sheets.SelectMany(s => s.Rows.Select(r => Row(s.Name, r)))],
            ".docx" => WordDocument.Passages(name, WordReader.Read(name, bytes), options),
            ".pdf" => PdfReader.Read(name, bytes, options.Pdf).Text is { } pages ? Lines(pages) : [],
            var other => TextDecoder.Decode(name, bytes, options.Encoding ?? options.Mapping.For(name)?.Encoding).Decoded is not { } decoded ? []
                : other is ".csv" or ".tsv" || TabbedText.Is(name, decoded.Text) ? [.. DelimitedReader.Rows(name, decoded.Text).Select(r => Row(null, r))]
                : Lines(decoded.Text),
        };
    }

    private static SourcePassage Row(string? sheet, SheetRow row) => new(sheet, row.LineStart, row.LineEnd, null, row.Number, row.Cells);

    // The lines of LineSplitter, blank ones included.
    private static ImmutableArray<SourcePassage> Lines(string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        var hasPages = text.Contains('\f', StringComparison.Ordinal);
        var passages = ImmutableArray.CreateBuilder<SourcePassage>(lines.Length);
        var page = 1;
        for (var i = 0; i < lines.Length - (lines[^1].Length == 0 ? 1 : 0); i++)
        {
            var words = lines[i].TrimStart('\f');
            page += lines[i].Length - words.Length;
            passages.Add(new SourcePassage(null, i + 1, i + 1, hasPages ? page : null, null, [words.Replace('\f', ' ')]));
            page += words.Count(c => c == '\f');
        }

        return passages.ToImmutable();
    }
}

/// <summary>A line, a paragraph or a row of a file.</summary>
/// <param name="Sheet">Name of the workbook's sheet, or of the document's table; null for running text and CSV.</param>
/// <param name="LineStart">Its first line, numbered as in <see cref="Corpus.Place"/>.</param>
/// <param name="LineEnd">Its last line, inclusive.</param>
/// <param name="Page">Its page; null where the file has none.</param>
/// <param name="Row">Its row in a table, 1-based; null for running text.</param>
/// <param name="Cells">The cells of a row; one entry for running text.</param>
public sealed record SourcePassage(string? Sheet, int LineStart, int LineEnd, int? Page, int? Row, ImmutableArray<string> Cells);
