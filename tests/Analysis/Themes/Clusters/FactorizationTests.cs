using FeedbackLab.Analysis.Themes;
using FeedbackLab.Analysis.Themes.Clusters;

namespace FeedbackLab.Analysis.Tests.Themes.Clusters;

public sealed class FactorizationTests
{
    private static readonly double[][] Table =
    [
        [3, 2, 0, 0, 1],
        [2, 3, 1, 0, 0],
        [0, 0, 4, 3, 0],
        [1, 0, 3, 4, 1],
        [0, 1, 0, 2, 5],
        [3, 1, 0, 1, 0],
    ];

    // scikit-learn 1.2.1: NMF(2, init="nndsvda", solver="cd", tol=1e-12, max_iter=20000) on the table; W and H to six decimals.
    private static readonly double[][] RowsOfScikit =
        [[0, 1.326764], [0.035672, 1.158385], [0.751831, 0], [0.797705, 0.228487], [0.411726, 0.696158], [0.059339, 1.003615]];

    private static readonly double[][] FactorsOfScikit =
        [[0, 0, 3.950963, 4.5353, 1.714185], [2.052496, 1.6849, 0, 0.156215, 0.873685]];

    // scikit-learn 1.2.1, likewise with 3 factors: W·H.
    private static readonly double[][] ProductOfScikit =
    [
        [2.830501, 2.233527, 0.0, 0.306349, 0.838124],
        [2.735297, 2.012436, 0.502227, 0.468282, 0.082823],
        [0.30123, 0.0, 3.622669, 3.37782, 0.0],
        [0.659452, 0.452131, 3.39582, 3.605858, 1.089271],
        [0.10018, 0.865714, 0.0, 2.0401, 5.004877],
        [2.417774, 1.775794, 0.52231, 0.491751, 0.084635],
    ];

    [Fact]
    public void Two_factors_are_those_of_scikit_learn()
    {
        var found = Factorization.Of(Sparse(Table), 2, 20000, 1e-12);
        for (var f = 0; f < 2; f++)
        {
            for (var i = 0; i < Table.Length; i++)
            {
                Assert.Equal(RowsOfScikit[i][f], found.Rows[i][f], 1e-4);
            }

            for (var j = 0; j < Table[0].Length; j++)
            {
                Assert.Equal(FactorsOfScikit[f][j], found.Columns[j][f], 1e-4);
            }
        }
    }

    [Fact]
    public void The_product_of_three_factors_is_that_of_scikit_learn()
    {
        var found = Factorization.Of(Sparse(Table), 3, 20000, 1e-12);
        for (var i = 0; i < Table.Length; i++)
        {
            for (var j = 0; j < Table[0].Length; j++)
            {
                var product = Enumerable.Range(0, 3).Sum(f => found.Rows[i][f] * found.Columns[j][f]);
                Assert.Equal(ProductOfScikit[i][j], product, 1e-3);
            }
        }
    }

    [Fact]
    public void A_product_of_two_non_negative_factors_is_found_again()
    {
        double[][] blocks = [[1, 2, 0, 0], [2, 4, 0, 0], [0, 0, 3, 1], [0, 0, 6, 2]];
        var found = Factorization.Of(Sparse(blocks), 2, 2000, 1e-14);
        for (var i = 0; i < 4; i++)
        {
            for (var j = 0; j < 4; j++)
            {
                Assert.Equal(blocks[i][j], (found.Rows[i][0] * found.Columns[j][0]) + (found.Rows[i][1] * found.Columns[j][1]), 1e-6);
            }
        }
    }

    [Fact]
    public void Nothing_negative_comes_out()
    {
        var found = Factorization.Of(Sparse(Table), 4, 100, 0);
        Assert.All(found.Rows.SelectMany(r => r), v => Assert.True(v >= 0));
        Assert.All(found.Columns.SelectMany(r => r), v => Assert.True(v >= 0));
    }

    [Fact]
    public void Zeros_and_more_factors_than_rows_do_no_harm()
    {
        Assert.All(Factorization.Of(Sparse([[0, 0], [0, 0]]), 3, 10, 0).Rows.SelectMany(r => r), v => Assert.Equal(0, v));
        Assert.All(Factorization.Of(Sparse([[1, 2]]), 5, 10, 0).Rows.SelectMany(r => r), v => Assert.True(double.IsFinite(v)));
    }

    [Fact]
    public void Transposing_twice_gives_the_matrix_again()
    {
        var matrix = Sparse(Table).Transpose().Transpose();
        for (var i = 0; i < Table.Length; i++)
        {
            for (var j = 0; j < Table[0].Length; j++)
            {
                var unit = new double[5];
                unit[j] = 1;
                Assert.Equal(Table[i][j], matrix.Dot(i, unit));
            }
        }
    }

    [Fact]
    public void Terms_of_the_same_company_are_similar()
    {
        // Words 0 and 1 both go with 2; words 3 and 4 go with each other.
        var together = Sparse([[1, 0, 1, 0, 0], [1, 0, 1, 0, 0], [0, 1, 1, 0, 0], [0, 1, 1, 0, 0], [0, 0, 0, 1, 1], [0, 0, 0, 1, 1]]);
        var similarity = TermSimilarity.Of(together);
        Assert.Equal([1], similarity.ColumnsOf(0).ToArray());
        Assert.Equal(1, similarity.ValuesOf(0)[0], 1e-12);
        Assert.Empty(similarity.ColumnsOf(3).ToArray());
    }

    private static SparseMatrix Sparse(double[][] rows) =>
        SparseMatrix.Of(
            rows[0].Length,
            [.. rows.Select(r => r.Select((v, j) => new KeyValuePair<int, double>(j, v)).ToList())]);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    [InlineData(0, 0)]
    public void A_matrix_without_rows_or_columns_has_empty_factors(int rows, int columns)
    {
        var matrix = SparseMatrix.Of(columns, [.. Enumerable.Repeat(Array.Empty<KeyValuePair<int, double>>(), rows)]);
        var factors = Factorization.Of(matrix, 2, 10, 0);
        Assert.Equal((rows, columns), (factors.Rows.Length, factors.Columns.Length));
    }
}
