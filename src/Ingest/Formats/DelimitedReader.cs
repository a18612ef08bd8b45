using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats;

/// <summary>Reads tables with separators and a header row.</summary>
public static class DelimitedReader
{
    private sealed record Row(string[] Cells, int Number, int LineStart, int LineEnd);

    /// <summary>What the table holds: one comment a text cell; rows that do not fit the header become problems.</summary>
    /// <param name="name">The source's name.</param>
    /// <param name="sha256">Its content hash.</param>
    /// <param name="decoded">Its text.</param>
    /// <param name="options">What the user says about it.</param>
    public static FileReading Read(string name, string sha256, DecodedText decoded, ReadOptions options)
    {
        var problems = new List<Problem>();
        var (headers, rows) = Rows(name, decoded.Text, problems);
        var columns = ColumnRoles.Guess(headers, [.. rows.Select(r => r.Cells)], options.Columns);
        foreach (var missing in options.Columns.Where(o => !headers.Any(h => JapaneseText.WithoutSpaces(h) == JapaneseText.WithoutSpaces(o.Header))))
        {
            problems.Add(FileProblems.NoSuchColumn(name, missing.Header));
        }

        if (!columns.Any(c => c.Role == ColumnRole.Text))
        {
            problems.Add(FileProblems.NoText(name));
        }

        var comments = ImmutableArray.CreateBuilder<Comment>();
        var leftOut = ImmutableArray.CreateBuilder<LeftOut>();
        foreach (var row in rows)
        {
            ReadRow(name, sha256, row, columns, options.Year, comments, leftOut);
        }

        var lines = LineSplitter.Split(decoded.Text).Count;
        var years = comments.Select(c => c.Year).Distinct().ToList();
        var source = new Source(name, sha256, SourceFormat.Delimited, decoded.Encoding, null, options.Year ?? (years.Count == 1 ? years[0] : null), lines, columns);
        return new FileReading(source, comments.ToImmutable(), leftOut.ToImmutable(), [], [], [.. problems]);
    }

    private static void ReadRow(
        string name, string sha256, Row row, ImmutableArray<ColumnReading> columns, int? year,
        ImmutableArray<Comment>.Builder comments, ImmutableArray<LeftOut>.Builder leftOut)
    {
        string? Cell(ColumnRole role) => Enumerable.Range(0, columns.Length).Where(i => columns[i].Role == role)
            .Select(i => row.Cells[i].Trim()).FirstOrDefault(c => c.Length > 0);
        var respondent = Cell(ColumnRole.Respondent) is { } who ? JapaneseText.Tidy(who) : null;
        var question = Cell(ColumnRole.Question);
        var when = ColumnRoles.YearOf(Cell(ColumnRole.Year) ?? "") ?? year;
        ImmutableArray<CommentAttribute> attributes =
        [
            .. Enumerable.Range(0, columns.Length).Where(i => columns[i].Role == ColumnRole.Attribute && !string.IsNullOrWhiteSpace(row.Cells[i]))
                .Select(i => new CommentAttribute(columns[i].Header, row.Cells[i].Trim())),
        ];
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i].Role != ColumnRole.Text)
            {
                continue;
            }

            var text = row.Cells[i].Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
            var place = new Place(row.LineStart, row.LineEnd, null, row.Number, columns[i].Header);
            var asked = question ?? columns[i].Header;
            if (text.Length == 0 || NothingToSay.Matches(text))
            {
                leftOut.Add(new LeftOut(name, text.Length == 0 ? LeftOutReason.Blank : LeftOutReason.NothingToSay, respondent, asked, when, place, text));
                continue;
            }

            comments.Add(new Comment(CommentId.Of(sha256, place, text), name, CommentKind.Answer, respondent, null, asked, when, place, text, attributes));
        }
    }

    private static (ImmutableArray<string> Headers, List<Row> Rows) Rows(string name, string text, List<Problem> problems)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Delimiter(text),
            BadDataFound = null,
            IgnoreBlankLines = true,
            HasHeaderRecord = false,
            CountBytes = false,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        ImmutableArray<string> headers = [];
        var rows = new List<Row>();
        var lastLine = 0;
        var number = 0;
        while (parser.Read())
        {
            var raw = parser.RawRecord;
            var leading = raw.Length - raw.TrimStart('\r', '\n').Length;
            var start = lastLine + 1 + LineBreaks(raw[..leading]);
            lastLine += LineBreaks(raw);
            var end = Math.Max(start, start + LineBreaks(raw.Trim('\r', '\n')));
            var cells = parser.Record ?? [];
            number++;
            if (headers.IsEmpty)
            {
                headers = [.. cells.Select((c, i) => Header(c, i))];
                continue;
            }

            if (cells.All(string.IsNullOrWhiteSpace) && cells.Length != headers.Length)
            {
                continue;
            }

            if (cells.Length != headers.Length)
            {
                problems.Add(FileProblems.RaggedRow(name, start, cells.Length, headers.Length));
                continue;
            }

            rows.Add(new Row(cells, number, start, end));
        }

        return (headers, rows);
    }

    private static string Header(string cell, int index)
    {
        var header = JapaneseText.Tidy(cell.Trim('\uFEFF'));
        return header.Length > 0 ? header : string.Create(CultureInfo.InvariantCulture, $"列{index + 1}");
    }

    private static int LineBreaks(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Count(c => c is '\n' or '\r');

    /// <summary>The separator that stands most often outside quotes in the header row; a comma on ties.</summary>
    private static string Delimiter(string text)
    {
        var quoted = false;
        int commas = 0, semicolons = 0, tabs = 0;
        foreach (var character in text)
        {
            if (character is '\n' or '\r' && !quoted && commas + semicolons + tabs > 0)
            {
                break;
            }

            quoted ^= character == '"';
            commas += !quoted && character == ',' ? 1 : 0;
            semicolons += !quoted && character == ';' ? 1 : 0;
            tabs += !quoted && character == '\t' ? 1 : 0;
        }

        return tabs > commas && tabs >= semicolons ? "\t" : semicolons > commas ? ";" : ",";
    }
}
