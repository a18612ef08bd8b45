using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;

namespace FeedbackLab.Analysis.Voices;

/// <summary>A comment quoted for a theme.</summary>
/// <param name="CommentId">The comment.</param>
/// <param name="Reason">Why it was taken.</param>
/// <param name="Part">What is quoted of its untouched text.</param>
/// <param name="Centrality">How near it is to what the theme's speakers say on the whole, 0 to 1, rounded to four decimals.</param>
public sealed record Voice(string CommentId, VoiceReason Reason, TextSpan Part, double Centrality);

/// <summary>Why a comment is quoted.</summary>
public enum VoiceReason
{
    /// <summary>The user wants it.</summary>
    Pinned,

    /// <summary>It says what many say.</summary>
    Central,

    /// <summary>It judges otherwise than most: favourably where most are critical, or the other way round.</summary>
    Dissenting,

    /// <summary>It surely belongs to the theme, but speaks of another side of it than most.</summary>
    Different,
}

/// <summary>The quotations of a theme.</summary>
/// <param name="Code">The code's id.</param>
/// <param name="Voices">In the order shown: pinned, central, then the one that sees it otherwise.</param>
/// <param name="Withheld">How many of the theme's comments may not be quoted, since nobody said that they may.</param>
public sealed record ThemeVoices(string Code, ImmutableArray<Voice> Voices, int Withheld);
