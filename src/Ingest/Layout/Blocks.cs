using System.Collections.Immutable;
using FeedbackLab.Ingest.Layout.Tables;

namespace FeedbackLab.Ingest.Layout;

/// <summary>Undoes hard wraps: lines become blocks.</summary>
public static class Blocks
{
    private const int Neighbourhood = 6;
    private const int Ragged = 6;

    /// <summary>Lines in which a title may stand: only there does a short line above another say nothing about wraps.</summary>
    private const int FrontLines = 5;

    /// <summary>The deepest indent that marks a paragraph; deeper ones set a whole block in.</summary>
    private const int ParagraphIndent = 3;

    /// <summary>The width below which a bullet's words are a heading over what is set in below them.</summary>
    private const int LeastHanging = 24;

    /// <summary>The longest words without content that may as well end the sentence above them: ない, なし.</summary>
    private const int LongestEnding = 3;

    /// <summary>The width below which the line of a question 問1 is no wrapped one.</summary>
    private const int LeastQuestion = 56;

    /// <summary>The blocks of a document in order; every line belongs to exactly one.</summary>
    /// <param name="lines">Lines without page furniture.</param>
    /// <param name="tables">The tables among them.</param>
    public static ImmutableArray<Block> Build(ImmutableArray<TextLine> lines, ImmutableArray<FoundTable> tables)
    {
        var marksParagraphs = TrailingSpaceEndsParagraphs(lines);
        var full = FullLines(lines);
        var attributed = Attributions.StandBelow(lines);
        var tableAt = tables.ToDictionary(t => t.First);
        var inTable = new HashSet<int>(tables.SelectMany(t => Enumerable.Range(t.First, t.End - t.First)));
        var names = NameLines.Find(lines, inTable, full, marksParagraphs, [.. tables.SelectMany(t => t.Table.Rows).Select(r => JapaneseText.WithoutSpaces(r.Label))]);
        var speakers = SpeakerLines.Find(lines, inTable);
        names = names.RemoveRange(speakers.Keys);
        LineMark marks(int line) =>
            speakers.TryGetValue(line, out var speaker) ? speaker
            : LineMarks.Of(lines[line].Text) is var found && found.Kind == MarkKind.Speaker ? LineMarks.WithoutSpeaker(lines[line].Text)
            : found;
        var blocks = ImmutableArray.CreateBuilder<Block>();
        for (var i = 0; i < lines.Length;)
        {
            if (tableAt.TryGetValue(i, out var table))
            {
                blocks.Add(new Block(default, table.Table.Title, lines[i..table.End], false, table));
                i = table.End;
                continue;
            }

            if (names.TryGetValue(i, out var name))
            {
                blocks.Add(new Block(LineMarks.Of(lines[i].Text), name, [lines[i]], true, null));
                i++;
                continue;
            }

            var mark = marks(i);
            if (mark.Kind == MarkKind.Field && OpensItem(LineMarks.Of(mark.Body)))
            {
                blocks.Add(new Block(mark with { Body = "" }, "", [lines[i]], false, null));
                mark = LineMarks.Of(mark.Body);
            }

            var end = i + 1;
            var items = 0;
            while (end < lines.Length && !inTable.Contains(end) && !names.ContainsKey(end))
            {
                var nextMark = marks(end);
                if (IsListItem(mark, lines[i], lines[end], nextMark, items))
                {
                    items++;
                }
                else if (mark is { Kind: MarkKind.Speaker, Body: "" } && end == i + 1
                    ? nextMark.Kind != MarkKind.None || lines[end].Gap
                    : Attributions.IsAlone(lines[end].Text) || Attributions.IsAlone(lines[end - 1].Text)
                    ? !attributed || Attributions.IsAlone(lines[end - 1].Text)
                    : Attributions.Ends(lines[end - 1].Text) || !Continues(mark, lines[end - 1], lines[end], nextMark, full[end - 1], marksParagraphs))
                {
                    break;
                }

                end++;
            }

            var text = lines[(i + 1)..end].Aggregate(JapaneseText.Tidy(mark.Kind == MarkKind.Bracket ? mark.Label : mark.Body), (joined, line) => JapaneseText.Join(joined, JapaneseText.Tidy(line.Text)));
            blocks.Add(new Block(mark, text, lines[i..end], false, null));
            i = end;
        }

        return blocks.ToImmutable();
    }

    /// <summary>Whether each line reaches the right edge that the lines around it have.</summary>
    /// <param name="lines">Lines in order.</param>
    public static ImmutableArray<bool> FullLines(ImmutableArray<TextLine> lines)
    {
        if (lines.IsEmpty)
        {
            return [];
        }

        var usual = lines.Select(l => l.Width).Order().ElementAt(lines.Length * 9 / 10);
        return
        [
            .. lines.Select((line, i) => line.Width >= lines[Math.Max(0, i - Neighbourhood)..Math.Min(lines.Length, i + Neighbourhood + 1)].Max(l => l.Width) - Ragged
            && line.Width >= 24 && (i >= FrontLines || line.Width * 5 >= usual * 4)),
        ];
    }

    /// <summary>Whether this document keeps white space at the end of paragraphs and not at wraps, as text out of PDFs does.</summary>
    private static bool TrailingSpaceEndsParagraphs(ImmutableArray<TextLine> lines)
    {
        var finished = lines.Where(l => JapaneseText.EndsSentence(l.Text)).ToList();
        var open = lines.Where(l => JapaneseText.BreaksOff(l.Text)).ToList();
        return finished.Count >= 3 && open.Count >= 3
            && finished.Count(l => l.Trailing) * 10 >= finished.Count * 6
            && open.Count(l => !l.Trailing) * 10 >= open.Count * 5;
    }

    private static bool OpensItem(LineMark mark) => mark.Kind == MarkKind.Bullet || (mark.Kind == MarkKind.Number && mark.Style is not ("1 " or "ア "));

    /// <summary>Whether a line is the next item of a list ①②③ that stands, set in, under a bullet: part of what the bullet says.</summary>
    private static bool IsListItem(LineMark bullet, TextLine first, TextLine line, LineMark mark, int items) =>
        bullet.Kind == MarkKind.Bullet && mark is { Kind: MarkKind.Number, Style: "①" } && mark.Number == items + 1
        && !line.Gap && line.Indent > first.Indent;

    private static bool Continues(LineMark mark, TextLine previous, TextLine next, LineMark nextMark, bool full, bool marksParagraphs)
    {
        var finished = JapaneseText.EndsSentence(previous.Text);
        var breaksOff = !finished && JapaneseText.BreaksOff(previous.Text);
        if (nextMark.Kind != MarkKind.None)
        {
            var wrapped = !finished && !next.Gap && full && !CountsOn(previous, nextMark)
                && ((nextMark.Kind == MarkKind.Number && (nextMark.Style is "1 " or "ア " || (nextMark.Style == "1." && char.IsDigit(nextMark.Body.FirstOrDefault())))) || (mark.Kind is MarkKind.None or MarkKind.Bullet && nextMark.Kind is MarkKind.Speaker && marksParagraphs && !previous.Trailing)
                    || (mark.Kind is MarkKind.None or MarkKind.Bullet && nextMark is { Kind: MarkKind.Field, Style: "：" } && marksParagraphs && !previous.Trailing));
            return wrapped;
        }

        if (mark.Kind == MarkKind.Bracket || AnswerSheet.NumbersSheet(next.Text) || (!finished && (FrontMatter.IsSigner(next.Text) || (mark.Kind == MarkKind.None && FrontMatter.IsDay(previous.Text)))) || (finished && (AnswerSheet.WithoutLabel(next.Text).Length == 0 || PassageWords.Closes(next.Text) || next.Text.All(char.IsDigit))))
        {
            return false;
        }

        if (mark.Kind == MarkKind.None && !finished && previous.Width < 24 && next.Indent > previous.Indent)
        {
            return false;
        }

        // 「えいが」 breaks off no sentence where 「とくにない」 stands below it.
        if (!finished && previous.Width < LeastHanging && next.Text.Length > LongestEnding && AnswerState.Of(next.Text) is not null)
        {
            return false;
        }

        // Words set in below those of an answer go on with it: 「回答：…」 and, under them, more.
        if (mark.Kind == MarkKind.Field && finished && !next.Gap && next.Indent > ParagraphIndent && next.Indent > previous.Indent && AnswerSheet.IsLabel(mark.Label))
        {
            return true;
        }

        var indented = next.Indent is > 0 and <= ParagraphIndent && next.Indent >= previous.Indent;
        if (indented && ((mark.Kind == MarkKind.None && finished && (!marksParagraphs || previous.Trailing))
            || (mark.Kind == MarkKind.Number && !finished && !breaksOff && next.Indent > previous.Indent)))
        {
            return false;
        }

        // Below a question's line or a short heading what says nothing, or is one short word, answers it: 「問１　課題」「なし」.
        var goesOn = GoesOn(mark, previous, next);
        var asks = finished && (mark.Kind == MarkKind.Number || mark.Style is "→" or "⇒") && PassageWords.Asks(previous.Text);
        if (asks || (mark.Style == "問" && !finished && previous.Width < LeastQuestion && !breaksOff && !goesOn))
        {
            return false;
        }

        var item = mark.Kind is MarkKind.Bullet or MarkKind.Number;
        if (mark.Kind == MarkKind.Number && JapaneseText.EndsHeading(previous.Text) && !goesOn)
        {
            return false;
        }

        if (mark.Kind == MarkKind.Number && !finished && !full)
        {
            return (JapaneseText.EndsInParticle(previous.Text) && !previous.Text.EndsWith("こと", StringComparison.Ordinal)) || goesOn;
        }

        if (marksParagraphs && !previous.Trailing && !next.Gap)
        {
            return finished ? item || next.Indent <= previous.Indent || next.Indent == 0 : full || breaksOff || previous.Width >= 24 || goesOn;
        }

        if (finished)
        {
            return (mark.Kind == MarkKind.Speaker && !next.Gap && !PassageWords.Closes(next.Text) && !PassageWords.IsProcedure(null, next.Text) && !PassageWords.IsStageDirection(next.Text) && !PassageWords.AnnouncesNext(next.Text) && !(next.Text.StartsWith('（') && next.Text.EndsWith('）')))
                || (!marksParagraphs && !next.Gap && full && (item || next.Indent <= previous.Indent));
        }

        if (next.Gap)
        {
            var runsOn = full && next.Indent == 0 && previous.Width >= 40 && (!marksParagraphs || !previous.Trailing);
            return runsOn || (breaksOff && (full || goesOn || next.Indent == 0));
        }

        return full || breaksOff || goesOn || HangsBelow(mark, previous, next);
    }

    // 「３　参加者　…」 above 「４　内容」: the next number of the same list begins a line of its own.
    private static bool CountsOn(TextLine previous, LineMark nextMark) =>
        LineMarks.NumberOf(previous.Text) is { } number && number.Style == nextMark.Style && number.Number + 1 == nextMark.Number;

    private static bool GoesOn(LineMark mark, TextLine previous, TextLine next) =>
        JapaneseText.GoesOn(next.Text) && AnswerState.Of(next.Text) is null && !(mark.Kind == MarkKind.Number && previous.Width < LeastHanging && (!JapaneseText.EndsInParticle(previous.Text) || previous.Text.EndsWith("こと", StringComparison.Ordinal)));

    /// <summary>Whether a line is set in below its bullet's words, where those of the bullet are no short heading.</summary>
    /// <param name="mark">What the bullet's line starts with.</param>
    /// <param name="previous">The line above.</param>
    /// <param name="next">The line.</param>
    internal static bool HangsBelow(LineMark mark, TextLine previous, TextLine next) =>
        mark is { Kind: MarkKind.Bullet, Style: "・" or "･" } && previous.Text.StartsWith(mark.Style, StringComparison.Ordinal) && next.Indent == previous.Indent + 2 && previous.Width >= LeastHanging;
}
