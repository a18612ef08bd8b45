using System.Collections.Immutable;
using FeedbackLab.Analysis.Kuromoji;

namespace FeedbackLab.Analysis.Language;

/// <summary>A word that a user's dictionary could hold, because the dictionary does not know it or cuts it every time.</summary>
/// <param name="Surface">The word as it is written.</param>
/// <param name="Segments">How it is cut now; one segment for an unknown word.</param>
/// <param name="Readings">Readings of the segments in katakana; the segment itself where none is known.</param>
/// <param name="IsUnknown">Whether a part of it is unknown.</param>
/// <param name="Count">How often it occurs.</param>
public sealed record DictionarySuggestion(
    string Surface, ImmutableArray<string> Segments, ImmutableArray<string> Readings, bool IsUnknown, int Count)
{
    private const string PartOfSpeech = "名詞-一般";

    /// <summary>The suggestion as a line of Kuromoji's user dictionary: surface, segments, readings, part of speech.</summary>
    public string ToCsv() => string.Join(',', Surface, string.Join(' ', Segments), string.Join(' ', Readings), PartOfSpeech);

    /// <summary>
    /// Words worth adding to a user's dictionary: unknown words of at least two letters, and runs of nouns that are cut the same way
    /// every time, of at most twelve UTF-16 code units.
    /// </summary>
    /// <param name="lines">The texts.</param>
    /// <param name="dictionary">The dictionary.</param>
    /// <param name="user">Words that the user has added already; null for none.</param>
    /// <param name="least">How often a word must occur, at least 1.</param>
    /// <returns>Unknown ones first, then by count (descending), then by surface.</returns>
    public static ImmutableArray<DictionarySuggestion> Of(IEnumerable<string> lines, KuromojiDictionary dictionary, UserDictionary? user, int least)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(dictionary);
        ArgumentOutOfRangeException.ThrowIfLessThan(least, 1);
        var tokenizer = new KuromojiTokenizer(dictionary, new TokenizerOptions { Mode = TokenizeMode.Normal, UserDictionary = user });
        var found = new Dictionary<string, (DictionarySuggestion Suggestion, int Count)>(StringComparer.Ordinal);
        var tokens = new List<Token>();
        foreach (var line in lines)
        {
            tokens.Clear();
            tokenizer.Tokenize(line, tokens);
            for (var i = 0; i < tokens.Count;)
            {
                var end = NounRun.End(tokens, i, tokenizer, line);
                Consider(found, line, tokens, i, end, tokenizer);
                i = end;
            }
        }

        return
        [
            .. found.Values
                .Where(f => f.Count >= least)
                .Select(f => f.Suggestion with { Count = f.Count })
                .OrderByDescending(s => s.IsUnknown)
                .ThenByDescending(s => s.Count)
                .ThenBy(s => s.Surface, StringComparer.Ordinal),
        ];
    }

    private static void Consider(
        Dictionary<string, (DictionarySuggestion Suggestion, int Count)> found, string line, List<Token> tokens, int start, int end, KuromojiTokenizer tokenizer)
    {
        var surface = line[tokens[start].Start..tokens[end - 1].End];
        var run = tokens.GetRange(start, end - start);
        var isUnknown = run.Exists(t => t.Origin == TokenOrigin.Unknown);
        if (surface.Length is < 2 or > TermReader.LongestCompound || surface.Contains(',', StringComparison.Ordinal)
            || !surface.All(char.IsLetter) || (run.Count == 1 && !isUnknown) || run.TrueForAll(t => t.Origin == TokenOrigin.User))
        {
            return;
        }

        if (!found.TryGetValue(surface, out var known))
        {
            var segments = run.Select(t => line[t.Start..t.End]).ToImmutableArray();
            known = (new DictionarySuggestion(
                surface, segments, [.. run.Select((t, i) => tokenizer.Describe(t, line).Reading ?? segments[i])], isUnknown, 0), 0);
        }

        found[surface] = known with { Count = known.Count + 1 };
    }

    /// <summary>Runs of nouns, as KH Coder joins them: no numerals, pronouns or dependent nouns; a prefix may lead, suffixes may follow.</summary>
    private static class NounRun
    {
        public static int End(List<Token> tokens, int start, KuromojiTokenizer tokenizer, string line)
        {
            var end = start + 1;
            if (!Is(tokens[start], tokenizer, line, isFirst: true))
            {
                return end;
            }

            while (end < tokens.Count && Is(tokens[end], tokenizer, line, isFirst: false))
            {
                end++;
            }

            return end;
        }

        private static bool Is(Token token, KuromojiTokenizer tokenizer, string line, bool isFirst)
        {
            var pos = tokenizer.Describe(token, line).PartOfSpeech;
            return char.IsLetter(line[token.Start]) && (NounRule.IsPrefix(pos) ? isFirst : NounRule.IsNoun(pos) || (!isFirst && NounRule.IsSuffix(pos)));
        }
    }
}
