using FeedbackLab.Analysis.Search.Language;

namespace FeedbackLab.Analysis.Tests.Search.Language;

public sealed class QuestionFormTests
{
    [Theory]
    [InlineData("引継ぎの面談はいつ行うのがよいか")]
    [InlineData("引継ぎの面談はいつ行うのがよいですか。")]
    [InlineData("家族が困っていることは？")]
    [InlineData("利用料で困っていることを教えて")]
    [InlineData("なぜ利用を断るのか")]
    [InlineData("支援機関はどのように連携している")]
    [InlineData("Why do people leave their work?")]
    [InlineData("what do centres ask for")]
    public void A_sentence_that_asks_is_a_question(string text) => Assert.True(QuestionForm.Reads(text));

    [Theory]
    [InlineData("")]
    [InlineData("利用料")]
    [InlineData("利用料 負担")]
    [InlineData("利用料のほか")]
    [InlineData("わずか")]
    [InlineData("引?")]
    [InlineData("利用料 引?")]
    [InlineData("\"いつ行うのがよいか\"")]
    [InlineData("年:2024 なぜ断るのか")]
    [InlineData("（利用料 OR 負担）なぜ断るのか")]
    [InlineData("利用料 NOT 断るのか")]
    [InlineData("what")]
    [InlineData("is it")]
    public void Words_and_marks_of_the_query_language_are_a_query(string text) => Assert.False(QuestionForm.Reads(text));
}
