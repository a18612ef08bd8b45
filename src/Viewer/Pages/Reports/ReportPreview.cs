using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Commands.Privacy;
using FeedbackLab.Viewer.Reports.Content;
using FeedbackLab.Viewer.Reports.Settings;
using FeedbackLab.Viewer.Server;
using FeedbackLab.Viewer.Server.Jobs;

namespace FeedbackLab.Viewer.Pages.Reports;

/// <summary>What a report will say, as it will say it: masked where it is to be published.</summary>
/// <param name="Content">What it says; its pictures are left out.</param>
/// <param name="Names">Names and doubtful words, with what people decided on them.</param>
internal sealed record ReportPreview(ReportContent Content, ReviewedNames Names)
{
    private static readonly BilingualText Title = new("報告書の見本をつくる", "Making the preview of the report");

    private readonly Dictionary<string, AnalysedComment> _comments = Content.Findings.Comments.ToDictionary(c => c.Comment.Id, StringComparer.Ordinal);

    /// <summary>A comment as the report would show it; null where it was not analysed.</summary>
    /// <param name="id">Its id.</param>
    public AnalysedComment? Comment(string id) => _comments.GetValueOrDefault(id);

    /// <summary>The preview of some settings, made in the background where it is not there yet.</summary>
    /// <param name="session">The workspace.</param>
    /// <param name="snapshot">The analysis.</param>
    /// <param name="jobs">All long work.</param>
    /// <param name="settings">What the report holds.</param>
    /// <param name="isForPublication">Whether it is masked.</param>
    /// <param name="language">The language of the words around the comments.</param>
    /// <returns>The preview, or the job that makes it.</returns>
    public static (ReportPreview? Preview, Job? Making) Of(
        WorkspaceSession session, AnalysisSnapshot snapshot, JobBoard jobs, ReportSettings settings, bool isForPublication, ScreenLanguage language)
    {
        var (key, make) = Recipe(session, snapshot, settings, isForPublication, language);
        var next = isForPublication ? "/report?publish=true#publishing" : "/report";
        return snapshot.Derived.Making(jobs, Title, key, next, _ => make()) is { } job ? (null, job) : (snapshot.Derived.Of(key, make), null);
    }

    /// <summary>Makes the preview that is not for publication; long work.</summary>
    /// <param name="session">The workspace.</param>
    /// <param name="snapshot">The analysis.</param>
    /// <param name="settings">What the report holds.</param>
    /// <param name="language">The language of the words around the comments.</param>
    public static void Prepare(WorkspaceSession session, AnalysisSnapshot snapshot, ReportSettings settings, ScreenLanguage language)
    {
        // What the settings name and the findings lack is told on the page, which takes it out first.
        if (ReportMaking.Failure(settings, snapshot.Findings) is null)
        {
            var (key, make) = Recipe(session, snapshot, settings, false, language);
            snapshot.Derived.Of(key, make);
        }
    }

    private static (string Key, Func<ReportPreview> Make) Recipe(WorkspaceSession session, AnalysisSnapshot snapshot, ReportSettings settings, bool isForPublication, ScreenLanguage language)
    {
        var decisions = session.Use(store => store.NameDecisions());
        var decided = string.Join('\n', decisions.Select(d => $"{d.Kind} {d.Decision} {d.Name}"));
        return ($"report {language} {settings.Sha256} {isForPublication} {decided}", () => session.UseBeside(store =>
        {
            // All comments are read for the names, whatever the settings are.
            var names = snapshot.Derived.Of("names " + decided, () => ReviewedNames.Of(snapshot.Findings, decisions));
            var plain = settings with { Include = [.. settings.Include.Except([ReportPart.Network, ReportPart.Map])] };
            var published = isForPublication ? MaskedPublication.Of(store, snapshot.Findings, names.All) : PublishedText.AsIs;
            return new ReportPreview(ReportMaking.Content(store, snapshot, plain, language, published), names);
        }));
    }
}
