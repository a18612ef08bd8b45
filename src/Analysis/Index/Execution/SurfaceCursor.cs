using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Comments whose tokens contain a text (<see cref="Queries.SurfaceQuery"/>).</summary>
internal sealed class SurfaceCursor : DocumentCursor
{
    private readonly DocumentCursor _whole;
    private readonly DocumentCursor[] _across;
    private readonly RangeCursor?[] _starts;
    private readonly RangeCursor?[] _ends;
    private readonly (int From, int To, RangeCursor Cursor)[] _steps;
    private readonly List<PositionRange> _ranges = [];
    private readonly HashSet<int>[] _reached;
    private readonly double _score;
    private int _next = -1;

    /// <summary>A cursor.</summary>
    /// <param name="pattern">The ways in which the text can be cut.</param>
    /// <param name="cursorOf">A cursor over the comments with any of some surfaces.</param>
    /// <param name="score">The score of each comment.</param>
    public SurfaceCursor(SurfacePattern pattern, Func<List<TermEntry>, RangeCursor?> cursorOf, double score)
    {
        _score = score;
        _reached = [.. Enumerable.Range(0, pattern.Length).Select(_ => new HashSet<int>())];
        var alive = Alive(pattern);
        _whole = cursorOf(pattern.Whole) ?? new EmptyCursor();
        _starts = [.. Enumerable.Range(0, pattern.Length).Select(i => alive[i] ? cursorOf(pattern.Starts[i]) : null)];
        _ends = [.. Enumerable.Range(0, pattern.Length).Select(i => alive[i] ? cursorOf(pattern.Ends[i]) : null)];
        _steps = [.. pattern.Steps.Where(s => alive[s.From] && alive[s.To]).Select(s => (s.From, s.To, cursorOf([s.Entry])!))];

        // Every match across tokens has a beginning and an end.
        var starts = Enumerable.Range(0, pattern.Length).Where(i => alive[i]).SelectMany(i => pattern.Starts[i]).Distinct().ToList();
        var ends = Enumerable.Range(0, pattern.Length).Where(i => alive[i]).SelectMany(i => pattern.Ends[i]).Distinct().ToList();
        DocumentCursor?[] both = [cursorOf(starts), cursorOf(ends)];
        _across = both.Any(c => c is null) ? [new EmptyCursor()] : [.. both.Select(c => c!).OrderBy(c => c.Cost)];
    }

    public override long Cost => _whole.Cost + _across[0].Cost;

    public override int Advance(int target)
    {
        if (_whole.Document < target)
        {
            _whole.Advance(target);
        }

        if (_next < target)
        {
            _next = ConjunctionCursor.Meet(_across, target);
            while (_next != End && !Reaches(_next))
            {
                _next = ConjunctionCursor.Meet(_across, _next + 1);
            }
        }

        return Document = Math.Min(_whole.Document, _next);
    }

    public override double Score() => _score;

    public override double Bound(int target, out int end)
    {
        end = End;
        return _score;
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

    private bool Reaches(int document)
    {
        for (var cut = 1; cut < _starts.Length; cut++)
        {
            _reached[cut].Clear();
            Use(_starts[cut], document, position => _reached[cut].Add(position + 1));
        }

        // The steps come by their first cut, so that all ways to it are known.
        foreach (var (from, to, cursor) in _steps)
        {
            if (_reached[from].Count > 0)
            {
                Use(cursor, document, position =>
                {
                    if (_reached[from].Contains(position))
                    {
                        _reached[to].Add(position + 1);
                    }
                });
            }
        }

        var found = false;
        for (var cut = 1; cut < _ends.Length && !found; cut++)
        {
            if (_reached[cut].Count > 0)
            {
                Use(_ends[cut], document, position => found |= _reached[cut].Contains(position));
            }
        }

        return found;
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
