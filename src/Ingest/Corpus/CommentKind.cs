namespace FeedbackLab.Ingest.Corpus;

/// <summary>What sort of passage a comment is; it decides how it is counted and shown.</summary>
public enum CommentKind
{
    /// <summary>An answer to a questionnaire: one bullet, one cell, or one anonymous paragraph.</summary>
    Answer,

    /// <summary>A result or a remark noted in the minutes of a meeting.</summary>
    Meeting,

    /// <summary>A paragraph of a statement that one office signed.</summary>
    Statement,

    /// <summary>A passage of a report that evaluates work done, such as 【成果と課題】.</summary>
    Report,
}
