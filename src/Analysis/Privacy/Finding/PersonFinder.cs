using System.Text.RegularExpressions;

namespace FeedbackLab.Analysis.Privacy.Finding;

/// <summary>Finds the names of people: by what follows them, by labels before them, by the dictionary's names.</summary>
/// <remarks>One instance serves one text.</remarks>
internal sealed partial class PersonFinder(WordText text, PrivacyWords words, PersonNames names)
{
    private readonly CalledPeople _called = new(text, words, names);

    private string Text => text.Text;

    /// <summary>All of the text, in any order; they may overlap.</summary>
    public List<Found> Find()
    {
        var found = _called.Find().ToList();
        found.AddRange(AfterLabels());
        found.AddRange(InLists());
        found.AddRange(InKatakana());
        found.AddRange(InHiragana());
        found.AddRange(Spaced());
        found.AddRange(ByDictionary());
        found.AddRange(new RelatedPeople(text, words, names).Find());
        AddJoined(found);
        AddListed(found);
        return found;
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

    // 三好 勝: a family name, a space, a given name; in a sentence (西 恵子が) words stand in hiragana behind it.
    private IEnumerable<Found> Spaced()
    {
        foreach (var match in KanjiPair().Matches(Text).Cast<Match>())
        {
            var (surname, given) = (match.Groups["surname"].Value, match.Groups["given"].Value);
            if ((names.Of(surname) & NameParts.Surname) != 0 && (names.Of(given) & NameParts.Given) != 0
                && !words.NotNames.Contains(surname) && !words.NotNames.Contains(given) && !words.Generic.Contains(surname) && !words.Generic.Contains(given)
                && text.CanCut(match.Groups["given"].Index + given.Length) && !words.Titles.Contains(surname + given))
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
                    yield return new Found(at, given >= 0 && IsGiven(given) ? GivenEnd(given) : end, PersonalDataKind.Person, IsDoubtful: false);
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

            if ((names.Of(text.Surface(i)) & NameParts.Surname) != 0 && next < text.Words.Length && IsGiven(next)
                && !words.Titles.Contains(text.Surface(i) + text.Surface(next)))
            {
                // 泉質, 牛タン: one kanji and what may be a given name are an ordinary word as often.
                var isShort = word.Length == 1 && (GivenEnd(next) - text.Words[next].Start == 1 || Script.IsKanji(Text[word.Start]) != Script.IsKanji(Text[text.Words[next].Start]));
                yield return new Found(word.Start, GivenEnd(next), PersonalDataKind.Person, isShort);
                i = next;
            }
            else if (part != NameParts.None && word.End - word.Start > 1 && !NamedAfter.GoesOn(Text, word.End) && !Script.All(text.Surface(i), Script.IsHiragana) && !IsInKatakana(word))
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

    // 大谷翔平, of which the dictionary knows 大谷 and 翔.
    private int GivenEnd(int word)
    {
        var end = text.Words[word].End;
        return text.Words[word].Length <= 2 && text.WordStartingAt(end) is >= 0 and var next && text.Words[next].Length == 1 && words.GivenEndings.Contains(Text[end]) ? end + 1 : end;
    }

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
                found.Add(new Found(_called.WithSurname(text.Words[word].Start), text.Words[word].End, PersonalDataKind.Person, IsDoubtful: false));
            }
        }
    }

    // 支援員 久保田、谷口、平。: what fills a place of a list behind a name may be one.
    private void AddListed(List<Found> found)
    {
        for (var i = 0; i < found.Count && found.Count < 1000; i++)
        {
            if (Listed().Match(Text, found[i].End) is { Success: true } listed && listed.Groups["name"] is var name && _called.IsSurname(name.Value))
            {
                found.Add(new Found(name.Index, name.Index + name.Length, PersonalDataKind.Person, IsDoubtful: true));
            }
        }
    }

    [GeneratedRegex(@"\G\s?[::は]?\s?[「(]?(?<name>[\u4E00-\u9FFF々ヶ]{1,4} [\u4E00-\u9FFF々ぁ-んァ-ヺー]{1,5}|[\u4E00-\u9FFF々ヶ]{2,6}|[ァ-ヺー]{2,8}( [ァ-ヺー]{2,8})?|[ぁ-ん]{2,6} [ぁ-ん]{2,6})(?=[\s、。,)」(]|です|さん|様|氏|$)", RegexOptions.CultureInvariant)]
    private static partial Regex AfterLabel();

    [GeneratedRegex("(出席者|参加者|出席委員|欠席者|欠席委員|出席|欠席|傍聴者?|オブザーバー)\\s?[::](?<names>[^。]{2,200})", RegexOptions.CultureInvariant)]
    private static partial Regex ListOfNames();

    [GeneratedRegex("(?<![ぁ-んァ-ヺー\u4E00-\u9FFF々a-z])(?<name>[ぁ-ん]{2,5}?)((?<honorific>さん|ちゃん|くん)|(?=(は|が|も|を|に|って)[\u4E00-\u9FFF]))", RegexOptions.CultureInvariant)]
    private static partial Regex HiraganaGiven();

    [GeneratedRegex("(?<![\u4E00-\u9FFF々])(?<surname>[\u4E00-\u9FFF々]{1,3})(?= {1,3}(?<given>[\u4E00-\u9FFF々]{1,3})(?![\u4E00-\u9FFF々]))", RegexOptions.CultureInvariant)]
    private static partial Regex KanjiPair();

    [GeneratedRegex("(?<![ァ-ヺー])(?<surname>[ァ-ヺー]{2,6}) (?<given>[ァ-ヺー]{2,6})(?![ァ-ヺー])", RegexOptions.CultureInvariant)]
    private static partial Regex KatakanaPair();

    [GeneratedRegex("\\G[、・,/] ?(?<name>[\u4E00-\u9FFF々ヶ]{1,4})(?=[、。・,/(\n]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Listed();

    [GeneratedRegex(@"(と|や|、|・|,|/|および|及び|並びに|さんと|さんや|さん、|さん・|氏と|氏、|様と|様、|委員、|委員と|委員・)$", RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex Joint();
}
