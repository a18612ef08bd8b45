using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Charts;
using FeedbackLab.Viewer.Commands.Codebooks;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Server;
using Microsoft.AspNetCore.Mvc;

namespace FeedbackLab.Viewer.Pages.Themes;

/// <summary>テーマ: all of them, what is not covered yet, and what became of the codes.</summary>
/// <param name="session">What the pages work on.</param>
public sealed class IndexModel(WorkspaceSession session) : FindingsPage(session)
{
    private const int MostCards = 6;

    /// <summary>The page's words.</summary>
    public ThemesWords Words => new(Language);

    /// <inheritdoc/>
    public override string Title => Words.Title;

    /// <summary>By code and state how many codings there are.</summary>
    public ImmutableDictionary<(string Code, CodingState State), int> States { get; private set; } = ImmutableDictionary<(string, CodingState), int>.Empty;

    /// <summary>What became of the codes, the latest first.</summary>
    public ImmutableArray<(CodeLedgerEntry Entry, string What)> History { get; private set; } = [];

    /// <summary>The merge that can be undone; null where there is none.</summary>
    public CodeLedgerEntry? Undoable { get; private set; }

    /// <summary>Version of the codebook that the page's forms go by.</summary>
    public int Version { get; private set; }

    /// <summary>Shows them.</summary>
    public void OnGet()
    {
        Version = Session.Use(store => store.Codebooks().LastOrDefault())?.Version ?? Snapshot.Codebook;
        States = Session.Codings().CountBy(c => (c.Code, c.State)).ToImmutableDictionary();
        var ledger = CodeHistory.Of(Session, Snapshot);
        (History, Undoable) = ([.. ledger.Entries.Select(e => (e.Entry, Pick(e.What)))], ledger.Undoable);
    }

    /// <summary>Undoes the last merge.</summary>
    /// <param name="version">Version of the codebook that the page was made by.</param>
    public IActionResult OnPostUndoMerge(int version)
    {
        var (isWritten, told) = CodebookChange.Do(Session, version, (store, _) => store.UndoMerge(version, WorkspaceSession.User, DateTimeOffset.Now));
        Tell(isWritten, Pick(told));
        return LocalRedirect("/themes");
    }

    /// <summary>The themes as areas; null where no comment has one.</summary>
    public FigureView? Areas => AreasFigure() is { } figure ? new FigureView(figure, null, Language, string.Empty) : null;

    /// <summary>Makes a group that was found a code.</summary>
    /// <param name="version">Version of the codebook that the page was made by.</param>
    /// <param name="medoid">The comment that stands for the group.</param>
    /// <param name="name">The code's name.</param>
    /// <param name="nameEn">Its name in English; may be empty.</param>
    /// <param name="note">Why.</param>
    public IActionResult OnPostAdopt(int version, string medoid, string? name, string? nameEn, string? note)
    {
        if (Findings.NewThemes.FirstOrDefault(g => g.Medoid == medoid) is not { } group)
        {
            Warned = Words.GroupGone;
            return LocalRedirect("/themes");
        }

        return Changed(version, (store, book) =>
        {
            var draft = CodeDraft.Of(group.Label, group.Terms, book with { Codes = CodebookSource.Ever(store) });
            var named = string.IsNullOrWhiteSpace(name) ? draft : draft with { Name = CodebookChange.Both(name, nameEn) };
            CodebookChange.RequireNewNames(book.Codes, named);
            return store.ReviseCodebook(CodebookOperations.Add(book, named), version, WorkspaceSession.User, DateTimeOffset.Now, note ?? string.Empty);
        });
    }

    /// <summary>Adds a code.</summary>
    /// <param name="version">Version of the codebook that the page was made by.</param>
    /// <param name="name">Its name.</param>
    /// <param name="nameEn">Its name in English; may be empty.</param>
    /// <param name="definition">Its definition.</param>
    /// <param name="terms">Words that speak for it.</param>
    /// <param name="note">Why.</param>
    public IActionResult OnPostAdd(int version, string? name, string? nameEn, string? definition, string? terms, string? note) =>
        Changed(version, (store, book) =>
        {
            var id = CodebookChange.FreeId(CodebookSource.Ever(store).Select(c => c.Id).ToHashSet(StringComparer.Ordinal), "code");
            var code = new Code(id, CodebookChange.Both(name, nameEn), CodebookChange.Both(definition, null), string.Empty, string.Empty, CodebookChange.Terms(terms), []);
            CodebookChange.RequireNewNames(book.Codes, code);
            return store.ReviseCodebook(CodebookOperations.Add(book, code), version, WorkspaceSession.User, DateTimeOffset.Now, note ?? string.Empty);
        });

    /// <summary>How many codings of a code are in some states.</summary>
    /// <param name="code">The code's id.</param>
    /// <param name="states">The states.</param>
    public int Count(string code, params ImmutableArray<CodingState> states) => states.Sum(s => States.GetValueOrDefault((code, s)));

    /// <summary>The first comments of a group.</summary>
    /// <param name="group">The group.</param>
    public IEnumerable<CommentCardView> Cards(ClusterFinding group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.CommentIds.Take(MostCards).Select(Snapshot.Comment).OfType<AnalysedComment>().Select(c => Card(c));
    }

    /// <inheritdoc/>
    protected override ImmutableArray<PageFigure> Figures() => AreasFigure() is { } figure ? [figure] : [];

    private IActionResult Changed(int version, Func<WorkspaceStore, Codebook, CodebookWrite> change)
    {
        var (isWritten, told) = CodebookChange.Do(Session, version, change);
        if (!isWritten)
        {
            OnGet();
            return Refused(Pick(told));
        }

        Told = Pick(told);
        return LocalRedirect("/themes");
    }

    private PageFigure? AreasFigure()
    {
        static string Address(ThemeNode node) => node.Own is null ? new CommentSelection { Under = node.Code.Id }.Url : "/themes/" + Uri.EscapeDataString(node.Code.Id);
        var tree = Snapshot.Tree;
        var rows = tree.Lines().Where(l => l.Node.Comments.Count > 0).ToList();
        return ThemeAreas.Of(tree, Findings, Language, Address) is not { } chart ? null : new PageFigure(
            chart,
            new ExportTable(
                new BilingualText(chart.Title, chart.Title),
                [
                    new("theme", new BilingualText("テーマ", "Theme")), new("above", new BilingualText("上のテーマ", "Under")),
                    new("comments", new BilingualText("意見", "Comments")), new("share", new BilingualText("意見の割合（%）", "Share of comments (%)"), 1),
                    new("respondents", new BilingualText("回答者", "Respondents")), new("of", new BilingualText("／全", "of")),
                ],
                [
                    .. rows.Select(l => ImmutableArray.Create<object?>(
                        Pick(l.Node.Code.Name), string.Join(" › ", tree.Above(l.Node.Code.Id).Select(c => Pick(c.Name))), l.Node.Comments.Count,
                        100.0 * l.Node.Comments.Count / l.Node.Comments.Of, l.Node.Respondents.Count, l.Node.Respondents.Of)),
                ],
                tree.IsDeep ? [new BilingualText("下にテーマがあるものは、それも合わせた数です。同じ意見・同じ回答者は一度だけ数えます。", "With the themes under them; each comment and respondent once.")] : []),
            [
                .. rows.Select(l =>
                {
                    var comments = new CommentSelection { Under = l.Node.Code.Id }.Url;
                    return ImmutableArray.Create<string?>(Address(l.Node), null, comments, null, comments);
                }),
            ]);
    }

    /// <summary>A moment as people write it.</summary>
    /// <param name="when">The moment.</param>
    public static string Time(DateTimeOffset when) => when.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
