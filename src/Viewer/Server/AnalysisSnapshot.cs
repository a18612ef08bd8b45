using System.Collections.Frozen;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Server;

/// <summary>An analysis as the pages show it: what was found, looked up by what pages link to. Never changes.</summary>
public sealed class AnalysisSnapshot
{
    private readonly FrozenDictionary<string, AnalysedComment> _comments;
    private readonly FrozenDictionary<string, ThemeFinding> _themes;
    private readonly FrozenDictionary<string, Comment> _duplicates;

    internal AnalysisSnapshot(AnalysisFindings findings, Codebook whole, int codebook, string? codebookHash, WorkspaceState state, DateTimeOffset started, TimeSpan took, AnalysisRecord? before)
    {
        (Findings, Codebook, CodebookHash, State, Started, Took, Before) = (findings, codebook, codebookHash, state, started, took, before);
        _comments = findings.Comments.ToFrozenDictionary(c => c.Comment.Id, StringComparer.Ordinal);
        _themes = findings.Themes.ToFrozenDictionary(t => t.Code.Id, StringComparer.Ordinal);
        _duplicates = findings.Duplicates.DistinctBy(d => d.Comment.Id, StringComparer.Ordinal).ToFrozenDictionary(d => d.Comment.Id, d => d.Comment, StringComparer.Ordinal);
        Tree = ThemeTree.Of(whole, findings);
        Links = new AnchorLinks(findings);
    }

    /// <summary>What was found.</summary>
    public AnalysisFindings Findings { get; }

    /// <summary>The themes as the codebook puts them under each other, with the codes that only hold others together.</summary>
    public ThemeTree Tree { get; }

    /// <summary>Version of the codebook that it was made by.</summary>
    public int Codebook { get; }

    /// <summary>SHA-256 of that codebook; null for the one that the program carries.</summary>
    public string? CodebookHash { get; }

    /// <summary>What it was made of.</summary>
    public WorkspaceState State { get; }

    /// <summary>When it was begun.</summary>
    public DateTimeOffset Started { get; }

    /// <summary>How long it took.</summary>
    public TimeSpan Took { get; }

    /// <summary>The counts of the analysis before, of another state of the workspace; null where none is known.</summary>
    public AnalysisRecord? Before { get; }

    /// <summary>What pages had worked out of it.</summary>
    public DerivedResults Derived { get; } = new();

    /// <summary>Addresses of what charts link to.</summary>
    public AnchorLinks Links { get; }

    /// <summary>A comment by its id; null where it was not analysed.</summary>
    /// <param name="id">The id.</param>
    public AnalysedComment? Comment(string id) => _comments.GetValueOrDefault(id);

    /// <summary>A comment's words by its id, also of one that the analysis set aside as a duplicate; null where there is none.</summary>
    /// <param name="id">The id.</param>
    public Comment? Words(string id) => Comment(id)?.Comment ?? _duplicates.GetValueOrDefault(id);

    /// <summary>A theme by its code's id; null where the codebook has none.</summary>
    /// <param name="code">The id.</param>
    public ThemeFinding? Theme(string code) => _themes.GetValueOrDefault(code);
}
