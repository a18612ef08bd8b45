using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics.ExactTests;
using FeedbackLab.Analysis.Statistics.Multiplicity;
using FeedbackLab.Analysis.Themes.Codebooks;

namespace FeedbackLab.Analysis.Statistics.Association;

/// <summary>Two codes that the same comments carry, or do not.</summary>
/// <param name="First">The one that stands first in the findings.</param>
/// <param name="Second">The other.</param>
/// <param name="Comments">The comments that carry them.</param>
/// <param name="Respondents">The known respondents that mention them, in whichever comments.</param>
/// <param name="Test">Fisher's exact test on the comments; too few where even all of the rarer in the other would say nothing.</param>
/// <param name="Adjusted">Its p, adjusted for all pairs tested (Benjamini and Hochberg); null where too few.</param>
public sealed record CodeCooccurrence(
    Code First, Code Second, WordAssociation Comments, WordAssociation Respondents, ExactResult Test, double? Adjusted)
{
    /// <summary>Every pair of codes that comments carry.</summary>
    /// <param name="findings">What was found.</param>
    /// <returns>By Jaccard of the comments, descending, then the findings' order. Respondents are out of those asked.</returns>
    public static ImmutableArray<CodeCooccurrence> Of(AnalysisFindings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var themes = findings.Themes.Where(t => t.Comments.Count > 0)
            .Select(t => (t.Code, Comments: t.CommentIds.ToHashSet(StringComparer.Ordinal), Respondents: t.ByRespondent.Select(r => r.Respondent).ToHashSet(StringComparer.Ordinal)))
            .ToList();
        var pairs = new List<CodeCooccurrence>();
        for (var i = 0; i < themes.Count; i++)
        {
            for (var j = i + 1; j < themes.Count; j++)
            {
                var comments = Pair(themes[i].Comments, themes[j].Comments, findings.Comments.Length);
                var test = FreemanHalton.Test([comments.Both, comments.Second - comments.Both], [comments.First, comments.Total - comments.First]);
                pairs.Add(new CodeCooccurrence(
                    themes[i].Code, themes[j].Code, comments, Pair(themes[i].Respondents, themes[j].Respondents, findings.Respondents.Length), test, null));
            }
        }

        var adjusted = BenjaminiHochberg.Adjust([.. pairs.Where(p => !p.Test.IsTooFew).Select(p => p.Test.P)]);
        var next = 0;
        return [.. pairs.ConvertAll(p => p.Test.IsTooFew ? p : p with { Adjusted = adjusted[next++] }).OrderByDescending(p => p.Comments.Jaccard)];
    }

    private static WordAssociation Pair(HashSet<string> first, HashSet<string> second, int total) =>
        new(first.Count(second.Contains), first.Count, second.Count, total);
}
