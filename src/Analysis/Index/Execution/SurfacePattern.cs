using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>The ways in which a text can be cut by the tokens of a segment: within one, or from the end of one through whole ones to the beginning of one.</summary>
internal sealed class SurfacePattern
{
    /// <summary>Finds the ways.</summary>
    /// <param name="text">The text, not empty.</param>
    /// <param name="surfaces">The surfaces of the segment.</param>
    public SurfacePattern(string text, FieldReader surfaces)
    {
        Length = text.Length;
        Starts = Lists(Length);
        Ends = Lists(Length);
        var scan = surfaces.Dictionary.All();
        while (scan.MoveNext())
        {
            var term = scan.Term;
            if (term.Contains(text, StringComparison.Ordinal))
            {
                Whole.Add(scan.Entry);
            }

            for (var cut = 1; cut < Length; cut++)
            {
                if (cut <= term.Length && term.EndsWith(text.AsSpan(0, cut), StringComparison.Ordinal))
                {
                    Starts[cut].Add(scan.Entry);
                }

                if (Length - cut <= term.Length && term.StartsWith(text.AsSpan(cut), StringComparison.Ordinal))
                {
                    Ends[cut].Add(scan.Entry);
                }
            }
        }

        for (var from = 1; from < Length - 1; from++)
        {
            for (var to = from + 1; to < Length; to++)
            {
                if (surfaces.Dictionary.Find(text.AsSpan(from, to - from)) is { Documents: > 0 } entry)
                {
                    Steps.Add((from, to, entry));
                }
            }
        }
    }

    /// <summary>How long the text is.</summary>
    public int Length { get; }

    /// <summary>The terms that contain the text.</summary>
    public List<TermEntry> Whole { get; } = [];

    /// <summary>By cut the terms that end with what stands before it.</summary>
    public List<TermEntry>[] Starts { get; }

    /// <summary>By cut the terms that begin with what stands after it.</summary>
    public List<TermEntry>[] Ends { get; }

    /// <summary>The terms that stand between two cuts; by the first cut.</summary>
    public List<(int From, int To, TermEntry Entry)> Steps { get; } = [];

    private static List<TermEntry>[] Lists(int count) => [.. Enumerable.Range(0, count).Select(_ => new List<TermEntry>())];
}
