using FeedbackLab.Analysis.Findings;

namespace FeedbackLab.Analysis.Search.Contexts;

/// <summary>A match with what stands left and right of it.</summary>
/// <param name="Hit">The comment.</param>
/// <param name="Match">Where it matches.</param>
public sealed record KwicLine(HitContext Hit, TextSpan Match)
{
    /// <summary>The word at a place beside the match; null beyond the comment's ends.</summary>
    /// <param name="place">−1 for the first word on the left, 1 for the first on the right, and so on; 0 for the match as it is written.</param>
    public string? WordAt(int place)
    {
        if (place == 0)
        {
            return Hit.Comment.Text[Match.Start..Match.End];
        }

        // A word that the match cuts belongs to the match.
        var words = Hit.Words;
        var next = place > 0 ? FirstFrom(words.Length, i => words[i].Span.Start >= Match.End) : FirstFrom(words.Length, i => words[i].Span.End > Match.Start);
        var at = place > 0 ? next + place - 1 : next + place;
        return at >= 0 && at < words.Length ? words[at].Base : null;
    }

    private static int FirstFrom(int count, Func<int, bool> isBehind)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = isBehind(middle) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
