using FeedbackLab.Analysis.Findings;
using static FeedbackLab.Analysis.Themes.Types.ClauseWords;

namespace FeedbackLab.Analysis.Themes.Types;

/// <summary>Words that tell a request (要望) or ask to be told something (質問).</summary>
internal static class WishCues
{
    private static readonly ClauseEnd Wish = new(Slots.Verb, Slots.None) { Type = CommentType.Request, DeniedType = CommentType.Request, Bars = Marks.Attributive };

    // What is only in order: as a ground for something else (必要だが) it is none.
    private static readonly ClauseEnd Should = new(Slots.Verb, Slots.None) { Type = CommentType.Request, Bars = Marks.Attributive | Marks.Joined };
    private static readonly ClauseEnd ShouldNow = Should with { Bars = Marks.Attributive | Marks.Joined | Marks.Done };

    // 〜なければならず goes on with what comes of it, 〜なければならなかった is over: a burden, nothing that is asked for.
    private static readonly ClauseEnd Denied = new(Slots.Verb, Slots.None) { DeniedType = CommentType.Request, Bars = Marks.Attributive | Marks.Joined | Marks.Done };

    // What somebody would do: 分けていくのがよい, not 分けられるのがよい or 近いのがよい.
    private static readonly ClauseEnd Proposed = Wish with { Bars = Marks.Attributive | Marks.Done | Marks.Denied, Behind = "るくすむぶぐつぬう" };

    /// <summary>All of them.</summary>
    public static IEnumerable<KeyValuePair<string, ClauseEnd>> All =>
    [
        // To have something done.
        .. Adjectives(Wish, "て で", "ほしい 欲しい"),
        .. Adjectives(Wish, "もらいたい 貰いたい いただきたい 頂きたい 頂戴したい 願いたい 望みたい 求めたい されたい せられたい"),
        .. Adjectives(Wish, "が も", "欲しい ほしい"),
        .. As(Wish, "ください 下さい 下さいませ くださいませ ちょうだい 頂戴"),
        .. As(Wish, "お願い", "いたします 致します いたしたい いたしたく 致したい 致したく したい したく 申し上げ 申し上げます 申しあげます できれば"),
        .. As(Wish with { Bars = Marks.Attributive | Marks.Done | Marks.Denied }, "お願い", "し する いたし 致し"),
        .. As(Wish with { Fits = Slots.Noun }, "お願い"),
        .. As(Should, "いただけれ 頂けれ もらえれ"),
        .. As(new ClauseEnd(Slots.Clause, Slots.None) { Type = CommentType.Request, Needs = Marks.Whole | Marks.Last },
            "いただければ 頂ければ てもらえれば でもらえれば てくれれば でくれれば て頂けると ていただけると てもらえると いただけますと 頂けますと があれば があると もあれば れば幸い"
            + " れば幸いです"),
        .. As(Should with { Needs = Marks.Thought }, "れば えば けば めば せば てば ねば べば げば"),
        .. As(new ClauseEnd(Slots.Noun | Slots.Quality, Slots.None) { Type = CommentType.Request, Bars = Marks.Attributive }, "と ば たら", "幸い 幸甚 さいわい"),
        .. As(Should, "いただけ 頂け てもらえ でもらえ てくれ でくれ", "ますか ますでしょうか るか るでしょうか るだろうか").Select(Asking),
        .. As(Should, Joined("て んで いで", "はどう はいかが"), "か ですか でしょうか だろうか でしょう かな").Select(Asking),
        .. As(Should, "たら だら", "どうか どうですか どうだろうか どうでしょうか いかがか いかがですか いかがでしょうか").Select(Asking),

        // What would be good.
        .. Adjectives(Wish, Conditions, "良い よい いい ありがたい 有難い 有り難い 嬉しい うれしい 心強い 望ましい"),
        .. Verbs(Wish, Conditions, "助かる 安心する 安心だ 安心できる"),
        .. As(Wish with { Fits = Slots.Noun | Slots.Quality }, Conditions, "安心 最高 便利 助かり ベスト 理想"),
        .. Adjectives(Proposed, "のが のがより のがもっと", "良い よい いい"),
        .. As(Should with { Needs = Marks.Doubted }, "ても でも", "良い よい いい"),
        .. Adjectives(Should, "望ましい のぞましい"),
        .. As(Should, "望む 望みます 望まれる 望まれます を願う を願います 願います を求める を求めます が待たれる が待たれます が急がれる が急がれます"),
        .. As(Should, "を に が", "期待して 期待してい 期待しており 期待する 期待します 期待したい 期待される 期待されます"),
        .. As(ShouldNow, "を",
            "希望する 希望します 希望したい 希望いたします 要望する 要望します 要望したい 要望いたします 要請する 要請します 要請したい 切望する 切望します 提案する 提案します"
            + " 提案したい"),
        .. Verbs(Should, "ことが 対応が 体制が 支援が 整備が 配慮が 工夫が 取組が 取り組みが 充実が 強化が 検討が 見直しが 改善が", "求められる 望まれる 急がれる"),

        // What is in order.
        .. As(Should with { Fits = Slots.Noun | Slots.Quality }, "必要 不可欠 急務 必須 肝要 重要 大切 大事 先決 緊要"),
        .. As(Should with { Fits = Slots.Predicate | Slots.Noun | Slots.Quality, DeniedType = CommentType.Request }, "べき"),
        .. As(Should with { Fits = Slots.Predicate }, "必要 不可欠 急務 べき 重要 大切", "では").Select(Asking),
        .. As(Should, "必要性がある 必要性があり 必要性もある 必要性もあり"),
        .. As(ShouldNow, "必要性を感じる 必要性を感じ"),
        .. As(Denied, "なければ なくては ないと ねば なきゃ なくちゃ なけりゃ", "なら いけ ならなく いけなく だめで"),
        .. As(Should with { Fits = Slots.Noun }, "ないとだめ ないと駄目"),
        .. As(new ClauseEnd(Slots.Predicate, Slots.None) { Type = CommentType.Request, Needs = Marks.Whole | Marks.Last }, "を もっと"),

        // To be told.
        .. Adjectives(Wish with { Type = CommentType.Question, DeniedType = null, Bars = Marks.Attributive | Marks.Done }, "を が も か は に て", "知りたい しりたい 聞きたい 伺いたい うかがいたい お聞きしたい お伺いしたい 確認したい"),
    ];

    private const string Conditions = "と ば たら だら なら 方が ほうが ほうがより 方がより 方がもっと と尚 となお となおさら ば尚 ばなお 方が尚 と更に とさらに と一番 のが一番";

    private static KeyValuePair<string, ClauseEnd> Asking(KeyValuePair<string, ClauseEnd> cue) => KeyValuePair.Create(cue.Key, cue.Value with { Asks = true });
}
