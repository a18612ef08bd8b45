using System.Text.RegularExpressions;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Themes.Types;

/// <summary>What the headings above a comment and its question tell: merit or issue.</summary>
internal static partial class Headings
{
    /// <summary>The type told; null where none is.</summary>
    /// <param name="comment">The comment.</param>
    /// <param name="known">What the headings and questions seen so far tell; for one thread.</param>
    public static CommentType? TypeAbove(Comment comment, Dictionary<string, HeadingSides> known)
    {
        CommentType? found = null;
        foreach (var attribute in comment.Attributes)
        {
            found = attribute.Name == CommentAttribute.Heading ? Later(found, attribute.Value, known) : found;
        }

        return Later(found, comment.Question ?? string.Empty, known);
    }

    // What headings tell, with one more below them.
    private static CommentType? Later(CommentType? found, string heading, Dictionary<string, HeadingSides> known)
    {
        if (!known.TryGetValue(heading, out var sides))
        {
            known.Add(heading, sides = Sides(NormalizedText.Of(heading).Text));
        }

        return sides switch
        {
            { Merit: true, Issue: false } => CommentType.Merit,
            { Merit: false, Issue: true } => CommentType.Issue,
            { Merit: true, Issue: true } => null, // a heading for both says nothing of one comment
            _ => found,
        };
    }

    private static HeadingSides Sides(string heading)
    {
        var drawback = heading.Contains("デメリット", StringComparison.Ordinal);
        return new HeadingSides(
            MeritHeading().IsMatch(heading.Replace("デメリット", string.Empty, StringComparison.Ordinal)),
            drawback || (IssueHeading().IsMatch(heading) && !BothSides().IsMatch(heading)));
    }

    [GeneratedRegex("メリット|利点|長所|(良|よ)(い|かった)(点|こと|ところ)|助かっ(た|ている)(点|こと)", RegexOptions.CultureInvariant)]
    private static partial Regex MeritHeading();

    [GeneratedRegex("課題[>】\\])]?$|問題点|困っ(た|ている)(点|こと)|困りごと|悪い点|短所", RegexOptions.CultureInvariant)]
    private static partial Regex IssueHeading();

    // 現状と課題, 成果と困りごと ask for both: they say nothing of one comment.
    [GeneratedRegex("(現状|状況|実態|成果|実績|取り?組み?)(と|や|・|及び|および)", RegexOptions.CultureInvariant)]
    private static partial Regex BothSides();
}
