namespace FeedbackLab.Analysis.Kuromoji;

/// <summary>What the search for the cheapest path needs to know about a word.</summary>
/// <param name="Mark">Context id, and in the highest bit whether it is the last word of its surface (known words only).</param>
/// <param name="Cost">Word cost.</param>
internal readonly record struct WordCost(ushort Mark, short Cost)
{
    /// <summary>Context id, left and right alike.</summary>
    public int Context => Mark & 0x7FFF;

    /// <summary>Whether the next word has another surface.</summary>
    public bool IsLast => Mark > 0x7FFF;
}
