using FeedbackLab.Analysis.Index.Packing;

namespace FeedbackLab.Analysis.Index.Segments;

/// <summary>The sections of a segment by name, in the order in which they are written.</summary>
internal sealed class SegmentSections
{
    private readonly List<(string Name, ByteSink Bytes)> _sections = [];

    /// <summary>The sections in order.</summary>
    public IReadOnlyList<(string Name, ByteSink Bytes)> All => _sections;

    /// <summary>Adds a section.</summary>
    public void Add(string name, ByteSink bytes) => _sections.Add((name, bytes));
}
