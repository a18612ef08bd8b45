using System.Runtime.InteropServices;

namespace FeedbackLab.Analysis.Kuromoji;

// The way back through the lattice: tokens of the cheapest path, compounds taken apart.
public sealed partial class KuromojiTokenizer
{
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
            if (_isSearch && !_isExtended && compound is null && current.Origin != TokenOrigin.User
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

            parts += Emit(text, in current, position);
            nextContext = current.Context;
            position = current.Start;
            node = current.Previous;
        }

        _lastBacktrace = end;
        var pending = CollectionsMarshal.AsSpan(_pending);
        var filled = into.Count;
        CollectionsMarshal.SetCount(into, filled + pending.Length);
        var tokens = CollectionsMarshal.AsSpan(into)[filled..];
        for (int i = pending.Length - 1, at = 0; i >= 0; i--, at++)
        {
            ref readonly var token = ref pending[i];
            var isBeside = token.Start == _lastPosition;
            tokens[at] = new Token(
                token.Start, token.End, token.WordId, token.Origin, isBeside ? 0 : 1, isBeside ? token.PositionLength : 1);
            _lastPosition = token.Start;
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

            _predecessors.Gather(_lattice, position);
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
                var (context, wordCost) = CostOf(word, origin);
                var cost = from.Cost + wordCost + Connection(from.Context, context) + Penalty(text, start, to);
                _lattice.Add(to, cost, context, start, startNode, word, origin);
            }
        }
    }

    // Puts the tokens of a node down, last first, and tells how many they are.
    private int Emit(ReadOnlySpan<char> text, in LatticeNode node, int end)
    {
        if (node.Origin == TokenOrigin.User)
        {
            return EmitUser(in node, end, _user!);
        }

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

    private int EmitUser(in LatticeNode node, int end, UserDictionary user)
    {
        var lengths = user.PartLengths(node.Word);
        for (var part = lengths.Length - 1; part >= 0; part--)
        {
            _pending.Add(new Token(end - lengths[part], end, user.FirstPart(node.Word) + part, TokenOrigin.User, 1, 1));
            end -= lengths[part];
        }

        return lengths.Length;
    }
}
