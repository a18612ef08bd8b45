using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Statistics.Years;

/// <summary>By which versions of the codebook the comments of a year were coded.</summary>
/// <param name="Year">The year.</param>
/// <param name="Version">The version in force when its first comments came in; the first one where there was none yet.</param>
/// <param name="Decided">On how many comments people decided, by code and version.</param>
public sealed record YearCoding(int Year, int Version, ImmutableArray<DecidedComments> Decided)
{
    /// <summary>How many comments of the year people decided on before a version.</summary>
    /// <param name="code">The code's id.</param>
    /// <param name="version">The version.</param>
    public int DecidedBefore(string code, int version) => Decided.Where(d => d.Code == code && d.Version < version).Sum(d => d.Comments);
}

/// <summary>Comments on which people decided.</summary>
/// <param name="Code">The code's id; that of the latest version, whatever it was called then.</param>
/// <param name="Version">The version of the codebook that they had.</param>
/// <param name="Comments">How many.</param>
public readonly record struct DecidedComments(string Code, int Version, int Comments);
