using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Search;
using FeedbackLab.Analysis.Search.Contexts;
using Microsoft.AspNetCore.Http;

namespace FeedbackLab.Viewer.Pages.Search;

/// <summary>What is searched and how it is shown; its address holds all of it.</summary>
public sealed record SearchState
{
    /// <summary>Stands before the name of an attribute in the address, so that none can be taken for something else.</summary>
    public const string AttributePrefix = "a:";

    /// <summary>The path of the page.</summary>
    public const string Path = "/search";

    private static readonly ImmutableArray<string> Own =
        [SearchFacets.Theme, FacetNames.Year, FacetNames.Respondent, SearchFacets.Question, SearchFacets.Source, SearchFacets.Kind, SearchFacets.Type];

    /// <summary>What the user typed; empty for every comment.</summary>
    public string Query { get; init; } = string.Empty;

    /// <summary>Whether it is a question in plain words.</summary>
    public bool IsQuestion { get; init; }

    /// <summary>Id of the comment that others are to be like; null where none is.</summary>
    public string? Like { get; init; }

    /// <summary>Values chosen, by facet: any of a facet's, all facets together.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Chosen { get; init; } = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Whether matches are shown below each other in their contexts.</summary>
    public bool IsKwic { get; init; }

    /// <summary>The order: <c>year</c>, <c>respondent</c>, <c>place</c>; empty for relevance, or for place where nothing was typed.</summary>
    public string Sort { get; init; } = string.Empty;

    /// <summary>The places that lines in context are sorted by, such as <c>R1</c>; empty for the order of the comments.</summary>
    public string By { get; init; } = string.Empty;

    /// <summary>The facet of which all values are listed; null for none.</summary>
    public string? More { get; init; }

    /// <summary>The page, 1-based.</summary>
    public int Number { get; init; } = 1;

    /// <summary>Whether anything is asked for.</summary>
    public bool IsEmpty => Query.Length == 0 && Like is null && Chosen.IsEmpty;

    /// <summary>What the hits are ordered by; null for relevance.</summary>
    public HitOrder? Order => Sort switch
    {
        "year" => HitOrder.LatestFirst,
        "respondent" => HitOrder.ByRespondent,
        "place" => HitOrder.ByPlace,
        _ => Query.Length == 0 && Like is null ? HitOrder.ByPlace : null,
    };

    /// <summary>The address.</summary>
    public string Url => Path + QueryString.Create(Parts());

    /// <summary>The name that a facet has in the address.</summary>
    /// <param name="facet">The facet.</param>
    public static string Parameter(string facet) => Own.Contains(facet, StringComparer.Ordinal) ? facet : AttributePrefix + facet;

    /// <summary>The facets that every workspace has, in the order shown.</summary>
    public static ImmutableArray<string> OwnFacets => Own;

    /// <summary>The state that an address names; what is no value of its kind is left out.</summary>
    /// <param name="query">The query.</param>
    public static SearchState Of(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        string Text(string name) => query.TryGetValue(name, out var values) ? values[0] ?? string.Empty : string.Empty;
        var chosen = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var (name, values) in query)
        {
            var facet = name.StartsWith(AttributePrefix, StringComparison.Ordinal) ? name[AttributePrefix.Length..] : Own.FirstOrDefault(o => o == name);
            if (facet is { Length: > 0 } && values.OfType<string>().Where(v => v.Length > 0).Distinct(StringComparer.Ordinal).ToImmutableArray() is { IsEmpty: false } some)
            {
                chosen[facet] = some;
            }
        }

        return new SearchState
        {
            Query = Text("q").Trim(),
            IsQuestion = Text("ask") == "1",
            Like = Text("like") is { Length: > 0 } like ? like : null,
            Chosen = chosen.ToImmutable(),
            IsKwic = Text("view") == "kwic",
            Sort = Text("sort") is "year" or "respondent" or "place" ? Text("sort") : string.Empty,
            By = Concordance.Places(Text("by")) is not null ? Text("by") : string.Empty,
            More = Text("more") is { Length: > 0 } more ? more : null,
            Number = int.TryParse(Text("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 1,
        };
    }

    /// <summary>Without one value of a facet.</summary>
    /// <param name="facet">The facet.</param>
    /// <param name="value">The value.</param>
    public SearchState Without(string facet, string value) =>
        this with
        {
            Number = 1,
            Chosen = Chosen.GetValueOrDefault(facet, []).Remove(value) is { IsEmpty: false } rest ? Chosen.SetItem(facet, rest) : Chosen.Remove(facet),
        };

    private List<KeyValuePair<string, string?>> Parts()
    {
        var parts = new List<KeyValuePair<string, string?>>();
        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                parts.Add(new(name, value));
            }
        }

        Add("q", Query);
        Add("ask", IsQuestion ? "1" : null);
        Add("like", Like);
        foreach (var (facet, values) in Chosen)
        {
            foreach (var value in values)
            {
                Add(Parameter(facet), value);
            }
        }

        Add("view", IsKwic ? "kwic" : null);
        Add("sort", Sort);
        Add("by", By);
        Add("more", More);
        Add("page", Number > 1 ? Number.ToString(CultureInfo.InvariantCulture) : null);
        return parts;
    }
}
