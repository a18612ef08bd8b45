namespace FeedbackLab.Analysis.Language;

/// <summary>Words of whatever cuts texts into morphemes.</summary>
/// <param name="morphemes">The words of a normalised text, in order, without overlap.</param>
/// <param name="lexicon">The words of the field.</param>
internal sealed class MorphemeWords(Func<string, IReadOnlyList<Morpheme>> morphemes, Lexicon lexicon) : IWordSource
{
    /// <inheritdoc/>
    public void Read(string text, List<FoundWord> into)
    {
        into.Clear();
        foreach (var morpheme in morphemes(text))
        {
            into.Add(Found(text, morpheme, lexicon));
        }
    }

    /// <summary>A morpheme as a word.</summary>
    public static FoundWord Found(string text, Morpheme morpheme, Lexicon lexicon) => new(
        morpheme.Start,
        morpheme.End,
        WordEntry.Of(morpheme.PartOfSpeech, morpheme.BaseForm, text.AsSpan(morpheme.Start, morpheme.End - morpheme.Start), lexicon));
}
