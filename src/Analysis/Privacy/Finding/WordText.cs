using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Kuromoji;
using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Privacy.Finding;

/// <summary>A normalised text cut into words, with the questions that the finders ask of it.</summary>
/// <remarks>Kanji that the dictionary knows in another form only (﨑, 𠮷) stand in that form.</remarks>
internal sealed class WordText
{
    private readonly NormalizedText _source;
    private readonly List<(int Start, int End)>? _sources;
    private readonly int[] _wordAt;

    private WordText(NormalizedText source, string text, List<(int Start, int End)>? sources, Word[] words)
    {
        _source = source;
        _sources = sources;
        Text = text;
        Words = words;
        _wordAt = new int[Text.Length];
        Array.Fill(_wordAt, -1);
        for (var i = 0; i < words.Length; i++)
        {
            Array.Fill(_wordAt, i, words[i].Start, words[i].End - words[i].Start);
        }
    }

    /// <summary>The untouched text.</summary>
    public string Original => _source.Original;

    /// <summary>The normalised text.</summary>
    public string Text { get; }

    /// <summary>Its words in order; punctuation too.</summary>
    public Word[] Words { get; }

    /// <summary>The words of a text.</summary>
    public static WordText Of(string text, KuromojiTokenizer tokenizer, KanjiVariants variants)
    {
        var normalized = NormalizedText.Of(text);
        var asWritten = WordsOf(normalized.Text, tokenizer);
        var sources = new List<(int Start, int End)>();

        // 渡邊 stays, which the dictionary knows, and 嶋 by itself; 濵 of 濵田 is a word that it does not know, 眞 of 眞鍋 no name of its own.
        var common = variants.Common(
            normalized.Text,
            (written, at) => Array.Find(asWritten, w => w.Start <= at && at < w.End) is var word
                && (!word.IsKnown || (word.Length == 1 && (!word.IsProper || IsKanji(written, at - 1) || IsKanji(written, at + 1)))),
            sources);
        return common == normalized.Text
            ? new WordText(normalized, common, null, asWritten)
            : new WordText(normalized, common, sources, WordsOf(common, tokenizer));
    }

    /// <summary>The stretch of the untouched text behind a stretch of the text.</summary>
    /// <param name="start">First UTF-16 code unit of the text.</param>
    /// <param name="end">The code unit after the last; greater than <paramref name="start"/>.</param>
    public TextSpan ToOriginal(int start, int end) =>
        _sources is null ? _source.ToOriginal(start, end) : _source.ToOriginal(_sources[start].Start, _sources[end - 1].End);

    /// <summary>Whether a character is written otherwise in the untouched text: 崎 that was 﨑.</summary>
    public bool IsVariant(int at) => _sources is not null && _source.Text[_sources[at].Start] != Text[at];

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

    private static bool IsKanji(string text, int at) => at >= 0 && at < text.Length && Script.IsKanji(text[at]);

    private static Word[] WordsOf(string text, KuromojiTokenizer tokenizer)
    {
        var tokens = new List<Token>();
        tokenizer.Tokenize(text, tokens);
        return
        [
            .. tokens.Select(t =>
            {
                var features = tokenizer.Describe(t, text);
                return new Word(t.Start, t.End, features.PartOfSpeech, features.InflectionForm, t.Origin != TokenOrigin.Unknown);
            }),
        ];
    }
}
