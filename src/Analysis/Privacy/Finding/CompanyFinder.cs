using System.Text.RegularExpressions;

namespace FeedbackLab.Analysis.Privacy.Finding;

/// <summary>Finds companies and shops that are called by a name; one instance serves one text.</summary>
internal sealed partial class CompanyFinder(WordText text, PrivacyWords words, NameShape shape)
{
    private string Text => text.Text;

    /// <summary>All of the text, in any order; they may overlap.</summary>
    public List<Found> Find()
    {
        var found = new List<Found>();
        for (var at = 0; at < Text.Length; at++)
        {
            if (text.Longest(words.CompanyForms, at) is { } form)
            {
                FormedName.Find(text, shape, at, at + form.Length, PersonalDataKind.Company, found);
            }

            if (text.Longest(words.CompanyEndings, at) is { } ending && text.CanCut(at) && text.CanCut(at + ending.Length) && !IsTitle(at, ending) && !IsCount(at, ending))
            {
                FindEnding(at, at + ending.Length, found);
            }
        }

        found.AddRange(Quoted());
        found.AddRange(Latin());
        found.AddRange(Known());
        return found;
    }

    private void FindEnding(int at, int end, List<Found> found)
    {
        var start = shape.RunStart(at);
        if (start < at && !GoesOnInKatakana(end) && !IsTrip(start, at, end) && shape.HasName(start, at, out var doubtful) && (!doubtful || HasKatakana(start, at)))
        {
            found.Add(new Found(start, WithBranch(end), PersonalDataKind.Company, doubtful));
            return;
        }

        // スーパーあおい, ドラッグストアみなみ: the name behind what it is.
        var after = shape.NameEnd(end);
        if (after > end && (Script.IsKatakana(Text[at]) || Text[at..end] == "喫茶") && shape.IsNameAlone(end, after, out var isOrdinary))
        {
            found.Add(new Found(start < at && shape.HasName(start, at, out _) ? start : at, WithBranch(after), PersonalDataKind.Company, isOrdinary));
        }
    }

    // ガス of レノックス・ガストー; a name behind (スーパーミナミ) has three characters and more.
    private bool GoesOnInKatakana(int end)
    {
        var rest = end;
        while (Script.IsKatakana(Text[end - 1]) && rest < Text.Length && Script.IsKatakana(Text[rest]))
        {
            rest++;
        }

        return rest > end && (rest - end < 3 || !text.IsBoundary(end));
    }

    // 北海道旅行, 熱海温泉: where somebody goes.
    private bool IsTrip(int start, int at, int end) =>
        words.WideAreas.Contains(Text[start..at])
        || (Text[at..end] is "旅行" or "観光" or "温泉" && text.WordStartingAt(start) is >= 0 and var word && text.Words[word].IsRegion && text.Words[word].End == at);

    // サービス of サービス管理責任者.
    private bool IsTitle(int at, string ending) =>
        text.Longest(words.Titles, at) is { } title && title.Length > ending.Length;

    // うち15社: how many, not which.
    private bool IsCount(int at, string ending) => ending == "社" && at > 0 && (char.IsAsciiDigit(Text[at - 1]) || ("一二三四五六七八九十百千数何".Contains(Text[at - 1], StringComparison.Ordinal) && (at == 1 || !Script.IsKanji(Text[at - 2]))));

    // マルヨシストア鶴見店.
    private int WithBranch(int end) => Branch().Match(Text, end) is { Success: true, Length: > 0 } match ? end + match.Length : end;

    // フクロウ印刷: ordinary words in katakana make names with what a company does.
    private bool HasKatakana(int start, int end)
    {
        var first = start;
        while (first < end && !Script.IsKatakana(Text[first]))
        {
            first++;
        }

        var last = first;
        while (last < end && Script.IsKatakana(Text[last]))
        {
            last++;
        }

        var run = Text[first..last];
        return run.Length >= 3 && !words.Generic.Contains(run) && !words.NotNames.Contains(run) && !words.CompanyEndings.Contains(run);
    }

    // 「パンのくるりん堂」, 「えがおの家」 in quotation marks.
    private IEnumerable<Found> Quoted()
    {
        foreach (var match in QuotedName().Matches(Text).Cast<Match>())
        {
            var name = match.Groups["name"];
            if (!NameShape.IsEvent(name.Value) && !shape.IsOrdinary(name.Index, name.Index + name.Length) && shape.HasName(name.Index, name.Index + name.Length, out _))
            {
                var office = words.Offices.Any(o => name.Value.EndsWith(o.Word, StringComparison.Ordinal)) || name.Value.EndsWith('家');
                yield return new Found(name.Index, name.Index + name.Length, office ? PersonalDataKind.Office : PersonalDataKind.Company, IsDoubtful: false);
            }
        }
    }

    private IEnumerable<Found> Latin()
    {
        foreach (var match in LatinName().Matches(Text).Cast<Match>())
        {
            var span = text.ToOriginal(match.Index, match.Index + match.Length);
            var original = text.Original[span.Start..span.End];
            if (char.IsUpper(original[0]) && !GoesOn(match.Index + match.Length) && !match.Value.Split(' ').Any(words.PublicNames.Contains) && !match.Value.Split(' ').All(words.CommonEnglish.Contains) && !words.Generic.Contains(match.Value))
            {
                yield return new Found(match.Index, match.Index + match.Length, PersonalDataKind.Company, IsDoubtful: true);
            }
        }
    }

    // Check in the original …: a sentence, not a name.
    private bool GoesOn(int at) => at + 1 < Text.Length && Text[at] == ' ' && Script.IsLatin(Text[at + 1]);

    private IEnumerable<Found> Known()
    {
        for (var i = 0; i < text.Words.Length; i++)
        {
            var word = text.Words[i];
            var surface = text.Surface(i);
            if (word.PartOfSpeech.StartsWith("名詞-固有名詞-組織", StringComparison.Ordinal) && word.IsKnown && surface.Length >= 2
                && !words.PublicNames.Contains(surface) && !words.Generic.Contains(surface) && !words.NotNames.Contains(surface) && !IsPublicBody(surface))
            {
                yield return new Found(word.Start, word.End, PersonalDataKind.Company, IsDoubtful: true);
            }
        }
    }

    private static bool IsPublicBody(string name) => name[^1] is '省' or '庁' or '府' or '局' or '党' || name.EndsWith("委員会", StringComparison.Ordinal);

    [GeneratedRegex("[「『](?<name>[^「」『』。、を]{2,14}?(家|堂|屋|店|亭|庵|軒|館|園|会|舎|荘|苑|寮|珈琲|コーヒー|弁当|食堂|工房|商店|製作所|カフェ|キッチン|ベーカリー|ストア|マート|フーズ|センター|作業所|事業所|ホーム|ハウス|クリニック|病院|学園))[」』]", RegexOptions.CultureInvariant)]
    private static partial Regex QuotedName();

    [GeneratedRegex(@"\G[\u4E00-\u9FFFヶ]{0,5}(店|支店|本店|営業所|支社)(?![長員舗頭])", RegexOptions.CultureInvariant)]
    private static partial Regex Branch();

    [GeneratedRegex("(?<![a-z0-9@./_-])([a-z]{3,}([ &'-][a-z]{2,}){1,3}|[a-z]{5,})(?![a-z0-9@./_-])", RegexOptions.CultureInvariant)]
    private static partial Regex LatinName();
}
