namespace FeedbackLab.Ingest.Layout;

/// <content>Headings among answers that look like answers: ■, ◆ or ① above bullets of another sign.</content>
internal sealed partial class StructureWalk
{
    private const int LongestHeading = 30;
    private const int LeastHeadings = 2;

    /// <summary>Whether a short line with a sign of its own heads the answers below it: it and all its like have words with another sign, or none, below them.</summary>
    /// <remarks>Where a respondent is named, only words that head lists are believed (…について, …点, その他): short answers may have details below them.</remarks>
    private bool HeadsAnswers(int i)
    {
        if (!(HasHeadingSign(blocks[i].Mark) || (respondent is null && blocks[i].Mark is { Kind: MarkKind.Number, Style: not ("問" or "議") })) || !HasOthersBelow(i))
        {
            return false;
        }

        var alike = Alike(i);
        return alike.TrueForAll(HasOthersBelow)
            && (alike.Exists(k => blocks[k + 1].Mark.Kind == MarkKind.Bullet) || (respondent is null && alike.TrueForAll(k => IsQuoted(blocks[k + 1].Text))))
            && (alike.TrueForAll(k => PassageWords.HeadsList(blocks[k].Text)) || (alike.Count >= LeastHeadings && respondent is null));
    }

    // The heading above a bullet that heads what is set in below it, and the bullet's indent.
    private (string? Outer, int Indent)? nested;

    /// <summary>Whether a short bullet heads bullets of another sign that are set in below it: ・企業との関係, under it －担当が替わる。.</summary>
    /// <remarks>Only what is no opinion itself: above details 「・バスを増やしてほしい」 stays one.</remarks>
    private bool HeadsNested(int i) =>
        blocks[i] is { Mark.Kind: MarkKind.Bullet, Lines.Length: 1, Text.Length: <= LongestHeading } block && !IsQuoted(block.Text) && AnswerState.Of(block.Text) is null && PassageWords.NamesTopic(block.Text)
        && i + 1 < blocks.Length && blocks[i + 1] is { Table: null, IsName: false, Mark.Kind: MarkKind.Bullet } below
        && below.Mark.Style != block.Mark.Style && below.Lines[0].Indent > block.Lines[0].Indent;

    private void OpenNested(Block block)
    {
        nested = (nested?.Outer ?? heading, block.Lines[0].Indent);
        heading = block.Text;
    }

    /// <summary>What stands no deeper than a bullet with others set in below it has its heading no more.</summary>
    private void CloseNested(Block block)
    {
        if (nested is { } outer && block.Lines[0].Indent <= outer.Indent)
        {
            heading = outer.Outer;
            nested = null;
        }
    }

    private static bool IsQuoted(string text) => Attributions.IsSaid(text) || Attributions.Ends(text);

    // So many numbers in a row with nothing between them are a list, where answers are quoted.
    private const int LeastItems = 3;

    /// <summary>Whether a numbered line without a sentence is an item of a list of answers, and heads nothing: the next number stands below it, and the list is long, or another item is a sentence or says nothing.</summary>
    private bool IsListItem(int i)
    {
        var mark = blocks[i].Mark;
        bool IsNext(int k, int number) => k >= 0 && k < blocks.Length && blocks[k].Table is null && blocks[k].Mark.Kind == MarkKind.Number && blocks[k].Mark.Style == mark.Style && blocks[k].Mark.Number == number;
        if (i + 1 < blocks.Length && !IsNext(i + 1, mark.Number + 1) && !PassageWords.Closes(blocks[i + 1].Text) && blocks[i + 1] is { Table: not null } or { Mark.Kind: MarkKind.None or MarkKind.Bullet, IsName: false })
        {
            return false;
        }

        var first = i;
        while (IsNext(first - 1, blocks[first].Mark.Number - 1))
        {
            first--;
        }

        var last = i;
        while (IsNext(last + 1, blocks[last].Mark.Number + 1))
        {
            last++;
        }

        var items = Enumerable.Range(first, last - first + 1).ToList();
        return !(first > 0 && blocks[first - 1].Text is "目次" or "次第")
            && ((region == Region.Quoted && items.Count >= LeastItems) || items.Exists(k => !blocks[k].IsNumberedHeading || AnswerState.Of(blocks[k].Text) is not null));
    }

    /// <summary>Whether a document is nothing but one numbered list, and an item of it says nothing: nobody has nothing to say but who was asked.</summary>
    private bool IsListOfAnswers()
    {
        var items = blocks.Skip(front.Blocks).ToList();
        return items.Count >= LeastItems && items.Exists(b => AnswerState.Of(b.Text) is not null)
            && items.Select((b, k) => b is { Table: null, IsName: false, Mark.Kind: MarkKind.Number } && b.Mark.Style == items[0].Mark.Style && b.Mark.Style != "問" && b.Mark.Number == k + 1).All(isNext => isNext);
    }

    private static bool HasHeadingSign(LineMark mark) => mark is { Kind: MarkKind.Bullet, Style: "■" or "◆" or "□" or "◇" or "▼" or "▽" or "★" or "☆" } or { Kind: MarkKind.Number, Style: "①" };

    private bool HasOthersBelow(int i) =>
        blocks[i].Lines.Length == 1 && blocks[i].Text.Length <= LongestHeading && !JapaneseText.EndsSentence(blocks[i].Text) && AnswerState.Of(blocks[i].Text) is null
        && i + 1 < blocks.Length && blocks[i + 1] is { Table: null, IsName: false } below
        && below.Mark.Kind is MarkKind.Bullet or MarkKind.None && below.Mark.Style != blocks[i].Mark.Style;

    // The lines with the same sign in the same list.
    private List<int> Alike(int i)
    {
        var style = blocks[i].Mark.Style;
        bool GoesOn(int k) => blocks[k] is { Table: null, IsName: false } block && (block.Mark.Kind is MarkKind.Bullet or MarkKind.None or MarkKind.Note or MarkKind.Field || block.Mark.Style == style);
        var first = i;
        while (first > 0 && GoesOn(first - 1))
        {
            first--;
        }

        return [.. Enumerable.Range(first, blocks.Length - first).TakeWhile(k => k <= i || GoesOn(k)).Where(k => blocks[k].Mark.Style == style)];
    }
}
