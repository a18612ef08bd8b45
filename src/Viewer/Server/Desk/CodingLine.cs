using System.Collections.Immutable;
using FeedbackLab.Analysis.Themes;
using FeedbackLab.Analysis.Workspace;

namespace FeedbackLab.Viewer.Server.Desk;

/// <summary>The comments in the order in which one person looks at them.</summary>
internal sealed class CodingLine
{
    /// <summary>What the program offers, by the comment's index.</summary>
    public ImmutableArray<CommentProposal> Proposals { get; set; } = [];

    /// <summary>Indexes of the comments, the least certain first.</summary>
    public ImmutableArray<int> Order { get; set; } = [];

    /// <summary>Ids of the comments that are decided.</summary>
    public HashSet<string> Decided { get; } = new(StringComparer.Ordinal);

    /// <summary>Ids of the comments that were put off.</summary>
    public HashSet<string> Later { get; } = new(StringComparer.Ordinal);

    /// <summary>What was decided in this run of the program, the latest on top: the comment, its codings before, what stood after.</summary>
    public Stack<(string Comment, ImmutableArray<StoredCoding> Before, bool WasLookedAt, string After)> Done { get; } = new();

    /// <summary>Number of the last entry of the journal that <see cref="Decided"/> knows.</summary>
    public long Known { get; set; }

    /// <summary>Decisions since the coder learnt.</summary>
    public int SinceLearnt { get; set; }
}
