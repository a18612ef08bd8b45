using System.Buffers;
using System.Collections.Frozen;

namespace FeedbackLab.Analysis.Language;

/// <summary>A text as search compares it: normalised (<see cref="NormalizedText"/>), old forms of kanji as the new ones, and one wave dash.</summary>
/// <remarks>學校 and 学校, 髙橋 and 高橋, ２６名 and 26名, 〜 and ～ are alike. A form of a kanji is one UTF-16 code unit for one, so that places stay.</remarks>
public static class FoldedText
{
    // Old and new, by turns: the tables of the 1981 and 2010 lists of kanji for general use, and variants that names have.
    private const string OldAndNew =
        "亞亜惡悪壓圧圍囲醫医爲為壹壱隱隠榮栄營営衞衛驛駅圓円緣縁艷艶鹽塩奧奥應応橫横歐欧毆殴黃黄溫温穩穏假仮價価畫画會会壞壊懷懐繪絵擴拡殼殻覺覚學学嶽岳樂楽勸勧卷巻寬寛歡歓罐缶觀観閒間關関陷陥" +
        "巖巌顏顔歸帰氣気龜亀僞偽戲戯犧犠舊旧據拠擧挙虛虚峽峡挾挟敎教强強狹狭鄕郷堯尭曉暁區区驅駆勳勲薰薫羣群徑径惠恵揭掲攜携溪渓經経繼継莖茎螢蛍輕軽鷄鶏藝芸擊撃缺欠儉倹劍剣圈圏檢検權権獻献縣県" +
        "險険顯顕驗験嚴厳效効廣広恆恒鑛鉱號号國国黑黒濟済碎砕齋斎劑剤櫻桜册冊雜雑參参慘惨棧桟蠶蚕贊賛殘残絲糸齒歯兒児辭辞濕湿實実舍舎寫写釋釈壽寿收収從従澁渋獸獣縱縦肅粛處処緖緒敍叙尙尚奬奨將将" +
        "燒焼稱称證証乘乗剩剰壤壌孃嬢條条淨浄狀状疊畳穰穣讓譲釀醸囑嘱觸触寢寝愼慎晉晋眞真盡尽圖図粹粋醉酔隨随髓髄數数樞枢聲声靜静齊斉攝摂竊窃專専戰戦淺浅潛潜纖繊踐践錢銭禪禅雙双壯壮搜捜插挿爭争" +
        "莊荘裝装騷騒增増臟臓藏蔵屬属續続墮堕體体對対帶帯滯滞臺台瀧滝擇択澤沢單単擔担膽胆團団彈弾斷断癡痴晝昼蟲虫鑄鋳廳庁聽聴鎭鎮遞逓鐵鉄轉転點点傳伝黨党盜盗燈灯當当鬭闘德徳獨独讀読屆届貳弐惱悩" +
        "腦脳霸覇廢廃拜拝賣売麥麦發発髮髪拔抜蠻蛮祕秘濱浜濵浜甁瓶拂払佛仏竝並變変邊辺邉辺辨弁瓣弁辯弁舖舗步歩穗穂寶宝豐豊沒没飜翻每毎萬万滿満默黙彌弥藥薬譯訳豫予餘余與与譽誉搖揺樣様謠謡來来賴頼" +
        "亂乱覽覧兩両獵猟綠緑淚涙壘塁勵励隸隷靈霊齡齢戀恋爐炉勞労樓楼祿禄錄録灣湾髙高\uFA11崎嵜崎遙遥嶋島嶌島舘館冨富槇槙曾曽";

    private static readonly FrozenDictionary<char, char> NewForms = Pairs().ToFrozenDictionary();

    private static readonly SearchValues<char> Old = SearchValues.Create([.. NewForms.Keys]);

    /// <summary>The folded copy of a text, with the way back to the untouched one.</summary>
    /// <param name="text">Any UTF-16, well-formed or not.</param>
    /// <returns>Spans are those of the untouched text; its <see cref="NormalizedText.Original"/> has the new forms already.</returns>
    public static NormalizedText Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return NormalizedText.Of(text.AsSpan().ContainsAny(Old) ? string.Concat(text.Select(c => NewForms.GetValueOrDefault(c, c))) : text);
    }

    /// <summary>Whether a stretch of a folded text begins or ends within a number or a Latin word: 5000 in 15000, 5 in 1.5, gh in ghq.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="start">First UTF-16 code unit.</param>
    /// <param name="end">The code unit after the last; greater than <paramref name="start"/>.</param>
    public static bool IsCut(ReadOnlySpan<char> text, int start, int end) => Joins(text, start) || Joins(text, end);

    // Whether what stands before a place goes on after it.
    private static bool Joins(ReadOnlySpan<char> text, int at)
    {
        if (at <= 0 || at >= text.Length)
        {
            return false;
        }

        var (before, after) = (text[at - 1], text[at]);
        return (char.IsAsciiDigit(before) && char.IsAsciiDigit(after))
            || (char.IsAsciiLetter(before) && char.IsAsciiLetter(after))
            || (before is '.' or ',' && char.IsAsciiDigit(after) && at > 1 && char.IsAsciiDigit(text[at - 2]) && IsNumber(text, at - 1))
            || (after is '.' or ',' && char.IsAsciiDigit(before) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) && IsNumber(text, at));
    }

    // Whether the mark at a place belongs to a number: a decimal point that is the only one, or a comma before three digits.
    private static bool IsNumber(ReadOnlySpan<char> text, int mark)
    {
        var next = mark + 1;
        while (next < text.Length && char.IsAsciiDigit(text[next]))
        {
            next++;
        }

        if (text[mark] == ',')
        {
            return next - mark == 4;
        }

        var before = mark;
        while (before > 0 && char.IsAsciiDigit(text[before - 1]))
        {
            before--;
        }

        return !(next + 1 < text.Length && text[next] == '.' && char.IsAsciiDigit(text[next + 1]))
            && !(before > 1 && text[before - 1] == '.' && char.IsAsciiDigit(text[before - 2]));
    }

    private static Dictionary<char, char> Pairs()
    {
        var pairs = new Dictionary<char, char> { ['\u301C'] = '\uFF5E' };
        for (var i = 0; i < OldAndNew.Length; i += 2)
        {
            pairs.Add(OldAndNew[i], OldAndNew[i + 1]);
        }

        return pairs;
    }
}
