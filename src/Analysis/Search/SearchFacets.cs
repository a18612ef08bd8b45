using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Search;

/// <summary>What comments can be narrowed by, beside their attributes.</summary>
public static class SearchFacets
{
    /// <summary>The source's name.</summary>
    public const string Source = "source";

    /// <summary>The kind: <c>answer</c>, <c>meeting</c>, <c>statement</c>, <c>report</c>.</summary>
    public const string Kind = "kind";

    /// <summary>The question that it answers.</summary>
    public const string Question = "question";

    /// <summary>The id of a theme that it was coded with and that nobody rejected; a comment may have several.</summary>
    public const string Theme = "theme";

    /// <summary>What it does: 要望, 懸念, 課題, メリット, 質問 or 事実; a comment may have several.</summary>
    public const string Type = "type";

    /// <summary>Whether a name is one of these, so that no attribute may have it.</summary>
    /// <param name="name">The name.</param>
    public static bool IsOwn(string name) => name is FacetNames.Respondent or FacetNames.AskedRespondent or FacetNames.Year or Source or Kind or Question or Theme or Type;

    /// <summary>The value that a type has, in every language: they are the field's words.</summary>
    /// <param name="type">The type.</param>
    public static string NameOf(CommentType type) => type switch
    {
        CommentType.Request => "要望",
        CommentType.Concern => "懸念",
        CommentType.Issue => "課題",
        CommentType.Merit => "メリット",
        CommentType.Question => "質問",
        CommentType.Fact => "事実",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    /// <summary>The value that a kind has.</summary>
    /// <param name="kind">The kind.</param>
    public static string NameOf(CommentKind kind) => kind switch
    {
        CommentKind.Answer => "answer",
        CommentKind.Meeting => "meeting",
        CommentKind.Statement => "statement",
        CommentKind.Report => "report",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
