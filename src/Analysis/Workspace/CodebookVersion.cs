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
public sealed record CodebookWrite(CodebookOutcome Outcome, CodebookVersion? Current);

/// <summary>Whether a codebook was written.</summary>
public enum CodebookOutcome
{
    /// <summary>It is the latest version now.</summary>
    Written,

    /// <summary>The latest version has the same text; nothing was written.</summary>
    Unchanged,

    /// <summary>Somebody else wrote a version since; nothing was written.</summary>
    ChangedMeanwhile,
}
