using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest;

/// <summary>Recognises answers that say there is nothing to say.</summary>
public static partial class NothingToSay
{
    private const string Now = "(現在|現状|現時点|今回|今のところ|今の所|いまのところ|当(センター|事業所|法人|施設|園))";

    // What a question asks for; what else is missing (人がいない, 情報がない) is an answer.
    private const string Asked =
        "((御|ご)?(意見|要望|提案|質問|質疑|希望|感想)|回答|課題|問題点?|支障|困り?(ごと|事)|(困っている|困った|困る|気になる|気付いた|気づいた)(こと|事|点)|課題となっている(こと|事|点)"
        + "|該当(する)?(事例|事項|者|ケース|もの|する方)?|事例|(特記|報告|連絡|追加|補足|要望|その他の?)事項|思い当たる(こと|事|点)|異議|異論)";

    private const string None =
        "(無し|なし|無い|ない|ありません(でした)?|(ござい|御座い)ません(でした)?|無|ナシ|該当なし|(思いつか|思い付か|思い浮かば|思い当たら|見当たら)(ない|ません))";

    /// <summary>Whether the whole answer is 「特になし」 or its like.</summary>
    /// <param name="text">One answer.</param>
    public static bool Matches(string text) => Pattern().IsMatch(JapaneseText.Fold(text));

    [GeneratedRegex(
        "^[(「]?(" + Now + "(では|は|としては|において|のところ)?[、,]?)*((特に?は?|とくに|特段の?|格別の?|これといった|これといって)[、,]?)?" + Now + "?[、,]?"
        + "(" + Asked + "((や|・|、|等|など|及び|および|または|と)" + Asked + ")*(など|等)?([はも]|(?<=課題|問題点?|該当者?|事例|こと|点)が)?(特に?|とくに)?[、,]?)?"
        + "(" + None + "|該当(し|は?あり)ません)(です|でした|と?(思い|考え)ます|と(思う|考える|思われます)|とのこと(です)?|状況です|状態です)?[」)]?[。.]?$"
        + "|^(現在|今のところ|現時点では)?[、,]?(特に)?該当(する)?(者|方|ケース|事例|もの)[はがも]?(い|あり)(ない|ません)(です|でした)?[。.]?$"
        + "|^(現在|今のところ|現状では|現時点では)?[、,]?(特に?|とくに)?(困って|気になって)い?(ない|ません)(です)?[。.]?$"
        + "|^((よく|まだ|現時点では)?(わから|分から|判ら)(ない|ません)|(よく|まだ)?(わかり|分かり|判り)ません)(です)?[。.]?$"
        + @"|^(特に|とくに|同上なし|[-－―‐–—ー\-/×✕✖]+|[nN]/?[aA]|[nN]one|[nN]othing)[。.]?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
