using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Themes;

/// <summary>Runs of two and three characters: what is left of a word when the tokenizer or the spelling goes another way.</summary>
public static class CharacterGrams
{
    /// <summary>How often each run occurs in a text, without runs that hold anything but letters and without runs all in hiragana.</summary>
    /// <param name="text">A normalised text; may be empty.</param>
    /// <returns>Key: the UTF-16 code units of the run, 16 bits each, the first highest.</returns>
    public static Dictionary<ulong, int> Count(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var counts = new Dictionary<ulong, int>();
        for (var length = 2; length <= 3; length++)
        {
            for (var start = 0; start + length <= text.Length; start++)
            {
                if (Key(text.AsSpan(start, length)) is { } key)
                {
                    counts[key] = counts.GetValueOrDefault(key) + 1;
                }
            }
        }

        return counts;
    }

    private static ulong? Key(ReadOnlySpan<char> run)
    {
        var key = 0UL;
        var allHiragana = true;
        foreach (var c in run)
        {
            if (!char.IsLetter(c))
            {
                return null;
            }

            allHiragana &= KanjiSkeleton.IsHiragana(c) || c == 'ー';
            key = (key << 16) | c;
        }

        return allHiragana ? null : key;
    }
}
