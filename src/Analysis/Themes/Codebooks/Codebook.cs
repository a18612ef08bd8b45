using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Themes.Codebooks;

/// <summary>The set of codes that people defined.</summary>
/// <param name="Name">What the codebook is called.</param>
/// <param name="Codes">In the order of the file; ids are unique.</param>
public sealed record Codebook(string Name, ImmutableArray<Code> Codes);

/// <summary>A theme that people defined.</summary>
/// <param name="Id">Unique in its codebook; no white space.</param>
/// <param name="Name">What it is called; where the file gives one language, both are the same.</param>
/// <param name="Definition">What it is about.</param>
/// <param name="Include">What belongs to it, verbatim.</param>
/// <param name="Exclude">What does not belong to it, verbatim.</param>
/// <param name="Terms">Words and phrases that speak for it.</param>
/// <param name="Examples">Comments that somebody accepted as examples; often empty.</param>
public sealed record Code(
    string Id,
    BilingualText Name,
    BilingualText Definition,
    string Include,
    string Exclude,
    ImmutableArray<string> Terms,
    ImmutableArray<string> Examples);
