using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Layout.Tables;

/// <summary>Finds tables of counts among the lines of a document.</summary>
public static partial class TableFinder
{
    private const int WordsBetweenRows = 4;
    private const int TextBesideRows = 12;

    /// <summary>The tables in order; they do not overlap.</summary>
    /// <param name="source">Name of the source.</param>
    /// <param name="lines">The document's lines without page furniture.</param>
    public static ImmutableArray<FoundTable> Find(string source, ImmutableArray<TextLine> lines)
    {
        var readings = lines.Select(TableLine.Of).ToImmutableArray();
        var wide = lines.IsEmpty ? 0 : lines.Max(l => l.Width);
        var tables = ImmutableArray.CreateBuilder<FoundTable>();
        var free = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            if (readings[i].Kind is not (TableLineKind.Row or TableLineKind.Cells))
            {
                continue;
            }

            var end = EndOf(lines, readings, i);
            var found = Carry(Build(source, lines, readings, free, i, end, wide), tables);
            if (found is not null)
            {
                tables.Add(found);
                i = found.End - 1;
                free = found.End;
            }
        }

        return tables.ToImmutable();
    }

    /// <summary>A table under a sub-heading only takes the title of the table right above it along.</summary>
    private static FoundTable? Carry(FoundTable? found, ImmutableArray<FoundTable>.Builder before)
    {
        if (found is null || before.Count == 0 || !found.Table.Title.StartsWith('＜') || found.First - before[^1].End > 3)
        {
            return found;
        }

        var above = before[^1].Table.Title;
        var group = above.IndexOf('＜', StringComparison.Ordinal);
        var title = (group < 0 ? above : above[..group]).Trim();
        return found with { Table = found.Table with { Title = (title + " " + found.Table.Title).Trim() } };
    }

    private static int EndOf(ImmutableArray<TextLine> lines, ImmutableArray<TableLine> readings, int start)
    {
        var end = start + 1;
        int? index = readings[start].Index;
        for (var i = start; i < lines.Length;)
        {
            end = i + 1;
            index = readings[i].Index ?? index;
            if (readings[i].Kind == TableLineKind.Row && IsTotal(readings[i].Label))
            {
                return end;
            }

            var next = NextRow(lines, readings, end, index);
            if (next < 0)
            {
                break;
            }

            i = next;
        }

        while (end < lines.Length && index is not null && lines[end].Text[0] is '「' or '『' or '～' && !JapaneseText.EndsSentence(lines[end].Text.TrimEnd('」')))
        {
            end++;
        }

        return end;
    }

    /// <summary>The next line with numbers that still belongs to the table; −1 where there is none.</summary>
    private static int NextRow(ImmutableArray<TextLine> lines, ImmutableArray<TableLine> readings, int from, int? index)
    {
        for (var i = from; i < lines.Length && i - from <= TextBesideRows; i++)
        {
            if (readings[i].Index is { } number && index is not null && number == index + 1)
            {
                return i;
            }

            if (index is not null && lines.Skip(from).Take(i - from + 1).All(l => !JapaneseText.EndsSentence(l.Text)) && readings[i].Kind != TableLineKind.Row)
            {
                continue;
            }

            if (readings[i].Kind is TableLineKind.Row or TableLineKind.Cells)
            {
                return index is null || readings[i].Index is null || readings[i].Index == index + 1 ? i : -1;
            }

            if (readings[i].Kind != TableLineKind.Words || IsTitle(lines[i].Text) || i - from >= WordsBetweenRows)
            {
                return -1;
            }
        }

        return -1;
    }

    private static FoundTable? Build(string source, ImmutableArray<TextLine> lines, ImmutableArray<TableLine> readings, int free, int start, int end, int wide)
    {
        var first = start;
        while (first > free && readings[first - 1].Kind == TableLineKind.Words && !IsTitle(lines[first - 1].Text) && !IsNote(lines[first - 1].Text) && start - first < 12)
        {
            first--;
        }

        var (title, afterTitle) = TitleAbove(lines, free, first, start, wide);
        first = Math.Max(first, afterTitle);
        var body = Enumerable.Range(start, end - start).Select(i => (lines[i], readings[i])).ToList();
        var leadingLabels = LeadingLabels(readings, first, start);
        var words = TableHeader.Words(lines[first..(start - leadingLabels)]);
        var counts = body.Where(b => b.Item2.Kind == TableLineKind.Row).Select(b => b.Item2.Cells.Count(c => !c.InBrackets)).ToList();
        var onLines = body.Max(b => b.Item2.Cells.Count(c => !c.InBrackets));
        var years = words.Count(w => JapaneseDate.Year(w) is not null);
        var columns = counts.Count > 0 ? Math.Max(counts.Max(), counts.Max() == 1 ? years : 0) : Math.Max(onLines, years);
        if (columns == 0 || (columns == 1 && !AllowsOneColumn(title, body)))
        {
            return null;
        }

        var withLabels = Enumerable.Range(start - leadingLabels, end - start + leadingLabels).Select(i => (lines[i], readings[i])).ToList();
        var rows = TableRows.Read(withLabels, columns);
        var total = rows.Rows.FirstOrDefault(r => IsTotal(r.Label));
        var others = rows.Rows.Where(r => !IsTotal(r.Label)).ToImmutableArray();
        var named = TableName().IsMatch(title);
        if (others.Length + (total is null ? 0 : 1) < (named ? 1 : 2) || (others.IsEmpty && rows.Unsafe.IsEmpty))
        {
            return null;
        }

        var header = TableHeader.Columns(words, columns, JapaneseDate.Year(title));
        var table = new CountTable(source, title, header, others, total, new Place(lines[first].Number, lines[end - 1].Number, lines[first].Page));
        return new FoundTable(first, end, table, rows.PercentColumns, rows.Unsafe);
    }

    /// <summary>How many lines right above the first number are its label and not the header: those in excess when cells stand alone.</summary>
    private static int LeadingLabels(ImmutableArray<TableLine> readings, int first, int start)
    {
        if (readings[start].Kind != TableLineKind.Cells || start - first < 2)
        {
            return 0;
        }

        return start - first - 1;
    }

    private static (string Title, int After) TitleAbove(ImmutableArray<TextLine> lines, int free, int first, int start, int wide)
    {
        var title = new List<string>();
        var after = first;
        for (var i = first - 1; i >= Math.Max(0, first - 4); i--)
        {
            var mark = LineMarks.Of(lines[i].Text);
            if (i < free && mark.Kind != MarkKind.Bracket)
            {
                break;
            }

            if (IsTitle(lines[i].Text))
            {
                var wraps = mark.Kind == MarkKind.Number && lines[i].Width >= wide - 12 && i + 1 < start && LineMarks.Of(lines[i + 1].Text).Kind == MarkKind.None && !IsNote(lines[i + 1].Text);
                title.Insert(0, wraps ? JapaneseText.Join(JapaneseText.Tidy(lines[i].Text), JapaneseText.Tidy(lines[i + 1].Text)) : lines[i].Text);
                after = wraps ? Math.Max(after, i + 2) : after;

                if (mark.Kind != MarkKind.Bracket)
                {
                    break;
                }
            }
            else if (mark.Kind != MarkKind.Note && !lines[i].Text.StartsWith('（') && JapaneseText.EndsSentence(lines[i].Text))
            {
                break;
            }
        }

        var group = first < start ? GroupInHeader().Match(lines[first].Text) : Match.Empty;
        if (group.Success)
        {
            title.Add(group.Value.Trim());
        }

        return (string.Join(' ', title.Select(JapaneseText.Tidy)), after);
    }

    private static bool AllowsOneColumn(string title, List<(TextLine Line, TableLine Reading)> body) =>
        title.EndsWith('＞') || TableName().IsMatch(title) || body.Any(b => IsTotal(b.Reading.Label));

    private static bool IsNote(string text) => text[0] is '（' or '(' && text.Length > 10;

    internal static bool IsTotal(string label) => TotalLabel().IsMatch(JapaneseText.Fold(label));

    /// <summary>Whether a line is the numbered title of a table, such as 表－１.</summary>
    /// <param name="text">One line.</param>
    public static bool IsTableName(string text) => TableName().IsMatch(text);

    private static bool IsTitle(string text) =>
        TableName().IsMatch(text) || (LineMarks.Of(text).Kind is MarkKind.Number or MarkKind.Bracket or MarkKind.Bullet && !GroupInHeader().IsMatch(text) && !FormulaOnly().IsMatch(text));

    [GeneratedRegex(@"^総?合?計(\(.*\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex TotalLabel();

    [GeneratedRegex(@"^[（(【＜]?(別?表|図表)\s*[-－―‐0-9０-９一二三四五六七八九十]", RegexOptions.CultureInvariant)]
    private static partial Regex TableName();

    [GeneratedRegex(@"^[＜<〈《][^＞>〉》]{1,20}[＞>〉》]\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex GroupInHeader();

    [GeneratedRegex(@"^[①-⑳＋－+\-−\s=＝]+$", RegexOptions.CultureInvariant)]
    private static partial Regex FormulaOnly();
}
