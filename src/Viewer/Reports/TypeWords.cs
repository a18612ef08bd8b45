using FeedbackLab.Analysis.Findings;
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
