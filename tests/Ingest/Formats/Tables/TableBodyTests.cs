using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Tables;

namespace FeedbackLab.Ingest.Tests.Formats.Tables;

public sealed class TableBodyTests
{
    [Fact]
    public void Headers_that_come_again_totals_and_notes_are_nobody_s_answers()
    {
        var reading = Read(
            ["センター名", "圏域", "ご意見"], ["みさき", "北", "会議が多い。"], ["センター名", "圏域", "ご意見"], ["はまべ", "南", "書類が多い。"],
            ["合　計", "", "2件"], ["※ 回答のあったセンターのみ", "", ""], ["以上", "", ""]);

        Assert.Equal([("みさき", 2), ("はまべ", 4)], reading.Comments.Select(c => (c.Respondent!, c.Place.Row!.Value)));
        Assert.Equal([(LeftOutReason.Aside, 5), (LeftOutReason.Aside, 6), (LeftOutReason.Aside, 7)], reading.LeftOut.Select(l => (l.Reason, l.Place.Row!.Value)));
        Assert.All(reading.LeftOut, l => Assert.Null(l.Respondent));
    }

    [Theory]
    [InlineData("回答数", "2", "1")]
    [InlineData("回答率", "100%", "50.0%")]
    [InlineData("件数", "3", "2件")]
    [InlineData("有効回答数（件）", "2", "2")]
    public void Rows_that_count_the_answers_are_nobody_s(string name, string first, string second)
    {
        var reading = Read(["センター名", "困っていること", "要望"], ["みさき", "会議が多い。", "研修を増やしてほしい。"], [name, first, second]);

        Assert.All(reading.Comments, c => Assert.Equal("みさき", c.Respondent));
        Assert.Equal((LeftOutReason.Aside, 3), (Assert.Single(reading.LeftOut).Reason, reading.LeftOut[0].Place.Row!.Value));
    }

    [Theory]
    [InlineData("計画相談センター", "人手が足りない。")]
    [InlineData("合計", "数え方をそろえてほしい。")]
    public void A_row_with_words_is_an_answer_whatever_its_name(string name, string answer) =>
        Assert.Equal(2, Read(["センター名", "ご意見"], ["みさき", "会議が多い。"], [name, answer]).Comments.Length);

    [Fact]
    public void An_answer_that_begins_like_a_note_is_an_answer() =>
        Assert.Equal(2, Read(["ご意見", "区分"], ["会議が多い。", "職員"], ["※ 書類も多い。", ""]).Comments.Length);

    [Fact]
    public void Tables_below_each_other_have_their_captions_as_questions()
    {
        var reading = Read(
            ["令和8年度の回答"], ["問1 困っていること"], ["センター名", "回答"], ["みさき", "会議が多い。"], ["はまべ", "特になし"], [""],
            ["問2 県への要望"], ["センター名", "回答"], ["みさき", "研修を増やしてほしい。"], ["はまべ", "説明会を開いてほしい。"]);

        Assert.Equal([("みさき", "問1困っていること"), ("みさき", "問2県への要望"), ("はまべ", "問2県への要望")], reading.Comments.Select(c => (c.Respondent!, c.Question!)));
        Assert.Equal("問1困っていること", Assert.Single(reading.LeftOut).Question);
    }

    [Fact]
    public void A_further_table_with_other_headers_asks_what_they_say()
    {
        var reading = Read(["センター名", "困っていること"], ["みさき", "会議が多い。"], ["センター名", "県への要望"], ["みさき", "研修を増やしてほしい。"]);

        Assert.Equal(["困っていること", "県への要望"], reading.Comments.Select(c => c.Question));
    }

    [Fact]
    public void The_last_respondent_of_a_page_is_no_caption()
    {
        var reading = Read(["センター名", "ご意見"], ["みさき", "会議が多い。"], ["はまべ", ""], ["センター名", "ご意見"], ["いずみ", "書類が多い。"]);

        Assert.Equal(("はまべ", LeftOutReason.Blank), (Assert.Single(reading.LeftOut).Respondent, reading.LeftOut[0].Reason));
        Assert.All(reading.Comments, c => Assert.Equal("ご意見", c.Question));
    }

    [Theory]
    [InlineData("【令和5年度】", "【令和4年度】", "ご意見")]
    [InlineData("令和5年度 調査結果", "令和4年度 調査結果", "ご意見")]
    [InlineData("令和5年度の回答", "令和4年度の回答", "ご意見")]
    [InlineData("令和5年度の回答", "参考：令和4年度の回答", "ご意見")]
    [InlineData("令和5年度の夜の当番", "令和4年度の夜の当番", "夜の当番")]
    public void Tables_below_each_other_have_the_years_of_their_captions(string first, string second, string question)
    {
        var reading = Read(
            [first], ["センター名", "登録者数", "ご意見"], ["みさき", "3", "会議が多い。"], ["はまべ", "4", "特になし"],
            [second], ["センター名", "登録者数", "ご意見"], ["みさき", "2", "書類が多い。"]);

        Assert.Equal([("みさき", 2023, question), ("みさき", 2022, question)], reading.Comments.Select(c => (c.Respondent!, c.Year!.Value, c.Question!)));
        Assert.Equal(("はまべ", 2023), (Assert.Single(reading.LeftOut).Respondent, reading.LeftOut[0].Year));
    }

    [Fact]
    public void A_caption_below_the_table_of_this_year_sets_the_year_of_the_rows_below_it_only() =>
        Assert.Equal(
            [2023, 2022],
            Read(["令和5年度 調査"], ["センター名", "ご意見", "備考"], ["みさき", "会議が多い。", ""], ["（参考）令和4年度"], ["センター名", "ご意見", "備考"], ["みさき", "書類が多い。", ""])
                .Comments.Select(c => c.Year!.Value));

    [Fact]
    public void A_sheet_named_by_its_question_asks_it() =>
        Assert.Equal("問1会議", Assert.Single(TableReader.Read("a.xlsx", "0", Sheet([["センター名", "回答"], ["みさき", "会議が多い。"]]) with { Name = "問1 会議" }, new ReadOptions(), false).Comments).Question);

    [Theory]
    [InlineData("例", "○○センター", "会議の回数が多い")]
    [InlineData("（記入例）", "○○センター", "会議の回数が多い")]
    [InlineData("", "○○センター", "（例）会議の回数が多い。")]
    public void The_row_that_shows_how_to_fill_the_table_in_is_left_aside_and_told(string number, string name, string answer)
    {
        var reading = Read(["No.", "センター名", "ご意見"], [number, name, answer], ["1", "みさき", "会議が多い。例えば月に四回ある。"], ["2", "はまべ", "例年どおり。"]);

        Assert.Equal(["みさき", "はまべ"], reading.Comments.Select(c => c.Respondent!));
        Assert.Equal((LeftOutReason.Aside, 2), (Assert.Single(reading.LeftOut).Reason, reading.LeftOut[0].Place.Row!.Value));
        Assert.Contains("記入例", Assert.Single(reading.Problems).What.Ja, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("番号|団体|要望", "1|青の会|例：掲示板の増設", "2|赤の会|ベンチの設置", "3|黄の会|（例）花壇の手入れ")]
    [InlineData("番号|意見", "例1|参考になる図が多かった。", "例2|（例）のような図がほしい。", "3|薄くしてほしい。")]
    [InlineData("ほしい講座を教えてください", "例：スマホ教室", "そば打ち", "（例）男性の料理教室")]
    public void Answers_that_begin_with_an_example_are_answers(params string[] rows) =>
        Assert.Equal(3, Read([.. rows.Select(r => r.Split('|'))]).Comments.Length);

    [Theory]
    [InlineData("第１章　総論", "第２章　就労支援")]
    [InlineData("【総論】", "【就労支援】")]
    [InlineData("総論", "就労支援")]
    public void A_row_that_heads_the_rows_below_is_nobody_s_and_told_with_their_comments(string first, string second)
    {
        var reading = Read(["番号", "意見の要旨", "区分"], [first, "", ""], ["1", "期間が長い。", "計画"], ["2", "特になし", "計画"], [second, "", ""], ["3", "農業との連携を進めるべきだ。", "計画"]);

        Assert.Equal([first, second], reading.Comments.Select(c => c.Attributes.Single(a => a.Name == CommentAttribute.Heading).Value.Replace("章", "章　", StringComparison.Ordinal)));
        Assert.Equal((LeftOutReason.NothingToSay, 4), (Assert.Single(reading.LeftOut).Reason, reading.LeftOut[0].Place.Row!.Value));
    }

    [Fact]
    public void An_answer_that_begins_like_a_heading_is_an_answer() =>
        Assert.Equal(3, Read(["ご意見", "区分"], ["会議が多い。", "職員"], ["【研修】", ""], ["第３章の説明がほしい", ""]).Comments.Length);

    [Fact]
    public void A_respondent_in_brackets_who_said_nothing_heads_nobody() =>
        Assert.Equal("【みさき】", Assert.Single(Read(["センター名", "ご意見"], ["【みさき】", ""], ["【はまべ】", "会議が多い。"]).LeftOut).Respondent);

    [Fact]
    public void A_row_that_is_a_year_is_that_of_the_rows_below()
    {
        var reading = Read(["施設名", "課題"], ["令和6年度", ""], ["北寮", "屋根が古い。"], ["令和5年度", ""], ["北寮", "床が傷んだ。"]);

        Assert.Equal([2024, 2023], reading.Comments.Select(c => c.Year!.Value));
        Assert.Empty(reading.LeftOut);
    }

    [Fact]
    public void A_name_of_signs_heads_nobody() =>
        Assert.All(Read(["入居先", "課題", "要望"], ["▲▲園", "浴室が狭い。", "改修したい。"], ["●●園", "", ""], ["■■園", "職員が足りない。", "特になし"]).Comments, c => Assert.DoesNotContain(c.Attributes, a => a.Name == CommentAttribute.Heading));

    [Fact]
    public void A_caption_about_another_year_is_a_question() =>
        Assert.All(
            Read(["令和6年度の課題"], ["センター名", "回答"], ["みさき", "会議が多い。"], [""], ["令和7年度に向けた要望"], ["センター名", "回答"], ["みさき", "研修を増やしてほしい。"]).Comments,
            c => Assert.NotEqual(2025, c.Year));

    [Fact]
    public void An_office_that_heads_rows_without_names_gave_their_answers()
    {
        var sheet = Sheet([["区分", "ご意見"], ["みさきセンター", ""], ["職員", "会議が多い。"], ["はまべセンター", ""], ["利用者", "部屋が狭い。"]])
            with
        { Merged = [new(2, 2, 0, 1), new(4, 4, 0, 1)] };
        var reading = TableReader.Read("a.xlsx", "0", sheet, new ReadOptions(), hasLines: false);

        Assert.Equal([("みさきセンター", "会議が多い。"), ("はまべセンター", "部屋が狭い。")], reading.Comments.Select(c => (c.Respondent!, c.Text)));
        Assert.Empty(reading.LeftOut);
    }

    [Theory]
    [InlineData("(1)", "(2)", "(3)", "(4)")]
    [InlineData("①", "②", "③", "④")]
    [InlineData("1", "2", "3", "4")]
    public void A_row_that_numbers_the_columns_is_nobody_s(params string[] numbers)
    {
        var reading = Read(["番号", "市町村名", "施設種別", "ご意見"], numbers, ["1", "北町", "生活介護", "看護師が見つからない。"], ["2", "南町", "就労Ｂ", "受注が減った。"]);

        Assert.Equal([3, 4], reading.Comments.Select(c => c.Place.Row!.Value));
    }

    [Fact]
    public void Numbers_of_columns_may_stand_above_counts() =>
        Assert.Single(Read(["施設名", "定員", "課題"], ["①", "②", "③"], ["みさき", "20", "送迎の人手が足りない。"]).Comments);

    [Theory]
    [InlineData("No|満足度|推薦度|コメント", "1|2|3|4", "2|4|5|受付が早い。", "3|5|5|駅から遠い。")]
    [InlineData("No|問1|問2|問3|自由記述", "1|2|3|4|", "2|1|1|3|駐車場が足りない。", "3|4|2|1|窓口が遠い。")]
    [InlineData("会員|問1|自由記述", "1|2|3", "5|1|駐車場が足りない。", "9|4|窓口が遠い。")]
    public void The_first_respondent_s_numbers_are_no_numbers_of_columns(params string[] rows)
    {
        var reading = Read([.. rows.Select(r => r.Split('|'))]);

        Assert.DoesNotContain(reading.LeftOut, l => l.Reason == LeftOutReason.Aside);
    }

    [Theory]
    [InlineData("※概数")]
    [InlineData("（注）速報値")]
    public void A_total_may_have_a_note_beside_it(string note) =>
        Assert.Single(Read(["センター名", "登録者数", "ご意見"], ["みさき", "10", "会議が多い。"], ["合計", "10", note]).Comments);

    [Fact]
    public void One_respondent_however_the_name_is_written()
    {
        var reading = Read(["事業所名", "ご意見"], ["ﾜｰｸｾﾝﾀｰ ﾐｻｷ", "会議が多い。"], ["ワークセンター　ミサキ", "部屋が狭い。"], ["Ｂ型はまべ", "書類が多い。"], ["B型はまべ", "研修が少ない。"]);

        Assert.Equal(["ワークセンターミサキ", "ワークセンターミサキ", "Ｂ型はまべ", "Ｂ型はまべ"], reading.Comments.Select(c => c.Respondent!));
    }

    [Fact]
    public void Numbered_rows_that_nobody_filled_in_are_not_read()
    {
        var reading = Read(["No.", "センター名", "ご意見"], ["1", "みさき", "会議が多い。"], ["2", "はまべ", ""], ["3", "", ""], ["4", "", ""]);

        Assert.Equal("はまべ", Assert.Single(reading.LeftOut).Respondent);
    }

    [Fact]
    public void One_answer_over_the_rows_of_several_respondents_is_as_above_for_the_others()
    {
        var sheet = Sheet([["センター名", "困っていること", "要望"], ["みさき", "会議が多い。", "研修を増やしてほしい。"], ["はまべ", "書類が多い。", ""], ["いずみ", "職員が足りない。", ""]])
            with
        { Merged = [new(2, 4, 2, 2)] };
        var reading = TableReader.Read("a.xlsx", "0", sheet, new ReadOptions(), hasLines: false);

        Assert.Equal([("はまべ", LeftOutReason.AsAbove), ("いずみ", LeftOutReason.AsAbove)], reading.LeftOut.Select(l => (l.Respondent!, l.Reason)));
    }

    [Fact]
    public void One_answer_over_a_respondent_s_own_rows_leaves_nothing_blank()
    {
        var sheet = Sheet([
            ["センター名", "困っていること", "要望", "その他のご意見"],
            ["みさき", "会議が多い。", "研修を増やしてほしい。", ""], ["", "書類が多い。", "", ""],
            ["はまべ", "職員が足りない。", "特になし", "様式をそろえたい。"]])
            with
        { Merged = [new(2, 3, 0, 0), new(2, 3, 2, 2), new(2, 3, 3, 3)] };
        var reading = TableReader.Read("a.xlsx", "0", sheet, new ReadOptions(), hasLines: false);

        Assert.Equal([("みさき", LeftOutReason.Blank, 2), ("はまべ", LeftOutReason.NothingToSay, 4)], reading.LeftOut.Select(l => (l.Respondent!, l.Reason, l.Place.Row!.Value)));
    }

    private static Sheet Sheet(string[][] rows) => new("回答", [.. rows.Select((r, i) => new SheetRow(i + 1, [.. r]))], []);

    private static TableReading Read(params string[][] rows) => TableReader.Read("a.xlsx", "0", Sheet(rows), new ReadOptions(), hasLines: false);
}
