namespace FeedbackLab.Analysis.Privacy;

/// <summary>Tells whether a hidden cell can have another value without contradicting what is shown.</summary>
/// <remarks>
/// Tables with given margins are integral transportation polytopes, so another value exists if and only if one unit can go round a cycle of hidden cells, raising and lowering them in turn
/// and none below 1. Rows and columns are nodes; a hidden cell leads from its row to its column where it is raised, back where it is lowered. A sum that is not shown takes up any unit.
/// </remarks>
internal sealed class CellFreedom
{
    private readonly IReadOnlyList<IReadOnlyList<int>> _counts;
    private readonly bool[,] _hidden;
    private readonly bool _rowTotals;
    private readonly bool _columnTotals;
    private readonly int _rows;
    private readonly int _columns;

    public CellFreedom(IReadOnlyList<IReadOnlyList<int>> counts, bool[,] hidden, bool rowTotals, bool columnTotals)
    {
        _counts = counts;
        _hidden = hidden;
        _rowTotals = rowTotals;
        _columnTotals = columnTotals;
        _rows = counts.Count;
        _columns = hidden.GetLength(1);
    }

    /// <summary>Whether the cell can be one more or one less.</summary>
    public bool IsFree(int row, int column) =>
        CanMove(row, column, raise: true) || (_counts[row][column] > 1 && CanMove(row, column, raise: false));

    // After the cell has moved, its row and its column have to be put right again by other hidden cells.
    private bool CanMove(int row, int column, bool raise)
    {
        // One unit enters at the column and has to reach the row (raised), or the other way round (lowered). An open sum is a sink and a source at once.
        var from = raise ? _rows + column : row;
        var to = raise ? row : _rows + column;
        var open = _rows + _columns;
        var seen = new bool[open + 1];
        var queue = new Queue<int>();
        seen[from] = true;
        queue.Enqueue(from);
        while (queue.TryDequeue(out var node))
        {
            if (node == to)
            {
                return true;
            }

            foreach (var next in Next(node, row, column, open))
            {
                if (!seen[next])
                {
                    seen[next] = true;
                    queue.Enqueue(next);
                }
            }
        }

        return false;
    }

    // A column with one too many lowers a cell, whose row then has one too few and raises another.
    private IEnumerable<int> Next(int node, int row, int column, int open)
    {
        if (node == open)
        {
            for (var n = 0; n < open; n++)
            {
                if (n < _rows ? !_rowTotals : !_columnTotals)
                {
                    yield return n;
                }
            }
        }
        else if (node < _rows)
        {
            for (var c = 0; c < _columns; c++)
            {
                if (_hidden[node, c] && (node != row || c != column))
                {
                    yield return _rows + c;
                }
            }
        }
        else
        {
            for (var r = 0; r < _rows; r++)
            {
                if (_hidden[r, node - _rows] && (r != row || node - _rows != column) && _counts[r][node - _rows] > 1)
                {
                    yield return r;
                }
            }
        }

        if (node < open && (node < _rows ? !_rowTotals : !_columnTotals))
        {
            yield return open;
        }
    }
}
