using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Mapping;

namespace FeedbackLab.Ingest.Formats.Tables;

/// <summary>Reads the answers out of a sheet: one comment a text cell, or a bullet in it.</summary>
public static class TableReader
{
    // What a column holds shows in its first rows.
    private const int Sample = 2000;

    /// <summary>What a sheet holds.</summary>
    /// <param name="source">The source's name.</param>
    /// <param name="sha256">Its content hash.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="options">What the user says about it.</param>
    /// <param name="hasLines">Whether the file has lines, so that a row whose length does not fit the header is a fault of its separators.</param>
    public static TableReading Read(string source, string sha256, Sheet sheet, ReadOptions options, bool hasLines)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(options);
        if (sheet.Rows.IsEmpty)
        {
            return new TableReading(new SheetMapping(sheet.Name, 1, 1, []), [], [], []);
        }

        var turned = TurnedSheet.Of(sheet);
        var (header, known) = Header(source, turned, options.Mapping);
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var rows = Rows(source, turned, header, hasLines, problems);
        var overrides = options.Columns.AddRange(known?.Columns ?? []);
        problems.AddRange(Strangers(source, header.Headers, overrides, known));
        List<string[]> sample = [.. rows.Take(Sample).Select(r => r.Filled)];
        var columns = ColumnRoles.Guess(header.Headers, sample, overrides);
        (rows, var goOn) = RowsAbove.Filled(rows, columns);
        problems.AddRange(TableProblems.Of(source, sheet.Name, columns, rows, goOn, [.. ColumnRoles.Doubtful(columns, sample, overrides)]));
        var answers = new TableAnswers(source, sha256, sheet.Name, columns, options.Year ?? options.Mapping.For(source)?.Year, options.Mapping.For(source)?.SplitBullets ?? options.SplitBullets);
        var (comments, leftOut) = answers.In(rows);
        return new TableReading(new SheetMapping(sheet.Name, header.Row, header.Rows, columns), comments, leftOut, problems.ToImmutable());
    }

    // Where the mapping knows headers, in the row that looks like them or in one that it names, it decides. Of this very sheet, a row
    // without any column says where the headers stand, and leaves the columns to be guessed.
    private static (HeaderRows Header, SheetMapping? Known) Header(string source, Sheet sheet, ImportMapping mapping)
    {
        var own = mapping.Sources.FirstOrDefault(s => s.File == source)?.Sheets.FirstOrDefault(s => s.Name == sheet.Name);
        if (own is { Columns.IsEmpty: true })
        {
            return (HeaderRows.Find(sheet, own.HeaderRow), null);
        }

        var found = HeaderRows.Find(sheet, null);
        return mapping.Sources.SelectMany(s => s.Sheets).Select(s => s.HeaderRow).Distinct()
            .Select(row => HeaderRows.Find(sheet, row))
            .Prepend(found)
            .Select(header => (header, Known: mapping.For(source, sheet.Name, header.Headers)))
            .FirstOrDefault(h => h.Known is not null, (found, null));
    }

    private static IEnumerable<Problem> Strangers(string source, ImmutableArray<string> headers, ImmutableArray<ColumnReading> named, SheetMapping? known)
    {
        var found = headers.Select(SheetMapping.Key).ToHashSet(StringComparer.Ordinal);
        var asked = named.Select(c => SheetMapping.Key(c.Header)).ToHashSet(StringComparer.Ordinal);
        return named.Where(c => !found.Contains(SheetMapping.Key(c.Header))).Select(c => FileProblems.NoSuchColumn(source, c.Header))
            .Concat(known is null ? [] : headers.Where(h => !asked.Contains(SheetMapping.Key(h))).Select(h => FileProblems.NewColumn(source, h)));
    }

    private static List<TableRow> Rows(string source, Sheet sheet, HeaderRows header, bool hasLines, ImmutableArray<Problem>.Builder problems)
    {
        var width = header.Headers.Length;
        var widest = sheet.Rows.First(r => r.Number == header.Row).Cells.Length;
        var rows = new List<TableRow>(sheet.Rows.Length);
        var above = MergedAbove(sheet, width);
        foreach (var row in sheet.Rows.Where(r => r.Number >= header.Row + header.Rows))
        {
            if (IsBlank(row.Cells.AsSpan()) && (!hasLines || row.Cells.Length != widest))
            {
                continue;
            }

            if (hasLines && row.Cells.Length > widest && !IsBlank(row.Cells.AsSpan()[widest..]))
            {
                problems.Add(FileProblems.RaggedRow(source, row.LineStart, row.Cells.Length, widest));
                continue;
            }

            if (hasLines && row.Cells.Length < widest)
            {
                problems.Add(FileProblems.RaggedRow(source, row.LineStart, row.Cells.Length, widest));
                continue;
            }

            var cells = new string[width];
            for (var c = 0; c < width; c++)
            {
                cells[c] = c < row.Cells.Length ? row.Cells[c].Replace("\r\n", "\n", StringComparison.Ordinal).Trim() : "";
            }

            var filled = above.Count == 0 ? cells : [.. cells.Select((text, c) => text.Length == 0 && above.TryGetValue((row.Number, c), out var over) ? over : text)];
            rows.Add(new TableRow(row.Number, row.LineStart, row.LineEnd, cells, filled));
        }

        return rows;
    }

    private static bool IsBlank(ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells)
        {
            if (!string.IsNullOrWhiteSpace(cell))
            {
                return false;
            }
        }

        return true;
    }

    // What a cell merged over several rows says, for the rows below its first.
    private static Dictionary<(int Row, int Column), string> MergedAbove(Sheet sheet, int width)
    {
        var above = new Dictionary<(int, int), string>();
        if (sheet.Merged.IsEmpty)
        {
            return above;
        }

        var byNumber = sheet.Rows.ToDictionary(r => r.Number);
        foreach (var merged in sheet.Merged.Where(m => m.LastRow > m.FirstRow && m.FirstColumn < width && byNumber.ContainsKey(m.FirstRow)))
        {
            var cells = byNumber[merged.FirstRow].Cells;
            for (var row = merged.FirstRow + 1; merged.FirstColumn < cells.Length && row <= Math.Min(merged.LastRow, sheet.Rows[^1].Number); row++)
            {
                above[(row, merged.FirstColumn)] = cells[merged.FirstColumn].Trim();
            }
        }

        return above;
    }
}

/// <summary>What a sheet holds.</summary>
/// <param name="Mapping">How it was read.</param>
/// <param name="Comments">In order of rows, then columns, then bullets.</param>
/// <param name="LeftOut">In order of rows, then columns.</param>
/// <param name="Problems">In order of rows.</param>
public sealed record TableReading(SheetMapping Mapping, ImmutableArray<Comment> Comments, ImmutableArray<LeftOut> LeftOut, ImmutableArray<Problem> Problems);

/// <summary>A row below the headers.</summary>
/// <param name="Number">Row number, 1-based.</param>
/// <param name="LineStart">First line.</param>
/// <param name="LineEnd">Last line.</param>
/// <param name="Cells">A trimmed text a header.</param>
/// <param name="Filled">The same with what cells merged over several rows say.</param>
internal sealed record TableRow(int Number, int LineStart, int LineEnd, string[] Cells, string[] Filled);
