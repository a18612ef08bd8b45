namespace FeedbackLab.Analysis.Themes;

/// <summary>A sparse matrix by rows; in each row the columns ascend.</summary>
public sealed class SparseMatrix
{
    private readonly int[] _offsets;
    private readonly int[] _columns;
    private readonly double[] _values;

    private SparseMatrix(int columns, int[] offsets, int[] columnIndexes, double[] values)
    {
        Columns = columns;
        _offsets = offsets;
        _columns = columnIndexes;
        _values = values;
    }

    /// <summary>Number of rows.</summary>
    public int Rows => _offsets.Length - 1;

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>Number of values stored.</summary>
    public int Count => _values.Length;

    /// <summary>The matrix of some rows.</summary>
    /// <param name="columns">Number of columns.</param>
    /// <param name="rows">Column and value of each entry, a column at most once a row; any order. Zeros are left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">A column is outside the matrix.</exception>
    public static SparseMatrix Of(int columns, IReadOnlyList<IReadOnlyCollection<KeyValuePair<int, double>>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var offsets = new int[rows.Count + 1];
        var most = rows.Sum(r => r.Count);
        var (indexes, values) = (new int[most], new double[most]);
        for (var i = 0; i < rows.Count; i++)
        {
            var (start, end, isSorted) = (offsets[i], offsets[i], true);
            foreach (var (column, value) in rows[i])
            {
                if (value != 0)
                {
                    ArgumentOutOfRangeException.ThrowIfNegative(column);
                    ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, columns);
                    isSorted &= end == start || indexes[end - 1] < column;
                    (indexes[end], values[end]) = (column, value);
                    end++;
                }
            }

            offsets[i + 1] = end;
            if (!isSorted)
            {
                indexes.AsSpan(start, end - start).Sort(values.AsSpan(start, end - start));
            }
        }

        return offsets[^1] == most
            ? new SparseMatrix(columns, offsets, indexes, values)
            : new SparseMatrix(columns, offsets, indexes[..offsets[^1]], values[..offsets[^1]]);
    }

    /// <summary>The columns of a row that have a value, ascending.</summary>
    /// <param name="row">Row, 0-based.</param>
    public ReadOnlySpan<int> ColumnsOf(int row) => _columns.AsSpan(_offsets[row], _offsets[row + 1] - _offsets[row]);

    /// <summary>The values of a row, parallel to <see cref="ColumnsOf"/>.</summary>
    /// <param name="row">Row, 0-based.</param>
    public ReadOnlySpan<double> ValuesOf(int row) => _values.AsSpan(_offsets[row], _offsets[row + 1] - _offsets[row]);

    /// <summary>The same matrix with every row of Euclidean length 1; rows of zeros stay.</summary>
    public SparseMatrix WithUnitRows()
    {
        var values = (double[])_values.Clone();
        for (var i = 0; i < Rows; i++)
        {
            var row = values.AsSpan(_offsets[i], _offsets[i + 1] - _offsets[i]);
            var sum = 0.0;
            foreach (var v in row)
            {
                sum += v * v;
            }

            if (sum > 0)
            {
                var scale = 1 / Math.Sqrt(sum);
                foreach (ref var v in row)
                {
                    v *= scale;
                }
            }
        }

        return new SparseMatrix(Columns, _offsets, _columns, values);
    }

    /// <summary>The sum of two matrices.</summary>
    /// <param name="other">As many rows and columns.</param>
    public SparseMatrix Plus(SparseMatrix other)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentOutOfRangeException.ThrowIfNotEqual(other.Rows, Rows);
        ArgumentOutOfRangeException.ThrowIfNotEqual(other.Columns, Columns);
        var rows = new List<Dictionary<int, double>>(Rows);
        for (var i = 0; i < Rows; i++)
        {
            var row = new Dictionary<int, double>();
            Add(this, i, row);
            Add(other, i, row);
            rows.Add(row);
        }

        return Of(Columns, rows);

        static void Add(SparseMatrix matrix, int i, Dictionary<int, double> row)
        {
            for (var p = matrix._offsets[i]; p < matrix._offsets[i + 1]; p++)
            {
                row[matrix._columns[p]] = row.GetValueOrDefault(matrix._columns[p]) + matrix._values[p];
            }
        }
    }

    /// <summary>Rows become columns.</summary>
    public SparseMatrix Transpose()
    {
        var offsets = new int[Columns + 1];
        foreach (var c in _columns)
        {
            offsets[c + 1]++;
        }

        for (var c = 0; c < Columns; c++)
        {
            offsets[c + 1] += offsets[c];
        }

        var next = offsets.AsSpan(0, Columns).ToArray();
        var indexes = new int[Count];
        var values = new double[Count];
        for (var i = 0; i < Rows; i++)
        {
            for (var p = _offsets[i]; p < _offsets[i + 1]; p++)
            {
                var at = next[_columns[p]]++;
                indexes[at] = i;
                values[at] = _values[p];
            }
        }

        return new SparseMatrix(Rows, offsets, indexes, values);
    }

    /// <summary>The matrix with some columns left out; the others keep their order and are numbered anew.</summary>
    /// <param name="keep">Whether a column stays, one entry a column.</param>
    public SparseMatrix WithColumns(ReadOnlySpan<bool> keep)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(keep.Length, Columns);
        var number = new int[Columns];
        var kept = 0;
        for (var c = 0; c < Columns; c++)
        {
            number[c] = keep[c] ? kept++ : -1;
        }

        var offsets = new int[Rows + 1];
        var indexes = new List<int>(Count);
        var values = new List<double>(Count);
        for (var i = 0; i < Rows; i++)
        {
            for (var p = _offsets[i]; p < _offsets[i + 1]; p++)
            {
                if (number[_columns[p]] >= 0)
                {
                    indexes.Add(number[_columns[p]]);
                    values.Add(_values[p]);
                }
            }

            offsets[i + 1] = values.Count;
        }

        return new SparseMatrix(kept, offsets, [.. indexes], [.. values]);
    }

    /// <summary>The inner product of a row with a dense vector.</summary>
    /// <param name="row">Row, 0-based.</param>
    /// <param name="vector">One value a column.</param>
    public double Dot(int row, ReadOnlySpan<double> vector)
    {
        var columns = ColumnsOf(row);
        var values = ValuesOf(row);
        var sum = 0.0;
        for (var p = 0; p < columns.Length; p++)
        {
            sum += values[p] * vector[columns[p]];
        }

        return sum;
    }
}
