using static FeedbackLab.Analysis.Themes.Types.ClauseWords;

namespace FeedbackLab.Analysis.Themes.Types;

/// <summary>Ends that look like a cue, or like a verb of being able that is denied, and tell nothing.</summary>
internal static class SilentWords
{
    private static readonly ClauseEnd Silent = new(Slots.Verb, Slots.None);

    /// <summary>All of them.</summary>
    public static IEnumerable<KeyValuePair<string, ClauseEnd>> All =>
    [
        .. Verbs(Silent, Transitive),
        .. Adjectives(Silent, "忘れがたい 忘れ難い みにくい 醜い"),
        .. As(Silent with { Bars = Marks.Doubted }, "て で ても でも", "良い よい いい 良く よく 構わない かまわない"),
        .. Verbs(Silent, "重要になる 大切になる 大事になる 必要になる 必要でなくなる をすぎる を過ぎる がすぎる が過ぎる は過ぎる も過ぎる に過ぎる にすぎる"),
        .. As(Silent, "ては では ちゃ", "なら いけ"),
        .. Adjectives(Silent with { Bars = Marks.Done }, Joined("できる 出来る れる える 話せる 過ごせる 休める 行ける 聞ける 働ける いる くれる ある わかる 分かる", "のが"), "良い よい いい"), // what is there or can be done is praised, not wished
        .. Adjectives(Silent, "数が少ない 数は少ない 数も少ない"),
        .. As(Silent with { Fits = Slots.Verb | Slots.Particle | Slots.Object },
            "とりあえ 取りあえ 一概には言え あり得 ありえ やむを得 やむをえ に違い 構わ かまわ 差し支え さしつかえ に限ら にかかわら に関わら にも関わら ほかなら 他なら とは限ら ばなら"
            + " てたまら かえ いずれ"),
        .. As(Silent with { Fits = Slots.Object },
            "違い 差し支え 変わり 変更 変動 変更点 遜色 申し分 間違い 抵抗 異論 異存 不満 予定 つもり わけ 訳 はず 限り 制限 無駄 関係 例外 休み 例 お金の心配 意見 質問 要望 希望 利用"
            + " 参加 登録 申込み 申し込み 該当 該当者 特記事項 異常 異状 心当たり 記憶 他意 その他 欠席 欠席者 以外 悪気 罪 障がい 障害者 自己負担 仕方 しかた しょう しよう それどころ 隔て"
            + " 分け隔て 区別 上限 下限 期限 規定 定め"),
        .. As(Silent with { Fits = Slots.Action }, "予定 想定外 限定 制限 強制 禁止 指定 登録 訪問 実施 利用 使用 参加 希望 相談 要請 請求 徴収 採用 該当 記載 同行 契約"),
        .. As(Silent, Joined("ついて とって おいて 関して 対して 際して つい いったい 一体", "はどう はいかが"), "か ですか でしょうか だろうか でしょう かな"),
    ];

    // Verbs of one group whose stem ends as that of a potential verb does.
    private const string Transitive =
        "変える かえる 替える 換える 代える 教える 考える 与える 答える 応える 控える 超える 越える 終える 加える 伝える 抑える 押さえる 備える 迎える 支える 整える 揃える そろえる"
        + " 唱える 捉える とらえる 据える 添える 数える 植える 構える 踏まえる 蓄える たくわえる 震える 冷える 鍛える 従える 仕える 甘える 絶える 耐える 堪える 栄える 生える 思える"
        + " おもえる 見せる みせる 載せる 乗せる 寄せる 任せる まかせる 合わせる あわせる 知らせる 済ませる 聞かせる 持たせる 待たせる 痩せる やせる 着せる 伏せる 混ぜる 育てる 捨てる"
        + " 建てる 充てる あてる 当てる 立てる たてる 企てる 慌てる あわてる 隔てる 果てる 訪ねる 尋ねる たずねる 重ねる 兼ねる 束ねる 委ねる ゆだねる 跳ねる 真似る 上げる あげる 下げる"
        + " さげる 投げる 逃げる 広げる ひろげる 告げる 曲げる 掲げる つなげる 繋げる 仕上げる 取り上げる 引き上げる 食べる たべる 調べる しらべる 比べる くらべる 述べる のべる 並べる"
        + " ならべる 浮かべる 求める もとめる 決める きめる 始める はじめる 集める あつめる 認める みとめる 勧める すすめる 薦める 止める やめる 辞める とめる 高める たかめる 深める 強める"
        + " 広める 含める 改める 収める 納める 治める 努める つとめる 務める 勤める 定める さだめる 占める 締める しめる 閉める 責める 攻める 褒める ほめる 温める 暖める 緩める 眺める"
        + " 薄める 埋める 確かめる たしかめる まとめる 纏める 詰める 染める 固める 弱める 痛める 早める 速める かける 掛ける 続ける つづける つける 付ける 着ける 避ける さける 助ける"
        + " たすける 設ける もうける 向ける むける 分ける わける 開ける あける 空ける 届ける とどける 預ける あずける 負ける まける 溶ける 明ける 見つける みつける 片付ける 片づける"
        + " 心がける 心掛ける 出かける 出掛ける 傾ける 怠ける 授ける 届け出る 忘れる わすれる 離れる はなれる 触れる ふれる 流れる ながれる 現れる あらわれる 表れる 汚れる よごれる 別れる"
        + " わかれる 分かれる 隠れる かくれる 外れる はずれる 溢れる あふれる 訪れる おとずれる 優れる すぐれる 倒れる 濡れる 揺れる 晴れる 暮れる 呉れる 折れる 割れる 売れる 枯れる 破れる"
        + " やぶれる 腫れる それる 逸れる こぼれる こわれる";
}
