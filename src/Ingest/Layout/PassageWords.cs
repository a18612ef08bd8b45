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

    /// <summary>Whether a heading speaks of a survey, whose bullets then are answers.</summary>
    /// <param name="heading">The heading.</param>
    public static bool SpeaksOfSurvey(string heading) => Survey().IsMatch(JapaneseText.Fold(heading)) && !AboutSurvey().IsMatch(JapaneseText.Fold(heading));

    /// <summary>Whether a heading is about how a survey was made or what was concluded from it.</summary>
    /// <param name="heading">The heading.</param>
    public static bool TellsAboutSurvey(string heading) => AboutSurvey().IsMatch(JapaneseText.Fold(heading));

    /// <summary>Whether an item only points to another place (「１）に記載」).</summary>
    /// <param name="text">The item.</param>
    public static bool PointsElsewhere(string text) => text.Length <= 30 && Pointer().IsMatch(text);

    /// <summary>Whether the line closes a letter (以上, 記).</summary>
    /// <param name="text">The block.</param>
    public static bool Closes(string text) => JapaneseText.WithoutSpaces(text) is "以上" or "記" or "以上。" or "敬具";

    private const string Word = "(実績|成果|課題|評価|振り返り|ふりかえり|反省点?|改善点|達成状況|取組み?|取り組み|方向性|展望)";

    [GeneratedRegex("^(?=.*(実績|成果|課題|評価|振り返り|ふりかえり|反省|改善点|達成状況))(主な|今後の|本年度の|今年度の|年度の|取組の|取り組みの|活動の|事業の|次年度への|次年度の|来年度の)?" + Word + "((と|及び|および|・|、|並びに|/)(今後の|主な|次年度への|次年度の|来年度への)?" + Word + ")*(について|等|など)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Evaluation();

    [GeneratedRegex("の声|自由記述|自由記載|自由意見|自由回答|抜粋|ご意見|寄せられた|主な(ご)?意見|回答内容|意見・要望|意見要望|意見(\\(|$)|回答(\\(|$|から|より)", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex("アンケート|調査結果|ヒアリング|聞き取り|質問紙|回答", RegexOptions.CultureInvariant)]
    private static partial Regex Survey();

    [GeneratedRegex("はじめに|おわりに|まとめ|考察|背景|趣旨|経緯|概要|方法|目的|対象者|実施要領|回収|回答(数|率|者)|意見交換会|集計", RegexOptions.CultureInvariant)]
    private static partial Regex AboutSurvey();

    [GeneratedRegex("(に記載|を参照|参照|のとおり|の通り|同上|に同じ)(。)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pointer();
}
