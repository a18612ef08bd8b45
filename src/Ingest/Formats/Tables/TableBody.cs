using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Tables.Columns;
using FeedbackLab.Ingest.Formats.Tables.Rows;
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
    private readonly ImmutableArray<bool> _isBeside;
    private readonly List<TableRow> _rows = [];
    private readonly List<SheetRow> _asides = [];
    private readonly List<SheetRow> _examples = [];
    private List<string> _captions = [];
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
        _isBeside = [.. columns.Select(IsBeside)];
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
        return (body._rows, body._asides, body._examples.Count == 0 ? body._problems.ToImmutable() : [.. body._problems, TableProblems.Examples(source, sheet.Name, body._examples)]);
    }

    private void Walk()
    {
        var below = _sheet.Rows.Where(r => r.Number >= _header.Row + _header.Rows).ToList();
        var last = below.FindLastIndex(r => !IsBlank(r.Cells));
        var merged = new MergedDown(_sheet, _header.Row + _header.Rows, _header.Headers.Length);
        var section = FirstSection(below);
        var examples = ExampleRows.AtTop(below.Where(r => !IsBlank(r.Cells) && !IsHeaderAgain(r) && !GroupRows.NumberColumns(r, _header.Headers.Length, null)));
        for (var i = 0; i <= last; i++)
        {
            var row = below[i];
            var filled = row.WordCount;
            if (filled == 0)
            {
                // Where nobody is named, a row of separators is somebody who answered nothing.
                if (_hasLines && row.Cells.Length == _widest && _names.IsEmpty)
                {
                    _rows.Add(merged.Row(row, section));
                }
            }
            else if (filled > 1 && IsHeaderAgain(row))
            {
                section = section with { Headers = Headers(row) };
            }
            else if (filled == 1 && IsCaption(below, i))
            {
                section = section.Under(Only(row)!, TellsYear(Only(row)!));
            }
            else if (filled == 1 && i < last && YearOfRows(row) is { } year)
            {
                section = section with { Year = year, Heading = null };
            }
            else if (IsAside(row))
            {
                _asides.Add(row);
            }
            else if (_rows.Count == 0 && GroupRows.NumberColumns(row, _header.Headers.Length, i < last ? below[i + 1] : null))
            {
                _asides.Add(row);
            }
            else if (filled == 1 && GroupRows.Heading(_sheet, row, _isBeside[0] ? _header.Headers[0] : null, _header.Headers.Length) is { } heading)
            {
                section = section with { Heading = heading };
            }
            else if (_rows.Count == 0 ? examples-- > 0 : ExampleRows.IsSure(row))
            {
                _asides.Add(row);
                _examples.Add(row);
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

    // What the only filled cell of a row says; null where more are.
    private static string? Only(SheetRow row) => row.WordCount == 1 ? JapaneseText.Tidy(row.Words.First()) : null;

    // A question stands above the headers, or names the sheet; without a number only where another table below has a caption, too.
    private TableSection FirstSection(List<SheetRow> below)
    {
        var above = _sheet.Rows.Where(r => r.Number < _header.Row && !IsBlank(r.Cells)).ToList();
        var caption = above.Count == 0 ? null : Only(above[^1]);
        var captions = Enumerable.Range(0, below.Count).Where(i => below[i].WordCount == 1 && IsCaption(below, i)).Select(i => Only(below[i])!).ToList();
        _captions = caption is null ? captions : [caption, .. captions];
        if (caption is not null && TellsYear(caption) && captions.Exists(TellsYear))
        {
            return TableSection.First.Under(caption, true);
        }

        var isOneOfSeveral = above.Count > 1 && captions.Count > 0;
        return new TableSection(
            caption is not null && (isOneOfSeveral || TableLabels.IsQuestion(caption)) ? caption
            : _sheet.Name is { } name && TableLabels.IsQuestion(name) ? JapaneseText.Tidy(name)
            : null,
            []);
    }

    // A caption that says more than its year tells it only where another one says the same of another year: 令和7年度への要望 is asked before.
    private bool TellsYear(string caption) =>
        YearLabels.Of(caption) is { } year && JapaneseText.Fold(YearLabels.Rest(caption)) is var rest
        && (YearLabels.SaysNoMore(caption) || _captions.Exists(c => YearLabels.Of(c) is { } other && other != year && JapaneseText.Fold(YearLabels.Rest(c)) == rest));

    // The headers once more, as on every printed page, or those of a further table that begins with the same column of names. More than one cell is filled.
    private bool IsHeaderAgain(SheetRow row)
    {
        foreach (var header in _headerRows)
        {
            var isSame = true;
            for (var c = 0; isSame && c < row.Cells.Length; c++)
            {
                isSame = string.IsNullOrWhiteSpace(row.Cells[c]) || Same(header, row, c);
            }

            if (isSame)
            {
                return true;
            }
        }

        foreach (var name in _names)
        {
            if (Same(_headerRows[0], row, name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Same(ImmutableArray<string> header, SheetRow row, int column) =>
        column < header.Length && column < row.Cells.Length && row.Cells[column].Length > 0 && header[column] == JapaneseText.Fold(row.Cells[column]);

    // What a further table's headers say, where they differ from the first one's.
    private ImmutableArray<string?> Headers(SheetRow row) =>
    [
        .. Enumerable.Range(0, _header.Headers.Length).Select(c =>
            c >= row.Cells.Length || string.IsNullOrWhiteSpace(row.Cells[c]) || _headerRows.Any(h => Same(h, row, c)) ? null : JapaneseText.Tidy(row.Cells[c])),
    ];

    // The only filled cell of its row, above headers. Without a question's number or a year, a gap tells a caption from the last respondent of a
    // page, who answered nothing.
    private bool IsCaption(List<SheetRow> below, int at)
    {
        var next = at + 1;
        while (next < below.Count && IsBlank(below[next].Cells))
        {
            next++;
        }

        var hasGap = at > 0 && (below[at].Number > below[at - 1].Number + 1 || IsBlank(below[at - 1].Cells));
        return next < below.Count && below[next].WordCount > 1 && IsHeaderAgain(below[next]) && (hasGap || TableLabels.IsQuestion(Only(below[at])!) || YearLabels.Of(Only(below[at])!) is not null);
    }

    // A total or a note, left of the answers or in the column of names. A total names itself before its counts.
    private bool IsAside(SheetRow row)
    {
        if (_header.Headers.Length == 1)
        {
            return false;
        }

        var first = 0;
        while (string.IsNullOrWhiteSpace(row.Cells[first]))
        {
            first++;
        }

        return first < _isBeside.Length && _isBeside[first] && (
            (TableLabels.IsTotal(row.Cells[first]) && row.Cells.Skip(first + 1).All(c => string.IsNullOrWhiteSpace(c) || TableLabels.IsCount(c) || TableLabels.IsNote(c)))
            || (Only(row) is { } words && TableLabels.IsNote(words)));
    }

    // Only a year, left of the answers and not in a column of years: that of the rows below.
    private int? YearOfRows(SheetRow row) =>
        _header.Headers.Length > 1 && _isBeside[0] && !string.IsNullOrWhiteSpace(row.Cells[0]) && !YearColumns.Are(_header.Headers[0], []) && YearLabels.Of(row.Cells[0]) is { } year && YearLabels.Rest(row.Cells[0]).Length == 0 ? year : null;

    private bool IsBeside(int column) => _names.Contains(column) || (column <= _names.FirstOrDefault() && !ColumnRoles.NamesAnswer(_header.Headers[column]) && !TableLabels.IsQuestion(_header.Headers[column]));

    // Prepared, numbered and never filled in.
    private bool IsNobodys(TableRow row)
    {
        if (_names.IsEmpty || _numbers.IsEmpty)
        {
            return false;
        }

        for (var c = 0; c < row.Filled.Length; c++)
        {
            if (row.Filled[c].Length > 0 && !_numbers.Contains(c))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>A table below or above another in the same columns.</summary>
/// <param name="Caption">What stands above its headers; null where nothing does.</param>
/// <param name="Headers">Its own headers, null for those of the first table; empty where all are.</param>
internal sealed record TableSection(string? Caption, ImmutableArray<string?> Headers)
{
    /// <summary>The year that its caption tells; null where it tells none.</summary>
    public int? Year { get; init; }

    /// <summary>What heads its rows inside the table; null where nothing does.</summary>
    public string? Heading { get; init; }

    /// <summary>The first table of a sheet, without a caption.</summary>
    public static TableSection First { get; } = new(null, []);

    /// <summary>The section below a further caption.</summary>
    /// <remarks>A caption that tells the year of its rows asks what else it says: nothing, where that is a title's word (【令和5年度 調査結果】, 令和5年度の回答).</remarks>
    /// <param name="caption">The caption.</param>
    /// <param name="tellsYear">Whether its year is that of its rows.</param>
    public TableSection Under(string caption, bool tellsYear) =>
        !tellsYear || YearLabels.Of(caption) is not { } year ? this with { Caption = caption, Year = null, Heading = null }
        : !YearLabels.SaysNoMore(caption) ? this with { Caption = YearLabels.Rest(caption), Year = year, Heading = null }
        : this with { Caption = null, Year = year, Heading = null };

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
