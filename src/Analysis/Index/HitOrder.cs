namespace FeedbackLab.Analysis.Index;

/// <summary>What hits are ordered by; equals stand in the order of the index, which is that of adding.</summary>
/// <param name="Facet">The facet, by its first value (numbers as numbers, before other text); comments without one come last. Null for the order of the index.</param>
/// <param name="IsDescending">Whether the highest value comes first.</param>
public sealed record HitOrder(string? Facet, bool IsDescending = false)
{
    /// <summary>By year, the latest first.</summary>
    public static HitOrder LatestFirst { get; } = new(FacetNames.Year, IsDescending: true);

    /// <summary>By respondent.</summary>
    public static HitOrder ByRespondent { get; } = new(FacetNames.Respondent);

    /// <summary>As the comments were added: by place.</summary>
    public static HitOrder ByPlace { get; } = new(Facet: null);
}
