using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Lists of stretches of positions.</summary>
internal static class PositionRanges
{
    /// <summary>Orders the stretches from one on by start, then by end, each once.</summary>
    public static void Order(List<PositionRange> ranges, int first)
    {
        ranges.Sort(first, ranges.Count - first, Comparer<PositionRange>.Create(static (a, b) =>
            a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End.CompareTo(b.End)));
        var kept = first;
        for (var i = first; i < ranges.Count; i++)
        {
            if (kept == first || ranges[kept - 1] != ranges[i])
            {
                ranges[kept++] = ranges[i];
            }
        }

        ranges.RemoveRange(kept, ranges.Count - kept);
    }

    /// <summary>Keeps of ordered stretches those that contain no other.</summary>
    public static void KeepShortest(List<PositionRange> ranges)
    {
        var kept = ranges.Count;
        var least = int.MaxValue;
        var start = -1;
        for (var i = ranges.Count - 1; i >= 0; i--)
        {
            // All that begin later end at least there; of those that begin at the same place the shortest counts.
            if (ranges[i].End < least)
            {
                if (ranges[i].Start == start)
                {
                    kept++;
                }

                least = ranges[i].End;
                start = ranges[i].Start;
                ranges[--kept] = ranges[i];
            }
        }

        ranges.RemoveRange(0, kept);
    }
}
