using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace FeedbackLab.Ingest.Layout;

/// <summary>Finds the lines that name a respondent: short, on a line of their own, above the respondent's bullets.</summary>
public static partial class NameLines
{
    private const int LongestName = 30;

    /// <summary>Index of each such line, and the name on it without white space inside Japanese.</summary>
    /// <param name="lines">Lines in order.</param>
    /// <param name="inTable">Indexes that belong to tables.</param>
    /// <param name="full">Whether each line reaches the right edge.</param>
    /// <param name="marksParagraphs">Whether white space at the end of a line ends a paragraph in this document.</param>
    /// <param name="labels">Labels of the document's tables without white space: names that are certain.</param>
    public static ImmutableDictionary<int, string> Find(
        ImmutableArray<TextLine> lines,
        IReadOnlySet<int> inTable,
        ImmutableArray<bool> full,
        bool marksParagraphs,
        ImmutableHashSet<string> labels)
    {
        var certain = ImmutableDictionary.CreateBuilder<int, string>();
        var likely = new Dictionary<int, string>();
        var marked = new List<(int Index, string Style, string Name, bool Known)>();
        var alike = new List<(int Index, string Style, string Name)>();
        var empty = new List<(int Index, string Style, string Name)>();
        var apart = new List<(int Index, string Name)>();
        var silent = new List<(int Index, string Name)>();
        var numbered = new List<(int Index, string Name)>();
        for (var i = 0; i < lines.Length; i++)
        {
            var mark = MarkOf(lines[i].Text);
            var isLast = i + 1 == lines.Length;
            if (inTable.Contains(i) || inTable.Contains(i + 1) || (isLast && mark.Kind != MarkKind.Bracket))
            {
                continue;
            }

            var next = isLast ? mark : MarkOf(lines[i + 1].Text);
            var words = mark.Kind == MarkKind.Bracket ? mark.Label : mark.Body;
            var name = DayBehind().Replace(JapaneseText.Tidy(words).TrimEnd('：', ':'), string.Empty);
            var known = labels.Contains(JapaneseText.WithoutSpaces(name));
            var office = OfficeEnding().IsMatch(name) || (OfficeWord().IsMatch(name) && name.Length <= 20 && !NotAName().IsMatch(name) && !Inflected().IsMatch(name));
            if (name.Length is < 2 or > LongestName || Forbidden().IsMatch(name) || Attributions.IsAlone(name) || Attributions.IsAlone($"（{name}）") || Generic().IsMatch(name) || AnswerState.Of(name) is not null || !(known || LooksLikeName(name))
                || (mark.Kind is not (MarkKind.Bullet or MarkKind.Bracket) && IsTail(lines, i, full, marksParagraphs, known)))
            {
                continue;
            }

            var answers = next.Kind == MarkKind.Bullet || (next.Kind == MarkKind.Bracket && MeetingFields.KindOf(next.Label) is null or MeetingField.Result) || (next.Kind == MarkKind.Number && next.Number == 1 && next.Style is not ("問" or "議")
                    && (next.Style == "①" || JapaneseText.EndsSentence(lines[i + 1].Text) || lines[i + 1].Width > LongestName));
            if (mark.Kind == MarkKind.None && (answers || (known && next.Kind == MarkKind.None)))
            {
                if (known || office)
                {
                    certain[i] = name;
                }
                else
                {
                    likely[i] = name;
                }
            }
            else if (mark.Kind == MarkKind.None && next is { Kind: MarkKind.Number, Number: 1, Style: not ("問" or "議") } && OfficeEnding().IsMatch(name) && name.Length <= 20 && PassageWords.HeadsList(next.Body))
            {
                numbered.Add((i, name));
            }
            else if (mark.Kind == MarkKind.None && next.Kind == MarkKind.None && OfficeEnding().IsMatch(name) && AnswerState.Of(lines[i + 1].Text) is not null)
            {
                silent.Add((i, name));
            }
            else if (mark.Kind == MarkKind.None && next.Kind == MarkKind.None && OfficeEnding().IsMatch(name) && StandsApart(lines, i))
            {
                apart.Add((i, name));
            }
            else if (mark.Kind is MarkKind.Bullet or MarkKind.Bracket or MarkKind.Number
                && (next.Kind == MarkKind.None || next.Kind != mark.Kind || next.Style != mark.Style))
            {
                var style = mark.Kind == MarkKind.Number ? "n" + mark.Style : mark.Style;
                if (known || office)
                {
                    marked.Add((i, style, name, known));
                }
                else if (name.Length <= 16 && (answers || (mark.Kind == MarkKind.Bracket && next.Kind == MarkKind.None)))
                {
                    alike.Add((i, style, name));
                }
            }
            else if (mark.Kind == MarkKind.Bracket && (known || office))
            {
                empty.Add((i, mark.Style, name));
            }
        }

        foreach (var style in marked.GroupBy(m => m.Style, StringComparer.Ordinal).Where(g => g.Count() >= 2 && (g.Any(m => m.Known) || g.All(m => AfterBullet(lines, m.Index)))))
        {
            foreach (var (index, _, name, _) in style)
            {
                certain[index] = name;
            }

            // Among names that say what they are, a short line with the same mark and answers under it is a name too, and so is one in brackets with nothing under it.
            foreach (var (index, _, name) in alike.Concat(empty).Where(a => a.Style == style.Key))
            {
                certain[index] = name;
            }
        }

        // One alone is believed directly below a question.
        if (certain.Count == 0 && marked is [{ Style: "【" or "＜" or "［" or "（" } only] && only.Index > 0 && OfficeEnding().IsMatch(only.Name) && LineMarks.Of(lines[only.Index - 1].Text).Style == "問")
        {
            certain[only.Index] = only.Name;
        }

        // Offices above the same list of numbered headings answer it, each of them.
        foreach (var (index, name) in numbered.Where(n => numbered.Exists(o => o.Name != n.Name && LineMarks.Of(lines[o.Index + 1].Text) == LineMarks.Of(lines[n.Index + 1].Text))))
        {
            certain[index] = name;
        }

        // Among offices with bullets under them one with a paragraph or 特になし under it is a name, too, and so are offices that come again under each question.
        var again = apart.Concat(silent).CountBy(a => a.Name, StringComparer.Ordinal).Count(a => a.Value > 1);
        var unmarked = certain.Keys.Count(i => LineMarks.Of(lines[i].Text).Kind == MarkKind.None);
        if (again > 1 || unmarked > 1 || (unmarked > 0 && silent.Count > 0))
        {
            foreach (var (index, name) in apart.Concat(silent))
            {
                certain[index] = name;
            }
        }

        // Between two names a short line is the answer of the first.
        var sure = certain.ToImmutable();
        var alone = likely.Where(l => !sure.ContainsKey(l.Key - 1) && !sure.ContainsKey(l.Key + 1)).ToList();
        return sure.IsEmpty && likely.Count < 2 ? sure : sure.AddRange(alone);
    }

    /// <summary>Whether a line is nothing but what looks like the name of an office.</summary>
    /// <param name="text">One line, trimmed.</param>
    public static bool NamesOffice(string text) => text.Length <= LongestName + 10 && (OfficeEnding().IsMatch(text) || OfficeWord().IsMatch(text)) && !NotAName().IsMatch(text) && !Inflected().IsMatch(text) && !Forbidden().IsMatch(text);

    // 「（みさきセンター）」: round brackets around the name of an office are a name's dress as square ones are.
    private static LineMark MarkOf(string text)
    {
        var mark = LineMarks.Of(text);
        return mark.Kind == MarkKind.None && text.Length is > 2 and <= LongestName && text[0] == '（' && text.IndexOf('）', StringComparison.Ordinal) == text.Length - 1 && NamesOffice(text[1..^1])
            ? new LineMark(MarkKind.Bracket, "（", 0, JapaneseText.Tidy(text[1..^1]), string.Empty)
            : mark;
    }

    private static bool AfterBullet(ImmutableArray<TextLine> lines, int index) =>
        LineMarks.Of(lines[index + 1].Text).Kind is MarkKind.Bullet or MarkKind.None or MarkKind.Number or MarkKind.Bracket;

    /// <summary>Whether a line stands below a gap or a heading, and its words directly below it.</summary>
    private static bool StandsApart(ImmutableArray<TextLine> lines, int i) =>
        !lines[i + 1].Gap && (i == 0 || lines[i].Gap || LineMarks.Of(lines[i - 1].Text).Kind is MarkKind.Number or MarkKind.Bracket);

    /// <summary>Whether the line is the end of the sentence above it.</summary>
    private static bool IsTail(ImmutableArray<TextLine> lines, int i, ImmutableArray<bool> full, bool marksParagraphs, bool known)
    {
        if (i == 0)
        {
            return false;
        }

        var previous = lines[i - 1];
        if (JapaneseText.EndsSentence(previous.Text) || (lines[i].Gap && !JapaneseText.BreaksOff(previous.Text)))
        {
            return false;
        }

        return Blocks.HangsBelow(LineMarks.Of(previous.Text), previous, lines[i]) || (marksParagraphs && !previous.Trailing) || (full[i - 1] && !known && previous.Width > 30) || (JapaneseText.BreaksOff(previous.Text) && !known);
    }

    // 「（まとめ）」 is no more a name than 「まとめ」.
    private static bool LooksLikeName(string name) => OfficeEnding().IsMatch(name) || !(NotAName().IsMatch(name.Trim('（', '）', '(', ')')) || NotAName().IsMatch(name) || Inflected().IsMatch(name));

    // A kind of office is nobody's name.
    [GeneratedRegex("^(センター|事業所|会社|学校|学園|ホーム|法人|病院|クリニック|作業所|支援室|施設|企業|行政|家族|本人|利用者|保護者)$", RegexOptions.CultureInvariant)]
    private static partial Regex Generic();

    // 「みさき事業所（令和６年６月３日）」: when they were asked is no part of the name.
    [GeneratedRegex("[（(](?:令和|平成|R|H)?[0-9０-９元]{1,4}[年./][^（）()]{1,20}[）)]$", RegexOptions.CultureInvariant)]
    private static partial Regex DayBehind();

    [GeneratedRegex("[。、，．！？!?「」『』：:※→＝=]|^[0-9０-９]+$|[0-9０-９]+[名件人回]|^(以上|以下|記|別紙|参考|資料)|(令和|平成)[0-9０-９元]", RegexOptions.CultureInvariant)]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"(センター|事業所|園|学園|学舎|作業所|ホーム|法人|会社|塾|支援室|ハウス|工房|財団|協会|機構|クラブ|ステーション|プラザ|学校|病院|クリニック|ワークス|サポート)(（[^）]+）)?$", RegexOptions.CultureInvariant)]
    private static partial Regex OfficeEnding();

    [GeneratedRegex("センター|事業所|学園|作業所|ホーム|法人|支援室|工房|ワークス", RegexOptions.CultureInvariant)]
    private static partial Regex OfficeWord();

    [GeneratedRegex("^(令和|平成|[0-9]{4}年|その他|全体|共通|まとめ|メリット|デメリット|成果|現状|今後|背景|目的|備考|参考|概要|主な|全般|良い点|悪い点)|(意見|課題|状況|結果|内容|こと|点|面|要望|効果|概要|方法|目的|背景|取組|取組み|取り組み|対応|連携|会議|項目|回答|質問|設問|報告|について|事項|理由|評価|感想|声|アンケート|調査|年度|現在|支援|報告書|実績|資料|要旨|議事録|一覧|名簿|計画書?|まとめ|記録|記述)(など|等)?$", RegexOptions.CultureInvariant)]
    private static partial Regex NotAName();

    [GeneratedRegex("を|[一-龠](である|ます|した|する|れる|る|い|って|して|った|ない|たい|しい|みの|きの|りの)$|[一-龠ァ-ヶー々](の|が|を|に|は|へ)$|(からの|までの|への|との|での|による|における|に関する|として|という|には|では|とは|(?<![一-龠])から|まで)$|(とおり|通り|について|こと|もの|など|より|ため|から|まで|のは|では|です|ます|した|がある|ている|られる|してほしい)$", RegexOptions.CultureInvariant)]
    private static partial Regex Inflected();
}
