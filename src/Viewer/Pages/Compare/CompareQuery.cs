using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics.CrossTables;
using FeedbackLab.Viewer.Server;
using Microsoft.AspNetCore.Http;

namespace FeedbackLab.Viewer.Pages.Compare;

/// <summary>What the address of a comparison asks for.</summary>
/// <param name="By">What the comments are grouped by.</param>
/// <param name="Unit">What is counted; null where the findings leave no choice.</param>
/// <param name="Filter">Which comments; a question that is written in several ways by the first of them.</param>
/// <param name="From">The earlier of two years; null where there are no two.</param>
/// <param name="To">The later of two years.</param>
public sealed record CompareQuery(CrossAttribute By, CrossUnit? Unit, CrossFilter Filter, int? From, int? To)
{
    /// <summary>Most groups of an attribute that comments can be narrowed by.</summary>
    public const int MostChoices = 40;

    private const int MostGroups = 400;

    // Every page asks several times, and all comments are looked at for each of them.
    private static readonly ConditionalWeakTable<AnalysisFindings, StrongBox<ImmutableArray<CrossAttribute>>> AttributesOf = [];

    /// <summary>The page's address.</summary>
    public string Url => "/compare" + Parts;

    /// <summary>The address' parts: <c>?by=…</c>.</summary>
    public string Parts => QueryString.Create(
        new KeyValuePair<string, string?>[]
        {
            new("by", FilterQuery.Word(By)),
            new("unit", Unit?.ToString().ToLowerInvariant()),
            new("from", From?.ToString(CultureInfo.InvariantCulture)),
            new("to", To?.ToString(CultureInfo.InvariantCulture)),
        }.Concat(FilterQuery.Parts(Filter)).Where(p => p.Value is not null)).ToString();

    internal string ResultKey => Parts;

    /// <summary>What an address asks for; what it leaves out, or names without there being any, is chosen.</summary>
    /// <param name="query">The address' query.</param>
    /// <param name="findings">What was found.</param>
    public static CompareQuery Of(IQueryCollection query, AnalysisFindings findings)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(findings);
        var attributes = Attributes(findings);
        var by = FilterQuery.AttributeOf(query["by"]) is { } asked && attributes.Contains(asked) ? asked : Default(findings, attributes);
        var unit = findings.Respondents.IsEmpty ? (CrossUnit?)null : query["unit"] == "comments" ? CrossUnit.Comments : CrossUnit.Respondents;
        var (from, to) = (Year(query["from"], findings), Year(query["to"], findings));
        var years = findings.Years.Length < 2 ? ((int?)null, (int?)null) : from < to ? (from, to) : (findings.Years[^2], findings.Years[^1]);
        return new CompareQuery(by, unit, FilterQuery.Of(query).United(findings.Corpus), years.Item1, years.Item2);
    }

    /// <summary>What comments can be grouped and narrowed by, in the order of the tabs.</summary>
    /// <param name="findings">What was found.</param>
    public static ImmutableArray<CrossAttribute> Attributes(AnalysisFindings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return AttributesOf.GetValue(findings, f => new StrongBox<ImmutableArray<CrossAttribute>>(Find(f))).Value;
    }

    private static ImmutableArray<CrossAttribute> Find(AnalysisFindings findings)
    {
        var all = new[] { new CrossAttribute(CrossKind.Year, string.Empty) }
            .Concat(CrossAttribute.Names(findings.Corpus).Select(n => new CrossAttribute(CrossKind.Attribute, n)))
            .Concat(new[] { CrossKind.Question, CrossKind.Respondent, CrossKind.Type, CrossKind.Kind, CrossKind.Source, CrossKind.Meeting }.Select(k => new CrossAttribute(k, string.Empty)));
        return [.. all.Where(a => a.GroupsIn(findings).Length is > 0 and <= MostGroups || a.Kind == CrossKind.Respondent)];
    }

    /// <summary>The same with another grouping.</summary>
    /// <param name="by">What to group by.</param>
    public CompareQuery GroupedBy(CrossAttribute by) => this with { By = by };

    /// <summary>The same without a value of the filter.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="value">The value.</param>
    public CompareQuery Without(CrossAttribute attribute, string value) => this with
    {
        Filter = new CrossFilter(
        [
            .. Filter.Conditions
                .Select(c => c.Attribute == attribute ? c with { Values = c.Values.Remove(value) } : c)
                .Where(c => !c.Values.IsEmpty),
        ]),
    };

    private static CrossAttribute Default(AnalysisFindings findings, ImmutableArray<CrossAttribute> attributes) =>
        findings.Years.Length > 1 ? new CrossAttribute(CrossKind.Year, string.Empty)
        : CrossAttribute.Of("area", findings.Corpus) is { } area && attributes.Contains(area) ? area
        : attributes.FirstOrDefault(a => a.Kind == CrossKind.Question && a.GroupsIn(findings).Length > 1)
            ?? attributes.FirstOrDefault(a => a.Kind == CrossKind.Respondent && !findings.Respondents.IsEmpty)
            ?? attributes.FirstOrDefault(a => a.Kind == CrossKind.Type)
            ?? new CrossAttribute(CrossKind.Source, string.Empty);

    private static int? Year(string? text, AnalysisFindings findings) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && findings.Years.Contains(year) ? year : null;
}
