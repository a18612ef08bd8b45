using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables.Shapes;

/// <summary>Recognises exports of Google Forms, Microsoft Forms and SurveyMonkey by their headers.</summary>
public static partial class SurveyForms
{
    /// <summary>The form that a table was exported from; null where it is none of those known.</summary>
    /// <param name="headers">The headers in order.</param>
    public static SurveyForm? Of(ImmutableArray<string> headers)
    {
        var names = headers.Select(h => JapaneseText.Fold(h).ToLowerInvariant()).ToList();
        bool Has(params ReadOnlySpan<string> any)
        {
            foreach (var name in any)
            {
                if (names.Contains(name, StringComparer.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }

        return names.Count > 1 && names[0] is "タイムスタンプ" or "timestamp" ? SurveyForm.Google
            : Has("開始時刻", "starttime") && Has("完了時刻", "completiontime") ? SurveyForm.Microsoft
            : Has("respondentid", "回答者id") && Has("collectorid", "コレクターid") ? SurveyForm.SurveyMonkey
            : null;
    }

    /// <summary>The role of a column that the form itself adds; null for a question's.</summary>
    /// <param name="form">The form.</param>
    /// <param name="header">The column's header.</param>
    public static ColumnRole? RoleOf(SurveyForm form, string header)
    {
        var name = JapaneseText.Fold(header).ToLowerInvariant();
        return !Added(form).IsMatch(name) ? null : Number().IsMatch(name) ? ColumnRole.Ignored : ColumnRole.Personal;
    }

    /// <summary>Whether the second row says of each question what kind of answer it takes (SurveyMonkey).</summary>
    /// <param name="upper">Cells of the first row.</param>
    /// <param name="lower">Cells of the second.</param>
    public static bool HasSubHeaders(ImmutableArray<string> upper, ImmutableArray<string> lower) =>
        Of(upper) == SurveyForm.SurveyMonkey && lower.Any(IsSubHeader) && lower.Where((c, i) => i < 2).All(string.IsNullOrWhiteSpace);

    /// <summary>Whether a second header only says that the answer is free or single.</summary>
    /// <param name="cell">The cell.</param>
    public static bool IsSubHeader(string cell) => SubHeader().IsMatch(JapaneseText.Fold(cell).ToLowerInvariant());

    private static Regex Added(SurveyForm form) => form switch
    {
        SurveyForm.Google => Google(),
        SurveyForm.Microsoft => Microsoft(),
        _ => SurveyMonkey(),
    };

    [GeneratedRegex("^(タイムスタンプ|timestamp|メールアドレス|emailaddress|username|ユーザー名|合計点|score|スコア)$", RegexOptions.CultureInvariant)]
    private static partial Regex Google();

    [GeneratedRegex("^(id|開始時刻|starttime|完了時刻|completiontime|メール|email|名前|name|最終変更時刻|lastmodifiedtime|言語|language|合計得点|totalpoints|クイズのフィードバック|quizfeedback|(点数|points|フィードバック|feedback)[-:].*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Microsoft();

    [GeneratedRegex("^(respondentid|回答者id|collectorid|コレクターid|startdate|開始日|datecreated|作成日|enddate|終了日|datemodified|変更日|ipaddress|ipアドレス|emailaddress|メールアドレス|firstname|名|lastname|姓|customdata1|カスタムデータ1?)$", RegexOptions.CultureInvariant)]
    private static partial Regex SurveyMonkey();

    [GeneratedRegex("^(id|respondentid|回答者id|collectorid|コレクターid|合計点|score|スコア|合計得点|totalpoints|(点数|points|フィードバック|feedback)[-:].*|言語|language)$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex("^(response|open-endedresponse|回答|自由回答形式の回答|自由記述)$", RegexOptions.CultureInvariant)]
    private static partial Regex SubHeader();
}

/// <summary>A survey service whose exports are known.</summary>
public enum SurveyForm
{
    /// <summary>Google Forms.</summary>
    Google,

    /// <summary>Microsoft Forms.</summary>
    Microsoft,

    /// <summary>SurveyMonkey.</summary>
    SurveyMonkey,
}
