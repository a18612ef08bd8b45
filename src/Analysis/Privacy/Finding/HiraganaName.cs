using System.Text.RegularExpressions;

namespace FeedbackLab.Analysis.Privacy.Finding;

/// <summary>Tells where names in hiragana begin and end by the particles around them: the dictionary cuts such names anywhere.</summary>
internal static partial class HiraganaName
{
    private const int Longest = 12;

    // もくれん is も|くれ|ん for the dictionary too: only longer runs are sure to be a clause, or those that end as one.
    private const int LongClause = 5;

    /// <summary>Where the hiragana end that start at a position.</summary>
    public static int RunEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < Longest && IsIn(text, end) && (end > start || text[end] != 'ー'))
        {
            end++;
        }

        return end;
    }

    /// <summary>Where a name ends that starts a run of hiragana: before the first particle behind which the run is nothing but grammar.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the name starts.</param>
    /// <param name="end">Where the run ends.</param>
    /// <returns>The end of the run where no particle ends it; the name has two characters at least.</returns>
    public static int End(WordText text, int start, int end)
    {
        for (var at = start + 2; at < end; at++)
        {
            var rest = text.Text[at..end];
            if (IsGrammar(text.Text, at, end) && (rest.Length > 1 || text.IsBoundary(at) || at - start > 3 || (rest is "が" or "を" or "に" or "で" or "は" && !PersonNames.Default.HasNoun(text.Text[start..end]))))
            {
                return at;
            }
        }

        return end;
    }

    /// <summary>Whether the hiragana between two positions are nothing but grammar.</summary>
    public static bool IsGrammar(string text, int start, int end) =>
        text[start..end] is var rest && rest is not ("お" or "ご" or "") && Particles().IsMatch(rest);

    /// <summary>Whether a character goes on with hiragana: hiragana, or the long mark behind one (ぴーす).</summary>
    private static bool IsIn(string text, int at) => Script.IsHiragana(text[at]) || (text[at] == 'ー' && at > 0 && Script.IsHiragana(text[at - 1]));

    /// <summary>Where a name begins whose hiragana end at a position; the position itself where there is none.</summary>
    /// <remarks>At the beginning of a clause the whole run is the name; behind a word, what follows its particle (支援員があさぎり → あさぎり).</remarks>
    public static int Start(WordText text, int end)
    {
        var start = end;
        while (start > 0 && end - start < Longest && IsIn(text.Text, start - 1))
        {
            start--;
        }

        if (start == end)
        {
            return end;
        }

        var run = text.Text[start..end];
        var isOpen = start == 0 || !(Script.IsKanji(text.Text[start - 1]) || Script.IsKatakana(text.Text[start - 1]) || char.IsAsciiLetterOrDigit(text.Text[start - 1]));
        var match = (isOpen ? Openers() : Links()).Match(run);
        if (!isOpen && match.Length == 0)
        {
            return AfterTopic(text, start, end);
        }

        start = isOpen ? start + match.Length : AfterVerbs(text, start + match.Length, end);
        return end - start >= 2 && !Clause().IsMatch(text.Text[start..end]) && !IsSentence(text, start, end) && !IsSaid(text, start, end) ? start : end;
    }

    /// <summary>Whether hiragana are words as the dictionary knows them, with grammar among them: a piece of a sentence, not a name that it cuts anyhow.</summary>
    public static bool IsSentence(WordText text, int start, int end)
    {
        var hasGrammar = false;
        for (var at = start; at < end;)
        {
            if (text.WordStartingAt(at) is not (>= 0 and var number) || !text.Words[number].IsKnown)
            {
                return false;
            }

            var word = text.Words[number];
            var isGrammar = word.IsGrammar;
            if ((!isGrammar && word.End - word.Start < 2) || (isGrammar && at > start && text.Surface(number) == "た" && text.Words[number - 1].IsNoun))
            {
                return false;
            }

            hasGrammar |= isGrammar || word.PartOfSpeech.StartsWith("副詞", StringComparison.Ordinal) || word.PartOfSpeech.StartsWith("連体詞", StringComparison.Ordinal)
                || word.PartOfSpeech.StartsWith("名詞-副詞可能", StringComparison.Ordinal) || word.PartOfSpeech.StartsWith("名詞-非自立", StringComparison.Ordinal)
                || (!word.IsNoun && !word.IsStem && word.Form == "基本形" && word.End - word.Start >= 3);
            at = word.End;
        }

        return hasGrammar;
    }

    /// <summary>Whether hiragana begin with an adverb or end as a clause does before a noun (ゆっくりできる).</summary>
    public static bool IsSaid(WordText text, int start, int end)
    {
        var first = text.WordStartingAt(start);
        var last = text.WordEndingAt(end);
        return (first >= 0 && text.Words[first].PartOfSpeech.StartsWith("副詞", StringComparison.Ordinal) && text.Words[first].End - start >= 3)
            || (last > first && text.Words[last].IsKnown && text.Words[last].Form == "基本形" && text.Words[last].End - text.Words[last].Start >= 2);
    }

    /// <summary>Whether hiragana behind a noun are known words that go on with its clause: でゆっくりしたい, してくれる, となっていた.</summary>
    public static bool IsRestOfClause(WordText text, int start, int end)
    {
        var isBent = false;
        for (var at = start; at < end;)
        {
            if (text.WordStartingAt(at) is not (>= 0 and var number) || text.Words[number] is not { IsKnown: true } word || (at == start && !word.IsGrammar && !Doing().IsMatch(text.Surface(number))))
            {
                return false;
            }

            var isVerb = word.PartOfSpeech.StartsWith("動詞", StringComparison.Ordinal) || word.PartOfSpeech.StartsWith("形容詞", StringComparison.Ordinal);
            isBent |= end - start >= LongClause ? isVerb || word.PartOfSpeech.StartsWith("助動詞", StringComparison.Ordinal) : isVerb && word.Form == "基本形";
            at = word.End;
        }

        return isBent;
    }

    // 窓口になっているゆりのき: verbs and what bends them, as the dictionary cuts them.
    private static int AfterVerbs(WordText text, int start, int end)
    {
        var at = start;
        while (at < end && text.WordStartingAt(at) is >= 0 and var word && text.Words[word].End < end
            && (text.Words[word].PartOfSpeech.StartsWith("動詞", StringComparison.Ordinal) || (at > start && text.Words[word].IsGrammar)))
        {
            at = text.Words[word].End;
        }

        return at > start && end - at >= 3 && text.WordStartingAt(at) is >= 0 and var first && (text.Words[first].IsNoun || !text.Words[first].IsKnown || text.Surface(first) == "な") ? at : start;
    }

    // 通っているのはいこい: behind the last particle that the dictionary sees.
    private static int AfterTopic(WordText text, int start, int end)
    {
        for (var at = end - 3; at > start; at--)
        {
            if (text.WordEndingAt(at) is >= 0 and var word && text.Words[word].End - text.Words[word].Start == 1
                && (text.Words[word].PartOfSpeech.StartsWith("助詞-係助詞", StringComparison.Ordinal) || text.Words[word].PartOfSpeech.StartsWith("助詞-格助詞", StringComparison.Ordinal)))
            {
                return text.WordStartingAt(at) is >= 0 and var first && (text.Words[first].IsNoun || !text.Words[first].IsKnown) ? at : end;
            }
        }

        return end;
    }

    // What may follow a name up to the next kanji: さん, particles, forms of grammar, the polite prefix of what comes.
    [GeneratedRegex("^(さん|さま|ちゃん|くん|たち)?(など|なんか|だけ|のみ|くらい|ぐらい)?(や$|が|を|に|へ|と|で|から|まで|より|として|について|において|における|によって|による|により|によると|にて|という|といった|とともに|です|でした|ですが|である|であり|であった|だが|だった|だと|にある|にあった|にあり|にいる|にはいる|がある|があり|があった|がない|ができ|のような|のように|のため|のとき|のころ|のこと|のほう|のうち|のなか|にし|をし|とし|をや|をやめ|でし|でつまず|との|への|での|からの|までの|についての|に[ぁ-ん]{2,5}|で[ぁ-ん]{2,5}|を[ぁ-ん]{2,5})?(は|も|の|が|しか|さえ|こそ|だけ)?(お|ご)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Particles();

    [GeneratedRegex("^(し|さ|せ|する|され|でき|できる|なっ|なり|なる|くれ|くれる|もらい|もらえる|あっ|あり|ある|い|いる)$", RegexOptions.CultureInvariant)]
    private static partial Regex Doing();

    // What stands before a name at the beginning of a clause.
    [GeneratedRegex("^(また|そして|なお|ただし|あと|この|その|あの|どの|ある|まず|さらに|しかし|でも|うちの|ほかの|もともと|いつもの|よく|いま|いまは|いまの)?", RegexOptions.CultureInvariant)]
    private static partial Regex Openers();

    // What links a word to the name behind it.
    [GeneratedRegex("^(として|について|によって|に対して|である|であった|にある|にあった|のある|という|といった|による|における|についての|との|への|での|からの|までの|では|には|とは|にも|などの|となる|となった|になった|しており|しながら|して|した|する|している|していた|される|された|できる|から|まで|より|や|が|を|に|へ|と|は|も|の|で)", RegexOptions.CultureInvariant)]
    private static partial Regex Links();

    // A rest that is no name: it ends as a clause does, or says which one.
    [GeneratedRegex("(か|です|でしょう|しよう|ください|たい|ある|いる|する|した|できる|てる|げる|れる|なくて|じゃなく|くらい|どんな|こんな|そんな|ている|ていた|った|ます|ました|ません|ない|なく|ので|のに|たら|れば|から|まで|より|など|ような|ために|ための|[をへ])$|^(その|この|あの|どの|ある|いる|する|なる|できる|たくさん|いろいろ|さまざま|ほとんど|それぞれ|すべて|あらゆる|いくつ|ふたつ|ひとつ|うち|ほか|わたし|ぼく|おなじ|あたらし|ちいさ|おおき|よい|いい|ちか|とお|たかい|ひくい|はじめて|とくに|もっと|すでに|いつも|いま)", RegexOptions.CultureInvariant)]
    private static partial Regex Clause();
}
