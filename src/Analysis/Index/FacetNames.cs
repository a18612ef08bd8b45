namespace FeedbackLab.Analysis.Index;

/// <summary>The facets that the index itself knows.</summary>
public static class FacetNames
{
    /// <summary>Who a comment comes from, asked or not.</summary>
    public const string Respondent = "respondent";

    /// <summary>The same of those who count as respondents; distinct respondents are counted by it.</summary>
    public const string AskedRespondent = "askedRespondent";

    /// <summary>The year, as digits.</summary>
    public const string Year = "year";
}
