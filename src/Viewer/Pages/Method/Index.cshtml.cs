using System.Collections.Immutable;
using FeedbackLab.Viewer.Commands;
using FeedbackLab.Viewer.Server;
using FeedbackLab.Viewer.Server.Jobs;
using Microsoft.AspNetCore.Mvc;

namespace FeedbackLab.Viewer.Pages.Method;

/// <summary>分析の方法: the way from files to themes in steps, each with its settings; what changed since the analysis before.</summary>
/// <param name="session">What the pages work on.</param>
public sealed class IndexModel(WorkspaceSession session) : FindingsPage(session)
{
    /// <summary>The page's words.</summary>
    public MethodWords Words => new(Language);

    /// <inheritdoc/>
    public override string Title => Words.Title;

    /// <summary>The steps, in their order.</summary>
    public ImmutableArray<MethodStep> Steps => MethodSteps.Of(Snapshot, Words, Language);

    /// <summary>The program that made it.</summary>
    public static string Program => ProgramVersion.Text;

    /// <summary>What changed since the analysis before; empty where none is known, or nothing did.</summary>
    public ImmutableArray<(string Name, string Before, string Now)> Changes => Snapshot.Before is { } before ? ChangesSince(before) : [];

    /// <summary>Makes the analysis anew.</summary>
    public IActionResult OnPostAgain() => LocalRedirect(JobBoard.Url(Session.Analyse()));

    private ImmutableArray<(string, string, string)> ChangesSince(AnalysisRecord before)
    {
        var changes = ImmutableArray.CreateBuilder<(string, string, string)>();
        Add(Words.Sources, before.Sources.Count, Findings.Corpus.Sources.Length);
        Add(Words.Read, before.Total.RowsIn, Findings.Ledger.Total.RowsIn);
        Add(Words.Comments, before.Total.Analysed, Findings.Ledger.Total.Analysed);
        Add(Words.Respondents, before.Respondents, Findings.Respondents.Length);
        Add(Words.WithoutTheme, before.Total.WithoutTheme, Findings.Ledger.Total.WithoutTheme);
        if (before.Program != Program)
        {
            changes.Add((Words.Program, before.Program, Program));
        }

        foreach (var theme in Findings.Themes)
        {
            var was = before.Themes.GetValueOrDefault(theme.Code.Id);
            if (was is null || was != new ThemeRecord(theme.Respondents.Count, theme.Comments.Count))
            {
                changes.Add((Pick(theme.Code.Name), was is null ? "–" : Words.Theme(was.Respondents, was.Comments), Words.Theme(theme.Respondents.Count, theme.Comments.Count)));
            }
        }

        foreach (var (gone, was) in before.Themes.Where(t => Snapshot.Theme(t.Key) is null))
        {
            changes.Add((gone, Words.Theme(was.Respondents, was.Comments), "–"));
        }

        return changes.ToImmutable();

        void Add(string name, int was, int now)
        {
            if (was != now)
            {
                changes.Add((name, was.ToString("N0", System.Globalization.CultureInfo.InvariantCulture), now.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)));
            }
        }
    }
}
