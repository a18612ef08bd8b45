using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Themes.Rules;

/// <summary>Parts of speech by the names that KH Coder gives them, or by IPADIC's.</summary>
internal static class WordClasses
{
    /// <summary>Whether a word is of a part of speech.</summary>
    /// <param name="word">The word.</param>
    /// <param name="name">The name: one of KH Coder's, or IPADIC's levels from the first on, or one level.</param>
    public static bool Is(RuleWord word, string name)
    {
        var pos = word.PartOfSpeech;
        return name switch
        {
            "未知語" => word.IsUnknown,
            "サ変名詞" => Has("名詞-サ変接続"),
            "形容動詞" => Has("名詞-形容動詞語幹"),
            "固有名詞" => Has("名詞-固有名詞-一般"),
            "組織名" => Has("名詞-固有名詞-組織"),
            "人名" => Has("名詞-固有名詞-人名"),
            "地名" => Has("名詞-固有名詞-地域"),
            "ナイ形容" => Has("名詞-ナイ形容詞語幹"),
            "副詞可能" => Has("名詞-副詞可能"),
            "名詞" => Has("名詞-一般") && !IsHiragana(word.Base) && !IsOneKanji(word.Base),
            "名詞B" => Has("名詞-一般") && IsHiragana(word.Base),
            "名詞C" => Has("名詞-一般") && IsOneKanji(word.Base),
            "動詞" => Has("動詞-自立") && !IsHiragana(word.Base),
            "動詞B" => Has("動詞-自立") && IsHiragana(word.Base),
            "形容詞" => Has("形容詞") && !Has("形容詞-非自立") && !IsHiragana(word.Base),
            "形容詞B" => Has("形容詞") && !Has("形容詞-非自立") && IsHiragana(word.Base),
            "形容詞（非自立）" or "形容詞(非自立)" => Has("形容詞-非自立"),
            "副詞" => Has("副詞") && !IsHiragana(word.Base),
            "副詞B" => Has("副詞") && IsHiragana(word.Base),
            "否定助動詞" => Has("助動詞") && word.Base is "ない" or "ぬ" or "まい",
            _ => Has(name) || pos.Split('-').Contains(name, StringComparer.Ordinal),
        };

        bool Has(string levels) => pos == levels || pos.StartsWith(levels + "-", StringComparison.Ordinal);
    }

    // Beyond the basic plane kanji begin at U+20000.
    private static bool IsOneKanji(string text) => text.EnumerateRunes().Count() == 1 && (KanjiSkeleton.IsKanji(text[0]) || text.EnumerateRunes().First().Value >= 0x20000);

    private static bool IsHiragana(string text) => text.All(c => c is >= '\u3041' and <= '\u309F' or 'ー');
}
