using System.Globalization;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>How values of a facet compare.</summary>
internal static class FacetOrder
{
    /// <summary>Orders values: numbers as such, before other text in ordinal order.</summary>
    public static IComparer<string> Values { get; } = Comparer<string>.Create(static (a, b) => (NumberOf(a), NumberOf(b)) switch
    {
        ({ } x, { } y) when x != y => x.CompareTo(y),
        ({ }, null) => -1,
        (null, { }) => 1,
        _ => string.CompareOrdinal(a, b),
    });

    /// <summary>Whether a value lies in a range.</summary>
    public static bool IsIn(string value, Queries.RangeQuery range) =>
        (range.From is null || Compare(value, range.From) is var low && (low > 0 || (low == 0 && range.IncludesFrom)))
        && (range.To is null || Compare(value, range.To) is var high && (high < 0 || (high == 0 && range.IncludesTo)));

    private static int Compare(string value, string bound) =>
        NumberOf(value) is { } x && NumberOf(bound) is { } y ? x.CompareTo(y) : string.CompareOrdinal(value, bound);

    private static decimal? NumberOf(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
