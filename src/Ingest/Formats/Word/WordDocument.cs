using System.Collections.Immutable;
using System.Text;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Tables;
using FeedbackLab.Ingest.Formats.Tables.Shapes;
using FeedbackLab.Ingest.Layout;
using FeedbackLab.Ingest.Mapping;

namespace FeedbackLab.Ingest.Formats.Word;

/// <summary>Makes comments of a Word document's paragraphs and tables.</summary>
internal sealed class WordDocument
{
    private readonly StringBuilder _text = new();
    private readonly List<int> _paragraphs = [];
    private readonly List<TableReading> _tables = [];
    private readonly List<int> _above = []; // for each table the paragraph above it
    private readonly List<SourcePassage> _passages = [];

    private WordDocument(string source, string sha256, ImmutableArray<WordPart> parts, ReadOptions options)
    {
        if (Form(parts) is { } form)
        {
            foreach (var title in parts.TakeWhile(p => p is WordParagraph).Cast<WordParagraph>())
            {
                Line(title.Number, Heading(title));
            }

            _tables.Add(TableReader.Read(source, sha256, form, options, hasLines: false));
            _above.Add(_paragraphs.LastOrDefault());
            _passages.Clear();
            _passages.AddRange(form.Rows.Select(r => new SourcePassage(null, r.LineStart, r.LineEnd, null, r.Number, r.Cells)));
            return;
        }

        var offices = TableOffices.Of(parts);
        foreach (var part in parts)
        {
            switch (part)
            {
                case WordParagraph paragraph:
                    Line(paragraph.Number, Heading(paragraph));
                    break;
                case WordTable table when MeetingTable.Lines(table) is { } fields:
                    fields.ForEach(f => Line(_paragraphs.LastOrDefault(), f));
                    break;
                case WordTable table when TableReader.Read(source, sha256, Sheet(table) with { Office = offices.GetValueOrDefault(table.Number) }, options, hasLines: false) is var reading && HoldsAnswers(reading):
                    _tables.Add(reading);
                    _above.Add(_paragraphs.LastOrDefault());
                    _passages.AddRange(Sheet(table).Rows.Select(r => new SourcePassage(reading.Mapping.Name, r.LineStart, r.LineEnd, null, r.Number, r.Cells)));
                    break;
                case WordTable table:
                    Layout(table);
                    break;
            }
        }
    }

    /// <summary>What the document holds; the lines of a place are its paragraphs' numbers.</summary>
    public static FileReading Of(string name, string sha256, WordReading word, ReadOptions options)
    {
        var document = new WordDocument(name, sha256, word.Parts, options);
        var asked = options.Mapping.For(name);
        var read = DocumentReader.Read(name, sha256, document._text.ToString(), options.Year ?? asked?.Year);
        document.TellMeetings([.. read.Meetings.Select(m => m with { Place = document.Placed(m.Place) })]);
        // What was said in the only meeting was said on its day.
        var year = read.Year ?? (read.Meetings.Length == 1 ? read.Meetings[0].Date?.Year : null);
        var years = document._tables.SelectMany(t => t.Comments).Select(c => c.Year).Distinct().Take(2).ToList();
        var mappings = document._tables.Select(t => t.Mapping).ToImmutableArray();
        return new FileReading(
            new Source(name, sha256, SourceFormat.Word, "utf-8", read.Title, read.Year ?? (years.Count == 1 ? years[0] : null), document._paragraphs.LastOrDefault(), [.. mappings.SelectMany(m => m.Columns)])
            {
                Mapping = new SourceMapping(name, null, options.Year ?? asked?.Year, asked?.SplitBullets ?? options.SplitBullets, mappings),
            },
            [.. read.Comments.Select(c => document.Placed(c, sha256)), .. document._tables.SelectMany(t => t.Comments.Select(c => c with { Year = c.Year ?? year }))],
            [.. read.LeftOut.Select(l => l with { Place = document.Placed(l.Place) }), .. document._tables.SelectMany(t => t.LeftOut.Select(l => l with { Year = l.Year ?? year }))],
            [.. read.Meetings.Select(m => m with { Place = document.Placed(m.Place) }), .. document._tables.SelectMany(t => t.Meetings)],
            [.. read.Tables.Select(t => t with { Place = document.Placed(t.Place) })],
            [.. word.Problems, .. read.Problems, .. document._tables.SelectMany(t => t.Problems)]);
    }

    /// <summary>The document in its order, places as in <see cref="Of"/>.</summary>
    public static ImmutableArray<SourcePassage> Passages(string name, WordReading word, ReadOptions options) =>
        [.. new WordDocument(name, string.Empty, word.Parts, options)._passages];

    private static Sheet Sheet(WordTable table) => new($"表{table.Number}", [.. table.Rows.Select((row, i) => new SheetRow(i + 1, row))], table.Merged);

    // An answer sheet whose names stand in a table, and whose questions stand below it, with their answers in boxes or paragraphs.
    private static Sheet? Form(ImmutableArray<WordPart> parts)
    {
        var tables = parts.OfType<WordTable>().Select(Sheet).ToList();
        if (tables.Count == 0 || tables.Exists(t => AnswerForm.Of(t) is not null))
        {
            return null;
        }

        var rows = parts.SelectMany(p => p is WordTable table ? table.Rows : [[((WordParagraph)p).Line]]).Where(cells => cells.Any(c => !string.IsNullOrWhiteSpace(c)));
        var whole = new Sheet(null, [.. rows.Select((cells, i) => new SheetRow(i + 1, cells))], []);
        return AnswerForm.Of(whole) is null && StackedForms.Of(whole) is null ? null : whole;
    }

    private static bool HoldsAnswers(TableReading reading) => reading.Mapping.Columns.Any(c => c.Role == ColumnRole.Text) && !reading.Comments.IsEmpty;

    // A heading without a number or brackets of its own gets brackets, by which the layout rules know one; the title is none.
    private string Heading(WordParagraph paragraph) =>
        paragraph.HeadingLevel > 0 && _text.Length > 0 && paragraph.Text.Trim().Length is > 0 and <= 60 && LineMarks.Of(paragraph.Line.Trim()).Kind == MarkKind.None
            ? $"＜{paragraph.Text.Trim()}＞"
            : paragraph.Line;

    // A table without a column of answers arranges words on the page, or counts something.
    private void Layout(WordTable table)
    {
        foreach (var row in table.Rows)
        {
            var cells = row.Where(c => !string.IsNullOrWhiteSpace(c)).ToList();
            if (cells.Exists(c => c.Contains('\n', StringComparison.Ordinal) || JapaneseText.EndsSentence(c)))
            {
                cells.ForEach(c => Line(_paragraphs.LastOrDefault(), c));
            }
            else
            {
                Line(_paragraphs.LastOrDefault(), string.Join("   ", cells));
            }
        }
    }

    private void Line(int paragraph, string words)
    {
        foreach (var line in words.Split('\n'))
        {
            _text.Append(line.Replace('\f', ' ').Replace('\r', ' ')).Append('\n');
            _paragraphs.Add(paragraph);
            _passages.Add(new SourcePassage(null, Math.Max(1, paragraph), Math.Max(1, paragraph), null, null, [line]));
        }
    }

    // Remarks in a table were made in the meeting whose fields stand above it.
    private void TellMeetings(ImmutableArray<Meeting> meetings)
    {
        for (var i = 0; i < _tables.Count; i++)
        {
            if (_tables[i].Meetings.IsEmpty && SpeakerTable.Is(_tables[i].Mapping.Columns) && meetings.LastOrDefault(m => m.Place.LineStart <= Math.Max(1, _above[i])) is { } meeting)
            {
                _tables[i] = SpeakerTable.Of(_tables[i], meeting);
            }
        }
    }

    private Place Placed(Place place) => place with { LineStart = Paragraph(place.LineStart), LineEnd = Paragraph(place.LineEnd) };

    private Comment Placed(Comment comment, string sha256)
    {
        var place = Placed(comment.Place);
        return comment with { Place = place, Id = CommentId.Of(sha256, place, comment.Text) };
    }

    private int Paragraph(int line) => Math.Max(1, _paragraphs[Math.Clamp(line - 1, 0, _paragraphs.Count - 1)]);
}
