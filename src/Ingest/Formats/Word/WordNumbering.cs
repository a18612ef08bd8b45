using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace FeedbackLab.Ingest.Formats.Word;

/// <summary>Counts list items in the order of the document.</summary>
/// <param name="root">The element <c>w:numbering</c>; null where there is none.</param>
internal sealed class WordNumbering(XElement? root)
{
    private readonly ImmutableDictionary<string, ListDefinition> lists = ListDefinitions.Read(root);
    private readonly Dictionary<string, int?[]> counts = new(StringComparer.Ordinal);
    private readonly HashSet<(string List, int Level)> started = [];

    /// <summary>The marker and level of the next paragraph; empty and 0 where it is no list item.</summary>
    /// <param name="own">What the paragraph itself says of its list (<c>w:numPr</c>); null where it says nothing.</param>
    /// <param name="ofStyle">What its style says; null where it says nothing.</param>
    /// <param name="style">Its style; null for the usual one.</param>
    public (string Marker, int Level) Next(XElement? own, XElement? ofStyle, string? style)
    {
        if ((own.Value("numId") ?? ofStyle.Value("numId")) is not { } id || !lists.TryGetValue(id, out var list))
        {
            return ("", 0);
        }

        var level = own.Number("ilvl") ?? (own.Value("numId") is null ? LevelOf(style, list) : null) ?? ofStyle.Number("ilvl") ?? 0;
        level = Math.Clamp(level, 0, 8);
        if (!counts.TryGetValue(list.Shared, out var count))
        {
            count = counts[list.Shared] = new int?[9];
        }

        Advance(id, list, level, count);
        var marker = Marker(list, level, count);
        return (marker, marker.Length == 0 ? 0 : level);
    }

    private static int? LevelOf(string? style, ListDefinition list)
    {
        var at = style is null ? -1 : list.Levels.ToList().FindIndex(level => level.Style == style);
        return at < 0 ? null : at;
    }

    private void Advance(string id, ListDefinition list, int level, int?[] count)
    {
        foreach (var (anew, number) in list.Starts)
        {
            if (anew <= level && started.Add((id, anew)))
            {
                count[anew] = anew == level ? null : number;
            }
        }

        for (var above = 0; above < level; above++)
        {
            count[above] ??= Start(list, above);
        }

        count[level] = count[level] is { } last ? (last < int.MaxValue ? last + 1 : last) : Start(list, level);
        for (var below = level + 1; below < 9; below++)
        {
            if (list.Levels[below].Restart is not { } restart || level < restart)
            {
                count[below] = null;
            }
        }
    }

    private static int Start(ListDefinition list, int level) => list.Starts.TryGetValue(level, out var start) ? start : list.Levels[level].Start;

    private static string Marker(ListDefinition list, int level, int?[] count)
    {
        var definition = list.Levels[level];
        if (definition.Format == "bullet")
        {
            return BulletSigns.Of(definition.Pattern.Trim(), definition.Font);
        }

        var marker = new StringBuilder();
        var pattern = definition.Pattern;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length && pattern[i + 1] is >= '1' and <= '9')
            {
                var of = pattern[++i] - '1';
                var number = count[of] ?? Start(list, of);
                marker.Append(definition.Decimal ? number.ToString(CultureInfo.InvariantCulture) : NumberFormats.Format(number, list.Levels[of].Format));
            }
            else
            {
                marker.Append(pattern[i]);
            }
        }

        return marker.ToString().Trim();
    }
}
