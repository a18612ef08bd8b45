using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Search.Language;

/// <summary>Reads Lucene's classic query syntax; words next to each other must all match. docs/guide/search.md shows it.</summary>
/// <remarks>Any string gives a query or a failure; the time is linear in its length.</remarks>
public sealed class QueryParser
{
    /// <summary>Longest query, in UTF-16 code units.</summary>
    public const int Longest = 10_000;

    private const int Deepest = 64;
    private const int MostDistance = 1000;

    private static readonly FrozenSet<string> LegalForms =
        new[] { "株", "有", "合", "資", "名", "社", "財", "学", "医", "福", "宗", "特非", "一社", "一財", "公社", "公財", "社福" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] AndNames = ["AND", "&&", "&", "かつ"];

    private static readonly string[] OrNames = ["OR", "||", "|", "または"];

    private readonly string _raw;
    private readonly string _text;
    private QueryFailure? _failure;
    private int _at;
    private int _depth;

    private QueryParser(string query)
    {
        _raw = query;
        _text = QueryCharacters.Narrow(query);
    }

    /// <summary>The query that a line says, or why it says none.</summary>
    /// <param name="query">Any text.</param>
    public static QueryParse Parse(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Length > Longest)
        {
            return new QueryParse(null, new QueryFailure(Longest, new BilingualText("検索式が長すぎます（1万文字まで）。", "The query is too long (10,000 characters at most)."), null));
        }

        var parse = Read(query);
        return parse.Failure?.Proposal is { } proposal && Read(proposal).Failure is not null
            ? parse with { Failure = parse.Failure with { Proposal = null } }
            : parse;
    }

    private static QueryParse Read(string query)
    {
        var parser = new QueryParser(query);
        try
        {
            return new QueryParse(parser.All(), null);
        }
        catch (FormatException) when (parser._failure is not null)
        {
            return new QueryParse(null, parser._failure);
        }
    }

    private QueryNode All()
    {
        var query = Or();
        return _at < _text.Length
            ? throw Wrong(_at, "「)」に対応する「(」がありません。", "There is no “(” for this “)”.", _raw.Remove(_at, 1))
            : query;
    }

    private QueryNode Or()
    {
        if (++_depth > Deepest)
        {
            throw Wrong(_at, "括弧の重なりが深すぎます。", "The parentheses are nested too deeply.", null);
        }

        var parts = ImmutableArray.CreateBuilder<QueryNode>();
        parts.Add(And());
        while (Operator(OrNames))
        {
            parts.Add(And());
        }

        _depth--;
        return parts.Count == 1 ? parts[0] : new GroupNode(parts.ToImmutable(), IsAll: false);
    }

    private QueryNode And()
    {
        var parts = ImmutableArray.CreateBuilder<QueryNode>();
        parts.Add(Unary());
        while (!AtEnd() && Peek() != ')' && !IsOperator(OrNames))
        {
            Operator(AndNames);
            parts.Add(Unary());
        }

        return parts.Count == 1 ? parts[0] : new GroupNode(parts.ToImmutable(), IsAll: true);
    }

    private QueryNode Unary()
    {
        var start = Skip();
        if (AtEnd() || Peek() == ')' || IsOperator(OrNames) || IsOperator(AndNames))
        {
            throw Wrong(start, "ここに検索語がありません。", "A word is missing here.", Without(start));
        }

        var isHyphen = Peek() == '-' && IsFollowed();
        if (isHyphen || Operator("NOT", "!", "除く"))
        {
            _at += isHyphen ? 1 : 0;
            return ++_depth > Deepest ? throw Wrong(start, "否定の重なりが深すぎます。", "Negations are nested too deeply.", null) : Deeper(() => new NotNode(Unary()));
        }

        if (Peek() == '+' && IsFollowed())
        {
            _at++;
        }

        start = Skip();
        var left = Primary();
        while (Near() is var (distance, inOrder))
        {
            var next = Skip();
            var right = AtEnd() ? throw Wrong(_at, "NEAR の右に検索語がありません。", "A word is missing after NEAR.", Without(_at)) : Primary();
            left = new NearNode(Placed(left, start), Placed(right, next), distance, inOrder);
        }

        return left;
    }

    // What stands somewhere in the text, so that something can be near it.
    private QueryNode Placed(QueryNode node, int start)
    {
        return IsPlaced(node) ? node : throw Wrong(start, "NEAR の左右に書けるのは、語、句（~ なし）、それらを OR でつないだものです。", "Beside NEAR stand words, phrases without ~, or ORs of these.", null);

        static bool IsPlaced(QueryNode node) => node switch
        {
            WordNode or SurfaceNode or NearNode or PhraseNode { Slop: 0 } => true,
            GroupNode { IsAll: false } group => group.Parts.All(IsPlaced),
            BoostNode boost => IsPlaced(boost.Part),
            _ => false,
        };
    }

    private QueryNode Deeper(Func<QueryNode> read)
    {
        var node = read();
        _depth--;
        return node;
    }

    private QueryNode Primary()
    {
        var start = Skip();
        QueryNode node;
        switch (AtEnd() ? '\0' : Peek())
        {
            case '(' when LegalForm() == 0:
                _at++;
                node = Or();
                if (Skip() >= _text.Length)
                {
                    throw Wrong(start, "「(」が閉じられていません。", "This “(” is not closed.", _raw + ")");
                }

                _at++;
                break;
            case '"':
                var phrase = Quoted();
                node = new PhraseNode(phrase, Number('~', MostDistance) ?? 0);
                break;
            case '=':
                _at++;
                var surface = !AtEnd() && Peek() == '"' ? Quoted() : Word(out _, isValue: true);
                node = surface.Length > 0 ? new SurfaceNode(surface) : throw Wrong(start, "「=」の右に語がありません。", "A word is missing after “=”.", Without(start));
                break;
            default:
                node = WordOrField();
                break;
        }

        return Boost(node);
    }

    private QueryNode WordOrField()
    {
        var start = _at;
        var word = Word(out var isPattern, isValue: false);
        if (!AtEnd() && Peek() == ':' && word.Length > 0)
        {
            _at++;
            return Field(start, word);
        }

        if (word.Length == 0)
        {
            throw Wrong(start, $"「{_raw[start]}」はここでは使えません。文字として探すには「\\」を前に付けてください。", $"“{_raw[start]}” cannot stand here. Put “\\” before it to look for the character itself.", _raw.Insert(start, "\\"));
        }

        return word == "*" ? new EverythingNode() : new WordNode(word, isPattern ? 0 : Number('~', 2, whenAlone: 1) ?? 0, isPattern);
    }

    private QueryNode Field(int start, string name)
    {
        if (Skip() >= _text.Length || Peek() == ')')
        {
            throw Wrong(start, $"「{name}:」の右に値がありません。", $"A value is missing after “{name}:”.", Without(start));
        }

        if (Peek() is '[' or '{')
        {
            return Range(name);
        }

        if (Peek() == '(' && LegalForm() == 0)
        {
            // Values in parentheses are values of this field.
            var open = _at++;
            var values = ImmutableArray.CreateBuilder<QueryNode>();
            while (Skip() < _text.Length && Peek() != ')')
            {
                Operator(OrNames);
                Skip();
                var value = AtEnd() ? "" : Peek() == '"' ? Quoted() : Word(out _, isValue: true);
                values.Add(value.Length > 0 ? new FieldNode(name, value) : throw Wrong(_at, "ここに値がありません。", "A value is missing here.", Without(_at)));
            }

            if (AtEnd() || values.Count == 0)
            {
                throw Wrong(open, "「(」が閉じられていないか、値がありません。", "This “(” is not closed, or holds no value.", values.Count > 0 ? _raw + ")" : null);
            }

            _at++;
            return values.Count == 1 ? values[0] : new GroupNode(values.ToImmutable(), IsAll: false);
        }

        var text = Peek() == '"' ? Quoted() : Word(out _, isValue: true);
        return name == "*" && text == "*" ? new EverythingNode()
            : text.Length > 0 ? new FieldNode(name, text)
            : throw Wrong(start, $"「{name}:」の右に値がありません。", $"A value is missing after “{name}:”.", Without(start));
    }

    private RangeNode Range(string name)
    {
        var start = _at;
        var includesFrom = _text[_at++] == '[';
        var end = _text.AsSpan(_at).IndexOfAny(']', '}');
        var bounds = end < 0 ? [] : _text.Substring(_at, end).Split(" TO ", StringSplitOptions.TrimEntries);
        if (bounds.Length != 2 || bounds[0].Length == 0 || bounds[1].Length == 0)
        {
            throw Wrong(start, "範囲は [2019 TO 2021] の形で書いてください。", "Write a range as [2019 TO 2021].", null);
        }

        var raw = _raw.Substring(_at, end);
        var includesTo = _text[_at + end] == ']';
        _at += end + 1;
        var values = bounds.Select(b => raw.Length > 0 && b != "*" ? b.Trim('"') : null).ToArray();
        return FacetNumber(values[0]) > FacetNumber(values[1])
            ? throw Wrong(start, "範囲の左右が逆です。小さいほうを左に書いてください。", "The range is the wrong way round: the smaller bound comes first.", _raw[..start] + $"{_raw[start]}{values[1]} TO {values[0]}{_raw[_at - 1]}" + _raw[_at..])
            : new RangeNode(name, values[0], values[1], includesFrom, includesTo);
    }

    private static int? FacetNumber(string? bound) =>
        bound is not null && int.TryParse(NormalizedText.Of(bound).Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private QueryNode Boost(QueryNode node)
    {
        if (AtEnd() || Peek() != '^')
        {
            return node;
        }

        var start = _at++;
        var from = _at;
        while (!AtEnd() && (char.IsAsciiDigit(Peek()) || Peek() == '.'))
        {
            _at++;
        }

        return double.TryParse(_text.AsSpan(from, _at - from), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var factor) && factor <= 1e6
            ? new BoostNode(node, factor)
            : throw Wrong(start, "「^」の右には数を書いてください（例: 引継ぎ^2）。", "Write a number after “^”, as in 引継ぎ^2.", Without(start));
    }

    // NEAR/5, NEAR/5> and ONEAR/5 (in order).
    private (int Distance, bool InOrder)? Near()
    {
        Skip();
        var name = _text.AsSpan(_at).StartsWith("NEAR") ? "NEAR" : _text.AsSpan(_at).StartsWith("ONEAR") ? "ONEAR" : null;
        if (name is null || (_at + name.Length < _text.Length && _text[_at + name.Length] is not ('/' or ' ')))
        {
            return null;
        }

        var start = _at;
        _at += name.Length;
        if (AtEnd() || Peek() != '/' || Number('/', MostDistance) is not { } distance)
        {
            throw Wrong(start, "NEAR には距離を書いてください（例: NEAR/5）。", "Write a distance with NEAR, as in NEAR/5.", _raw[..start] + name + "/5" + _raw[Math.Min(_at, _raw.Length)..]);
        }

        var inOrder = name == "ONEAR";
        if (!AtEnd() && Peek() == '>')
        {
            _at++;
            inOrder = true;
        }

        return (distance, inOrder);
    }

    private int? Number(char mark, int most, int? whenAlone = null)
    {
        if (AtEnd() || Peek() != mark)
        {
            return null;
        }

        var start = _at++;
        var from = _at;
        while (!AtEnd() && char.IsAsciiDigit(Peek()) && _at - from < 5)
        {
            _at++;
        }

        if (_at == from)
        {
            return whenAlone ?? (mark == '~' ? 1 : null);
        }

        var number = int.Parse(_text.AsSpan(from, _at - from), CultureInfo.InvariantCulture);
        return number <= most ? number : throw Wrong(start, $"「{mark}」の右の数は {most} までです。", $"The number after “{mark}” is {most} at most.", _raw[..from] + most.ToString(CultureInfo.InvariantCulture) + _raw[_at..]);
    }

    // What stands between quotation marks; with \ before it a quotation mark, or \ itself, is a character like others.
    private string Quoted()
    {
        var start = _at++;
        var quoted = new StringBuilder();
        while (!AtEnd() && Peek() != '"')
        {
            _at += Peek() == '\\' && _at + 1 < _text.Length && _text[_at + 1] is '"' or '\\' ? 1 : 0;
            quoted.Append(_raw[_at++]);
        }

        if (AtEnd())
        {
            throw Wrong(start, "引用符が閉じられていません。", "This quotation mark is not closed.", _raw + "\"");
        }

        var words = quoted.ToString().Trim();
        _at++;
        return words.Length > 0 ? words : throw Wrong(start, "引用符の中に語がありません。", "There is nothing between the quotation marks.", Without(start));
    }

    // A word of any characters but the marks that end one; in a value colons and hyphens are letters.
    private string Word(out bool isPattern, bool isValue)
    {
        var word = new StringBuilder();
        var (asking, isInner, isAddress) = (0, false, false);
        isPattern = false;
        while (!AtEnd() && (LegalForm() > 0 || Peek() is not (' ' or '(' or ')' or '"' or '[' or ']' or '{' or '}' or '^')))
        {
            var c = Peek();
            if (LegalForm() is > 0 and var length)
            {
                word.Append(_raw, _at, length);
                _at += length;
                (isInner, asking) = (isInner || asking > 0, 0);
                continue;
            }

            if (c == ':' && !isValue && word.Length > 0 && !IsNumber(word) && !IsSign("://"))
            {
                break;
            }

            if (word.Length > 0 && (IsEdits(word) || IsSign("||") || IsSign("&&")))
            {
                break;
            }

            isAddress |= IsSign("://");
            isInner |= c == '*' || (c == '?' ? _raw[_at] == '?' : asking > 0);
            asking = c == '?' ? asking + 1 : 0;
            if (c == '\\' && _at + 1 < _text.Length)
            {
                _at++;
                word.Append(_raw[_at] is '*' or '?' ? "\\" + _raw[_at] : _raw[_at].ToString());
            }
            else
            {
                isPattern |= c is '*' or '?';
                word.Append(c is '*' or '?' ? c : _raw[_at]);
            }

            _at++;
        }

        // An address is no pattern, and wide question marks at the end ask.
        if (!isValue && isPattern && (isAddress || (!isInner && asking > 0 && asking < word.Length)))
        {
            isPattern = false;
            word.Length -= isAddress ? 0 : asking;
        }

        return isPattern ? word.ToString() : word.Replace("\\*", "*").Replace("\\?", "?").ToString();
    }

    // A ~ ends a word where nothing but a number follows; between numbers it is one of the letters (1～2回, 10時～15時).
    private bool IsEdits(StringBuilder word)
    {
        if (Peek() != '~')
        {
            return false;
        }

        var next = _at + 1;
        while (next < _text.Length && char.IsAsciiDigit(_text[next]))
        {
            next++;
        }

        return (next == _text.Length || _text[next] is ' ' or ')' or '^') && !IsOfNumbers(NormalizedText.Of(word.ToString()).Text);

        static bool IsOfNumbers(string letters) => letters.Any(char.IsAsciiDigit) && !letters.Any(char.IsAsciiLetter);
    }

    // (株) is no group: how long it is where one stands here, else 0.
    private int LegalForm()
    {
        if (Peek() != '(' || _text.IndexOf(')', _at, Math.Min(4, _text.Length - _at)) is not (> 0 and var end))
        {
            return 0;
        }

        return LegalForms.Contains(_text[(_at + 1)..end]) ? end + 1 - _at : 0;
    }

    private bool IsSign(string sign) => string.CompareOrdinal(_text, _at, sign, 0, sign.Length) == 0;

    private static bool IsNumber(StringBuilder word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (!char.IsDigit(word[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool Operator(params ReadOnlySpan<string> names)
    {
        Skip();
        foreach (var name in names)
        {
            if (Is(name))
            {
                _at += name.Length;
                return true;
            }
        }

        return false;
    }

    private bool IsOperator(params ReadOnlySpan<string> names)
    {
        Skip();
        foreach (var name in names)
        {
            if (Is(name))
            {
                return true;
            }
        }

        return false;
    }

    // A word operator ends where a word would, and so does a single mark: A&B may be one word.
    private bool Is(string name) =>
        string.CompareOrdinal(_text, _at, name, 0, name.Length) == 0
        && (!(char.IsLetter(name[0]) || name is "&" or "|") || _at + name.Length == _text.Length || _text[_at + name.Length] is ' ' or '(' or '"');

    private bool IsFollowed() => _at + 1 < _text.Length && _text[_at + 1] != ' ';

    private bool AtEnd() => _at >= _text.Length;

    private char Peek() => _text[_at];

    private int Skip()
    {
        while (!AtEnd() && Peek() == ' ')
        {
            _at++;
        }

        return _at;
    }

    // What stands before the trouble.
    private string? Without(int start)
    {
        var before = _raw[..Math.Min(start, _raw.Length)].TrimEnd();
        foreach (var name in (string[])[.. AndNames, .. OrNames, "NOT"])
        {
            before = before.EndsWith(name, StringComparison.Ordinal) ? before[..^name.Length].TrimEnd() : before;
        }

        return before.Length > 0 && before.Length < _raw.Length ? before : null;
    }

    // Leaves the descent at once; never leaves this class.
    private FormatException Wrong(int start, string ja, string en, string? proposal)
    {
        _failure = new QueryFailure(start, new BilingualText(ja, en), proposal);
        return new FormatException(en);
    }
}
