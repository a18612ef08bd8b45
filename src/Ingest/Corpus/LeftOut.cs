using System.Collections.Immutable;

namespace FeedbackLab.Ingest.Corpus;

/// <summary>A passage or a cell that was read but is not a comment; it stays in the ledger.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Reason">Why it is not analysed.</param>
/// <param name="Respondent">Whose answer it would have been; null where unknown, and where nobody was asked (minutes, statements, reports).</param>
/// <param name="Question">The question it would have answered; null where there is none.</param>
/// <param name="Year">As for a comment.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Text">The words; empty for an empty cell.</param>
public sealed record LeftOut(
    string Source,
    LeftOutReason Reason,
    string? Respondent,
    string? Question,
    int? Year,
    Place Place,
    string Text)
{
    /// <summary>What else came with it, as with a comment: other columns of its row. A cell without words is somebody's, of some area.</summary>
    public ImmutableArray<CommentAttribute> Attributes { get; init; } = [];

    /// <summary>
    /// Where the passage belongs to the source's own discussion (考察, まとめ …): the headings from the one that opens it down to the passage; empty
    /// elsewhere.
    /// </summary>
    public ImmutableArray<SourceHeading> Discussion { get; init; } = [];
}

/// <summary>Why a passage is not analysed.</summary>
public enum LeftOutReason
{
    /// <summary>A cell without words, or 「無回答」 and its like: asked, no answer.</summary>
    Blank,

    /// <summary>The question was not put: its column is empty for the whole year, or the cell says 対象外.</summary>
    NotAsked,

    /// <summary>「特になし」 and its like: the respondent has nothing to say.</summary>
    NothingToSay,

    /// <summary>「同上」: the answer is the one before.</summary>
    AsAbove,

    /// <summary>「別紙のとおり」: the answer stands in another document.</summary>
    Elsewhere,

    /// <summary>Prose around the comments (background, method, discussion): not what a respondent said.</summary>
    Aside,
}
