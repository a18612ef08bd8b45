using System.Globalization;
using System.Text.RegularExpressions;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Search;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Tests.Search.Language;

/// <summary>A comment with its tokens.</summary>
internal sealed record ModelText(Comment Comment, IndexDocument Document);

/// <summary>A query as its user would type it, and what it means by looking at one comment.</summary>
/// <param name="Text">The query.</param>
/// <param name="Level">How loosely it holds together: 0 a word or parentheses, 1 NOT, NEAR and boosts, 2 AND, 3 OR.</param>
/// <param name="Matches">Whether a comment matches.</param>
/// <param name="Ranges">Where, in tokens; null for what has no place.</param>
internal sealed record Asked(string Text, int Level, Func<ModelText, bool> Matches, Func<ModelText, List<(int Start, int End)>>? Ranges = null)
{
    public string Within(int level) => Level <= level ? Text : "(" + Text + ")";
}

/// <summary>Makes comments and queries of numbers, so that failing ones shrink.</summary>
internal sealed class LanguageModel(TextTerms reader, int[] numbers)
{
    private const char Mark = CommentDocuments.ReadingMark;

    private static readonly string[] Pieces =
    [
        "引継ぎ", "引き継ぎ", "引き継ぐ", "引継", "連絡", "時期", "利用料", "会議", "職員", "の", "を", "は", "が遅い", "。", "、", "保証", "保障", "かいぎ", "コピー", "コップ",
        "ナカポツ", "障害者就業・生活支援センター", "2019年", "２", "ABC", "ａｂｃ", "関西国際空港", "に", "引継ぎの時期", " ", "\n", "とても", "😀",
    ];

    // Words of one term each, to be put together.
    private static readonly string[] Words = ["引継ぎ", "引き継ぐ", "連絡", "時期", "利用料", "会議", "職員", "保証", "コピー", "コップ", "ナカポツ", "遅い", "ABC"];
    private static readonly string[] Kana = ["ひきつぎ", "かいぎ", "レンラク", "しょくいん", "ホショウ"];
    private static readonly string[] Respondents = ["みさき", "はまべ", "いそべ"];
    private int _next;

    public static ModelText Comment(CommentDocuments documents, int number, int[] numbers)
    {
        int At(int i) => i < numbers.Length ? (int)((uint)numbers[i] % 1000) : 0;
        var comment = new Comment(
            "c" + number.ToString(CultureInfo.InvariantCulture),
            "資料.csv",
            At(0) % 3 == 0 ? CommentKind.Meeting : CommentKind.Answer,
            At(0) % 4 == 3 ? null : Respondents[At(0) % 4],
            null,
            At(1) % 2 == 0 ? "困っていること" : null,
            At(1) % 5 == 4 ? null : 2018 + (At(1) % 5),
            new Place(1, 1),
            string.Concat(numbers.Skip(2).Take(16).Select(n => Pieces[(uint)n % Pieces.Length])),
            At(2) % 3 == 0 ? [] : [new CommentAttribute("圏域", At(2) % 3 == 1 ? "北" : "南")]);
        return new ModelText(comment, documents.Of(comment));
    }

    public Asked Next(int depth = 0)
    {
        switch (Number(depth > 2 ? 9 : 14))
        {
            case 0:
                return Word(Pick(Words));
            case 1:
                return Word(Pick(Kana));
            case 2:
                var exact = string.Concat(Enumerable.Range(0, 1 + Number(3)).Select(_ => Pieces[Number(29)]));
                return Literal(exact[Number(2)..] is { Length: > 0 } part ? part : exact, Number(2) == 0);
            case 3:
                return Loose([.. Enumerable.Range(0, 2 + Number(2)).Select(_ => Pick(Words))], 1 + Number(4));
            case 4:
                var prefix = Pick(Number(3) == 0 ? Kana : Words)[..(1 + Number(2))];
                return Pattern(prefix + "*");
            case 5:
                var word = Pick(Number(3) == 0 ? Kana : Words);
                return Pattern(Number(4) switch { 0 => "?" + word[1..], 1 => word[..1] + "*" + word[^1..], 2 => "*" + word[1..], _ => word[..^1] + "?" });
            case 6:
                return Similar();
            case 7 or 8:
                return Field();
            case 9:
                return Near(depth);
            case 10:
                var not = Next(depth + 1);
                return new Asked((Number(4) switch { 0 => "NOT ", 1 => "-", 2 => "!", _ => "除く " }) + not.Within(1), 1, c => !not.Matches(c));
            case 11:
                return Joined(depth, 2, ["", " AND", " &&", " &", " かつ"], all: true);
            case 12:
                return Joined(depth, 3, [" OR", " ||", " |", " または"], all: false);
            default:
                var boosted = Next(depth + 1);
                return boosted with { Text = boosted.Within(0) + "^" + (Number(2) == 0 ? "2" : "0.5"), Level = 1 };
        }
    }

    /// <summary>The query with some of its marks as a Japanese keyboard gives them.</summary>
    public string Typed(Asked asked)
    {
        var style = Number(4);
        const string Narrow = "()\":*?~^=+-!/[] 0123456789&|";
        const string Wide = "（）”：＊？～＾＝＋－！／［］　０１２３４５６７８９＆｜";
        if (style < 2)
        {
            return asked.Text;
        }

        // What is looked for as it stands keeps its characters.
        var (isQuoted, isSurface) = (false, false);
        return string.Concat(asked.Text.Select((c, i) =>
        {
            isQuoted ^= c == '"';
            isSurface = c == '=' || (isSurface && c is not (' ' or ')' or '^'));
            var isMark = c is '"' or '=' || !(isQuoted || isSurface);
            return isMark && Narrow.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at && (style == 2 || i % 3 == 0) ? Wide[at] : c;
        }));
    }

    private int Number(int limit) => _next < numbers.Length ? (int)((uint)numbers[_next++] % limit) : 0;

    private string Pick(string[] words) => words[Number(words.Length)];

    // A word of one term is that term; kana also whatever is read so, and the letters themselves.
    private Asked Word(string word)
    {
        var ranges = TermRanges(word);
        return new Asked(word, 0, c => ranges(c).Count > 0 || (IsKana(word) && HasLetters(c, word)), ranges);
    }

    private Func<ModelText, List<(int Start, int End)>> TermRanges(string word)
    {
        var key = Key(word);
        var reading = IsKana(word) ? Mark + CommentDocuments.Katakana(word) : null;
        return c => Where(c, t => t == key || t == reading);
    }

    // Kana that the tokenizer takes apart is one word only by its reading or its letters.
    private string? Key(string word) => reader.Read(word).Terms is [{ Kind: TermKind.Word } term] && term.Span.End == word.Length && term.Span.Start == 0 ? term.Key : null;

    private static bool HasLetters(ModelText comment, string word) => comment.Comment.Text.Contains(word, StringComparison.Ordinal);

    private static Asked Literal(string text, bool isQuoted)
    {
        var trimmed = text.Trim();
        isQuoted |= trimmed.Any(char.IsWhiteSpace) || trimmed.Contains('\n', StringComparison.Ordinal);
        trimmed = trimmed.Length == 0 ? "連絡" : trimmed;
        return new Asked((isQuoted ? "" : "=") + (isQuoted ? "\"" + trimmed + "\"" : trimmed), 0, c => HasLetters(c, trimmed));
    }

    private Asked Loose(string[] words, int slop)
    {
        var keys = words.Select(Key).ToArray();
        var lengths = words.Select(w => new CommentDocuments(reader).Of(w).Tokens.Length).ToArray();
        int[] offsets = [.. words.Select((_, i) => lengths.Take(i).Sum())];
        bool Chosen(ModelText comment, List<int> places)
        {
            if (places.Count == words.Length)
            {
                var values = places.Select((p, i) => p - offsets[i]).ToList();
                return values.Max() - values.Min() <= slop;
            }

            var i = places.Count;
            return comment.Document.Terms
                .Where(t => t.Text == keys[i] && !Enumerable.Range(0, i).Any(j => keys[j] == keys[i] && places[j] == t.Position))
                .Select(t => t.Position)
                .Distinct()
                .Any(p => Chosen(comment, [.. places, p]));
        }

        return new Asked($"\"{string.Join(' ', words)}\"~{slop.ToString(CultureInfo.InvariantCulture)}", 0, c => Chosen(c, []));
    }

    private static Asked Pattern(string pattern)
    {
        static Func<string, bool> Form(string pattern)
        {
            var regex = new Regex("^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + "\\z", RegexOptions.Singleline);
            return regex.IsMatch;
        }

        var normalized = NormalizedText.Of(pattern).Text;
        var word = Form(normalized);
        var letters = normalized.Where(c => c is not ('*' or '?')).ToArray();
        var isKana = letters.Length > 0 && IsKana(new string(letters));
        var reading = Form(CommentDocuments.Katakana(normalized));
        List<(int, int)> Ranges(ModelText c) => Where(c, t => t[0] == Mark ? isKana && reading(t[1..]) : word(t));
        return new Asked(pattern, 0, c => Ranges(c).Count > 0, Ranges);
    }

    // A letter lost, doubled, replaced or moved.
    private Asked Similar()
    {
        var word = Pick(Number(3) == 0 ? Kana : Words);
        var at = Number(word.Length);
        var typed = Number(5) switch
        {
            0 when word.Length > 2 => word.Remove(at, 1),
            1 => word.Insert(at, word[at..(at + 1)]),
            2 => word[..at] + "科" + word[(at + 1)..],
            3 when at > 0 => word[..(at - 1)] + word[at] + word[at - 1] + word[(at + 1)..],
            _ => word,
        };
        var edits = typed.Length > 3 ? 1 + Number(2) : 1;
        var key = Key(typed) ?? NormalizedText.Of(typed).Text;
        var document = new CommentDocuments(reader).Of(typed);
        var (reading, most) = IsKana(NormalizedText.Of(typed).Text)
            ? (CommentDocuments.Katakana(NormalizedText.Of(typed).Text), edits)
            : (document.Tokens.Length == 1 ? document.Terms.Where(t => t.Text[0] == Mark).Select(t => t.Text[1..]).FirstOrDefault() : null, edits - 1);
        List<(int, int)> Ranges(ModelText c) => Where(c, t => t[0] == Mark ? reading is not null && Distance(t[1..], reading) <= most : Distance(t, key) <= edits);
        return new Asked(typed + "~" + edits.ToString(CultureInfo.InvariantCulture), 0, c => Ranges(c).Count > 0, Ranges);
    }

    private Asked Field()
    {
        var (from, to) = (2017 + Number(6), 2017 + Number(6));
        var (opens, closes) = (Number(2) == 0, Number(2) == 0);
        var who = Pick(Respondents);
        return Number(8) switch
        {
            0 => new Asked("回答者:" + who, 0, c => c.Comment.Respondent == who),
            1 => new Asked("respondent:\"" + who + "\"", 0, c => c.Comment.Respondent == who),
            2 => new Asked("年:" + from.ToString(CultureInfo.InvariantCulture), 0, c => c.Comment.Year == from),
            3 => new Asked("種類:会議", 0, c => c.Comment.Kind == CommentKind.Meeting),
            4 => new Asked("圏域:(北 OR 南)", 0, c => !c.Comment.Attributes.IsEmpty),
            5 => new Asked("設問:困っていること", 0, c => c.Comment.Question is not null),
            6 => new Asked($"year:[{from} TO *]", 0, c => c.Comment.Year >= from),
            _ => new Asked(
                $"年:{(opens ? '[' : '{')}{from} TO {to}{(closes ? ']' : '}')}",
                0,
                c => (opens ? c.Comment.Year >= from : c.Comment.Year > from) && (closes ? c.Comment.Year <= to : c.Comment.Year < to)),
        };
    }

    private Asked Near(int depth)
    {
        var (left, right, distance, inOrder) = (Placed(depth + 1), Placed(depth + 1), Number(5), Number(2) == 0);
        var name = inOrder ? Number(2) == 0 ? $"NEAR/{distance}>" : $"ONEAR/{distance}" : $"NEAR/{distance}";
        List<(int Start, int End)> Ranges(ModelText c)
        {
            var pairs =
                from l in Shortest(left.Ranges!(c))
                from r in Shortest(right.Ranges!(c))
                where (r.Start >= l.End && r.Start - l.End <= distance) || (!inOrder && l.Start >= r.End && l.Start - r.End <= distance)
                select (Math.Min(l.Start, r.Start), Math.Max(l.End, r.End));
            return Shortest([.. pairs.Distinct()]);
        }

        return new Asked($"{left.Within(0)} {name} {right.Within(0)}", 1, c => Ranges(c).Count > 0, Ranges);
    }

    private Asked Placed(int depth)
    {
        switch (Number(depth > 2 ? 3 : 5))
        {
            case 0 or 1:
                // Kana that is no term of its own has no place but by its reading.
                return Pick(Number(3) == 0 ? ["かいぎ"] : Words) is var word && Key(word) is null ? Word("連絡") : Word(word);
            case 2:
                return Pattern(Pick(Words)[..1] + "*");
            case 3:
                var (a, b) = (Placed(depth + 1), Placed(depth + 1));
                return new Asked($"{a.Within(2)} OR {b.Within(2)}", 3, c => a.Matches(c) || b.Matches(c), c => [.. a.Ranges!(c).Concat(b.Ranges!(c)).Distinct()]);
            default:
                return Near(depth + 1);
        }
    }

    private Asked Joined(int depth, int level, string[] operators, bool all)
    {
        var parts = Enumerable.Range(0, 2 + Number(2)).Select(_ => Next(depth + 1)).ToList();
        var text = parts[0].Within(level - 1);
        foreach (var part in parts.Skip(1))
        {
            text += Pick(operators) + " " + (Number(4) == 0 && part.Level == 0 ? "+" : "") + part.Within(level - 1);
        }

        return new Asked(text, level, c => all ? parts.TrueForAll(p => p.Matches(c)) : parts.Exists(p => p.Matches(c)));
    }

    private static bool IsKana(string text) => CommentDocuments.Katakana(text).All(c => c is >= 'ァ' and <= 'ヾ');

    private static List<(int, int)> Where(ModelText comment, Func<string, bool> isWanted) =>
        [.. comment.Document.Terms.Where(t => isWanted(t.Text)).Select(t => (t.Position, t.Position + t.Length)).Distinct()];

    private static List<(int Start, int End)> Shortest(List<(int Start, int End)> ranges) =>
        [.. ranges.Where(r => !ranges.Exists(o => o != r && o.Start >= r.Start && o.End <= r.End))];

    // By the definition, without a bound.
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                d[i, j] = i == 0 || j == 0 ? i + j : Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
