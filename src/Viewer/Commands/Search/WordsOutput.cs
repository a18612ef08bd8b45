using System.Collections.Immutable;
using FeedbackLab.Analysis.Index.Queries;
using FeedbackLab.Analysis.Networks;
using FeedbackLab.Analysis.Search.Collocations;
using FeedbackLab.Analysis.Search.Contexts;
using FeedbackLab.Viewer.Charts;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Commands.Search;

/// <summary>Prints what the words of all hits say.</summary>
/// <param name="run">The search.</param>
/// <param name="ground">What was searched.</param>
/// <param name="query">What was looked for.</param>
internal sealed class WordsOutput(SearchRun run, SearchGround ground, IndexQuery query)
{
    /// <summary>Prints it.</summary>
    /// <param name="hits">All hits, in order.</param>
    /// <returns>Whether everything could be written.</returns>
    public bool Write(IReadOnlyList<HitContext> hits)
    {
        switch (run.Show)
        {
            case SearchShow.Kwic:
                Kwic(Concordance.Sort(Concordance.Lines(hits), run.By));
                return true;
            case SearchShow.Collocations:
                var having = ground.Index.CountTerms(query).ToDictionary(t => t.Text, t => t.All, StringComparer.Ordinal);
                var collocates = CollocationTable.Of(hits, having, ground.Index.Count, run.Window);
                TableOutput.Write(run.Language, run.Format, WordTables.Of([.. Page(collocates)], hits, ground.Index.Count, run.Window));
                return true;
            case SearchShow.Keywords:
                var words = DistinctiveTerms.Of(hits, ground.Index.CountTerms(query), ground.Index.Count);
                TableOutput.Write(run.Language, run.Format, WordTables.Of([.. Page(words)], hits.Count, ground.Index.Count));
                return true;
            default:
                var network = CooccurrenceNetwork.Of(hits);
                TableOutput.Write(run.Language, run.Format, WordTables.Of(network));
                return run.Svg is null || WriteFile(run.Svg, NetworkChart.Of(network, run.Text is "*" or "*:*" ? string.Empty : run.Text, run.Language).Svg);
        }
    }

    private IEnumerable<T> Page<T>(IEnumerable<T> all) => all.Skip(run.Skip).Take(run.Take);

    private void Kwic(ImmutableArray<KwicLine> lines)
    {
        ImmutableArray<KwicGroup> groups = run.Group is { } place
            ? Concordance.Group(lines, place)
            : [new KwicGroup(null, lines, 0, 0)];
        ImmutableArray<(KwicGroup Group, KwicLine Line)> shown = [.. Page(groups.SelectMany(g => g.Lines.Select(l => (g, l))))];
        if (run.Format != TableFormat.Table)
        {
            TableOutput.Write(run.Language, run.Format, WordTables.Of(shown, lines.Length, run.Group is not null));
            return;
        }

        KwicGroup? last = null;
        foreach (var (group, line) in shown)
        {
            if (run.Group is not null && group != last)
            {
                Console.Out.WriteLine(run.Language.Pick(
                    $"── {group.Word ?? "（語なし）"}: {group.Lines.Length} か所、意見 {group.Comments} 件、回答者 {group.Respondents} 者",
                    $"── {group.Word ?? "(no word)"}: {group.Lines.Length} matches, {group.Comments} comments, {group.Respondents} respondents"));
                last = group;
            }

            Console.Out.WriteLine(KwicText.Line(line.Hit.Comment, line.Match));
        }

        var (first, end) = (shown.IsEmpty ? 0 : run.Skip + 1, run.Skip + shown.Length);
        Console.Out.WriteLine(run.Language.Pick($"{lines.Length} か所中 {first}〜{end}", $"{first} to {end} of {lines.Length} matches"));
    }

    private bool WriteFile(string file, string text)
    {
        if (!OutputFile.Write(run.Language, file, text))
        {
            return false;
        }

        Console.Error.WriteLine(run.Language.Pick($"図を書きました: {file}", $"Picture written: {file}"));
        return true;
    }
}
