namespace FeedbackLab.Analysis.Language;

/// <summary>What the search for terms needs to know about a word: the same wherever the word stands.</summary>
/// <param name="role">What it does in a run of nouns.</param>
/// <param name="key">What it is counted as.</param>
/// <param name="form">Its dictionary form.</param>
/// <param name="lexicon">The words of the field.</param>
internal sealed class WordEntry(WordRole role, string key, string form, Lexicon lexicon)
{
    public WordRole Role { get; } = role;

    public string Key { get; } = key;

    public string Form { get; } = form;

    public bool IsStop { get; } = lexicon.IsStop(key);

    public bool IsTemplate { get; } = lexicon.IsTemplate(key);

    /// <summary>Its number among the terms of whoever counts; −1 before it was counted. An entry serves one counter.</summary>
    public int Term { get; set; } = -1;

    /// <summary>Number of the form in which it is shown, likewise.</summary>
    public int Shown { get; set; } = -1;

    /// <summary>How often it was counted in that form.</summary>
    public int Times { get; set; }

    /// <summary>The entry of a word by its part of speech and its dictionary form.</summary>
    public static WordEntry Of(string partOfSpeech, string baseForm, ReadOnlySpan<char> surface, Lexicon lexicon) =>
        new(RoleOf(partOfSpeech, surface), lexicon.KeyOf(baseForm), baseForm, lexicon);

    private static WordRole RoleOf(string pos, ReadOnlySpan<char> surface)
    {
        if (pos.StartsWith("動詞-自立", StringComparison.Ordinal) || pos.StartsWith("形容詞-自立", StringComparison.Ordinal))
        {
            return WordRole.Predicate;
        }

        if (NounRule.IsPrefix(pos))
        {
            return WordRole.Prefix;
        }

        return !HasLetter(surface) ? WordRole.Other
            : NounRule.IsNoun(pos) ? WordRole.Noun
            : NounRule.IsSuffix(pos) ? WordRole.Suffix
            : NounRule.IsAdverbial(pos) ? WordRole.NounAlone
            : WordRole.Other;
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
}

/// <summary>What a word does in a run of nouns.</summary>
internal enum WordRole
{
    /// <summary>Nothing: it is no term.</summary>
    Other,

    /// <summary>A noun, which starts a run or goes on with it.</summary>
    Noun,

    /// <summary>A noun that is a term but in no run.</summary>
    NounAlone,

    /// <summary>A suffix: only in a run.</summary>
    Suffix,

    /// <summary>A prefix: only at the beginning of a run.</summary>
    Prefix,

    /// <summary>A verb or an adjective.</summary>
    Predicate,
}

/// <summary>A word where it stands.</summary>
/// <param name="Start">First UTF-16 code unit of the normalised text.</param>
/// <param name="End">The code unit after the last.</param>
/// <param name="Entry">What it is.</param>
internal readonly record struct FoundWord(int Start, int End, WordEntry Entry);
