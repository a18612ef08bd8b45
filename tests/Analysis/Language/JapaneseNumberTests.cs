using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Tests.Language;

public sealed class JapaneseNumberTests
{
    [Theory]
    [InlineData("〇〇七", "7")]
    [InlineData("一〇〇〇", "1000")]
    [InlineData("三千2百２十三", "3223")]
    [InlineData("兆六百万五千一", "1000006005001")]
    [InlineData("３．２千", "3200")]
    [InlineData("１．２万３４５．６７", "12345.67")]
    [InlineData("4,647.100", "4647.1")]
    [InlineData("15,7", "157")]
    [InlineData("０．５０", "0.5")]
    [InlineData("百万", "1000000")]
    [InlineData("五.", "5")]
    [InlineData(".5", "0.5")]
    [InlineData("〇", "0")]
    public void Kanji_and_digits_become_one_number(string numeral, string expected) =>
        Assert.Equal(expected, JapaneseNumber.Normalize(numeral));

    [Theory]
    [InlineData("1.2.3")]
    [InlineData("．")]
    [InlineData("，")]
    [InlineData("")]
    public void What_is_no_number_stays(string numeral) => Assert.Equal(numeral, JapaneseNumber.Normalize(numeral));

    [Fact]
    public void A_number_of_four_thousand_digits_is_kept_exactly()
    {
        var digits = "1" + new string('２', 3999);
        Assert.Equal("1" + new string('2', 3999), JapaneseNumber.Normalize(digits));
    }
}
