namespace FeedbackLab.Analysis.Themes;

/// <summary>Tells in one pass of which sets of words a text may hold one, by two characters at a time: most clauses hold none.</summary>
/// <remarks>A set that is told may hold only words that begin as the text does somewhere; one that is not told has no word in it.</remarks>
internal sealed class CueWords
{
    private const int MostSets = 4;
    private const int PairBits = 14;

    // By character: sets with a longer word that begins with it, and above them those where it is a word.
    private readonly byte[] _firsts = new byte[char.MaxValue + 1];

    // By a number of two characters, which others may share: sets with a word that begins with them.
    private readonly byte[] _pairs = new byte[1 << PairBits];

    /// <param name="sets">The words of each set, at most four sets.</param>
    public CueWords(params string[][] sets)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sets.Length, MostSets);
        for (var set = 0; set < sets.Length; set++)
        {
            foreach (var word in sets[set])
            {
                _firsts[word[0]] |= (byte)(1 << (word.Length == 1 ? MostSets + set : set));
                if (word.Length > 1)
                {
                    _pairs[Pair(word[0], word[1])] |= (byte)(1 << set);
                }
            }
        }
    }

    /// <summary>The sets of which a text may hold a word, bit s for set s.</summary>
    public int In(ReadOnlySpan<char> text)
    {
        var found = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var may = _firsts[text[i]];
            if (may != 0)
            {
                found |= (may >> MostSets) | (i + 1 < text.Length ? may & _pairs[Pair(text[i], text[i + 1])] : 0);
            }
        }

        return found;
    }

    private static int Pair(char first, char second) => ((first << 7) ^ second) & ((1 << PairBits) - 1);
}
