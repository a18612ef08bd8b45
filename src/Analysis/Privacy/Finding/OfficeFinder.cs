namespace FeedbackLab.Analysis.Privacy.Finding;

/// <summary>Finds corporations, centres, offices, schools and hospitals that are called by a name; one instance serves one text.</summary>
internal sealed class OfficeFinder(WordText text, PrivacyWords words, NameShape shape)
{
    private string Text => text.Text;

    /// <summary>All of the text, in any order; they may overlap.</summary>
    public List<Found> Find()
    {
        var found = new List<Found>();
        var known = 0;
        for (var at = 0; at < Text.Length; at++)
        {
            if (text.Longest(words.Corporations, at) is { } form)
            {
                FormedName.Find(text, shape, at, at + form.Length, PersonalDataKind.Office, found);
            }

            // ワーク of ハローワーク is no office of its own.
            if (at >= known && OfficeAt(at) is { } office)
            {
                FindOffice(at, at + office.Length, found);
                known = at + office.Length;
            }
        }

        return found;
    }

    private string? OfficeAt(int at)
    {
        foreach (var (word, _) in words.Offices)
        {
            if (string.CompareOrdinal(Text, at, word, 0, word.Length) == 0
                && (text.CanCut(at + word.Length) || word.Length >= 3)
                && text.CanCut(at)
                && !IsTitle(at, word)
                && !IsShop(at + word.Length, word)
                && !IsEndOfWord(at, at + word.Length))
            {
                return word;
            }
        }

        return null;
    }

    // センター of ホームセンター.
    private bool IsShop(int end, string office) => text.LongestBefore(words.CompanyEndings, end) is { } shop && shop.Length > office.Length;

    // ラボ of コラボ.
    private bool IsEndOfWord(int at, int end) => at > 0 && Script.IsKatakana(Text[at - 1]) && words.NotNames.Contains(Text[(at - 1)..end]);

    // 施設 of 施設長.
    private bool IsTitle(int at, string office) =>
        text.Longest(words.Titles, at) is { } title && title.Length > office.Length && title.StartsWith(office, StringComparison.Ordinal);

    private void FindOffice(int at, int end, List<Found> found)
    {
        if (shape.Quoted(end) is var (inner, close))
        {
            found.Add(new Found(inner, close, PersonalDataKind.Office, IsDoubtful: false));
        }
        else if (shape.QuotedBefore(at) is var (open, last))
        {
            found.Add(new Found(open, last, PersonalDataKind.Office, IsDoubtful: false));
        }

        var start = shape.RunStart(at);
        var isNamed = shape.HasName(start, at, out var doubtful);
        if (isNamed)
        {
            found.Add(new Found(start, end, PersonalDataKind.Office, doubtful));
        }
        else if (text.WordEndingAt(at) is >= 0 and var part && text.Surface(part) is "東部" or "西部" or "南部" or "北部" or "中部" or "中央"
            && words.Offices.Any(o => o.Sort is "役所" or "学校" && o.Word == Text[at..end]))
        {
            // 西部児童相談所: of public offices the direction is the name.
            found.Add(new Found(text.Words[part].Start, end, PersonalDataKind.Office, IsDoubtful: true));
        }

        // グループホームあさひ: the name behind what it is.
        var next = shape.IsSpace(end) ? end + 1 : end;
        var after = shape.NameEnd(next);
        if (after > next && shape.IsNameAlone(next, after, out var isOrdinary))
        {
            var first = text.WordAt(at) is >= 0 and var word && !text.Words[word].IsKnown ? text.Words[word].Start : at;
            found.Add(new Found(isNamed && !doubtful ? start : shape.WithGeneric(first), after, PersonalDataKind.Office, isOrdinary));
        }
    }
}
