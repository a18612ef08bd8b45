using System.Text.RegularExpressions;

namespace FeedbackLab.Analysis.Privacy.Finding;

/// <summary>Finds municipalities, parts of them, stations and addresses; prefectures and wider areas stay.</summary>
internal static partial class LocalityFinder
{
    private static readonly string[] Endings = ["市", "区", "町", "村", "郡", "駅", "線", "地区", "団地", "丁目"];

    private const int LongestName = 7;

    // Single kanji that stand before a place without being of its name.
    private const string Before = "元同故現各両前新旧他全当本等内外中後先間側在行発着方約計課部室局員者的性化用";

    /// <summary>All of a text, in any order; they may overlap.</summary>
    public static IEnumerable<Found> Find(WordText text, PrivacyWords words)
    {
        foreach (var station in Stations(text, words))
        {
            yield return station;
        }

        foreach (var district in Districts(text, words))
        {
            yield return district;
        }

        foreach (var place in Municipalities(text, words).Concat(NumberedPlaces(text, words)))
        {
            yield return place;
        }

        for (var i = 0; i < text.Words.Length; i++)
        {
            var word = text.Words[i];
            var surface = text.Surface(i);
            var ending = i + 1 < text.Words.Length && Endings.Contains(text.Surface(i + 1)) ? text.Surface(i + 1) : null;
            if (word.IsRegion)
            {
                var (end, last) = End(text, i, ending);
                var isWide = words.WideAreas.Contains(surface) && ending is null;
                var isWhen = ending is null && Script.All(surface, Script.IsHiragana) && PersonNames.Default.HasAdverbialNoun(surface);
                if (!isWide && !isWhen && !EndsWide(surface) && !IsLetter(text.Text, word) && !words.NotPlaces.Contains(surface))
                {
                    yield return new Found(ending is null ? WithKe(text.Text, word.Start) : RunStart(text, word.Start, words), WithNumbers(text.Text, end), PersonalDataKind.Locality, ending is null && (surface.Length == 1 || Script.All(surface, Script.IsHiragana)));
                    i = last;
                }
            }
            else if (word.PartOfSpeech == "名詞-固有名詞-一般" && surface.Length > 1 && surface[^1] == '島' && Script.All(surface, Script.IsKanji))
            {
                // 八丈島.
                yield return new Found(word.Start, WithNumbers(text.Text, word.End), PersonalDataKind.Locality, IsDoubtful: false);
            }
            else if (ending is "市" or "区" or "町" or "村" or "駅" or "郡" && IsPlaceName(text, i, words))
            {
                var doubtful = word.IsKnown && !word.IsProper && !(ending == "市" && surface.Length > 1 && PersonNames.Default.HasPlace(surface));
                if (!doubtful || text.Words[i + 1].PartOfSpeech.StartsWith("名詞-接尾-地域", StringComparison.Ordinal) || ending == "駅")
                {
                    yield return new Found(RunStart(text, word.Start, words), WithNumbers(text.Text, text.Words[i + 1].End), PersonalDataKind.Locality, doubtful);
                    i++;
                }
            }
        }
    }

    // 北本駅前, where the dictionary cuts 北 and 本駅: a run of kanji up to 駅.
    private static IEnumerable<Found> Stations(WordText text, PrivacyWords words)
    {
        foreach (var match in Station().Matches(text.Text).Cast<Match>())
        {
            var name = match.Groups["name"];
            var isName = Script.IsHiragana(name.Value[0]) ? IsStation(text, name.Index, name.Index + name.Length) : text.CanCut(name.Index);
            if (isName && !words.NotPlaces.Contains(name.Value) && !words.Generic.Contains(name.Value) && !words.WideAreas.Contains(name.Value)
                && !words.NotPlaces.Any(p => p.Length > 1 && name.Value.EndsWith(p, StringComparison.Ordinal)))
            {
                yield return new Found(name.Index, name.Index + name.Length + 1, PersonalDataKind.Locality, IsDoubtful: false);
            }
        }
    }

    // なければ駅, それなら駅 are sentences.
    private static bool IsStation(WordText text, int start, int end) =>
        text.CanCut(start) && HiraganaName.Start(text, end) < end && !HiraganaName.IsSentence(text, start, end) && !HiraganaName.IsRestOfClause(text, start, end);

    // 汐匝圏域, 石積・榎里の二圏域, where the dictionary does not know the name; 日常生活圏域 is of words that it knows.
    private static IEnumerable<Found> Districts(WordText text, PrivacyWords words)
    {
        var names = District().Matches(text.Text).Select(m => (Capture)m.Groups["name"]).Concat(DistrictsTogether().Matches(text.Text).SelectMany(m => m.Groups["name"].Captures));
        foreach (var name in names)
        {
            var inside = text.Words.Where(w => w.Start >= name.Index && w.End <= name.Index + name.Length).ToList();
            if (text.CanCut(name.Index) && !words.Generic.Contains(name.Value) && !words.WideAreas.Contains(name.Value) && inside.Any(w => !w.IsKnown || w.IsProper))
            {
                yield return new Found(name.Index, name.Index + name.Length, PersonalDataKind.Locality, IsDoubtful: false);
            }
        }
    }

    // 竜門市, 葛城野市, where the dictionary sees no place: all of the kanji up to what it is, unless they are whole words that it knows (見本市).
    private static IEnumerable<Found> Municipalities(WordText text, PrivacyWords words)
    {
        foreach (var name in Municipality().Matches(text.Text).Select(m => m.Groups["name"]))
        {
            var end = name.Index + name.Length;
            var inside = text.Words.Where(w => w.Start < end && w.End > name.Index).ToList();
            if (text.CanCut(name.Index) && inside.Exists(w => w.Length == 1 || w.IsProper || !w.IsKnown) && inside.TrueForAll(w => w.IsNoun || !w.IsKnown || w.PartOfSpeech.StartsWith("接頭詞", StringComparison.Ordinal))
                && RunStart(text, end, words) == name.Index && !words.WideAreas.Contains(name.Value))
            {
                yield return new Found(name.Index, WithNumbers(text.Text, end + 1), PersonalDataKind.Locality, !inside.Exists(w => w.IsProper || !w.IsKnown));
            }
        }
    }

    // 柏崎2-3-4, 大網115-2: numbers of a house right behind kanji.
    private static IEnumerable<Found> NumberedPlaces(WordText text, PrivacyWords words)
    {
        foreach (var match in HouseNumber().Matches(text.Text).Cast<Match>())
        {
            if (text.WordEndingAt(match.Index) is >= 0 and var word && !words.Generic.Contains(text.Surface(word)) && !words.NotNames.Contains(text.Surface(word))
                && text.LongestBefore(words.NumberLabels, match.Index) is null)
            {
                var isPlace = text.Words[word].IsProper || !text.Words[word].IsKnown;
                yield return new Found(isPlace ? RunStart(text, text.Words[word].Start, words) : text.Words[word].Start, match.Index + match.Length, PersonalDataKind.Locality, !(isPlace && match.Groups["third"].Success));
            }
        }
    }

    // 青嶺市, of which the dictionary knows 嶺: the kanji in front belong to the name, up to a wider area, a word of two kanji or one that says which (各, 同).
    private static int RunStart(WordText text, int end, PrivacyWords words)
    {
        var start = WithKe(text.Text, end);
        while (start > 0 && end - start < LongestName && Script.IsKanji(text.Text[start - 1]) && text.WordEndingAt(start) is >= 0 and var word)
        {
            var (w, surface) = (text.Words[word], text.Surface(word));
            var isOther = words.WideAreas.Contains(surface) || words.NotPlaces.Contains(surface) || words.NotNames.Contains(surface) || words.Generic.Contains(surface)
                || "都道府県市区町村郡".Contains(surface[^1], StringComparison.Ordinal) || Before.Contains(surface[^1], StringComparison.Ordinal)
                || (w.Length > 1 && w.IsKnown && !w.IsProper) || w.PartOfSpeech.StartsWith("名詞-数", StringComparison.Ordinal) || (w.PartOfSpeech.StartsWith("名詞-接尾", StringComparison.Ordinal) && !w.PartOfSpeech.StartsWith("名詞-接尾-一般", StringComparison.Ordinal));
            if (isOther)
            {
                break;
            }

            start = WithKe(text.Text, w.Start);
        }

        return start;
    }

    private static (int End, int Last) End(WordText text, int word, string? ending)
    {
        // 緑区 after 千葉市, 中央 after 区: what belongs to it goes along.
        var last = ending is null ? word : word + 1;
        return (text.Words[last].End, last);
    }

    private static bool IsPlaceName(WordText text, int word, PrivacyWords words)
    {
        var surface = text.Surface(word);
        // 国立 says what sort, 国立市 where.
        var isGeneric = words.Generic.Contains(surface) && !(surface.Length > 1 && text.Surface(word + 1) == "市" && PersonNames.Default.HasPlace(surface));
        return text.Words[word].IsNoun && !words.NotPlaces.Contains(surface) && !isGeneric && !words.NotNames.Contains(surface)
            && !text.Words[word].PartOfSpeech.StartsWith("名詞-数", StringComparison.Ordinal)
            && !text.Words[word].PartOfSpeech.StartsWith("名詞-接尾", StringComparison.Ordinal)
            && !(surface.Length == 1 && Script.IsLatin(surface[0]));
    }

    // 結 of 結  果.
    private static bool IsLetter(string text, Word word) => word.Length == 1 && SpacedLetter().Matches(text, Math.Max(0, word.Start - 4)).Any(m => m.Index <= word.Start && word.End <= m.Index + m.Length);

    private static bool EndsWide(string surface) => surface.Length > 1 && surface[^1] is '県' or '都' or '府' or '道' && surface != "京都";

    // 原市 of 緑ヶ原市.
    private static int WithKe(string text, int start) => start >= 2 && text[start - 1] is 'ヶ' or 'ケ' && Script.IsKanji(text[start - 2]) ? start - 2 : start;

    private static int WithNumbers(string text, int end) =>
        Address().Match(text, end) is { Success: true, Length: > 0 } match ? end + match.Length : end;

    [GeneratedRegex("(?<name>[\u4E00-\u9FFF々ヶケ]{2,5}|[ァ-ヺー]{2,8}|(?<=[^ぁ-ん])[ぁ-ん]{3,6})駅(?![員長伝弁])", RegexOptions.CultureInvariant)]
    private static partial Regex Station();

    [GeneratedRegex("(?<![\u4E00-\u9FFF々ヶケ])(?<name>[\u4E00-\u9FFF々ヶケ]{2,5})[市町村](?![\u4E00-\u9FFF々])", RegexOptions.CultureInvariant)]
    private static partial Regex Municipality();

    [GeneratedRegex("(?<=[\u4E00-\u9FFF々](?<![約週月年表図章節項問第料紙式和成正号級度話帳版法条例付録頁順位昼夜朝前後午日計番話]))[1-9][0-9]{0,3}[-‐−–ー][0-9]{1,4}(?<third>[-‐−–ー][0-9]{1,4})?(?![0-9a-z]|[-‐−–ー/][0-9]|[年月日時分秒%度級歳人回名件点円週枚個冊校社所割倍ヶか])", RegexOptions.CultureInvariant)]
    private static partial Regex HouseNumber();

    [GeneratedRegex("(?<![\u4E00-\u9FFF々])[\u4E00-\u9FFF]( {1,3}[\u4E00-\u9FFF])+(?![\u4E00-\u9FFF々])", RegexOptions.CultureInvariant)]
    private static partial Regex SpacedLetter();

    [GeneratedRegex("(?<name>[\u4E00-\u9FFF々ヶケ]{2,5})圏域", RegexOptions.CultureInvariant)]
    private static partial Regex District();

    [GeneratedRegex("(?<![\u4E00-\u9FFF々ヶケ])(?<name>[\u4E00-\u9FFF々ヶケ]{2,5})([・、](?<name>[\u4E00-\u9FFF々ヶケ]{2,5}))+の?(両|[二三四五六七八2-8]つ?の?)?(圏域|地域|地区|ブロック)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DistrictsTogether();

    [GeneratedRegex(@"\G([\u4E00-\u9FFFァ-ヶー々ケ]{0,8})([0-9一二三四五六七八九十]+(丁目|番地|番|号|-|‐|−|ー|の(?=[0-9一二三四五六七八九十])|(?<=[0-9])(?=の)))([0-9]+(丁目|番地|番|号|-|‐|−|ー|の(?=[0-9]))?)*( ?[ァ-ヺー\u4E00-\u9FFF]{2,10}[0-9]{2,4}(号室?)?)?", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
