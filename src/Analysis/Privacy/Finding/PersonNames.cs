using System.Collections.Frozen;
using FeedbackLab.Analysis.Kuromoji;

namespace FeedbackLab.Analysis.Privacy.Finding;

/// <summary>The names of people that IPADIC has, by how they are written and by how they are read.</summary>
internal sealed class PersonNames
{
    private const string People = "名詞-固有名詞-人名";
    private static readonly Lazy<PersonNames> OfDictionary = new(() => new PersonNames(KuromojiDictionary.Default));

    private readonly KuromojiDictionary _dictionary;
    private readonly FrozenSet<string> _surnames;
    private readonly FrozenSet<string> _given;

    private PersonNames(KuromojiDictionary dictionary)
    {
        _dictionary = dictionary;
        _surnames = dictionary.Readings(People + "-姓").ToFrozenSet(StringComparer.Ordinal);
        _given = dictionary.Readings(People + "-名").ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The names that the program's dictionary has; made on first use.</summary>
    public static PersonNames Default => OfDictionary.Value;

    /// <summary>What a part of speech says.</summary>
    public static NameParts OfPartOfSpeech(string partOfSpeech) =>
        !partOfSpeech.StartsWith(People, StringComparison.Ordinal) ? NameParts.None
        : partOfSpeech.EndsWith("-姓", StringComparison.Ordinal) ? NameParts.Surname
        : partOfSpeech.EndsWith("-名", StringComparison.Ordinal) ? NameParts.Given
        : NameParts.Other;

    /// <summary>What a word can be, as it is written.</summary>
    public NameParts Of(string surface) =>
        _dictionary.PartsOfSpeech(surface).Aggregate(NameParts.None, (parts, p) => parts | OfPartOfSpeech(p));

    /// <summary>Whether the dictionary has a noun that is written so: an independent one, no pronoun, no adverb.</summary>
    public bool HasNoun(string surface) => _dictionary.PartsOfSpeech(surface).Any(p =>
        p.StartsWith("名詞-一般", StringComparison.Ordinal) || p.StartsWith("名詞-固有名詞", StringComparison.Ordinal) || p.StartsWith("名詞-形容動詞語幹", StringComparison.Ordinal));

    /// <summary>Whether the dictionary has a noun of time and relation that is written so: あいだ.</summary>
    public bool HasAdverbialNoun(string surface) => _dictionary.PartsOfSpeech(surface).Any(p => p.StartsWith("名詞-副詞可能", StringComparison.Ordinal));

    /// <summary>Whether the dictionary has an ordinary word that is written so.</summary>
    public bool HasWord(string surface) => _dictionary.PartsOfSpeech(surface).Any(p => !p.StartsWith("名詞-固有名詞", StringComparison.Ordinal));

    /// <summary>Whether the dictionary has a place that is written so.</summary>
    public bool HasPlace(string surface) => _dictionary.PartsOfSpeech(surface).Any(p => p.StartsWith("名詞-固有名詞-地域", StringComparison.Ordinal));

    /// <summary>The family name of a full name in kanji: the longest that leaves a given name, or else one to three kanji; null where it is no full name.</summary>
    public string? SurnameOf(string name)
    {
        if (name.Length < 3 || !Script.All(name, Script.IsKanji) || (Of(name) & NameParts.Surname) != 0)
        {
            return null;
        }

        var cuts = Enumerable.Range(1, name.Length - 1).Reverse().Where(cut => (Of(name[..cut]) & NameParts.Surname) != 0).ToList();
        var full = cuts.Find(cut => (Of(name[cut..]) & NameParts.Given) != 0);
        var loose = full > 0 ? full : cuts.Find(cut => name.Length - cut <= 3);
        return loose > 0 ? name[..loose] : null;
    }

    /// <summary>What a word in kana can be, by its reading.</summary>
    public NameParts OfReading(string katakana) =>
        katakana.Length < 2 ? NameParts.None
        : (_surnames.Contains(katakana) ? NameParts.Surname : NameParts.None)
            | (_given.Contains(katakana) ? NameParts.Given : NameParts.None)
            | Of(katakana);

    /// <summary>Whether the words are a family name and a given name on end.</summary>
    public bool IsFull(string surface)
    {
        for (var cut = 1; cut < surface.Length; cut++)
        {
            if ((Of(surface[..cut]) & NameParts.Surname) != 0 && (Of(surface[cut..]) & NameParts.Given) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the kana are the readings of a family name and a given name on end.</summary>
    public bool IsFullReading(string katakana)
    {
        for (var cut = 2; cut <= katakana.Length - 2; cut++)
        {
            if (_surnames.Contains(katakana[..cut]) && _given.Contains(katakana[cut..]))
            {
                return true;
            }
        }

        return false;
    }
}
