using System.Text.RegularExpressions;

namespace FeedbackLab.Analysis.Privacy.Finding;

/// <summary>Finds numbers and addresses that point at a person, by their shape and by what stands before them.</summary>
internal static partial class NumberFinder
{
    /// <summary>All of a text, in any order.</summary>
    public static IEnumerable<Found> Find(WordText text, PrivacyWords words)
    {
        foreach (var match in Mail().Matches(text.Text).Cast<Match>())
        {
            yield return new Found(match.Index, match.Index + match.Length, PersonalDataKind.Mail, IsDoubtful: false);
        }

        foreach (var match in BirthDate().Matches(text.Text).Cast<Match>())
        {
            var date = match.Groups["date"];
            yield return new Found(date.Index, date.Index + date.Length, PersonalDataKind.BirthDate, IsDoubtful: false);
        }

        foreach (var match in Domain().Matches(text.Text).Cast<Match>())
        {
            var isJapanese = match.Groups["top"].ValueSpan.SequenceEqual("jp");
            yield return new Found(match.Index, match.Index + match.Length, PersonalDataKind.Mail, !isJapanese);
        }

        foreach (var match in Phone().Matches(text.Text).Concat(DottedPhone().Matches(text.Text)))
        {
            var digits = match.Value.Count(char.IsAsciiDigit);
            if (digits is >= 9 and <= 13)
            {
                yield return new Found(match.Index, match.Index + match.Length, PersonalDataKind.Phone, IsDoubtful: false);
            }
        }

        foreach (var match in KanjiPhone().Matches(text.Text).Cast<Match>())
        {
            yield return new Found(match.Index, match.Index + match.Length, PersonalDataKind.Phone, IsDoubtful: false);
        }

        foreach (var match in Postcode().Matches(text.Text).Cast<Match>())
        {
            var code = match.Groups["code"];
            yield return new Found(code.Index, code.Index + code.Length, PersonalDataKind.Locality, IsDoubtful: false);
        }

        foreach (var found in Labelled(text, words))
        {
            yield return found;
        }

        foreach (var match in Bare().Matches(text.Text).Concat(Plate().Matches(text.Text)))
        {
            yield return new Found(match.Index, match.Index + match.Length, PersonalDataKind.Number, IsDoubtful: false);
        }
    }

    private static IEnumerable<Found> Labelled(WordText text, PrivacyWords words)
    {
        for (var at = 0; at < text.Text.Length; at++)
        {
            if (text.Longest(words.NumberLabels, at) is not { } label)
            {
                continue;
            }

            var after = at + label.Length;
            var match = AfterLabel().Match(text.Text, after);
            match = match.Success ? match : AfterGrade().Match(text.Text, after);
            if (match.Success && match.Groups["number"] is var number && number.Value.Count(c => char.IsAsciiDigit(c) || KanjiDigits.Contains(c, StringComparison.Ordinal)) >= 2)
            {
                yield return new Found(number.Index, number.Index + number.Length, PersonalDataKind.Number, IsDoubtful: false);
            }

            at = after - 1;
        }
    }

    [GeneratedRegex(@"(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]*(\s?@\s?|\s?[\[({<](at|アット|アットマーク|@)[\])}>]\s?|\s?(アットマーク|アット)\s?)[a-z0-9][a-z0-9-]*((\.|\s?[\[({<](dot|ドット)[\])}>]\s?|\s?ドット\s?)[a-z0-9-]+)*(\.|\s?[\[({<](dot|ドット)[\])}>]\s?|\s?ドット\s?)[a-z]{2,}|https?://[a-z0-9][^\s、。「」()]*|(?<![a-z0-9])www\.[a-z0-9][^\s、。「」()]*", RegexOptions.CultureInvariant)]
    private static partial Regex Mail();

    // (043) 123-4567, 043-123-4567, 0120-123-456, +81 43 123 4567, 09012345678: hyphens of any look, or none.
    [GeneratedRegex(@"((?<![0-9a-z-])|(?<=tel|fax|phone))(\+?81[-‐‑–—―−ー ]?\(?0?\)?[-‐‑–—―−ー ]?[0-9]{1,4}|\(0[0-9]{1,4}\)|0[0-9]{1,4})[-‐‑–—―−ー ]?(\([0-9]{1,4}\)|[0-9]{1,4})[-‐‑–—―−ー ]?[0-9]{3,4}(?![0-9-])", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    // 080.1234.5678, 080・1234・5678: as many digits as telephones have, since figures stand so too.
    [GeneratedRegex(@"(?<![0-9a-z.・/-])(?=([.・]?[0-9]){10,11}(?![0-9]))0[0-9]{1,4}(?<dot>[.・])[0-9]{1,4}\k<dot>[0-9]{3,4}(?![0-9-]|[.・][0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex DottedPhone();

    // hibari-center.jp: an address without its beginning. Of other domains some are names of programs (asp.net).
    [GeneratedRegex(@"(?<![a-z0-9@._/-])[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)*\.(?<top>jp|com|net|org|info|biz|tokyo|osaka)(?![a-z0-9.-])(/[^\s、。「」()]*)?", RegexOptions.CultureInvariant)]
    private static partial Regex Domain();

    [GeneratedRegex(@"(?:〒\s?|郵便番号\s?[::は]?\s?)(?<code>[0-9]{3}[-‐‑–—―−ー]?[0-9]{4})", RegexOptions.CultureInvariant)]
    private static partial Regex Postcode();

    // 〇九〇-一二三四-五六七八, as texts written from top to bottom have it.
    [GeneratedRegex("(?<!" + KanjiDigit + ")[〇○零](" + KanjiDigit + "{1,4}[-‐‑–—―−ー・(]" + KanjiDigit + "{1,4}[-‐‑–—―−ー・)]" + KanjiDigit + "{3,4}|" + KanjiDigit + "{9,10})(?!" + KanjiDigit + ")", RegexOptions.CultureInvariant)]
    private static partial Regex KanjiPhone();

    // A date with 生 or 生まれ behind it, or with 生年月日 before it.
    [GeneratedRegex(@"生年月日\s?[::はが]?\s?[(]?(?<date>" + Date + @")|誕生日\s?[::はがの]?\s?[(]?(?<date>" + Date + "|" + DayOfYear + @")|(?<date>" + Date + @")\s?[)]?\s?(生まれ|うまれ|生れ|出生|誕生|生(?![涯活徒計産]))|(?<date>" + Date + @")(が誕生日|に[^。、]{0,12}(出生|生まれ|誕生))|(?<date>" + DayOfYear + @")(\s?(生まれ|うまれ|生れ)|が誕生日)|d\.?o\.?b\.?\s?[::]?\s?(?<date>" + Date + ")", RegexOptions.CultureInvariant)]
    private static partial Regex BirthDate();

    private const string KanjiDigits = "〇○零一二三四五六七八九";

    private const string KanjiDigit = "[" + KanjiDigits + "]";

    private const string Digits = "([0-9]{1,2}|[〇○零一二三四五六七八九十]{1,3})";

    private const string Date =
        @"(((明治?|大正?|昭和?|平成?|令和?|[mtshr])\.?\s?(" + Digits + @"|元)|(19|20)[0-9]{2}|[一二][〇○零九][〇○零一二三四五六七八九]{2})\s?(年|\.|/|-)\s?" + Digits + @"\s?(月|\.|/|-)\s?" + Digits + @"\s?日?|(19|20)[0-9]{6})";

    private const string DayOfYear = "(" + Digits + "月" + Digits + "日|(?<![0-9/])[0-9]{1,2}/[0-9]{1,2}(?![0-9/]))";

    // Between the label and its number stands what sort of certificate it is: 愛の手帳4度(第45678号), 療育手帳b2 no.30845. Then the number has to be marked as one, or long.
    // Nothing between can be read in two ways: else a row of the same words takes twice as long for each of them.
    [GeneratedRegex(@"\G(\s|[::はがのを「『(\[・、]|障害者?|保健福祉|手帳)*((第?([0-9]{1,2}|[一二三四五六])\s?[級種度]|[abc](の?[0-9])?(?![a-z0-9])|[○〇]?a(?![a-z0-9])|最重度|[重中軽]度)\s?)+(の手帳|判定)?(\s|[)」』\](「『、,/::]|で|番号[はが]?|手帳)*(?<number>(第|no\.?|№|#|(?<=番号[はが::]?))\s?[0-9" + KanjiDigits + @"][0-9a-z" + KanjiDigits + @"‐‑–—―−ー-]*(\s?号)?|[0-9]{5,12}(?![級種度年月日歳人件回割%円時分0-9./-]))", RegexOptions.CultureInvariant)]
    private static partial Regex AfterGrade();

    [GeneratedRegex(@"\G(?>\s|[::はがの「『(\[=]|番号|等級|記号|普通|当座|預金|no\.?|№|です|、|・|で|[\u4E00-\u9FFF]{1,3}[都道府県市区]|[^\s、。0-9]{1,4}[::])*(?<number>(第\s?)?([a-z]{1,4}[-‐‑–—―−ー]?|(?<=記号\s?)[\u4E00-\u9FFF]{1,2})?[0-9][0-9a-z‐‑–—―−ー \-./・]*[0-9a-z](\s?号)?|第\s?[0-9]+\s?号)(?![0-9級種度年月日歳人件回割%円時分])", RegexOptions.CultureInvariant)]
    private static partial Regex AfterLabel();

    // 青嶺 580 あ 12-34: a car's.
    [GeneratedRegex("[\u4E00-\u9FFF々ヶ]{1,4} ?[0-9]{2,3} ?[ぁ-ん] ?([0-9]{1,2}[-‐‑–—―−ー][0-9]{2}|・{1,3} ?[0-9]{1,3})(?![0-9-])", RegexOptions.CultureInvariant)]
    private static partial Regex Plate();

    // Twelve digits in fours: the number that everybody has.
    [GeneratedRegex(@"(?<![0-9-])[0-9]{4}[- ][0-9]{4}[- ][0-9]{4}(?![0-9-])", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();
}
