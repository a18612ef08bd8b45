using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Layout;

/// <summary>What a document of running text holds.</summary>
/// <param name="Title">Its own title; null where it has none.</param>
/// <param name="Year">The year given by the user or named by the title; null where unknown.</param>
/// <param name="Lines">Number of lines.</param>
/// <param name="Comments">In order of place.</param>
/// <param name="LeftOut">In order of place.</param>
/// <param name="Meetings">In order of place.</param>
/// <param name="Tables">In order of place.</param>
/// <param name="Problems">Notices on its tables and on how it was read.</param>
public sealed record DocumentReading(
    string? Title,
    int? Year,
    int Lines,
    ImmutableArray<Comment> Comments,
    ImmutableArray<LeftOut> LeftOut,
    ImmutableArray<Meeting> Meetings,
    ImmutableArray<CountTable> Tables,
    ImmutableArray<Problem> Problems);
