using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Findings;

/// <summary>Where every row that was read went: RowsIn = Analysed + Blank + NotAsked + NothingToSay + AsAbove + Elsewhere + Duplicates + LeftAside.</summary>
/// <param name="Total">All sources together.</param>
/// <param name="BySource">One line a source, in the order of the corpus.</param>
public sealed record Ledger(LedgerLine Total, ImmutableArray<LedgerLine> BySource);

/// <summary>One line of the ledger.</summary>
/// <param name="Source">The source's name; empty for the total.</param>
/// <param name="RowsIn">Cells, bullets and paragraphs that were read.</param>
/// <param name="Analysed">Comments analysed.</param>
/// <param name="Blank">Cells without words: asked, no answer.</param>
/// <param name="NotAsked">Cells of questions that were not put.</param>
/// <param name="NothingToSay">「特になし」 and its like.</param>
/// <param name="AsAbove">「同上」.</param>
/// <param name="Elsewhere">「別紙のとおり」.</param>
/// <param name="Duplicates">Comments said twice by one respondent.</param>
/// <param name="LeftAside">Prose around the comments.</param>
/// <param name="WithoutTheme">Of those analysed, the ones that fit no code.</param>
public sealed record LedgerLine(
    string Source,
    int RowsIn,
    int Analysed,
    int Blank,
    int NotAsked,
    int NothingToSay,
    int AsAbove,
    int Elsewhere,
    int Duplicates,
    int LeftAside,
    int WithoutTheme)
{
    /// <summary>Whether every row is accounted for.</summary>
    public bool AddsUp => RowsIn == Analysed + Blank + NotAsked + NothingToSay + AsAbove + Elsewhere + Duplicates + LeftAside;
}
