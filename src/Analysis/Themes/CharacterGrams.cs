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
        var runs = new List<ulong>();
        Add(text, runs);
        return runs.CountBy(r => r).ToDictionary();
    }

    /// <summary>Adds the runs of a text to a list, each as often as it occurs.</summary>
    internal static void Add(string text, List<ulong> into)
    {
        // Of the characters just read: how many letters in a row, and how many of these in hiragana.
        var (letters, hiragana) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (KanjiSkeleton.IsHiragana(c) || c == 'ー')
            {
                hiragana++;
            }
            else
            {
                hiragana = 0;
            }

            letters = char.IsLetter(c) ? letters + 1 : 0;
            if (letters >= 2 && hiragana < 2)
            {
                into.Add(((ulong)text[i - 1] << 16) | c);
            }

            if (letters >= 3 && hiragana < 3)
            {
                into.Add(((ulong)text[i - 2] << 32) | ((ulong)text[i - 1] << 16) | c);
            }
        }
    }
}
