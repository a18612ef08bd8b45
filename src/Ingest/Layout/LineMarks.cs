using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedbackLab.Ingest.Layout;

/// <summary>Takes the starts of lines apart.</summary>
public static partial class LineMarks
{
    private const string Kana = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ";
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>The mark that a line starts with.</summary>
    /// <param name="text">One line, trimmed.</param>
    public static LineMark Of(string text)
    {
        if (text.Length == 0)
        {
            return new LineMark(MarkKind.None, "", 0, "", text);
        }

        return Note(text) ?? Bracketed(text) ?? RoundBrackets(text) ?? Question(text) ?? ListField(text) ?? Speaker(text) ?? Number(text) ?? Bullet(text)
            ?? new LineMark(MarkKind.None, "", 0, "", text);
    }

    /// <summary>The mark of a line that looks like a speaker's remark and is none: its bullet or number, if it has one.</summary>
    /// <param name="text">One line, trimmed.</param>
    public static LineMark WithoutSpeaker(string text) => text.Length == 0 ? Of(text) : Number(text) ?? Bullet(text) ?? new LineMark(MarkKind.None, "", 0, "", text);

    /// <summary>The number that a line starts with, whatever else the line is (「３　参加者　住民12人」); null for none.</summary>
    /// <param name="text">One line, trimmed.</param>
    public static LineMark? NumberOf(string text) => text.Length == 0 ? null : Number(text);

    private static LineMark? Note(string text) =>
        text[0] is '※' or '＊' or '*' && !text.StartsWith("**", StringComparison.Ordinal) && text.Length > 1
            ? new LineMark(MarkKind.Note, text[..1], 0, "", text[1..].Trim())
            : null;

    private static LineMark? Bracketed(string text)
    {
        var match = BracketPattern().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var open = match.Groups["open"].Value;
        var label = JapaneseText.Tidy(match.Groups["label"].Value);
        var rest = match.Groups["rest"].Value.Trim();
        if (Close(open) != match.Groups["close"].Value || label.Length == 0)
        {
            return null;
        }

        if (rest is "" or "：" or ":" || HowMany().IsMatch(rest))
        {
            return new LineMark(MarkKind.Bracket, open, 0, label, "");
        }

        var named = MeetingFields.KindOf(label) is not null;
        return open == "【" || named ? new LineMark(MarkKind.Field, open, 0, JapaneseText.WithoutSpaces(label), rest.TrimStart('：', ':').Trim()) : null;
    }

    // 「（主な意見）」: round brackets make a heading of what heads the remarks of minutes only.
    private static LineMark? RoundBrackets(string text)
    {
        var match = RoundBracketPattern().Match(text);
        var label = match.Success ? JapaneseText.Tidy(match.Groups["label"].Value) : string.Empty;
        return MeetingFields.KindOf(label) == MeetingField.Result ? new LineMark(MarkKind.Bracket, "（", 0, label, "") : null;
    }

    private static string Close(string open) => open switch
    {
        "【" => "】",
        "＜" or "<" => open == "<" ? ">" : "＞",
        "〈" => "〉",
        "《" => "》",
        "［" => "］",
        "[" => "]",
        _ => "〕",
    };

    private static LineMark? ListField(string text)
    {
        var match = ReplyFieldPattern().Match(text);
        if (match.Success)
        {
            return new LineMark(MarkKind.Field, "：", 0, JapaneseText.WithoutSpaces(match.Groups["label"].Value), match.Groups["value"].Value.Trim());
        }

        match = FieldPattern().Match(text);
        if (!match.Success)
        {
            var alone = LeadingNumber().Replace(JapaneseText.WithoutSpaces(text), "").TrimEnd('：', ':');
            return MeetingFields.StandsAlone(alone)
                ? new LineMark(MarkKind.Field, "：", 0, alone, "")
                : null;
        }

        var label = JapaneseText.WithoutSpaces(match.Groups["label"].Value);
        return MeetingFields.KindOf(label) is not null ? new LineMark(MarkKind.Field, "：", 0, label, match.Groups["value"].Value.Trim())
            : match.Groups["colon"].Success && match.Groups["value"].Length > 0 && match.Groups["label"].Index == 0 && AnswerSheet.IsLabel(label) ? new LineMark(MarkKind.Field, "：", 0, label, match.Groups["value"].Value.Trim())
            : match.Groups["colon"].Success ? null
            : SpacedField(text[match.Groups["label"].Index..]);
    }

    // 「場　所　　市役所　２階」: the value has spaces, too, and the longest label that is one ends before it.
    private static LineMark? SpacedField(string text)
    {
        LineMark? field = null;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) && !char.IsWhiteSpace(text[i - 1]) && JapaneseText.WithoutSpaces(text[..i]) is var label && MeetingFields.KindOf(label) is not null)
            {
                field = new LineMark(MarkKind.Field, "：", 0, label, text[i..].Trim());
            }
        }

        return field;
    }

    private static LineMark? Speaker(string text)
    {
        var match = SpeakerPattern().Match(text);
        if (!match.Success)
        {
            return null;
        }

        return new LineMark(MarkKind.Speaker, "", 0, JapaneseText.WithoutSpaces(match.Groups["who"].Value), match.Groups["what"].Value.Trim());
    }

    private static LineMark? Question(string text)
    {
        var item = AgendaPattern().Match(text);
        if (item.Success)
        {
            return new LineMark(MarkKind.Number, "議", Digits(item.Groups["n"].Value), "", item.Groups["body"].Value.Trim());
        }

        var match = QuestionPattern().Match(text);
        return match.Success
            ? new LineMark(MarkKind.Number, "問", Digits(match.Groups["n"].Value), "", match.Groups["body"].Value.Trim())
            : null;
    }

    private static LineMark? Number(string text)
    {
        if (text[0] is >= '①' and <= '⑳')
        {
            return new LineMark(MarkKind.Number, "①", text[0] - '①' + 1, "", text[1..].Trim());
        }

        var match = NumberPattern().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var group = match.Groups["n"].Value;
        var style = match.Groups["open"].Success ? "(" : "";
        style += group[0] is 'Ⅰ' or (>= 'Ⅰ' and <= 'Ⅻ') ? "Ⅰ" : char.IsDigit(group[0]) ? "1" : char.IsAsciiLetter(group[0]) ? "a" : group[0] is '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' ? "一" : "ア";
        style += match.Groups["open"].Success || match.Groups["paren"].Success ? ")" : match.Groups["dot"].Success ? "." : match.Groups["chapter"].Success ? "章" : " ";
        return new LineMark(MarkKind.Number, style, Ordinal(group), "", match.Groups["body"].Value.Trim());
    }

    private static int Ordinal(string text)
    {
        if (char.IsDigit(text[0]))
        {
            return Digits(text);
        }

        var letter = text[0];
        if (letter is >= 'Ⅰ' and <= 'Ⅻ')
        {
            return letter - 'Ⅰ' + 1;
        }

        var chinese = "一二三四五六七八九十".IndexOf(letter, StringComparison.Ordinal);
        var kana = Kana.IndexOf(letter, StringComparison.Ordinal);
        return chinese >= 0 ? chinese + 1 : kana >= 0 ? kana + 1 : Letters.IndexOf(char.ToLowerInvariant(letter), StringComparison.Ordinal) + 1;
    }

    private static int Digits(string text) =>
        int.TryParse(JapaneseText.Fold(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static LineMark? Bullet(string text)
    {
        var match = BulletPattern().Match(text);
        // 「○○公民館」 leaves a name out.
        return match.Success && match.Groups["body"].Length > 0 && !match.Groups["body"].Value.StartsWith(match.Groups["sign"].Value, StringComparison.Ordinal)
            ? new LineMark(MarkKind.Bullet, match.Groups["sign"].Value, 0, "", match.Groups["body"].Value.Trim())
            : null;
    }

    [GeneratedRegex("^(?:[（(]?[0-9０-９]{1,2}[.．、)）]?|[○●■◆◇□◎])", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingNumber();

    [GeneratedRegex(@"^(?<open>[【＜<〈《［\[〔])(?<label>[^】＞>〉》］\]〕]{1,60})(?<close>[】＞>〉》］\]〕])(?<rest>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex BracketPattern();

    [GeneratedRegex("^[（(](?:全|計|合計|約)?[0-9０-９]{1,4}(?:件|名|人|か所|箇所|機関|事業所|団体)[）)]$", RegexOptions.CultureInvariant)]
    private static partial Regex HowMany();

    [GeneratedRegex(@"^[（(](?<label>[^（）()]{2,20})[）)]\s*[：:]?$", RegexOptions.CultureInvariant)]
    private static partial Regex RoundBracketPattern();

    [GeneratedRegex(@"^(?<label>(?:ご|御)?意見\s*[0-9０-９]{1,3}|[市県町村区国都府道局課省庁]の(?:考え方|考え|見解|回答))[\s　]*[：:][\s　]*(?<value>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex ReplyFieldPattern();

    [GeneratedRegex(@"^(?:[・○●■◆◇□◎]\s*|[0-9０-９]{1,2}\s*[.．、)）]?\s*|[（(][0-9０-９]{1,2}[)）]\s*)?(?<label>[一-龠ーァ-ヶ](?:[\s　]*[一-龠ー・ァ-ヶぁ-ん]){1,7})(?:[\s　]*(?<colon>[：:])[\s　]*(?<value>.*)|[\s　]+(?<value>\S.*))$", RegexOptions.CultureInvariant)]
    private static partial Regex FieldPattern();

    [GeneratedRegex(@"^(?:(?<sign>[○◯〇◎●・])\s*)?(?:[（(【＜](?<who>[^（）()【】＜＞：:、。\s]{0,14}(?:委員長|座長|会長|委員|事務局|議長|議員|課長|係長|部長|所長|施設長|センター長|オブザーバー|司会|参加者|講師|助言者)[^（）()【】＜＞：:、。\s]{0,3})[）)】＞][：:]?\s*|(?<who>[^\s：:（）「」、。→⇒➡]{0,10}(?:[\s　][^\s：:（）「」、。]{0,6})?(?:委員長|座長|会長|委員|事務局|議長|議員|課長|係長|部長|所長|施設長|センター長|オブザーバー|司会|参加者|講師|助言者|さん|氏|様)(?:[Ａ-ＺA-Z0-9０-９])?)(?:（[^）]{1,20}）)?(?:\s*[：:]\s*|[\s　]+)|(?<who>[QＱAＡ質答問])(?:[0-9０-９]{0,2})(?:\s*[：:．.]\s*|　+))(?<what>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex SpeakerPattern();

    [GeneratedRegex(@"^(?:議題|議事|議案|案件|協議事項|検討事項|報告事項|テーマ)\s{0,2}[（(]?(?<n>[0-9０-９]{1,2})[)）]?(?:\s*[.．、：:]\s*|[\s　]+)(?<body>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex AgendaPattern();

    [GeneratedRegex(@"^(?:(?:設問|質問|問)\s*(?<n>[0-9０-９]{1,2})|[QＱ]\s*(?<n>[0-9０-９]{1,2}))(?:\s*[.．、：:)）]\s*|[\s　]+)(?<body>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex QuestionPattern();

    [GeneratedRegex(@"^(?:(?<open>[（(])\s*(?<n>[0-9０-９]{1,2}|[ア-ワ]|[a-zA-Z]|[一二三四五六七八九十])\s*[)）]|第(?<n>[0-9０-９]{1,2}|[一二三四五六七八九十])(?<chapter>[章節部])|(?<n>[0-9０-９]{1,2}|[ア-ワ]|[a-zA-ZＡ-Ｚ]|[一二三四五六七八九十]|[Ⅰ-Ⅻ])\s*(?:(?<dot>[.．](?![0-9０-９])|(?<=[0-9０-９]\s*)[、：:](?![0-9０-９]))|(?<paren>[)）]))|(?<n>[ア-ワ])(?:　+|[\s　]+(?![ァ-ヶー]))(?!\S[\s　])|(?<n>[Ⅰ-Ⅻ])[\s　]+|(?<n>[0-9０-９]{1,2})[\s　]+(?=(?:人材|人員|人権|人間|人と|人口|人手|日中|日常|日々|日程|日頃|名称|名簿|件数|件名|回答|回収|回覧|円滑|点検|点字|種別|種類|社会|社内|所得|所属|校内|校舎|校庭|校区|機能|機会|機器|機械|施策|施設(?:の|整備|利用|環境|職員|内)|法律|法令|年末年始|年間行事|年間計画|時間外|時間帯|分野|分別|団地)|(?!.(?:間|目|度))[^。、]{2,30}(?:について|に関すること)(?:[（(][^（）()]{1,12}[）)])?$)|(?<n>[0-9０-９]{1,2})\s*　[\s　]*(?![％%～~\-－―]|[名件回円歳](?:程度|以上|以下|未満)?[のがをにでは参出応]|人(?:程度|以上|以下|未満|参加|出席)|(?:[年月日名人件回時分円点歳級種社所校機団施法]|か所|箇所|カ所|ヶ所|ヵ所|か月|カ月|ヶ月|箇月|団体|機関|施設|法人|時間|年度|年間|日間|週間|会社|事業所)(?:間|目|程度|以上|以下|未満|半|前|後|頃|ごろ|から|まで)?(?:[\s　、。，,．（(～~]|$))|(?<n>[0-9０-９]{1,2})[\s　]+(?![年月日名人件回時分%％円点歳級種社所校か箇カヶケヵ機団施法～~\-－―]))\s*(?<body>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"^(?:(?<sign>[・･●○◯〇◎■□◆◇▼▲▽△▪▫•‣◦★☆➢✓→⇒➡\uF000-\uF0FF])|(?<sign>[-‐–—−－*])(?=[\s　]|[^\s0-9０-９\-－―‐–—]))[\s　]*(?<body>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex BulletPattern();
}
