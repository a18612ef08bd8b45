using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables;

/// <summary>The rows below a table's headers: respondents' rows told from headers that come again, captions, totals and notes.</summary>
internal sealed class TableBody
{
    // A longer header asks something and mentions a name.
    private const int LongestName = 20;

    private readonly string _source;
    private readonly Sheet _sheet;
    private readonly HeaderRows _header;
    private readonly bool _hasLines;
    private readonly int _widest;
    private readonly ImmutableArray<ImmutableArray<string>> _headerRows;
    private readonly ImmutableArray<int> _names;
    private readonly ImmutableArray<int> _numbers;
    private readonly List<TableRow> _rows = [];
    private readonly List<SheetRow> _asides = [];
    private readonly ImmutableArray<Problem>.Builder _problems = ImmutableArray.CreateBuilder<Problem>();

    private TableBody(string source, Sheet sheet, HeaderRows header, bool hasLines)
    {
        (_source, _sheet, _header, _hasLines) = (source, sheet, header, hasLines);
        var headerRows = sheet.Rows.Where(r => r.Number >= header.Row && r.Number < header.Row + header.Rows).ToList();
        _headerRows = [.. headerRows.Select(r => r.Cells.Select(JapaneseText.Fold).ToImmutableArray())];
        _widest = headerRows[0].Cells.Length;
        var columns = Enumerable.Range(0, header.Headers.Length);
        _names = [.. columns.Where(c => RespondentColumns.Names(header.Headers[c]) && header.Headers[c].Length <= LongestName)];
        _numbers = [.. columns.Where(c => TableLabels.IsNumber(header.Headers[c]))];
    }

    /// <summary>The respondents' rows, the totals and notes between and below them, and the rows that do not fit the header.</summary>
    /// <param name="source">The source's name.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="header">Its headers.</param>
    /// <param name="hasLines">Whether the file has lines.</param>
    public static (List<TableRow> Rows, List<SheetRow> Asides, ImmutableArray<Problem> Problems) Read(string source, Sheet sheet, HeaderRows header, bool hasLines)
    {
        var body = new TableBody(source, sheet, header, hasLines);
        body.Walk();
        return (body._rows, body._asides, body._problems.ToImmutable());
    }

    private void Walk()
    {
        var below = _sheet.Rows.Where(r => r.Number >= _header.Row + _header.Rows).ToList();
        var last = below.FindLastIndex(r => !IsBlank(r.Cells));
        var merged = new MergedDown(_sheet, _header.Row + _header.Rows, _header.Headers.Length);
        var section = FirstSection(below);
        for (var i = 0; i <= last; i++)
        {
            var row = below[i];
            if (IsBlank(row.Cells))
            {
                // Where nobody is named, a row of separators is somebody who answered nothing.
                if (_hasLines && row.Cells.Length == _widest && _names.IsEmpty)
                {
                    _rows.Add(merged.Row(row, section));
                }
            }
            else if (IsHeaderAgain(row))
            {
                section = section with { Headers = Headers(row) };
            }
            else if (IsCaption(below, i))
            {
                section = section with { Caption = Only(row) };
            }
            else if (IsAside(row))
            {
                _asides.Add(row);
            }
            else if (_hasLines && (row.Cells.Length < _widest || (row.Cells.Length > _widest && !IsBlank(row.Cells[_widest..]))))
            {
                _problems.Add(FileProblems.RaggedRow(_source, row.LineStart, row.Cells.Length, _widest));
            }
            else if (merged.Row(row, section) is var read && !IsNobodys(read))
            {
                _rows.Add(read);
            }
        }
    }

    private static bool IsBlank(ImmutableArray<string> cells) => cells.All(string.IsNullOrWhiteSpace);

    private static bool HasOne(SheetRow row) => row.Cells.Count(c => !string.IsNullOrWhiteSpace(c)) == 1;

    // What the only filled cell of a row says; null where more are.
    private static string? Only(SheetRow row) => HasOne(row) ? JapaneseText.Tidy(row.Cells.First(c => !string.IsNullOrWhiteSpace(c))) : null;

    // A question stands above the headers, or names the sheet; without a number only where another table below has a caption, too.
    private TableSection FirstSection(List<SheetRow> below)
    {
        var above = _sheet.Rows.Where(r => r.Number < _header.Row && !IsBlank(r.Cells)).ToList();
        var caption = above.Count == 0 ? null : Only(above[^1]);
        var isOneOfSeveral = above.Count > 1 && Enumerable.Range(0, below.Count).Any(i => !IsBlank(below[i].Cells) && IsCaption(below, i));
        return new TableSection(
            caption is not null && (isOneOfSeveral || TableLabels.IsQuestion(caption)) ? caption
            : _sheet.Name is { } name && TableLabels.IsQuestion(name) ? JapaneseText.Tidy(name)
            : null,
            []);
    }

    // The headers once more, as on every printed page, or those of a further table that begins with the same column of names.
    private bool IsHeaderAgain(SheetRow row)
    {
        var cells = Enumerable.Range(0, row.Cells.Length).Where(c => !string.IsNullOrWhiteSpace(row.Cells[c])).ToList();
        return cells.Count > 1 && (_headerRows.Any(h => cells.TrueForAll(c => Same(h, row, c))) || _names.Any(n => Same(_headerRows[0], row, n)));
    }

    private static bool Same(ImmutableArray<string> header, SheetRow row, int column) =>
        column < header.Length && column < row.Cells.Length && row.Cells[column].Length > 0 && header[column] == JapaneseText.Fold(row.Cells[column]);

    // What a further table's headers say, where they differ from the first one's.
    private ImmutableArray<string?> Headers(SheetRow row) =>
    [
        .. Enumerable.Range(0, _header.Headers.Length).Select(c =>
            c >= row.Cells.Length || string.IsNullOrWhiteSpace(row.Cells[c]) || _headerRows.Any(h => Same(h, row, c)) ? null : JapaneseText.Tidy(row.Cells[c])),
    ];

    // Without a question's number, a gap tells a caption from the last respondent of a page, who answered nothing.
    private bool IsCaption(List<SheetRow> below, int at)
    {
        if (!HasOne(below[at]))
        {
            return false;
        }

        var next = below.FindIndex(at + 1, r => !IsBlank(r.Cells));
        var hasGap = at > 0 && (below[at].Number > below[at - 1].Number + 1 || IsBlank(below[at - 1].Cells));
        return next > 0 && IsHeaderAgain(below[next]) && (hasGap || TableLabels.IsQuestion(Only(below[at])!));
    }

    // A total or a note, left of the answers or in the column of names. A total names itself before its counts.
    private bool IsAside(SheetRow row)
    {
        if (_header.Headers.Length == 1)
        {
            return false;
        }

        var first = row.Cells.IndexOf(row.Cells.First(c => !string.IsNullOrWhiteSpace(c)));
        return IsBeside(first) && (
            (TableLabels.IsTotal(row.Cells[first]) && row.Cells.Skip(first + 1).All(c => string.IsNullOrWhiteSpace(c) || TableLabels.IsCount(c)))
            || (Only(row) is { } words && TableLabels.IsNote(words)));
    }

    private bool IsBeside(int column) => _names.Contains(column) || (column <= _names.FirstOrDefault() && !ColumnRoles.NamesAnswer(_header.Headers[column]) && !TableLabels.IsQuestion(_header.Headers[column]));

    // Prepared, numbered and never filled in.
    private bool IsNobodys(TableRow row) =>
        !_names.IsEmpty && !_numbers.IsEmpty && Enumerable.Range(0, row.Filled.Length).All(c => row.Filled[c].Length == 0 || _numbers.Contains(c));
}

/// <summary>A table below or above another in the same columns.</summary>
/// <param name="Caption">What stands above its headers; null where nothing does.</param>
/// <param name="Headers">Its own headers, null for those of the first table; empty where all are.</param>
internal sealed record TableSection(string? Caption, ImmutableArray<string?> Headers)
{
    /// <summary>The question of a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="header">Its header in the first table.</param>
    /// <param name="isOnly">Whether it is the only column of answers.</param>
    public string Question(int column, string header, bool isOnly)
    {
        var own = Headers.IsEmpty ? header : Headers[column] ?? header;
        return Caption is null || TableLabels.IsQuestion(own) ? own : isOnly && TableLabels.IsColumnName(own) ? Caption : $"{Caption}／{own}";
    }
}
