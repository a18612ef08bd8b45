using FeedbackLab.Analysis.Findings;
using static FeedbackLab.Analysis.Themes.Types.ClauseWords;

namespace FeedbackLab.Analysis.Themes.Types;

/// <summary>What ends a clause without changing what it says, or only whether it is denied, done, thought or feared.</summary>
internal static class Endings
{
    private static readonly ClauseEnd Inflection = new(Slots.Verb, Slots.Verb);
    private static readonly ClauseEnd Doubt = new(Slots.Predicate, Slots.Clause) { Sets = Marks.Doubted, Type = CommentType.Concern, DeniedType = CommentType.Concern, Asks = true };
    private static readonly ClauseEnd Report = new(Slots.Noun | Slots.Thing, Slots.Clause) { Reports = true, Bars = Marks.Denied };

    /// <summary>All of them.</summary>
    public static IEnumerable<KeyValuePair<string, ClauseEnd>> All =>
    [
        // Particles, where a verb like ある or 感じる stood behind them: first, since が and で also join clauses.
        .. As(new ClauseEnd(Slots.Particle, Slots.Object) { Needs = Marks.Denied | Marks.There, DeniedType = CommentType.Issue }, "が"),
        .. As(new ClauseEnd(Slots.Particle, Slots.Object), "が"),
        .. As(new ClauseEnd(Slots.Particle, Slots.Object | Slots.Verb), "は も"),
        .. As(new ClauseEnd(Slots.Particle, Slots.Object), "を に と で には にも では とも へ にまで まで として としては としても"),

        // Polite and past forms, 〜ている and its like.
        .. As(new ClauseEnd(Slots.Verb, Slots.Stem), "ます まして ましょう"),
        .. As(new ClauseEnd(Slots.Verb, Slots.Stem) { Sets = Marks.Done }, "ました"),
        .. As(new ClauseEnd(Slots.Verb, Slots.Stem) { Sets = Marks.Denied }, "ません ませんで"),
        .. As(new ClauseEnd(Slots.Verb, Slots.Stem) { Sets = Marks.Denied | Marks.Done }, "ませんでした"),
        .. As(Inflection with { Sets = Marks.Done }, "た"),
        .. As(Inflection, "て たり だり"),
        .. As(new ClauseEnd(Slots.Predicate, Slots.Quality | Slots.Stem), "で"),
        .. Verbs(Inflection with { Sets = Marks.Done }, "て", "いる おる る しまう ある"),
        .. Verbs(Inflection with { Sets = Marks.Done, DeniedType = CommentType.Issue }, "て", "くる 来る"),
        .. Verbs(Inflection with { Sets = Marks.Done, Behind = "んい" }, "で", "いる おる る しまう"),
        .. Verbs(Inflection, "て", "いく 行く おく"),
        .. Verbs(Inflection with { Behind = "んい" }, "で", "いく おく"),
        .. Verbs(Inflection, "ちゃう じゃう"),
        .. As(Inflection, "がち がちで 気味"),
        .. As(Inflection, "つつあり つつある つつも"),
        .. Adjectives(Inflection, "やすい 易い"),
        .. As(new ClauseEnd(Slots.Predicate, Slots.Verb | Slots.Quality), "て で", "ならない なりません ならなかった たまらない たまりません 仕方ない 仕方がない しかたない しかたがない しょうがない"),

        // Denial: of verbs and adjectives, of nouns, of what is there.
        .. As(new ClauseEnd(Slots.Verb, Slots.Verb | Slots.Particle) { Sets = Marks.Denied | Marks.There }, "ない なく なかっ なけれ なさ 無い 無く 無かっ"),
        .. As(new ClauseEnd(Slots.Clause, Slots.Particle | Slots.Object) { Sets = Marks.Denied | Marks.There }, "なし 無し"),
        .. As(Inflection with { Sets = Marks.Denied | Marks.Joined }, "ず"),
        .. As(Inflection with { Sets = Marks.Denied }, "ずに ぬ"),
        .. Adjectives(new ClauseEnd(Slots.None, Slots.Clause) { Sets = Marks.Denied }, "ではない でない じゃない でもない"),
        .. As(new ClauseEnd(Slots.Stem, Slots.Clause) { Sets = Marks.Denied }, "ではあり じゃあり でもあり"),

        // です, である and what is said of them.
        .. As(new ClauseEnd(Slots.Predicate, Slots.Clause | Slots.Stem) { Sets = Marks.Done, Behind = "んい" }, "だ"), // 悩んだ, 急いだ
        .. As(new ClauseEnd(Slots.Predicate, Slots.Clause & ~Slots.Action), "だ です でしょう だろう であろう"),
        .. As(new ClauseEnd(Slots.Predicate, Slots.Clause & ~Slots.Action) { Sets = Marks.Done }, "だった でした"),
        .. Verbs(new ClauseEnd(Slots.None, Slots.Clause & ~Slots.Action), "である"),
        .. As(new ClauseEnd(Slots.Predicate, Slots.Predicate),
            "ものだ ものです ものである わけだ わけです の のだ のです のである んだ んです のでした んでした よ ね よね わ わね なあ なぁ なー よー ねー けど"),
        .. As(new ClauseEnd(Slots.Predicate, Slots.Noun | Slots.Quality), "なの なのだ なのです なのである なんだ なんです"),
        .. As(new ClauseEnd(Slots.Noun | Slots.Quality, Slots.Predicate), "もの わけ ところ 次第 一方 ばかり まま よう みたい"),
        .. As(new ClauseEnd(Slots.Predicate | Slots.Noun | Slots.Quality, Slots.Predicate | Slots.Root | Slots.Stem), "そう"),
        .. As(new ClauseEnd(Slots.Predicate, Slots.Predicate | Slots.Noun | Slots.Quality), "らしい らしく ような という といった との"),
        .. As(new ClauseEnd(Slots.Noun, Slots.Quality | Slots.Root), "さ"),

        // Clauses joined to another.
        .. As(new ClauseEnd(Slots.Predicate, Slots.Predicate) { Sets = Marks.Joined }, "が けれど けれども ものの のに から ので ため 為 ことから 一方で 反面 半面 中で なかで"),
        .. As(new ClauseEnd(Slots.Predicate, Slots.Quality) { Sets = Marks.Joined }, "なので なのに なため のため の為 な反面 な一方で な中で"),
        .. As(new ClauseEnd(Slots.Predicate, Slots.Predicate | Slots.Action), "し"),

        .. As(new ClauseEnd(Slots.Verb, Slots.Quality), "にされ にされる"),

        // する, される, できる behind their nouns.
        .. As(new ClauseEnd(Slots.Stem, Slots.Action), "さ"),
        .. As(new ClauseEnd(Slots.Verb, Slots.Action) { Sets = Marks.Denied }, "せず せずに せぬ"),
        .. As(new ClauseEnd(Slots.Verb, Slots.Action) { DeniedType = CommentType.Issue }, "され される"),
        .. As(new ClauseEnd(Slots.Verb, Slots.Action), "する すれ させ させる いたし いたす 致し 致す をし をする"),

        // く and に before なる.
        .. Verbs(new ClauseEnd(Slots.None, Slots.Predicate | Slots.Particle), "なる 成る"),
        .. Verbs(new ClauseEnd(Slots.None, Slots.Predicate) { Sets = Marks.Became }, "ようになる"),
        .. Adjectives(new ClauseEnd(Slots.None, Slots.Predicate), "と言わざるを得ない"),

        // What is thought, heard or reported of the clause.
        .. Verbs(new ClauseEnd(Slots.None, Slots.Clause) { Sets = Marks.Thought }, "と とも とは", Thoughts),
        .. As(new ClauseEnd(Slots.Predicate, Slots.Clause) { Sets = Marks.Thought }, "との認識 との印象 と推察"),
        .. Verbs(new ClauseEnd(Slots.None, Slots.Predicate) { Sets = Marks.Thought }, "ように", "思う 思える 思われる 感じる 感じられる 見える 見受けられる"),
        .. As(new ClauseEnd(Slots.Verb, Slots.Predicate | Slots.Particle), "感じ 感じる 感じられ 感じられる 思う 思い 思っ 思われ 存じ"),
        .. Verbs(new ClauseEnd(Slots.None, Slots.Predicate) { Sets = Marks.Thought }, "気がする 感がある 感じがする 印象がある 印象を受ける"),

        // What is there, occurs, is felt: a particle and a noun are looked for before it.
        .. Verbs(new ClauseEnd(Slots.None, Slots.Particle) { Sets = Marks.There }, "ある あろう いる おる 居る ござる ござい いらっしゃる"),
        .. Verbs(new ClauseEnd(Slots.None, Slots.Particle), Occurring),
        .. Verbs(new ClauseEnd(Slots.None, Slots.Particle) { DeniedType = CommentType.Issue },
            "続く つづく 増える 届く 上がる あがる 集まる 見られる みられる 伸びる 見つかる みつかる 聞こえる 来る くる もつ"),
        .. Adjectives(new ClauseEnd(Slots.None, Slots.Particle), "多い 大きい 強い 高い 濃い"),
        .. Adjectives(new ClauseEnd(Slots.None, Slots.Particle) { Type = CommentType.Issue, Sets = Marks.Denied | Marks.There }, "少ない 少い"),
        .. As(new ClauseEnd(Slots.Predicate | Slots.Noun | Slots.Quality, Slots.Particle | Slots.Object), "大 多数 顕著 有り"),
        .. Verbs(new ClauseEnd(Slots.None, Slots.Particle) { Sets = Marks.Denied | Marks.Less, DeniedType = CommentType.Issue },
            "減る 減少する 和らぐ 薄れる 消える 解消する 解消される 軽減される 軽減する 軽減できる 軽くなる 小さくなる 少なくなる 減らす 解消できる"),
        .. Verbs(new ClauseEnd(Slots.None, Slots.Verb | Slots.Particle) { Sets = Marks.Denied | Marks.Less }, "なくなる 無くなる"),
        .. As(new ClauseEnd(Slots.Predicate, Slots.Particle), "ぬぐえない 拭えない ぬぐえず 拭えず 否めない 否めず 尽きない 尽きず 絶えない 絶えず 避けられない 避けられず 後を絶たない"),
        .. As(new ClauseEnd(Slots.Particle, Slots.Particle),
            "特に とくに あまり 全く まったく 一切 まだ 多く 多々 多数 数多く たくさん 沢山 今のところ 現在 とても 非常に 大変 かなり 少し 少なからず やや ほとんど なかなか いまだに"
            + " 未だに 一定数 大いに 常に よく 何も 既に すでに いくつか 一度も 一回も 誰も だれも 一部 複数 数件 いつも 強く 随分 ずいぶん"),
        .. As(new ClauseEnd(Slots.Object, Slots.Object), "の一つ の1つ の声 の念 の種"),
        .. As(new ClauseEnd(Slots.Noun, Slots.Object | Slots.Predicate), "など 等 なんか などの"),

        // Nouns that only carry the predicate before them.
        .. As(new ClauseEnd(Slots.Noun, Slots.Predicate) { Sets = Marks.Attributive }, "こと 状況 状態 現状 実情 実態 様子 印象 ケース 傾向 段階 現況 毎日 日々 繰り返し"),
        .. As(new ClauseEnd(Slots.Thing, Slots.Predicate) { Sets = Marks.Attributive }, "場合 とき 事例 部分 場面 側面 箇所 気持ち 感じ"),
        .. As(new ClauseEnd(Slots.Noun, Slots.Predicate) { Sets = Marks.Attributive, Behind = BeforeNouns }, "事 点 面 所"),
        .. As(new ClauseEnd(Slots.Thing, Slots.Predicate) { Sets = Marks.Attributive, Behind = BeforeNouns }, "人 方 者 子 日 時 感 気"),
        .. As(new ClauseEnd(Slots.Predicate, Slots.Quality) { Needs = Marks.Attributive }, "な の なの"),
        .. As(new ClauseEnd(Slots.Predicate, Slots.Predicate) { Needs = Marks.Attributive }, "のが のは のも というのが"),

        // Words that only report: the clause before them is looked at afresh.
        .. As(Report, ReportLinks, ReportNouns),
        .. As(Report with { Asks = true }, ReportLinks, ThoughtNouns),
        .. As(Report with { IsOfOthers = true }, ReportLinks, "相談 ご相談 依頼 ご依頼 問い合わせ 問合せ お願い 注文 電話"),
        .. As(Report with { Asks = true, Type = CommentType.Issue }, ReportLinks, "課題 問題 悩み 苦情 クレーム"),
        .. As(new ClauseEnd(Slots.Noun, Slots.Clause) { Reports = true, Bars = Marks.Denied }, "とのこと という事 との事"),

        // Fear in the form of a denial or a question.
        .. As(Doubt, "では じゃ ではない じゃない でない ではありません じゃありません", "か かと だろうか でしょうか のか のだろうか のでしょうか ですか かな かしら だろうかと"),
        .. As(Doubt, "のでは んでは だけでは ためでは なのでは のじゃ のではと んではと だけではと ためではと なのではと んじゃ"),
        .. As(Doubt with { Fits = Slots.Verb, Asks = false }, "かもしれ かも知れ"),
        .. As(new ClauseEnd(Slots.Predicate, Slots.Clause), "かも"),
        .. As(new ClauseEnd(Slots.Predicate, Slots.Verb | Slots.Particle) { Sets = Marks.Denied | Marks.Asking }, "ない ません",
            "か だろうか でしょうか ですか かな かしら ものか ものだろうか ものでしょうか かと"),
    ];

    // Behind these a noun of one kanji stands alone: 難しい面, not 対面.
    private const string BeforeNouns = "いるたなのうくすむぶぐつんだ";

    private const string Thoughts =
        "思う 思える 思われる 考える 考えられる 感じる 感じられる 存じる 見る 見える 見られる みられる 予想する 予想される 予測する 予測される 推測する 推測される 推察する 想像する"
        + " 想定される 考察する 認識する 実感する 痛感する 聞く 伺う 言う 言われる いわれる 言える いえる される 指摘する 指摘される 伝える 願う 訴える 嘆く こぼす ぼやく";

    private const string Occurring =
        "生じる 生まれる 生む 残る 残す 出る 出てくる 起きる 起こる 発生する 目立つ 見受けられる うかがえる 伺える 増す 高まる 広がる 募る つのる 募らせる 挙がる 挙げる 挙げられる"
        + " 寄せられる 聞く 聞かれる 覚える 抱く いだく 抱える 持つ 訴える 受ける 招く 伴う ともなう 直面する 陥る いただく 頂く 出される 付きまとう つきまとう 強いる 強いられる 及ぼす"
        + " きたす 来す 加わる 重なる 相次ぐ 溜まる たまる かかる 掛かる 寄る 浮かぶ よぎる なされる 言われる 指摘される 話される";

    private const string ReportLinks = "との という といった などの などという などといった 等の 等という 等といった というような といったような など 等";

    private const string ReportNouns = "意見 声 指摘 要望 希望 提案 回答 報告 ご意見 御意見 お声 意見など 意見等 声など 声等 発言 コメント";

    // Of what is talked or thought about (どちらが出るかという話) nobody is asked.
    private const string ThoughtNouns = "感想 見方 話 お話 訴え 考え 思い";
}
