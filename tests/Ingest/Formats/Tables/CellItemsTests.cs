using FeedbackLab.Ingest.Formats.Tables;

namespace FeedbackLab.Ingest.Tests.Formats.Tables;

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
    public void What_introduces_bullets_stands_before_each(string cell, string items) => Assert.Equal(items.Split('|'), CellItems.Of(cell).AsEnumerable());
}
