using System.Text.RegularExpressions;

namespace FeedbackLab.Ingest.Layout;

/// <summary>The words by which headings tell what follows them.</summary>
public static partial class PassageWords
{
    /// <summary>Whether a heading opens an evaluation of work done, such as 成果と課題.</summary>
    /// <param name="heading">The heading without its brackets.</param>
    public static bool OpensEvaluation(string heading) => Evaluation().IsMatch(JapaneseText.Fold(heading));

    /// <summary>Whether a heading says that what follows is quoted from answers.</summary>
    /// <param name="heading">The heading.</param>
    public static bool QuotesAnswers(string heading) => Quoted().IsMatch(JapaneseText.Fold(heading)) && !AboutSurvey().IsMatch(JapaneseText.Fold(heading));

    /// <summary>Whether a short line is nothing but the heading of quoted answers: 自由意見, （主な意見）, 寄せられたご意見.</summary>
    /// <param name="heading">The line.</param>
    public static bool HeadsQuotes(string heading) => QuotesHeading().IsMatch(JapaneseText.Fold(heading).Trim('(', ')'));

    /// <summary>Whether a heading speaks of a survey, whose bullets then are answers.</summary>
    /// <param name="heading">The heading.</param>
    public static bool SpeaksOfSurvey(string heading) => Survey().IsMatch(JapaneseText.Fold(heading)) && !AboutSurvey().IsMatch(JapaneseText.Fold(heading));

    /// <summary>Whether a heading is about how a survey was made or what was concluded from it.</summary>
    /// <param name="heading">The heading.</param>
    public static bool TellsAboutSurvey(string heading) => AboutSurvey().IsMatch(JapaneseText.Fold(heading));

    /// <summary>Whether a heading opens the authors' own discussion of what was found: 考察, まとめ, 課題の整理 and their like.</summary>
    /// <param name="heading">The heading without number and brackets.</param>
    public static bool OpensDiscussion(string heading) => Discussion().IsMatch(JapaneseText.Fold(heading)) && !OpensEvaluation(heading);

    /// <summary>Whether a heading can be nothing but the title of a discussion, even amid answers: no respondent heads an answer so.</summary>
    /// <param name="heading">The heading without number and brackets.</param>
    public static bool TitlesDiscussion(string heading) => DiscussionTitle().IsMatch(JapaneseText.Fold(heading));

    /// <summary>Whether an item only points to another place (「１）に記載」).</summary>
    /// <param name="text">The item.</param>
    public static bool PointsElsewhere(string text) => text.Length <= 30 && Pointer().IsMatch(text);

    /// <summary>Whether a sentence asks for an answer (御記入ください。何ですか。).</summary>
    /// <param name="text">The sentence.</param>
    public static bool Asks(string text) => Question().IsMatch(JapaneseText.Fold(text));

    /// <summary>Whether the line closes a letter (以上, 記).</summary>
    /// <param name="text">The block.</param>
    public static bool Closes(string text) => JapaneseText.WithoutSpaces(text) is "以上" or "記" or "以上。" or "敬具";

    /// <summary>Whether a short line can head a list of answers: …について, 良かった点, その他.</summary>
    /// <param name="text">The line without its mark.</param>
    public static bool HeadsList(string text) => ListHead().IsMatch(JapaneseText.Fold(text));

    /// <summary>Whether a short line only names what the lines below it are about: it ends like a noun, and neither wishes nor complains (…の増設, …不足).</summary>
    /// <param name="text">The line without its mark.</param>
    public static bool NamesTopic(string text) => (NounEnd().IsMatch(text) && !OpinionNoun().IsMatch(text)) || HeadsList(text);

    /// <summary>Whether a heading below a meeting's fields says that what was talked about follows: 参加者からの意見, 主な意見・質疑.</summary>
    /// <param name="heading">The heading without its brackets.</param>
    public static bool TellsTalk(string heading) => Talk().IsMatch(JapaneseText.Fold(heading));

    /// <summary>Whether a sentence only leads to what stands below it: 主なものは次のとおりである。</summary>
    /// <param name="text">The sentence.</param>
    public static bool LeadsOn(string text) => text.Length <= 80 && Leading().IsMatch(JapaneseText.Fold(text));

    /// <summary>Whether a line is a rule across the page and no words.</summary>
    /// <param name="text">The block.</param>
    public static bool IsRule(string text) => text.Length >= 5 && text.All(c => c == text[0]) && !char.IsLetterOrDigit(text[0]);

    /// <summary>Whether an unsigned passage of minutes is about the meeting itself (opening, closing, the next date).</summary>
    /// <param name="heading">The agenda item that it stands under; null for none.</param>
    /// <param name="text">The passage.</param>
    public static bool IsProcedure(string? heading, string text) =>
        (heading is not null && ProcedureHeading().IsMatch(JapaneseText.Fold(heading))) || Procedure().IsMatch(JapaneseText.Fold(text));

    [GeneratedRegex("(について|に関して|に関すること|関係|(た|い|る|な)(点|こと)|^(そ|こ)の他(.{0,6}(意見|要望|感想))?|[ご御]?(意見|要望|感想|提案)(など|等)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex ListHead();

    [GeneratedRegex("([一-龠々ァ-ヶーA-Za-z0-9Ａ-Ｚａ-ｚ０-９）)」：:]|こと|もの|など|とき|ところ|ほか|づくり|やりとり)$", RegexOptions.CultureInvariant)]
    private static partial Regex NounEnd();

    [GeneratedRegex("(増設|増便|増員|増額|増加|減少|減額|減便|拡充|拡大|拡張|充実|整備|改善|改修|設置|新設|廃止|延長|短縮|軽減|補助|助成|強化|実施|実現|導入|統一|開館|開放|開設|見直し|引き?上げ|引き?下げ|撤去|不足|欠如|高騰|遅れ|希望|必要|困難|不便|不安|不満|大変|べき|化)$", RegexOptions.CultureInvariant)]
    private static partial Regex OpinionNoun();

    private const string Word = "(実績|成果|課題|評価|振り返り|ふりかえり|反省点?|改善点|達成状況|取組み?|取り組み|方向性|展望)";

    [GeneratedRegex("^(?=.*(実績|成果|課題|評価|振り返り|ふりかえり|反省|改善点|達成状況))(主な|今後の|本年度の|今年度の|年度の|取組の|取り組みの|活動の|事業の|次年度への|次年度の|来年度の)?" + Word + "((と|及び|および|・|、|並びに|/)(今後の|主な|次年度への|次年度の|来年度への)?" + Word + ")*(について|等|など)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Evaluation();

    [GeneratedRegex("^.{0,20}考察.{0,12}$|^.{0,16}(まとめ|総括)(と(今後の)?(課題|展望|方向性|提言|考察))?$|^.{0,16}(課題|論点|意見|問題点)の?整理(と.{0,12})?$|^(今後の(課題|方向性|展望)|今後に向けて|課題と(今後の)?(対応|方向性|対策|展望|提言)|現状と課題|主な課題|提言)(について|等|など)?$|^(おわり|終わり)に$|^.{0,20}(から|で|より)(見|み)え(て(きた|くる)|た)?.{0,6}(課題|こと|もの)$", RegexOptions.CultureInvariant)]
    private static partial Regex Discussion();

    [GeneratedRegex("^((総合|全体)?考察|考察と(まとめ|課題|提言)|まとめと考察|(調査|結果|アンケート|調査結果|アンケート結果)の?(考察|まとめ))$", RegexOptions.CultureInvariant)]
    private static partial Regex DiscussionTitle();

    [GeneratedRegex("の声|自由記述|自由記載|自由意見|自由回答|抜粋|意見の?(一覧|集約?)|ご意見|寄せられた|主な(ご)?意見|回答内容|意見・要望|意見要望|意見(\\(|$)|回答(\\(|$|から|より)", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex("^(主な|各センターの?|利用者の?|参加者の?|住民の?|市民の?|その他の?|寄せられた)*[ごお御]?(自由(記述|記載|意見|回答)欄?|意見(・|や|と)?(要望|感想)|意見[0-9]{0,3}|の声)(等|など|一覧|集|の?抜粋|の内容|の概要)?([(].*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex QuotesHeading();

    [GeneratedRegex("アンケート|調査結果|ヒアリング|聞き取り|質問紙|回答", RegexOptions.CultureInvariant)]
    private static partial Regex Survey();

    [GeneratedRegex("(意見|質疑|応答|発言|協議|審議|討議|討論|議論|話し?合い|やりとり|意見交換|議事)(の|と)?(主な)?(内容|概要|要旨|要点|結果|記録|経過|まとめ|抜粋|等|など)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Talk();

    [GeneratedRegex("はじめに|おわりに|まとめ|考察|背景|趣旨|経緯|概要|方法|目的|対象者|実施要領|回収|回答(数|率|者)|意見交換会|集計", RegexOptions.CultureInvariant)]
    private static partial Regex AboutSurvey();

    /// <summary>Whether a line is nothing but the heading of when the next meeting will be: 次回の予定, ６　次回日程.</summary>
    /// <param name="text">The line.</param>
    public static bool AnnouncesNext(string text) => text.Length <= 20 && NextMeeting().IsMatch(JapaneseText.Fold(text));

    [GeneratedRegex("^[(（]?[0-9]*[).)）]?(次回|今後の)(の|は|以降の)?(会議|部会|委員会|協議会)?の?(開催)?(予定|日程|日時|案内|開催)?(について)?[:]?$", RegexOptions.CultureInvariant)]
    private static partial Regex NextMeeting();

    /// <summary>Whether a passage of minutes says what was done and not what was said: （拍手）, 午後３時休憩, １番岩田次郎君登壇.</summary>
    /// <param name="text">The passage.</param>
    public static bool IsStageDirection(string text) => text.Length <= 40 && StageDirection().IsMatch(JapaneseText.Fold(text));

    [GeneratedRegex("^[(〔\\[]?([^。]{0,24}(登壇|降壇|退席|退室|退場|入室|入場|着席|挙手|起立|拍手|笑い?|発言する者あり|呼ぶ者あり)|(午前|午後)[0-9]{1,2}時([0-9]{1,2}分|半)?(休憩|再開|散会|開会|開議|閉会|終了))[)〕\\]]?$", RegexOptions.CultureInvariant)]
    private static partial Regex StageDirection();

    [GeneratedRegex("(次|以下|下記|左記|別記)の?(とお|通)り(で(す|ある|あった|した)|(と|に)?(要望|提案|提出|意見|回答|報告|お願い|整理|まとめ|紹介|示|記載|掲載|挙げ)[^。]{0,16}|となって[^。]{0,6})?[。:]?$|(次|以下)の(ような)?[ご御]?(意見|発言|質問|質疑|要望|提案|回答)[^。]{0,8}(出|あ|寄せ)[^。]{0,10}。$", RegexOptions.CultureInvariant)]
    private static partial Regex Leading();

    [GeneratedRegex("^(開会|閉会|開会あいさつ|閉会あいさつ|開会挨拶|閉会挨拶|次回((の)?(日程|開催|予定))?(について)?|事務連絡|連絡事項)$", RegexOptions.CultureInvariant)]
    private static partial Regex ProcedureHeading();

    [GeneratedRegex("^(次回(は|の(開催|会議|日程)は).*(開催|予定|行う|行います)|.{0,20}(開会|閉会)(した|しました|を宣言した|を宣した)|.{0,12}(配付|配布)資料の確認)", RegexOptions.CultureInvariant)]
    private static partial Regex Procedure();

    [GeneratedRegex("((記入|記載|記述|回答|書き|答え|教え|聞かせ|選|選択)(して|んで|て)?(ください|下さい|願います|お願いします|いただきたい)|(です|ます|でしょう)か)([(][^()]*[)])?[。?]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Question();

    [GeneratedRegex("(に記載|を参照|参照|のとおり|の通り|同上|に同じ)(。)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pointer();
}
