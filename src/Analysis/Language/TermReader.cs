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
        var words = new FoundWord[morphemes.Count];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = MorphemeWords.Found(text.Text, morphemes[i], lexicon);
        }

        var sink = new Occurrences(text);
        new TermWalk(lexicon).Terms(text.Text, words, ref sink);
        return sink.All();
    }

    private readonly struct Occurrences(NormalizedText text) : ITermSink
    {
        private readonly ImmutableArray<TermOccurrence>.Builder _all = ImmutableArray.CreateBuilder<TermOccurrence>();

        public ImmutableArray<TermOccurrence> All() => _all.ToImmutable();

        public void Word(WordEntry word, int start, int end, int position)
        {
            var span = text.ToOriginal(start, end);
            var isPredicate = word.Role == WordRole.Predicate;
            var form = isPredicate ? word.Form : text.Original[span.Start..span.End];
            _all.Add(new TermOccurrence(word.Key, form, span, TermKind.Word, position, word.IsTemplate, isPredicate));
        }

        public void Compound(ReadOnlySpan<char> key, bool isTemplate, int start, int end, int position)
        {
            var span = text.ToOriginal(start, end);
            _all.Add(new TermOccurrence(
                key.ToString(), text.Original[span.Start..span.End], span, TermKind.Compound, position, isTemplate, IsPredicate: false));
        }
    }
}
