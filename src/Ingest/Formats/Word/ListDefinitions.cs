using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;

namespace FeedbackLab.Ingest.Formats.Word;

/// <summary>A list as paragraphs refer to it.</summary>
/// <param name="Shared">The key of what its numbers are counted in: lists of the same make count on together.</param>
/// <param name="Levels">Its levels.</param>
/// <param name="Starts">The levels whose count this list starts anew, with the first number.</param>
internal sealed record ListDefinition(string Shared, ImmutableArray<ListLevel> Levels, ImmutableDictionary<int, int> Starts);

/// <summary>Reads the lists of a document.</summary>
internal static class ListDefinitions
{
    private const int LongestPattern = 40;

    /// <summary>The lists by their number.</summary>
    /// <param name="root">The element <c>w:numbering</c>; null where there is none.</param>
    public static ImmutableDictionary<string, ListDefinition> Read(XElement? root)
    {
        var makes = new Dictionary<string, XElement>(StringComparer.Ordinal);
        var byStyle = new Dictionary<string, XElement>(StringComparer.Ordinal);
        foreach (var make in root.Children("abstractNum"))
        {
            makes.TryAdd(make.Setting("abstractNumId") ?? "", make);
            byStyle.TryAdd(make.Value("styleLink") ?? "", make);
        }

        var levels = new Dictionary<XElement, ImmutableArray<ListLevel>>();
        var lists = ImmutableDictionary.CreateBuilder<string, ListDefinition>(StringComparer.Ordinal);
        foreach (var list in root.Children("num"))
        {
            if (!makes.TryGetValue(list.Value("abstractNumId") ?? "", out var make) || list.Setting("numId") is not { } id)
            {
                continue;
            }

            make = make.Value("numStyleLink") is { } link && byStyle.TryGetValue(link, out var linked) ? linked : make;
            if (!levels.TryGetValue(make, out var own))
            {
                own = levels[make] = Levels(make.Children("lvl"), Defaults);
            }

            var overrides = list.Children("lvlOverride").Select(o => (Level: Index(o), Element: o)).Where(o => o.Level >= 0).DistinctBy(o => o.Level).ToList();
            lists[id] = new ListDefinition(
                make.Setting("abstractNumId") ?? "",
                Levels(overrides.SelectMany(o => o.Element.Children("lvl").Take(1)), own),
                overrides.Where(o => o.Element.Number("startOverride") is not null).ToImmutableDictionary(o => o.Level, o => o.Element.Number("startOverride")!.Value));
        }

        return lists.ToImmutable();
    }

    private static ImmutableArray<ListLevel> Defaults { get; } = [.. Enumerable.Repeat(new ListLevel(1, "decimal", "", null, null, false, null), 9)];

    private static ImmutableArray<ListLevel> Levels(IEnumerable<XElement> found, ImmutableArray<ListLevel> defaults)
    {
        var levels = defaults.ToBuilder();
        foreach (var level in found)
        {
            if (Index(level) is >= 0 and var index)
            {
                var fonts = level.Child("rPr").Child("rFonts");
                var pattern = level.Value("lvlText") ?? "";
                levels[index] = new ListLevel(
                    level.Number("start") ?? 0,
                    Format(level),
                    pattern.Length > LongestPattern ? pattern[..LongestPattern] : pattern,
                    fonts.Setting("ascii") ?? fonts.Setting("hAnsi") ?? fonts.Setting("eastAsia"),
                    level.Number("lvlRestart"),
                    level.Switch("isLgl") ?? false,
                    level.Value("pStyle"));
            }
        }

        return levels.ToImmutable();
    }

    private static string Format(XElement level) => level.Chosen().FirstOrDefault(child => WordXml.NameOf(child) == "numFmt").Setting("val") ?? "decimal";

    private static int Index(XElement element) =>
        int.TryParse(element.Setting("ilvl"), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < 9 ? index : -1;
}
