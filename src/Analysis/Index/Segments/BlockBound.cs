namespace FeedbackLab.Analysis.Index.Segments;

/// <summary>What no comment of a block exceeds: by how often it has the term, the shortest length (255 and more as 255).</summary>
/// <param name="Once">The shortest of those that have it once.</param>
/// <param name="Twice">The shortest of those that have it twice.</param>
/// <param name="More">The shortest of those that have it more often.</param>
/// <param name="Highest">How often it is had at most; 255 stands for 255 and more.</param>
internal readonly record struct BlockBound(byte Once, byte Twice, byte More, byte Highest)
{
    /// <summary>Nothing is known.</summary>
    public static BlockBound None { get; } = new(0, 0, 0, 255);

    /// <summary>The bound of an empty block.</summary>
    public static BlockBound Empty { get; } = new(255, 255, 255, 0);

    /// <summary>The bound with another comment.</summary>
    public BlockBound With(int count, int length)
    {
        var shortest = (byte)Math.Min(length, 255);
        var highest = (byte)Math.Min(255, Math.Max(count, Highest));
        return count switch
        {
            1 => this with { Once = Math.Min(Once, shortest), Highest = highest },
            2 => this with { Twice = Math.Min(Twice, shortest), Highest = highest },
            _ => this with { More = Math.Min(More, shortest), Highest = highest },
        };
    }

    /// <summary>Whether a comment is within the bound.</summary>
    public bool Holds(int count, int length) => With(count, length) == this;
}
