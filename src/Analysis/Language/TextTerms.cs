using System.Collections.Immutable;
using FeedbackLab.Analysis.Kuromoji;

namespace FeedbackLab.Analysis.Language;

/// <summary>The way from a text to its terms: normalise, cut into words, find the terms.</summary>
/// <param name="Morphemes">The words of a normalised text, in order, without overlap.</param>
/// <param name="Lexicon">The words of the field.</param>
public sealed record TextTerms(Func<string, IReadOnlyList<Morpheme>> Morphemes, Lexicon Lexicon)
{
    /// <summary>The way by Kuromoji with the dictionary and the field's words that come with the program; for one thread.</summary>
    /// <param name="lexicon">The words of the field.</param>
    public static TextTerms ByKuromoji(Lexicon lexicon) => new(new KuromojiMorphemes(KuromojiDictionary.Default, UserDictionary.OfTheField).Of, lexicon)
    {
        MakesWords = () => new KuromojiWords(KuromojiDictionary.Default, UserDictionary.OfTheField, lexicon),
    };

    /// <summary>Makes the same way to words for another thread; null where there is only the one.</summary>
    internal Func<IWordSource>? MakesWords { get; private init; }

    /// <summary>A text's normalised copy and its terms.</summary>
    /// <param name="text">The untouched text; may be empty.</param>
    public (NormalizedText Text, ImmutableArray<TermOccurrence> Terms) Read(string text)
    {
        var normalized = NormalizedText.Of(text);
        return (normalized, TermReader.Terms(normalized, Morphemes(normalized.Text), Lexicon));
    }
}
