using static FeedbackLab.Ingest.Tests.Formats.Word.HandMadeWord;

namespace FeedbackLab.Ingest.Tests.Formats.Word;

public sealed class WordNumberingTests
{
    [Theory]
    [InlineData("decimal", "(%1)", "(1) (2) (3)")]
    [InlineData("decimalFullWidth", "%1．", "１． ２． ３．")]
    [InlineData("aiueo", "%1", "ア イ ウ")]
    [InlineData("iroha", "%1）", "イ） ロ） ハ）")]
    [InlineData("decimalEnclosedCircle", "%1", "① ② ③")]
    [InlineData("upperRoman", "%1.", "I. II. III.")]
    [InlineData("lowerLetter", "%1)", "a) b) c)")]
    [InlineData("japaneseCounting", "第%1章", "第一章 第二章 第三章")]
    [InlineData("thaiLetters", "%1.", "1. 2. 3.")]
    [InlineData("bullet", "・", "・ ・ ・")]
    public void Markers_are_written_in_their_format(string format, string pattern, string markers)
    {
        Assert.Equal(markers, Markers(Item(1) + Item(1) + Item(1), Lists(Level(0, format, pattern))));
    }

    [Theory]
    [InlineData("decimalEnclosedCircle", 20, "⑳ ㉑")]
    [InlineData("decimalEnclosedCircle", 50, "㊿ 51")]
    [InlineData("aiueo", 46, "ン アア")]
    [InlineData("upperLetter", 26, "Z AA")]
    [InlineData("japaneseCounting", 19, "十九 二十")]
    [InlineData("ideographDigital", 10, "一〇 一一")]
    [InlineData("upperRoman", 3999, "MMMCMXCIX 4000")]
    [InlineData("decimal", int.MaxValue, "2147483647 2147483647")]
    [InlineData("lowerLetter", 99999, "99999 100000")]
    public void Formats_go_on_past_their_signs(string format, int start, string markers)
    {
        Assert.Equal(markers, Markers(Item(1) + Item(1), Lists(Level(0, format, "%1", start: start))));
    }

    [Theory]
    [InlineData("\uF06C", "Wingdings", "●")]
    [InlineData("l", "Wingdings", "●")]
    [InlineData("\uF0B7", "Symbol", "•")]
    [InlineData("\uF0A7", "Wingdings", "■")]
    [InlineData("o", "Courier New", "○")]
    [InlineData("\uF0C5", "Wingdings", "•")]
    [InlineData("●", "MS Mincho", "●")]
    [InlineData("-", null, "-")]
    public void Bullets_of_symbol_fonts_are_given_as_common_signs(string sign, string? font, string marker)
    {
        var named = font is null ? "" : $"<w:rPr><w:rFonts w:ascii=\"{font}\"/></w:rPr>";

        Assert.Equal(marker, Markers(Item(1), Lists(Level(0, "bullet", sign, named))));
    }

    [Fact]
    public void Lower_levels_start_again_and_show_those_above()
    {
        var lists = Lists(Level(0, "decimalFullWidth", "%1") + Level(1, "decimal", "%1-%2", "<w:isLgl/>") + Level(2, "aiueo", "%3"));

        Assert.Equal("１ 1-1 ア イ 1-2 ア ２ 2-1", Markers(Item(1) + Item(1, 1) + Item(1, 2) + Item(1, 2) + Item(1, 1) + Item(1, 2) + Item(1) + Item(1, 1), lists));
    }

    [Fact]
    public void A_level_that_never_restarts_counts_on()
    {
        var lists = Lists(Level(0, "decimal", "%1") + Level(1, "decimal", "%1-%2", "<w:lvlRestart w:val=\"0\"/>"));

        Assert.Equal("1 1-1 2 2-2", Markers(Item(1) + Item(1, 1) + Item(1) + Item(1, 1), lists));
    }

    [Fact]
    public void A_level_used_before_the_one_above_it_shows_the_start_of_that()
    {
        Assert.Equal("1.1 2", Markers(Item(1, 1) + Item(1), Lists(Level(0, "decimal", "%1") + Level(1, "decimal", "%1.%2"))));
    }

    [Fact]
    public void Lists_of_the_same_make_count_on_unless_one_starts_anew()
    {
        var lists = Lists(Level(0, "decimal", "%1"))
            + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/></w:num><w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>";

        Assert.Equal("1 2 5 6", Markers(Item(1) + Item(2) + Item(3) + Item(3), lists));
    }

    [Fact]
    public void A_list_may_redefine_a_level()
    {
        var lists = Lists(Level(0, "decimal", "%1"))
            + $"<w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\">{Level(0, "bullet", "■")}</w:lvlOverride></w:num>";

        Assert.Equal("1 ■", Markers(Item(1) + Item(2), lists));
    }

    [Fact]
    public void A_list_comes_from_the_style_and_number_zero_takes_it_away()
    {
        var lists = Lists(Level(0, "decimal", "%1.") + Level(1, "decimal", "(%2)", "<w:pStyle w:val=\"Sub\"/>"));
        var styles = "<w:style w:type=\"paragraph\" w:styleId=\"Sub\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
        var body = P("甲", "<w:pStyle w:val=\"Sub\"/>") + P("乙", "<w:pStyle w:val=\"Sub\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>") + P("丙", "<w:pStyle w:val=\"Sub\"/>");

        Assert.Equal([("(1)", 1), ("", 0), ("(2)", 1)], Paragraphs(body, lists, styles).Select(p => (p.Marker, p.Level)));
    }

    [Fact]
    public void A_list_defined_by_a_list_style_is_found()
    {
        var lists = $"<w:abstractNum w:abstractNumId=\"1\"><w:styleLink w:val=\"L\"/>{Level(0, "bullet", "◆")}</w:abstractNum><w:abstractNum w:abstractNumId=\"2\"><w:numStyleLink w:val=\"L\"/></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"2\"/></w:num>";

        Assert.Equal("◆", Markers(Item(1), lists));
    }

    [Fact]
    public void A_deleted_item_is_not_counted()
    {
        var gone = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>消した項目</w:delText></w:r></w:del></w:p>";

        Assert.Equal(["1. 甲", "2. 乙"], Paragraphs(Item(1, text: "甲") + gone + Item(1, text: "乙"), Lists(Level(0, "decimal", "%1."))).Select(p => p.Line));
    }

    private static string Markers(string body, string lists) => string.Join(' ', Paragraphs(body, lists).Select(p => p.Marker));
}
