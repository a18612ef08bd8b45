using FeedbackLab.Analysis.Index.Queries;
using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>The ways in which a text can be cut by the tokens of a segment: within one, or from the end of one through whole ones to the beginning of one.</summary>
internal sealed class SurfacePattern
{
    private SurfacePattern(string text)
    {
        Length = text.Length;
        Starts = Lists(Length);
        Ends = Lists(Length);
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

    /// <summary>The ways to cut the text of a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="table">The surfaces of the segment, folded where the query is.</param>
    public static SurfacePattern Of(SurfaceQuery query, SurfaceTable table)
    {
        var text = query.Text;
        var pattern = new SurfacePattern(text);
        var isWhole = query.IsFolded && !query.IsPrefix && !query.IsSuffix;
        Add(pattern.Whole, table.Holding(text, atStart: query.IsPrefix, atEnd: query.IsSuffix), isWhole);
        for (var cut = 1; cut < text.Length; cut++)
        {
            if (query.IsPrefix)
            {
                pattern.Starts[cut].AddRange(table.Equal(text[..cut]));
            }
            else if (cut <= table.Longest)
            {
                Add(pattern.Starts[cut], table.Holding(text[..cut], atEnd: true), isWhole);
            }

            if (query.IsSuffix)
            {
                pattern.Ends[cut].AddRange(table.Equal(text[cut..]));
            }
            else if (text.Length - cut <= table.Longest)
            {
                Add(pattern.Ends[cut], table.Holding(text[cut..], atStart: true), isWhole);
            }
        }

        pattern.AddSteps(text, table);
        return pattern;
    }

    /// <summary>The ways to cut a word, and those to cut its kanji.</summary>
    /// <param name="word">The word.</param>
    /// <param name="table">The surfaces of the segment, folded.</param>
    public static SurfacePattern[] Of(WordQuery word, SurfaceTable table) =>
    [
        Words(word.Text, table, word.IsWithin, isOpen: word.IsWithin),
        .. word.Skeleton is { Length: > 0 } skeleton ? [Words(skeleton, table, isWithin: false, isOpen: true)] : Array.Empty<SurfacePattern>(),
    ];

    // Whole tokens; a part of one; and open, from the beginning of one into the next.
    private static SurfacePattern Words(string word, SurfaceTable table, bool isWithin, bool isOpen)
    {
        var pattern = new SurfacePattern(word);
        if (isWithin)
        {
            Add(pattern.Whole, table.Holding(word), isWhole: true);
        }
        else
        {
            pattern.Whole.AddRange(table.Equal(word));
        }

        for (var cut = 1; cut < word.Length; cut++)
        {
            pattern.Starts[cut].AddRange(table.Equal(word[..cut]));
        }

        // An end is looked for only where a beginning leads: to look through all tokens takes longest.
        pattern.AddSteps(word, table);
        var isReached = new bool[word.Length];
        for (var cut = 1; cut < word.Length; cut++)
        {
            isReached[cut] = pattern.Starts[cut].Count > 0 || pattern.Steps.Exists(s => s.To == cut && isReached[s.From]);
            if (isReached[cut] && isOpen)
            {
                Add(pattern.Ends[cut], table.Holding(word[cut..], atStart: true), isWhole: true);
            }
            else if (isReached[cut])
            {
                pattern.Ends[cut].AddRange(table.Equal(word[cut..]));
            }
        }

        return pattern;
    }

    private static void Add(List<TermEntry> entries, IEnumerable<SurfaceTable.SurfacePlace> places, bool isWhole)
    {
        var last = -1;
        foreach (var place in places.Where(p => !isWhole || !p.IsCut))
        {
            if (place.Surface != last)
            {
                entries.Add(place.Entry);
                last = place.Surface;
            }
        }
    }

    private static List<TermEntry>[] Lists(int count) => [.. Enumerable.Range(0, count).Select(_ => new List<TermEntry>())];

    private void AddSteps(string text, SurfaceTable table)
    {
        for (var from = 1; from < Length - 1; from++)
        {
            for (var to = from + 1; to < Length && to - from <= table.Longest; to++)
            {
                Steps.AddRange(table.Equal(text[from..to]).Select(e => (from, to, e)));
            }
        }
    }
}
