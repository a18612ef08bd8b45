using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Statistics;

/// <summary>Counts where every row went.</summary>
public static class LedgerCount
{
    /// <summary>The ledger of an analysis.</summary>
    /// <param name="corpus">What was read.</param>
    /// <param name="analysed">The comments analysed.</param>
    /// <param name="duplicates">The comments set aside.</param>
    /// <returns>One line a source in the corpus's order, and the total. Every line adds up.</returns>
    /// <exception cref="ArgumentException">Comments analysed and set aside are not those of the corpus, or one names an unknown source.</exception>
    public static Ledger Of(
        CommentCorpus corpus, IReadOnlyCollection<AnalysedComment> analysed, IReadOnlyCollection<DuplicateComment> duplicates)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(analysed);
        ArgumentNullException.ThrowIfNull(duplicates);
        var rows = corpus.Comments.Select(c => c.Source).Concat(corpus.LeftOut.Select(l => l.Source)).CountBy(s => s).ToDictionary();
        var bySource = analysed.CountBy(a => a.Comment.Source, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var without = analysed.Where(a => a.Codings.IsEmpty).CountBy(a => a.Comment.Source, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var aside = duplicates.CountBy(d => d.Comment.Source, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var leftOut = corpus.LeftOut.ToLookup(l => l.Source, StringComparer.Ordinal);
        var lines = corpus.Sources.Select(source => Line(
            source.Name,
            rows.GetValueOrDefault(source.Name),
            bySource.GetValueOrDefault(source.Name),
            aside.GetValueOrDefault(source.Name),
            leftOut[source.Name],
            without.GetValueOrDefault(source.Name))).ToImmutableArray();
        var total = new LedgerLine(
            string.Empty,
            corpus.Comments.Length + corpus.LeftOut.Length,
            lines.Sum(l => l.Analysed),
            lines.Sum(l => l.Blank),
            lines.Sum(l => l.NotAsked),
            lines.Sum(l => l.NothingToSay),
            lines.Sum(l => l.AsAbove),
            lines.Sum(l => l.Elsewhere),
            lines.Sum(l => l.Duplicates),
            lines.Sum(l => l.LeftAside),
            lines.Sum(l => l.WithoutTheme));
        foreach (var line in lines.Append(total))
        {
            if (!line.AddsUp)
            {
                throw new ArgumentException($"The rows of \"{line.Source}\" do not add up: {line}.", nameof(corpus));
            }
        }

        return new Ledger(total, lines);
    }

    private static LedgerLine Line(
        string source, int rows, int analysed, int duplicates, IEnumerable<LeftOut> leftOut, int withoutTheme)
    {
        var reasons = leftOut.CountBy(l => l.Reason).ToDictionary();
        return new LedgerLine(
            source,
            rows,
            analysed,
            reasons.GetValueOrDefault(LeftOutReason.Blank),
            reasons.GetValueOrDefault(LeftOutReason.NotAsked),
            reasons.GetValueOrDefault(LeftOutReason.NothingToSay),
            reasons.GetValueOrDefault(LeftOutReason.AsAbove),
            reasons.GetValueOrDefault(LeftOutReason.Elsewhere),
            duplicates,
            reasons.GetValueOrDefault(LeftOutReason.Aside),
            withoutTheme);
    }
}
