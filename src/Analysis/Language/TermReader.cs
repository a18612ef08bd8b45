using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Language;

/// <summary>Finds the terms of a text: content words, lexicon forms, and runs of nouns beside their parts.</summary>
/// <remarks>
/// Content words are nouns (without dependent nouns, pronouns, numerals and suffixes), independent verbs and independent
/// adjectives; IPADIC's classes. See docs/methods/normalization.md.
/// </remarks>
public static class TermReader
{
    /// <summary>Longest compound, in UTF-16 code units; a longer run of nouns is not one name.</summary>
    public const int LongestCompound = 12;

    // From this length on a form of the lexicon counts even where the tokenizer cut it elsewhere: chance matches are short.
    private const int SafeLength = 4;

    private enum Role
    {
        Other,
        Noun,
        NounAlone,
        Suffix,
        Prefix,
        Predicate,
    }

    /// <summary>The terms of a text, in order; a compound comes after its parts.</summary>
    /// <param name="text">The text.</param>
    /// <param name="morphemes">Its words in order, without overlap; offsets of the normalised copy.</param>
    /// <param name="lexicon">The words of the field.</param>
    /// <returns>One entry an occurrence; empty where there are none.</returns>
    public static ImmutableArray<TermOccurrence> Terms(NormalizedText text, IReadOnlyList<Morpheme> morphemes, Lexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(morphemes);
        ArgumentNullException.ThrowIfNull(lexicon);
        var units = Units(text.Text, morphemes, lexicon);
        var terms = ImmutableArray.CreateBuilder<TermOccurrence>(units.Count);
        for (var i = 0; i < units.Count;)
        {
            var end = RunEnd(units, i);
            for (var j = i; j < end; j++)
            {
                if (units[j].Role is Role.Noun or Role.NounAlone or Role.Predicate && !lexicon.IsStop(units[j].Key))
                {
                    var span = text.ToOriginal(units[j].Start, units[j].End);
                    var form = units[j].Role == Role.Predicate ? units[j].Form : text.Original[span.Start..span.End];
                    terms.Add(new TermOccurrence(
                        units[j].Key, form, span, TermKind.Word, j, lexicon.IsTemplate(units[j].Key), units[j].Role == Role.Predicate));
                }
            }

            if (end - i > 1 && units[end - 1].End - units[i].Start <= LongestCompound)
            {
                var span = text.ToOriginal(units[i].Start, units[end - 1].End);
                var run = units.Skip(i).Take(end - i);
                var key = string.Concat(run.Select(u => u.Key));
                var isTemplate = lexicon.IsTemplate(key)
                    || run.All(u => u.Role != Role.Noun || lexicon.IsTemplate(u.Key) || lexicon.IsStop(u.Key));
                terms.Add(new TermOccurrence(
                    key, text.Original[span.Start..span.End], span, TermKind.Compound, i, isTemplate, IsPredicate: false));
            }

            i = end;
        }

        return terms.ToImmutable();
    }

    private static List<Unit> Units(string text, IReadOnlyList<Morpheme> morphemes, Lexicon lexicon)
    {
        var starts = new bool[text.Length + 1];
        var ends = new bool[text.Length + 1];
        foreach (var morpheme in morphemes)
        {
            starts[morpheme.Start] = true;
            ends[morpheme.End] = true;
        }

        var units = new List<Unit>(morphemes.Count);
        var at = 0;
        for (var i = 0; i < morphemes.Count;)
        {
            var (start, length, key) = NextForm(text, Math.Max(at, morphemes[i].Start), morphemes[i].End, starts, ends, lexicon);
            if (key is null)
            {
                if (morphemes[i].Start >= at)
                {
                    units.Add(Unit.Of(text, morphemes[i], lexicon));
                }

                i++;
                continue;
            }

            var alone = morphemes[i].Start == start && morphemes[i].End == start + length;
            var role = alone && RoleOf(text, morphemes[i]) == Role.Predicate ? Role.Predicate : Role.Noun;
            units.Add(new Unit(start, start + length, role, key, morphemes[i].BaseForm));
            at = start + length;
            while (i < morphemes.Count && morphemes[i].End <= at)
            {
                i++;
            }
        }

        return units;
    }

    private static (int Start, int Length, string? Key) NextForm(
        string text, int from, int to, bool[] starts, bool[] ends, Lexicon lexicon)
    {
        for (var start = from; start < to; start++)
        {
            var first = start;
            var key = lexicon.Longest(
                text,
                start,
                n => IsWhole(text, first, first + n) && (n >= SafeLength || (starts[first] && ends[first + n])),
                out var length);
            if (key is not null)
            {
                return (start, length, key);
            }
        }

        return (from, 0, null);
    }

    // A Latin word or a number is not cut: "gh" does not stand in "ghq", nor "3年後" in "13年後".
    private static bool IsWhole(string text, int start, int end) =>
        (start == 0 || !IsLatin(text[start]) || !IsLatin(text[start - 1]))
        && (end == text.Length || !IsLatin(text[end - 1]) || !IsLatin(text[end]));

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c);

    private static int RunEnd(List<Unit> units, int start)
    {
        var end = start + 1;
        if (units[start].Role is Role.Noun or Role.Prefix)
        {
            while (end < units.Count && units[end].Role is Role.Noun or Role.Suffix && units[end].Start == units[end - 1].End)
            {
                end++;
            }
        }

        return end;
    }

    private static Role RoleOf(string text, Morpheme morpheme)
    {
        var pos = morpheme.PartOfSpeech;
        if (pos.StartsWith("動詞-自立", StringComparison.Ordinal) || pos.StartsWith("形容詞-自立", StringComparison.Ordinal))
        {
            return Role.Predicate;
        }

        if (NounRule.IsPrefix(pos))
        {
            return Role.Prefix;
        }

        return !HasLetter(text.AsSpan(morpheme.Start, morpheme.End - morpheme.Start)) ? Role.Other
            : NounRule.IsNoun(pos) ? Role.Noun
            : NounRule.IsSuffix(pos) ? Role.Suffix
            : NounRule.IsAdverbial(pos) ? Role.NounAlone
            : Role.Other;
    }

    private static bool HasLetter(ReadOnlySpan<char> surface)
    {
        foreach (var c in surface)
        {
            if (char.IsLetter(c) || char.IsSurrogate(c))
            {
                return true;
            }
        }

        return false;
    }

    private readonly record struct Unit(int Start, int End, Role Role, string Key, string Form)
    {
        public static Unit Of(string text, Morpheme morpheme, Lexicon lexicon) =>
            new(morpheme.Start, morpheme.End, RoleOf(text, morpheme), lexicon.KeyOf(morpheme.BaseForm), morpheme.BaseForm);
    }
}
