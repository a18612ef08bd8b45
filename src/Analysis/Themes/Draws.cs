namespace FeedbackLab.Analysis.Themes;

/// <summary>Draws that depend on a seed and on what is drawn for, never on what was drawn before.</summary>
internal static class Draws
{
    /// <summary>A number from 0 up to 1, the same for the same seed, run and item on every machine (SplitMix64's finaliser).</summary>
    public static double Of(int seed, int run, int item)
    {
        var state = ((ulong)(uint)seed << 32) | (uint)run;
        state = Mix(state + 0x9E3779B97F4A7C15UL) + (uint)item;
        return (Mix(state + 0x9E3779B97F4A7C15UL) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>The next of a row of numbers from 0 up to 1, the same for the same start on every machine (SplitMix64).</summary>
    public static double Next(ref ulong state) => (Mix(state += 0x9E3779B97F4A7C15UL) >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number spread over all of the range, the same for the same text on every machine (FNV-1a, then SplitMix64's finaliser).</summary>
    public static ulong OfText(ReadOnlySpan<char> text)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 0x100000001B3UL;
        }

        return Mix(hash);
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
