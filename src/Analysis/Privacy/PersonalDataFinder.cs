using System.Collections.Immutable;
using FeedbackLab.Analysis.Kuromoji;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Privacy.Finding;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Analysis.Privacy;

/// <summary>Finds what points at a person, an office or a company (docs/methods/privacy.md).</summary>
/// <remarks>By part of speech, by what stands before and after, by lists, by the shape of numbers. One instance serves one thread.</remarks>
/// <param name="words">The words by which names are told.</param>
public sealed class PersonalDataFinder(PrivacyWords words)
{
    // Of two that overlap, numbers stand before names, names of offices before those of people in them, those before places.
    private static readonly PersonalDataKind[] Order =
    [
        PersonalDataKind.Mail, PersonalDataKind.BirthDate, PersonalDataKind.Phone, PersonalDataKind.Number, PersonalDataKind.Account,
        PersonalDataKind.Office, PersonalDataKind.Company, PersonalDataKind.Person, PersonalDataKind.Locality,
    ];

    private readonly KuromojiTokenizer _tokenizer = new(KuromojiDictionary.Default, new TokenizerOptions { Mode = TokenizeMode.Normal, DiscardPunctuation = false });

    /// <summary>What a text holds, by place, without overlap.</summary>
    /// <param name="text">The untouched text; may be empty.</param>
    /// <returns>Spans of the untouched text. Initials (Ａさん) and what points at nobody (prefectures, ministries) are none.</returns>
    public ImmutableArray<PersonalMention> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var wordText = WordText.Of(text, _tokenizer, words.Variants);
        if (wordText.Text.Length == 0)
        {
            return [];
        }

        var found = new List<Found>();
        found.AddRange(NumberFinder.Find(wordText, words));
        found.AddRange(AccountFinder.Find(wordText, words));
        var shape = new NameShape(wordText, words);
        found.AddRange(new OfficeFinder(wordText, words, shape).Find());
        found.AddRange(new CompanyFinder(wordText, words, shape).Find());
        found.AddRange(new BrandFinder(wordText, words, shape).Find());
        found.AddRange(new PersonFinder(wordText, words, PersonNames.Default).Find());
        found.AddRange(SpacedLetters.Find(wordText, words, PersonNames.Default));
        found.AddRange(LocalityFinder.Find(wordText, words));
        return Furigana.With(text, [.. WithoutOverlap(wordText, found).Select(f => Mention(wordText, f))], words);
    }

    /// <summary>A name as two mentions of it are compared by: normalised, without white space.</summary>
    /// <param name="name">The name as it is written.</param>
    public static string NameOf(string name) => JapaneseText.WithoutSpaces(NormalizedText.Of(name).Text);

    /// <summary>What was found, and the names that are known from elsewhere wherever they stand as words of their own.</summary>
    /// <param name="text">The untouched text.</param>
    /// <param name="found">What <see cref="Find"/> found in it.</param>
    /// <param name="expected">The names, normalised, in common kanji, with what each is.</param>
    internal ImmutableArray<PersonalMention> With(
        string text, ImmutableArray<PersonalMention> found, IReadOnlyDictionary<string, ExpectedName> expected)
    {
        var normalized = NameIn(NormalizedText.Of(text).Text);
        if (!expected.Keys.Any(name => normalized.Contains(name, StringComparison.Ordinal)))
        {
            return found;
        }

        // Without white space, as the names are: 小 林.
        var wordText = WordText.Of(text, _tokenizer, words.Variants);
        var places = Enumerable.Range(0, wordText.Text.Length).Where(at => !char.IsWhiteSpace(wordText.Text[at])).ToArray();
        var common = NameIn(wordText.Text);
        var all = found.Where(m => !IsNamedAfter(m)).Select(m => IsCertain(m) ? m with { IsDoubtful = false } : m).ToList();
        foreach (var (name, (kind, isDoubtful, isOnlyDecided)) in expected.OrderByDescending(c => c.Key.Length).ThenBy(c => c.Key, StringComparer.Ordinal))
        {
            for (var first = common.IndexOf(name, StringComparison.Ordinal); first >= 0; first = common.IndexOf(name, first + 1, StringComparison.Ordinal))
            {
                var (at, end) = (places[first], places[first + name.Length - 1] + 1);
                var span = wordText.ToOriginal(at, end);
                var isWord = (name.Length > 3 && end - at == name.Length)
                    || (wordText.IsBoundary(at) && wordText.IsBoundary(end) && (name.Length > 1 || IsByItself(wordText, at)));
                var isOther = kind == PersonalDataKind.Person && !isOnlyDecided && NamedAfter.GoesOn(text, span.End);

                // What is certain stays, unless it is only a part of this name (汐路 of みなとむすび汐路).
                var length = span.End - span.Start;
                if (isWord && !isOther && !all.Exists(m => m.Span.Start < span.End && span.Start < m.Span.End
                    && (isDoubtful || (m.IsDoubtful ? m.Span.End - m.Span.Start > length : m.Span.Start < span.Start || m.Span.End > span.End || m.Span.End - m.Span.Start == length))))
                {
                    all.RemoveAll(m => m.Span.Start < span.End && span.Start < m.Span.End);
                    all.Add(new PersonalMention(span, kind, NameOf(text[span.Start..span.End]), isDoubtful));
                }
            }
        }

        return Furigana.With(text, [.. all.OrderBy(m => m.Span.Start)], words);

        bool IsCertain(PersonalMention m) => expected.TryGetValue(words.Variants.Common(m.Name), out var known) && !known.IsDoubtful;

        bool IsNamedAfter(PersonalMention m) => m.Kind == PersonalDataKind.Person && IsCertain(m) && NamedAfter.GoesOn(text, m.Span.End);
    }

    private string NameIn(string normalized) => JapaneseText.WithoutSpaces(words.Variants.Common(normalized));

    // 林 of 林主任, 林PSW, 担当林; not of 林業, 山林.
    private bool IsByItself(WordText text, int at)
    {
        var (word, end) = (text.WordAt(at), at + 1);
        return (word >= 0 && PersonNames.OfPartOfSpeech(text.Words[word].PartOfSpeech) != NameParts.None)
            || ((at == 0 || !Script.IsKanji(text.Text[at - 1]))
                && (end == text.Text.Length || !Script.IsKanji(text.Text[end]) || text.Longest(words.Honorifics, end) is not null || text.Longest(words.Titles, end) is not null));
    }

    private static List<Found> WithoutOverlap(WordText text, List<Found> found)
    {
        // クローバー三鷹台: the place in what may be a name goes with it.
        found.RemoveAll(f => f.Kind == PersonalDataKind.Locality && found.Exists(o => o.Kind == PersonalDataKind.Office && o.Start < f.Start && f.End <= o.End));
        var kept = new List<Found>();
        foreach (var candidate in found
            .OrderBy(f => f.IsDoubtful)
            .ThenBy(f => f.Kind == PersonalDataKind.Company ? Array.IndexOf(Order, PersonalDataKind.Office) : Array.IndexOf(Order, f.Kind))
            .ThenByDescending(f => f.End - f.Start)
            .ThenBy(f => f.Start))
        {
            var left = candidate is { Kind: PersonalDataKind.Locality, IsDoubtful: false } ? WithHouse(text, candidate, kept) : candidate;
            if (!kept.Exists(k => k.Start < left.End && left.Start < k.End))
            {
                kept.Add(left);
            }
        }

        kept.Sort((a, b) => a.Start.CompareTo(b.Start));
        return kept;
    }

    // 青嶺市大網115-2 サンハイツ201: the house goes with its number; what else stands in an address ends it.
    private static Found WithHouse(WordText text, Found place, List<Found> kept)
    {
        kept.RemoveAll(k => k.Kind == PersonalDataKind.Office && k.Start > place.Start && k.End < place.End && char.IsAsciiDigit(text.Text[k.End]));
        var end = kept.Where(k => k.Start > place.Start && k.Start < place.End).Select(k => k.Start).DefaultIfEmpty(place.End).Min();
        while (text.Text[end - 1] == ' ')
        {
            end--;
        }

        return place with { End = end };
    }

    private static PersonalMention Mention(WordText text, Found found)
    {
        var span = text.ToOriginal(found.Start, found.End);
        return new PersonalMention(span, found.Kind, NameOf(text.Original[span.Start..span.End]), found.IsDoubtful);
    }
}
