using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Packages;
using FeedbackLab.Ingest.Formats.Tables;

namespace FeedbackLab.Ingest.Formats.Excel;

/// <summary>Reads the cells of a workbook (.xlsx, .xls) as people see them; furigana, hidden sheets, rows and columns and formulas' texts are left out.</summary>
public static class ExcelReader
{
    /// <summary>Most columns that Excel has; more are no workbook of Excel's.</summary>
    public const int MostColumns = 16_384;

    private const int LongestCell = 1_000_000;

    /// <summary>The visible sheets in order, or the problem that keeps the workbook from being read.</summary>
    /// <param name="file">The file as the user named it, for messages.</param>
    /// <param name="bytes">Its bytes.</param>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A damaged workbook makes the package that reads it throw whatever it stumbles over.")]
    public static ExcelReading Read(string file, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (KindProblem(file, bytes) is { } problem)
        {
            return new ExcelReading([], [problem]);
        }

        try
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            using var stream = new MemoryStream(bytes, writable: false);
            using var reader = ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding(932) });
            return Sheets(file, reader, WorkbookMarks.Of(bytes));
        }
        catch (InvalidPasswordException)
        {
            return new ExcelReading([], [ExcelProblems.Encrypted(file)]);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new ExcelReading([], [ExcelProblems.Damaged(file)]);
        }
    }

    private static Problem? KindProblem(string file, byte[] bytes) => bytes switch
    {
        [] => FileProblems.Empty(file),
        [0xD0, 0xCF, 0x11, 0xE0, ..] when bytes.AsSpan().IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0 => ExcelProblems.Encrypted(file),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => bytes.AsSpan().IndexOf("W\0o\0r\0k\0b\0o\0o\0k\0"u8) >= 0 || bytes.AsSpan().IndexOf("B\0o\0o\0k\0"u8) >= 0 ? null : ExcelProblems.NoWorkbook(file),
        [(byte)'P', (byte)'K', 3, 4, ..] => PackageGuard.Check(file, bytes) ?? (HasWorkbook(bytes) ? null : ExcelProblems.NoWorkbook(file)),
        _ => ExcelProblems.NoWorkbook(file),
    };

    private static bool HasWorkbook(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        return archive.Entries.Any(e => e.FullName.StartsWith("xl/workbook", StringComparison.OrdinalIgnoreCase));
    }

    private static ExcelReading Sheets(string file, IExcelDataReader reader, WorkbookMarks marks)
    {
        var sheets = ImmutableArray.CreateBuilder<Sheet>();
        var problems = ImmutableArray.CreateBuilder<Problem>();
        do
        {
            if (reader.VisibleState != "visible")
            {
                problems.Add(ExcelProblems.Hidden(file, reader.Name));
                continue;
            }

            if (reader.FieldCount > MostColumns)
            {
                return new ExcelReading([], [ExcelProblems.TooWide(file, reader.Name)]);
            }

            var cells = new CellTexts(file, reader) { From1904 = marks.From1904 };
            var hiddenRows = new HashSet<int>();
            var rows = cells.Rows(hiddenRows);
            if (cells.Problem is { } tooLong)
            {
                return new ExcelReading([], [tooLong]);
            }

            var hiddenColumns = Enumerable.Range(0, reader.FieldCount).Where(c => reader.GetColumnWidth(c) == 0).ToHashSet();
            if (marks.Hidden.TryGetValue(reader.Name, out var also))
            {
                hiddenRows.UnionWith(also.Rows);
                hiddenColumns.UnionWith(also.Columns);
            }

            var visible = HiddenCells.Without(new Sheet(reader.Name, rows, Merged(reader)), hiddenRows, hiddenColumns, out var left);
            if (!left.IsEmpty)
            {
                problems.Add(ExcelProblems.HiddenCells(file, reader.Name, left));
            }

            if (!visible.Rows.IsEmpty)
            {
                sheets.Add(visible);
            }
        }
        while (reader.NextResult());
        if (sheets.Count == 0)
        {
            problems.Add(ExcelProblems.Empty(file));
        }

        return new ExcelReading(sheets.ToImmutable(), problems.ToImmutable());
    }

    private static ImmutableArray<MergedCells> Merged(IExcelDataReader reader) =>
        reader.MergeCells is { } merged ? [.. merged.Select(m => new MergedCells(m.FromRow + 1, m.ToRow + 1, m.FromColumn, m.ToColumn))] : [];

    /// <summary>Whether a cell is too long to be anybody's answer.</summary>
    internal static bool IsTooLong(string text) => text.Length > LongestCell;
}

/// <summary>What a workbook holds.</summary>
/// <param name="Sheets">The visible sheets with words on them, in order; empty where it could not be read.</param>
/// <param name="Problems">An error where it could not be read, else notices.</param>
public sealed record ExcelReading(ImmutableArray<Sheet> Sheets, ImmutableArray<Problem> Problems);
