namespace FeedbackLab.Analysis.Kuromoji;

/// <summary>A node of the double-array trie: from a node, code c leads to the node at its base + c where that one's label is c.</summary>
/// <param name="Bits">20 bits of base, 13 of label, 31 of word + 1.</param>
internal readonly record struct TrieNode(ulong Bits)
{
    /// <summary>Where its children are counted from.</summary>
    public int Base => (int)(Bits & 0xFFFFF);

    /// <summary>The code that leads here.</summary>
    public int Label => (int)(Bits >> 20) & 0x1FFF;

    /// <summary>The first word of the surface that ends here; −1 where none does.</summary>
    public int Word => (int)(Bits >> 33) - 1;
}
