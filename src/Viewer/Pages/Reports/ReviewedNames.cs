using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Privacy;
using FeedbackLab.Viewer.Commands.Privacy;

namespace FeedbackLab.Viewer.Pages.Reports;

/// <summary>Names and doubtful words of the comments, with what people decided on them.</summary>
/// <param name="All">All of them.</param>
/// <param name="Open">Those that somebody has to look at before anything is published, each with the words around it.</param>
internal sealed record ReviewedNames(ImmutableArray<ReviewEntry> All, ImmutableArray<(ReviewEntry Entry, string Around)> Open)
{
    /// <summary>How many are masked without anybody having to look.</summary>
    public int Masked { get; } = All.Count(e => e.IsMasked && !e.IsOpen);

    /// <summary>The names of some findings; long work.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="decisions">What people decided.</param>
    public static ReviewedNames Of(AnalysisFindings findings, ImmutableArray<NameDecision> decisions)
    {
        var all = Publication.Review(findings, decisions, PrivacyWords.Default);
        var comments = findings.Corpus.Comments.ToLookup(c => c.Id, StringComparer.Ordinal);
        return new ReviewedNames(all, [.. all.Where(e => e.IsOpen).Select(e => (e, PrivacyCommand.Context(e.Places[0], comments)))]);
    }
}
