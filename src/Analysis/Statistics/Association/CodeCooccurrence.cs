using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics.CrossTables;
using FeedbackLab.Analysis.Statistics.ExactTests;
using FeedbackLab.Analysis.Statistics.Multiplicity;
using FeedbackLab.Analysis.Themes.Codebooks;

namespace FeedbackLab.Analysis.Statistics.Association;

/// <summary>Two codes that the same respondents or comments have, or do not.</summary>
/// <remarks>
/// The test rests on respondents: a comment answers one question, so that what is told to two questions never stands in one comment. It rests on
/// comments where none has a respondent, as in meetings.
/// </remarks>
/// <param name="First">The one that stands first in the findings.</param>
/// <param name="Second">The other.</param>
/// <param name="Comments">The comments that carry them, of all.</param>
/// <param name="Respondents">The known respondents that mention them, in whichever comments, of those with a comment.</param>
/// <param name="Unit">What the test rests on.</param>
/// <param name="Test">Fisher's exact test; too few where even all of the rarer in the other would say nothing.</param>
/// <param name="Adjusted">Its p, adjusted for all pairs tested (Benjamini and Hochberg); null where too few.</param>
public sealed record CodeCooccurrence(
    Code First, Code Second, WordAssociation Comments, WordAssociation Respondents, CrossUnit Unit, ExactResult Test, double? Adjusted)
{
    /// <summary>The counts that the test rests on: of respondents or of comments.</summary>
    public WordAssociation Tested => Unit == CrossUnit.Respondents ? Respondents : Comments;

    /// <summary>Every pair of codes that comments carry.</summary>
    /// <param name="findings">What was found.</param>
    /// <returns>By Jaccard of the counts tested, descending, then the findings' order.</returns>
    public static ImmutableArray<CodeCooccurrence> Of(AnalysisFindings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);

        // Who said nothing mentions no theme whatever it is: beside the others such respondents would draw all themes together.
        var respondents = findings.Comments.Select(c => c.Comment.AskedRespondent).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        var unit = respondents > 0 ? CrossUnit.Respondents : CrossUnit.Comments;
        var themes = findings.Themes.Where(t => t.Comments.Count > 0)
            .Select(t => (t.Code, Comments: t.CommentIds.ToHashSet(StringComparer.Ordinal), Respondents: t.ByRespondent.Select(r => r.Respondent).ToHashSet(StringComparer.Ordinal)))
            .ToList();
        var pairs = new List<CodeCooccurrence>();
        for (var i = 0; i < themes.Count; i++)
        {
            for (var j = i + 1; j < themes.Count; j++)
            {
                var pair = new CodeCooccurrence(
                    themes[i].Code,
                    themes[j].Code,
                    Pair(themes[i].Comments, themes[j].Comments, findings.Comments.Length),
                    Pair(themes[i].Respondents, themes[j].Respondents, respondents),
                    unit,
                    default,
                    null);
                var (both, first, second, total) = pair.Tested;
                pairs.Add(pair with { Test = FreemanHalton.Test([both, second - both], [first, total - first]) });
            }
        }

        var adjusted = BenjaminiHochberg.Adjust([.. pairs.Where(p => !p.Test.IsTooFew).Select(p => p.Test.P)]);
        var next = 0;
        return [.. pairs.ConvertAll(p => p.Test.IsTooFew ? p : p with { Adjusted = adjusted[next++] }).OrderByDescending(p => p.Tested.Jaccard)];
    }

    private static WordAssociation Pair(HashSet<string> first, HashSet<string> second, int total) =>
        new(first.Count(second.Contains), first.Count, second.Count, total);
}
