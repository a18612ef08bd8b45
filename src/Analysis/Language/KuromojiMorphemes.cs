using FeedbackLab.Analysis.Kuromoji;

namespace FeedbackLab.Analysis.Language;

/// <summary>Cuts normalised texts into words with Kuromoji and IPADIC.</summary>
/// <remarks>
/// Words as the dictionary has them (<see cref="TokenizeMode.Normal"/>): what belongs together is a matter of the lexicon and of the
/// compounds. One instance serves one thread.
/// </remarks>
/// <param name="dictionary">The dictionary.</param>
/// <param name="user">Words of the field or of the user; null for none.</param>
public sealed class KuromojiMorphemes(KuromojiDictionary dictionary, UserDictionary? user)
{
    private readonly KuromojiTokenizer _tokenizer = new(dictionary, new TokenizerOptions { Mode = TokenizeMode.Normal, UserDictionary = user });
    private readonly List<Token> _tokens = [];

    /// <summary>The words of a text, in order, without overlap.</summary>
    /// <param name="text">A normalised text; none for empty text.</param>
    public IReadOnlyList<Morpheme> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _tokens.Clear();
        _tokenizer.Tokenize(text, _tokens);
        var morphemes = new Morpheme[_tokens.Count];
        for (var i = 0; i < morphemes.Length; i++)
        {
            var token = _tokens[i];
            var (partOfSpeech, baseForm) = token.Origin == TokenOrigin.User
                ? (_tokenizer.Describe(token, text).PartOfSpeech, null)
                : (dictionary.PartOfSpeech(token), dictionary.BaseForm(token));
            morphemes[i] = new Morpheme(token.Start, token.End, partOfSpeech, baseForm ?? text[token.Start..token.End]);
        }

        return morphemes;
    }
}
