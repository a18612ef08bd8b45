using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Themes.Rules;

/// <summary>Reads a condition. Binds tightest: <c>!</c>, then * /, then + −, comparisons, not, and, or.</summary>
internal sealed class RuleParser
{
    private const int Deepest = 200;

    private readonly string _text;
    private readonly ImmutableArray<RuleToken> _tokens;
    private readonly ImmutableArray<(int At, int Line)> _lines;
    private readonly ImmutableArray<string> _earlier;
    private int _next;
    private int _depth;

    private RuleParser(string text, ImmutableArray<(int At, int Line)> lines, ImmutableArray<string> earlier)
    {
        (_text, _lines, _earlier) = (text, lines, earlier);
        _tokens = RuleTokens.Of(text);
    }

    /// <summary>The code.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">Its condition.</param>
    /// <param name="lines">Where each line begins in the text, and its number.</param>
    /// <param name="earlier">Names of the codes before it.</param>
    /// <exception cref="RuleException">The condition cannot be read.</exception>
    public static RuleCode Parse(string name, string text, ImmutableArray<(int At, int Line)> lines, ImmutableArray<string> earlier)
    {
        var parser = new RuleParser(text, lines, earlier);
        if (parser._tokens.FirstOrDefault(t => t.Open is not null).Open is { } open)
        {
            throw parser.Wrong(open, new BilingualText(
                $"引用符「{text[open]}」が閉じていません。同じ引用符で閉じてください。", $"The quotation mark {text[open]} is not closed. Close it with the same mark."));
        }

        var condition = parser.Or();
        if (parser.Peek is { } left)
        {
            throw parser.Wrong(left.At, left.Text == ")"
                ? new BilingualText("「)」に合う「(」がありません。", "This \")\" closes nothing.")
                : new BilingualText($"「{left.Text}」の前に and か or などの演算子が要ります。", $"There must be an operator, such as and or or, before \"{left.Text}\"."));
        }

        return new RuleCode(name, text, condition, lines);
    }

    private RuleToken? Peek => _next < _tokens.Length ? _tokens[_next] : null;

    private RuleNode Or()
    {
        if (++_depth > Deepest)
        {
            throw Wrong(Peek?.At ?? 0, new BilingualText("かっこが深すぎます。コードを分けてください。", "Too many parentheses in one another. Split the code."));
        }

        var left = And();
        while (Peek is { Text: "|" } || Is("or"))
        {
            var at = Peek!.Value.At;
            _next++;
            left = new BinaryRule(at, RuleOperator.Or, left, And());
        }

        _depth--;
        return left;
    }

    private RuleNode And()
    {
        var left = Not();
        while (Peek is { Text: "&" } || Is("and"))
        {
            var at = Peek!.Value.At;
            _next++;
            left = new BinaryRule(at, RuleOperator.And, left, Not());
        }

        return left;
    }

    private RuleNode Not()
    {
        if (!Is("not"))
        {
            return Comparison();
        }

        var at = Peek!.Value.At;
        if (++_depth > Deepest)
        {
            throw Wrong(at, new BilingualText("not が続きすぎています。", "Too many nots in a row."));
        }

        _next++;
        var part = new NotRule(at, Not());
        _depth--;
        return part;
    }

    private RuleNode Comparison()
    {
        var left = Sum();
        while (Peek is { } token && Comparing(token.Text) is { } comparing)
        {
            _next++;
            left = new BinaryRule(token.At, comparing, left, Sum());
        }

        return left;
    }

    private static RuleOperator? Comparing(string token) => token switch
    {
        ">" => RuleOperator.Greater,
        ">=" => RuleOperator.GreaterOrEqual,
        "<" => RuleOperator.Less,
        "<=" => RuleOperator.LessOrEqual,
        "==" or "=" => RuleOperator.Equal,
        _ => null,
    };

    private RuleNode Sum()
    {
        var left = Product();
        while (Peek is { Text: "+" or "-" } token)
        {
            _next++;
            left = new BinaryRule(token.At, token.Text == "+" ? RuleOperator.Plus : RuleOperator.Minus, left, Product());
        }

        return left;
    }

    private RuleNode Product()
    {
        var left = Unary();
        while (Peek is { Text: "*" or "/" } token)
        {
            _next++;
            left = new BinaryRule(token.At, token.Text == "*" ? RuleOperator.Times : RuleOperator.Divided, left, Unary());
        }

        return left;
    }

    private RuleNode Unary()
    {
        if (Peek is not { } token)
        {
            throw Wrong(_text.TrimEnd().Length, new BilingualText("条件が途中で終わっています。", "The condition ends too early."));
        }

        _next++;
        if (token.Text == "!")
        {
            return Negated(token.At, Unary);
        }

        if (token.Text == "(")
        {
            var part = Or();
            if (Peek is not { Text: ")" })
            {
                throw Wrong(token.At, new BilingualText("「(」が閉じていません。「)」を足してください。", "This \"(\" is not closed. Add a \")\"."));
            }

            _next++;
            return new GroupRule(token.At, part);
        }

        return token.Text is ")" or "|" or "&" or "+" or "*" or "/" or "-" || Comparing(token.Text) is not null || IsWord(token, "and") || IsWord(token, "or") || IsWord(token, "not")
            ? throw Wrong(token.At, new BilingualText($"「{token.Text}」の前に語か条件が要ります。", $"A word or a condition must stand before \"{token.Text}\"."))
            : Term(token);
    }

    private NotRule Negated(int at, Func<RuleNode> read)
    {
        if (++_depth > Deepest)
        {
            throw Wrong(at, new BilingualText("! が続きすぎています。", "Too many ! in a row."));
        }

        var part = new NotRule(at, read());
        _depth--;
        return part;
    }

    private RuleNode Term(RuleToken token)
    {
        var text = token.Text;
        if (text[0] is '\'' or '"')
        {
            return text.Length > 1 && text[^1] == text[0] && RuleTokens.Unquoted(text) is { Length: > 0 } characters
                ? new TextRule(token.At, characters)
                : throw Wrong(token.At, new BilingualText("引用符の中に何もないか、閉じた引用符に続きがあります。", "The quotation marks hold nothing, or something stands close behind them."));
        }

        if (text.StartsWith("<>", StringComparison.Ordinal))
        {
            return Attribute(token);
        }

        if (CodeReferences.NameIn(text) is { } code)
        {
            return _earlier.Contains(code, StringComparer.Ordinal)
                ? new CodeRule(token.At, code)
                : throw Wrong(token.At, new BilingualText(
                    $"「{code}」というコードは、これより前にありません（コードブックでは、付けるコードのうちルールのあるものだけを指せます）。",
                    $"There is no code \"{code}\" before this one (in a codebook, one that comments can have and that has rules)."));
        }

        if (RuleTokens.IsCall(text, 0))
        {
            return Near(token);
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return new ConstantRule(token.At, number);
        }

        return text switch
        {
            "lc" => new MeasureRule(token.At, RuleMeasure.Characters),
            "lw" => new MeasureRule(token.At, RuleMeasure.Words),
            "No." => new MeasureRule(token.At, RuleMeasure.Number),
            _ when text.Length > 1 && text[0] == '!' => Negated(token.At, () => Term(new RuleToken(token.At + 1, text[1..]))),
            _ => Word(token),
        };
    }

    private RuleNode Attribute(RuleToken token)
    {
        var body = token.Text[2..];
        if (body.IndexOf("-->", StringComparison.Ordinal) is > 0 and var arrow && body.Length > arrow + 3)
        {
            return new AttributeRule(token.At, RuleTokens.Unquoted(body[..arrow]), RuleTokens.Unquoted(body[(arrow + 3)..]));
        }

        return body.Length > 2 && body.EndsWith("<>", StringComparison.Ordinal)
            ? new NumberRule(token.At, RuleTokens.Unquoted(body[..^2]))
            : throw Wrong(token.At, new BilingualText("属性は <>名前-->値 か <>名前<> と書きます。", "An attribute is written <>name-->value or <>name<>."));
    }

    private NearRule Near(RuleToken token)
    {
        var open = token.Text.AsSpan().IndexOfAny('(', '（');
        var close = token.Text.AsSpan().LastIndexOfAny(')', '）');
        var options = close < 0 ? string.Empty : token.Text[(close + 1)..];
        ImmutableArray<string> words = close < 0 ? [] : [.. token.Text[(open + 1)..close].Split('-').Select(w => RuleTokens.Unquoted(w.Trim(' ', '\u3000')))];
        if (words.IsEmpty || words.Any(w => w.Length == 0) || (options.Length > 0 && (options[0] != '[' || options[^1] != ']')))
        {
            throw Wrong(token.At, new BilingualText("near(語-語)[10] のように書きます。", "It is written like near(word-word)[10]."));
        }

        var setting = options.Length > 0 ? options[1..^1].Trim() : string.Empty;
        var reach = setting.Length > 0 && setting[0] is 'b' or 'B' ? RuleReach.Sentence : setting.Length > 0 && setting[0] is 'd' or 'D' ? RuleReach.Paragraph : RuleReach.Comment;
        var digits = reach == RuleReach.Comment ? setting : setting[1..];
        var distance = 10;
        return digits.Length == 0 || int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out distance)
            ? new NearRule(token.At, words, token.Text[0] is 's' or 'S', distance, reach)
            : throw Wrong(token.At, new BilingualText($"[{setting}] は、数、b、d、b と数、d と数のどれかにしてください。", $"[{setting}] must be a number, b, d, or one of these with a number."));
    }

    private RuleNode Word(RuleToken token)
    {
        var text = token.Text;
        var surface = Cut(ref text, "=>");
        var pos = Cut(ref text, "-->");
        var inflection = pos is null ? Cut(ref text, "->") : Cut(ref pos, "->");
        if (text.Length == 0 || surface is { Length: 0 } || pos is { Length: 0 } || inflection is { Length: 0 })
        {
            throw Wrong(token.At, new BilingualText("語-->品詞、語->活用、語-->品詞->活用、語=>表層 のように書きます。", "It is written like word-->part of speech, word->form, word-->part of speech->form, word=>surface."));
        }

        var parts = text.Split('+');
        return parts.Length == 1 || surface is not null || pos is not null || inflection is not null ? new WordRule(token.At, RuleTokens.Unquoted(text), pos, inflection, surface)
            : parts.Any(p => p.Length == 0) ? throw Wrong(token.At, new BilingualText("続く語は、間を空けずに 語+語 と書きます。足し算は前後を空けます。", "Words in a row are written word+word without spaces; a sum has spaces around its +."))
            : new RunRule(token.At, [.. parts.Select(RuleTokens.Unquoted)]);
    }

    private static string? Cut(ref string text, string mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var tail = RuleTokens.Unquoted(text[(at + mark.Length)..]);
        text = text[..at];
        return tail;
    }

    private bool Is(string word) => Peek is { } token && IsWord(token, word);

    private static bool IsWord(RuleToken token, string word) => token.Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    private RuleException Wrong(int at, BilingualText what)
    {
        var (line, column) = RuleCode.PlaceOf(_lines, at);
        var start = at - column + 1;
        var end = _lines.FirstOrDefault(l => l.At > start, (At: _text.Length, Line: 0)).At;
        return new RuleException(line, column, _text[start..end].TrimEnd(' '), what);
    }
}
