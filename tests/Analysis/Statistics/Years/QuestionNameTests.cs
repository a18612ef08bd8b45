using FeedbackLab.Analysis.Statistics.Years;

namespace FeedbackLab.Analysis.Tests.Statistics.Years;

/// <summary>Which questions of two years are one, seen from outside: nothing stands apart where they are.</summary>
public sealed class QuestionNameTests
{
    [Theory]
    [InlineData("設問1　利用料について", "設問2 利用料について")]
    [InlineData("問１．利用料について", "Q3: 利用料について（自由記述）")]
    [InlineData("(1) 利用料について", "【問2】利用料について")]
    [InlineData("1 利用料について", "２、利用料について")]
    [InlineData("問3-2 利用料について", "問３の１　利用料について")]
    [InlineData("①利用料について", "②利用料について")]
    [InlineData("令和6年度に困ったこと", "令和7年度に困ったこと")]
    [InlineData("2024年度に困ったこと", "今年度に困ったこと")]
    [InlineData("困ったこと・要望", "困ったこと、要望")]
    [InlineData("ＣＳについて", "CS について")]
    public void Number_year_form_and_punctuation_make_no_other_question(string earlier, string later) => Assert.Empty(Questions(earlier, later).OnlySome);

    [Theory]
    [InlineData("利用料について", "送迎について")]
    [InlineData("問1", "問2")]
    [InlineData("3年後の姿", "5年後の姿")]
    [InlineData("良かったこと", "困ったこと")]
    [InlineData("困ったこと（利用料）", "困ったこと（送迎）")]
    public void Other_words_make_another_question(string earlier, string later) =>
        Assert.Equal([earlier, later], Questions(earlier, later).OnlySome.Select(q => q.Name));

    private static QuestionsOfYears Questions(string earlier, string later) => QuestionsOfYears.Of(
        Samples.Corpus(new (int Year, string Question)[] { (2024, "共通"), (2025, "共通"), (2024, earlier), (2025, later) }.Select((c, i) =>
        {
            var comment = Samples.Comment("話", "A", c.Year, line: i + 1, question: c.Question);
            return comment with { Place = comment.Place with { Column = c.Question } };
        })),
        2024,
        2025);
}
