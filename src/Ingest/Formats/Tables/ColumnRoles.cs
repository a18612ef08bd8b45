using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Layout;
using FeedbackLab.Ingest.Mapping;

namespace FeedbackLab.Ingest.Formats.Tables;

/// <summary>Guesses what the columns of a table hold, by their headers and their cells.</summary>
public static partial class ColumnRoles
{
    private const double LongOnAverage = 12;

    /// <summary>One reading a column: the user's where there is one, else the guess.</summary>
    /// <param name="headers">The headers.</param>
    /// <param name="rows">The rows, as long as the header each.</param>
    /// <param name="overrides">Roles named by the user.</param>
    public static ImmutableArray<ColumnReading> Guess(ImmutableArray<string> headers, IReadOnlyList<string[]> rows, ImmutableArray<ColumnReading> overrides)
    {
        var form = SurveyForms.Of(headers);
        var roles = headers.Select((h, i) => Named(h, overrides) ?? (form is { } f ? SurveyForms.RoleOf(f, h) : null) ?? Role(h, [.. rows.Select(r => r[i].Trim()).Where(c => c.Length > 0)])).ToArray();
        KeepFirst(roles, headers, ColumnRole.Respondent, overrides);
        KeepFirst(roles, headers, ColumnRole.Year, overrides);
        KeepFirst(roles, headers, ColumnRole.Question, overrides);
        if (!roles.Contains(ColumnRole.Text))
        {
            var best = Enumerable.Range(0, headers.Length)
                .Where(i => roles[i] == ColumnRole.Attribute && Named(headers[i], overrides) is null)
                .Select(i => (Index: i, Length: Average([.. rows.Select(r => r[i].Trim()).Where(c => c.Length > 0)])))
                .Where(c => c.Length >= 4)
                .OrderByDescending(c => c.Length).ThenBy(c => c.Index)
                .Select(c => (int?)c.Index)
                .FirstOrDefault();
            if (best is { } column)
            {
                roles[column] = ColumnRole.Text;
            }
        }

        return [.. headers.Select((h, i) => new ColumnReading(h, roles[i]))];
    }

    /// <summary>Whether a header is one for respondents' names.</summary>
    /// <param name="header">The header.</param>
    public static bool NamesRespondent(string header) => RespondentHeader().IsMatch(JapaneseText.Fold(header).ToLowerInvariant());

    /// <summary>Whether a header is one for answers in words.</summary>
    /// <param name="header">The header.</param>
    public static bool NamesAnswer(string header) => TextHeader().IsMatch(JapaneseText.Fold(header).ToLowerInvariant());

    private static ColumnRole? Named(string header, ImmutableArray<ColumnReading> overrides) =>
        overrides.FirstOrDefault(o => SheetMapping.Key(o.Header) == SheetMapping.Key(header))?.Role;

    private static void KeepFirst(ColumnRole[] roles, ImmutableArray<string> headers, ColumnRole role, ImmutableArray<ColumnReading> overrides)
    {
        var named = Enumerable.Range(0, roles.Length).Where(i => roles[i] == role && Named(headers[i], overrides) is not null).ToList();
        var keep = named.Count > 0 ? named[0] : Array.IndexOf(roles, role);
        for (var i = 0; i < roles.Length; i++)
        {
            roles[i] = roles[i] == role && i != keep ? ColumnRole.Attribute : roles[i];
        }
    }

    private static ColumnRole Role(string header, ImmutableArray<string> cells)
    {
        var name = JapaneseText.Fold(header).ToLowerInvariant();
        var average = Average(cells);
        var variety = cells.IsEmpty ? 0 : cells.Distinct(StringComparer.Ordinal).Count() / (double)cells.Length;
        if (IgnoredHeader().IsMatch(name))
        {
            return ColumnRole.Ignored;
        }

        if (PersonalHeader().IsMatch(name))
        {
            return ColumnRole.Personal;
        }

        if (YearHeader().IsMatch(name) && cells.All(c => YearOf(c) is not null))
        {
            return ColumnRole.Year;
        }

        if (RespondentHeader().IsMatch(name) && average <= 30)
        {
            return ColumnRole.Respondent;
        }

        if (QuestionHeader().IsMatch(name) && variety < 0.9)
        {
            return ColumnRole.Question;
        }

        if (TextHeader().IsMatch(name) && cells.All(c => AnswerState.Of(c) is not null))
        {
            return ColumnRole.Text;
        }

        if (cells.All(c => Scale().IsMatch(JapaneseText.Fold(c))) && !cells.IsEmpty)
        {
            return ColumnRole.Attribute;
        }

        return (TextHeader().IsMatch(name) && average >= 3) || (AsksInWords().IsMatch(name) && variety >= 0.5 && average >= 4) || (average >= LongOnAverage && (variety >= 0.5 || average >= 30)) ? ColumnRole.Text : ColumnRole.Attribute;
    }

    /// <summary>The Gregorian year in a cell of a year column; null where there is none.</summary>
    /// <param name="cell">令和5年度, R5, 2023, 2023年度.</param>
    public static int? YearOf(string cell) => JapaneseDate.Year(cell);

    private static double Average(ImmutableArray<string> cells) => cells.IsEmpty ? 0 : cells.Average(c => c.Length);

    [GeneratedRegex("^id$|^no\\.?$|^番号$|^#$|通し番号|回答id|整理番号", RegexOptions.CultureInvariant)]
    private static partial Regex IgnoredHeader();

    [GeneratedRegex("タイムスタンプ|timestamp|メールアドレス|^メール$|e-?mail|開始時刻|完了時刻|送信日時|回答日時|ipアドレス|電話|^tel$|住所|生年月日|(記入|担当|記載|作成)者(名|氏名)?$|フリガナ|ふりがな", RegexOptions.CultureInvariant)]
    private static partial Regex PersonalHeader();

    [GeneratedRegex("年度|^年$|実施年|調査年|^year$|fiscal", RegexOptions.CultureInvariant)]
    private static partial Regex YearHeader();

    [GeneratedRegex("回答者|回答機関|センター名|^センター$|事業所名|^事業所$|施設名|^施設$|機関名|団体名|法人名|所属名|氏名|名前|お名前|貴(事業所|センター|施設|団体)名|^name$|respondent|発言者", RegexOptions.CultureInvariant)]
    private static partial Regex RespondentHeader();

    [GeneratedRegex("^(設問|質問|問|項目|question)(名|文|項目|番号|内容)?$", RegexOptions.CultureInvariant)]
    private static partial Regex QuestionHeader();

    [GeneratedRegex("意見|自由記述|自由回答|感想|要望|課題|コメント|記述|理由|回答内容|困っている|ご自由に|本文|発言内容|^回答$|comment|answer|text", RegexOptions.CultureInvariant)]
    private static partial Regex TextHeader();

    [GeneratedRegex("(こと|点|ですか|ますか|ください|下さい|教えて|どのように|思い)[。?？)]?$|[?？]$", RegexOptions.CultureInvariant)]
    private static partial Regex AsksInWords();

    [GeneratedRegex("^[0-9.,%]+$|^(はい|いいえ|有|無|あり|なし|○|×|△)$", RegexOptions.CultureInvariant)]
    private static partial Regex Scale();
}
