using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Formats;

/// <summary>What one file holds.</summary>
/// <param name="Source">The file.</param>
/// <param name="Comments">In order of place.</param>
/// <param name="LeftOut">In order of place.</param>
/// <param name="Meetings">In order of place.</param>
/// <param name="Tables">In order of place.</param>
/// <param name="Problems">In order of place.</param>
public sealed record FileReading(
    Source Source,
    ImmutableArray<Comment> Comments,
    ImmutableArray<LeftOut> LeftOut,
    ImmutableArray<Meeting> Meetings,
    ImmutableArray<CountTable> Tables,
    ImmutableArray<Problem> Problems);
