using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Search;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Mapping;

namespace FeedbackLab.Viewer.Exports;

/// <summary>The values that exported files use for enumerations; part of their format.</summary>
public static class FieldNames
{
    /// <summary><c>answer</c>, <c>meeting</c>, <c>statement</c> or <c>report</c>.</summary>
    /// <param name="kind">The kind.</param>
    public static string Of(CommentKind kind) => SearchFacets.NameOf(kind);

    /// <summary>The kind that a name stands for.</summary>
    /// <param name="name">A name that <see cref="Of(CommentKind)"/> gave.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static CommentKind Kind(string name) =>
        Enum.GetValues<CommentKind>().Cast<CommentKind?>().FirstOrDefault(k => Of(k!.Value) == name)
        ?? throw new FormatException($"'{name}' is no kind of comment.");

    /// <summary>要望, 懸念, 課題, メリット, 質問 or 事実, in every language: they are the field's words.</summary>
    /// <param name="type">The type.</param>
    public static string Of(CommentType type) => SearchFacets.NameOf(type);

    /// <summary><c>proposed</c>, <c>accepted</c>, <c>edited</c> or <c>rejected</c>.</summary>
    /// <param name="state">The state.</param>
    public static string Of(CodingState state) => state switch
    {
        CodingState.Proposed => "proposed",
        CodingState.Accepted => "accepted",
        CodingState.Edited => "edited",
        CodingState.Rejected => "rejected",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary><c>text</c>, <c>delimited</c>, <c>excel</c>, <c>word</c> or <c>pdf</c>.</summary>
    /// <param name="format">The format.</param>
    public static string Of(SourceFormat format) => format switch
    {
        SourceFormat.Text => "text",
        SourceFormat.Delimited => "delimited",
        SourceFormat.Excel => "excel",
        SourceFormat.Word => "word",
        SourceFormat.Pdf => "pdf",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };

    /// <summary><c>blank</c>, <c>not-asked</c>, <c>nothing-to-say</c>, <c>as-above</c>, <c>elsewhere</c> or <c>aside</c>.</summary>
    /// <param name="reason">The reason.</param>
    public static string Of(LeftOutReason reason) => reason switch
    {
        LeftOutReason.Blank => "blank",
        LeftOutReason.NothingToSay => "nothing-to-say",
        LeftOutReason.NotAsked => "not-asked",
        LeftOutReason.AsAbove => "as-above",
        LeftOutReason.Elsewhere => "elsewhere",
        LeftOutReason.Aside => "aside",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    /// <summary><c>text</c>, <c>respondent</c>, <c>question</c>, <c>year</c>, <c>attribute</c>, <c>personal</c> or <c>ignore</c>.</summary>
    /// <param name="role">The role.</param>
    public static string Of(ColumnRole role) => MappingYaml.NameOf(role);
}
