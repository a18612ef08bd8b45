using System.Text.RegularExpressions;

namespace FeedbackLab.Analysis.Privacy.Finding;

/// <summary>Finds names of offices and companies that no word tells what they are: by their shape (クローバー三鷹台) and by what is said of them (つむぎに通う).</summary>
/// <remarks>All of them are doubtful. One instance serves one text.</remarks>
internal sealed partial class BrandFinder(WordText text, PrivacyWords words, NameShape shape)
{
    private string Text => text.Text;

    /// <summary>All of the text, in any order; they may overlap.</summary>
    public IEnumerable<Found> Find() =>
        Headed().Concat(Quoted()).Concat(Tailed()).Concat(Told(KatakanaTold().Matches(Text))).Concat(Told(HiraganaTold().Matches(Text))).Concat(Apposed())
            .Where(f => f.End > f.Start)
            .Select(f => new Found(f.Start, f.End, PersonalDataKind.Office, IsDoubtful: true));

    // クローバー三鷹台, ピアサポートあんだんて: katakana, then a place or hiragana that goes on with it.
    private IEnumerable<(int Start, int End)> Headed()
    {
        foreach (var match in KatakanaRun().Matches(Text).Cast<Match>())
        {
            var next = match.Index + match.Length;
            var end = shape.NameEnd(next);
            if (end <= next || words.NotNames.Contains(match.Value) || words.PublicNames.Contains(match.Value) || !text.IsBoundary(next)
                || text.WordStartingAt(next) is not (>= 0 and var first) || text.Words[first].IsGrammar || shape.IsFollowed(end))
            {
                continue;
            }

            var isHiragana = Script.IsHiragana(Text[next]);
            if (isHiragana ? text.Words[first].IsNoun && end - next >= 3 : text.Words[first].IsProper || (text.Surface(first).Length >= 2 && PersonNames.Default.Of(text.Surface(first)).HasFlag(NameParts.Surname)) || Text[next..end].Contains('ヶ', StringComparison.Ordinal))
            {
                if (shape.IsNameAlone(next, end, out _) || !isHiragana)
                {
                    yield return (match.Index, end);
                }
            }
        }
    }

    // 「カモミールの庭」という作業所, 「スマイルベリー」の立川店, 「ひだまり」さん.
    private IEnumerable<(int Start, int End)> Quoted()
    {
        foreach (var match in QuotedTold().Matches(Text).Cast<Match>())
        {
            var name = match.Groups["name"];
            if (!shape.IsOrdinary(name.Index, name.Index + name.Length) && shape.HasName(name.Index, name.Index + name.Length, out _))
            {
                yield return (name.Index, name.Index + name.Length);
            }
        }
    }

    // どんぐりの郷, ポプラの風, くれない会.
    private IEnumerable<(int Start, int End)> Tailed()
    {
        foreach (var match in Tail().Matches(Text).Cast<Match>())
        {
            var end = match.Groups["head"].Index + match.Groups["head"].Length;
            var start = Script.IsKatakana(Text[end - 1]) ? match.Index : HiraganaName.Start(text, end);
            if (start < end && (!text.IsBoundary(end) || (text.WordEndingAt(end) is >= 0 and var word && IsNameWord(word))) && end - start >= (match.Value.EndsWith('会') ? 3 : 2)
                && !words.Generic.Contains(Text[start..end]) && !words.NotNames.Contains(Text[start..end]) && !words.Offices.Any(o => o.Word == Text[start..end]))
            {
                yield return (start, match.Index + match.Length);
            }
        }
    }

    private IEnumerable<(int Start, int End)> Told(MatchCollection matches)
    {
        foreach (var match in matches.Cast<Match>())
        {
            var name = match.Groups["name"];
            var start = Script.IsKatakana(Text[name.Index]) ? name.Index : HiraganaName.Start(text, name.Index + name.Length);
            if (IsUnknownName(start, name.Index + name.Length))
            {
                yield return (start, name.Index + name.Length);
            }
        }
    }

    // 就労継続支援B型のふきのとう, 計画相談はつむぎ: a name beside what it is.
    private IEnumerable<(int Start, int End)> Apposed()
    {
        foreach (var match in Service().Matches(Text).Cast<Match>())
        {
            var start = match.Index + match.Length;
            var end = shape.NameEnd(start);
            if (end - start >= 3 && (Script.IsHiragana(Text[start]) || Script.IsKatakana(Text[start])) && IsUnknownName(start, end))
            {
                yield return (start, end);
            }
        }
    }

    // Words that the dictionary lacks, or nouns in hiragana: ordinary words in katakana are too many.
    private bool IsUnknownName(int start, int end)
    {
        if (end - start < 3 || !shape.HasName(start, end, out var isOrdinary) || words.NotNames.Contains(Text[start..end]) || words.Generic.Contains(Text[start..end]))
        {
            return false;
        }

        var first = text.WordAt(start);
        return Script.IsHiragana(Text[start])
            ? first >= 0 && !text.Words[first].IsGrammar && (text.Words[first].End < end || text.Words[first].IsNoun)
                && text.WordAt(end - 1) is >= 0 and var last && (IsNameWord(last) || text.Words[first].IsNoun || !text.Words[last].IsGrammar) && !NotInNames().IsMatch(Text[start..end])
            : first >= 0 && (!isOrdinary || text.Words[first].End < end) && end - start >= 4;
    }

    private bool IsNameWord(int word)
    {
        var w = text.Words[word];
        return !w.IsKnown || (w.IsNoun && !w.PartOfSpeech.StartsWith("名詞-サ変", StringComparison.Ordinal) && !w.PartOfSpeech.StartsWith("名詞-形容動詞", StringComparison.Ordinal)
            && !words.Generic.Contains(text.Surface(word)) && !words.NotNames.Contains(text.Surface(word)));
    }

    [GeneratedRegex("(?<![ァ-ヺー・])[ァ-ヺー]{3,}(・[ァ-ヺー]+)*(?=[\u4E00-\u9FFFぁ-ん])", RegexOptions.CultureInvariant)]
    private static partial Regex KatakanaRun();

    [GeneratedRegex("[「『](?<name>[^「」『』。、をがは]{2,14})[」』](という|といった)?(?=(お店|店|会社|作業所|事業所|施設|法人|病院|ところ)|の[\u4E00-\u9FFF]{1,4}店|さん|に(勤|通|就職|入社|所属|登録|入居|応募)|で(働|勤務|実習)|を(退職|辞め|離職|利用))", RegexOptions.CultureInvariant)]
    private static partial Regex QuotedTold();

    [GeneratedRegex("(?<head>[ぁ-んー]{2,8}|(?<![ァ-ヺー])[ァ-ヺー]{3,8})(の(郷|里|森|丘|杜|風|翼|虹|苑|家|園|庭)|(?<=[ぁ-ん]{3})(?<!お[ぁ-ん]{2,7})会)(?=[がをにはへともでや、。」)のから]|まで|より|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Tail();

    [GeneratedRegex("(?<![ァ-ヺー・])(?<name>[ァ-ヺー]{4,14})(?=に(通[いうっ]|通所|勤務|勤め|就職|入社|採用|転職|紹介しても|お願いし|つなが|つない)|で(働|在宅|勤務|実習|接客|清掃|検品|雇用)|を(退職|辞め|離職)|から(の?紹介|引き?継)|の(店長|社長|人事|工場長|世話人))", RegexOptions.CultureInvariant)]
    private static partial Regex KatakanaTold();

    [GeneratedRegex("(?<name>[ぁ-んー]{3,8}?)(?=に(通[いうっ]|通所|勤務|勤め|就職|入社|入居)|を(退職|辞め|やめ|離職|卒業)|から(の?紹介|引き?継)|の(店長|社長|人事|職員|世話人|支援員|[\u4E00-\u9FFF]{1,3}(さん|氏|様|先生)))", RegexOptions.CultureInvariant)]
    private static partial Regex HiraganaTold();

    [GeneratedRegex("(移行支援|定着支援|継続支援([ab]型)?|[ab]型|計画相談|相談支援|訪問看護|生活介護|デイケア|通所先|移行先|利用先|就職先|勤務先|作業所|グループホーム|法人)(事業所)?(の|は|::?)", RegexOptions.CultureInvariant)]
    private static partial Regex Service();

    // Hiragana that is said of something.
    [GeneratedRegex("^(みな|みんな|なか|ほう|ところ|よう|もの|こと|ひと|うち|ほか|ため|とき|ころ|そば|ちか|ように|とくに|あまり|なかなか|ほとんど|まったく|すべて|どこ|だれ|なに|いつ|これ|それ|あれ|どれ|ここ|そこ|こちら|そちら|もっと|とても|すぐ|まだ|もう|たくさん|いろいろ|さまざま|おかげ|つながり|やりとり|かかわり|はたらき|しくみ|きまり|ありかた|やりかた|かた)|(さん|たち|など)$", RegexOptions.CultureInvariant)]
    private static partial Regex NotInNames();
}
