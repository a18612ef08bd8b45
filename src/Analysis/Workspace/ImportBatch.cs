using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Mapping;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>What one import brings: files as they were read, by whom and when.</summary>
/// <param name="Corpus">
/// The files. A file's key is the name of its <see cref="Source"/>: a source of the same name in the workspace is an older version of it.
/// </param>
/// <param name="Who">Who imports; not blank.</param>
/// <param name="When">When; kept with its offset.</param>
/// <param name="Mappings">The mapping that a source was read with, where there was one; at most one a source of the corpus.</param>
public sealed record ImportBatch(CommentCorpus Corpus, string Who, DateTimeOffset When, ImmutableArray<MappingText> Mappings)
{
    /// <summary>The batch of a corpus with the mappings that its sources were read with.</summary>
    /// <param name="corpus">The files.</param>
    /// <param name="who">Who imports; not blank.</param>
    /// <param name="when">When.</param>
    public static ImportBatch Of(CommentCorpus corpus, string who, DateTimeOffset when)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        return new ImportBatch(
            corpus, who, when, [.. corpus.Sources.Where(s => s.Mapping is not null).Select(s => new MappingText(s.Name, MappingYaml.Write(new ImportMapping([s.Mapping!]))))]);
    }

    /// <summary>Throws where the batch contradicts itself.</summary>
    /// <exception cref="ArgumentException">
    /// Nobody imports, two sources share a name, or a comment, a table or a mapping belongs to no source of the batch.
    /// </exception>
    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Who);
        var names = Corpus.Sources.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        var owners = Corpus.Comments.Select(c => c.Source).Concat(Corpus.LeftOut.Select(l => l.Source)).Concat(Corpus.Meetings.Select(m => m.Source))
            .Concat(Corpus.Tables.Select(t => t.Source)).Concat(Mappings.Select(m => m.Source));
        if (names.Count < Corpus.Sources.Length
            || Mappings.DistinctBy(m => m.Source, StringComparer.Ordinal).Count() < Mappings.Length
            || !owners.All(names.Contains))
        {
            throw new ArgumentException("Sources of a batch have different names, at most one mapping each, and own all that it holds.", nameof(Corpus));
        }
    }
}

/// <summary>How the columns of a source were read, in the words of the user's file.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Yaml">The mapping file's text, verbatim.</param>
public sealed record MappingText(string Source, string Yaml);
