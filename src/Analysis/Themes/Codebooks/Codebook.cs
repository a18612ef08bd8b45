using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Themes.Codebooks;

/// <summary>The set of codes that people defined.</summary>
/// <param name="Name">What the codebook is called.</param>
/// <param name="Codes">In the order of the file; ids are unique.</param>
public sealed record Codebook(string Name, ImmutableArray<Code> Codes)
{
    /// <summary>The same without the codes that only hold others together.</summary>
    public Codebook OnlyCodable() => Codes.All(c => c.IsCodable) ? this : this with { Codes = [.. Codes.Where(c => c.IsCodable)] };
}

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
    ImmutableArray<string> Examples)
{
    /// <summary>Id of the code that it is a part of; null where it stands by itself.</summary>
    public string? Parent { get; init; }

    /// <summary>Its colour, <c>#rrggbb</c> in lower case; null where none was chosen.</summary>
    public string? Color { get; init; }

    /// <summary>What other programs know it by; null where it never left this one.</summary>
    public Guid? ExchangeId { get; init; }

    /// <summary>
    /// Conditions in KH Coder's syntax, each on one line, beside its terms: any that holds gives the code, one that begins with <c>not</c>
    /// takes it away where the rest of it holds. docs/methods/rules.md.
    /// </summary>
    public ImmutableArray<string> Rules { get; init; } = [];

    /// <summary>Whether comments can have it; false for a code that only holds others together.</summary>
    public bool IsCodable { get; init; } = true;
}
