using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Comments whose tokens contain a text (<see cref="Queries.SurfaceQuery"/>).</summary>
internal sealed class SurfaceCursor : RangeCursor
{
    private readonly RangeCursor? _whole;
    private readonly DocumentCursor[] _across;
    private readonly RangeCursor?[] _starts;
    private readonly RangeCursor?[] _ends;
    private readonly (int From, int To, RangeCursor Cursor)[] _steps;
    private readonly List<PositionRange> _ranges = [];

    // By cut: for the token that comes next, the first of those that reach it.
    private readonly Dictionary<int, int>[] _reached;
    private readonly List<PositionRange> _found = [];
    private readonly Func<int, CommentLayout> _layoutOf;
    private readonly double _score;
    private readonly bool _isLoose;
    private int _next = -1;

    /// <summary>A cursor.</summary>
    /// <param name="pattern">The ways in which the text can be cut.</param>
    /// <param name="cursorOf">A cursor over the comments with any of some surfaces.</param>
    /// <param name="layoutOf">Where a comment's tokens stand.</param>
    /// <param name="score">The score of each comment.</param>
    /// <param name="isLoose">
    /// Whether it also stands at comments with a beginning and an end of the text that do not meet: for NEAR, which asks for the stretches anyway, but of few comments.
    /// </param>
    public SurfaceCursor(SurfacePattern pattern, Func<List<TermEntry>, RangeCursor?> cursorOf, Func<int, CommentLayout> layoutOf, double score, bool isLoose)
    {
        (_layoutOf, _score, _isLoose) = (layoutOf, score, isLoose);
        _reached = [.. Enumerable.Range(0, pattern.Length).Select(_ => new Dictionary<int, int>())];
        var alive = Alive(pattern);
        _whole = cursorOf(pattern.Whole);
        _starts = [.. Enumerable.Range(0, pattern.Length).Select(i => alive[i] ? cursorOf(pattern.Starts[i]) : null)];
        _ends = [.. Enumerable.Range(0, pattern.Length).Select(i => alive[i] ? cursorOf(pattern.Ends[i]) : null)];
        _steps = [.. pattern.Steps.Where(s => alive[s.From] && alive[s.To]).Select(s => (s.From, s.To, cursorOf([s.Entry])!))];

        // Every match across tokens has a beginning and an end.
        var starts = Enumerable.Range(0, pattern.Length).Where(i => alive[i]).SelectMany(i => pattern.Starts[i]).Distinct().ToList();
        var ends = Enumerable.Range(0, pattern.Length).Where(i => alive[i]).SelectMany(i => pattern.Ends[i]).Distinct().ToList();
        DocumentCursor?[] both = [cursorOf(starts), cursorOf(ends)];
        _across = both.Any(c => c is null) ? [new EmptyCursor()] : [.. both.Select(c => c!).OrderBy(c => c.Cost)];
    }

    public override long Cost => (_whole?.Cost ?? 0) + _across[0].Cost;

    public override int Advance(int target)
    {
        if (_whole?.Document < target)
        {
            _whole.Advance(target);
        }

        if (_next < target)
        {
            _next = ConjunctionCursor.Meet(_across, target);
            while (_next != End && !_isLoose && !Reaches(_next))
            {
                _next = ConjunctionCursor.Meet(_across, _next + 1);
            }
        }

        return Document = Math.Min(_whole?.Document ?? End, _next);
    }

    public override double Score() => _score;

    public override double Bound(int target, out int end)
    {
        end = End;
        return _score;
    }

    public override void Ranges(List<PositionRange> into)
    {
        var first = into.Count;
        if (_whole?.Document == Document)
        {
            _whole.Ranges(into);
        }

        if (_next == Document && (!_isLoose || Reaches(Document)))
        {
            into.AddRange(_found);
        }

        if (into.Count > first)
        {
            PositionRanges.Order(into, first);
            LeaveOutGaps(into, first);
        }
    }

    // Cuts that a beginning reaches and from which an end can be reached.
    private static bool[] Alive(SurfacePattern pattern)
    {
        var forward = new bool[pattern.Length];
        var backward = new bool[pattern.Length];
        for (var cut = 1; cut < pattern.Length; cut++)
        {
            forward[cut] = pattern.Starts[cut].Count > 0 || pattern.Steps.Exists(s => s.To == cut && forward[s.From]);
        }

        for (var cut = pattern.Length - 1; cut > 0; cut--)
        {
            backward[cut] = pattern.Ends[cut].Count > 0 || pattern.Steps.Exists(s => s.From == cut && backward[s.To]);
        }

        return [.. forward.Zip(backward, (f, b) => f && b)];
    }

    // A gap in the text is one in the positions of surfaces, but none in those of terms. No match reaches over one.
    private void LeaveOutGaps(List<PositionRange> ranges, int first)
    {
        var tokens = _layoutOf(Document).Tokens;
        var (token, position, end) = (-1, -1, 0);
        for (var i = first; i < ranges.Count; i++)
        {
            while (position < ranges[i].Start)
            {
                if (++token == tokens.Length)
                {
                    throw IndexException.Damaged(SectionNames.Surfaces);
                }

                position += tokens[token].Start > end ? 2 : 1;
                end = tokens[token].End;
            }

            ranges[i] = new PositionRange(token, token + ranges[i].End - ranges[i].Start);
        }
    }

    private bool Reaches(int document)
    {
        for (var cut = 1; cut < _starts.Length; cut++)
        {
            _reached[cut].Clear();
            Use(_starts[cut], document, position => _reached[cut][position + 1] = position);
        }

        // The steps come by their first cut, so that all ways to it are known.
        foreach (var (from, to, cursor) in _steps)
        {
            if (_reached[from].Count > 0)
            {
                Use(cursor, document, position =>
                {
                    if (_reached[from].TryGetValue(position, out var first))
                    {
                        _reached[to][position + 1] = first;
                    }
                });
            }
        }

        _found.Clear();
        for (var cut = 1; cut < _ends.Length; cut++)
        {
            if (_reached[cut].Count > 0)
            {
                Use(_ends[cut], document, position =>
                {
                    if (_reached[cut].TryGetValue(position, out var first))
                    {
                        _found.Add(new PositionRange(first, position + 1));
                    }
                });
            }
        }

        return _found.Count > 0;
    }

    private void Use(RangeCursor? cursor, int document, Action<int> position)
    {
        if (cursor is null || (cursor.Document < document ? cursor.Advance(document) : cursor.Document) != document)
        {
            return;
        }

        _ranges.Clear();
        cursor.Ranges(_ranges);
        foreach (var range in _ranges)
        {
            position(range.Start);
        }
    }
}
