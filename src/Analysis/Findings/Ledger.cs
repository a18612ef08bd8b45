using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Findings;

/// <summary>Where every row that was read went: RowsIn = Analysed + Blank + NothingToSay + Duplicates + LeftAside.</summary>
/// <param name="Total">All sources together.</param>
/// <param name="BySource">One line a source, in the order of the corpus.</param>
public sealed record Ledger(LedgerLine Total, ImmutableArray<LedgerLine> BySource);

/// <summary>One line of the ledger.</summary>
/// <param name="Source">The source's name; empty for the total.</param>
/// <param name="RowsIn">Cells, bullets and paragraphs that were read.</param>
/// <param name="Analysed">Comments analysed.</param>
/// <param name="Blank">Cells without words.</param>
/// <param name="NothingToSay">「特になし」 and its like.</param>
/// <param name="Duplicates">Comments said twice by one respondent.</param>
/// <param name="LeftAside">Prose around the comments.</param>
/// <param name="WithoutTheme">Of those analysed, the ones that fit no code.</param>
public sealed record LedgerLine(
    string Source,
    int RowsIn,
    int Analysed,
    int Blank,
    int NothingToSay,
    int Duplicates,
    int LeftAside,
    int WithoutTheme);
