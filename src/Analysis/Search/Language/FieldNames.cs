using FeedbackLab.Analysis.Index;

namespace FeedbackLab.Analysis.Search.Language;

/// <summary>The names of fields in queries.</summary>
public static class FieldNames
{
    /// <summary>The facet that a name stands for: the Japanese and English names of the program's own, any other for an attribute.</summary>
    /// <param name="name">The name as written.</param>
    public static string Of(string name) => name switch
    {
        "回答者" or "センター" or "respondent" => FacetNames.Respondent,
        "年" or "年度" or "year" => FacetNames.Year,
        "資料" or "source" => SearchFacets.Source,
        "種類" or "kind" => SearchFacets.Kind,
        "設問" or "question" => SearchFacets.Question,
        _ => name,
    };
}
