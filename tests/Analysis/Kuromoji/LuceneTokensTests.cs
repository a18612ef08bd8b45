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
    public void Every_token_is_the_one_that_Lucene_gives(TokenizeMode mode, string name)
    {
        var dictionary = KuromojiDictionary.Default;
        var tokenizer = new KuromojiTokenizer(dictionary, new TokenizerOptions { Mode = mode });
        var tokens = new List<Token>();
        var written = new StringBuilder();
        foreach (var line in File.ReadLines(Path.Combine(Folder, "sentences.txt")))
        {
            var text = Escape().Replace(line, m => ((char)int.Parse(m.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
            tokens.Clear();
            tokenizer.Tokenize(text, tokens);
            foreach (var token in tokens)
            {
                written.Append(Line(dictionary, text, token)).Append('\n');
            }

            written.Append('\n');
        }

        Assert.Equal(File.ReadAllBytes(Path.Combine(Folder, $"tokens.{name}.txt")), Encoding.UTF8.GetBytes(written.ToString()));
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

    private static string Line(KuromojiDictionary dictionary, string text, Token token)
    {
        var surface = text.AsSpan(token.Start, token.End - token.Start);
        return string.Create(CultureInfo.InvariantCulture, $"{token.Start}-{token.End} {token.PositionIncrement}/{token.PositionLength} ")
            + string.Join(
                ' ',
                dictionary.PartOfSpeech(token),
                dictionary.BaseForm(token) ?? "null",
                dictionary.Reading(token, surface) ?? "null",
                dictionary.Pronunciation(token, surface) ?? "null",
                dictionary.InflectionType(token) ?? "null",
                dictionary.InflectionForm(token) ?? "null");
    }

    [GeneratedRegex(@"\\u([0-9A-F]{4})", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
