using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables.Columns;

/// <summary>Tells columns of names apart: of several, which says whose answers the rows hold.</summary>
public static partial class RespondentColumns
{
    /// <summary>What a header promises, the better name of a respondent first.</summary>
    public enum Rank
    {
        /// <summary>Who spoke (発言者).</summary>
        Speaker,

        /// <summary>A centre or another office (センター名, 事業所名).</summary>
        Office,

        /// <summary>Whoever answered (回答者, 所属名).</summary>
        Respondent,

        /// <summary>What several offices belong to (法人名).</summary>
        Corporation,

        /// <summary>A person (氏名).</summary>
        Person,

        /// <summary>Something about respondents or other offices (回答者区分, 連携機関名).</summary>
        Other,
    }

    /// <summary>Whether a header is one for respondents' names.</summary>
    /// <param name="header">The header.</param>
    public static bool Names(string header) => Header().IsMatch(JapaneseText.Fold(header).ToLowerInvariant());

    /// <summary>Whether cells under a header for names say what kind of respondents there are (個人, 団体; 本人, 家族): the same few words recur.</summary>
    /// <param name="cells">The cells that are not blank.</param>
    public static bool AreKinds(ImmutableArray<string> cells) =>
        !cells.IsEmpty && cells.All(c => Kind().IsMatch(JapaneseText.Fold(c))) && cells.Distinct(StringComparer.Ordinal).Count() < cells.Length;

    /// <summary>What a header that <see cref="Names"/> respondents promises.</summary>
    /// <param name="header">The header.</param>
    public static Rank Of(string header)
    {
        var name = JapaneseText.Fold(header).ToLowerInvariant();
        return Speaker().IsMatch(name) ? Rank.Speaker
            : Office().IsMatch(name) ? Others().IsMatch(name) ? Rank.Other : Rank.Office
            : Person().IsMatch(name) ? Rank.Person
            : Corporation().IsMatch(name) ? Rank.Corporation
            : Respondent().IsMatch(name) ? Rank.Respondent
            : Rank.Other;
    }

    /// <summary>Whether a name left blank stands for the name above it: offices are written once for several rows, persons leave their name out.</summary>
    /// <param name="header">The header.</param>
    public static bool GoOnBelow(string header) => Of(header) is Rank.Speaker or Rank.Office or Rank.Corporation && !header.Contains("任意", StringComparison.Ordinal);

    [GeneratedRegex("回答者|回答機関|センター名|^センター$|事業所名|^事業所$|施設名|^施設$|機関名|団体名|法人名|所属名|氏名|名前|お名前|貴(事業所|センター|施設|団体)名|^name$|respondent|発言者|^(意見)?提出(者|団体)(名|氏名|番号|id)?$|^(貴|当|ご|御)?[^のは]{0,6}(センター|事業所|施設|機関|団体)の(名称|名前|お名前)(\\(.*\\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Header();

    [GeneratedRegex("^(個人|団体|法人|企業|事業者|その他(の.{1,6})?|匿名|不明|(ご)?本人|(ご)?家族|保護者|父親?|母親?|親|配偶者|きょうだい|兄弟(姉妹)?|支援者|介護者|代理人?|利用者|入所者|入居者|職員|従業員|管理者|教員|教職員|生徒|児童|学生|一般|市民|県民|区民|町民|村民|住民|男性|女性|会員|非会員|[0-9]{2}(歳)?代(以上|以下)?)(・(ご)?(本人|家族|保護者|支援者|団体|法人|企業))?([(].*[)])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Kind();

    [GeneratedRegex("発言者", RegexOptions.CultureInvariant)]
    private static partial Regex Speaker();

    [GeneratedRegex("回答機関|(センター|事業所|施設|機関|団体)の?(名|お名前)|^(センター|事業所|施設)$", RegexOptions.CultureInvariant)]
    private static partial Regex Office();

    [GeneratedRegex("連携|協力|関係|紹介|就労先|就職先|相談先|利用先|支援先|引継ぎ先|引継先|移行先|併設|利用(中|して)|運営|設置|母体|推薦|依頼", RegexOptions.CultureInvariant)]
    private static partial Regex Others();

    [GeneratedRegex("氏名|名前|^name$", RegexOptions.CultureInvariant)]
    private static partial Regex Person();

    [GeneratedRegex("法人名", RegexOptions.CultureInvariant)]
    private static partial Regex Corporation();

    [GeneratedRegex(@"^(回答者(名|様|id|番号)?|(意見)?提出(者|団体)(名|番号|id)?|所属名|respondent(name|id)?)(\(.*\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Respondent();
}
