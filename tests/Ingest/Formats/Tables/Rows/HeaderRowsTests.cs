using FeedbackLab.Ingest.Formats.Tables;
using FeedbackLab.Ingest.Formats.Tables.Rows;

namespace FeedbackLab.Ingest.Tests.Formats.Tables.Rows;

public sealed class HeaderRowsTests
{
    private const string LongQuestion = "貴センターにおいて、日々の支援を進めるなかで困っていること、課題と感じていることがありましたら、どのようなことでも結構ですので、できるだけ具体的に御記入ください。（自由記述）";

    [Theory]
    [InlineData("センター名")]
    [InlineData("タイムスタンプ")]
    public void Questions_may_be_long(string first)
    {
        var headers = Find([first, LongQuestion, LongQuestion + "その2"], ["みさき", "会議が多い。", "研修を増やしてほしい。"]);

        Assert.Equal((1, 1), (headers.Row, headers.Rows));
    }

    [Fact]
    public void Long_questions_stand_below_a_title() =>
        Assert.Equal(2, Find(["令和8年度アンケート"], ["センター名", LongQuestion, LongQuestion + "その2"], ["みさき", "会議が多い。", "研修がない。"]).Row);

    [Theory]
    [InlineData("令和8年度 支援に関する調査", "", "令和8年5月1日現在")]
    [InlineData("様式2", "", "支援についての照会")]
    [InlineData("支援についての照会（集計）", "県障害福祉課", "")]
    public void A_title_and_what_stands_beside_it_are_no_headers(string a, string b, string c) =>
        Assert.Equal(3, Find([a, b, c], [""], ["センター名", "問1 困っていること", "問2 県への要望"], ["みさき", "会議が多い。", "研修がない。"]).Row);

    [Fact]
    public void A_title_merged_over_the_table_with_a_date_beside_it_is_no_group_heading()
    {
        var sheet = Sheet([["支援に関するアンケート", "", "令和8年5月1日現在"], ["センター名", "困っていること", "要望"], ["みさき", "会議が多い。", "研修がない。"]])
            with
        { Merged = [new MergedCells(1, 1, 0, 1)] };

        Assert.Equal(["センター名", "困っていること", "要望"], HeaderRows.Find(sheet, null).Headers);
    }

    [Fact]
    public void Headers_without_a_usual_name_stay_headers_above_answers_that_look_like_one() =>
        Assert.Equal(1, Find(["種類", "本文"], ["要望", "研修を増やしてほしい。"], ["意見", "会議が多い。"]).Row);

    [Fact]
    public void Headers_over_three_rows_are_read_together()
    {
        var sheet = Sheet([
            ["センター名", "問1 会議", "", "", "問2 研修", "", ""],
            ["", "満足度", "理由", "", "満足度", "理由", ""],
            ["", "", "良い点", "悪い点", "", "良い点", "悪い点"],
            ["みさき", "3", "顔が見える。", "回数が多い。", "4", "役に立つ。", "遠い。"]])
            with
        { Merged = [new(1, 3, 0, 0), new(1, 1, 1, 3), new(1, 1, 4, 6), new(2, 3, 1, 1), new(2, 2, 2, 3), new(2, 3, 4, 4), new(2, 2, 5, 6)] };
        var headers = HeaderRows.Find(sheet, null);

        Assert.Equal((1, 3), (headers.Row, headers.Rows));
        Assert.Equal(["センター名", "問1会議／満足度", "問1会議／理由／良い点", "問1会議／理由／悪い点", "問2研修／満足度", "問2研修／理由／良い点", "問2研修／理由／悪い点"], headers.Headers);
    }

    [Theory]
    [InlineData("みさき", "会議が多い。")]
    [InlineData("1", "みさき", "会議が多い。")]
    public void A_first_row_that_reads_like_an_answer_is_told(params string[] first)
    {
        var reading = TableReader.Read("a.csv", "0", Sheet([first, [.. first[..^1], "部屋が狭いので困っている。"], [.. first[..^1], "研修を増やしてほしい。"]]), new ReadOptions(), hasLines: true);

        Assert.Contains("見出しとして読みました", Assert.Single(reading.Problems).What.Ja, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("センター名", "会議が多い。")]
    [InlineData("番", "困っていることを御記入ください。")]
    [InlineData("番", "何が必要だと思いますか。")]
    public void Questions_and_usual_headers_are_not_told(string first, string second) =>
        Assert.Null(Find([first, second], ["みさき", "部屋が狭い。"], ["はまべ", "書類が多い。"]).Answer);

    [Fact]
    public void Labels_with_their_values_above_a_wider_table_are_no_headers()
    {
        var header = Find(["対象年度", "令和6年度", ""], ["圏域名", "北部", ""], ["参加機関", "5か所", ""], [""], ["番号", "議題", "主な意見"], ["1", "送迎", "運転手が足りない。"], ["2", "研修", "オンラインがよい。"]);

        Assert.Equal(5, header.Row);
        Assert.Equal(["番号", "議題", "主な意見"], header.Headers);
    }

    private static Sheet Sheet(string[][] rows) => new("回答", [.. rows.Select((r, i) => new SheetRow(i + 1, [.. r]))], []);

    private static HeaderRows Find(params string[][] rows) => HeaderRows.Find(Sheet(rows), null);
}
