namespace FeedbackLab.Bench;

/// <summary>Numbers that look drawn and are the same each time: SplitMix64 (Steele, Lea, Flood 2014), seed 20261121.</summary>
internal sealed class SeededNumbers
{
    private ulong _state = 20261121;

    /// <summary>A number from 0 to less than a limit.</summary>
    public int Next(int limit)
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) % (ulong)limit);
    }
}
