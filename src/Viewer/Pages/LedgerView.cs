using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Reports;
using FeedbackLab.Viewer.Server;

namespace FeedbackLab.Viewer.Pages;

/// <summary>The ledger as a table whose rows add up, every number a link to what it counts. The partial <c>_Ledger</c> shows it.</summary>
/// <param name="Ledger">The ledger.</param>
/// <param name="Language">The language of the user.</param>
/// <param name="Corpus">What was read.</param>
public sealed record LedgerView(Ledger Ledger, ScreenLanguage Language, CommentCorpus Corpus)
{
    /// <summary>In the address of what was left out: comments set aside as duplicates.</summary>
    public const string Duplicates = "duplicate";

    private static readonly ImmutableArray<(LeftOutReason Reason, Func<LedgerLine, int> Count)> Reasons =
    [
        (LeftOutReason.Blank, l => l.Blank),
        (LeftOutReason.NotAsked, l => l.NotAsked),
        (LeftOutReason.NothingToSay, l => l.NothingToSay),
        (LeftOutReason.AsAbove, l => l.AsAbove),
        (LeftOutReason.Elsewhere, l => l.Elsewhere),
        (LeftOutReason.Aside, l => l.LeftAside),
    ];

    /// <summary>The columns that add up to the last: name, count, address of what is counted.</summary>
    public ImmutableArray<(string Name, Func<LedgerLine, int> Count, Func<LedgerLine, string> Url)> Parts =>
    [
        (Language.Pick("分析した意見", "Analysed"), l => l.Analysed, l => new CommentSelection { Source = Name(l) }.Url),
        (Language.Pick("重複", "Duplicates"), l => l.Duplicates, l => LeftOutUrl(Duplicates, l)),
        .. Reasons.Where(r => r.Count(Ledger.Total) > 0)
            .Select(r => (Language.Pick(TypeWords.Of(r.Reason)), r.Count, (Func<LedgerLine, string>)(l => LeftOutUrl(Exports.FieldNames.Of(r.Reason), l)))),
    ];

    /// <summary>Whether every row adds up by what is shown.</summary>
    public bool AddsUp => Ledger.BySource.Append(Ledger.Total).All(l => Parts.Sum(p => p.Count(l)) == l.RowsIn);

    /// <summary>The page of a line's source; null for the total.</summary>
    /// <param name="line">The line.</param>
    public string? SourceUrl(LedgerLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return Corpus.Sources.FirstOrDefault(s => s.Name == line.Source) is { } source ? Sources.IndexModel.AddressOf(source) : null;
    }

    private static string? Name(LedgerLine line) => line.Source.Length == 0 ? null : line.Source;

    private static string LeftOutUrl(string reason, LedgerLine line) =>
        "/left-out?reason=" + Uri.EscapeDataString(reason) + (line.Source.Length == 0 ? string.Empty : "&source=" + Uri.EscapeDataString(line.Source));
}
