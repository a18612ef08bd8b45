using System.Collections.Immutable;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Exchange;

/// <summary>What a workspace holds, as far as it can be exchanged.</summary>
/// <param name="Corpus">The sources in force with all that they hold.</param>
/// <param name="Sources">The same sources with their keys.</param>
/// <param name="Codebook">The latest version; null where there is none yet.</param>
/// <param name="CodebookVersion">Its number; 0 where there is none.</param>
/// <param name="UsedIds">Ids of codes of this and all earlier versions.</param>
/// <param name="Codings">What stands.</param>
/// <param name="PersonCodings">What each person accepted, whatever stands now.</param>
/// <param name="NoneFits">Ids of comments of which somebody decided that no code fits.</param>
public sealed record ExchangeContent(
    CommentCorpus Corpus,
    ImmutableArray<StoredSource> Sources,
    Codebook? Codebook,
    int CodebookVersion,
    ImmutableHashSet<string> UsedIds,
    ImmutableArray<StoredCoding> Codings,
    ImmutableArray<StoredCoding> PersonCodings,
    ImmutableArray<string> NoneFits)
{
    /// <summary>The text of the files that were read, by the source's name, where they are plain text and at hand.</summary>
    public IReadOnlyDictionary<string, string> Originals { get; init; } = ImmutableDictionary<string, string>.Empty;

    internal SourceLayout Layout(Source source) => SourceLayout.Of(
        source,
        [.. Corpus.Comments.Where(c => c.Source == source.Name)],
        [.. Corpus.LeftOut.Where(l => l.Source == source.Name)],
        Originals.GetValueOrDefault(source.Name));
}
