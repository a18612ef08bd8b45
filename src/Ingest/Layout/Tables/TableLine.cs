using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedbackLab.Ingest.Layout.Tables;

/// <summary>What a line would be as part of a table.</summary>
public enum TableLineKind
{
    /// <summary>Not part of a table.</summary>
    Other,

    /// <summary>A few words without a sentence: a header, a label, or part of one.</summary>
    Words,

    /// <summary>A label followed by numbers.</summary>
    Row,

    /// <summary>Numbers only.</summary>
    Cells,
}

/// <summary>A number in a line of a table.</summary>
/// <param name="Value">The number.</param>
/// <param name="Percent">Whether it is a percentage.</param>
/// <param name="Gap">Columns of white space before it: two or more stand for an empty cell.</param>
/// <param name="InBrackets">Whether it stands in brackets after another number.</param>
public readonly record struct TableCell(decimal Value, bool Percent, int Gap, bool InBrackets);

/// <summary>A line read as part of a table.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Index">The running number before the label; null where there is none.</param>
/// <param name="Label">The words before the numbers, tidied.</param>
/// <param name="Cells">The numbers in order.</param>
public sealed partial record TableLine(TableLineKind Kind, int? Index, string Label, ImmutableArray<TableCell> Cells)
{
    private static readonly TableLine NoTable = new(TableLineKind.Other, null, "", []);

    /// <summary>The line taken apart as part of a table.</summary>
    /// <param name="line">One line.</param>
    public static TableLine Of(TextLine line)
    {
        var text = line.Raw.TrimEnd();
        if (JapaneseText.EndsSentence(line.Text) || line.Width > 90)
        {
            return NoTable;
        }

        var only = CellsPattern().Match(text);
        if (only.Success)
        {
            return new TableLine(TableLineKind.Cells, null, "", CellsOf(text));
        }

        var row = RowPattern().Match(text);
        if (row.Success && IsLabel(row.Groups["label"].Value, row.Groups["index"].Success, 60))
        {
            int? index = row.Groups["index"].Success ? int.Parse(JapaneseText.Fold(row.Groups["index"].Value), CultureInfo.InvariantCulture) : null;
            return new TableLine(TableLineKind.Row, index, JapaneseText.Tidy(row.Groups["label"].Value), CellsOf(row.Groups["cells"].Value));
        }

        return IsWords(line) ? new TableLine(TableLineKind.Words, null, JapaneseText.Tidy(LeadingBracket().Replace(line.Text, "")), []) : NoTable;
    }

    private static bool IsLabel(string label, bool indexed, int width)
    {
        var bare = Brackets().Replace(label, "").Trim();
        var mark = LineMarks.Of(label.Trim());
        return JapaneseText.Width(label) <= width
            && !label.Contains('。', StringComparison.Ordinal)
            && !label.Contains('：', StringComparison.Ordinal) | TotalWithUnit().IsMatch(JapaneseText.Fold(label))
            && (!bare.Contains('、', StringComparison.Ordinal) || bare.Length <= 24)
            && (indexed || mark.Kind is MarkKind.None);
    }

    private static bool IsWords(TextLine line)
    {
        var mark = LineMarks.Of(line.Text);
        return (Formula().IsMatch(line.Text) || LeadingBracket().IsMatch(line.Text) || mark.Kind == MarkKind.None)
            && IsLabel(LeadingBracket().Replace(line.Text, ""), true, 60)
            && !line.Text.EndsWith('、');
    }

    // Digits and a point; sums of such counts are numbers still.
    private const int LongestCount = 16;

    private static ImmutableArray<TableCell> CellsOf(string cells)
    {
        var found = ImmutableArray.CreateBuilder<TableCell>();
        foreach (Match match in CellPattern().Matches(cells))
        {
            var number = JapaneseText.Fold(match.Groups["number"].Value).Replace(",", "", StringComparison.Ordinal);
            var gap = match.Groups["gap"].Value.Sum(c => c == '\u3000' ? 2 : 1);
            var percent = match.Groups["unit"].Value is "％" or "%";

            // A run of digits too long for a number is a number of something, not a count.
            if (number.Length <= LongestCount && decimal.TryParse(number, NumberStyles.Number, CultureInfo.InvariantCulture, out var value))
            {
                found.Add(new TableCell(value, percent, gap, match.Groups["open"].Success));
            }
        }

        return found.ToImmutable();
    }

    private const string Unit = "(?:件|名|人|％|%|回|か所|カ所|ヶ所|箇所|ヵ所|社|円|千円|校|事業所|機関|団体|世帯|時間|日|点|歳|ケース|施設)";
    private const string Number = "[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+(?:[.．][0-9０-９]+)?|[0-9０-９]+(?:[.．][0-9０-９]+)?";
    private const string InBrackets = @"(?:[（(]\s*(?:約|延べ|延)?\s*(?:" + Number + @")(?:\s*" + Unit + @")?\s*[)）])";

    // A cell is taken whole, its unit and its brackets too: were the blanks between cells shared out anew each time a row fails at its end, a row of twelve cells would take hours.
    private const string Cell = @"(?>(?:" + Number + @")(?:\s*" + Unit + @")?(?:\s*" + InBrackets + @")?)";

    [GeneratedRegex(@"^\s*(?:" + Cell + "|" + InBrackets + @")(?:\s+(?:" + Cell + "|" + InBrackets + @"))*$", RegexOptions.CultureInvariant)]
    private static partial Regex CellsPattern();

    [GeneratedRegex(@"^\s*(?:(?<index>[0-9０-９]{1,3})[.．]?\s+(?=[^\s0-9０-９年月日]))?(?<label>[^\s].*?)(?<cells>(?:\s+" + Cell + @")+)(?<text>\s+[「『～（(].*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex RowPattern();

    [GeneratedRegex(@"(?<gap>\s*)(?<open>[（(]\s*(?:約|延べ|延)?\s*)?(?<number>" + Number + @")\s*(?<unit>" + Unit + @")?", RegexOptions.CultureInvariant)]
    private static partial Regex CellPattern();

    [GeneratedRegex("[（(][^）)]*([）)]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();

    [GeneratedRegex("^(総?合?計|小計)", RegexOptions.CultureInvariant)]
    private static partial Regex TotalWithUnit();

    [GeneratedRegex(@"^[①-⑳＋－+\-−\s=＝×÷/／（）()]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Formula();

    [GeneratedRegex(@"^[＜<〈【《][^＞>〉】》]{1,20}[＞>〉】》]\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingBracket();
}
