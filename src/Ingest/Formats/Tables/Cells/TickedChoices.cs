using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables.Cells;

/// <summary>Recognises ticked choices by the cells alone, where the header does not say that there are any.</summary>
internal static partial class TickedChoices
{
    private const int LongestChoice = 20;

    // Respondents with words of their own seldom list the same ones: so many lists, and parts that come three times on average.
    private const int LeastLists = 4;
    private const int LeastParts = 12;
    private const int LeastRecurring = 3;

    /// <summary>Whether all cells can be nothing but ticked choices: boxes (☑ ☐) with what stands behind them, or lists that each end in ;, as forms write them.</summary>
    /// <param name="cells">The cells that are not blank.</param>
    public static bool Are(ImmutableArray<string> cells) =>
        !cells.IsEmpty && (cells.All(IsBoxes) || (cells.Length > 1 && cells.All(IsClosedList) && cells.Any(c => c.IndexOfAny(ListEnds) < c.Length - 1)));

    /// <summary>Whether the cells are lists made of few parts that recur, as choices do and words seldom.</summary>
    /// <param name="cells">The cells that are not blank.</param>
    public static bool Recur(ImmutableArray<string> cells)
    {
        var lists = cells.Select(c => Separators().Split(c).Select(p => p.Trim()).Where(p => p.Length > 0).ToList()).ToList();
        var parts = lists.SelectMany(l => l).ToList();
        return lists.Count(l => l.Count > 1) is var several && several >= LeastLists && 4 * several >= lists.Count && parts.Count >= LeastParts
            && parts.TrueForAll(p => p.Length <= LongestChoice && !JapaneseText.EndsSentence(p))
            && LeastRecurring * parts.Distinct(StringComparer.Ordinal).Count() <= parts.Count;
    }

    private static readonly char[] ListEnds = [';', '；'];

    private static bool IsClosedList(string cell) => ListEnds.Contains(cell[^1]) && !cell.TrimEnd(ListEnds).Contains('。', StringComparison.Ordinal);

    // ■ and □ alone may be bullets.
    private static bool IsBoxes(string cell)
    {
        var parts = Boxes().Split(cell);
        return string.IsNullOrWhiteSpace(parts[0]) && parts.Length > 1 && (cell.IndexOfAny(['☐', '☑', '☒']) >= 0 || (cell.Contains('□', StringComparison.Ordinal) && cell.Contains('■', StringComparison.Ordinal)))
            && parts.Skip(1).All(p => p.Trim() is { Length: <= 2 * LongestChoice } choice && !choice.Contains('\n', StringComparison.Ordinal) && !JapaneseText.EndsSentence(choice));
    }

    [GeneratedRegex("[☐☑☒□■✓✔✅]", RegexOptions.CultureInvariant)]
    private static partial Regex Boxes();

    [GeneratedRegex("[、,，;；\n]", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();
}
