using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Ingest.Corpus;

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
        "テーマ" or "theme" => SearchFacets.Theme,
        "意見の性質" or "性質" or "型" or "type" => SearchFacets.Type,
        _ => name,
    };

    /// <summary>The value that a facet has for what a user writes, in the words of the pages or shorter: 会議の記録 or 会議 for <c>meeting</c>, <c>concern</c> for 懸念; a year in full-width digits in narrow ones; any other as it is.</summary>
    /// <param name="facet">The facet.</param>
    /// <param name="value">The value as written.</param>
    public static string ValueOf(string facet, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return (facet, value.ToLowerInvariant()) switch
        {
            (SearchFacets.Kind, "アンケートの回答" or "回答" or "answers") => SearchFacets.NameOf(CommentKind.Answer),
            (SearchFacets.Kind, "会議の記録" or "会議の発言" or "会議" or "minutes") => SearchFacets.NameOf(CommentKind.Meeting),
            (SearchFacets.Kind, "意見書・要望書" or "意見書" or "要望書" or "文書" or "statements") => SearchFacets.NameOf(CommentKind.Statement),
            (SearchFacets.Kind, "報告書" or "報告" or "reports") => SearchFacets.NameOf(CommentKind.Report),
            (FacetNames.Year, _) => NormalizedText.Of(value).Text,
            (SearchFacets.Type, "request") => SearchFacets.NameOf(CommentType.Request),
            (SearchFacets.Type, "concern") => SearchFacets.NameOf(CommentType.Concern),
            (SearchFacets.Type, "issue") => SearchFacets.NameOf(CommentType.Issue),
            (SearchFacets.Type, "merit") => SearchFacets.NameOf(CommentType.Merit),
            (SearchFacets.Type, "question") => SearchFacets.NameOf(CommentType.Question),
            (SearchFacets.Type, "fact") => SearchFacets.NameOf(CommentType.Fact),
            _ => value,
        };
    }
}
