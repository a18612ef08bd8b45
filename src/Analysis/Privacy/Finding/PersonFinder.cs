using System.Text.RegularExpressions;

namespace FeedbackLab.Analysis.Privacy.Finding;

/// <summary>Finds the names of people: by what follows them, by labels before them, by the dictionary's names.</summary>
/// <remarks>One instance serves one text.</remarks>
internal sealed partial class PersonFinder(WordText text, PrivacyWords words, PersonNames names)
{
    private const int LongestKanji = 6;
    private const int LongestKana = 8;

    private string Text => text.Text;

    /// <summary>All of the text, in any order; they may overlap.</summary>
    public List<Found> Find()
    {
        var found = new List<Found>();
        for (var at = 1; at < Text.Length; at++)
        {
            if (Follower(at) is var (length, isTitle))
            {
                var end = Text[at - 1] is ' ' or '　' && at > 1 ? at - 1 : at;
                if (Before(end, isTitle) is { } person)
                {
                    found.Add(person);
                }

                at += length - 1;
            }
        }

        found.AddRange(AfterLabels());
        found.AddRange(InLists());
        found.AddRange(InKatakana());
        found.AddRange(InHiragana());
        found.AddRange(Spaced());
        found.AddRange(ByDictionary());
        AddJoined(found);
        return found;
    }

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
                return isTitle && doubtful && (start > run || name.Length > 1) ? -1 : start;
            }
        }

        return UnknownGiven(run, end) is >= 0 and var surname ? surname
            : word >= 0 && text.Words[word].IsProper && text.Words[word].Start >= run ? ProperStart(word, out doubtful)
            : -1;
    }

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
            if (isName && !isOkurigana && (start == run || text.IsBoundary(start)))
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

    private int LatinStart(int end, out bool doubtful)
    {
        doubtful = true;
        var start = RunStart(end, Script.IsLatin, 20);
        return end - start < 3 || words.PublicNames.Contains(Text[start..end]) || words.Generic.Contains(Text[start..end]) ? -1 : start;
    }

    // 山田 花子さん, 山田ゆう子さん: the family name before what was found.
    private int WithSurname(int start)
    {
        var end = start > 1 && Text[start - 1] is ' ' or '　' ? start - 1 : start;
        if (end < start && Script.IsKatakana(Text[end - 1]) && Script.IsKatakana(Text[start]))
        {
            var first = RunStart(end, Script.IsKatakana, 8);
            return (names.OfReading(Text[first..end]) & NameParts.Surname) != 0 ? first : start;
        }

        return text.WordEndingAt(end) is >= 0 and var word
            && PersonNames.OfPartOfSpeech(text.Words[word].PartOfSpeech) == NameParts.Surname
            && (end < start || Script.IsKanji(Text[end - 1]) != Script.IsKanji(Text[start]) || (names.Of(text.Surface(word)) & NameParts.Surname) != 0)
                ? text.Words[word].Start
                : start;
    }

    private IEnumerable<Found> AfterLabels()
    {
        for (var at = 0; at < Text.Length; at++)
        {
            if (text.Longest(words.NameLabels, at) is not { } label || !text.CanCut(at))
            {
                continue;
            }

            var match = AfterLabel().Match(Text, at + label.Length);
            if (match.Success)
            {
                var name = match.Groups["name"];
                var bare = name.Value.Replace(" ", string.Empty, StringComparison.Ordinal);
                if (!words.NotNames.Contains(bare) && !words.Generic.Contains(bare))
                {
                    var known = names.IsFull(bare) || names.Of(bare) != NameParts.None || names.IsFullReading(Script.Katakana(bare))
                        || names.OfReading(Script.Katakana(bare)) != NameParts.None || BeginsWithSurname(name.Index);
                    if (known || label.EndsWith('名'))
                    {
                        yield return new Found(name.Index, name.Index + name.Length, PersonalDataKind.Person, !known);
                    }
                }
            }

            at += label.Length - 1;
        }
    }

    // サトウ ケンジ: a family name and a given name by their readings.
    private IEnumerable<Found> InKatakana()
    {
        foreach (var match in KatakanaPair().Matches(Text).Cast<Match>())
        {
            if ((names.OfReading(match.Groups["surname"].Value) & NameParts.Surname) != 0 && (names.OfReading(match.Groups["given"].Value) & NameParts.Given) != 0)
            {
                yield return new Found(match.Index, match.Index + match.Length, PersonalDataKind.Person, IsDoubtful: false);
            }
        }
    }

    // すずかさん, however the dictionary cuts it; 「ゆうすけは…」 at the beginning of what is said: doubtful.
    private IEnumerable<Found> InHiragana()
    {
        foreach (var match in HiraganaGiven().Matches(Text).Cast<Match>())
        {
            var name = match.Groups["name"];
            var isCalled = match.Groups["honorific"].Success;
            var word = text.WordStartingAt(name.Index);
            var isWord = word >= 0 && text.Words[word].End == name.Index + name.Length && text.Words[word].IsKnown && !text.Words[word].IsProper;
            if ((names.OfReading(Script.Katakana(name.Value)) & NameParts.Given) != 0 && !words.NotNames.Contains(name.Value) && !words.Generic.Contains(name.Value)
                && (isCalled ? name.Value != "たく" : name.Length >= 3 && !isWord))
            {
                yield return new Found(name.Index, name.Index + name.Length, PersonalDataKind.Person, !isCalled);
            }
        }
    }

    // 三好 勝: a family name, a space, a given name.
    private IEnumerable<Found> Spaced()
    {
        foreach (var match in KanjiPair().Matches(Text).Cast<Match>())
        {
            var (surname, given) = (match.Groups["surname"].Value, match.Groups["given"].Value);
            if ((names.Of(surname) & NameParts.Surname) != 0 && (names.Of(given) & NameParts.Given) != 0
                && !words.NotNames.Contains(surname) && !words.NotNames.Contains(given) && !words.Generic.Contains(surname) && !words.Generic.Contains(given))
            {
                yield return new Found(match.Index, match.Groups["given"].Index + given.Length, PersonalDataKind.Person, surname.Length + given.Length < 3);
            }
        }
    }

    // 出席者：三浦（…）、藤原（…）、岡本
    private IEnumerable<Found> InLists()
    {
        foreach (var match in ListOfNames().Matches(Text).Cast<Match>())
        {
            var list = match.Groups["names"];
            for (var at = list.Index; at < list.Index + list.Length; at++)
            {
                var isHead = at == list.Index || Text[at - 1] is '、' or ',' or '・' or ' ' or '　' or '/' or ';';
                if (isHead && SurnameEnd(at) is >= 0 and var end)
                {
                    var given = end < Text.Length && Text[end] is ' ' or '　' ? text.WordStartingAt(end + 1) : text.WordStartingAt(end);
                    yield return new Found(at, given >= 0 && IsGiven(given) ? text.Words[given].End : end, PersonalDataKind.Person, IsDoubtful: false);
                }
            }
        }
    }

    // The end of the longest family name at a position, however the dictionary cuts it; -1 for none.
    private int SurnameEnd(int start)
    {
        for (var end = Math.Min(Text.Length, start + 4); end > start; end--)
        {
            var name = Text[start..end];
            if (text.CanCut(end) && (names.Of(name) & NameParts.Surname) != 0 && !words.NotNames.Contains(name) && !words.Generic.Contains(name))
            {
                return end;
            }
        }

        return -1;
    }

    private bool BeginsWithSurname(int at) =>
        text.WordStartingAt(at) is >= 0 and var word && PersonNames.OfPartOfSpeech(text.Words[word].PartOfSpeech) == NameParts.Surname;

    private IEnumerable<Found> ByDictionary()
    {
        for (var i = 0; i < text.Words.Length; i++)
        {
            var word = text.Words[i];
            var part = PersonNames.OfPartOfSpeech(word.PartOfSpeech);
            if (!word.IsProper || words.NotNames.Contains(text.Surface(i)) || words.Generic.Contains(text.Surface(i)))
            {
                continue;
            }

            var next = i + 1;
            if (next < text.Words.Length && text.Surface(next) is " " or "　")
            {
                next++;
            }

            if ((names.Of(text.Surface(i)) & NameParts.Surname) != 0 && next < text.Words.Length && IsGiven(next))
            {
                yield return new Found(word.Start, text.Words[next].End, PersonalDataKind.Person, IsDoubtful: false);
                i = next;
            }
            else if (part != NameParts.None && word.End - word.Start > 1 && !Script.All(text.Surface(i), Script.IsHiragana) && !IsInKatakana(word))
            {
                yield return new Found(word.Start, word.End, PersonalDataKind.Person, IsDoubtful: true);
            }
        }
    }

    // スマート of スマートフォン, ハート of ビック・ハート.
    private bool IsInKatakana(Word word) =>
        Script.IsKatakana(Text[word.Start])
        && ((word.Start > 0 && (Script.IsKatakana(Text[word.Start - 1]) || Text[word.Start - 1] == '・')) || (word.End < Text.Length && (Script.IsKatakana(Text[word.End]) || Text[word.End] == '・')));

    private bool IsGiven(int word) =>
        PersonNames.OfPartOfSpeech(text.Words[word].PartOfSpeech) is NameParts.Given
        || (text.Words[word].IsProper && (names.Of(text.Surface(word)) & NameParts.Given) != 0);

    // 山田と佐藤さん, 山田・佐藤両委員: what is joined to a name is one.
    private void AddJoined(List<Found> found)
    {
        for (var i = 0; i < found.Count && found.Count < 1000; i++)
        {
            if (found[i].IsDoubtful || Joint().Match(Text, 0, found[i].Start) is not { Success: true } joint)
            {
                continue;
            }

            if (text.WordEndingAt(joint.Index) is >= 0 and var word
                && (names.Of(text.Surface(word)) & (NameParts.Surname | NameParts.Given)) != 0
                && text.Words[word].IsProper
                && !words.NotNames.Contains(text.Surface(word)))
            {
                found.Add(new Found(WithSurname(text.Words[word].Start), text.Words[word].End, PersonalDataKind.Person, IsDoubtful: false));
            }
        }
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

    [GeneratedRegex(@"\G\s?[::は]?\s?[「(]?(?<name>[\u4E00-\u9FFF々ヶ]{1,4} [\u4E00-\u9FFF々ぁ-んァ-ヺー]{1,5}|[\u4E00-\u9FFF々ヶ]{2,6}|[ァ-ヺー]{2,8}( [ァ-ヺー]{2,8})?|[ぁ-ん]{2,6} [ぁ-ん]{2,6})(?=[\s、。,)」(]|です|さん|様|氏|$)", RegexOptions.CultureInvariant)]
    private static partial Regex AfterLabel();

    [GeneratedRegex("(出席者|参加者|出席委員|欠席者|欠席委員|出席|欠席|傍聴者?|オブザーバー)\\s?[::](?<names>[^。]{2,200})", RegexOptions.CultureInvariant)]
    private static partial Regex ListOfNames();

    [GeneratedRegex("(?<![ぁ-んァ-ヺー\u4E00-\u9FFF々a-z])(?<name>[ぁ-ん]{2,5}?)((?<honorific>さん|ちゃん|くん)|(?=(は|が|も|を|に|って)[\u4E00-\u9FFF]))", RegexOptions.CultureInvariant)]
    private static partial Regex HiraganaGiven();

    [GeneratedRegex("(?<![\u4E00-\u9FFF々])(?<surname>[\u4E00-\u9FFF々]{1,3})(?=[ 　](?<given>[\u4E00-\u9FFF々]{1,3})(?![\u4E00-\u9FFF々ぁ-ん]))", RegexOptions.CultureInvariant)]
    private static partial Regex KanjiPair();

    [GeneratedRegex("(?<![ァ-ヺー])(?<surname>[ァ-ヺー]{2,6}) (?<given>[ァ-ヺー]{2,6})(?![ァ-ヺー])", RegexOptions.CultureInvariant)]
    private static partial Regex KatakanaPair();

    [GeneratedRegex(@"(と|や|、|・|,|/|および|及び|並びに|さんと|さんや|さん、|さん・|氏と|氏、|様と|様、|委員、|委員と|委員・)$", RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex Joint();
}
