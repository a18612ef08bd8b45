using FeedbackLab.Analysis.Findings;
using static FeedbackLab.Analysis.Themes.Types.ClauseWords;

namespace FeedbackLab.Analysis.Themes.Types;

/// <summary>Words that tell a merit (メリット).</summary>
internal static class MeritCues
{
    private static readonly ClauseEnd Told = new(Slots.Predicate, Slots.None) { Type = CommentType.Merit, Bars = Marks.Attributive };
    private static readonly ClauseEnd Now = Told with { Needs = Marks.Done, DeniedType = CommentType.Issue };

    /// <summary>All of them.</summary>
    public static IEnumerable<KeyValuePair<string, ClauseEnd>> All =>
    [
        .. Verbs(Told,
            "助かる 助けられる 救われる 喜ぶ 喜ばれる 喜んでもらえる 恵まれる 励まされる 癒される 癒やされる 重宝する 重宝される ほっとする ホッとする 安心される 信頼される 感謝する"
            + " 感謝される 頼りになる 楽しめる 満喫できる"),
        .. Verbs(Told with { DeniedType = CommentType.Issue },
            "役立つ 役に立つ 役立てられる ためになる 為になる 勉強になる 参考になる 刺激になる 励みになる 支えになる 助けになる 力になる プラスになる 学びになる 自信になる 強みになる"
            + " 楽になる 楽しみになる 安心につながる 安心に繋がる 自信につながる 意欲につながる 功を奏する"),
        .. Verbs(Told, "いい 良い よい 貴重な 有意義な", "経験になる 機会になる 勉強になる 刺激になる 時間になる 経験ができる 機会になる"),
        .. Verbs(Told, Joined("解消 解決 改善 向上 軽減 充実 促進 強化 防止 予防 安定 短縮 削減 活性化 効率化", "に へ へと にも"), "つながる 繋がる 結びつく 結び付く 寄与する 貢献する 役立つ"),
        .. Verbs(Now,
            "良くなる よくなる 見違える 深まる 軽くなる 明るくなる 身につく 身に付く 身についてくる 自信がつく 元気になる 円滑になる スムーズになる 便利になる 楽しくなる 使いやすくなる"
            + " 分かりやすくなる わかりやすくなる しやすくなる 笑顔が増える 仲良くなる 仲よくなる 実を結ぶ"),
        .. Actions(Told with { Needs = Marks.Done, DeniedType = CommentType.Concern }, "安心"),
        .. Actions(Now, "改善 向上 軽減 解消 充実 上達 好転 活性化 満足 納得 短縮 円滑化"),
        .. As(Told with { Needs = Marks.Done, DeniedType = CommentType.Issue }, "まるで 大きく 格段に 全然 ずいぶん 随分 劇的に とても", "変わ 変わっ 違い"),
        .. Adjectives(Told,
            "ありがたい 有難い 有り難い うれしい 嬉しい 心強い 頼もしい 楽しい 素晴らしい すばらしい 微笑ましい 誇らしい 喜ばしい 快い 心地よい 心地良い 居心地がいい 居心地が良い"
            + " 評判が良い 評判がよい 評判がいい 使い勝手が良い 使い勝手がいい 仲が良い 仲がいい"),
        .. Adjectives(Told, "ことが 存在が のが", "大きい"),
        .. Adjectives(Now, "良い よい"),
        .. Adjectives(Told with { Needs = Marks.Done }, "て で が は も のが", "良い よい"),
        .. Qualities(Told with { DeniedType = CommentType.Issue }, "好評 大好評 有意義 有益 有用 効果的 便利 快適 役立ち"),
        .. Qualities(Told, "ありがたさ 幸せ しあわせ 満足 楽しみ 支え 励み 救い 大助かり 助かり 感謝 最高 素敵 親切 励まし お気に入り"),
        .. Things(Told with { DeniedType = CommentType.Issue }, "メリット 利点 効果 成果 手応え 手ごたえ やりがい"),
        .. Things(Told,
            "長所 強み 安心感 達成感 充実感 満足感 満足度 信頼感 喜び 楽しさ 良さ よさ 笑顔 好循環 学び 相乗効果 喜びの声 感謝の声"),
        .. As(Told, "楽しみにし 楽しみに"),
    ];
}
