using System.Buffers;
using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest;

/// <summary>Tells answers from the ways of giving none.</summary>
public static partial class AnswerState
{
    // The kana and kanji with which an answer that is none can begin; every pattern here and in NothingToSay begins with one
    // (こ for ご in two characters), a sign or a Latin letter.
    private static readonly SearchValues<char> FirstLetters = SearchValues.Create("同上前左別添裏対非該設質現今特と意要回課問はも無なあごこナ思");

    /// <summary>Why a cell's words are no comment; null where they are one.</summary>
    /// <param name="text">One answer, trimmed.</param>
    public static LeftOutReason? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > 0 && IsWord(text[0]) && !FirstLetters.Contains(text[0]))
        {
            return null;
        }

        var folded = JapaneseText.Fold(text);
        return folded.Length == 0 ? LeftOutReason.Blank
            : folded.Length > 30 ? null
            : AsAbove().IsMatch(folded) ? LeftOutReason.AsAbove
            : Elsewhere().IsMatch(folded) ? LeftOutReason.Elsewhere
            : NotAsked().IsMatch(folded) ? LeftOutReason.NotAsked
            : NothingToSay.Matches(text) ? LeftOutReason.NothingToSay
            : null;
    }

    private static bool IsWord(char c) => c is (>= '\u3041' and <= '\u3096') or (>= '\u30A1' and <= '\u30FA') or (>= '\u4E00' and <= '\u9FFF');

    [GeneratedRegex("^[(「]?(同上|同前|上に?同じ|上記(に|と)?(同じ|同様)|前(項|問)(に|と)?(同じ|同様)|左(に|と)?同じ|〃|″)(です|とおり|の通り)?[)」]?[。.]?$", RegexOptions.CultureInvariant)]
    private static partial Regex AsAbove();

    [GeneratedRegex("^[(「※]?(別紙|別添|別表|別ファイル|添付|添付資料|添付ファイル|別途資料|裏面)(([0-9]{0,2}|資料)?(の?(とおり|通り)|(を|に)?(ご)?参照(ください|願います)?|に?記載(しました)?|(を)?ご覧(ください)?)?)(です)?[)」]?[。.]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Elsewhere();

    [GeneratedRegex("^[(「]?(対象外|非対象|非該当|該当せず|該当しない|該当しません|設問なし|質問なし|n/?a|not ?applicable|対象ではない)(です|のため)?[)」]?[。.]?$", RegexOptions.CultureInvariant)]
    private static partial Regex NotAsked();
}
