using static FeedbackLab.Ingest.Tests.Formats.Word.HandMadeWord;

namespace FeedbackLab.Ingest.Tests.Formats.Word;

public sealed class WordTextTests
{
    [Fact]
    public void Paragraphs_are_numbered_and_keep_their_spaces()
    {
        var paragraphs = Paragraphs(P("　駐車場が狭い。 ") + P("") + P("廊下が暗い。"));

        Assert.Equal([(1, "　駐車場が狭い。 "), (2, ""), (3, "廊下が暗い。")], paragraphs.Select(p => (p.Number, p.Text)));
    }

    [Fact]
    public void Tracked_changes_are_taken_as_accepted()
    {
        Assert.Equal(["受付は九時から。"], Texts($"<w:p>{R("受付は")}<w:del>{R("八時")}<w:r><w:delText>半</w:delText></w:r></w:del><w:ins>{R("九時")}</w:ins>{R("から。")}</w:p>"));
    }

    [Fact]
    public void Moved_words_stand_where_they_were_moved_to()
    {
        Assert.Equal(["前の段落。", "移した文。"], Texts($"<w:p>{R("前の段落。")}<w:moveFrom>{R("移した文。")}</w:moveFrom></w:p><w:p><w:moveTo>{R("移した文。")}</w:moveTo></w:p>"));
    }

    [Fact]
    public void A_paragraph_whose_end_was_deleted_runs_into_the_next()
    {
        Assert.Equal(["窓口の人数を増やしてほしい。"], Texts(P("窓口の人数を", "<w:rPr><w:del/></w:rPr>") + P("増やしてほしい。")));
    }

    [Fact]
    public void A_deleted_end_before_a_table_or_the_end_loses_no_words()
    {
        var table = $"<w:tbl><w:tr><w:tc>{P("表")}</w:tc></w:tr></w:tbl>";

        Assert.Equal(["表の前。", "終わり。"], Texts(P("表の前。", "<w:rPr><w:del/></w:rPr>") + table + P("終わり。", "<w:rPr><w:del/></w:rPr>")));
    }

    [Fact]
    public void Of_furigana_only_the_words_below_are_kept()
    {
        Assert.Equal(["施設の鍵を替える。"], Texts($"<w:p>{R("施設の")}<w:r><w:ruby><w:rubyPr/><w:rt>{R("かぎ")}</w:rt><w:rubyBase>{R("鍵")}</w:rubyBase></w:ruby></w:r>{R("を替える。")}</w:p>"));
    }

    [Fact]
    public void Field_codes_are_left_out_and_results_kept()
    {
        Assert.Equal(["第3回の会議"], Texts($"""
            <w:p>{R("第")}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>SEQ x</w:instrText></w:r>
            <w:r><w:fldChar w:fldCharType="separate"/></w:r>{R("9")}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{R("3")}<w:r><w:fldChar w:fldCharType="end"/></w:r>{R("回の")}
            <w:fldSimple w:instr="AUTHOR">{R("会議")}</w:fldSimple></w:p>
            """));
    }

    [Fact]
    public void A_field_that_never_ends_costs_its_own_paragraph_only()
    {
        Assert.Equal("次の段落。", Texts($"<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>{R("PAGE")}</w:p>" + P("次の段落。")).Last());
    }

    [Fact]
    public void Marks_of_notes_and_comments_are_left_out()
    {
        Assert.Equal(["昼食の時間を延ばす。"], Texts($"<w:p><w:commentRangeStart w:id=\"0\"/>{R("昼食の")}<w:r><w:footnoteReference w:id=\"2\"/></w:r><w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>{R("時間を延ばす。")}</w:p>"));
    }

    [Fact]
    public void Tabs_breaks_and_hyphens_are_characters()
    {
        Assert.Equal(["日時\t三月\n場所-会議室長い語"], Texts($"<w:p>{R("日時")}<w:r><w:tab/></w:r>{R("三月")}<w:r><w:br/></w:r>{R("場所")}<w:r><w:noBreakHyphen/></w:r>{R("会議室長い")}<w:r><w:softHyphen/></w:r>{R("\u00AD語")}<w:r><w:br w:type=\"page\"/></w:r></w:p>"));
    }

    [Fact]
    public void A_text_box_follows_the_paragraph_that_anchors_it_and_is_read_once()
    {
        var box = $"<w:txbxContent>{P("囲みの中の一行め。")}{P("囲みの中の二行め。")}</w:txbxContent>";
        var anchored = $"<w:p>{R("本文の")}<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>{R("続き。")}</w:p>";

        Assert.Equal([(1, "本文の続き。"), (2, "囲みの中の一行め。"), (3, "囲みの中の二行め。"), (4, "次の段落。")], Paragraphs(anchored + P("次の段落。")).Select(p => (p.Number, p.Text)));
    }

    [Fact]
    public void Hidden_words_are_left_out_with_a_notice_that_does_not_repeat_them()
    {
        var styles = "<w:style w:type=\"character\" w:styleId=\"Ghost\"><w:rPr><w:vanish/></w:rPr></w:style>";
        var body = $"<w:p>{R("見える。")}{R("隠れた語", "<w:vanish/>")}</w:p><w:p>{R("様式で隠す", "<w:rStyle w:val=\"Ghost\"/>")}{R("出す。", "<w:rStyle w:val=\"Ghost\"/><w:vanish w:val=\"0\"/>")}</w:p>";

        var reading = FeedbackLab.Ingest.Formats.Word.WordReader.Read("a.docx", Bytes(body, styles: styles));

        Assert.Equal(["見える。", "出す。"], reading.Parts.Cast<FeedbackLab.Ingest.Formats.Word.WordParagraph>().Select(p => p.Text));
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(FeedbackLab.Ingest.Corpus.ProblemSeverity.Notice, problem.Severity);
        Assert.Contains("2 段落", problem.What.Ja, StringComparison.Ordinal);
        Assert.DoesNotContain("隠れた語", problem.What.Ja + problem.Remedy.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void Controls_are_read_through_and_unfilled_prompts_left_out()
    {
        var body = $"<w:sdt><w:sdtPr/><w:sdtContent>{P("欄に書かれた意見。")}</w:sdtContent></w:sdt>"
            + $"<w:p>{R("氏名：")}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{R("ここをクリックして入力")}</w:sdtContent></w:sdt><w:hyperlink>{R("案内の頁")}</w:hyperlink></w:p>";

        Assert.Equal(["欄に書かれた意見。", "氏名：案内の頁"], Texts(body));
    }

    [Fact]
    public void Heading_levels_come_from_outline_levels_and_from_the_names_of_styles()
    {
        var styles = "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"Own\"><w:name w:val=\"章題\"/><w:basedOn w:val=\"1\"/></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"H3\"><w:name w:val=\"heading 3\"/></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"Loop\"><w:name w:val=\"Loop\"/><w:basedOn w:val=\"Loop\"/></w:style>";
        string styled(string id) => P("見出し", $"<w:pStyle w:val=\"{id}\"/>");

        Assert.Equal([1, 1, 3, 0, 0, 2, 0], Paragraphs(styled("1") + styled("Own") + styled("H3") + styled("Loop") + styled("None") + P("直接", "<w:outlineLvl w:val=\"1\"/>") + P("本文", "<w:outlineLvl w:val=\"9\"/>"), styles: styles).Select(p => p.HeadingLevel));
    }

    [Fact]
    public void A_document_in_the_strict_form_is_read_alike()
    {
        var bytes = Bytes(Item(1, text: "項目"), Lists(Level(0, "decimal", "(%1)")), words: "http://purl.oclc.org/ooxml/wordprocessingml/main", relations: "http://purl.oclc.org/ooxml/officeDocument/relationships/");

        var paragraph = Assert.IsType<FeedbackLab.Ingest.Formats.Word.WordParagraph>(Assert.Single(FeedbackLab.Ingest.Formats.Word.WordReader.Read("a.docx", bytes).Parts));

        Assert.Equal("(1) 項目", paragraph.Line);
    }

    [Fact]
    public void A_link_that_is_no_address_keeps_nothing_from_being_read()
    {
        var link = "<Relationship Id=\"r9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"mailto:a@b@c, http://[\" TargetMode=\"External\"/>";

        var reading = FeedbackLab.Ingest.Formats.Word.WordReader.Read("a.docx", Bytes(P("連絡先はこちら。"), links: link));

        Assert.Empty(reading.Problems);
        Assert.Single(reading.Parts);
    }

    [Fact]
    public void Formulas_are_read_as_their_characters()
    {
        Assert.Equal(["割合は12÷3です。"], Texts($"<w:p>{R("割合は")}<m:oMath><m:r><m:t>12</m:t></m:r><m:r><m:t>÷3</m:t></m:r></m:oMath>{R("です。")}</w:p>"));
    }
}
