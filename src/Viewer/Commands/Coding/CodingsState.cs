using System.Collections.Immutable;
using FeedbackLab.Analysis.Themes;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Workspace;

namespace FeedbackLab.Viewer.Commands.Coding;

/// <summary>What stands in a workspace.</summary>
/// <param name="Comments">Ids of the comments in force.</param>
/// <param name="Texts">Their texts.</param>
/// <param name="Codings">Codings in force, by comment.</param>
/// <param name="Looked">Comments that somebody looked at whole.</param>
/// <param name="Own">What the person who hands a table in decided, by comment.</param>
/// <param name="Codebook">The codes.</param>
/// <param name="Version">Version of the codebook.</param>
internal sealed record CodingsState(
    IReadOnlySet<string> Comments,
    CommentTexts Texts,
    ILookup<string, StoredCoding> Codings,
    IReadOnlySet<string> Looked,
    ImmutableDictionary<string, CodedComment> Own,
    Codebook Codebook,
    int Version)
{
    /// <summary>Reads a workspace.</summary>
    /// <param name="store">The workspace.</param>
    /// <param name="codebook">Its latest codebook.</param>
    /// <param name="who">Who hands a table in.</param>
    public static CodingsState Of(WorkspaceStore store, CodebookVersion codebook, string who)
    {
        var comments = store.Corpus().Comments;
        return new CodingsState(
            comments.Select(c => c.Id).ToHashSet(StringComparer.Ordinal),
            new CommentTexts(comments),
            store.Codings().ToLookup(c => c.CommentId, StringComparer.Ordinal),
            store.Looks().Where(l => !l.IsBlind).Select(l => l.CommentId).ToHashSet(StringComparer.Ordinal),
            store.Decisions(who),
            CodebookReader.Read(codebook.Yaml),
            codebook.Version);
    }
}
