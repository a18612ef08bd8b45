namespace FeedbackLab.Analysis.Kuromoji;

/// <summary>IPADIC 2.7.0 as Lucene's Kuromoji reads it: words, unknown-word rules, connection costs.</summary>
/// <remarks>Read-only and safe to share between threads. What a <see cref="Token"/> means is asked here.</remarks>
public sealed class KuromojiDictionary
{
    /// <summary>Number of the class-less entry that <see cref="TokenizeMode.Extended"/> gives to letters of unknown words.</summary>
    internal const int LetterWord = -1;

    // Lucene's entry for letters: the context of symbols, at a cost that is never looked at.
    private const int LetterContext = 5;

    private static readonly Lazy<KuromojiDictionary> Embedded = new(LoadEmbedded);

    private readonly DictionarySection<int> _features;
    private readonly DictionarySection<char> _characters;
    private readonly string?[] _contextStrings;

    // A word and its common spelling by turns, by the word.
    private readonly DictionarySection<int> _spellings;

    private KuromojiDictionary(UnmanagedMemoryStream stream)
    {
        Codes = DictionarySection<ushort>.Read(stream);
        Nodes = DictionarySection<TrieNode>.Read(stream);
        Words = DictionarySection<WordCost>.Read(stream);
        _features = DictionarySection<int>.Read(stream);
        var context = DictionarySection<int>.Read(stream);
        _characters = DictionarySection<char>.Read(stream);
        Connections = DictionarySection<short>.Read(stream);
        Classes = DictionarySection<byte>.Read(stream);
        ClassFlags = DictionarySection<byte>.Read(stream);
        UnknownStart = DictionarySection<int>.Read(stream);
        _spellings = DictionarySection<int>.Read(stream);
        _contextStrings = [.. Enumerable.Range(0, context.Length).Select(i => context[i] < 0 ? null : Text(context[i]))];
        ContextCount = (int)Math.Sqrt(Connections.Length);
    }

    /// <summary>The dictionary that the program carries; loaded once, on first use.</summary>
    public static KuromojiDictionary Default => Embedded.Value;

    /// <summary>Codes of UTF-16 code units in the trie; those in no word have one that leads nowhere.</summary>
    internal DictionarySection<ushort> Codes { get; }

    /// <summary>The nodes of the trie.</summary>
    internal DictionarySection<TrieNode> Nodes { get; }

    /// <summary>Context and cost of each word: known words, those of a surface in a line, then unknown ones.</summary>
    internal DictionarySection<WordCost> Words { get; }

    /// <summary>Connection costs: a row a word, a column a word before it, both by context id.</summary>
    internal DictionarySection<short> Connections { get; }

    /// <summary>Number of context ids.</summary>
    internal int ContextCount { get; }

    /// <summary>Character class of each UTF-16 code unit.</summary>
    internal DictionarySection<byte> Classes { get; }

    /// <summary>For each class: 1 unknown words are always tried, 2 runs make one word, 4 kanji.</summary>
    internal DictionarySection<byte> ClassFlags { get; }

    /// <summary>First unknown word of each class, and the number of words at the end.</summary>
    internal DictionarySection<int> UnknownStart { get; }

    /// <summary>The part of speech of a word, levels joined by <c>-</c> (名詞-サ変接続).</summary>
    /// <param name="token">A token that this dictionary's tokenizer gave; not one of the user's dictionary.</param>
    public string PartOfSpeech(Token token) => _contextStrings[3 * Context(token)]!;

    /// <summary>The inflection type of a word (五段・ラ行); null for what does not inflect.</summary>
    /// <param name="token">As for <see cref="PartOfSpeech"/>.</param>
    public string? InflectionType(Token token) => _contextStrings[(3 * Context(token)) + 1];

    /// <summary>The inflection form of a word (連用形); null for what does not inflect.</summary>
    /// <param name="token">As for <see cref="PartOfSpeech"/>.</param>
    public string? InflectionForm(Token token) => _contextStrings[(3 * Context(token)) + 2];

    /// <summary>The dictionary form of a word; null where it is the surface or the word is unknown.</summary>
    /// <param name="token">As for <see cref="PartOfSpeech"/>.</param>
    public string? BaseForm(Token token) => Feature(token, 0);

    /// <summary>The reading of a word in katakana; null where the word is unknown.</summary>
    /// <param name="token">As for <see cref="PartOfSpeech"/>.</param>
    /// <param name="surface">The token's surface.</param>
    public string? Reading(Token token, ReadOnlySpan<char> surface) =>
        token.Origin == TokenOrigin.Known ? Feature(token, 1) ?? Katakana(surface) : null;

    /// <summary>The pronunciation of a word in katakana (ヒョーガ for 表が); null where the word is unknown.</summary>
    /// <param name="token">As for <see cref="PartOfSpeech"/>.</param>
    /// <param name="surface">The token's surface.</param>
    public string? Pronunciation(Token token, ReadOnlySpan<char> surface) =>
        token.Origin == TokenOrigin.Known ? Feature(token, 2) ?? Reading(token, surface) : null;

    /// <summary>The parts of speech that a word can have, levels joined by <c>-</c>; none where the dictionary does not know it.</summary>
    /// <param name="surface">The word as it is written.</param>
    public IEnumerable<string> PartsOfSpeech(string surface)
    {
        ArgumentNullException.ThrowIfNull(surface);
        var word = FirstWord(surface);
        if (word < 0)
        {
            yield break;
        }

        do
        {
            yield return _contextStrings[3 * Words[word].Context]!;
        }
        while (!Words[word++].IsLast);
    }

    /// <summary>The readings, in katakana, of all words whose part of speech begins with some levels; of words in kanji only.</summary>
    /// <param name="partOfSpeech">The first levels, joined by <c>-</c>.</param>
    public IEnumerable<string> Readings(string partOfSpeech)
    {
        ArgumentNullException.ThrowIfNull(partOfSpeech);
        for (var word = 0; word < UnknownStart[0]; word++)
        {
            if (_contextStrings[3 * Words[word].Context]!.StartsWith(partOfSpeech, StringComparison.Ordinal)
                && _features[(3 * word) + 1] is >= 0 and var offset)
            {
                yield return Text(offset);
            }
        }
    }

    /// <summary>
    /// The common spelling of a word that is also written with fewer kanji or other okurigana (曖昧 of あいまい, 子供 of 子ども, 行う of 行なう);
    /// null where the word is that itself or may be several.
    /// </summary>
    /// <param name="word">A dictionary form, as it is written.</param>
    public string? CommonSpelling(ReadOnlySpan<char> word)
    {
        var (low, high) = (0, (_spellings.Length / 2) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            switch (word.SequenceCompareTo(Span(_spellings[2 * middle])))
            {
                case 0:
                    return Text(_spellings[(2 * middle) + 1]);
                case < 0:
                    high = middle - 1;
                    break;
                default:
                    low = middle + 1;
                    break;
            }
        }

        return null;
    }

    // The first word of a surface; -1 where the dictionary does not know it.
    private int FirstWord(string surface)
    {
        var node = Nodes[0];
        foreach (var character in surface)
        {
            int code = Codes[character];
            var next = Nodes[node.Base + code];
            if (next.Label != code)
            {
                return -1;
            }

            node = next;
        }

        return node.Word;
    }

    private static string Katakana(ReadOnlySpan<char> surface) =>
        string.Create(surface.Length, surface, (katakana, kana) =>
        {
            for (var i = 0; i < kana.Length; i++)
            {
                katakana[i] = kana[i] is > '\u3040' and < '\u3097' ? (char)(kana[i] + 0x60) : kana[i];
            }
        });

    private static KuromojiDictionary LoadEmbedded() =>
        // Resources of an assembly lie in its mapped file: the sections are read where they are.
        typeof(KuromojiDictionary).Assembly.GetManifestResourceStream("ipadic.bin") is UnmanagedMemoryStream stream
            ? new KuromojiDictionary(stream)
            : throw new InvalidOperationException("The build did not embed the dictionary (ipadic.bin).");

    private string? Feature(Token token, int number) =>
        token.Origin == TokenOrigin.Known && _features[(3 * token.WordId) + number] is >= 0 and var offset ? Text(offset) : null;

    private ReadOnlySpan<char> Span(int offset) => _characters.Slice(offset + 1, _characters[offset]);

    private string Text(int offset) => new(Span(offset));

    private int Context(Token token) =>
        token.Origin == TokenOrigin.User ? throw new ArgumentException("Tokens of the user's dictionary: ask the tokenizer to describe them.", nameof(token))
        : token.WordId == LetterWord ? LetterContext
        : Words[token.WordId].Context;
}
