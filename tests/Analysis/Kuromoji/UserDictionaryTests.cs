using FeedbackLab.Analysis.Kuromoji;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Tests.Kuromoji;

public sealed class UserDictionaryTests
{
    [Fact]
    public void The_words_of_the_field_are_in_order()
    {
        var parse = UserDictionary.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Kuromoji", "Expected", "user-dictionary.csv")), "user-dictionary.csv");
        Assert.Empty(parse.Problems);
        Assert.True(parse.Dictionary!.Count > 20);
    }

    [Fact]
    public void A_word_comes_in_its_parts_with_their_readings()
    {
        const string Text = "地域の茶話会室です";
        var (tokenizer, tokens) = Tokenize("茶話会室,茶話会 室,サワカイ シツ,名詞-一般", Text);
        var user = tokens.Where(t => t.Origin == TokenOrigin.User).ToList();
        Assert.Equal(["茶話会", "室"], user.Select(t => Text[t.Start..t.End]));
        Assert.Equal(
            [new WordFeatures("名詞-一般", null, "サワカイ", null, null, null), new WordFeatures("名詞-一般", null, "シツ", null, null, null)],
            user.Select(t => tokenizer.Describe(t, Text)));
    }

    [Theory]
    [InlineData("# 注釈だけ\r\n\r\n  \n")]
    [InlineData("")]
    public void Comments_and_empty_lines_are_no_words(string text) => Assert.Equal(0, UserDictionary.Parse(text, "d.csv").Dictionary!.Count);

    [Fact]
    public void Quotes_hold_commas_and_a_comment_may_end_a_line()
    {
        const string Text = "甲,乙";
        var (_, tokens) = Tokenize("\uFEFF\"甲,乙\",\"甲,乙\",コウオツ,名詞-一般 # 注釈", Text);
        Assert.Equal([(0, 3, TokenOrigin.User)], tokens.Select(t => (t.Start, t.End, t.Origin)));
    }

    [Theory]
    [InlineData("茶話会,茶話会,サワカイ", "項目")]
    [InlineData("茶話会,茶話会,サワカイ,名詞,余り", "項目")]
    [InlineData("茶話会,茶話会,,名詞", "項目")]
    [InlineData("茶話会,茶話,サワ,名詞", "区切りをつなげても")]
    [InlineData("茶話会,茶話 会,サワカイ,名詞", "読みは1個")]
    [InlineData("\"茶話会,茶話会,サワカイ,名詞", "引用符")]
    [InlineData("会議,会議,カイギ,名詞", "1行目")]
    public void A_wrong_line_is_told_with_its_number(string line, string what)
    {
        var parse = UserDictionary.Parse("会議,会議,カイギ,名詞\n\n" + line, "d.csv");
        Assert.Null(parse.Dictionary);
        var problem = Assert.Single(parse.Problems);
        Assert.Equal((ProblemSeverity.Error, "d.csv", 3), (problem.Severity, problem.File, problem.Line));
        Assert.Contains(what, problem.What.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_tokenizer_that_has_the_word_describes_it()
    {
        var (_, tokens) = Tokenize("茶話会,茶話会,サワカイ,名詞-一般", "茶話会");
        Assert.Throws<ArgumentException>(() => KuromojiDictionary.Default.PartOfSpeech(tokens[0]));
        Assert.Throws<ArgumentException>(() => new KuromojiTokenizer(KuromojiDictionary.Default, new TokenizerOptions()).Describe(tokens[0], "茶話会"));
    }

    private static (KuromojiTokenizer Tokenizer, List<Token> Tokens) Tokenize(string dictionary, string text)
    {
        var tokens = new List<Token>();
        var options = new TokenizerOptions { UserDictionary = UserDictionary.Parse(dictionary, "d.csv").Dictionary };
        var tokenizer = new KuromojiTokenizer(KuromojiDictionary.Default, options);
        tokenizer.Tokenize(text, tokens);
        return (tokenizer, tokens);
    }
}
