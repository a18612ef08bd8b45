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

            if (text.Longest(words.CompanyEndings, at) is { } ending && text.CanCut(at) && text.CanCut(at + ending.Length))
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
        if (start < at && shape.HasName(start, at, out var doubtful) && (!doubtful || HasKatakana(start, at)))
        {
            found.Add(new Found(start, end, PersonalDataKind.Company, doubtful));
            return;
        }

        // スーパーあおい, ドラッグストアみなみ: the name behind what it is.
        var after = shape.NameEnd(end);
        if (after > end && Script.IsKatakana(Text[at]) && shape.IsNameAlone(end, after, out var isOrdinary))
        {
            found.Add(new Found(at, after, PersonalDataKind.Company, isOrdinary));
        }
    }

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
            if (!shape.IsOrdinary(name.Index, name.Index + name.Length) && shape.HasName(name.Index, name.Index + name.Length, out _))
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
            var span = text.Source.ToOriginal(match.Index, match.Index + match.Length);
            var original = text.Source.Original[span.Start..span.End];
            if (char.IsUpper(original[0]) && !match.Value.Split(' ').Any(words.PublicNames.Contains) && !words.Generic.Contains(match.Value))
            {
                yield return new Found(match.Index, match.Index + match.Length, PersonalDataKind.Company, IsDoubtful: true);
            }
        }
    }

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

    [GeneratedRegex("(?<![a-z0-9@./_-])([a-z]{3,}([ &'-][a-z]{2,}){1,3}|[a-z]{5,})(?![a-z0-9@./_-])", RegexOptions.CultureInvariant)]
    private static partial Regex LatinName();
}
