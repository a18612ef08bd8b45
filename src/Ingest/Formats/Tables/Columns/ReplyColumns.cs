using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables.Columns;

/// <summary>Recognises what an authority wrote beside the opinions that it was sent: 県の考え方, 事務局回答, 担当課の見解.</summary>
internal static partial class ReplyColumns
{
    /// <summary>Whether a column holds replies and no respondents' answers: its header names an authority and a reply, and another one opinions; or it says 回答 right of them.</summary>
    /// <remarks>
    /// What an authority does (市の対応) about problems may be asked of respondents: beside them only a reply in so many words is one. 回答 alone
    /// replies to the opinions on its left only where those are called so (意見, 意見の要旨); beside a question, or other answers, it is an answer.
    /// </remarks>
    /// <param name="headers">The headers in order.</param>
    /// <param name="column">The column.</param>
    public static bool Is(ImmutableArray<string> headers, int column)
    {
        var header = JapaneseText.Fold(headers[column]);
        return IsBareReply(headers, column) || (Reply().IsMatch(header) && Answers(header, headers.Where((_, i) => i != column)));
    }

    // A table may have very many columns: the others are looked at only beside what may be a reply.
    private static bool Answers(string reply, IEnumerable<string> headers)
    {
        var others = headers.Select(JapaneseText.Fold).Where(h => !Reply().IsMatch(h)).ToList();
        return others.Exists(Opinion().IsMatch) || (others.Exists(Problem().IsMatch) && Answering().IsMatch(reply));
    }

    // What was done about an opinion (対応) may be what the office that has it does itself.
    private static bool IsBareReply(ImmutableArray<string> headers, int column) =>
        (BareReply().IsMatch(JapaneseText.Fold(headers[column])) || (BareAction().IsMatch(JapaneseText.Fold(headers[column])) && !headers.Any(RespondentColumns.Names))) && headers.Take(column).Any(h => Opinions().IsMatch(JapaneseText.Fold(h)))
        && !headers.Any(h => ColumnRoles.NamesQuestion(h) || TableLabels.IsQuestion(h));

    [GeneratedRegex("^(ご|御)?(回答|考え方|見解|対応方針|返答|回答(・|及び|と)対応)(案|内容|欄)?([(].*[)])?$", RegexOptions.CultureInvariant)]
    private static partial Regex BareReply();

    [GeneratedRegex("^対応(内容|状況|結果)?$", RegexOptions.CultureInvariant)]
    private static partial Regex BareAction();

    [GeneratedRegex("^(主な|寄せられた|提出された|頂いた|いただいた)?(ご|御)?(意見|要望|提案|苦情)(・?(ご|御)?(意見|要望|提案|質問))?(等|など)?の?(内容|事項|要旨|概要|要約)?([(].*[)])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Opinions();

    // 市の対応 may be what a question asks about: only without a question's number.
    [GeneratedRegex("^(本|当)?(県|市|区|町|村|都|道|府|国|市町村|自治体|行政|事務局|当局|(担当|所管|主管|当)(課|部署?|局|室|者)?|.{1,8}(課|局|省|庁))(側)?(から)?の?(ご|御)?(考え方?|回答|対応(方針|案|状況)?|見解|方針|コメント|所見|返答)(案|等)?([(].*[)])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Reply();

    [GeneratedRegex("(考え方?|回答|対応(方針|案)|見解|返答)(案|等)?([(].*[)])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Answering();

    [GeneratedRegex("意見|要望|提案|質問|質疑|声$", RegexOptions.CultureInvariant)]
    private static partial Regex Opinion();

    [GeneratedRegex("課題|困っている", RegexOptions.CultureInvariant)]
    private static partial Regex Problem();
}
