using System.Collections.Immutable;

namespace FeedbackLab.Ingest.Corpus;

/// <summary>Everything that was read: what the analysis starts from.</summary>
/// <param name="Sources">In the order of their names (ordinal).</param>
/// <param name="Comments">By source, then by place.</param>
/// <param name="LeftOut">By source, then by place.</param>
/// <param name="Meetings">By source, then by place.</param>
/// <param name="Tables">By source, then by place.</param>
/// <param name="Problems">By file, then by line; errors and notices.</param>
/// <param name="Skipped">Files of a folder that were not read because they are not answers (documentation, pictures, our own output), as paths below that folder, <c>/</c> between their parts.</param>
public sealed record CommentCorpus(
    ImmutableArray<Source> Sources,
    ImmutableArray<Comment> Comments,
    ImmutableArray<LeftOut> LeftOut,
    ImmutableArray<Meeting> Meetings,
    ImmutableArray<CountTable> Tables,
    ImmutableArray<Problem> Problems,
    ImmutableArray<string> Skipped);
