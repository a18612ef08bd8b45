using System.Collections.Immutable;
using FeedbackLab.Analysis.Privacy;
using FsCheck;
using FsCheck.Fluent;

namespace FeedbackLab.Analysis.Tests.Privacy;

public sealed class SmallCellsTests
{
    [Fact]
    public void A_row_with_its_total_hides_a_second_cell() =>
        // 2 + 5 + 9 = 16: with 2 hidden alone, 16 - 5 - 9 tells it; 5 is the smallest that goes along.
        Assert.Equal([[true, true, false]], Plain(SmallCells.Hidden([[2, 5, 9]], 3, rowTotals: true, columnTotals: false)));

    [Fact]
    public void Without_totals_only_small_cells_are_hidden() =>
        Assert.Equal([[true, false, false], [false, true, false]], Plain(SmallCells.Hidden([[2, 5, 9], [0, 1, 3]], 3, rowTotals: false, columnTotals: false)));

    [Fact]
    public void Noughts_are_shown_and_never_hidden() =>
        Assert.DoesNotContain(
            true,
            SmallCells.Hidden([[0, 0, 1], [4, 0, 2]], 3, rowTotals: true, columnTotals: true).SelectMany((row, r) => row.Where((_, c) => new[,] { { 0, 0, 1 }, { 4, 0, 2 } }[r, c] == 0)));

    [Fact]
    public void Two_ones_under_a_total_of_two_take_a_third_along() =>
        Assert.Equal([[true, true, true]], Plain(SmallCells.Hidden([[1, 1, 7]], 3, rowTotals: true, columnTotals: false)));

    [Fact]
    public void A_threshold_of_one_hides_nothing() =>
        Assert.DoesNotContain(true, SmallCells.Hidden([[1, 2], [3, 0]], 1, rowTotals: true, columnTotals: true).SelectMany(r => r));

    [Fact]
    public void Rows_of_different_length_are_refused() =>
        Assert.Throws<ArgumentException>(() => SmallCells.Hidden([[1, 2], [3]], 3, rowTotals: true, columnTotals: true));

    [Fact]
    public void Every_hidden_small_cell_has_two_values_that_agree_with_all_that_is_shown() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(150),
            Prop.ForAll(
                (from cells in Gen.Choose(0, 4).ArrayOf(6) from totals in Gen.Choose(0, 3) select (cells, totals)).ToArbitrary(),
                x =>
                {
                    int[][] table = [x.cells[..3], x.cells[3..]];
                    var (rows, columns) = ((x.totals & 1) != 0, (x.totals & 2) != 0);
                    var hidden = SmallCells.Hidden(table, 3, rows, columns);
                    var possible = Possible(table, hidden, rows, columns);
                    return Cells(table).All(cell =>
                        table[cell.R][cell.C] is 0 or >= 3
                        || possible.Select(p => p[(cell.R * 3) + cell.C]).Distinct().Take(2).Count() == 2
                        || Cells(table).All(other => table[other.R][other.C] == 0 || hidden[other.R][other.C]));
                }));

    private static IEnumerable<(int R, int C)> Cells(int[][] table) =>
        table.SelectMany((row, r) => row.Select((_, c) => (r, c)));

    // Every table of values from 1 in the hidden cells that has the sums shown; a value beyond 24 needs a sum that is not shown.
    private static List<int[]> Possible(int[][] table, ImmutableArray<ImmutableArray<bool>> hidden, bool rows, bool columns)
    {
        var found = new List<int[]>();
        var values = table.SelectMany(r => r).ToArray();
        var most = rows || columns ? 12 : 3;
        void Fill(int at)
        {
            if (at == values.Length)
            {
                if (Enumerable.Range(0, 2).All(r => !rows || values.Skip(3 * r).Take(3).Sum() == table[r].Sum())
                    && Enumerable.Range(0, 3).All(c => !columns || values[c] + values[3 + c] == table[0][c] + table[1][c]))
                {
                    found.Add([.. values]);
                }

                return;
            }

            if (!hidden[at / 3][at % 3])
            {
                Fill(at + 1);
                return;
            }

            var before = values[at];
            for (values[at] = 1; values[at] <= most; values[at]++)
            {
                Fill(at + 1);
            }

            values[at] = before;
        }

        Fill(0);
        return found;
    }

    private static bool[][] Plain(ImmutableArray<ImmutableArray<bool>> hidden) => [.. hidden.Select(r => r.ToArray())];
}
