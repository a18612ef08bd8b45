using FeedbackLab.Analysis.Statistics;
using FeedbackLab.Analysis.Workspace;

namespace FeedbackLab.Viewer.Commands;

/// <summary>Tells how many comments of a new source another source holds already: mostly it is the same file under another name.</summary>
internal static class ImportDuplicates
{
    /// <summary>Prints a line for each pair of sources, the new one first; nothing where there is none.</summary>
    /// <param name="language">The user's language.</param>
    /// <param name="result">What the import changed.</param>
    /// <param name="folder">The workspace.</param>
    public static void Print(ScreenLanguage language, ImportResult result, string folder)
    {
        var added = result.Sources.Where(s => s.Outcome == ImportOutcome.Added).Select(s => s.Source).ToHashSet(StringComparer.Ordinal);
        if (added.Count == 0 || WorkspaceFolder.Corpus(language, folder) is not { } corpus || corpus.Comments.All(c => added.Contains(c.Source)))
        {
            return;
        }

        var sources = corpus.Comments.ToDictionary(c => c.Id, c => c.Source, StringComparer.Ordinal);
        var pairs = Duplicates.Separate(corpus.Comments).Set
            .Select(d => (New: d.Comment.Source, Old: sources[d.Original]))
            .Select(p => added.Contains(p.New) ? p : (New: p.Old, Old: p.New))
            .Where(p => added.Contains(p.New) && !added.Contains(p.Old));
        foreach (var pair in pairs.GroupBy(p => p).OrderBy(g => g.Key.New, StringComparer.Ordinal).ThenByDescending(g => g.Count()).ThenBy(g => g.Key.Old, StringComparer.Ordinal))
        {
            Console.Out.WriteLine(language.Pick(
                $"{pair.Key.New}: このうち意見 {pair.Count()} 件は、同じ回答者の同じ意見が「{pair.Key.Old}」にすでにあります。分析では一度だけ数えます。訂正した資料なら、取り込みを取り消し、前と同じ名前にして取り込んでください。",
                $"{pair.Key.New}: {pair.Count()} of these comments are in “{pair.Key.Old}” already, by the same respondent. The analysis counts them once. If it is a corrected file, undo the import and import it under its name of before."));
        }
    }
}
