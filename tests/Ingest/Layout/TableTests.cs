using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Tests.Layout;

public sealed class TableTests
{
    [Fact]
    public void A_total_that_disagrees_is_reported_with_both_numbers()
    {
        const string text = """
            表１　相談件数
            　　　　　令和３年度　令和４年度
            電話　　　　１２０　　　１４０
            来所　　　　　５０　　　　６０
            合計　　　　１７０　　　２１０
            """;

        var corpus = Folder.Read("a.txt", text);

        var table = Assert.Single(corpus.Tables);
        Assert.Equal([2021, 2022], table.Columns.Select(c => c.Year));
        Assert.Equal(210m, table.Total!.Values[1]);
        var problem = Assert.Single(corpus.Problems);
        Assert.Equal(5, problem.Line);
        Assert.Contains("210", problem.What.En, StringComparison.Ordinal);
        Assert.Contains("200", problem.What.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Digits_too_many_for_a_number_are_no_count()
    {
        var corpus = Folder.Read("a.txt", $"管理番号　　{new string('9', 40)}　　１２\n合計　　　{new string('１', 40)}\n");
        Assert.DoesNotContain(corpus.Problems, p => p.Severity == ProblemSeverity.Error);
        Assert.Equal("a.txt", Assert.Single(corpus.Sources).Name);
    }

    [Fact]
    public void One_number_of_two_is_placed_by_the_white_space_before_it()
    {
        const string text = """
            ①研修会の開催状況
             センター名 令和4年度 令和 5年度 内 容
            1 みなと 2  「意見交換会」
            2 こもれび  3 「見学会」
            「相談の
            受け方」
            3 あおば 1 1
             合 計 3 4
            """;

        var rows = Assert.Single(Folder.Read("a.txt", text).Tables).Rows;

        Assert.Equal([2m, null, 1m], rows.Select(r => r.Values[0]));
        Assert.Equal([null, 3m, 1m], rows.Select(r => r.Values[1]));
    }

    [Fact]
    public void Labels_before_all_their_numbers_are_read_by_the_column_that_adds_up()
    {
        const string text = """
            表－２．進路

             令和６年度 令和５年度

            支援した人数 １０名 ９名

            通所

            訓練

            在宅

            ７名

            ２名

            １名

            ４名

            ４名

            １名
            """;

        var table = Assert.Single(Folder.Read("a.txt", text).Tables);

        Assert.Equal(["支援した人数", "通所", "訓練", "在宅"], table.Rows.Select(r => r.Label));
        Assert.Equal([7m, 4m], table.Rows[1].Values);
    }
}
