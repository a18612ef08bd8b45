using FeedbackLab.Analysis.Kuromoji;
using FsCheck;
using FsCheck.Fluent;

namespace FeedbackLab.Analysis.Tests.Kuromoji;

/// <summary>What holds for every text, tried on 500 made ones a test with a fixed seed.</summary>
public sealed class TokenizerPropertyTests
{
    private static readonly string[] Pieces =
    [
        "就労支援", "事業所", "引継ぎ", "行って", "きた", "の", "を", "、", "。", "ｶﾞｲﾄﾞ", "ﾟ", "ー", "〜", "※①㈱髙", "𠮷", "\uD842", "\uDFB7", "👩‍👧", "\u3099",
        "\u200B", "\uFEFF", "\0", "\t", " ", "　", "２０", "3.5", "ABC", "ａｂ", "жи", "한국", "々", "ゝ", "関西国際空港", "コーディネーター",
    ];

    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20261120, 7);

    private static Gen<string> Texts => Gen.Choose(0, 40)
        .SelectMany(n => Gen.Elements(Pieces).ArrayOf(n))
        .SelectMany(parts => Gen.Choose(1, 9).Select(times => string.Concat(Enumerable.Repeat(string.Concat(parts), times))));

    [Fact]
    public void Without_compounds_the_tokens_are_the_text() =>
        ForEvery(TokenizeMode.Normal, (text, tokens) => string.Concat(tokens.Select(t => text[t.Start..t.End])) == text);

    [Theory]
    [InlineData(TokenizeMode.Normal)]
    [InlineData(TokenizeMode.Search)]
    [InlineData(TokenizeMode.Extended)]
    public void Tokens_come_by_their_start_and_none_is_empty(TokenizeMode mode) =>
        ForEvery(mode, (text, tokens) =>
            tokens.All(t => t.Start >= 0 && t.Start < t.End && t.End <= text.Length)
            && tokens.Zip(tokens.Skip(1)).All(p => p.First.Start <= p.Second.Start && (p.First.Start == p.Second.Start) == (p.Second.PositionIncrement == 0)));

    [Theory]
    [InlineData("障害者就労支援事業所連絡協議会")]
    [InlineData("ア")]
    [InlineData("、")]
    [InlineData("行った")]
    public void Twice_the_text_gives_no_more_than_twice_the_tokens(string piece)
    {
        var tokenizer = new KuromojiTokenizer(KuromojiDictionary.Default, new TokenizerOptions());
        int Count(int times)
        {
            var tokens = new List<Token>();
            tokenizer.Tokenize(string.Concat(Enumerable.Repeat(piece, times)), tokens);
            return tokens.Count;
        }

        Assert.InRange(Count(8000), Count(4000), (2 * Count(4000)) + 2);
    }

    [Fact]
    public void A_tokenizer_gives_the_same_tokens_however_often_it_was_used() =>
        ForEvery(TokenizeMode.Search, (text, tokens) =>
        {
            var fresh = new List<Token>();
            new KuromojiTokenizer(KuromojiDictionary.Default, new TokenizerOptions()).Tokenize(text, fresh);
            return fresh.SequenceEqual(tokens);
        });

    private static void ForEvery(TokenizeMode mode, Func<string, List<Token>, bool> holds)
    {
        var tokenizer = new KuromojiTokenizer(KuromojiDictionary.Default, new TokenizerOptions { Mode = mode });
        Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            var tokens = new List<Token>();
            tokenizer.Tokenize(text, tokens);
            return holds(text, tokens);
        }).Check(Fixed);
    }
}
