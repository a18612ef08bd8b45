using System.Globalization;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Exports;

/// <summary>Writes places as people cite them.</summary>
public static class Citation
{
    /// <summary>A place with its source: <c>資料名, p.12, l.119–120</c>; a table's row and column where it has them.</summary>
    /// <param name="source">The source's name.</param>
    /// <param name="place">The place.</param>
    public static string Of(string source, Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return $"{source}, {Of(place)}";
    }

    /// <summary>A place alone: <c>p.12, l.119–120</c>.</summary>
    /// <param name="place">The place.</param>
    public static string Of(Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        var page = place.Page is { } p ? string.Create(CultureInfo.InvariantCulture, $"p.{p}, ") : string.Empty;
        var sheet = place.Sheet is { Length: > 0 } s ? $"［{s}］, " : string.Empty;
        var column = place.Column is { Length: > 0 } c ? $"「{c}」, " : string.Empty;
        var item = place.Item is { } i ? string.Create(CultureInfo.InvariantCulture, $" ({i})") : string.Empty;
        var lines = place.LineStart == place.LineEnd
            ? string.Create(CultureInfo.InvariantCulture, $"l.{place.LineStart}")
            : string.Create(CultureInfo.InvariantCulture, $"l.{place.LineStart}–{place.LineEnd}");
        return page + sheet + column + lines + item;
    }
}
