using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Excel;
using FeedbackLab.Ingest.Formats.Pdf;
using FeedbackLab.Ingest.Formats.Tables;
using FeedbackLab.Ingest.Formats.Tables.Shapes;
using FeedbackLab.Ingest.Formats.Word;
using FeedbackLab.Ingest.Layout;
using FeedbackLab.Ingest.Mapping;

namespace FeedbackLab.Ingest.Formats;

/// <summary>Reads a file by the format that its extension names.</summary>
public static class FormatReaders
{
    /// <summary>Whether files with an extension are read.</summary>
    /// <param name="path">A path; only its extension counts.</param>
    public static bool Know(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".txt" or ".md" or ".csv" or ".tsv" or ".xlsx" or ".xlsm" or ".xls" or ".docx" or ".pdf";

    /// <summary>What the file holds, or null with the problems that keep it from being read.</summary>
    /// <param name="name">The source's name.</param>
    /// <param name="sha256">Its content hash.</param>
    /// <param name="bytes">Its bytes, not empty.</param>
    /// <param name="options">What the user says about it.</param>
    /// <param name="extension">Its extension with the dot; text where it has none.</param>
    public static (FileReading? Reading, ImmutableArray<Problem> Problems) Read(string name, string sha256, byte[] bytes, ReadOptions options, string extension)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(extension);
        return extension.ToLowerInvariant() switch
        {
            ".xlsx" or ".xlsm" or ".xls" => Workbook(name, sha256, bytes, options),
            ".docx" => Document(name, sha256, bytes, options),
            ".pdf" => Pages(name, sha256, bytes, options),
            var other => Text(name, sha256, bytes, options, isTable: other is ".csv" or ".tsv"),
        };
    }

    private static (FileReading?, ImmutableArray<Problem>) Workbook(string name, string sha256, byte[] bytes, ReadOptions options)
    {
        if (OwnOutput.IsReport(bytes))
        {
            return (null, [FileProblems.OwnOutput(name)]);
        }

        var workbook = ExcelReader.Read(name, bytes);
        if (workbook.Sheets.IsEmpty)
        {
            return (null, workbook.Problems);
        }

        if (OwnOutput.IsTable(workbook.Sheets[0].Rows[0].Cells))
        {
            return (null, [FileProblems.OwnOutput(name)]);
        }

        var (answers, told) = OtherSheets.Without(name, workbook.Sheets, s => options.Mapping.HasAnswers(name, s.Name));
        var sheets = answers.SelectMany(SheetBlocks.Of).Select(s => TableReader.Read(name, sha256, s, options, hasLines: false)).ToList();
        return (TableFile.Of(name, sha256, SourceFormat.Excel, bytes[0] == 'P' ? "utf-8" : "utf-16", workbook.Sheets.Max(s => s.Rows[^1].Number), sheets, options), workbook.Problems.AddRange(told));
    }

    private static (FileReading?, ImmutableArray<Problem>) Document(string name, string sha256, byte[] bytes, ReadOptions options)
    {
        if (OwnOutput.IsReport(bytes))
        {
            return (null, [FileProblems.OwnOutput(name)]);
        }

        var word = WordReader.Read(name, bytes);
        return word.Parts.IsEmpty
            ? (null, word.Problems.IsEmpty ? [FileProblems.Empty(name)] : word.Problems)
            : (WordDocument.Of(name, sha256, word, options), []);
    }

    private static (FileReading?, ImmutableArray<Problem>) Pages(string name, string sha256, byte[] bytes, ReadOptions options)
    {
        var pdf = PdfReader.Read(name, bytes, options.Pdf);
        return pdf.Text is null
            ? (null, pdf.Problems)
            : (Words(name, sha256, new DecodedText(pdf.Text, "utf-8"), SourceFormat.Pdf, options), pdf.Problems);
    }

    private static (FileReading?, ImmutableArray<Problem>) Text(string name, string sha256, byte[] bytes, ReadOptions options, bool isTable)
    {
        var (decoded, problem) = TextDecoder.Decode(name, bytes, options.Encoding ?? options.Mapping.For(name)?.Encoding);
        isTable |= decoded is not null && TabbedText.Is(name, decoded.Text);
        return decoded is null ? (null, [problem!])
            : string.IsNullOrWhiteSpace(decoded.Text) ? (null, [FileProblems.Empty(name)])
            : (isTable ? OwnOutput.IsTable(decoded.Text) : OwnOutput.IsMarkdown(decoded.Text)) ? (null, [FileProblems.OwnOutput(name)])
            : (isTable ? DelimitedReader.Read(name, sha256, decoded, options) : Words(name, sha256, decoded, SourceFormat.Text, options), []);
    }

    private static FileReading Words(string name, string sha256, DecodedText decoded, SourceFormat format, ReadOptions options)
    {
        var given = options.Year ?? options.Mapping.For(name)?.Year;
        var document = DocumentReader.Read(name, sha256, decoded.Text, given);
        return new FileReading(
            new Source(name, sha256, format, decoded.Encoding, document.Title, document.Year, document.Lines, [])
            {
                Mapping = new SourceMapping(name, format == SourceFormat.Text ? decoded.Encoding : null, given, options.SplitBullets, []),
            },
            document.Comments, document.LeftOut, document.Meetings, document.Tables, document.Problems);
    }
}
