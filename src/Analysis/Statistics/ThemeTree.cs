using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Themes.Codebooks;

namespace FeedbackLab.Analysis.Statistics;

/// <summary>The codes as the codebook puts them under each other, each counted with all that is under it.</summary>
/// <param name="Roots">Codes that are under no other; by respondents, then comments (descending), then the codebook's order, as the parts of every node.</param>
public sealed record ThemeTree(ImmutableArray<ThemeNode> Roots)
{
    /// <summary>The tree of a codebook.</summary>
    /// <param name="codebook">The whole codebook, with the codes that only hold others together.</param>
    /// <param name="findings">What was found of its codes.</param>
    public static ThemeTree Of(Codebook codebook, AnalysisFindings findings)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        ArgumentNullException.ThrowIfNull(findings);
        var ids = codebook.Codes.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var parts = codebook.Codes.ToLookup(c => c.Parent is { } parent && ids.Contains(parent) ? parent : string.Empty, StringComparer.Ordinal);
        var own = findings.Themes.ToDictionary(t => t.Code.Id, StringComparer.Ordinal);
        var respondents = findings.Comments.Where(c => c.Comment.AskedRespondent is not null).ToDictionary(c => c.Comment.Id, c => c.Comment.AskedRespondent!, StringComparer.Ordinal);

        (ThemeNode Node, ImmutableHashSet<string> Comments) Node(Code code)
        {
            var (under, comments) = Nodes(code.Id);
            var theme = own.GetValueOrDefault(code.Id);
            comments = comments.Union(theme?.CommentIds ?? []);
            var who = comments.Select(respondents.GetValueOrDefault).OfType<string>().Distinct(StringComparer.Ordinal).Count();
            return (new ThemeNode(code, theme, new DocumentFrequency(who, findings.Respondents.Length), new DocumentFrequency(comments.Count, findings.Comments.Length), under), comments);
        }

        (ImmutableArray<ThemeNode> Nodes, ImmutableHashSet<string> Comments) Nodes(string parent)
        {
            var nodes = parts[parent].Select(Node).ToList();
            return (
                [.. nodes.Select(n => n.Node).OrderByDescending(n => n.Respondents.Count).ThenByDescending(n => n.Comments.Count)],
                nodes.Aggregate(ImmutableHashSet.Create<string>(StringComparer.Ordinal), (all, n) => all.Union(n.Comments)));
        }

        return new ThemeTree(Nodes(string.Empty).Nodes);
    }

    /// <summary>Whether any code is under another.</summary>
    public bool IsDeep => Roots.Any(r => !r.Parts.IsEmpty);

    /// <summary>All nodes, each before its parts, with how deep it lies (0 for the roots).</summary>
    public IEnumerable<(ThemeNode Node, int Depth)> Lines() => Roots.SelectMany(r => r.Lines(0));

    /// <summary>The node of a code; null where there is none.</summary>
    /// <param name="code">The code's id.</param>
    public ThemeNode? Find(string code) => Lines().Select(l => l.Node).FirstOrDefault(n => n.Code.Id == code);

    /// <summary>The codes that a code lies under, the uppermost first; none for a root.</summary>
    /// <param name="code">The code's id.</param>
    public ImmutableArray<Code> Above(string code)
    {
        var above = new Stack<Code>();
        for (var at = Find(code)?.Code.Parent; at is not null && Find(at) is { } node; at = node.Code.Parent)
        {
            above.Push(node.Code);
        }

        return [.. above];
    }
}

/// <summary>A code in the tree.</summary>
/// <param name="Code">The code.</param>
/// <param name="Own">What was found of the code itself; null for one that only holds others together.</param>
/// <param name="Respondents">Known respondents that mention it, or anything under it; each once.</param>
/// <param name="Comments">Comments that carry it, or anything under it; each once.</param>
/// <param name="Parts">The codes directly under it.</param>
public sealed record ThemeNode(Code Code, ThemeFinding? Own, DocumentFrequency Respondents, DocumentFrequency Comments, ImmutableArray<ThemeNode> Parts)
{
    /// <summary>The node and all that is under it, each before its parts, with how deep it lies.</summary>
    /// <param name="depth">How deep the node itself lies.</param>
    public IEnumerable<(ThemeNode Node, int Depth)> Lines(int depth = 0) => Parts.SelectMany(p => p.Lines(depth + 1)).Prepend((this, depth));
}
