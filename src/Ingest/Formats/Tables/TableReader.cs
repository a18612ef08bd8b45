using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Tables.Columns;
using FeedbackLab.Ingest.Formats.Tables.Rows;
using FeedbackLab.Ingest.Formats.Tables.Shapes;
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
        var (rows, asides, unfit) = TableBody.Read(source, turned, header, hasLines);
        var named = options.Columns.AddRange(known?.Columns ?? []);
        var overrides = named.AddRange(turned.Columns);
        List<string[]> sample = [.. rows.Take(Sample).Select(r => r.Filled)];
        var columns = ColumnRoles.Guess(header.Headers, sample, overrides);
        (rows, var goOn, var grouped) = RowsAbove.Filled(rows, columns, hasLines);
        var year = options.Year ?? options.Mapping.For(source)?.Year ?? TitleYear.Of(turned, header.Row);
        var answers = new TableAnswers(source, sha256, sheet.Name, columns, year, options.Mapping.For(source)?.SplitBullets ?? options.SplitBullets, turned.Office, turned.Caption);
        var (comments, leftOut) = answers.In(rows);
        var reading = new TableReading(
            new SheetMapping(sheet.Name, header.Row, header.Rows, columns),
            comments,
            asides.Count == 0 ? leftOut : [.. leftOut.Concat(asides.Select(r => answers.Aside(r))).OrderBy(l => l.Place.Row)],
            [.. unfit, .. Strangers(source, header.Headers, named, known), .. TableProblems.Of(source, sheet.Name, columns, rows, goOn, [.. ColumnRoles.Replies(columns, overrides)], [.. ColumnRoles.Doubtful(columns, sample, overrides)]),
                .. grouped.Select(g => TableProblems.Grouped(source, sheet.Name, g)),
                .. known is null && ReferenceEquals(turned, sheet) && header.Answer is { } answer && columns.Any(c => c.Role == ColumnRole.Text) ? [TableProblems.NoHeaders(source, sheet.Name, header.Row, answer)] : ImmutableArray<Problem>.Empty])
        {
            Counts = !columns.Any(c => c.Role == ColumnRole.Text) && ColumnRoles.Count(header.Headers, sample, overrides),
        };
        return SpeakerTable.Is(columns) ? SpeakerTable.Remarks(reading, source, turned) : reading;
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
}

/// <summary>What a sheet holds.</summary>
/// <param name="Mapping">How it was read.</param>
/// <param name="Comments">In order of rows, then columns, then bullets.</param>
/// <param name="LeftOut">In order of rows, then columns.</param>
/// <param name="Problems">In order of rows.</param>
public sealed record TableReading(SheetMapping Mapping, ImmutableArray<Comment> Comments, ImmutableArray<LeftOut> LeftOut, ImmutableArray<Problem> Problems)
{
    /// <summary>Whether it only counts answers.</summary>
    public bool Counts { get; init; }

    /// <summary>The meeting in which its remarks were made, where the rows above its headers tell of one.</summary>
    public ImmutableArray<Meeting> Meetings { get; init; } = [];
}
