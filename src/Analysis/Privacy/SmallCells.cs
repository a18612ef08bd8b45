using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Privacy;

/// <summary>Hides the small cells of a table, and as many others as it takes so that no small one can be worked out again.</summary>
/// <remarks>
/// Primary and complementary suppression (Willenborg and de Waal 2001, Elements of Statistical Disclosure Control, ch. 5 and 6), see docs/methods/privacy.md. Whoever reads the table
/// knows the totals that are shown with it, that hidden cells are not 0 (noughts are shown) and which cells are hidden.
/// </remarks>
public static class SmallCells
{
    /// <summary>Which cells to hide.</summary>
    /// <param name="counts">A row a line, a column a cell; no count below 0, all rows of one length.</param>
    /// <param name="smallest">Counts from 1 to below this one are hidden; at least 1 (which hides nothing).</param>
    /// <param name="rowTotals">Whether the sum of each row is shown.</param>
    /// <param name="columnTotals">Whether the sum of each column is shown.</param>
    /// <returns>
    /// As many rows and columns as the table. Each hidden small cell has at least two values that agree with all that is shown, unless everything but noughts is hidden and even that
    /// does not help (a table with one cell above 0 and its total): then the totals must go.
    /// </returns>
    /// <exception cref="ArgumentException">A count is below 0, or the rows differ in length.</exception>
    public static ImmutableArray<ImmutableArray<bool>> Hidden(
        IReadOnlyList<IReadOnlyList<int>> counts, int smallest, bool rowTotals, bool columnTotals)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentOutOfRangeException.ThrowIfLessThan(smallest, 1);
        var columns = counts.Count == 0 ? 0 : counts[0].Count;
        if (counts.Any(r => r.Count != columns || r.Any(c => c < 0)))
        {
            throw new ArgumentException("Rows of one length and counts from 0 on are needed.", nameof(counts));
        }

        var hidden = new bool[counts.Count, columns];
        var small = new List<(int Row, int Column)>();
        for (var r = 0; r < counts.Count; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                if (counts[r][c] > 0 && counts[r][c] < smallest)
                {
                    hidden[r, c] = true;
                    small.Add((r, c));
                }
            }
        }

        // Hiding one more cell never makes another known again, so one round over the small ones is enough.
        foreach (var cell in small)
        {
            while (!new CellFreedom(counts, hidden, rowTotals, columnTotals).IsFree(cell.Row, cell.Column)
                && Complement(counts, hidden, cell, rowTotals, columnTotals) is var (row, column))
            {
                hidden[row, column] = true;
            }
        }

        return [.. Enumerable.Range(0, counts.Count).Select(r => Enumerable.Range(0, columns).Select(c => hidden[r, c]).ToImmutableArray())];
    }

    // The smallest shown cell that sets the cell free, else the smallest of its row and column, else of all; of equals the first.
    private static (int Row, int Column)? Complement(
        IReadOnlyList<IReadOnlyList<int>> counts, bool[,] hidden, (int Row, int Column) cell, bool rowTotals, bool columnTotals)
    {
        var candidates = new List<(int Row, int Column)>();
        for (var r = 0; r < counts.Count; r++)
        {
            for (var c = 0; c < counts[r].Count; c++)
            {
                if (!hidden[r, c] && counts[r][c] > 0)
                {
                    candidates.Add((r, c));
                }
            }
        }

        if (candidates.Count == 0)
        {
            return null;
        }

        candidates.Sort((a, b) => (counts[a.Row][a.Column], a.Row, a.Column).CompareTo((counts[b.Row][b.Column], b.Row, b.Column)));
        foreach (var candidate in candidates)
        {
            hidden[candidate.Row, candidate.Column] = true;
            var isFree = new CellFreedom(counts, hidden, rowTotals, columnTotals).IsFree(cell.Row, cell.Column);
            hidden[candidate.Row, candidate.Column] = false;
            if (isFree)
            {
                return candidate;
            }
        }

        var near = candidates.FindIndex(x => (rowTotals && x.Row == cell.Row) || (columnTotals && x.Column == cell.Column));
        return candidates[Math.Max(0, near)];
    }
}
