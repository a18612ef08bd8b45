using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;

namespace FeedbackLab.Analysis.Language;

/// <summary>Sets of stretches of a text.</summary>
public static class TextSpans
{
    /// <summary>The stretches in order, those that overlap joined into one.</summary>
    /// <param name="spans">Any order; empty gives empty.</param>
    /// <param name="joinsTouching">Whether those that only touch are joined as well.</param>
    public static ImmutableArray<TextSpan> Merge(IEnumerable<TextSpan> spans, bool joinsTouching = true)
    {
        ArgumentNullException.ThrowIfNull(spans);
        var merged = ImmutableArray.CreateBuilder<TextSpan>();
        var ordered = spans.ToList();
        ordered.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End.CompareTo(b.End));
        foreach (var span in ordered)
        {
            if (merged.Count > 0 && (span.Start < merged[^1].End || (joinsTouching && span.Start == merged[^1].End)))
            {
                merged[^1] = merged[^1] with { End = Math.Max(merged[^1].End, span.End) };
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged.ToImmutable();
    }
}
