using System.Runtime.InteropServices;
using FeedbackLab.Analysis.Kuromoji;

namespace FeedbackLab.Analysis.Language;

/// <summary>Words as Kuromoji cuts them. What a word is, is found out once; from then on a word costs a look into a table.</summary>
internal sealed class KuromojiWords : IWordSource
{
    private readonly KuromojiDictionary _dictionary;
    private readonly Lexicon _lexicon;
    private readonly KuromojiTokenizer _tokenizer;
    private readonly List<Token> _tokens = [];

    // A word of the dictionaries has one surface; an unknown word is known by its class and its surface.
    private readonly WordEntry?[] _known;
    private readonly Dictionary<int, WordEntry> _user = [];
    private readonly Dictionary<int, Dictionary<string, WordEntry>> _unknown = [];

    public KuromojiWords(KuromojiDictionary dictionary, UserDictionary? user, Lexicon lexicon)
    {
        _dictionary = dictionary;
        _lexicon = lexicon;
        _tokenizer = new KuromojiTokenizer(dictionary, new TokenizerOptions { Mode = TokenizeMode.Normal, UserDictionary = user });
        _known = new WordEntry?[dictionary.Words.Length];
    }

    /// <inheritdoc/>
    public void Read(string text, List<FoundWord> into)
    {
        _tokens.Clear();
        _tokenizer.Tokenize(text, _tokens);
        CollectionsMarshal.SetCount(into, _tokens.Count);
        var words = CollectionsMarshal.AsSpan(into);
        var tokens = CollectionsMarshal.AsSpan(_tokens);
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            var entry = token.Origin switch
            {
                TokenOrigin.Known => _known[token.WordId] ??= Entry(token, text),
                TokenOrigin.Unknown => Unknown(token, text),
                _ => User(token, text),
            };
            words[i] = new FoundWord(token.Start, token.End, entry);
        }
    }

    private WordEntry Unknown(Token token, string text)
    {
        if (!_unknown.TryGetValue(token.WordId, out var entries))
        {
            _unknown.Add(token.WordId, entries = new Dictionary<string, WordEntry>(StringComparer.Ordinal));
        }

        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(
            entries.GetAlternateLookup<ReadOnlySpan<char>>(), text.AsSpan(token.Start, token.End - token.Start), out _);
        return entry ??= Entry(token, text);
    }

    private WordEntry User(Token token, string text)
    {
        if (!_user.TryGetValue(token.WordId, out var entry))
        {
            _user.Add(token.WordId, entry = Entry(token, text));
        }

        return entry;
    }

    private WordEntry Entry(Token token, string text)
    {
        var surface = text.AsSpan(token.Start, token.End - token.Start);
        var (partOfSpeech, baseForm) = token.Origin == TokenOrigin.User
            ? (_tokenizer.Describe(token, text).PartOfSpeech, null)
            : (_dictionary.PartOfSpeech(token), _dictionary.BaseForm(token));
        return WordEntry.Of(partOfSpeech, baseForm ?? surface.ToString(), surface, _lexicon);
    }
}
