using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Search;
using FeedbackLab.Analysis.Statistics.CrossTables;
using FeedbackLab.Analysis.Statistics.Years;
using FeedbackLab.Viewer.Exports;
using Microsoft.AspNetCore.Http;

namespace FeedbackLab.Viewer.Server;

/// <summary>Which comments stand behind a number or a mark; its address shows them. Conditions are joined by "and".</summary>
public sealed record CommentSelection
{
    /// <summary>In place of a theme: comments that fit none.</summary>
    public const string NoTheme = "-";

    /// <summary>All comments analysed.</summary>
    public static readonly CommentSelection All = new();

    /// <summary>Id of a code that they carry; <see cref="NoTheme"/> for none; null for any.</summary>
    public string? Theme { get; init; }

    /// <summary>Id of a code that they carry, or any code under it.</summary>
    public string? Under { get; init; }

    /// <summary>Whose answers they are; empty for those that count in no respondent; null for anybody.</summary>
    public string? Respondent { get; init; }

    /// <summary>Who said them, asked or not; null for anybody.</summary>
    public string? Speaker { get; init; }

    /// <summary>Their year.</summary>
    public int? Year { get; init; }

    /// <summary>Name of their source.</summary>
    public string? Source { get; init; }

    /// <summary>The question that they answer.</summary>
    public string? Question { get; init; }

    /// <summary>Number of their group.</summary>
    public int? Cluster { get; init; }

    /// <summary>Number of the possible new theme that they belong to.</summary>
    public int? NewTheme { get; init; }

    /// <summary>Id of their meeting.</summary>
    public string? Meeting { get; init; }

    /// <summary>What they do, by its name in exports.</summary>
    public string? Type { get; init; }

    /// <summary>Name of an attribute, with <see cref="Value"/>.</summary>
    public string? Attribute { get; init; }

    /// <summary>Value of <see cref="Attribute"/>.</summary>
    public string? Value { get; init; }

    /// <summary>Respondents by when they mention the theme, of two years; nothing without a theme.</summary>
    public YearChange? Change { get; init; }

    /// <summary>Further conditions, each with several values.</summary>
    public CrossFilter In { get; init; } = CrossFilter.All;

    /// <summary>The page that lists them.</summary>
    public string Url => "/comments" + QueryString.Create(Parts().Concat(FilterQuery.Parts(In)).Where(p => p.Value is not null));

    /// <summary>Those of them that stand in a group of a cross table.</summary>
    /// <param name="attribute">What they are grouped by.</param>
    /// <param name="group">The group.</param>
    public CommentSelection With(CrossAttribute attribute, string group)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return attribute.Kind switch
        {
            CrossKind.Year when Year is null => this with { Year = int.Parse(group, CultureInfo.InvariantCulture) },
            CrossKind.Question when Question is null => this with { Question = group },
            CrossKind.Source when Source is null => this with { Source = group },
            CrossKind.Meeting when Meeting is null => this with { Meeting = group },
            CrossKind.Respondent when Respondent is null => this with { Respondent = group },
            CrossKind.Type when Type is null => this with { Type = FieldNames.Of(Enum.GetValues<CommentType>().First(t => SearchFacets.NameOf(t) == group)) },
            CrossKind.Attribute when Attribute is null => this with { Attribute = attribute.Name, Value = group },
            _ => this with { In = new CrossFilter(In.Conditions.Add(new CrossCondition(attribute, [group]))) },
        };
    }

    /// <summary>Those of them that stand in a group of a cross table, which may hold several values.</summary>
    /// <param name="table">The table.</param>
    /// <param name="group">The group's name.</param>
    public CommentSelection With(CrossTable table, string group)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.ValuesOf(group) is { Length: > 1 } values
            ? this with { In = new CrossFilter(In.Conditions.RemoveAll(c => c.Attribute == table.Attribute).Add(new CrossCondition(table.Attribute, values))) }
            : With(table.Attribute, group);
    }

    /// <summary>The page of one comment in its source.</summary>
    /// <param name="id">The comment's id.</param>
    public static string UrlOf(string id) => "/comments/" + Uri.EscapeDataString(id);

    /// <summary>The selection that a request's address names; what is no value of its kind is left out.</summary>
    /// <param name="query">The query.</param>
    public static CommentSelection Of(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        string? Text(string name) => query.TryGetValue(name, out var values) ? values[0] : null;
        int? Number(string name) => int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return new CommentSelection
        {
            Theme = Text("theme"),
            Under = Text("under"),
            Respondent = Text("respondent"),
            Speaker = Text("speaker"),
            Year = Number("year"),
            Source = Text("source"),
            Question = Text("question"),
            Cluster = Number("cluster"),
            NewTheme = Number("new"),
            Meeting = Text("meeting"),
            Type = Text("type"),
            Attribute = Text("attribute"),
            Value = Text("value"),
            Change = YearChange.Of(Text("change")),
            In = FilterQuery.Of(query),
        };
    }

    /// <summary>The comments of an analysis that are among them, in its order.</summary>
    /// <param name="snapshot">The analysis.</param>
    public IEnumerable<AnalysedComment> Among(AnalysisSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var findings = snapshot.Findings;
        var chosen = findings.Comments.Where(Holds);
        if (Under is { } above)
        {
            var codes = snapshot.Tree.Find(above)?.Lines().Select(l => l.Node.Code.Id).ToHashSet(StringComparer.Ordinal) ?? [];
            chosen = chosen.Where(c => c.Codings.Any(k => codes.Contains(k.Code) && IsStanding(k)));
        }

        if (Change is not { } change || Theme is not { } code)
        {
            return chosen;
        }

        // Counted in the comments that the other conditions leave, as the comparison counts them.
        var narrowed = In.Narrow(findings);
        if (narrowed.Themes.FirstOrDefault(t => t.Code.Id == code) is not { } theme)
        {
            return [];
        }

        var respondents = change.Among(PairedRespondents.Of(theme, narrowed, change.Earlier, change.Later, findings.Corpus));
        return chosen.Where(c => (c.Comment.Year == change.Earlier || c.Comment.Year == change.Later) && c.Comment.AskedRespondent is { } who && respondents.Contains(who));
    }

    // What the comment itself tells.
    private bool Holds(AnalysedComment analysed)
    {
        var comment = analysed.Comment;
        return (Theme is null || (Theme == NoTheme ? !analysed.Codings.Any(IsStanding) : analysed.Codings.Any(c => c.Code == Theme && IsStanding(c))))
            && (Respondent is null || (comment.AskedRespondent ?? string.Empty) == Respondent)
            && (Speaker is null || comment.Respondent == Speaker)
            && (Year is null || comment.Year == Year)
            && (Source is null || comment.Source == Source)
            && (Question is null || comment.Question == Question)
            && (Cluster is null || analysed.Cluster == Cluster)
            && (NewTheme is null || analysed.NewTheme == NewTheme)
            && (Meeting is null || comment.Meeting == Meeting)
            && (Type is null || analysed.Types.Any(t => FieldNames.Of(t) == Type))
            && (Attribute is null || comment.Attributes.Any(a => a.Name == Attribute && (Value is null || a.Value == Value)))
            && In.Holds(comment, analysed.Types);
    }

    private static bool IsStanding(Coding coding) => coding.State != CodingState.Rejected;

    private IEnumerable<KeyValuePair<string, string?>> Parts() =>
    [
        new("theme", Theme),
        new("under", Under),
        new("respondent", Respondent),
        new("speaker", Speaker),
        new("year", Year?.ToString(CultureInfo.InvariantCulture)),
        new("source", Source),
        new("question", Question),
        new("cluster", Cluster?.ToString(CultureInfo.InvariantCulture)),
        new("new", NewTheme?.ToString(CultureInfo.InvariantCulture)),
        new("meeting", Meeting),
        new("type", Type),
        new("attribute", Attribute),
        new("value", Value),
        new("change", Change?.Word),
    ];
}
