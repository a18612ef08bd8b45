using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Word;
using static FeedbackLab.Ingest.Tests.Formats.Word.HandMadeWord;

namespace FeedbackLab.Ingest.Tests.Formats.Word;

public sealed class WordTableTests
{
    [Fact]
    public void Tables_stand_between_paragraphs_and_their_cells_are_not_counted_as_such()
    {
        var parts = Parts(P("前") + Table(Row(Cell("甲"), Cell("乙"))) + P("後"));

        Assert.Equal(["1 前", "2 後"], parts.OfType<WordParagraph>().Select(p => $"{p.Number} {p.Text}"));
        Assert.Equal(1, Assert.IsType<WordTable>(parts[1]).Number);
    }

    [Fact]
    public void Merged_cells_carry_their_words_in_the_first_and_short_rows_are_filled_up()
    {
        Assert.Equal(
            ["大見出し||", "縦|乙|丙", "|丁|", "|戊|"],
            Rows(Table(
                Row(Cell("大見出し", "<w:gridSpan w:val=\"3\"/>")),
                Row(Cell("縦", "<w:vMerge w:val=\"restart\"/>"), Cell("乙"), Cell("丙")),
                Row(Cell("", "<w:vMerge/>"), Cell("丁")),
                "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + Cell("戊") + "</w:tr>")));
    }

    [Fact]
    public void A_name_over_several_rows_and_a_heading_over_several_columns_count_for_all_of_them()
    {
        var corpus = Read(Table(
            Row(Cell("センター名", "<w:vMerge w:val=\"restart\"/>"), Cell("会議について", "<w:gridSpan w:val=\"2\"/>")),
            Row(Cell("", "<w:vMerge/>"), Cell("良い点"), Cell("困っている点")),
            Row(Cell("みさき", "<w:vMerge w:val=\"restart\"/>"), Cell("話しやすい。"), Cell("回数が多い。")),
            Row(Cell("", "<w:vMerge/>"), Cell("時間どおりに終わる。"), Cell("部屋が狭い。"))));

        Assert.All(corpus.Comments, c => Assert.Equal("みさき", c.Respondent));
        Assert.Equal(4, corpus.Comments.Length);
        Assert.Equal(["会議について／良い点", "会議について／困っている点"], corpus.Comments.Select(c => c.Question).Distinct());
    }

    [Fact]
    public void A_column_of_the_grid_that_no_row_divides_is_no_question()
    {
        var corpus = Read(Table(
            Row(Cell("センター名"), Cell("ご意見", "<w:gridSpan w:val=\"2\"/>")),
            Row(Cell("みさき"), Cell("回数が多い。", "<w:gridSpan w:val=\"2\"/>"))));

        Assert.Equal("ご意見", Assert.Single(corpus.Comments).Question);
        Assert.Empty(corpus.LeftOut);
    }

    [Theory]
    [InlineData("設問", "回答")]
    [InlineData("調査項目", "内容")]
    public void A_heading_that_names_an_office_says_whose_answers_the_table_below_holds(string question, string answer)
    {
        var corpus = Read(
            P("１　みさきセンター") + Table(Row(Cell(question), Cell(answer)), Row(Cell("相談の状況"), Cell("相談が多い。")), Row(Cell("連携の課題"), Cell("特になし")))
            + P("２　はまべセンター") + Table(Row(Cell(question), Cell(answer)), Row(Cell("相談の状況"), Cell("企業が遠い。")), Row(Cell("連携の課題"), Cell("会議が多い。"))));

        Assert.Equal(
            [("みさきセンター", "相談の状況", "相談が多い。"), ("はまべセンター", "相談の状況", "企業が遠い。"), ("はまべセンター", "連携の課題", "会議が多い。")],
            corpus.Comments.Select(c => (c.Respondent!, c.Question!, c.Text)));
        Assert.Equal("みさきセンター", corpus.LeftOut.Single(l => l.Reason == LeftOutReason.NothingToSay).Respondent);
    }

    [Fact]
    public void Remarks_in_a_table_were_made_in_the_meeting_above_it()
    {
        var corpus = Read(
            P("第１回就労部会　会議録") + P("日時：令和６年６月１４日（金）") + P("場所：市役所")
            + Table(Row(Cell("発言者"), Cell("発言内容")), Row(Cell("林委員"), Cell("会社が少ない。")), Row(Cell("原委員"), Cell("付き添う人が足りない。"))));

        Assert.Equal(["林委員", "原委員"], corpus.Comments.Select(c => c.Respondent!));
        Assert.All(corpus.Comments, c => Assert.Equal((CommentKind.Meeting, Assert.Single(corpus.Meetings).Id, 2024), (c.Kind, c.Meeting, c.Year)));
    }

    [Fact]
    public void Opinions_in_a_table_below_the_only_meeting_are_of_its_year() =>
        Assert.Equal(
            2024,
            Assert.Single(Read(P("第３回　運営委員会　意見と対応") + P("開催日：令和６年１１月１１日") + Table(Row(Cell("議題"), Cell("委員からの意見"), Cell("事務局の回答")), Row(Cell("決算"), Cell("繰越金が多いのはなぜか。"), Cell("修繕に備えるためです。")))).Comments).Year);

    [Fact]
    public void One_office_above_a_table_may_be_whoever_wrote_the_document() =>
        Assert.All(
            Read(P("みさきセンター") + Table(Row(Cell("No"), Cell("ご意見")), Row(Cell("1"), Cell("会議が多い。")), Row(Cell("2"), Cell("部屋が狭い。")))).Comments,
            c => Assert.Null(c.Respondent));

    [Fact]
    public void An_answer_sheet_has_its_names_in_a_table_and_its_answers_in_boxes_below_the_questions()
    {
        var corpus = Read(
            P("令和７年度　定着支援アンケート　回答票") + Table(Row(Cell("センター名"), Cell("みさき")), Row(Cell("記入者"), Cell("架空 太郎")), Row(Cell("電話番号"), Cell("000-0000")))
            + P("問１　困っていることを御記入ください。") + Table(Row(Cell("回数が多い。")))
            + P("問２　県への要望を御記入ください。") + Table(Row(Cell("特になし"))) + P("御協力ありがとうございました。"));

        var comment = Assert.Single(corpus.Comments);
        Assert.Equal(("みさき", "回数が多い。", 2025), (comment.Respondent, comment.Text, comment.Year));
        Assert.Equal(LeftOutReason.NothingToSay, Assert.Single(corpus.LeftOut).Reason);
        Assert.Equal(2025, Assert.Single(corpus.Sources).Year);
    }

    [Fact]
    public void Paragraphs_of_a_cell_are_lines_with_their_markers()
    {
        var cell = $"<w:tc>{Item(1, text: "早めに知らせる")}{Item(1, text: "紙でも渡す")}{P("以上")}</w:tc>";

        Assert.Equal(["① 早めに知らせる\n② 紙でも渡す\n以上"], Rows(Table(Row(cell)), Lists(Level(0, "decimalEnclosedCircle", "%1"))));
    }

    [Fact]
    public void A_table_inside_a_cell_is_flattened_into_it()
    {
        var inner = Table(Row(Cell("朝"), Cell("夕")), Row(Cell("二人"), Cell("三人")));

        Assert.Equal(["人数|内訳\n朝\t夕\n二人\t三人\n計五人"], Rows(Table(Row(Cell("人数"), $"<w:tc>{P("内訳")}{inner}{P("計五人")}</w:tc>"))));
    }

    [Fact]
    public void A_text_box_in_a_cell_belongs_to_the_cell()
    {
        var box = $"<w:p>{R("欄")}<w:r><w:pict><v:textbox><w:txbxContent>{P("囲み")}</w:txbxContent></v:textbox></w:pict></w:r></w:p>";

        Assert.Equal(["欄\n囲み"], Rows(Table(Row($"<w:tc>{box}</w:tc>"))));
    }

    [Fact]
    public void Deleted_rows_are_gone_and_controls_are_read_through()
    {
        var deleted = $"<w:tr><w:trPr><w:del/></w:trPr>{Cell("消した行")}</w:tr>";
        var filled = $"<w:sdt><w:sdtPr/><w:sdtContent>{Cell("書いた")}</w:sdtContent></w:sdt>";
        var prompt = $"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{Cell("クリックして入力")}</w:sdtContent></w:sdt>";

        Assert.Equal(["書いた||右"], Rows(Table(deleted, Row(filled, prompt, Cell("右")))));
    }

    [Fact]
    public void A_cell_over_a_billion_columns_takes_no_more_than_Word_allows()
    {
        var row = Rows(Table(Row(Cell("甲", "<w:gridSpan w:val=\"1000000000\"/>"), Cell("乙"))));

        Assert.True(Assert.Single(row).Length < 100);
    }

    [Fact]
    public void The_table_at_the_head_of_minutes_tells_of_the_meeting()
    {
        var corpus = Read(P("第1回みさき部会 議事録") + Table(
            Row(Cell("日　時"), Cell("令和８年５月１４日（木）14時から")), Row(Cell("場　所"), Cell("市民会館")),
            Row(Cell("出席者"), Cell("池本座長、海野委員")), Row(Cell("事務局"), Cell("福祉課")))
            + P("○座長　ご意見をお願いします。") + P("○海野委員　送迎の車が足りない。"));

        Assert.Equal(["座長: ご意見をお願いします。", "海野委員: 送迎の車が足りない。"], corpus.Comments.Select(c => $"{c.Respondent}: {c.Text}"));
        var meeting = Assert.Single(corpus.Meetings);
        Assert.Equal((new DateOnly(2026, 5, 14), "市民会館"), (meeting.Date, meeting.Venue));
        Assert.StartsWith("池本座長、海野委員", meeting.ParticipantsText, StringComparison.Ordinal);
        Assert.Empty(corpus.LeftOut);
    }

    [Fact]
    public void What_was_said_may_stand_in_the_meeting_s_table()
    {
        var corpus = Read(P("第1回みさき部会 議事録") + Table(
            Row(Cell("会議名"), Cell("みさき部会")), Row(Cell("開催日"), Cell("令和８年５月１４日")),
            Row(Cell("会議内容"), "<w:tc>" + P("○座長　ご意見をお願いします。") + P("○海野委員　送迎の車が足りない。") + "</w:tc>")));

        Assert.Equal(["座長: ご意見をお願いします。", "海野委員: 送迎の車が足りない。"], corpus.Comments.Select(c => $"{c.Respondent}: {c.Text}"));
        Assert.Equal("みさき部会", Assert.Single(corpus.Meetings).Title);
    }

    [Fact]
    public void A_list_of_meetings_is_no_head_of_minutes()
    {
        var corpus = Read(Table(Row(Cell("日時"), Cell("場所"), Cell("主な意見")), Row(Cell("5月14日"), Cell("市民会館"), Cell("送迎の車が足りない。")), Row(Cell("6月11日"), Cell("公民館"), Cell("部屋が狭い。"))));

        Assert.Equal(["送迎の車が足りない。", "部屋が狭い。"], corpus.Comments.Select(c => c.Text));
    }

    private static CommentCorpus Read(string body)
    {
        using var folder = new Folder();
        return CorpusReader.Read([folder.Write("made.docx", HandMadeWord.Bytes(body))], new ReadOptions());
    }

    private static List<string> Rows(string table, string? lists = null) =>
        [.. Assert.IsType<WordTable>(Assert.Single(Parts(table, lists))).Rows.Select(row => string.Join('|', row))];

    private static string Table(params string[] rows) => $"<w:tbl><w:tblPr/>{string.Concat(rows)}</w:tbl>";

    private static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    private static string Cell(string text, string format = "") => $"<w:tc><w:tcPr>{format}</w:tcPr>{P(text)}</w:tc>";
}
