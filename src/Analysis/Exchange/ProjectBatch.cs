using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Workspace;

namespace FeedbackLab.Analysis.Exchange;

/// <summary>What a project brings into a workspace.</summary>
/// <param name="Sources">Sources that the workspace does not have.</param>
/// <param name="Codebook">The codebook with the codes that it does not have, as YAML; null where there are none.</param>
/// <param name="Codings">What shall stand; of codes of that codebook.</param>
/// <param name="OtherCodings">What others accepted beside that: kept by person.</param>
/// <param name="Whole">Which comments whom coded whole: everybody's of the sources in which they coded.</param>
/// <param name="Originals">By SHA-256 the texts that the comments of new sources were read from, where they are the whole source.</param>
/// <param name="KnownSources">How many sources the workspace has already.</param>
/// <param name="KnownCodings">How many codings it has already.</param>
/// <param name="Losses">What is not taken over.</param>
public sealed record ProjectBatch(
    ImportBatch Sources,
    string? Codebook,
    ImmutableArray<ProjectCoding> Codings,
    ImmutableArray<ProjectCoding> OtherCodings,
    ImmutableArray<(string CommentId, string Who, DateTimeOffset When)> Whole,
    ImmutableDictionary<string, string> Originals,
    int KnownSources,
    int KnownCodings,
    ImmutableArray<QdaLoss> Losses);

/// <summary>A coding that a project brings.</summary>
/// <param name="CommentId">Id of the comment, in the workspace or in the batch.</param>
/// <param name="Code">Id of the code.</param>
/// <param name="State">What was decided.</param>
/// <param name="Evidence">The stretches, in order, without overlap; empty for the whole comment.</param>
/// <param name="Who">Who or what decided.</param>
/// <param name="When">When.</param>
public sealed record ProjectCoding(string CommentId, string Code, CodingState State, ImmutableArray<TextSpan> Evidence, string Who, DateTimeOffset When);
