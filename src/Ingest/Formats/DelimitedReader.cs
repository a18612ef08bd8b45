using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using CsvHelper;
using CsvHelper.Configuration;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Tables;
using FeedbackLab.Ingest.Formats.Tables.Rows;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats;

/// <summary>Reads tables with separators and a header row.</summary>
public static class DelimitedReader
{
    /// <summary>What the table holds: one comment a text cell, or a bullet in it; rows that do not fit the header become problems.</summary>
    /// <param name="name">The source's name.</param>
    /// <param name="sha256">Its content hash.</param>
    /// <param name="decoded">Its text.</param>
    /// <param name="options">What the user says about it.</param>
    public static FileReading Read(string name, string sha256, DecodedText decoded, ReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(decoded);
        var (rows, problems) = Parse(name, decoded.Text);
        var reading = TableReader.Read(name, sha256, new Sheet(null, rows, []), options, hasLines: true);
        return TableFile.Of(
            name, sha256, SourceFormat.Delimited, decoded.Encoding, LineSplitter.Count(decoded.Text),
            [reading with { Problems = [.. problems.Concat(reading.Problems).OrderBy(p => p.Line)] }], options);
    }

    /// <summary>The table's rows with their lines, headers included; rows with a quote that is not closed are missing.</summary>
    /// <param name="name">The source's name.</param>
    /// <param name="text">The file's text.</param>
    internal static ImmutableArray<SheetRow> Rows(string name, string text) => Parse(name, text).Rows;

    private static (ImmutableArray<SheetRow> Rows, ImmutableArray<Problem> Problems) Parse(string name, string text)
    {
        var separator = Separator(text, name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) || TabbedText.Is(name, text));
        var rows = ImmutableArray.CreateBuilder<SheetRow>();
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var (start, lines) = (0, 0);
        foreach (var open in OpenQuotes.In(text, separator))
        {
            Add(text[start..open.Start], separator, lines, rows);
            problems.Add(FileProblems.OpenQuote(name, lines + LineBreaks(text.AsSpan(start, open.Quote - start)) + 1));
            if (rows.Count == 0)
            {
                // The headers are in that row: what stands below them has no names.
                return ([], problems.ToImmutable());
            }

            lines += LineBreaks(text.AsSpan(start, open.End - start));
            start = open.End;
        }

        Add(start == 0 ? text : text[start..], separator, lines, rows);
        return (rows.ToImmutable(), problems.ToImmutable());
    }

    private static void Add(string text, char separator, int lastLine, ImmutableArray<SheetRow>.Builder rows)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            BadDataFound = null,
            IgnoreBlankLines = true,
            HasHeaderRecord = false,
            CountBytes = false,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        for (var from = 0; parser.Read(); from = (int)parser.CharCount)
        {
            // The blank lines above a record belong to no record.
            var raw = text.AsSpan(from, (int)parser.CharCount - from);
            var leading = raw.Length - raw.TrimStart("\r\n").Length;
            var start = lastLine + 1 + LineBreaks(raw[..leading]);
            lastLine += LineBreaks(raw);
            var end = Math.Max(start, start + LineBreaks(raw.Trim("\r\n")));
            rows.Add(new SheetRow(rows.Count + 1, ImmutableCollectionsMarshal.AsImmutableArray(parser.Record ?? [])) { LineStart = start, LineEnd = end });
        }
    }

    private static int LineBreaks(ReadOnlySpan<char> text)
    {
        var breaks = 0;
        for (var at = text.IndexOfAny('\r', '\n'); at >= 0; breaks++)
        {
            text = text[(at + (text[at..].StartsWith("\r\n") ? 2 : 1))..];
            at = text.IndexOfAny('\r', '\n');
        }

        return breaks;
    }

    /// <summary>
    /// The separator that stands most often outside quotes in the first line that has one, which is the header or a title above it; a comma on
    /// ties. Further down a separator is only somebody's punctuation: the table has one column. A file named .tsv, or a text that is a table, is separated by tabs where that
    /// line, or one as far up, has any.
    /// </summary>
    private static char Separator(string text, bool isNamedTabs)
    {
        var quoted = false;
        int commas = 0, semicolons = 0, tabs = 0, lines = 0;
        foreach (var character in text)
        {
            lines += character == '\n' && !quoted ? 1 : 0;
            if (character is '\n' or '\r' && !quoted && ((isNamedTabs ? tabs : commas + semicolons + tabs) > 0 || lines == HeaderRows.LastCandidate))
            {
                break;
            }

            quoted ^= character == '"';
            commas += !quoted && character == ',' ? 1 : 0;
            semicolons += !quoted && character == ';' ? 1 : 0;
            tabs += !quoted && character == '\t' ? 1 : 0;
        }

        return (isNamedTabs && tabs > 0) || (tabs > commas && tabs >= semicolons) ? '\t' : semicolons > commas ? ';' : ',';
    }
}
