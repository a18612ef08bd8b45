using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics;
using FeedbackLab.Analysis.Privacy;
using FeedbackLab.Analysis.Statistics.CrossTables;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Files;
using FeedbackLab.Viewer.Reports.Content;
using FeedbackLab.Viewer.Reports.Settings;
using FeedbackLab.Viewer.Server;
using FeedbackLab.Viewer.Server.Jobs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FeedbackLab.Viewer.Pages.Reports;

/// <summary>報告: what the report holds, how it will read, and its files. The choices are kept as the workspace's report.yaml.</summary>
/// <param name="session">What the pages work on.</param>
/// <param name="jobs">All long work.</param>
public sealed class IndexModel(WorkspaceSession session, JobBoard jobs) : FindingsPage(session)
{
    private const int MostOthers = 30;

    private readonly HashSet<string> _offered = new(StringComparer.Ordinal);
    private ReportPreview? _preview;

    /// <summary>The page's words.</summary>
    public ReportPageWords Words => new(Language);

    /// <inheritdoc/>
    public override string Title => Words.Title;

    /// <summary>What the report holds.</summary>
    public ReportSettings Settings { get; private set; } = ReportSettings.Default;

    /// <summary>What is wrong with the kept settings; null where nothing is.</summary>
    public BilingualText? Failure { get; private set; }

    /// <summary>What the report will say; null while that is being made.</summary>
    public ReportContent? Preview => _preview?.Content;

    /// <summary>The job that makes the preview, or has failed to; null where it is there.</summary>
    public Job? Making { get; private set; }

    /// <summary>Whether the report is to be published.</summary>
    public bool IsForPublication => Refusal is null ? Request.Query["publish"] == "true" : IsAskedForPublication;

    /// <summary>Doubtful names that somebody has to look at before anything is published, each with the words around it; none while they are being looked for.</summary>
    public ImmutableArray<(ReviewEntry Entry, string Around)> OpenNames => _preview?.Names.Open ?? [];

    /// <summary>How many names are masked without anybody having to look.</summary>
    public int Masked => _preview?.Names.Masked ?? 0;

    /// <summary>The comment that a name stands in; null where it stands elsewhere.</summary>
    /// <param name="entry">The name.</param>
    public string? AddressOf(ReviewEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Snapshot.Comment(entry.Places[0].Text) is { } comment ? CommentSelection.UrlOf(comment.Comment.Id) : null;
    }

    /// <summary>Number of the settings that the page shows: a form that was made from older ones is refused.</summary>
    public string Version => Settings.Sha256 ?? "0";

    /// <summary>The files that were made: those for publication, and those that are not; none of a kind that was not made.</summary>
    public ImmutableArray<(bool IsForPublication, ImmutableArray<ReportDownload> Files)> Made =>
        [.. ImmutableArray.Create(true, false).Select(p => (p, ReportMaking.Files(Session.Folder, p))).Where(m => !m.Item2.IsEmpty)];

    /// <summary>The formats that are chosen.</summary>
    public ImmutableArray<ReportFormat> Formats => Settings.Formats.IsEmpty && Refusal is null ? ReportMaking.DefaultFormats : Settings.Formats;

    /// <summary>Whether a theme is chosen.</summary>
    /// <param name="code">The theme's code.</param>
    public bool IsChosen(string code) => Refusal is null ? Settings.Themes.IsEmpty || Settings.Themes.Contains(code) : Request.Form["theme"].Contains(code);

    /// <summary>A year to compare, as it was chosen; empty for the last two.</summary>
    /// <param name="name">The field's name.</param>
    public string YearOf(string name) => Refusal is not null ? Request.Form[name].ToString()
        : (name == "from" ? Settings.Years?.Earlier : Settings.Years?.Later)?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>What stands beside the themes on the map; null where the report has no map.</summary>
    public string? MapOf => Settings.Include.Contains(ReportPart.Map) && Settings.Map is { } map && CrossAttribute.Of(map, Findings.Corpus) is { } attribute
        ? MapChoices.FirstOrDefault(c => CrossAttribute.Of(c.Word, Findings.Corpus) == attribute).Word
        : null;

    /// <summary>What was chosen of a doubtful name; empty for nothing.</summary>
    /// <param name="name">The name.</param>
    public string DecisionOn(string name) => Refusal is null ? string.Empty : Request.Form[ReportForm.NameOf(name)].ToString();

    private static ImmutableArray<string> MapWords { get; } = ["year", "question", "kind", "type", "source", "respondent"];

    /// <summary>Years in which somebody was asked whose name is known: only these can be compared.</summary>
    public ImmutableArray<int> AskedYears => [.. Findings.Years.Where(Denominators.Of(Findings.Corpus).RespondentsByYear.ContainsKey)];

    /// <summary>Themes that anybody mentions.</summary>
    public ImmutableArray<ThemeFinding> Themes => [.. Findings.Themes.Where(t => t.Comments.Count > 0)];

    /// <summary>What a map can set beside the themes: the word of the settings, and its name.</summary>
    public ImmutableArray<(string Word, string Name)> MapChoices =>
    [
        .. MapWords.Select(w => (w, Pick(CrossTables.NameOf(CrossAttribute.Of(w, Findings.Corpus)!)))),
        .. CrossAttribute.Names(Findings.Corpus).Select(n => (n, n)),
    ];

    /// <summary>Shows it.</summary>
    public void OnGet()
    {
        Read();
        Look(IsForPublication);
    }

    /// <summary>A theme's comments that are not quoted: the forbidden ones, then the representative, then the others; each comment stands once on the page.</summary>
    /// <param name="theme">The theme.</param>
    public ImmutableArray<CommentCardView> Others(ReportTheme theme)
    {
        ArgumentNullException.ThrowIfNull(theme);
        var quoted = theme.Quotations.Select(q => q.CommentId).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. theme.Finding.CommentIds.Where(Settings.Voices.Banned.Contains).Concat(theme.Finding.Representative).Concat(theme.Finding.CommentIds)
                .Distinct(StringComparer.Ordinal).Where(id => !quoted.Contains(id)).Take(MostOthers).Where(Offer)
                .Select(id => _preview?.Comment(id)).OfType<AnalysedComment>().Select(c => Card(c, theme.Code) with { Meetings = _preview?.Content.Findings.Corpus.Meetings }),
        ];
    }

    /// <summary>Whether the choice of a comment is to be offered here: it is offered once a page.</summary>
    /// <param name="comment">The comment's id.</param>
    public bool Offer(string comment) => _offered.Add(comment);

    /// <summary>What was chosen of a comment.</summary>
    /// <param name="comment">The comment's id.</param>
    public string ChoiceOf(string comment) => Settings.Voices.Pinned.Contains(comment) ? ReportForm.Pin : Settings.Voices.Banned.Contains(comment) ? ReportForm.Ban : string.Empty;

    /// <summary>Keeps the choices and shows the report that they give.</summary>
    public IActionResult OnPostSave()
    {
        if (Save() is { } refused)
        {
            return refused;
        }

        Told = Words.Kept;
        return Redirect(IsAskedForPublication ? "/report?publish=true#publishing" : "/report#preview");
    }

    /// <summary>Keeps the choices and makes the files.</summary>
    public IActionResult OnPostMake()
    {
        if (Save() is { } refused)
        {
            return refused;
        }

        Read();
        var isForPublication = IsAskedForPublication;
        if (isForPublication)
        {
            Look(isForPublication);
        }

        // The page says what is still to be decided; nothing is published before that is known.
        if (isForPublication && _preview is null)
        {
            return LocalRedirect(JobBoard.Url(Making!));
        }

        if (isForPublication && OpenNames.Length is > 0 and var open)
        {
            Warned = Words.LookFirst(open);
            return Redirect("/report?publish=true#publishing");
        }

        var (folder, snapshot, settings, language) = (Session.Folder, Snapshot, Settings, Language);
        var job = jobs.Start(new BilingualText("報告書をつくる", "Making the report"), progress => Session.UseBeside(store =>
        {
            ReportMaking.Write(store, folder, snapshot, settings, isForPublication, language, progress);
            return true;
        }));
        return LocalRedirect(JobBoard.Url(job));
    }

    /// <summary>A file of the report.</summary>
    /// <param name="name">Its name.</param>
    public IActionResult OnGetFile(string name)
    {
        Read();
        if (ReportMaking.Files(Session.Folder, IsForPublication).All(f => f.Name != name))
        {
            return NotFound();
        }

        var extension = Path.GetExtension(name).TrimStart('.');
        var part = Path.GetFileNameWithoutExtension(name) is var stem && stem == "report" ? string.Empty : "_" + stem;
        var bytes = System.IO.File.ReadAllBytes(Path.Combine(ReportMaking.FolderOf(Session.Folder, IsForPublication), name));
        return File(bytes, "application/octet-stream", DownloadName.Of(FileTitle, extension, part + Mark));
    }

    /// <summary>All files of the report as one archive.</summary>
    public IActionResult OnGetArchive()
    {
        Read();
        return ReportMaking.Files(Session.Folder, IsForPublication).IsEmpty
            ? NotFound()
            : File(ReportMaking.Archive(Session.Folder, IsForPublication), "application/zip", DownloadName.Of(FileTitle, "zip", Mark));
    }

    // In the name of each file that leaves the program: whether it may be shown to everybody.
    private string Mark => "_" + Words.Kind(IsForPublication);

    private bool IsAskedForPublication => Request.Form["publish"] == "true";

    private void Look(bool isForPublication) => (_preview, Making) = ReportPreview.Of(Session, Snapshot, jobs, Settings, isForPublication, Language);

    // What the form says of the doubtful names.
    private void DecideNames()
    {
        if (!Request.Form.Keys.Any(ReportForm.IsName))
        {
            return;
        }

        Look(IsAskedForPublication);
        var decided = OpenNames
            .Select(e => (e.Entry, Choice: Request.Form[ReportForm.NameOf(e.Entry.Name)].ToString()))
            .Where(c => c.Choice is ReportForm.Mask or ReportForm.Leave)
            .Select(c => new NameDecision(c.Entry.Kind, c.Entry.Name, c.Choice == ReportForm.Mask ? ReviewDecision.Mask : ReviewDecision.Leave))
            .ToList();
        if (decided.Count > 0)
        {
            Session.Use(store => store.DecideNames(decided, WorkspaceSession.User, DateTimeOffset.Now));
        }
    }

    private string FileTitle => Settings.Title ?? Pick("意見の分析報告", "What the comments say");

    private void Read()
    {
        (Settings, Failure) = ReportSettingsFile.Read(Session.Folder);
        if (Failure is null && ReportMaking.Failure(Settings, Findings) is { } wrong)
        {
            Failure = wrong;
            Settings = Settings with
            {
                Themes = [.. Settings.Themes.Where(id => Snapshot.Theme(id) is not null)],
                Years = null,
                Map = Settings.Map is { } map && CrossAttribute.Of(map, Findings.Corpus) is not null ? map : null,
                Voices = Settings.Voices with
                {
                    Pinned = [.. Settings.Voices.Pinned.Where(id => Snapshot.Comment(id) is not null)],
                    Banned = [.. Settings.Voices.Banned.Where(id => Snapshot.Comment(id) is not null)],
                },
            };
        }
    }

    // Null where they are kept; else the page with what was chosen.
    private PageResult? Save()
    {
        Read();
        if (Request.Form[ReportForm.Version] != Version)
        {
            return Again(Words.Changed);
        }

        if (ReportForm.Failure(Request.Form, Findings) is { } failure)
        {
            return Again(Words.NotSaved + Pick(failure.What), failure.Field);
        }

        var settings = ReportForm.Of(Request.Form, Settings, Findings);
        try
        {
            ResultFolder.Write(Session.Folder, new Dictionary<string, byte[]> { [ReportSettingsFile.Name] = Encoding.UTF8.GetBytes(ReportSettingsWriter.Write(settings)) });
            DecideNames();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Again(Words.NotKept);
        }
    }

    // The preview is still of what is kept.
    private PageResult Again(string why, string? field = null)
    {
        Look(IsAskedForPublication);
        Settings = ReportForm.Of(Request.Form, Settings, Findings);
        return Refused(why, field);
    }
}
