using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Pages.Reports;
using FeedbackLab.Viewer.Reports.Settings;
using FeedbackLab.Viewer.Server;
using FeedbackLab.Viewer.Server.Jobs;

namespace FeedbackLab.Viewer.Pages;

/// <summary>Works out what the slower pages show at first once an analysis is there, so that nobody waits for it. Who asks meanwhile waits for the same work.</summary>
/// <param name="session">What the pages work on.</param>
/// <param name="jobs">All long work.</param>
/// <param name="options">The language that the program was begun in; another costs its first request the words of that language.</param>
public sealed class PagePreparation(WorkspaceSession session, JobBoard jobs, ViewOptions options)
{
    private static readonly BilingualText Title = new("ページの準備", "Preparing the pages");

    /// <summary>Begins, in the background; ends early where there is a newer analysis.</summary>
    /// <param name="snapshot">The analysis.</param>
    public void Begin(AnalysisSnapshot snapshot) => jobs.Start(Title, progress =>
    {
        var language = options.Language;
        Action[] steps =
        [
            () => Compare.IndexModel.Prepare(session, snapshot),
            () => Maps.IndexModel.Prepare(snapshot, language),
            () => Networks.IndexModel.Prepare(snapshot),
            () => ReportPreview.Prepare(session, snapshot, ReportSettingsFile.Read(session.Folder).Settings, language),
        ];
        for (var i = 0; i < steps.Length && ReferenceEquals(session.Latest, snapshot); i++)
        {
            progress.Tell(Title, (double)i / steps.Length);
            steps[i]();
        }
    });
}
