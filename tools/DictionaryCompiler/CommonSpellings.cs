namespace FeedbackLab.DictionaryCompiler;

/// <summary>Finds the common spelling of words that are also written with fewer kanji, or with other kana behind the same kanji.</summary>
/// <remarks>
/// A spelling belongs to another one where both are read alike, inflect alike, and some kanji of the other are kana in it (あいまい, 曖昧;
/// 子ども, 子供), or its kanji are the same (行なう, 行う). A word has one only where the dictionary leaves no choice: one such spelling
/// alone, or one that is by far the most frequent (わかる is 分かる more often than 解る; たずねる may be 訪ねる or 尋ねる and has none).
/// </remarks>
internal static class CommonSpellings
{
    private const string Noun = "名詞";

    // So much cheaper is about four times as frequent (WordOrder.Weight).
    private const int ClearlyCheaper = 1000;

    // Two kana may be too many words to go by what is frequent.
    private const int TooShortForFrequency = 2;

    // A noun in so few kana belongs to none but a frequent word: いちご is no 一語, かばん no 下番.
    private const int FewKana = 3;
    private const int CheaperThanMostByFar = 500;

    // Words that were not met there cost what most of their class do; what is cheaper by this was.
    private const int CheaperThanMost = 100;
    private const int LikeMost = 20;

    /// <summary>The common spelling by the other one, in UTF-16 order.</summary>
    public static SortedDictionary<string, string> Of(IReadOnlyList<Word> words)
    {
        var others = words.Where(w => ClassOf(w) is null && !IsInflected(w)).Select(w => w.Surface).ToHashSet(StringComparer.Ordinal);

        // 辛い is つらい and からい.
        var ambiguous = words.Where(w => ClassOf(w) is not null).GroupBy(w => w.Surface, StringComparer.Ordinal).Where(g => g.Select(w => w.Features[7]).Distinct(StringComparer.Ordinal).Skip(1).Any()).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        var most = words.GroupBy(KindOf).ToDictionary(g => g.Key, g => g.CountBy(w => w.Cost).OrderByDescending(c => c.Value).ThenBy(c => c.Key).First().Key);
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var unsure = new HashSet<string>(StringComparer.Ordinal);
        foreach (var alike in words
            .Where(w => w.Surface.Length > 1 && w.Surface.All(c => IsKanji(c) || IsHiragana(c)) && ClassOf(w) is not null)
            .GroupBy(w => (Reading: w.Features[7], Class: ClassOf(w)))
            .Select(g => (Spellings: g.GroupBy(w => w.Surface, StringComparer.Ordinal).Select(s => Spelling.Of(s.MinBy(w => w.Cost)!, most)).ToList(), IsNoun: g.Key.Class == Noun)))
        {
            foreach (var spelling in alike.Spellings.Where(s => s.Kana.Length > 0 && !(s.Kanji.Length == 0 && others.Contains(s.Text))))
            {
                if (Common(spelling, alike.Spellings, alike.IsNoun) is not { } common || (spelling.Kanji.Length == 0 && ambiguous.Contains(common)) || (!found.TryAdd(spelling.Text, common) && found[spelling.Text] != common))
                {
                    unsure.Add(spelling.Text);
                }
            }
        }

        foreach (var word in found.Where(w => w.Key == w.Value).Select(w => w.Key).Concat(unsure).ToList())
        {
            found.Remove(word);
        }

        return found;
    }

    // Itself where no other spelling has more kanji; null where several may be meant.
    private static string? Common(Spelling spelling, List<Spelling> alike, bool isNoun)
    {
        var fuller = alike.Where(s => s.Kanji.Length > spelling.Kanji.Length && IsWithin(spelling.Kanji, s.Kanji) && IsWithin(s.Kana, spelling.Kana)).ToList();
        var choices = (fuller.Count == 0 ? alike.Where(s => s.Kanji == spelling.Kanji) : fuller.Where(s => s.Kana.Length == 0 || !fuller.Exists(f => f.Kanji.Length > s.Kanji.Length && IsWithin(s.Kanji, f.Kanji))))
            .GroupBy(s => s.Kanji, StringComparer.Ordinal)
            .Select(g => g.OrderBy(s => s.Cost).ThenBy(s => s.Text.Length).ThenBy(s => s.Text, StringComparer.Ordinal).First())
            .OrderBy(s => s.Cost)
            .ToList();
        var isSure = choices.Count == 1 || (spelling.Text.Length > TooShortForFrequency
            && (choices[1].Cost - choices[0].Cost >= ClearlyCheaper || (choices[0].IsMet && choices.Skip(1).All(c => c.IsUnmet))));
        return isSure && !(isNoun && spelling.Kanji.Length == 0 && (spelling.Text.Length <= TooShortForFrequency || (spelling.Text.Length <= FewKana && !choices[0].IsFrequent))) ? choices[0].Text : null;
    }

    // What must be the same of two spellings of a word; null for words that nobody looks for, and for names. 皆さん is a noun there, みなさん a pronoun.
    private static string? ClassOf(Word word) => word.Features switch
    {
        [Noun, "一般" or "サ変接続" or "形容動詞語幹" or "副詞可能" or "ナイ形容詞語幹" or "代名詞", ..] => Noun,
        ["動詞" or "形容詞", "自立", _, _, var type, "基本形", ..] => word.Features[0] + type,
        ["副詞", ..] => "副詞",
        _ => null,
    };

    private static string KindOf(Word word) => string.Join('-', word.Features.Take(6));

    private static bool IsInflected(Word word) => word.Features[5] is not ("*" or "基本形");

    private static bool IsWithin(string part, string whole)
    {
        var at = 0;
        foreach (var c in whole)
        {
            at += at < part.Length && part[at] == c ? 1 : 0;
        }

        return at == part.Length;
    }

    private static bool IsKanji(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '々' or '〆';

    private static bool IsHiragana(char c) => c is (>= '\u3041' and <= '\u3096') or 'ー';

    private sealed record Spelling(string Text, int Cost, bool IsFrequent, bool IsMet, bool IsUnmet)
    {
        // 様様 is 様々.
        public string Kanji { get; } = string.Concat(Text.Where(IsKanji).Select((c, i) => c == '々' && i > 0 ? Text.Where(IsKanji).ElementAt(i - 1) : c));

        public string Kana { get; } = string.Concat(Text.Where(IsHiragana));

        public static Spelling Of(Word word, Dictionary<string, int> most)
        {
            var above = word.Cost - most[KindOf(word)];
            return new Spelling(word.Surface, word.Cost, above < -CheaperThanMostByFar, above < -CheaperThanMost, Math.Abs(above) <= LikeMost);
        }
    }
}
