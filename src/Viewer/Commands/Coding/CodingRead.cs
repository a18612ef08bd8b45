using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Commands.Coding;

/// <summary>What people decided of a comment when somebody read it, so that it can be told whether it still stands.</summary>
/// <param name="Codings">The comment's codings.</param>
/// <param name="Looks">Who looked at the whole of it: that no code fits is kept as that alone.</param>
internal sealed record CodingRead(ImmutableArray<StoredCoding> Codings, ImmutableArray<LookedAt> Looks)
{
    /// <summary>The same as a text to compare and to send along with a page.</summary>
    public string Text => string.Join(' ', Codings.Where(c => c.State != CodingState.Proposed).OrderBy(c => c.Code, StringComparer.Ordinal)
        .Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Code}:{c.State}:{c.Version}"))
        .Concat(Looks.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Who}:{l.When:O}"))));

    /// <summary>Who decided last; empty where nobody did.</summary>
    public string Who => Codings.Where(c => c.State != CodingState.Proposed).Select(c => (c.Who, c.When)).Concat(Looks.Select(l => (l.Who, l.When)))
        .OrderByDescending(d => d.When).Select(d => d.Who).FirstOrDefault() ?? string.Empty;

    /// <summary>That it was decided meanwhile, where it was read before that.</summary>
    public BilingualText Conflict => new(
        $"この意見は、そのあいだに{(Who.Length > 0 ? $" {Who} さんが" : "ほかの画面で")}決めました。保存していません。いまの判断を見て、もう一度決めてください。",
        $"This comment was decided{(Who.Length > 0 ? $" by {Who}" : " elsewhere")} meanwhile; nothing was kept. See what stands now, and decide again.");

    /// <summary>What stands now.</summary>
    /// <param name="store">The workspace.</param>
    /// <param name="comment">The comment's id.</param>
    public static CodingRead Of(WorkspaceStore store, string comment) =>
        new(store.Codings(comment), [.. store.Looks().Where(l => !l.IsBlind && l.CommentId == comment)]);
}
