using FeedbackLab.Ingest.Formats.Tables.Cells;

namespace FeedbackLab.Ingest.Tests.Formats.Tables.Cells;

public sealed class CellItemsTests
{
    [Theory]
    [InlineData("夜の見回りが多い。\n→交代で行いたい。\n送迎の車が足りない。\n→車を増やしたい。")]
    [InlineData("車の不足\n→増車\n職員の不足\n⇒補助")]
    public void Arrows_that_answer_the_lines_above_are_no_bullets(string cell) => Assert.Equal([cell], CellItems.Of(cell).AsEnumerable());

    [Fact]
    public void An_arrow_below_a_bullet_belongs_to_it() =>
        Assert.Equal(["車の不足→増車", "職員の不足⇒補助"], CellItems.Of("・車の不足\n→増車\n・職員の不足\n⇒補助").AsEnumerable());

    [Fact]
    public void Arrows_at_every_line_are_a_list() =>
        Assert.Equal(["増車", "夜の見回りの交代"], CellItems.Of("→増車\n→夜の見回りの交代").AsEnumerable());

    [Theory]
    [InlineData("夜の職員について：\n・足りない\n・休めない", "夜の職員について：足りない|夜の職員について：休めない")]
    [InlineData("夜の職員について\n①足りない\n②休めない", "夜の職員について足りない|夜の職員について休めない")]
    [InlineData("夜の職員：\n・足りない\n・特になし", "夜の職員：足りない|特になし")]
    [InlineData("次の点です：\n・足りない\n・休めない", "足りない|休めない")]
    [InlineData("以下のとおりです：\n・足りない\n・休めない", "足りない|休めない")]
    [InlineData("夜の職員が困っている。\n・足りない\n・休めない", "夜の職員が困っている。|足りない|休めない")]
    [InlineData("課題は以下のとおり。\n・人材\n・財源", "人材|財源")]
    public void What_introduces_bullets_stands_before_each(string cell, string items) => Assert.Equal(items.Split('|'), CellItems.Of(cell).AsEnumerable());

    [Theory]
    [InlineData("・人材\n・財源\nいずれも市だけでは解決できない。", "人材|財源|いずれも市だけでは解決できない。")]
    [InlineData("・職員が足りず訪問の回数が\n減っている。\n・車を\nもう一台増やしてほしい。", "職員が足りず訪問の回数が減っている。|車をもう一台増やしてほしい。")]
    public void A_sentence_below_words_is_an_answer_of_its_own(string cell, string items) => Assert.Equal(items.Split('|'), CellItems.Of(cell).AsEnumerable());

    [Theory]
    [InlineData("・引継ぎが形だけである。", "引継ぎが形だけである。")]
    [InlineData("●引継ぎが\n形だけである。", "引継ぎが\n形だけである。")]
    [InlineData("・・・", "・・・")]
    [InlineData("○○市の研修がよい。", "○○市の研修がよい。")]
    [InlineData("■はい □いいえ", "■はい □いいえ")]
    public void One_bullet_is_no_word_of_the_answer(string cell, string item) => Assert.Equal([item], CellItems.Of(cell).AsEnumerable());

    [Theory]
    [InlineData("〇移行の時期が早い〇引継ぎの資料がない", "移行の時期が早い|引継ぎの資料がない")]
    [InlineData("○移行の時期が早い。○引継ぎの資料がない。", "移行の時期が早い。|引継ぎの資料がない。")]
    [InlineData("・移行の時期が早い。・引継ぎの資料がない。", "移行の時期が早い。|引継ぎの資料がない。")]
    [InlineData("・人材　・財源", "人材|財源")]
    [InlineData("①人材の確保②財源の確保③場所", "人材の確保|財源の確保|場所")]
    [InlineData("(1)工賃が上がらない。(2)材料費が高い。", "工賃が上がらない。|材料費が高い。")]
    [InlineData("（１）工賃が上がらない。　（２）材料費が高い。", "工賃が上がらない。|材料費が高い。")]
    public void A_list_on_one_line_is_one_all_the_same(string cell, string items) => Assert.Equal(items.Split('|'), CellItems.Of(cell).AsEnumerable());

    [Theory]
    [InlineData("○○市と○○町の研修がよい。")]
    [InlineData("①と②は同じ窓口にしてほしい。")]
    [InlineData("①の様式と②の様式をそろえてほしい。")]
    [InlineData("(1)と(2)の様式をそろえてほしい。")]
    [InlineData("○は良い、○でないものは直す")]
    [InlineData("職員①と職員②が交代で行う。")]
    [InlineData("①抱える課題②研修について③県への要望について話し合った。")]
    public void Signs_inside_a_sentence_part_nothing(string cell) => Assert.Equal([cell], CellItems.Of(cell).AsEnumerable());

    [Fact]
    public void Points_between_words_part_nothing() => Assert.Equal(["人材・財源・場所が足りない。"], CellItems.Of("・人材・財源・場所が足りない。").AsEnumerable());
}
