using FeedbackLab.Analysis.Kuromoji;
using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Privacy.Finding;

/// <summary>A normalised text cut into words, with the questions that the finders ask of it.</summary>
internal sealed class WordText
{
    private readonly int[] _wordAt;

    private WordText(NormalizedText source, Word[] words)
    {
        Source = source;
        Words = words;
        _wordAt = new int[Text.Length];
        Array.Fill(_wordAt, -1);
        for (var i = 0; i < words.Length; i++)
        {
            Array.Fill(_wordAt, i, words[i].Start, words[i].End - words[i].Start);
        }
    }

    /// <summary>The normalised copy and its way back.</summary>
    public NormalizedText Source { get; }

    /// <summary>The normalised text.</summary>
    public string Text => Source.Text;

    /// <summary>Its words in order; punctuation too.</summary>
    public Word[] Words { get; }

    /// <summary>The words of a text.</summary>
    public static WordText Of(string text, KuromojiTokenizer tokenizer)
    {
        var normalized = NormalizedText.Of(text);
        var tokens = new List<Token>();
        tokenizer.Tokenize(normalized.Text, tokens);
        return new WordText(
            normalized,
            [
                .. tokens.Select(t =>
                {
                    var features = tokenizer.Describe(t, normalized.Text);
                    return new Word(t.Start, t.End, features.PartOfSpeech, features.InflectionForm, t.Origin != TokenOrigin.Unknown);
                }),
            ]);
    }

    /// <summary>Number of the word that covers a character; -1 for none.</summary>
    public int WordAt(int at) => at >= 0 && at < _wordAt.Length ? _wordAt[at] : -1;

    /// <summary>Number of the word that ends before a position; -1 for none.</summary>
    public int WordEndingAt(int position) => WordAt(position - 1) is >= 0 and var w && Words[w].End == position ? w : -1;

    /// <summary>Number of the word that starts at a position; -1 for none.</summary>
    public int WordStartingAt(int position) => WordAt(position) is >= 0 and var w && Words[w].Start == position ? w : -1;

    /// <summary>Whether no word goes over a position.</summary>
    public bool IsBoundary(int position) =>
        position <= 0 || position >= Text.Length || WordAt(position) < 0 || WordAt(position - 1) != WordAt(position);

    /// <summary>Whether a cut is safe: between words, or inside one that the dictionary does not know.</summary>
    public bool CanCut(int position) => IsBoundary(position) || !Words[WordAt(position)].IsKnown;

    /// <summary>The words of a word.</summary>
    public string Surface(int word) => Text[Words[word].Start..Words[word].End];

    /// <summary>The longest of some words that stands at a position; null where none does.</summary>
    public string? Longest(IEnumerable<string> longestFirst, int at) =>
        longestFirst.FirstOrDefault(w => string.CompareOrdinal(Text, at, w, 0, w.Length) == 0);

    /// <summary>The longest of some words that ends before a position; null where none does.</summary>
    public string? LongestBefore(IEnumerable<string> longestFirst, int position) =>
        longestFirst.FirstOrDefault(w => w.Length <= position && string.CompareOrdinal(Text, position - w.Length, w, 0, w.Length) == 0);
}
