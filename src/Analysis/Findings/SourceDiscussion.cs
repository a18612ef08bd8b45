using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Findings;

/// <summary>What a source's own discussion (考察, まとめ …) names, beside what its comments say.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="IsOwn">Whether the counts are of this source's comments; false where it has none, so that they are of all comments analysed.</param>
/// <param name="Passages">The discussion's passages, by place.</param>
/// <param name="Themes">One a code, in the order of the findings' themes.</param>
/// <param name="Uncovered">Headings under which neither the heading nor a passage has a code, by line: what the codebook does not know.</param>
public sealed record SourceDiscussion(
    string Source,
    bool IsOwn,
    ImmutableArray<DiscussionPassage> Passages,
    ImmutableArray<DiscussedTheme> Themes,
    ImmutableArray<SourceHeading> Uncovered)
{
    /// <summary>Themes that many mention and the discussion does not.</summary>
    public IEnumerable<DiscussedTheme> OnlyInComments => Themes.Where(t => t.Verdict == DiscussionVerdict.OnlyInComments);

    /// <summary>Themes that the discussion names and few or no comments do.</summary>
    public IEnumerable<DiscussedTheme> OnlyInDiscussion => Themes.Where(t => t.Verdict == DiscussionVerdict.OnlyInDiscussion);
}

/// <summary>A passage of a discussion.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Headings">The headings above it, from the one that opens the discussion.</param>
/// <param name="Text">Its words.</param>
/// <param name="Codings">Its codes by the same codebook, sentence by sentence, best first, each once; evidence in its text.</param>
public sealed record DiscussionPassage(
    Place Place, ImmutableArray<SourceHeading> Headings, string Text, ImmutableArray<Coding> Codings);

/// <summary>A code in a discussion and in the comments.</summary>
/// <param name="Code">The code's id.</param>
/// <param name="Headings">Headings that have it, by line.</param>
/// <param name="Passages">Indexes of the passages that have it.</param>
/// <param name="Respondents">Known respondents that mention it, of those asked.</param>
/// <param name="Comments">Comments that carry it, of those analysed.</param>
/// <param name="Verdict">What the two say together.</param>
public sealed record DiscussedTheme(
    string Code,
    ImmutableArray<SourceHeading> Headings,
    ImmutableArray<int> Passages,
    DocumentFrequency Respondents,
    DocumentFrequency Comments,
    DiscussionVerdict Verdict)
{
    /// <summary>As of a theme (<see cref="ThemeFinding.Speakers"/>), in those comments.</summary>
    public int Speakers { get; init; }

    /// <summary>Whether the discussion names it, in a heading or in its words.</summary>
    public bool IsNamed => !Headings.IsEmpty || !Passages.IsEmpty;
}

/// <summary>What discussion and comments say of a theme together.</summary>
public enum DiscussionVerdict
{
    /// <summary>Both name it.</summary>
    Both,

    /// <summary>The discussion names it, fewer than <see cref="Statistics.SmallNumbers.FewestOfMany"/> mention it.</summary>
    OnlyInDiscussion,

    /// <summary>A fifth of the respondents or more mention it (of the comments, where no respondent is known), the discussion does not.</summary>
    OnlyInComments,

    /// <summary>Some mention it, not many; the discussion does not.</summary>
    SomeComments,

    /// <summary>Nobody mentions it.</summary>
    Neither,
}
