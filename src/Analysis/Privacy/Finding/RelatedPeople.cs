using System.Text.RegularExpressions;

namespace FeedbackLab.Analysis.Privacy.Finding;

/// <summary>Finds names beside a word that says who somebody is: 支援員のタカハシ, 本人(古川), スタッフ:三宅, 父の正さん.</summary>
/// <remarks>All of them are doubtful. One instance serves one text.</remarks>
internal sealed partial class RelatedPeople(WordText text, PrivacyWords words, PersonNames names)
{
    private const int LongestName = 8;

    private string Text => text.Text;

    /// <summary>All of the text, in any order.</summary>
    public IEnumerable<Found> Find()
    {
        for (var at = 1; at < Text.Length - 1; at++)
        {
            if (Text[at] is 'の' or '(' or ':' && Relation(at) is var (isKin, isRole) && (isKin || isRole))
            {
                var start = Text[at + 1] == ' ' ? at + 2 : at + 1;
                if (NameEnd(start, Text[at], isKin) is var end && end > start)
                {
                    yield return new Found(start, end, PersonalDataKind.Person, IsDoubtful: true);
                }
            }
        }

        foreach (var match in Counted().Matches(Text).Cast<Match>())
        {
            foreach (var name in match.Groups["name"].Captures.Where(_ => match.Groups["name"].Captures.All(c => IsFamilyName(c.Value))))
            {
                yield return new Found(name.Index, name.Index + name.Length, PersonalDataKind.Person, IsDoubtful: true);
            }
        }

        foreach (var name in KatakanaAlone().Matches(Text).Select(m => m.Groups["name"]))
        {
            if ((names.OfReading(name.Value) & (NameParts.Surname | NameParts.Given)) != 0 && !IsOrdinary(name.Value) && !names.HasPlace(name.Value))
            {
                yield return new Found(name.Index, name.Index + name.Length, PersonalDataKind.Person, IsDoubtful: true);
            }
        }

        foreach (var name in Nickname().Matches(Text).Select(m => m.Groups["name"]))
        {
            yield return new Found(name.Index, name.Index + name.Length, PersonalDataKind.Person, IsDoubtful: true);
        }
    }

    private (bool IsKin, bool IsRole) Relation(int end)
    {
        var space = Text[end - 1] == ' ' ? end - 1 : end;
        var isKin = text.LongestBefore(words.Kin, space) is { } kin && (kin.Length == space || !Script.IsKanji(Text[space - kin.Length - 1]));
        var role = text.LongestBefore(words.Roles, space) ?? text.LongestBefore(words.Titles, space);
        return (isKin, role is not null && (text.CanCut(space - role.Length) || space == role.Length));
    }

    private int NameEnd(int start, char behind, bool isKin)
    {
        if (start >= Text.Length)
        {
            return start;
        }

        Func<char, bool> script = Script.IsKanji(Text[start]) ? Script.IsKanji : Script.IsKatakana(Text[start]) ? Script.IsKatakana : Script.IsHiragana;
        var end = start;
        while (end < Text.Length && script(Text[end]) && end - start <= LongestName)
        {
            end++;
        }

        if (end - start > LongestName || end == start)
        {
            return start;
        }

        return script == Script.IsHiragana ? (isKin ? HiraganaEnd(start, end) : start)
            : IsClosed(end, behind) && IsName(Text[start..end], behind, isKin, text.Longest(words.Honorifics, end) is not null) ? end
            : start;
    }

    private bool IsClosed(int end, char behind) =>
        behind == '(' ? end < Text.Length && Text[end] == ')'
        : end == Text.Length || Text[end] is '、' or '。' or '(' or ')' or '・' or ',' or '\n' || (behind == 'の' && Closing().IsMatch(Text, end));

    private bool IsName(string name, char behind, bool isKin, bool isCalled)
    {
        if (Script.IsKatakana(name[0]))
        {
            return name.Length >= (isKin || isCalled ? 2 : 3) && !IsOrdinary(name) && (names.OfReading(name) != NameParts.None || names.IsFullReading(name));
        }

        var parts = names.Of(name);
        var isPart = (parts & (NameParts.Surname | NameParts.Given)) != 0 || (name.Length > 2 && names.IsFull(name));
        if (isKin && isCalled && isPart)
        {
            return true;
        }

        // 遠山 is a word too, but 健康 is no family name.
        return isPart && !words.NotNames.Contains(name) && !words.Generic.Contains(name)
            && (isCalled || (name.Length > 1 && !names.HasWord(name)) || ((parts & NameParts.Surname) != 0 && (name.Length > 1 || behind != 'の')));
    }

    // 長女のゆかりが: a given name by its reading, up to a particle.
    private int HiraganaEnd(int start, int run)
    {
        if (text.WordStartingAt(start) is not (>= 0 and var first) || text.Words[first].IsGrammar)
        {
            return start;
        }

        for (var end = Math.Min(run, start + 5); end >= start + 2; end--)
        {
            var isCalled = text.Longest(words.Honorifics, end) is not null;
            if ((isCalled || (end - start > 2 && (end == Text.Length || (text.IsBoundary(end) && Closing().IsMatch(Text, end))))) && (names.OfReading(Script.Katakana(Text[start..end])) & NameParts.Given) != 0
                && !words.NotNames.Contains(Text[start..end]) && !words.Generic.Contains(Text[start..end]))
            {
                return end;
            }
        }

        return start;
    }

    private bool IsFamilyName(string name) => (names.Of(name) & NameParts.Surname) != 0 && !words.NotNames.Contains(name) && !words.Generic.Contains(name);

    private bool IsOrdinary(string name) =>
        words.NotNames.Contains(name) || words.Generic.Contains(name) || words.PublicNames.Contains(name) || words.Titles.Contains(name) || names.HasWord(name);

    // What a name ends before in a sentence.
    [GeneratedRegex(@"\G([はがもをにとへやのでか]|だ(?!い)|から|より|まで|さん|様|氏|くん|君|ちゃん|です|、|。|,|\)|」|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Closing();

    // 岡と谷の二人.
    [GeneratedRegex("(?<![\u4E00-\u9FFF々])(?<name>[\u4E00-\u9FFF々]{1,3})([と・、](?<name>[\u4E00-\u9FFF々]{1,3}))+の?([2-9二三四五]|両)[人名]", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    // あだ名は「ポン太」, けんけんというあだ名.
    [GeneratedRegex("(あだ名|あだな|ニックネーム|愛称|呼び名)[はがを:]? ?[「『](?<name>[^「」『』。、]{1,12})[」』]|[「『](?<name>[^「」『』。、]{1,12})[」』]という(あだ名|あだな|ニックネーム|愛称|呼び名)|(?<![ぁ-んァ-ヺー])(?<name>[ぁ-ん]{2,6}?|[ァ-ヺー]{2,8})という(あだ名|あだな|ニックネーム|愛称|呼び名)", RegexOptions.CultureInvariant)]
    private static partial Regex Nickname();

    [GeneratedRegex("(?<![ァ-ヺー・])(?<name>[ァ-ヺー]{3,6})(?=[はがもとを、])", RegexOptions.CultureInvariant)]
    private static partial Regex KatakanaAlone();
}
