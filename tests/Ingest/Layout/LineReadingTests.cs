using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Tests.Layout;

/// <summary>Numbers, days and signs of single lines.</summary>
public sealed class LineReadingTests
{
    [Theory]
    [InlineData("問1　工賃が月2000円を下回る利用者", null)]
    [InlineData("利用者１９５０人へのアンケート", null)]
    [InlineData("2000件を超える相談", null)]
    [InlineData("2000時間以上", null)]
    [InlineData("2024年アンケート", 2024)]
    [InlineData("2024", 2024)]
    [InlineData("2024.5.14 第1回", 2024)]
    [InlineData("利用者2000人への令和6年度調査", 2024)]
    [InlineData("R6（2024）年度", 2024)]
    public void A_number_of_something_is_no_year(string text, int? year) => Assert.Equal(year, JapaneseDate.Year(text));

    [Theory]
    [InlineData("１　日中の見守り", "日中の見守り")]
    [InlineData("２　施設の整備", "施設の整備")]
    [InlineData("２　かがやき園", "かがやき園")]
    [InlineData("３　年末年始の開所", "年末年始の開所")]
    [InlineData("４　団体の活動", "団体の活動")]
    [InlineData("２ 施設の整備", "施設の整備")]
    [InlineData("２ 施設について（３件）", "施設について（３件）")]
    [InlineData("３　時間の延長", "時間の延長")]
    [InlineData("3 年間の取組について", null)]
    [InlineData("１２　名", null)]
    [InlineData("１０　月　５　日", null)]
    [InlineData("３　か所程度", null)]
    [InlineData("３　件の応募があった", null)]
    [InlineData("１５　名参加", null)]
    [InlineData("３０　人以上の参加", null)]
    [InlineData("１　人材の確保", "人材の確保")]
    [InlineData("５　回答者の属性", "回答者の属性")]
    [InlineData("２　～３", null)]
    [InlineData("10 月分の回答", null)]
    [InlineData("5 名が参加", null)]
    public void A_number_with_a_space_behind_it_numbers_what_is_no_count(string text, string? words)
    {
        var mark = LineMarks.Of(text);

        Assert.Equal(words, mark.Kind == MarkKind.Number ? mark.Body : null);
    }

    [Theory]
    [InlineData("\uD83D半分")]
    [InlineData("名\uFFFEなし")]
    public void What_is_no_Unicode_is_folded_as_far_as_it_goes(string text) => Assert.Equal(text, JapaneseText.Fold(text[..1] + " " + text[1..]));

    [Theory]
    [InlineData(8, 12)]
    [InlineData(5, 40)]
    public void A_row_of_many_numbers_that_ends_in_a_dash_is_read_at_once(int blanks, int cells)
    {
        // Shared out anew for each cell, the blanks would be tried in 8^12 ways.
        var row = "電話相談" + string.Concat(Enumerable.Repeat(new string(' ', blanks) + "12", cells)) + new string(' ', blanks) + "－\n";

        Assert.Empty(Folder.Read("a.txt", "相談の件数\n\n" + row + row).Problems.Where(p => p.Severity == FeedbackLab.Ingest.Corpus.ProblemSeverity.Error));
    }

    [Fact]
    public void Numbers_that_are_too_long_to_add_up_are_no_counts()
    {
        var corpus = Folder.Read("a.txt", $"表１　相談の件数\n　　　　　　　　　　件数\n電話　　　　　{new string('9', 29)}\n訪問　　　　　{new string('9', 29)}\n合計　　　　　{new string('9', 29)}\n");

        Assert.DoesNotContain(corpus.Problems, p => p.Severity == FeedbackLab.Ingest.Corpus.ProblemSeverity.Error);
    }

    [Fact]
    public void Words_are_kept_as_they_stand_where_a_number_of_another_form_numbers_them()
    {
        var corpus = Folder.Read("a.txt", "センター名：みさきセンター\n問1　困っていること\n(3) 上の問のうち①の相談が増えた。\n");

        Assert.All(corpus.Comments, c => Assert.DoesNotContain("③", c.Text, StringComparison.Ordinal));
        Assert.Contains(corpus.Comments, c => c.Text.Contains("上の問のうち①の相談が増えた。", StringComparison.Ordinal));
    }

    [Fact]
    public void People_at_a_meeting_are_counted_in_thousands_too()
    {
        var meeting = Assert.Single(Folder.Read("a.txt", "第1回みさき地域連絡会議事録\n日時：令和6年5月14日\n場所：みさき会館\n参加者：32団体 1,250名\n\n議題1　送迎について\n・車が足りない。\n").Meetings);

        Assert.Equal((32, 1250), (meeting.Organisations, meeting.People));
    }

    [Fact]
    public void The_signs_of_Markdown_are_no_words()
    {
        var corpus = Folder.Read("a.md", "# 令和6年度 利用者アンケート\n\n## 問1 困っていること\n\n- **Aさん**: 駅から遠いです。\n- **Bさん**: 特になし\n\n## 問2 要望\n\n1. 送迎がほしい。\n2. 椅子がほしい。\n");

        Assert.Equal(
            [("困っていること", "Aさん:駅から遠いです。"), ("要望", "送迎がほしい。"), ("要望", "椅子がほしい。")],
            corpus.Comments.Select(c => (c.Question, c.Text)));
        Assert.Equal("令和6年度利用者アンケート", corpus.Sources[0].Title);
    }
}
