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

    /// <summary>Whether a name is one of these, so that no attribute may have it.</summary>
    /// <param name="name">The name.</param>
    public static bool IsOwn(string name) => name is FacetNames.Respondent or FacetNames.Year or Source or Kind or Question;

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
