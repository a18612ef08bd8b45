using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using FeedbackLab.Analysis.Statistics.CrossTables;
using FeedbackLab.Viewer.Charts;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Server;

namespace FeedbackLab.Viewer.Pages.Themes;

/// <summary>One theme by years, areas and what else came with the comments.</summary>
/// <param name="snapshot">The analysis.</param>
/// <param name="words">The page's words.</param>
/// <param name="language">The language of the user.</param>
internal sealed class ThemeGroups(AnalysisSnapshot snapshot, ThemesWords words, ScreenLanguage language)
{
    private const int MostValues = 60;

    // A table serves all themes, and every page of one analysis.
    private static readonly ConditionalWeakTable<AnalysisSnapshot, ConcurrentDictionary<CrossAttribute, CrossTable>> Tables = [];

    /// <summary>What a theme can be divided by, each with its name in the address: year and area first.</summary>
    public ImmutableArray<(string Key, string Name)> Choices
    {
        get
        {
            var corpus = snapshot.Findings.Corpus;
            var area = CrossAttribute.Of("area", corpus);
            IEnumerable<(string Key, string Name)> all =
            [
                ("year", words.Group(CrossKind.Year)),
                .. area is null ? Array.Empty<(string, string)>() : [(area.Name, area.Name)],
                ("question", words.Group(CrossKind.Question)),
                ("source", words.Group(CrossKind.Source)),
                ("type", words.Group(CrossKind.Type)),
                ("meeting", words.Group(CrossKind.Meeting)),
                .. CrossAttribute.Names(corpus).Where(n => n != area?.Name).Select(n => (n, n)),
            ];
            return [.. all.Where(c => Values(c.Key) is > 1 and <= MostValues)];
        }
    }

    /// <summary>The figure of a theme by one attribute; null where there is no such attribute.</summary>
    /// <param name="code">The code's id.</param>
    /// <param name="key">The attribute's name in the address.</param>
    public PageFigure? Of(string code, string key)
    {
        if (CrossAttribute.Of(key, snapshot.Findings.Corpus) is not { } attribute || snapshot.Theme(code) is not { } theme)
        {
            return null;
        }

        // Nothing is tested here: one draw is enough.
        var table = Tables.GetOrCreateValue(snapshot).GetOrAdd(attribute, a => CrossTable.Of(snapshot.Findings, a, draws: 1));
        var row = table.Themes.FirstOrDefault(t => t.Code.Id == code);
        var title = words.ByGroup(language.Pick(theme.Code.Name), table.Unit, Choices.FirstOrDefault(c => c.Key == key).Name ?? key);
        string? Url(string group) =>
            (table.ValuesOf(group).Length > 1 ? CommentSelection.All.With(table, group) : Selection(attribute, group)) is { } selection ? (selection with { Theme = code }).Url : null;
        return new PageFigure(
            GroupBars.Of("by-" + key, title, table, row, snapshot.Findings, g => Url(g) is { } url ? AnchorLinks.To(url) : null, language),
            new ExportTable(
                new(title, title),
                [new("group", words.GroupColumn), new("count", words.Mention), new("asked", words.Asked), new("comments", words.CommentsColumn)],
                [
                    .. table.Groups.Select((g, i) => ImmutableArray.Create<object?>(
                        language.Pick(CrossTables.NameOf(attribute, g.Name, snapshot.Findings)), GroupBars.CellOf(table, row, i)?.Count, GroupBars.CellOf(table, row, i)?.Of, row?.Comments[i].Length ?? 0)),
                ],
                []),
            [.. table.Groups.Select((g, i) => ImmutableArray.Create(null, row?.Cells[i] is { Count: > 0 } ? Url(g.Name) : null, null, row?.Comments[i].Length > 0 ? Url(g.Name) : null))]);
    }

    private static CommentSelection? Selection(CrossAttribute attribute, string group) => attribute.Kind switch
    {
        CrossKind.Year => new CommentSelection { Year = int.Parse(group, CultureInfo.InvariantCulture) },
        CrossKind.Question => new CommentSelection { Question = group },
        CrossKind.Source => new CommentSelection { Source = group },
        CrossKind.Meeting => new CommentSelection { Meeting = group },
        CrossKind.Respondent => new CommentSelection { Respondent = group },
        CrossKind.Type => new CommentSelection { Type = group },
        CrossKind.Attribute => new CommentSelection { Attribute = attribute.Name, Value = group },
        _ => null,
    };

    private int Values(string key) => CrossAttribute.Of(key, snapshot.Findings.Corpus) is { } attribute
        ? snapshot.Findings.Comments.SelectMany(c => attribute.GroupsOf(c.Comment, c.Types)).Distinct(StringComparer.Ordinal).Take(MostValues + 1).Count()
        : 0;
}
