using System.Collections.Immutable;
using FeedbackLab.Analysis.Statistics.Correspondence;
using FsCheck;
using FsCheck.Fluent;

namespace FeedbackLab.Analysis.Tests.Statistics.Correspondence;

public sealed class CorrespondenceAnalysisTests
{
    // Five groups of staff by four grades of smoking (Greenacre 1984, table 3.1).
    private static readonly ImmutableArray<ImmutableArray<int>> Smoking = [[4, 2, 3, 2], [4, 3, 7, 4], [25, 10, 12, 4], [18, 24, 33, 13], [10, 6, 7, 2]];

    // R 4.2.2, svd() of the standardized residuals; Greenacre prints .0748, .0100, .0004. Signs as this class defines them.
    [Fact]
    public void Agrees_with_R_on_the_published_table()
    {
        var map = CorrespondenceAnalysis.Of(Smoking)!;
        Assert.Equal([0.0747591059, 0.0100171805, 0.0004135741], map.Inertias.Select(i => Math.Round(i, 10)));
        double[] first = [0.06576838388, -0.25895842143, 0.38059488705, -0.23295190822, 0.20108912188];
        double[] second = [0.19373700362, 0.24330457490, 0.01065990720, -0.05774390775, -0.07891123093];
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(first[i], map.Rows[i].Coordinates[0], 1e-9);
            Assert.Equal(second[i], map.Rows[i].Coordinates[1], 1e-9);
        }

        Assert.Equal(0.39330844858, map.Columns[0].Coordinates[0], 1e-9);
        Assert.Equal(0.197765656349, map.Columns[3].Coordinates[1], 1e-9);
        Assert.Equal(0.512005549, map.Rows[2].Contributions[0], 1e-8);
        Assert.Equal(0.5511505516, map.Rows[1].Contributions[1], 1e-9);
    }

    [Fact]
    public void Two_groups_that_share_nothing_by_hand()
    {
        // All of the first row in the first column: inertia χ²/n = 1, coordinates ±1, each side half of the masses.
        var map = CorrespondenceAnalysis.Of([[5, 0], [0, 5]])!;
        Assert.Equal(1, Assert.Single(map.Inertias), 1e-12);
        Assert.Equal([1, -1], map.Rows.Select(r => Math.Round(r.Coordinates[0], 12)));
        Assert.Equal([1, -1], map.Columns.Select(c => Math.Round(c.Coordinates[0], 12)));
    }

    [Fact]
    public void Inertia_contributions_and_cosines_add_up() => Prop.ForAll(
        Gen.Choose(0, 9).ListOf(12).ToArbitrary(),
        cells =>
        {
            var values = cells.ToArray();
            ImmutableArray<ImmutableArray<int>> table = [.. values.Chunk(4).Select(c => c.ToImmutableArray())];
            if (CorrespondenceAnalysis.Of(table) is not { } map)
            {
                return true;
            }

            var rows = map.Rows.Select(r => (double)table[r.Index].Sum()).ToArray();
            double n = values.Sum();
            var chi = map.Rows.Sum(r => map.Columns.Sum(c =>
            {
                var expected = table[r.Index].Sum() * (double)table.Sum(x => x[c.Index]) / n;
                return (table[r.Index][c.Index] - expected) * (table[r.Index][c.Index] - expected) / expected;
            }));
            return Math.Abs(map.Inertias.Sum() - (chi / n)) < 1e-9
                && map.Inertias.Select((_, k) => map.Rows.Sum(r => r.Contributions[k])).All(s => Math.Abs(s - 1) < 1e-6)
                && map.Columns.All(c => Math.Abs(c.Cosines.Sum() - 1) < 1e-6 || c.Coordinates.All(x => Math.Abs(x) < 1e-5))
                && map.Inertias.Select((_, k) => map.Rows.Sum(r => r.Mass * r.Coordinates[k])).All(s => Math.Abs(s) < 1e-6);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_row_farthest_out_is_positive_whatever_the_order_of_the_columns()
    {
        var map = CorrespondenceAnalysis.Of(Smoking)!;
        var turned = CorrespondenceAnalysis.Of([.. Smoking.Select(r => r.Reverse().ToImmutableArray())])!;
        for (var k = 0; k < 3; k++)
        {
            Assert.True(map.Rows.MaxBy(r => Math.Abs(r.Coordinates[k]))!.Coordinates[k] > 0);
            Assert.All(map.Rows.Zip(turned.Rows), p => Assert.Equal(p.First.Coordinates[k], p.Second.Coordinates[k], 1e-8));
        }
    }

    [Fact]
    public void Like_profiles_and_tables_of_one_row_give_no_map()
    {
        Assert.Null(CorrespondenceAnalysis.Of([[2, 4], [1, 2]]));
        Assert.Null(CorrespondenceAnalysis.Of([[2, 4], [0, 0]]));
        Assert.Null(CorrespondenceAnalysis.Of([]));
    }

    [Fact]
    public void Empty_rows_and_columns_are_left_out()
    {
        var map = CorrespondenceAnalysis.Of([[5, 0, 0], [0, 0, 0], [0, 0, 5]])!;
        Assert.Equal([0, 2], map.Rows.Select(r => r.Index));
        Assert.Equal([0, 2], map.Columns.Select(c => c.Index));
    }
}
