using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Tables;

namespace FeedbackLab.Ingest.Tests.Formats.Tables;

public sealed class TableReaderTests
{
    [Fact]
    public void Titles_and_notes_above_the_headers_are_passed_over()
    {
        var reading = Read(["令和7年度　定着支援アンケート"], ["※ 太枠の中を入力してください"], ["センター名", "圏域", "ご意見"], ["みさき", "北", "訪問の回数を増やしてほしい。"]);

        Assert.Equal(3, reading.Mapping.HeaderRow);
        Assert.Equal(("みさき", "訪問の回数を増やしてほしい。", 4), Facts(Assert.Single(reading.Comments)));
    }

    [Theory]
    [InlineData("令和6年度 定着支援アンケート 回答一覧", "回答", 2024)]
    [InlineData("定着支援アンケート", "令和6年度", 2024)]
    [InlineData("2024年アンケート", "回答", 2024)]
    [InlineData("R6アンケート", "作成日 令和7年4月10日", 2024)]
    [InlineData("令和6年度調査（令和7年4月公表）", "回答", 2024)]
    [InlineData("令和5年度と令和6年度の回答", "令和6年度", null)] // two fiscal years: neither is the survey's for sure
    [InlineData("2000", "回答", null)]
    [InlineData("作成日 令和7年4月10日", "回答", null)]
    public void The_year_of_a_table_stands_above_it_or_in_the_sheets_name(string title, string name, int? year)
    {
        var reading = Read(name, new ReadOptions(), [title], [], ["センター名", "ご意見"], ["みさき", "会議が多い。"], ["こだま", "特になし"]);

        Assert.Equal(year, Assert.Single(reading.Comments).Year);
        Assert.Equal(year, Assert.Single(reading.LeftOut).Year);
        Assert.Equal(2020, Assert.Single(Read(name, new ReadOptions { Year = 2020 }, [title], [], ["センター名", "ご意見"], ["みさき", "会議が多い。"]).Comments).Year);
    }

    [Fact]
    public void A_group_heading_stands_before_each_of_its_columns()
    {
        var sheet = Sheet([["センター名", "定着支援について", "", "その他のご意見"], ["", "困っていること", "良かったこと", ""], ["みさき", "請求の時期が分からない。", "連絡が早い。", "とくになし"]])
            with
        { Merged = [new MergedCells(1, 2, 0, 0), new MergedCells(1, 1, 1, 2), new MergedCells(1, 2, 3, 3)] };
        var reading = TableReader.Read("a.xlsx", "0", sheet, new ReadOptions(), hasLines: false);

        Assert.Equal((1, 2), (reading.Mapping.HeaderRow, reading.Mapping.HeaderRows));
        Assert.Equal(["定着支援について／困っていること", "定着支援について／良かったこと"], reading.Comments.Select(c => c.Question));
        Assert.Equal("その他のご意見", Assert.Single(reading.LeftOut).Question);
    }

    [Fact]
    public void A_name_merged_over_several_rows_counts_for_all_of_them()
    {
        var sheet = Sheet([["センター名", "ご意見"], ["みさき", "記録の様式をそろえたい。"], ["", "会議が多い。"], ["はまべ", "職員が足りない。"]])
            with
        { Merged = [new MergedCells(2, 3, 0, 0)] };
        var reading = TableReader.Read("a.xlsx", "0", sheet, new ReadOptions(), hasLines: false);

        Assert.Equal(["みさき", "みさき", "はまべ"], reading.Comments.Select(c => c.Respondent));
    }

    [Fact]
    public void An_answer_merged_over_several_rows_is_one_comment()
    {
        var sheet = Sheet([["センター名", "ご意見"], ["みさき", "記録の様式をそろえたい。"], ["はまべ", ""]])
            with
        { Merged = [new MergedCells(2, 3, 1, 1)] };

        Assert.Single(TableReader.Read("a.xlsx", "0", sheet, new ReadOptions(), hasLines: false).Comments);
    }

    [Fact]
    public void Bullets_in_a_cell_are_comments_with_their_number()
    {
        var reading = Read(["センター名", "困っていること"], ["みさき", "次の点です：\n・記録の様式が\n　ばらばらである。\n・会議が多い。"]);

        Assert.Equal(["記録の様式がばらばらである。", "会議が多い。"], reading.Comments.Select(c => c.Text));
        Assert.Equal([1, 2], reading.Comments.Select(c => c.Place.Item));
        Assert.Equal(2, reading.Comments.Select(c => c.Id).Distinct().Count());
    }

    [Fact]
    public void Bullets_stay_together_where_the_user_wants_it()
    {
        var reading = Read(new ReadOptions { SplitBullets = false }, ["センター名", "困っていること"], ["みさき", "・記録の様式がばらばらである。\n・会議が多い。"]);

        Assert.Equal("・記録の様式がばらばらである。\n・会議が多い。", Assert.Single(reading.Comments).Text);
    }

    [Theory]
    [InlineData("", LeftOutReason.Blank)]
    [InlineData("特になし", LeftOutReason.NothingToSay)]
    [InlineData("なし。", LeftOutReason.NothingToSay)]
    [InlineData("同上", LeftOutReason.AsAbove)]
    [InlineData("上に同じ", LeftOutReason.AsAbove)]
    [InlineData("別紙のとおり", LeftOutReason.Elsewhere)]
    [InlineData("（別添資料をご参照ください）", LeftOutReason.Elsewhere)]
    [InlineData("対象外", LeftOutReason.NotAsked)]
    [InlineData("無回答", LeftOutReason.Blank)]
    [InlineData("（未記入）", LeftOutReason.Blank)]
    [InlineData("記載なし", LeftOutReason.Blank)]
    [InlineData("【空欄】", LeftOutReason.Blank)]
    [InlineData("…", LeftOutReason.Blank)]
    [InlineData("。", LeftOutReason.Blank)]
    [InlineData("×", LeftOutReason.NothingToSay)]
    [InlineData("・特になし", LeftOutReason.NothingToSay)]
    [InlineData("※特になし。", LeftOutReason.NothingToSay)]
    [InlineData("現状では特になし", LeftOutReason.NothingToSay)]
    [InlineData("当センターでは、特に課題はありません。", LeftOutReason.NothingToSay)]
    [InlineData("ご意見・ご要望は特にございません", LeftOutReason.NothingToSay)]
    [InlineData("特に困っていることはありません。", LeftOutReason.NothingToSay)]
    [InlineData("困っていることはない", LeftOutReason.NothingToSay)]
    [InlineData("特に困っていません", LeftOutReason.NothingToSay)]
    [InlineData("特に無いと思います", LeftOutReason.NothingToSay)]
    [InlineData("特段の意見はありませんでした。", LeftOutReason.NothingToSay)]
    [InlineData("異議なし", LeftOutReason.NothingToSay)]
    [InlineData("該当事例なし", LeftOutReason.NothingToSay)]
    [InlineData("回答対象外", LeftOutReason.NotAsked)]
    [InlineData("同左", LeftOutReason.AsAbove)]
    [InlineData("・同上", LeftOutReason.AsAbove)]
    [InlineData("問１と同じ", LeftOutReason.AsAbove)]
    [InlineData("(1)に同じ。", LeftOutReason.AsAbove)]
    [InlineData("①と同様です", LeftOutReason.AsAbove)]
    [InlineData("上記のとおり", LeftOutReason.AsAbove)]
    [InlineData("前述の通りです。", LeftOutReason.AsAbove)]
    [InlineData("以下同文", LeftOutReason.AsAbove)]
    [InlineData("前回と同じ", LeftOutReason.AsAbove)]
    [InlineData("昨年度と同様です。", LeftOutReason.AsAbove)]
    [InlineData("①なし", LeftOutReason.NothingToSay)]
    [InlineData("わからない", LeftOutReason.NothingToSay)]
    [InlineData("分かりません。", LeftOutReason.NothingToSay)]
    [InlineData("回答を控える", LeftOutReason.Blank)]
    [InlineData("回答は差し控えさせていただきます。", LeftOutReason.Blank)]
    [InlineData("お答えできません", LeftOutReason.Blank)]
    public void Ways_of_giving_no_answer_are_told_apart(string cell, LeftOutReason reason) =>
        Assert.Equal(reason, AnswerState.Of(cell));

    [Theory]
    [InlineData("同上の理由で会議の回数を減らしてほしい。")]
    [InlineData("別紙の様式が使いにくいので、様式をそろえてほしい。")]
    [InlineData("対象外の人への支援が増えている。")]
    [InlineData("添付資料が多すぎる。")]
    [InlineData("特にありませんが、会議の回数は減らしてほしい。")]
    [InlineData("相談できる人がいないことが問題")]
    [InlineData("困っていることはないが、先が心配")]
    [InlineData("困っていることを言う場がない")]
    [InlineData("人がいない")]
    [InlineData("情報がない")]
    [InlineData("予算も時間もない。")]
    [InlineData("意見を言う場がありません。")]
    [InlineData("未記入の様式が多く届く。")]
    [InlineData("空欄のまま送られてくる")]
    [InlineData("上記のとおり人が足りない。")]
    [InlineData("問1の様式を簡単にしてほしい。")]
    [InlineData("問題が多い")]
    [InlineData("昨年度と同様に人が足りない。")]
    [InlineData("何を求められているのかわからない")]
    [InlineData("制度がわからない")]
    [InlineData("なし（引き続き連携していく）")]
    [InlineData("回答に時間がかかる")]
    [InlineData("○")]
    [InlineData("-10人の減")]
    public void Words_that_only_mention_them_are_answers(string cell) => Assert.Null(AnswerState.Of(cell));

    [Fact]
    public void A_question_without_answers_in_one_year_was_not_asked_in_it()
    {
        var reading = Read(
            ["年度", "センター名", "困っていること", "新しい制度へのご意見"],
            ["R6", "みさき", "記録の様式がばらばらである。", ""],
            ["R7", "みさき", "会議が多い。", "説明会を開いてほしい。"],
            ["R7", "はまべ", "", ""]);

        Assert.Equal(
            [LeftOutReason.NotAsked, LeftOutReason.Blank, LeftOutReason.Blank],
            reading.LeftOut.Select(l => l.Reason));
    }

    [Fact]
    public void An_answer_sheet_with_the_questions_below_each_other_is_one_respondent()
    {
        var reading = Read(["事業所名", "みさきセンター"], ["記入者", "架空　太郎"], ["１ 困っていることは何ですか", "会議が多い。"], ["２ ご意見", "特になし"]);

        Assert.Equal(("みさきセンター", "会議が多い。", 2), Facts(Assert.Single(reading.Comments)));
        Assert.Equal([new CommentAttribute("記入者", "架空　太郎")], reading.Comments[0].Attributes);
        Assert.Equal(LeftOutReason.NothingToSay, Assert.Single(reading.LeftOut).Reason);
    }

    [Theory]
    [InlineData("タイムスタンプ|メールアドレス|困っていることを教えてください", "2026/05/01 10:00:00|a@example.org|会議が多いです。")]
    [InlineData("ID|開始時刻|完了時刻|メール|名前|困っていることを教えてください", "1|5/1/26 10:00|5/1/26 10:09|anonymous|架空 花子|会議が多いです。")]
    public void Columns_that_a_form_adds_become_attributes_to_be_masked(string headers, string cells)
    {
        var reading = Read(headers.Split('|'), cells.Split('|'));

        var comment = Assert.Single(reading.Comments);
        Assert.Equal(("回答2", "会議が多いです。"), (comment.Respondent, comment.Text));
        Assert.Contains(reading.Mapping.Columns, c => c.Role == ColumnRole.Personal);
        Assert.DoesNotContain(reading.Mapping.Columns, c => c.Role == ColumnRole.Respondent);
        Assert.DoesNotContain(reading.Comments, c => c.Text.Contains("架空", StringComparison.Ordinal) || c.Text.Contains('@', StringComparison.Ordinal));
    }

    [Fact]
    public void The_second_header_row_of_a_SurveyMonkey_export_is_no_answer()
    {
        var reading = Read(
            ["Respondent ID", "Collector ID", "IP Address", "Email Address", "困っていることを教えてください"],
            ["", "", "", "", "Open-Ended Response"],
            ["118", "42", "192.0.2.1", "", "会議が多いです。"]);

        Assert.Equal(2, reading.Mapping.HeaderRows);
        Assert.Equal("会議が多いです。", Assert.Single(reading.Comments).Text);
        Assert.Equal("困っていることを教えてください", reading.Comments[0].Question);
    }

    [Fact]
    public void Two_columns_with_the_same_header_keep_apart()
    {
        var reading = Read(["センター名", "ご意見", "ご意見"], ["みさき", "会議が多いです。", "記録が大変です。"]);

        Assert.Equal(["ご意見", "ご意見（2）"], reading.Comments.Select(c => c.Question));
    }

    private static (string? Respondent, string Text, int? Row) Facts(Comment comment) => (comment.Respondent, comment.Text, comment.Place.Row);

    private static TableReading Read(string name, ReadOptions options, params string[][] rows) => TableReader.Read("a.xlsx", "0", Sheet(rows) with { Name = name }, options, hasLines: false);

    private static Sheet Sheet(string[][] rows) => new("回答", [.. rows.Select((r, i) => new SheetRow(i + 1, [.. r]))], []);

    private static TableReading Read(params string[][] rows) => Read(new ReadOptions(), rows);

    private static TableReading Read(ReadOptions options, params string[][] rows) => TableReader.Read("a.xlsx", "0", Sheet(rows), options, hasLines: false);
}
