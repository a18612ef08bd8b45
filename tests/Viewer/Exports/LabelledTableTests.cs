using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Tests.Exports;

public sealed class LabelledTableTests
{
    [Theory]
    [InlineData("id,topic,text\n1,費用,利用料が高い\n2,送迎,車がほしい\n")]
    [InlineData("\uFEFF意見\tテーマ\n利用料が高い\t費用\n車がほしい\t送迎\n")]
    public void Columns_are_found_by_their_headers(string table)
    {
        var (comments, leftOut, problem) = LabelledTable.Read(table);
        Assert.Null(problem);
        Assert.Equal(0, leftOut);
        Assert.Equal([("利用料が高い", "費用"), ("車がほしい", "送迎")], comments);
    }

    [Fact]
    public void Rows_without_a_comment_or_a_label_are_left_out_and_counted()
    {
        var (comments, leftOut, _) = LabelledTable.Read("text,label\n利用料が高い,\n,送迎\n車がほしい,送迎\n");
        Assert.Equal([("車がほしい", "送迎")], comments);
        Assert.Equal(2, leftOut);
    }

    [Theory]
    [InlineData("")]
    [InlineData("text\n利用料が高い\n")]
    [InlineData("topic,remark\n費用,利用料が高い\n")]
    [InlineData("text,topic\n")]
    public void A_table_without_both_columns_or_without_rows_says_what_is_missing(string table)
    {
        var (comments, _, problem) = LabelledTable.Read(table);
        Assert.Empty(comments);
        Assert.NotNull(problem);
    }
}
