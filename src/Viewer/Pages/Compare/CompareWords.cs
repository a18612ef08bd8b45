using FeedbackLab.Analysis.Statistics.CrossTables;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Pages.Compare;

/// <summary>The words of the comparison.</summary>
/// <param name="language">The language of the user.</param>
public sealed class CompareWords(ScreenLanguage language)
{
    /// <summary>What the page is called.</summary>
    public string Title => language.Pick("比較", "Compare");

    /// <summary>What it is for.</summary>
    public string Lead => language.Pick("どのテーマが、どこで、いつ多く挙がったか。数字や図のマスを押すと、その意見を読めます。", "Which theme came up where, and when. Each number and each cell leads to its comments.");

    /// <summary>Heading of the filter.</summary>
    public string Filter => language.Pick("意見を絞り込む", "Narrow the comments");

    /// <summary>How the filter works.</summary>
    public string FilterNote => language.Pick(
        "同じ項目の中は「どれか」、項目どうしは「すべて」。横の数は、ほかの項目で絞り込んだあとの意見の数です。",
        "Any within one list, all of the lists together. The numbers count the comments that the other lists leave.");

    /// <summary>The button.</summary>
    public string Apply => language.Pick("絞り込む", "Narrow");

    /// <summary>Takes the filter away.</summary>
    public string Clear => language.Pick("絞り込みをすべて外す", "Take all away");

    /// <summary>Takes one condition away.</summary>
    public string Remove => language.Pick("条件を外す", "Remove");

    /// <summary>Where the filter leaves nothing.</summary>
    public string Nothing => language.Pick("この条件に合う意見はありません。条件を外してください。", "No comment is left. Take a condition away.");

    /// <summary>Where no theme comes up.</summary>
    public string NoThemes => language.Pick("ここに当てはまるテーマはありません。", "No theme comes up here.");

    /// <summary>Heading.</summary>
    public string ByHeading => language.Pick("テーマを、何で分けて見るか", "Themes by group");

    /// <summary>What the tabs are.</summary>
    public string By => language.Pick("分け方", "Grouping");

    /// <summary>Heading.</summary>
    public string Trend => language.Pick("年ごとの移り変わり", "Year by year");

    /// <summary>Heading.</summary>
    public string Years => language.Pick("二つの年", "Two years");

    /// <summary>Where no respondent was asked in both years.</summary>
    public string NoPairs => language.Pick("両方の年に尋ねた回答者がいないので、同じ回答者どうしの比較はできません。", "No respondent was asked in both years, so nobody can be compared with themselves.");

    /// <summary>A field.</summary>
    public string Earlier => language.Pick("前の年", "Earlier");

    /// <summary>A field.</summary>
    public string Later => language.Pick("後の年", "Later");

    /// <summary>The button.</summary>
    public string Show => language.Pick("比べる", "Compare");

    /// <summary>A field.</summary>
    public string Unit => language.Pick("数えるもの", "Count");

    /// <summary>A unit.</summary>
    /// <param name="unit">The unit.</param>
    public string NameOf(CrossUnit unit) => unit == CrossUnit.Respondents ? language.Pick("回答者", "respondents") : language.Pick("意見", "comments");

    /// <summary>What comments are grouped by.</summary>
    /// <param name="attribute">It.</param>
    public string NameOf(CrossAttribute attribute) => language.Pick(CrossTables.NameOf(attribute));

    /// <summary>How many comments the filter leaves.</summary>
    /// <param name="comments">They.</param>
    /// <param name="of">All.</param>
    /// <param name="respondents">Their respondents, those asked.</param>
    public string Left(int comments, int of, int respondents) => language.Pick(
        $"意見 {of:N0} 件のうち {comments:N0} 件、尋ねた回答者 {respondents:N0} 者", $"{comments:N0} of {of:N0} comments, {respondents:N0} respondents asked");

    /// <summary>In a chart: which comments it shows.</summary>
    /// <param name="conditions">The conditions.</param>
    public string Only(string conditions) => language.Pick("絞り込み: ", "Only: ") + conditions;
}
