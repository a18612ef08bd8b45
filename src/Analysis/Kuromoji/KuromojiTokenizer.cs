namespace FeedbackLab.Analysis.Kuromoji;

/// <summary>Cuts Japanese text into words, token for token as Lucene's Kuromoji does (Apache Lucene 4.10).</summary>
/// <remarks>
/// A lattice of all words that match is searched for the cheapest path (Viterbi 1967) and committed to wherever only one path is
/// alive, or after 1,024 characters. In search mode a long word is cut again among shorter words, and given with its parts if that
/// costs no more than a penalty for its length. One instance serves one thread; it keeps its buffers, so that a warm tokenizer
/// allocates nothing.
/// </remarks>
public sealed class KuromojiTokenizer
{
    private const int KanjiLength = 2;
    private const int OtherLength = 7;
    private const int KanjiPenalty = 3000;
    private const int OtherPenalty = 1700;
    private const int LongestUnknown = 1024;
    private const int LongestGap = 1024;

    private readonly KuromojiDictionary _dictionary;
    private readonly bool _isSearch;
    private readonly bool _isExtended;
    private readonly bool _discardsPunctuation;
    private readonly Lattice _lattice = new();
    private readonly List<Token> _pending = [];
    private int _lastBacktrace;
    private int _lastPosition;

    /// <summary>A tokenizer.</summary>
    /// <param name="dictionary">The dictionary.</param>
    /// <param name="options">Mode and punctuation.</param>
    public KuromojiTokenizer(KuromojiDictionary dictionary, TokenizerOptions options)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        ArgumentNullException.ThrowIfNull(options);
        _dictionary = dictionary;
        _isSearch = options.Mode != TokenizeMode.Normal;
        _isExtended = options.Mode == TokenizeMode.Extended;
        _discardsPunctuation = options.DiscardPunctuation;
    }

    /// <summary>Adds the tokens of a text to a list, by their start; a compound comes after its first part.</summary>
    /// <param name="text">Any UTF-16, well-formed or not; none for empty text.</param>
    /// <param name="into">Where the tokens go; what it holds stays.</param>
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

            var any = AddKnown(text, position);
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

    private bool AddKnown(ReadOnlySpan<char> text, int position)
    {
        var nodes = _dictionary.Nodes;
        var any = false;
        var node = 0;
        for (var at = position; at < text.Length; at++)
        {
            var code = _dictionary.Codes[text[at]];
            var next = nodes[2 * node] + code;
            if (code == 0 || nodes[(2 * next) + 1] != node + 1)
            {
                break;
            }

            node = next;
            var leaf = nodes[2 * node];
            if (leaf >= 0 && nodes[(2 * leaf) + 1] == node + 1)
            {
                var surface = -1 - nodes[2 * leaf];
                for (var word = _dictionary.WordStart[surface]; word < _dictionary.WordStart[surface + 1]; word++)
                {
                    Add(text, position, at + 1, word, TokenOrigin.Known, hasPenalty: false);
                }

                any = true;
            }
        }

        return any;
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

    private void Add(ReadOnlySpan<char> text, int start, int end, int word, TokenOrigin origin, bool hasPenalty)
    {
        int context = _dictionary.LeftIds[word];
        var costs = _dictionary.Connections.AsSpan(context * _dictionary.ContextCount, _dictionary.ContextCount);
        var nodes = _lattice.Nodes;
        var least = int.MaxValue;
        var best = -1;
        for (var node = _lattice.First(start); node >= 0; node = nodes[node].Next)
        {
            var cost = nodes[node].Cost + costs[nodes[node].Context];
            if (cost < least)
            {
                least = cost;
                best = node;
            }
        }

        // Extended mode gives no compounds, so that the penalties count from the beginning.
        var penalty = hasPenalty || _isExtended ? Penalty(text, start, end) : 0;
        _lattice.Add(end, new LatticeNode(least + _dictionary.Costs[word] + penalty, context, start, best, word, origin));
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

    // Gives the tokens of the path that ends in a node, back to the last commitment; tells whether there were any.
    private bool Backtrace(ReadOnlySpan<char> text, int end, int node, List<Token> into)
    {
        _pending.Clear();
        Token? compound = null;
        var nextContext = -1;
        var parts = 0;
        for (var position = end; position > _lastBacktrace;)
        {
            var current = _lattice.Nodes[node];
            if (_isSearch && !_isExtended && compound is null
                && Parts(text, position, node, nextContext) is >= 0 and var alternative)
            {
                compound = new Token(current.Start, position, current.Word, current.Origin, 0, 1);
                current = _lattice.Nodes[alternative];
                parts = 0;
            }

            if (compound is { } whole && whole.Start >= current.Start)
            {
                if (parts > 0)
                {
                    _pending.Add(whole with { PositionLength = parts + 1 });
                }

                compound = null;
            }

            parts += Emit(text, current, position);
            nextContext = current.Context;
            position = current.Start;
            node = current.Previous;
        }

        _lastBacktrace = end;
        for (var i = _pending.Count - 1; i >= 0; i--)
        {
            var isBeside = _pending[i].Start == _lastPosition;
            into.Add(_pending[i] with { PositionIncrement = isBeside ? 0 : 1, PositionLength = isBeside ? _pending[i].PositionLength : 1 });
            _lastPosition = _pending[i].Start;
        }

        return _pending.Count > 0;
    }

    // The last node of the best way to cut a long word into shorter ones, where that is cheap enough; else -1.
    private int Parts(ReadOnlySpan<char> text, int end, int node, int nextContext)
    {
        var whole = _lattice.Nodes[node];
        var penalty = Penalty(text, whole.Start, end);
        if (penalty == 0)
        {
            return -1;
        }

        var most = whole.Cost + penalty + Connection(whole.Context, nextContext);
        Rescore(text, whole.Start, end, whole.Previous);
        var least = int.MaxValue;
        var best = -1;
        for (var other = _lattice.First(end); other >= 0; other = _lattice.Nodes[other].Next)
        {
            var cost = _lattice.Nodes[other].Cost + Connection(_lattice.Nodes[other].Context, nextContext);
            if (cost < least)
            {
                least = cost;
                best = other;
            }
        }

        return best >= 0 && least <= most && _lattice.Nodes[best].Start != whole.Start ? best : -1;
    }

    private int Connection(int context, int nextContext) =>
        nextContext < 0 ? 0 : _dictionary.Connections[(nextContext * _dictionary.ContextCount) + context];

    // Keeps, of the words between two positions, those that start and end there, and gives them penalties for their length.
    private void Rescore(ReadOnlySpan<char> text, int start, int end, int startNode)
    {
        _lattice.TurnForward(start, end);
        for (var position = start; position < end; position++)
        {
            if (position > start && !_lattice.IsAlive(position))
            {
                continue;
            }

            for (var arc = _lattice.FirstForward(position); arc >= 0; arc = _lattice.Forward[arc].Next)
            {
                var (to, word, origin, _) = _lattice.Forward[arc];
                if (position > start)
                {
                    Add(text, position, to, word, origin, hasPenalty: true);
                    continue;
                }

                // Only the path that led to the long word counts, so that its parts fit what stands before it.
                var from = _lattice.Nodes[startNode];
                int context = _dictionary.LeftIds[word];
                var cost = from.Cost + _dictionary.Costs[word] + Connection(from.Context, context) + Penalty(text, start, to);
                _lattice.Add(to, new LatticeNode(cost, context, start, startNode, word, origin));
            }
        }
    }

    private int Emit(ReadOnlySpan<char> text, LatticeNode node, int end)
    {
        if (!_isExtended || node.Origin != TokenOrigin.Unknown)
        {
            if (_discardsPunctuation && Punctuation.Is(text[node.Start]))
            {
                return 0;
            }

            _pending.Add(new Token(node.Start, end, node.Word, node.Origin, 1, 1));
            return 1;
        }

        var letters = 0;
        for (var at = end; at > node.Start;)
        {
            var start = at - 1 > node.Start && char.IsLowSurrogate(text[at - 1]) ? at - 2 : at - 1;
            if (!_discardsPunctuation || !Punctuation.Is(text[start]))
            {
                _pending.Add(new Token(start, at, KuromojiDictionary.LetterWord, TokenOrigin.Unknown, 1, 1));
                letters++;
            }

            at = start;
        }

        return letters;
    }
}
