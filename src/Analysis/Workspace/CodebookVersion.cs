using System.Collections.Immutable;
using FeedbackLab.Analysis.Themes.Codebooks;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>A codebook as it stood once. Versions are never changed.</summary>
/// <param name="Version">Its number, from 1 without gaps.</param>
/// <param name="When">When it was written; kept with its offset.</param>
/// <param name="Who">Who wrote it.</param>
/// <param name="Sha256">Lower-case hexadecimal SHA-256 of its text in UTF-8.</param>
/// <param name="Yaml">Its text, as <c>CodebookReader</c> reads it.</param>
public sealed record CodebookVersion(int Version, DateTimeOffset When, string Who, string Sha256, string Yaml);

/// <summary>What became of a codebook that was to be written.</summary>
/// <param name="Outcome">Whether it was written.</param>
/// <param name="Current">The latest version now; null where there is none.</param>
public sealed record CodebookWrite(CodebookOutcome Outcome, CodebookVersion? Current)
{
    /// <summary>Its entries in the ledger; empty where nothing was written, or nothing changed what codes mean or are called.</summary>
    public ImmutableArray<CodeLedgerEntry> Entries { get; init; } = [];

    /// <summary>What became of codings by it.</summary>
    public CarriedCodings Carried { get; init; } = new(0, 0, 0);

    /// <summary>The codes that ids of the codebook meant before, where it was refused for them.</summary>
    public ImmutableArray<Code> UsedBefore { get; init; } = [];
}

/// <summary>What became of codings when codes changed.</summary>
/// <param name="CarriedOver">How many stand under another code now (merged), or are in force again (reinstated).</param>
/// <param name="SetAside">How many are in force no more, those of merged codes counted with the code that they were carried to.</param>
/// <param name="Reopened">How many comments are to be looked at again, since a code that they had was split.</param>
public sealed record CarriedCodings(int CarriedOver, int SetAside, int Reopened);

/// <summary>Whether a codebook was written.</summary>
public enum CodebookOutcome
{
    /// <summary>It is the latest version now.</summary>
    Written,

    /// <summary>The latest version has the same text; nothing was written.</summary>
    Unchanged,

    /// <summary>Somebody else wrote a version since; nothing was written.</summary>
    ChangedMeanwhile,

    /// <summary>An id that meant something else before came back; nothing was written.</summary>
    IdUsedBefore,
}
