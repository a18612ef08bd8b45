using System.Buffers;
using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest;

/// <summary>Tells answers from the ways of giving none.</summary>
public static partial class AnswerState
{
    // Folded words of more characters than this say something.
    private const int Longest = 30;

    // The kana and kanji with which an answer that is none can begin; every pattern here and in NothingToSay begins with one
    // (こ for ご in two characters), a sign or a Latin letter.
    private static readonly SearchValues<char> FirstLetters = SearchValues.Create(
        "同上前左右先既別添裏対非該設質現今特格と意要回課問はも無未記空白入な困支事異希補提報連疑思当こゴごあナい〃々以昨わ分お");

    /// <summary>Why an answer's words are no comment; null where they are one.</summary>
    /// <param name="text">One answer, trimmed.</param>
    public static LeftOutReason? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > 4 * Longest || (text.Length > 0 && IsWord(text[0]) && !FirstLetters.Contains(text[0])))
        {
            return null;
        }

        // ① before 「なし」 numbers the answer.
        return OfFolded(JapaneseText.Fold(text)) ?? (text.Length > 1 && text[0] is >= '①' and <= '⑳' ? OfFolded(JapaneseText.Fold(text[1..])) : null);
    }

    private static LeftOutReason? OfFolded(string folded)
    {
        if (folded.Length is 0 or > Longest)
        {
            return folded.Length == 0 ? LeftOutReason.Blank : null;
        }

        folded = Times().Replace(LeadingSign().Replace(folded, string.Empty), string.Empty);
        return AsAbove().IsMatch(folded) ? LeftOutReason.AsAbove
            : Elsewhere().IsMatch(folded) ? LeftOutReason.Elsewhere
            : NotAsked().IsMatch(folded) ? LeftOutReason.NotAsked
            : NoAnswer().IsMatch(folded) ? LeftOutReason.Blank
            : NothingToSay.Matches(folded) ? LeftOutReason.NothingToSay
            : null;
    }

    private const string Counted = "(?:件|名|人|か所|[かケヶ]所|箇所|センター|事業所|機関|施設|団体)";

    private static bool IsWord(char c) => c is (>= '\u3041' and <= '\u3096') or (>= '\u30A1' and <= '\u30FA') or (>= '\u4E00' and <= '\u9FFF');

    // A bullet or a note's sign before words.
    [GeneratedRegex(@"^[・●○◯■□◆◇※*•\-‐–—]+(?=[\p{L}(「〃])", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingSign();

    // How many answered so: 特になし（３件）, 特になし　３件, 無回答（２）.
    [GeneratedRegex(@"(?<=\w)(?:[(](?:他|ほか|同様|計)?[0-9]{1,4}" + Counted + "?[)]|[:…・、×]*(?:他|ほか|計)?[0-9]{1,4}" + Counted + ")$", RegexOptions.CultureInvariant)]
    private static partial Regex Times();

    [GeneratedRegex(
        "^[(「]?("
        + "(同上|以下同文|同前|同左|同右|上に?同じ|左に?同じ|(上記|左記|前記)(に|と)?(同じ|同様)|(前回|前年度?|昨年度?)の?(回答)?(に|と)(同じ|同様)|前(項|問|の(問|設問|質問|項目))(に|と)?(同じ|同様)|(上記|左記|上述|前述|先述|既述|前問|前項)(の|した)?(とおり|通り)|[〃々″]|′′)"
        + "|((問|設問|質問|[qQ])[0-9]{1,2}(-[0-9]{1,2})?([(][0-9]{1,2}[)])?|[(][0-9]{1,2}[)]|[0-9]{1,2})((の?(回答|答え|内容))?(に|と)?(同じ|同様)|の(回答|答え)?の?(とおり|通り)|(に記載|を?参照)(した|の)?(とおり|通り)?)"
        + ")(です|とおり|の通り|でございます)?[)」]?[。.]?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex AsAbove();

    [GeneratedRegex("^[(「※]?(別紙|別添|別表|別ファイル|添付|添付資料|添付ファイル|別途資料|裏面)(([0-9]{0,2}|資料)?(の?(とおり|通り)|(を|に)?(ご)?参照(ください|願います)?|に?記載(しました)?|(を)?ご覧(ください)?)?)(です)?[)」]?[。.]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Elsewhere();

    [GeneratedRegex("^[(「]?(回答)?(対象外|非対象|非該当|該当せず|該当しない|該当しません|設問なし|質問なし|n/?a|not ?applicable|対象ではない)(です|のため)?[)」]?[。.]?$", RegexOptions.CultureInvariant)]
    private static partial Regex NotAsked();

    // Someone else wrote these into the cell for want of an answer; signs alone are no words either.
    [GeneratedRegex(@"^[(「【\[<]?((無|未)(回答|記入|記載|入力)|(回答|記載|記入|入力)(は|が)?(無し|なし|ナシ|無)|空(欄|白)|白紙|(回答|お答え)(は|を)?(差し?)?控え(る|ます|させていただきます|させて頂きます)|(お?答え|回答)(は|が)?(でき|出来)(ない|ません))(です|のため)?[)」】\]>]?[。.]?$|^[.。、,…‥・?!]+$", RegexOptions.CultureInvariant)]
    private static partial Regex NoAnswer();
}
