using System.Buffers;
using System.Text.RegularExpressions;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Voices;

/// <summary>Whether a comment judges favourably or critically, by its types and by cues at the ends of clauses.</summary>
/// <remarks>Coarse on purpose: where both are found, or neither, it says nothing. It chooses quotations and counts nothing.</remarks>
public static partial class Stance
{
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("、。,.;!?\n");

    /// <summary>1 favourable, −1 critical, 0 for both or neither.</summary>
    /// <param name="comment">The comment with its types.</param>
    public static int Of(AnalysedComment comment)
    {
        ArgumentNullException.ThrowIfNull(comment);
        var favourable = comment.Types.Contains(CommentType.Merit) || HasFavourable(NormalizedText.Of(comment.Comment.Text).Text);
        var critical = comment.Types.Any(t => t is CommentType.Concern or CommentType.Issue or CommentType.Request);
        return (favourable, critical) switch
        {
            (true, false) => 1,
            (false, true) => -1,
            _ => 0,
        };
    }

    /// <summary>How most of some comments judge: 1 where more are favourable than critical, −1 for the other way round, 0 for neither.</summary>
    /// <param name="stances">The comments' stances.</param>
    public static int Majority(IEnumerable<int> stances) => Math.Sign(stances.Sum());

    private static bool HasFavourable(ReadOnlySpan<char> text)
    {
        foreach (var clause in text.SplitAny(ClauseEnds))
        {
            if (Favourable().IsMatch(text[clause].Trim()))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(
        "((?<!ば|と|たら)(助かる|助かります|ありがたい|有り?難い)(です|と思.{0,6}|と感.{0,6})?"
        + "|助かっ(た|ている|ています|ております|ました)|ありがたかった(です)?|感謝(する|している|しています|しております|です)"
        + "|満足(だ|です|している|しています|している様子.{0,4})?|(良|よ)かった(です|と(思|感).{0,8})?|(良|よ)く(なった|なっている|なりました|できている|できています)"
        + "|(スムーズ|円滑|順調|丁寧)(に|で)(進|でき|行|移行|対応|連携|説明)[^なず]{0,10}(た|ている|ています|いる|ました|ただいている)"
        + "|(役に立|役立)(った|っている|っています|ちました)"
        + "|(問題|支障|不便|負担|不満|困りごと|混乱)(は|が|も|に|と)?(特に|あまり)?(感じ|思っ|なっ)?(て)?(い)?(ない|ません|なかった|ありません|無い|なし)(です|と(思|感).{0,8})?"
        + "|困(って|ること|ったこと)(は|も)?(い|あり)?(ない|ません|ありません|なかった)(です)?"
        + "|(うまく|上手く)(いっている|いっています|いった|できている|回っている|進んでいる)(と(思|感).{0,8})?"
        + "|改善(され|し)(た|ている|てきた|ました|ています)|進歩(だ|である|です)"
        + "|(連携|情報共有|相談|連絡)(が|も)(しやすい|しやすく.{0,6}|しやすかった|できている|できた|できています|取れている|とれている|取れた|深まった|密にな.{0,8}))(が|けど|けれども?|ので|し)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Favourable();
}
