using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Search;
using FeedbackLab.Analysis.Search.Language;

namespace FeedbackLab.Analysis.Tests.Search.Language;

public sealed class DidYouMeanTests
{
    private static readonly TermCount[] Terms =
    [
        new("利用料", 5, 5),
        new("利用者", 9, 9),
        new("利用", 20, 20),
        new("職場定着", 3, 3),
        new("職場定着支援", 2, 2),
        new(CommentDocuments.ReadingMark + "リヨウ", 30, 30),
    ];

    [Theory]
    [InlineData("利用科", "利用 利用者 利用料")]
    [InlineData("利用料", "利用 利用者")]
    [InlineData("職場底着支援", "職場定着支援")]
    [InlineData("送迎", "")]
    [InlineData("料", "")]
    public void The_nearest_words_come_first_then_the_most_common(string word, string meant) =>
        Assert.Equal(meant, string.Join(' ', DidYouMean.Of(word, Terms)));

    [Theory]
    [InlineData("みさきセンター", "みさき")]
    [InlineData("ミサキ", "")]
    [InlineData("みさぎ", "みさき")]
    [InlineData("２０", "2024 2025")]
    [InlineData("2034", "")]
    [InlineData("東 部", "東部 中東部")]
    [InlineData(" ", "")]
    public void Values_that_hold_what_was_typed_come_before_those_that_differ_by_a_letter(string typed, string meant) =>
        Assert.Equal(meant, string.Join(' ', DidYouMean.ValuesOf(typed, ["みさき", "2024", "2025", "東部", "中東部"])));

    [Fact]
    public void Patterns_fields_and_exclusions_are_not_corrected() =>
        Assert.Equal(["a", "b", "c"], DidYouMean.WordsOf(QueryParser.Parse("a 引* 年:2020 -d (b OR c^2)").Query!));
}
