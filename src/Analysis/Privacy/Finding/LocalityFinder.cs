using System.Text.RegularExpressions;

namespace FeedbackLab.Analysis.Privacy.Finding;

/// <summary>Finds municipalities, parts of them, stations and addresses; prefectures and wider areas stay.</summary>
internal static partial class LocalityFinder
{
    private static readonly string[] Endings = ["市", "区", "町", "村", "郡", "駅", "線", "地区", "団地", "丁目"];

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

        for (var i = 0; i < text.Words.Length; i++)
        {
            var word = text.Words[i];
            var surface = text.Surface(i);
            var ending = i + 1 < text.Words.Length && Endings.Contains(text.Surface(i + 1)) ? text.Surface(i + 1) : null;
            if (word.IsRegion)
            {
                var (end, last) = End(text, i, ending);
                var isWide = words.WideAreas.Contains(surface) && ending is null;
                if (!isWide && !EndsWide(surface))
                {
                    yield return new Found(WithKe(text.Text, word.Start), WithNumbers(text.Text, end), PersonalDataKind.Locality, ending is null && (surface.Length == 1 || Script.All(surface, Script.IsHiragana)));
                    i = last;
                }
            }
            else if (ending is "市" or "区" or "町" or "村" or "駅" or "郡" && IsPlaceName(text, i, words))
            {
                var doubtful = word.IsKnown && !word.IsProper;
                if (!doubtful || text.Words[i + 1].PartOfSpeech.StartsWith("名詞-接尾-地域", StringComparison.Ordinal) || ending == "駅")
                {
                    yield return new Found(WithKe(text.Text, word.Start), WithNumbers(text.Text, text.Words[i + 1].End), PersonalDataKind.Locality, doubtful);
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
            if (text.CanCut(name.Index) && !words.NotPlaces.Contains(name.Value) && !words.Generic.Contains(name.Value) && !words.WideAreas.Contains(name.Value)
                && !words.NotPlaces.Any(p => p.Length > 1 && name.Value.EndsWith(p, StringComparison.Ordinal)))
            {
                yield return new Found(name.Index, name.Index + name.Length + 1, PersonalDataKind.Locality, IsDoubtful: false);
            }
        }
    }

    // 汐匝圏域, where the dictionary does not know the name; 日常生活圏域 is of words that it knows.
    private static IEnumerable<Found> Districts(WordText text, PrivacyWords words)
    {
        foreach (var name in District().Matches(text.Text).Select(m => m.Groups["name"]))
        {
            var inside = text.Words.Where(w => w.Start >= name.Index && w.End <= name.Index + name.Length).ToList();
            if (text.CanCut(name.Index) && !words.Generic.Contains(name.Value) && inside.Any(w => !w.IsKnown || w.IsProper))
            {
                yield return new Found(name.Index, name.Index + name.Length, PersonalDataKind.Locality, IsDoubtful: false);
            }
        }
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
        return text.Words[word].IsNoun && !words.NotPlaces.Contains(surface) && !words.Generic.Contains(surface) && !words.NotNames.Contains(surface)
            && !text.Words[word].PartOfSpeech.StartsWith("名詞-数", StringComparison.Ordinal)
            && !text.Words[word].PartOfSpeech.StartsWith("名詞-接尾", StringComparison.Ordinal)
            && !(surface.Length == 1 && Script.IsLatin(surface[0]));
    }

    private static bool EndsWide(string surface) => surface.Length > 1 && surface[^1] is '県' or '都' or '府' or '道' && surface != "京都";

    // 原市 of 緑ヶ原市.
    private static int WithKe(string text, int start) => start >= 2 && text[start - 1] is 'ヶ' or 'ケ' && Script.IsKanji(text[start - 2]) ? start - 2 : start;

    private static int WithNumbers(string text, int end) =>
        Address().Match(text, end) is { Success: true, Length: > 0 } match ? end + match.Length : end;

    [GeneratedRegex("(?<name>[\u4E00-\u9FFF々ヶケ]{2,5}|[ァ-ヺー]{2,8}|(?<=[^ぁ-ん])[ぁ-ん]{3,6})駅(?![員長伝弁])", RegexOptions.CultureInvariant)]
    private static partial Regex Station();

    [GeneratedRegex("(?<name>[\u4E00-\u9FFF々ヶケ]{2,5})圏域", RegexOptions.CultureInvariant)]
    private static partial Regex District();

    [GeneratedRegex(@"\G([\u4E00-\u9FFFァ-ヶー々ケ]{0,8})([0-9一二三四五六七八九十]+(丁目|番地|番|号|-|‐|−|ー|の))([0-9]+(丁目|番地|番|号|-|‐|−|ー|の)?)*( ?[ァ-ヺー\u4E00-\u9FFF]{2,10}[0-9]{2,4}(号室?)?)?", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
