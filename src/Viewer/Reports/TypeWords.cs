using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Search;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Reports;

/// <summary>Names of the enumerations on screen.</summary>
internal static class TypeWords
{
    public static string Of(CommentType type, ScreenLanguage language) => language.Pick(FieldNames.Of(type), type switch
    {
        CommentType.Request => "request",
        CommentType.Concern => "concern",
        CommentType.Issue => "issue",
        CommentType.Merit => "merit",
        CommentType.Question => "question",
        CommentType.Fact => "fact",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    });

    public static BilingualText Of(CommentKind kind) => kind switch
    {
        CommentKind.Answer => new("アンケートの回答", "answers"),
        CommentKind.Meeting => new("会議の記録", "minutes"),
        CommentKind.Statement => new("意見書・要望書", "statements"),
        CommentKind.Report => new("報告書", "reports"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static BilingualText Of(SourceFormat format) => format switch
    {
        SourceFormat.Text => new("テキスト", "text"),
        SourceFormat.Delimited => new("CSV", "CSV"),
        SourceFormat.Excel => new("Excel", "Excel"),
        SourceFormat.Word => new("Word", "Word"),
        SourceFormat.Pdf => new("PDF", "PDF"),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };

    /// <summary>A value of a facet that stands for an enumeration; any other as it is.</summary>
    public static string Of(string facet, string value, ScreenLanguage language) => facet switch
    {
        SearchFacets.Kind when Enum.GetValues<CommentKind>().Cast<CommentKind?>().FirstOrDefault(k => FieldNames.Of(k!.Value) == value) is { } kind => language.Pick(Of(kind)),
        SearchFacets.Type when Enum.GetValues<CommentType>().Cast<CommentType?>().FirstOrDefault(t => FieldNames.Of(t!.Value) == value) is { } type => Of(type, language),
        _ => value,
    };

    public static BilingualText Of(LeftOutReason reason) => reason switch
    {
        LeftOutReason.Blank => new("空欄", "blank"),
        LeftOutReason.NothingToSay => new("「特になし」など", "“nothing to say”"),
        LeftOutReason.NotAsked => new("尋ねていない", "not asked"),
        LeftOutReason.AsAbove => new("「同上」", "“as above”"),
        LeftOutReason.Elsewhere => new("「別紙のとおり」", "“see the attachment”"),
        LeftOutReason.Aside => new("意見以外の文章", "prose around the comments"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    public static BilingualText Of(ColumnRole role) => role switch
    {
        ColumnRole.Text => new("意見", "comments"),
        ColumnRole.Respondent => new("回答者", "respondent"),
        ColumnRole.Question => new("設問", "question"),
        ColumnRole.Year => new("年", "year"),
        ColumnRole.Attribute => new("属性", "attribute"),
        ColumnRole.Personal => new("個人の属性", "personal attribute"),
        ColumnRole.Ignored => new("読まない", "not read"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
