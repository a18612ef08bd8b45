using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FeedbackLab.Analysis.Kuromoji;

namespace FeedbackLab.Analysis.Tests.Kuromoji;

/// <summary>Token for token what Lucene gives; Expected/SOURCE.md says how its tokens were recorded.</summary>
public sealed partial class LuceneTokensTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Kuromoji", "Expected");

    [Theory]
    [InlineData(TokenizeMode.Normal, "normal")]
    [InlineData(TokenizeMode.Search, "search")]
    [InlineData(TokenizeMode.Extended, "extended")]
    public void Every_token_is_the_one_that_Lucene_gives(TokenizeMode mode, string name) =>
        AssertSame(new TokenizerOptions { Mode = mode }, "sentences.txt", $"tokens.{name}.txt");

    [Theory]
    [InlineData(TokenizeMode.Normal, "normal")]
    [InlineData(TokenizeMode.Search, "search")]
    [InlineData(TokenizeMode.Extended, "extended")]
    public void With_words_of_the_user_every_token_is_the_one_that_Lucene_gives(TokenizeMode mode, string name)
    {
        var parse = UserDictionary.Parse(File.ReadAllText(Path.Combine(Folder, "user-dictionary.csv")), "user-dictionary.csv");
        AssertSame(
            new TokenizerOptions { Mode = mode, UserDictionary = parse.Dictionary }, "user-sentences.txt", $"user-tokens.{name}.txt");
    }

    [Fact]
    public void A_compound_comes_with_its_parts_in_search_mode()
    {
        const string Text = "関西国際空港";
        var tokens = new List<Token>();
        new KuromojiTokenizer(KuromojiDictionary.Default, new TokenizerOptions()).Tokenize(Text, tokens);
        Assert.Equal(
            [("関西", 1, 1), ("関西国際空港", 0, 3), ("国際", 1, 1), ("空港", 1, 1)],
            tokens.Select(t => (Text[t.Start..t.End], t.PositionIncrement, t.PositionLength)));
    }

    private static void AssertSame(TokenizerOptions options, string sentences, string recorded)
    {
        var tokenizer = new KuromojiTokenizer(KuromojiDictionary.Default, options);
        var tokens = new List<Token>();
        var written = new StringBuilder();
        foreach (var line in File.ReadLines(Path.Combine(Folder, sentences)))
        {
            var text = Escape().Replace(line, m => ((char)int.Parse(m.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
            tokens.Clear();
            tokenizer.Tokenize(text, tokens);
            foreach (var token in tokens)
            {
                written.Append(Line(tokenizer, text, token)).Append('\n');
            }

            written.Append('\n');
        }

        Assert.Equal(File.ReadAllBytes(Path.Combine(Folder, recorded)), Encoding.UTF8.GetBytes(written.ToString()));
    }

    private static string Line(KuromojiTokenizer tokenizer, string text, Token token)
    {
        var word = tokenizer.Describe(token, text);
        return string.Create(CultureInfo.InvariantCulture, $"{token.Start}-{token.End} {token.PositionIncrement}/{token.PositionLength} ")
            + string.Join(
                ' ',
                word.PartOfSpeech,
                word.BaseForm ?? "null",
                word.Reading ?? "null",
                word.Pronunciation ?? "null",
                word.InflectionType ?? "null",
                word.InflectionForm ?? "null");
    }

    [GeneratedRegex(@"\\u([0-9A-F]{4})", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
