using FeedbackLab.Analysis.Privacy;

namespace FeedbackLab.Analysis.Tests.Privacy;

public sealed class TellingWordsTests
{
    [Theory]
    [InlineData("診療所で唯一の言語聴覚士です。", "唯一")]
    [InlineData("県内で初めて銅メダルを取った。", "県内で初めて|メダル")]
    [InlineData("うちの子は１７歳でレノックス症候群です。", "17歳でレノックス症候群")]
    [InlineData("38歳、統合失調症、妻と二人暮らし。", "38歳、統合失調症")]
    [InlineData("18歳で病院に行った。送迎が足りない。", "")]
    [InlineData("", "")]
    [InlineData("\uD83D", "")]
    public void What_tells_of_one_among_many_is_found(string text, string found) =>
        Assert.Equal(found, string.Join('|', TellingWords.Of(text, PrivacyWords.Default)));
}
