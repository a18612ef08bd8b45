using System.Text.RegularExpressions;

namespace FeedbackLab.Analysis.Privacy.Finding;

/// <summary>Tells where the name of an office or a company begins and ends, and whether it is one.</summary>
/// <remarks>
/// What sort of office it is says nothing; a name is what is left of a run of nouns without the words that say only the sort.
/// One instance serves one text.
/// </remarks>
internal sealed partial class NameShape(WordText text, PrivacyWords words)
{
    private const int LongestName = 30;
    private const int LongestGeneric = 14;

    // How names in hiragana end (こもれび館, くるみの森).
    private const string Tails = "館家里森風丘樹木郷園橋坂空星海花輪杜舎庭会野原沢島山川堂屋苑荘寮塾実虹音葉色道宿峠泉浜岬台灯翼谷峰湖径松竹梅桜菊月雪雲光夢町通蔵翠種絆";

    private string Text => text.Text;

    /// <summary>The inside of quotation marks right at a position, a space between allowed.</summary>
    public (int Start, int End)? Quoted(int at)
    {
        var open = IsSpace(at) ? at + 1 : at;
        if (open >= Text.Length || Text[open] is not ('「' or '『' or '"' or '“'))
        {
            return null;
        }

        var close = Text.IndexOfAny(['」', '』', '"', '”'], open + 1);
        return close > open + 1 && close - open <= LongestName && !IsOrdinary(open + 1, close) ? (open + 1, close) : null;
    }

    /// <summary>The inside of quotation marks that close right before a position.</summary>
    public (int Start, int End)? QuotedBefore(int at)
    {
        var end = IsSpace(at - 1) ? at - 1 : at;
        if (end < 3 || Text[end - 1] is not ('」' or '』' or '"' or '”'))
        {
            return null;
        }

        var open = Text.LastIndexOfAny(['「', '『', '"', '“'], end - 2);
        return open >= 0 && end - 1 - open <= LongestName && !IsOrdinary(open + 1, end - 1) ? (open + 1, end - 1) : null;
    }

    /// <summary>Whether a stretch is a generic word or a sentence.</summary>
    public bool IsOrdinary(int start, int end) =>
        words.Generic.Contains(Text[start..end]) || words.PublicNames.Contains(Text[start..end]) || Text.AsSpan(start, end - start).IndexOfAny("。、を") >= 0;

    /// <summary>Whether words say what takes place, not who is there: 在職者交流会.</summary>
    public static bool IsEvent(string words) => Event().IsMatch(words);

    /// <summary>Whether a space stands at a position.</summary>
    public bool IsSpace(int at) => at >= 0 && at < Text.Length && Text[at] is ' ' or '　';

    /// <summary>Where the run of nouns begins that ends at a position; the position itself where there is none.</summary>
    public int RunStart(int end)
    {
        var start = end;
        while (start > 0 && end - start < LongestName)
        {
            var word = text.WordAt(start - 1);
            if (word < 0)
            {
                break;
            }

            // 桐が丘.
            var isJoint = text.Surface(word) == "が" && start < end && "丘岡峰".Contains(Text[start], StringComparison.Ordinal);
            if (isJoint || (CanBeInName(word) && !EndsOther(word)))
            {
                start = text.Words[word].Start;
            }
            else if (text.Surface(word) == "の" && start < end && IsHiraganaNoun(word - 1) && IsShortTail(start, end))
            {
                start = text.Words[word - 1].Start;
            }
            else
            {
                break;
            }
        }

        while (start < end && Text[start] is '・' or '-' or '&')
        {
            start++;
        }

        // うち15社, あと2事業所: how many, not which.
        if (start < end && (Counted().IsMatch(Text[HiraganaRun(start)..end]) || (HiraganaRun(start) == start && IsLead(start, end))))
        {
            return end;
        }

        return start == end || !HasName(start, end, out _) ? HiraganaStart(Script.All(Text[start..end], Script.IsHiragana) ? end : start) : WithHiragana(WithRest(start, end), end);
    }

    private int HiraganaRun(int end)
    {
        var start = end;
        while (start > 0 && Script.IsHiragana(Text[start - 1]))
        {
            start--;
        }

        return start;
    }

    // あさぎり運輸, ひなた坂就労支援事業所: the hiragana that the dictionary took for grammar, before hiragana or before a kanji or two that end as names do.
    private int WithHiragana(int start, int end)
    {
        if (start == 0 || start == end || !Script.IsHiragana(Text[start - 1]))
        {
            return start;
        }

        if (Script.IsHiragana(Text[start]))
        {
            var first = HiraganaName.Start(text, HiraganaName.RunEnd(Text, start));
            return first < start ? first : start;
        }

        var tail = start;
        while (tail < end && GenericEnd(tail, end) == tail && Script.IsKanji(Text[tail]))
        {
            tail++;
        }

        return tail - start is 1 or 2 && Tails.Contains(Text[tail - 1], StringComparison.Ordinal) ? HiraganaName.Start(text, start) : start;
    }

    /// <summary>Where a stretch begins with the words before it that say only the sort (キャリア before スクールみらい).</summary>
    public int WithGeneric(int start)
    {
        while (text.WordEndingAt(start) is >= 0 and var word && ((words.Generic.Contains(text.Surface(word)) && text.Words[word].IsNoun) || text.Surface(word) == "多"))
        {
            start = text.Words[word].Start;
        }

        // しごと|と, which the dictionary cuts し|ごと: a name does not begin inside a word that says the sort.
        for (var first = Math.Max(0, start - 3); first < start; first++)
        {
            if (Script.IsHiragana(Text[start]) && Script.IsHiragana(Text[first]) && text.IsBoundary(first) && GenericEnd(first, Text.Length) > start)
            {
                return WithGeneric(first);
            }
        }

        return start;
    }

    // つゆくさクリニック, where the dictionary sees no noun: the hiragana back to the last other character, without a particle in front.
    private int HiraganaStart(int end)
    {
        if (HiraganaName.Start(text, end) is var whole && whole <= end - 3 && !words.Generic.Contains(Text[whole..end]) && !words.NotNames.Contains(Text[whole..end])
            && (text.WordAt(whole) is >= 0 and var head && (text.Words[head].End < end || text.Words[head].IsNoun)) && !IsOrdinary(Text[whole..end]) && !IsLead(whole, end)
            && text.WordEndingAt(end) is >= 0 and var tail && !CaseParticle().IsMatch(text.Words[tail].PartOfSpeech) && text.Surface(tail) is not ("な" or "た" or "て"))
        {
            return whole;
        }

        var start = end;
        while (start > 0 && end - start < 9 && Script.IsHiragana(Text[start - 1]))
        {
            start--;
        }

        var isOpen = start == 0 || !(Script.IsKanji(Text[start - 1]) || Script.IsKatakana(Text[start - 1]) || char.IsAsciiLetterOrDigit(Text[start - 1]));
        if (!isOpen)
        {
            start += start < end && "はがをにでとのもへや".Contains(Text[start], StringComparison.Ordinal) ? 1 : end - start;
        }

        var run = Text[start..end];
        var isNoun = text.WordEndingAt(end) is >= 0 and var last && IsNameLike(last) && text.Words[last].Start >= start;
        return run.Length >= (isOpen ? 2 : 3) && !(isOpen && HiraganaName.IsSentence(text, start, end)) && !HiraganaName.IsSaid(text, start, end) && !IsOrdinary(run) && !IsLead(start, end) && (isNoun || !(isOpen ? Particles() : Inflections()).IsMatch(run)) ? start : end;
    }

    // はい事業所, いい会社, でき次第: one word that the dictionary knows and that stands before nouns.
    private bool IsLead(int start, int end) =>
        text.WordStartingAt(start) is >= 0 and var number && text.Words[number] is { IsKnown: true } word && word.End == end
            && (word.IsGrammar || Leads().IsMatch(word.PartOfSpeech) || (word.PartOfSpeech.StartsWith("形容詞", StringComparison.Ordinal) && word.Form == "基本形")
                || (word.PartOfSpeech.StartsWith("動詞", StringComparison.Ordinal) && word.Length <= 2));

    private static bool IsOrdinary(string hiragana) => Ordinary().IsMatch(hiragana) || Polite().IsMatch(hiragana);

    private bool IsNameLike(int word)
    {
        var w = text.Words[word];
        return !w.IsKnown || w.IsNoun || w.IsStem || (w.PartOfSpeech.StartsWith("形容詞", StringComparison.Ordinal) && w.Form == "ガル接続");
    }

    // けやき沢 where the dictionary cuts け: what is left in front, up to a bracket or a stop.
    private int WithRest(int start, int end)
    {
        var first = start;
        while (first > 0 && start - first < 3 && Script.IsHiragana(Text[first - 1]))
        {
            first--;
        }

        var isOpen = first == 0 || "（(「『、。:： 　→⇒・/".Contains(Text[first - 1], StringComparison.Ordinal);
        return first < start && isOpen && start < end && Script.IsHiragana(Text[start]) ? first : start;
    }

    /// <summary>Where the name ends that starts at a position: at a particle, at punctuation, at a word that goes on.</summary>
    public int NameEnd(int start) =>
        start < Text.Length && Script.IsHiragana(Text[start]) ? HiraganaEnd(start) : NounsEnd(start);

    /// <summary>Where the kanji and katakana end that start at a position, whatever the dictionary cuts them into (株式会社ニシノ建材); の goes on with 会 and the like.</summary>
    public int RunEnd(int start)
    {
        var end = KanjiEnd(start);
        return end > start && end < Text.Length && Text[end] == 'の' && JoinedTail(end + 1) > end + 1 ? JoinedTail(end + 1) : end;
    }

    /// <summary>Where a name ends that goes on over kanji, katakana and hiragana (地域ねっと蔵); at the first hiragana that are nothing but grammar.</summary>
    public int MixedEnd(int start)
    {
        for (var at = start; ;)
        {
            var run = HiraganaName.RunEnd(Text, at);
            if (run > at)
            {
                if (HiraganaName.IsGrammar(Text, at, run))
                {
                    return Joined(at);
                }

                var stop = HiraganaName.End(text, at, run);
                if (stop < run)
                {
                    return Joined(stop);
                }
            }

            var end = run < Text.Length && (Script.IsKanji(Text[run]) || Script.IsKatakana(Text[run])) ? KanjiEnd(run) : run;
            if (end == at || end - start > LongestName)
            {
                return Joined(at);
            }

            at = end;
            if (at == run)
            {
                return at;
            }
        }
    }

    // The dictionary cuts names in hiragana anywhere (こもれび館, なないろ灯会): the run up to a particle, and the kanji that go on with it.
    private int HiraganaEnd(int start)
    {
        var end = HiraganaName.RunEnd(Text, start);
        if (end - start < 2 || HiraganaName.IsGrammar(Text, start, end) || words.Generic.Contains(Text[start..end]))
        {
            return start;
        }

        // 事業所かどうか, 病院さがし, センターでゆっくりしたい.
        if (words.NotBehind.Any(w => IsBehind(w, start, end)) || HiraganaName.IsRestOfClause(text, start, end))
        {
            return start;
        }

        // ほたる橋, まどか通り: what ends as names do goes on whatever the dictionary makes of the hiragana.
        var tail = KanjiEnd(end);
        var isTail = tail > end && tail - end <= 3 && Tails.Contains(Text[tail - 1], StringComparison.Ordinal);
        if ((isTail || text.Longest(words.CompanyEndings, end) is not null) && !"をがはにへ".Contains(Text[end - 1], StringComparison.Ordinal))
        {
            return Joined(Text[tail - 1] == '通' && tail < Text.Length && Text[tail] == 'り' ? tail + 1 : tail);
        }

        // とびら, ともだち: words that begin as particles do.
        var stop = BeforeParticles(start, end);
        if (GrammarBehind().IsMatch(Text[start..end]) && !(stop - start >= 3 && PersonNames.Default.HasNoun(Text[start..stop])))
        {
            return start;
        }

        return stop == end ? Joined(tail) : Joined(stop);
    }

    private bool IsBehind(string word, int start, int end) =>
        string.CompareOrdinal(Text, start, word, 0, word.Length) == 0 && (start + word.Length == end || (start + word.Length < end && HiraganaName.IsGrammar(Text, start + word.Length, end)));

    // ひいらぎ野の灯会: what の joins to a name.
    private int Joined(int end) => end < Text.Length && Text[end] == 'の' && JoinedTail(end + 1) is var tail && tail > end + 1 ? tail : end;

    // Where the particles at the end of a run of hiragana begin: を, では, から …; the first two characters always stay.
    private int BeforeParticles(int start, int end)
    {
        var stop = HiraganaName.End(text, start, end);
        for (var at = start + 3; at < stop; at++)
        {
            if (text.WordStartingAt(at) is >= 0 and var word && text.Words[word].PartOfSpeech.StartsWith("助詞-格助詞", StringComparison.Ordinal) && text.Surface(word) != "て" && AreParticles(at, end))
            {
                return at;
            }
        }

        return stop;
    }

    private bool AreParticles(int start, int end)
    {
        for (var word = text.WordAt(start); word >= 0 && word < text.Words.Length && text.Words[word].Start < end; word++)
        {
            var w = text.Words[word];
            if (!w.IsGrammar && !IsFinite(w) && !words.Generic.Contains(text.Surface(word)) && !words.Honorifics.Contains(text.Surface(word)))
            {
                return false;
            }
        }

        return true;
    }

    private int KanjiEnd(int start)
    {
        var end = start;
        while (end < Text.Length && end - start < 12 && (Script.IsKanji(Text[end]) || Script.IsKatakana(Text[end])))
        {
            var word = text.WordAt(end);
            if (end > start && text.Words[word].Start == end && (words.Titles.Contains(text.Surface(word)) || words.NotNames.Contains(text.Surface(word)))
                && !words.Generic.Contains(text.Surface(word)))
            {
                break;
            }

            end++;
        }

        return end;
    }

    private int NounsEnd(int start)
    {
        // ホームセンター|カナデヤ in one word that the dictionary does not know.
        var end = text.WordAt(start) is >= 0 and var inside && text.Words[inside].Start < start && !text.Words[inside].IsKnown ? text.Words[inside].End : start;
        while (end < Text.Length && end - start < LongestName && text.WordStartingAt(end) is >= 0 and var word)
        {
            var surface = text.Surface(word);
            if (end > start && (words.Titles.Contains(surface) || words.NotNames.Contains(surface) || words.Honorifics.Contains(surface)))
            {
                break;
            }

            // ひいらぎ野の灯会, リンクのわ: what の joins to a name in kana.
            if (surface == "の" && end > start && !Script.IsKanji(Text[start]) && JoinedTail(end + 1) > end + 1)
            {
                return JoinedTail(end + 1);
            }

            var isAction = text.Words[word].PartOfSpeech.StartsWith("名詞-サ変", StringComparison.Ordinal) && end > start && !Script.All(surface, Script.IsKatakana);
            if (!CanBeInName(word) || isAction)
            {
                break;
            }

            end = text.Words[word].End;
        }

        // ワークステップ石積・件数 heads a table.
        end -= HowMany().Match(Text[start..end]).Length;
        while (end > start && Text[end - 1] is '・' or '-' or '&')
        {
            end--;
        }

        return end;
    }

    private bool CanBeInName(int word)
    {
        var w = text.Words[word];
        var surface = text.Surface(word);

        // IPADIC takes half-width brackets for nouns.
        return (w.IsNoun && surface.All(char.IsLetterOrDigit)) || surface is "・" or "&" or "-" or "ー"
            || w.PartOfSpeech.StartsWith("接頭詞", StringComparison.Ordinal)
            || (w.IsStem && Script.All(surface, Script.IsHiragana));
    }

    // アオバト物流・フクロウ印刷: the one before ・ is another.
    private bool EndsOther(int word)
    {
        if (text.Surface(word) != "・")
        {
            return false;
        }

        // 講師・・…: dots that lead on are no part of a name.
        var at = text.Words[word].Start;
        if (at > 0 && Text[at - 1] == '・')
        {
            return true;
        }

        return text.LongestBefore(words.CompanyEndings, at) is not null
            || words.Offices.Any(o => o.Word.Length <= at && string.CompareOrdinal(Text, at - o.Word.Length, o.Word, 0, o.Word.Length) == 0 && !words.Generic.Contains(o.Word));
    }

    private bool IsHiraganaNoun(int word) =>
        word >= 0 && (text.Words[word].IsNoun || text.Words[word].IsStem) && text.Surface(word) is var surface
        && surface.Length >= 2 && Script.All(surface, Script.IsHiragana) && !words.Generic.Contains(surface) && !words.NotNames.Contains(surface);

    // き of ゆりのき, 森 of くるみの森: too short for a name of its own.
    private bool IsShortTail(int start, int end)
    {
        var stop = start;
        while (stop < end && stop - start < 3 && GenericEnd(stop, end) == stop && !words.Offices.Any(o => string.CompareOrdinal(Text, stop, o.Word, 0, o.Word.Length) == 0))
        {
            stop++;
        }

        return stop - start is 1 or 2 && (Script.IsHiragana(Text[start]) || Tails.Contains(Text[stop - 1], StringComparison.Ordinal));
    }

    private static bool IsFinite(Word word) =>
        word.PartOfSpeech.StartsWith("動詞-非自立", StringComparison.Ordinal) || word.PartOfSpeech.StartsWith("名詞-接尾", StringComparison.Ordinal)
        || word.PartOfSpeech.StartsWith("名詞-非自立", StringComparison.Ordinal) || word.PartOfSpeech.StartsWith("連体詞", StringComparison.Ordinal)
        || (word.PartOfSpeech.StartsWith("動詞", StringComparison.Ordinal) && !word.IsStem)
        || (word.PartOfSpeech.StartsWith("形容詞", StringComparison.Ordinal) && word.Form != "ガル接続");

    // 森 of くるみの森, 蔓福祉会 of あけびの蔓福祉会: hiragana, then kanji that end as names do.
    private int JoinedTail(int start)
    {
        var end = start;
        while (end < Text.Length && end - start < 4 && Script.IsHiragana(Text[end]))
        {
            end++;
        }

        var kanji = end;
        while (end < Text.Length && end - kanji < 6 && Script.IsKanji(Text[end]))
        {
            end++;
        }

        // 昼食会 is no tail, 蔓福祉会 is.
        var isEvent = Text[end - 1] == '会' && end - kanji >= 3 && !Text[kanji..end].Contains("福祉", StringComparison.Ordinal);
        if (end > kanji && Tails.Contains(Text[end - 1], StringComparison.Ordinal) && !isEvent)
        {
            return end;
        }

        var match = HiraganaTail().Match(Text, start);
        return match.Success ? start + match.Length : start;
    }

    [GeneratedRegex("^(いろいろ|ときどき|さまざま|ますます|たびたび|なかなか|そもそも|まだまだ|だんだん|どんどん|いちいち|わざわざ|たまたま|まあまあ|ぼちぼち|おのおの)$", RegexOptions.CultureInvariant)]
    private static partial Regex OrdinaryTwice();

    [GeneratedRegex("(交流|見学|説明|勉強|研修|連絡|学習|報告|相談|講習|意見交換|発表|懇談|面接|座談|茶話|飲み|食事|懇親|総|部|委員|講演|定例|検討|協議|研究|昼食|夕食|反省|報告書|通信)会$|通信$", RegexOptions.CultureInvariant)]
    private static partial Regex Event();

    [GeneratedRegex("^(感動詞|連体詞|フィラー|名詞-代名詞|名詞-接尾)", RegexOptions.CultureInvariant)]
    private static partial Regex Leads();

    [GeneratedRegex("よね$|.(です|ます(?![みほおか])|まし[たて]|ません)", RegexOptions.CultureInvariant)]
    private static partial Regex Polite();

    // うち15社, のべ20事業所.
    [GeneratedRegex("(^|[はがをにでともの])(うち|そのうち|このうち|うちの|あと|のべ|ほか|そのほか|もう|わずか|たった|およそ|だいたい|やく|なかでも|さらに|いま|ほぼ|まだ|すでに|たとえば|また|まず|これまで|それまで|延べ|合わせて)[約計全]?([0-9]+|[一二三四五六七八九十百千数何]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    // What a table counts, behind the name of who is counted.
    [GeneratedRegex("・([\u4E00-\u9FFF]{1,4}[数率額]|割合|合計|内訳|平均)$", RegexOptions.CultureInvariant)]
    private static partial Regex HowMany();

    // リンクのわ, ゆめのたね.
    [GeneratedRegex(@"\G(わ|いえ|もり|おか|たね|かぜ|さと|にわ|うた|ゆめ|はな|いと|ひかり|つばさ|きずな|みち|うみ|そら)(?=(が|を|に|へ|と|は|も|の|で|や|から|まで|より|では|には|との|さん)?([^ぁ-ん]|$))", RegexOptions.CultureInvariant)]
    private static partial Regex HiraganaTail();

    // Hiragana before an office that is no name of it.
    [GeneratedRegex("^(その|この|あの|どの|ある|あらゆる|いわゆる|また|まず|すぐ|すぐに|さらに|なお|やはり|もし|ただ|でも|ここ|そこ|うち|いつも|もちろん|とくに|たとえば|および|または|もしくは|あるいは|ならびに|かつ|それぞれ|すべて|ほか|みんな|みな|ひとつ|ふたつ|いくつか|たくさん|いろいろ|さまざま|できれば|とりあえず|やっと|ようやく|ずっと|もっと|ほとんど|まだ|もう|いま|いまの|かなり|とても|よく|おおよそ|おもに|つぎ|まえ|あと|こちら|そちら|どこ|どこか|など|のみ|だけ|から|まで|より)$", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinary();

    [GeneratedRegex("^助詞-(格助詞|係助詞|連体化|接続助詞|並立助詞|副詞化)", RegexOptions.CultureInvariant)]
    private static partial Regex CaseParticle();

    [GeneratedRegex("(の|に|を|が|は|で|へ|な|も|から|まで|より|など|ている|ていた|ですが|ので|のに|たら|れば|して|った)$", RegexOptions.CultureInvariant)]
    private static partial Regex Particles();

    [GeneratedRegex("(た|だ|る|い|う|く|す|つ|ぬ|む|て|で|に|を|が|は|も|と|や|へ|の|な|ず|ば|ら|ます|ません|から|まで|より|など|ほど|だけ|のみ|しか|さえ|こそ)$", RegexOptions.CultureInvariant)]
    private static partial Regex Inflections();

    // Hiragana behind an office or a form that is grammar, not its name.
    [GeneratedRegex("^(づくり|とか|って|じゃ|か[でにをがはよ]|もしく|ならび|および|から|まで|など|として|という|といっ|との|とも|とは|とと|とい|とし|では|でも|での|でし|でき|です|であ|には|にも|にて|にな|によ|につ|にお|にと|にあ|にい|に|への|へも|だけ|だと|だっ|のみ|のよ|のた|のほ|のう|のな|のこ|のそ|のご|のお|の|ごと|さん|さま|たち|らし|もあ|もな|もい|があ|がな|がで|がい|がお|がそ|が|を|や|へ|はな|はあ|はい|はで|はこ|はそ|はお|はご|ある|あり|あっ|いる|いな|する|しか|しな|ない|なし|なく|なの|なら|より|または|また|ほど|ほか|ずつ|すべ|こそ|さえ|ばか|くら|ぐら|みた|よう|そう|はず|わけ|こと|もの|とき|ところ|ため|まま|づけ|がわ|むけ|あて|ゆき)", RegexOptions.CultureInvariant)]
    private static partial Regex GrammarBehind();
}
