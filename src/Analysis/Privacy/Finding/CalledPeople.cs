namespace FeedbackLab.Analysis.Privacy.Finding;

/// <summary>Finds the names of people by the honorific or the title behind them.</summary>
/// <remarks>One instance serves one text.</remarks>
internal sealed class CalledPeople(WordText text, PrivacyWords words, PersonNames names)
{
    private const int LongestKanji = 6;
    private const int LongestKana = 8;
    private const int LongestGap = 3;

    private string Text => text.Text;

    /// <summary>All of the text, in order.</summary>
    public IEnumerable<Found> Find()
    {
        for (var at = 1; at < Text.Length; at++)
        {
            if (Follower(at) is var (length, isTitle))
            {
                var end = Text[at - 1] is ' ' or '　' && at > 1 ? at - 1 : at;
                end = Furigana.NameEnd(Text, end) is > 0 and var name ? name : end;
                if (Before(end, isTitle) is { } person)
                {
                    yield return person;
                }

                at += length - 1;
            }
        }
    }

    /// <summary>Where a name begins with the family name before what was found of it: 山田 花子さん, 山田ゆう子さん.</summary>
    /// <param name="start">Where what was found begins.</param>
    public int WithSurname(int start)
    {
        var end = start;
        while (end > 1 && start - end < LongestGap && Text[end - 1] is ' ' or '　')
        {
            end--;
        }

        if (end < start && Script.IsKatakana(Text[end - 1]) && Script.IsKatakana(Text[start]))
        {
            var first = RunStart(end, Script.IsKatakana, 8);
            return (names.OfReading(Text[first..end]) & NameParts.Surname) != 0 ? first : start;
        }

        // 西 恵子さん, where the dictionary sees a direction: before a space, all of the kanji are a family name.
        if (end < start && RunStart(end, Script.IsKanji, LongestKanji) is var run && run < end && IsSurname(Text[run..end]))
        {
            return run;
        }

        return text.WordEndingAt(end) is >= 0 and var word
            && PersonNames.OfPartOfSpeech(text.Words[word].PartOfSpeech) == NameParts.Surname
            && (end < start || Script.IsKanji(Text[end - 1]) != Script.IsKanji(Text[start]) || (names.Of(text.Surface(word)) & NameParts.Surname) != 0)
                ? text.Words[word].Start
                : start;
    }

    /// <summary>Whether the dictionary has a family name that is written so, and nothing says that it is none.</summary>
    public bool IsSurname(string name) =>
        (names.Of(name) & NameParts.Surname) != 0 && !words.NotNames.Contains(name) && !words.Generic.Contains(name);

    // The honorific or title at a position, by itself: not 様子, not 委員会.
    private (int Length, bool IsTitle)? Follower(int at)
    {
        foreach (var isTitle in (ReadOnlySpan<bool>)[false, true])
        {
            if (text.Longest(isTitle ? words.Titles : words.Honorifics, at) is { } word)
            {
                var end = at + word.Length;
                if (text.CanCut(at) && text.CanCut(end) && !GoesOn(end))
                {
                    return (word.Length, isTitle);
                }
            }
        }

        return null;
    }

    private bool GoesOn(int end)
    {
        if (text.WordStartingAt(end) is not (>= 0 and var next))
        {
            return false;
        }

        var surface = text.Surface(next);
        return surface is "会" or "者" or "室" or "長" or "側" or "団" or "用" or "職" or "向け" or "宅"
            && text.Longest(words.Honorifics, end) is null && text.Longest(words.Titles, end) is null;
    }

    private Found? Before(int end, bool isTitle)
    {
        var last = Text[end - 1];
        var start = Script.IsKanji(last) ? KanjiStart(end, isTitle, out var doubtful)
            : Script.IsKatakana(last) ? KatakanaStart(end, isTitle, out doubtful)
            : Script.IsHiragana(last) ? HiraganaStart(end, isTitle, out doubtful)
            : LatinStart(end, out doubtful);
        return start < 0 ? null : new Found(WithSurname(start), end, PersonalDataKind.Person, doubtful);
    }

    private int KanjiStart(int end, bool isTitle, out bool doubtful)
    {
        doubtful = false;
        var run = RunStart(end, Script.IsKanji, LongestKanji + 2);
        var word = text.WordEndingAt(end);
        for (var start = run; start < end; start++)
        {
            if (words.NotNames.Contains(Text[start..end]) && text.CanCut(start))
            {
                return -1;
            }
        }

        for (var start = Math.Max(run, end - LongestKanji); start < end; start++)
        {
            var name = Text[start..end];
            if (!text.CanCut(start) && start != run)
            {
                continue;
            }

            var isFull = name.Length >= 3 && names.IsFull(name);
            if (isFull || (names.Of(name) & (NameParts.Surname | NameParts.Given | NameParts.Other)) != 0)
            {
                // 沼田事務局長, where the dictionary sees an ordinary word: all of the kanji are a family name.
                var tagged = (word >= 0 && text.Words[word].IsProper)
                    || (isTitle && start == run && name.Length >= 2 && (names.Of(name) & NameParts.Surname) != 0 && !words.Generic.Contains(name) && !words.NotNames.Contains(name));
                doubtful = !isFull && !tagged && (isTitle || name.Length > 1);
                return isTitle && doubtful && (start > run || name.Length > 1) ? -1 : WithUnknown(run, start, end);
            }
        }

        return UnknownGiven(run, end) is >= 0 and var surname ? surname
            : word >= 0 && text.Words[word].IsProper && text.Words[word].Start >= run ? ProperStart(word, out doubtful)
            : UnknownStart(run, end, out doubtful) is >= 0 and var unknown ? unknown
            : !isTitle && IsLoose(run, end) ? run : -1;
    }

    // 土𠮷さん, of which the dictionary knows 吉: in a few kanji with one that is written otherwise, or that it does not know, those in front belong to the name.
    private int WithUnknown(int run, int start, int end)
    {
        var isRare = end - run <= 4 && Enumerable.Range(run, end - run).Any(text.IsVariant);
        while (start > run && text.WordEndingAt(start) is >= 0 and var word && text.Words[word].Start >= run
            && (!text.Words[word].IsKnown || (isRare && text.Words[word].Length == 1 && !"元同故現各両前新旧".Contains(Text[start - 1], StringComparison.Ordinal))))
        {
            start = text.Words[word].Start;
        }

        return start;
    }

    // 鎺山さん: nothing but a few kanji, of which the dictionary does not know one.
    private int UnknownStart(int run, int end, out bool doubtful)
    {
        doubtful = true;
        return end - run is >= 2 and <= 4
            && Enumerable.Range(run, end - run).Any(at => text.WordAt(at) is >= 0 and var word && !text.Words[word].IsKnown)
            && Enumerable.Range(run, end - run).All(at => text.WordAt(at) is >= 0 and var word && (!text.Words[word].IsKnown || text.Words[word].Length == 1 || text.Words[word].IsProper))
                ? run
                : -1;
    }

    // 小鳥遊さん, 月見里さん: a few kanji, cut into pieces of which one is a single kanji, that end as no trade or office does (保育士, 花屋).
    private bool IsLoose(int run, int end) =>
        end - run is 2 or 3 && "さ様氏くク君ち".Contains(Text[end], StringComparison.Ordinal) && (run == 0 || !Script.IsKanji(Text[run - 1])) && text.IsBoundary(run)
        && text.WordAt(run) is >= 0 and var first && text.Words[first].End < end
        && Enumerable.Range(run, end - run).Any(at => text.Words[text.WordAt(at)].Length == 1)
        && Enumerable.Range(run, end - run).All(at => text.WordAt(at) is >= 0 and var word && (text.Words[word].IsNoun || !text.Words[word].IsKnown) && !text.Words[word].PartOfSpeech.StartsWith("名詞-数", StringComparison.Ordinal))
        && !"士員者屋師長職生客主親会社店庁署局方手人達課係部室科校園所院館寺宮家族役夫婦兵官僧女男子".Contains(Text[end - 1], StringComparison.Ordinal);

    private int ProperStart(int word, out bool doubtful)
    {
        doubtful = PersonNames.OfPartOfSpeech(text.Words[word].PartOfSpeech) == NameParts.None;
        return words.PublicNames.Contains(text.Surface(word)) ? -1 : text.Words[word].Start;
    }

    // 山田悠斗: a family name, then characters that the dictionary has as no name.
    private int UnknownGiven(int run, int end)
    {
        for (var start = run; start < end; start++)
        {
            if (text.WordStartingAt(start) is >= 0 and var word && end - start is >= 3 and <= 5
                && (names.Of(text.Surface(word)) & NameParts.Surname) != 0
                && PersonNames.OfPartOfSpeech(text.Words[word].PartOfSpeech) != NameParts.None
                && AreLoose(word + 1, end))
            {
                return start;
            }
        }

        return -1;
    }

    private bool AreLoose(int word, int end)
    {
        for (; word < text.Words.Length && text.Words[word].Start < end; word++)
        {
            var w = text.Words[word];
            if (w.End - w.Start > 1 && w.IsKnown && !w.IsProper)
            {
                return false;
            }
        }

        return true;
    }

    private int KatakanaStart(int end, bool isTitle, out bool doubtful)
    {
        doubtful = false;
        var start = RunStart(end, c => Script.IsKatakana(c) || c == '・', 20);
        while (start < end && Text[start] == '・')
        {
            start++;
        }

        var run = Text[start..end];
        var last = run[(run.LastIndexOf('・') + 1)..];
        var word = text.WordEndingAt(end);
        if (last.Length < 2 || words.NotNames.Contains(last) || words.Generic.Contains(last) || words.PublicNames.Contains(last))
        {
            return -1;
        }

        if (names.OfReading(last) != NameParts.None || names.IsFullReading(last))
        {
            return start;
        }

        var unknown = word >= 0 && (!text.Words[word].IsKnown || text.Words[word].IsProper);
        doubtful = last.Length > 6;
        return unknown && !isTitle ? start : -1;
    }

    private int HiraganaStart(int end, bool isTitle, out bool doubtful)
    {
        doubtful = false;
        var run = RunStart(end, Script.IsHiragana, LongestKana);
        for (var start = run; start < end; start++)
        {
            if (words.NotNames.Contains(Text[start..end]))
            {
                return -1;
            }
        }

        for (var start = run; start <= end - 2; start++)
        {
            var reading = Script.Katakana(Text[start..end]);
            var isName = names.OfReading(reading) != NameParts.None || (reading.Length >= 4 && names.IsFullReading(reading));
            var isOkurigana = start == run && start > 0 && Script.IsKanji(Text[start - 1]) && (isTitle || !text.IsBoundary(start));
            if (isName && !isOkurigana && !(isTitle && IsSmallWord(start, end)) && (start == run || text.IsBoundary(start)))
            {
                doubtful = start > run && !(text.WordEndingAt(start) is >= 0 and var before && text.Words[before].IsGrammar);
                return isTitle && doubtful ? -1 : start;
            }
        }

        if (isTitle || text.WordEndingAt(end) is not (>= 0 and var last) || text.Words[last].IsGrammar)
        {
            return -1;
        }

        // あやかさんとりくさん: another name stands in front.
        if (run < end && Text[run..end].Contains("さんと", StringComparison.Ordinal))
        {
            run += Text[run..end].LastIndexOf("さんと", StringComparison.Ordinal) + 3;
        }

        // あやかさん: a name that the dictionary lacks, with nothing in front of it.
        var isOpen = run == 0 || "（(「『、。,:：・ 　〇○◯と".Contains(Text[run - 1], StringComparison.Ordinal);
        var isAlone = isOpen && end - run is >= 2 and <= 5;
        doubtful = isAlone && text.Words[last].IsKnown && !text.Words[last].IsProper;
        return isAlone ? run : text.Words[last].IsProper ? text.Words[last].Start : -1;
    }

    // その職員: one word that stands before nouns.
    private bool IsSmallWord(int start, int end) =>
        text.WordStartingAt(start) is >= 0 and var word && text.Words[word].End == end
        && (text.Words[word].IsGrammar || text.Words[word].PartOfSpeech.StartsWith("連体詞", StringComparison.Ordinal) || text.Words[word].PartOfSpeech.StartsWith("副詞", StringComparison.Ordinal));

    private int LatinStart(int end, out bool doubtful)
    {
        doubtful = true;
        var start = RunStart(end, Script.IsLatin, 20);
        return end - start < 3 || words.PublicNames.Contains(Text[start..end]) || words.Generic.Contains(Text[start..end]) ? -1 : start;
    }

    private int RunStart(int end, Func<char, bool> kind, int longest)
    {
        var start = end;
        while (start > 0 && end - start < longest && kind(Text[start - 1]))
        {
            start--;
        }

        return start;
    }
}
