using System.Collections.Immutable;
using FeedbackLab.Analysis.Themes.Codebooks;

namespace FeedbackLab.Analysis.Statistics.Years;

/// <summary>What became of the codes from one year to another.</summary>
/// <param name="Ledger">What became of codes from version to version.</param>
/// <param name="Earlier">How the earlier year was coded.</param>
/// <param name="Later">How the later year was coded.</param>
public sealed record CodesOfYears(CodeLedger Ledger, YearCoding Earlier, YearCoding Later)
{
    /// <summary>
    /// Entries of the ledger by which a code got another meaning between the years: after the version in force when the earlier year's comments
    /// came in, up to the one when the later year's did; also later ones, where people had decided on comments of either year before.
    /// </summary>
    /// <param name="code">Id of a code of the latest version.</param>
    public ImmutableArray<CodeBreak> BreaksOf(string code) =>
    [
        .. Ledger.Changes(code, 0, int.MaxValue)
            .Select(e => new CodeBreak(e, IsBetween(e), Earlier.DecidedBefore(code, e.Version), Later.DecidedBefore(code, e.Version)))
            .Where(b => b.IsBetweenYears || b.EarlierDecided + b.LaterDecided > 0),
    ];

    /// <summary>Codes that were retired between the years.</summary>
    public ImmutableArray<CodeBreak> Retired() =>
        [.. Ledger.Entries.Where(e => e.Step.Operation == CodeOperation.Retired && IsBetween(e) && Ledger.Current(e.Step.From[0], e.Version - 1).IsEmpty).Select(e => new CodeBreak(e, true, 0, 0))];

    private bool IsBetween(CodeLedgerEntry entry) => entry.Version > Earlier.Version && entry.Version <= Later.Version;
}

/// <summary>A change of a code's meaning that lies between two years.</summary>
/// <param name="Entry">The ledger's entry.</param>
/// <param name="IsBetweenYears">Whether it was made after the earlier year's comments came in and before the later year's did.</param>
/// <param name="EarlierDecided">On how many of the earlier year's comments people had decided about the code before it.</param>
/// <param name="LaterDecided">The same of the later year's.</param>
public sealed record CodeBreak(CodeLedgerEntry Entry, bool IsBetweenYears, int EarlierDecided, int LaterDecided);
