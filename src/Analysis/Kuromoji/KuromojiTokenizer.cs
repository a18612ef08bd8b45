using System.Runtime.CompilerServices;

namespace FeedbackLab.Analysis.Kuromoji;

/// <summary>Cuts Japanese text into words, token for token as Lucene's Kuromoji does (Apache Lucene 4.10).</summary>
/// <remarks>
/// A lattice of all words that match is searched for the cheapest path (Viterbi 1967) and committed to wherever only one path is
/// alive, or after 1,024 characters. In search mode a long word is cut again among shorter words, and given with its parts if that
/// costs no more than a penalty for its length. One instance serves one thread; it keeps its buffers, so that a warm tokenizer
/// allocates nothing.
/// </remarks>
public sealed partial class KuromojiTokenizer
{
    private const int KanjiLength = 2;
    private const int OtherLength = 7;
    private const int KanjiPenalty = 3000;
    private const int OtherPenalty = 1700;
    private const int LongestUnknown = 1024;
    private const int LongestGap = 1024;

    private readonly KuromojiDictionary _dictionary;
    private readonly UserDictionary? _user;
    private readonly bool _isSearch;
    private readonly bool _isExtended;
    private readonly bool _discardsPunctuation;
    private readonly Lattice _lattice = new();
    private readonly Predecessors _predecessors;
    private readonly List<Token> _pending = [];
    private (int End, int Word)[] _surfaces = new (int, int)[32];
    private int _lastBacktrace;
    private int _lastPosition;

    /// <summary>A tokenizer.</summary>
    /// <param name="dictionary">The dictionary.</param>
    /// <param name="options">Mode, punctuation and the user's words.</param>
    public KuromojiTokenizer(KuromojiDictionary dictionary, TokenizerOptions options)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        ArgumentNullException.ThrowIfNull(options);
        _dictionary = dictionary;
        _predecessors = new Predecessors(dictionary.ContextCount);
        _user = options.UserDictionary;
        _isSearch = options.Mode != TokenizeMode.Normal;
        _isExtended = options.Mode == TokenizeMode.Extended;
        _discardsPunctuation = options.DiscardPunctuation;
    }

    /// <summary>Adds the tokens of a text to a list, by their start; a compound comes after its first part.</summary>
    /// <param name="text">Any UTF-16, well-formed or not; none for empty text.</param>
    /// <param name="into">Where the tokens go; what it holds stays.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Tokenize(ReadOnlySpan<char> text, List<Token> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        if (text.IsEmpty)
        {
            return;
        }

        _lattice.Reset(text.Length);
        _lastBacktrace = 0;
        _lastPosition = -1;
        var unknownEnd = -1;
        for (var position = 0; position < text.Length;)
        {
            if (!_lattice.IsAlive(position))
            {
                position++;
                continue;
            }

            if (position > _lastBacktrace && _lattice.IsOnlyPath(position))
            {
                if (Backtrace(text, position, _lattice.First(position), into))
                {
                    unknownEnd = -1;
                }

                _lattice.Restart(position);
            }

            if (position - _lastBacktrace >= LongestGap)
            {
                // Safety: commit to the cheapest partial path, which may not be the best in the end; Lucene does the same.
                var (node, end) = _lattice.Cheapest(position);
                _lattice.Prune(position, end, node);
                if (Backtrace(text, end, node, into))
                {
                    unknownEnd = -1;
                }

                _lattice.Restart(end);
                position = end;
                continue;
            }

            _predecessors.Gather(_lattice, position);
            var any = (_user is not null && AddUser(text, position, _user)) || AddKnown(text, position);
            if (!_isSearch && unknownEnd > position)
            {
                position++;
                continue;
            }

            var flags = _dictionary.ClassFlags[_dictionary.Classes[text[position]]];
            if (!any || (flags & 1) != 0)
            {
                unknownEnd = AddUnknown(text, position, (flags & 2) != 0);
            }

            position++;
        }

        Backtrace(text, text.Length, CheapestEnd(text.Length), into);
    }

    /// <summary>What the token's dictionary says about its word, IPADIC's and the user's alike.</summary>
    /// <param name="token">A token that a tokenizer with the same dictionaries gave.</param>
    /// <param name="text">The text that it is of.</param>
    public WordFeatures Describe(Token token, ReadOnlySpan<char> text)
    {
        if (token.Origin == TokenOrigin.User)
        {
            return _user?.Describe(token.WordId)
                ?? throw new ArgumentException("The token is of a user dictionary that this tokenizer does not have.", nameof(token));
        }

        var surface = text[token.Start..token.End];
        return new WordFeatures(
            _dictionary.PartOfSpeech(token),
            _dictionary.BaseForm(token),
            _dictionary.Reading(token, surface),
            _dictionary.Pronunciation(token, surface),
            _dictionary.InflectionType(token),
            _dictionary.InflectionForm(token));
    }

    private int CheapestEnd(int end)
    {
        var least = int.MaxValue;
        var best = -1;
        for (var node = _lattice.First(end); node >= 0; node = _lattice.Nodes[node].Next)
        {
            var cost = _lattice.Nodes[node].Cost + _dictionary.Connections[_lattice.Nodes[node].Context];
            if (cost < least)
            {
                least = cost;
                best = node;
            }
        }

        return best;
    }

    private bool AddUser(ReadOnlySpan<char> text, int position, UserDictionary user)
    {
        var any = false;
        var node = 0;
        for (var at = position; at < text.Length && (node = user.Step(node, text[at])) >= 0; at++)
        {
            if (user.WordAt(node) is >= 0 and var word)
            {
                Add(text, position, at + 1, word, TokenOrigin.User, hasPenalty: false);
                any = true;
            }
        }

        return any;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool AddKnown(ReadOnlySpan<char> text, int position)
    {
        var count = FindSurfaces(text, position);
        for (var i = 0; i < count; i++)
        {
            var (end, word) = _surfaces[i];
            Add(text, position, end, word, TokenOrigin.Known, hasPenalty: false);
            while (!_dictionary.Words[word].IsLast)
            {
                Add(text, position, end, ++word, TokenOrigin.Known, hasPenalty: false);
            }
        }

        return count > 0;
    }

    // The surfaces of the dictionary that start at a position, shortest first. What is needed soon is asked of the memory now.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int FindSurfaces(ReadOnlySpan<char> text, int position)
    {
        var nodes = _dictionary.Nodes;
        var codes = _dictionary.Codes;
        if (position + 2 < text.Length)
        {
            nodes.Prefetch(nodes[nodes[0].Base + codes[text[position + 1]]].Base + codes[text[position + 2]]);
        }

        var count = 0;
        var node = nodes[0];
        for (var at = position; at < text.Length; at++)
        {
            int code = codes[text[at]];
            node = nodes[node.Base + code];
            if (node.Label != code)
            {
                break;
            }

            if (node.Word is >= 0 and var word)
            {
                _dictionary.Words.Prefetch(word);
                if (count == _surfaces.Length)
                {
                    Array.Resize(ref _surfaces, 2 * count);
                }

                _surfaces[count++] = (at + 1, word);
            }
        }

        return count;
    }

    private int AddUnknown(ReadOnlySpan<char> text, int position, bool isGroup)
    {
        var characterClass = _dictionary.Classes[text[position]];
        var end = position + 1;
        if (isGroup)
        {
            var isPunctuation = Punctuation.Is(text[position]);
            while (end < text.Length
                && end - position < LongestUnknown
                && _dictionary.Classes[text[end]] == characterClass
                && Punctuation.Is(text[end]) == isPunctuation)
            {
                end++;
            }
        }

        for (var word = _dictionary.UnknownStart[characterClass]; word < _dictionary.UnknownStart[characterClass + 1]; word++)
        {
            Add(text, position, end, word, TokenOrigin.Unknown, hasPenalty: false);
        }

        return end;
    }

    // Adds a word after the cheapest of the predecessors gathered.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(ReadOnlySpan<char> text, int start, int end, int word, TokenOrigin origin, bool hasPenalty)
    {
        var (context, wordCost) = CostOf(word, origin);
        ref readonly var costs = ref _dictionary.Connections[context * _dictionary.ContextCount];
        var (least, best) = _predecessors.Cheapest(context, in costs);

        // Extended mode gives no compounds, so that the penalties count from the beginning.
        var penalty = (hasPenalty || _isExtended) && origin != TokenOrigin.User ? Penalty(text, start, end) : 0;
        _lattice.Add(end, least + wordCost + penalty, context, start, best, word, origin);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (int Context, int Cost) CostOf(int word, TokenOrigin origin)
    {
        if (origin == TokenOrigin.User)
        {
            return (UserDictionary.Context, UserDictionary.WordCost);
        }

        ref readonly var entry = ref _dictionary.Words[word];
        return (entry.Context, entry.Cost);
    }

    private int Penalty(ReadOnlySpan<char> text, int start, int end)
    {
        var length = end - start;
        if (length <= KanjiLength)
        {
            return 0;
        }

        for (var i = start; i < end; i++)
        {
            if ((_dictionary.ClassFlags[_dictionary.Classes[text[i]]] & 4) == 0)
            {
                return length > OtherLength ? (length - OtherLength) * OtherPenalty : 0;
            }
        }

        return (length - KanjiLength) * KanjiPenalty;
    }
}
