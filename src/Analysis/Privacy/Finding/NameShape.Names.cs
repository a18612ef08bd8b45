namespace FeedbackLab.Analysis.Privacy.Finding;

/// <content>Whether a stretch is a name, and not only the sort of an office.</content>
internal sealed partial class NameShape
{
    /// <summary>Whether something is left of a stretch without the words that say what sort.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="doubtful">Whether what is left is only ordinary words.</param>
    public bool HasName(int start, int end, out bool doubtful)
    {
        doubtful = true;
        var any = false;
        for (var at = start; at < end;)
        {
            if (GenericEnd(at, end) is var generic && generic > at)
            {
                at = generic;
                continue;
            }

            var word = text.WordAt(at);
            var stop = word < 0 ? at + 1 : Math.Min(end, text.Words[word].End);
            var surface = Text[at..stop];
            if (word >= 0 && !IsEmpty(word, surface))
            {
                any = true;
                doubtful &= !IsName(word, surface) && !(surface.Length == 1 && Tails.Contains(surface[0], StringComparison.Ordinal) && stop - start >= 3 && Script.IsHiragana(Text[at - 1]));
            }

            at = Math.Max(stop, at + 1);
        }

        // きたかぜ, of which the dictionary leaves only particles.
        if (!any && end - start >= 3 && Script.All(Text[start..end], Script.IsHiragana) && GenericEnd(start, end) == start && !HiraganaName.IsGrammar(Text, start, end))
        {
            doubtful = false;
            return true;
        }

        return any;
    }

    /// <summary>Whether a stretch behind what an office is can be its name (グループホームあさひ).</summary>
    public bool IsNameAlone(int start, int end, out bool doubtful)
    {
        doubtful = false;
        if (end - start < 2 || char.IsAsciiDigit(Text[start]) || words.WideAreas.Contains(Text[start..end])
            || (GenericEnd(start, end) is var generic && generic > start && !(generic < end && Text[generic] == 'の')))
        {
            return false;
        }

        var word = text.WordStartingAt(start);
        if (word < 0)
        {
            return text.WordAt(start) >= 0 && !text.Words[text.WordAt(start)].IsKnown && end - start >= 3 && Script.IsKatakana(Text[start]);
        }

        var w = text.Words[word];
        var surface = text.Surface(word);
        if (words.NotNames.Contains(surface))
        {
            return false;
        }

        if (PersonNames.OfPartOfSpeech(w.PartOfSpeech) == NameParts.Surname && Script.All(surface, Script.IsKanji))
        {
            // ハローワーク桜坂: a place as well as a family name, unless somebody is called by it.
            doubtful = true;
            return !IsFollowed(end);
        }

        if (Script.IsHiragana(Text[start]))
        {
            // One verb or adverb alone is grammar (事業所あり); pieces of hiragana are a name that the dictionary does not know.
            // ほのぼの: a word said twice names many places.
            var isTwice = end - start == 4 && Text[start + 1] == Text[start + 3] && w.PartOfSpeech.StartsWith("副詞", StringComparison.Ordinal);
            doubtful = isTwice || (w.IsGrammar && !PersonNames.Default.HasNoun(Text[start..end]) && AreKnown(start, end));
            return (w.End < end || w.IsNoun || w.Form == "ガル接続" || (isTwice && !OrdinaryTwice().IsMatch(Text[start..end]))) && !(CaseParticle().IsMatch(w.PartOfSpeech)
                && !(word + 1 < text.Words.Length && text.Words[word + 1].IsProper) && !(end - start >= 3 && PersonNames.Default.HasNoun(Text[start..end])) && HiraganaName.IsSentence(text, start, HiraganaName.RunEnd(Text, start)));
        }

        if (Script.All(surface, Script.IsKatakana))
        {
            doubtful = w.IsKnown && !w.IsProper && w.End == end;
            return surface.Length >= 3;
        }

        // 桜坂: kanji that end as names do.
        doubtful = !w.IsProper && w.IsKnown;
        return w.IsProper || (!w.IsKnown && surface.Length >= 2) || Text[start..end].Contains('ヶ', StringComparison.Ordinal)
            || (end - start is 2 or 3 && Script.All(Text[start..end], Script.IsKanji) && "坂丘台峠谷沢原野島浜岬橋".Contains(Text[end - 1], StringComparison.Ordinal) && HasName(start, end, out _));
    }

    /// <summary>Whether an honorific or a title stands at a position, a space between allowed.</summary>
    public bool IsFollowed(int at) =>
        (IsSpace(at) ? at + 1 : at) is var next && (text.Longest(words.Honorifics, next) is not null || text.Longest(words.Titles, next) is not null);

    /// <summary>The end of the longest word at a position that says only the sort; the position where there is none.</summary>
    private int GenericEnd(int at, int end)
    {
        for (var stop = Math.Min(end, at + LongestGeneric); stop > at; stop--)
        {
            var part = Text[at..stop];
            var isPrefecture = words.WideAreas.Contains(part) && stop < Text.Length && Text[stop] is '県' or '都' or '府';
            if ((words.Generic.Contains(part) || isPrefecture || words.PublicNames.Contains(part) || words.Offices.Any(o => o.Word == part))
                && (text.CanCut(stop) || stop == end))
            {
                return stop;
            }
        }

        return at;
    }

    private bool IsEmpty(int word, string surface) =>
        text.Words[word].PartOfSpeech.StartsWith("名詞-数", StringComparison.Ordinal)
        || text.Words[word].PartOfSpeech.StartsWith("接頭詞", StringComparison.Ordinal)
        || text.Words[word].PartOfSpeech.StartsWith("記号", StringComparison.Ordinal)
        || (surface.Length == 1 && (Script.IsLatin(surface[0]) || Script.IsHiragana(surface[0]) || char.IsAsciiDigit(surface[0])))
        || words.NotNames.Contains(surface);

    private bool AreKnown(int start, int end) =>
        Enumerable.Range(start, end - start).All(at => text.WordAt(at) is >= 0 and var word && text.Words[word].IsKnown && !text.Words[word].IsProper);

    // GH, SNS: two or three letters say the sort as often as the name.
    private static bool IsAbbreviation(string surface) => surface.Length <= 3 && Script.All(surface, Script.IsLatin);

    private bool IsName(int word, string surface) =>
        (text.Words[word].IsProper && (text.Words[word].IsKnown || !IsAbbreviation(surface)))
        || (!text.Words[word].IsKnown && surface.Length >= 2 && !IsAbbreviation(surface))
        || (Script.All(surface, Script.IsHiragana) && surface.Length >= 2);
}
