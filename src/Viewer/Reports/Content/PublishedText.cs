using FeedbackLab.Analysis.Findings;

namespace FeedbackLab.Viewer.Reports.Content;

/// <summary>The one gate that everything passes before it leaves the machine: names, words and small counts, in every format.</summary>
/// <param name="Words">
/// The findings as they may be published: respondents, meetings, words of comments and of what was left out, attributes, each masked with the
/// stretches of its evidence.
/// </param>
/// <param name="Count">A count as it may be published; null where it is too small.</param>
public sealed record PublishedText(Func<AnalysisFindings, AnalysisFindings> Words, Func<DocumentFrequency, DocumentFrequency?> Count)
{
    /// <summary>
    /// Counts of respondents from 1 to below this are not told, nor counts from which one could be worked out, nor lists by which it could be counted again; null
    /// where everything is told.
    /// </summary>
    public int? Smallest { get; init; }

    /// <summary>What the report calls a comment, of the comment's id: where it leaves the council nothing that could be worked out from the comment's words and place.</summary>
    public Func<string, string> CommentId { get; init; } = id => id;

    /// <summary>Everything as it is: for use within the council.</summary>
    public static PublishedText AsIs { get; } = new(findings => findings, count => count);
}
