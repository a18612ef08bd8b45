namespace FeedbackLab.Analysis.Language;

/// <summary>Which parts of speech of IPADIC make runs of nouns: KH Coder's rule for noun phrases.</summary>
internal static class NounRule
{
    // Numerals, pronouns, dependent nouns and the like; what follows the level does not matter.
    private static readonly string[] Outside =
        ["名詞-接尾", "名詞-非自立", "名詞-代名詞", "名詞-数", "名詞-副詞可能", "名詞-接続詞的", "名詞-動詞非自立的", "名詞-特殊", "名詞-引用文字列"];

    /// <summary>A noun that may start a run or go on with it.</summary>
    public static bool IsNoun(string partOfSpeech) =>
        (partOfSpeech == "名詞" || partOfSpeech.StartsWith("名詞-", StringComparison.Ordinal))
        && !Array.Exists(Outside, level => partOfSpeech.StartsWith(level, StringComparison.Ordinal));

    /// <summary>A noun that is a term but in no run (今後, 毎日).</summary>
    public static bool IsAdverbial(string partOfSpeech) => partOfSpeech.StartsWith("名詞-副詞可能", StringComparison.Ordinal);

    /// <summary>A suffix, which goes on with a run; a counter ends it.</summary>
    public static bool IsSuffix(string partOfSpeech) =>
        partOfSpeech.StartsWith("名詞-接尾", StringComparison.Ordinal) && !partOfSpeech.StartsWith("名詞-接尾-助数詞", StringComparison.Ordinal);

    /// <summary>A prefix, which may lead a run.</summary>
    public static bool IsPrefix(string partOfSpeech) => partOfSpeech.StartsWith("接頭詞-名詞接続", StringComparison.Ordinal);
}
