using System.Collections.Immutable;

namespace FeedbackLab.Viewer.Pages.Search;

/// <summary>A facet as the page shows it.</summary>
/// <param name="Name">The facet.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Values">Its values; chosen ones are among them even without a hit.</param>
/// <param name="More">How many values with hits are not listed.</param>
public sealed record SearchFacetView(string Name, string Title, ImmutableArray<SearchFacetValue> Values, int More)
{
    /// <summary>The name of its check boxes.</summary>
    public string Parameter => SearchState.Parameter(Name);

    /// <summary>How many values are chosen.</summary>
    public int Chosen => Values.Count(v => v.IsChosen);
}

/// <summary>A value of a facet.</summary>
/// <param name="Value">The value.</param>
/// <param name="Label">As people read it.</param>
/// <param name="Comments">Hits with it, were nothing else of the facet chosen.</param>
/// <param name="Respondents">From how many respondents.</param>
/// <param name="IsChosen">Whether it is chosen.</param>
public sealed record SearchFacetValue(string Value, string Label, int Comments, int Respondents, bool IsChosen);
