using FeedbackLab.Analysis.Findings;
using static FeedbackLab.Analysis.Themes.Types.ClauseWords;

namespace FeedbackLab.Analysis.Themes.Types;

/// <summary>Words that tell a concern (懸念), and those that tell one where they are denied.</summary>
internal static class WorryCues
{
    private static readonly ClauseEnd Told = new(Slots.Predicate, Slots.None) { Type = CommentType.Concern };
    private static readonly ClauseEnd Missed = new(Slots.Predicate, Slots.None) { DeniedType = CommentType.Concern };

    /// <summary>All of them.</summary>
    public static IEnumerable<KeyValuePair<string, ClauseEnd>> All =>
    [
        .. Actions(Told, "懸念 危惧 疑問 疑問視 心配 憂慮 危機感 ひやひや ヒヤヒヤ ハラハラ はらはら ヒヤリ ひやり ヒヤッと びくびく ビクビク"),
        .. Qualities(Told, "不安 気がかり 気掛かり 心配事 心配ごと 不安材料 不安感 懸念事項 懸念材料 懸念点 疑問点 不安要素 危険 危機的 綱渡り 恐怖 恐怖感 先行き不透明"),
        .. Things(Told, "恐れ おそれ 虞 怖れ リスク 危険性 危うさ 怖さ 恐さ 不安定さ 胸騒ぎ 後ろめたさ"),
        .. As(Told, "不安な面 懸念の声"),
        .. Verbs(Told, "恐れる 怖がる 案じる 危ぶむ 危ぶまれる 危惧される 懸念される 不安がる 気にかかる 気に掛かる 気を揉む 気をもむ 気になる 不安になる 肝を冷やす 背筋が寒くなる 眠れなくなる"),
        .. Adjectives(Told,
            "怖い こわい 恐い 恐ろしい おそろしい 心細い 心もとない 心許ない 危ない あぶない 危うい 心苦しい 申し訳ない 申しわけない 申し訳無い 後ろめたい 気が重い 気が気でない"
            + " 気が気ではない"),
        .. Verbs(Told, "先が思いやられる 思いやられる"),
        .. As(Told with { Asks = true }, Joined("のは とは のも", "どう どうなの いかが"), "か かと だろうか でしょうか "),
        .. As(Told with { Asks = true }, "大丈夫", "か かと だろうか なのか なのだろうか"),
        .. As(Told with { Asks = true }, "いかがなもの どうしたもの", "か かと だろうか でしょうか"),

        // Denied: 自信がない, 気が抜けない, 〜かねない.
        .. Nouns(Missed, "自信 保証 保障"),
        .. Verbs(Missed with { Type = CommentType.Issue }, "かねる"), // 決めかねる, 無くしかねない
        .. As(Missed with { Fits = Slots.Verb }, "見通せ 見とおせ 安心して 先が見え 先も見え 目が離せ 予断を許さ 否定でき 避けられ 笑い事で 他人事で"),
        .. Verbs(Missed with { Type = CommentType.Merit }, "安心できる"),
        .. Verbs(Missed, "油断できる 楽観できる 行き先が見える 先行きが見える 将来が見える 見通しが持てる"),
        .. Qualities(Missed, "安全 大丈夫"),
        .. Verbs(Missed, "られるか られるのか できるか できるのか いけるか いけるのか かなうか もつか 持つか", "分かる わかる 見通せる"),
    ];
}
