using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedbackLab.Ingest.Layout;

/// <summary>Takes away what belongs to the paper and not to the text: page numbers, running headers, stamps.</summary>
public static partial class PageFurniture
{
    private const int PageAtLeast = 12;

    // The indent of a number in the middle or at the right edge of the page.
    private const int FarIn = 16;

    // Where a title stands, and how long a line is that is known to be one again.
    private const int TitleLines = 3;
    private const int LeastTitle = 8;

    /// <summary>The lines without page furniture, their gaps measured anew where something was taken out.</summary>
    /// <param name="lines">All lines with words on them.</param>
    public static ImmutableArray<TextLine> Remove(ImmutableArray<TextLine> lines)
    {
        var out_ = new bool[lines.Length];
        MarkStamps(lines, out_);
        MarkPrints(lines, out_);
        MarkPageNumbers(lines, out_);
        MarkRunningHeaders(lines, out_);
        MarkTitlesBelowPageNumbers(lines, out_);
        var kept = ImmutableArray.CreateBuilder<TextLine>(lines.Length);
        var removed = false;
        for (var i = 0; i < lines.Length; i++)
        {
            if (out_[i])
            {
                removed = true;
                continue;
            }

            kept.Add(removed ? lines[i] with { Gap = false } : lines[i]);
            removed = false;
        }

        return kept.ToImmutable();
    }

    private static void MarkStamps(ImmutableArray<TextLine> lines, bool[] marked)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Text is not ("スタンプ" or "テキストボックス" or "タイプライターテキスト" or "ノート注釈"))
            {
                continue;
            }

            marked[i] = true;
            marked[i == 0 ? 0 : i - 1] |= i > 0 && UserId().IsMatch(lines[i - 1].Text);
        }
    }

    private static void MarkPageNumbers(ImmutableArray<TextLine> lines, bool[] marked)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            var edge = lines[i].Page is not null
                && (i == 0 || i == lines.Length - 1 || lines[i].Page != lines[i - 1].Page || lines[i].Page != lines[i + 1].Page);
            var folded = JapaneseText.Fold(lines[i].Text);
            marked[i] |= DecoratedPageNumber().IsMatch(folded) || (edge && BareNumber().IsMatch(folded));
        }

        foreach (var i in CountingUp(lines).Concat(SetFarIn(lines)))
        {
            marked[i] = true;
        }
    }

    /// <summary>Bare numbers far from the left edge, where they count up by one through the document, with words between them.</summary>
    private static List<int> SetFarIn(ImmutableArray<TextLine> lines)
    {
        var far = Enumerable.Range(0, lines.Length).Where(i => lines[i].Indent >= FarIn && BareNumber().IsMatch(JapaneseText.Fold(lines[i].Text))).ToList();
        var numbers = far.ConvertAll(i => int.Parse(JapaneseText.Fold(lines[i].Text), CultureInfo.InvariantCulture));
        return Enumerable.Range(1, Math.Max(0, far.Count - 1)).All(k => numbers[k] == numbers[k - 1] + 1 && far[k] - far[k - 1] > 2) ? far : [];
    }

    /// <summary>Bare numbers that count up by one, a page's worth of lines apart, three times or more.</summary>
    private static List<int> CountingUp(ImmutableArray<TextLine> lines)
    {
        var chain = new List<int>();
        var next = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var folded = JapaneseText.Fold(lines[i].Text);
            if (!BareNumber().IsMatch(folded))
            {
                continue;
            }

            var number = int.Parse(folded, CultureInfo.InvariantCulture);
            if (chain.Count == 0 ? number <= 2 && i >= PageAtLeast : number == next && i - chain[^1] >= PageAtLeast)
            {
                chain.Add(i);
                next = number + 1;
            }
        }

        return chain.Count >= 3 ? chain : [];
    }

    /// <summary>What a browser prints around a page: the address with the page's number, the day and hour.</summary>
    private static void MarkPrints(ImmutableArray<TextLine> lines, bool[] marked)
    {
        foreach (var page in Enumerable.Range(0, lines.Length).Where(i => lines[i].Page is not null).GroupBy(i => lines[i].Page).Select(g => g.ToList()))
        {
            if (PrintedAddress().IsMatch(lines[page[^1]].Text))
            {
                marked[page[^1]] = true;
                foreach (var i in page.Where(i => PrintedHour().Match(lines[i].Text) is { Success: true } hour && (hour.Groups["title"].Length == 0 || i == page[0])))
                {
                    marked[i] = true;
                }
            }
        }
    }

    /// <summary>Short lines that stand at the edges of pages more than once, and less often inside one: a heading that happens to open two pages is none.</summary>
    /// <remarks>The edge of a page is what page numbers leave of it. The first of the lines that open the document is its title.</remarks>
    private static void MarkRunningHeaders(ImmutableArray<TextLine> lines, bool[] marked)
    {
        var pages = Enumerable.Range(0, lines.Length).Where(i => !marked[i]).GroupBy(i => lines[i].Page).Select(g => g.ToList()).ToList();
        if (pages.Count < 2)
        {
            return;
        }

        var edges = pages.SelectMany(p => new[] { p[0], p[^1] }).Where(i => lines[i].Text.Length <= 60 && !JapaneseText.EndsSentence(lines[i].Text) && !IsAnswer(lines[i].Text)).ToHashSet();
        var inside = lines.Where((line, i) => i > 0 && !edges.Contains(i)).CountBy(line => line.Text, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var headers = edges.Order()
            .GroupBy(i => Digits().Replace(JapaneseText.Fold(lines[i].Text), "#"), StringComparer.Ordinal)
            .Where(g => g.Count() >= 2 && g.Select(i => lines[i].Text).Distinct().Sum(text => inside.GetValueOrDefault(text)) < g.Count());
        foreach (var i in headers.SelectMany(g => g.Skip(g.First() == pages[0][0] ? 1 : 0)))
        {
            marked[i] = true;
        }
    }

    // Where a text has page numbers and no page breaks, the title that comes again below one is a running header.
    private static void MarkTitlesBelowPageNumbers(ImmutableArray<TextLine> lines, bool[] marked)
    {
        var titles = lines.Take(TitleLines).Select(l => JapaneseText.Fold(l.Text)).ToList();
        for (var i = TitleLines; i < lines.Length; i++)
        {
            var folded = JapaneseText.Fold(lines[i].Text);
            marked[i] |= marked[i - 1] && DecoratedPageNumber().IsMatch(JapaneseText.Fold(lines[i - 1].Text)) && folded.Length >= LeastTitle && titles.Exists(t => t.StartsWith(folded, StringComparison.Ordinal));
        }
    }

    // Pages may end with the same short answer.
    private static bool IsAnswer(string text) =>
        LineMarks.Of(text) is { Kind: MarkKind.Bullet, Style: not "-" } or { Style: "問" } || AnswerState.Of(text) is not null || PassageWords.Closes(text);

    [GeneratedRegex(@"^[A-Za-z]{0,4}[0-9]{4,}$", RegexOptions.CultureInvariant)]
    private static partial Regex UserId();

    [GeneratedRegex(@"^([-－―‐–—─ー~～]+[0-9]{1,3}[-－―‐–—─ー~～]+|[0-9]{1,3}/[0-9]{1,3}(ページ|頁)?|[0-9]{1,3}(ページ|頁)|(p|P|Page|page)\.?[0-9]{1,3})$", RegexOptions.CultureInvariant)]
    private static partial Regex DecoratedPageNumber();

    [GeneratedRegex("^[0-9]{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex BareNumber();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(https?|file)://\S+?(\s+|(?<=\S))[0-9]{1,3}/[0-9]{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex PrintedAddress();

    [GeneratedRegex(@"^[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4},?\s*[0-9]{1,2}:[0-9]{2}(\s*[AP]M)?(?<title>\s+\S.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex PrintedHour();
}
