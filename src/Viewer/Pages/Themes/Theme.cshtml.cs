using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Viewer.Commands.Codebooks;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FeedbackLab.Viewer.Pages.Themes;

/// <summary>One theme: what it is, who mentions it, its comments in every state, and the ways to change it.</summary>
/// <param name="session">What the pages work on.</param>
public sealed class ThemeModel(WorkspaceSession session) : FindingsPage(session)
{
    private const int PageLength = 20;

    /// <summary>The page's words.</summary>
    public ThemesWords Words => new(Language);

    /// <inheritdoc/>
    public override string Title => Theme is { } theme ? Pick(theme.Code.Name) : Words.Title;

    /// <summary>The code's id, as the address has it.</summary>
    public string Code => RouteData.Values["code"] as string ?? string.Empty;

    /// <summary>The theme; null where the codebook has none.</summary>
    public ThemeFinding? Theme => Snapshot.Theme(Code);

    /// <summary>The page of the theme.</summary>
    public string Address => "/themes/" + Uri.EscapeDataString(Code);

    /// <summary>What it can be divided by.</summary>
    public ImmutableArray<(string Key, string Name)> Choices => Groups.Choices;

    /// <summary>What it is divided by beside year and area; null for nothing.</summary>
    public string? By => Request.Query["by"] is [{ Length: > 0 } by] && Choices.Any(c => c.Key == by) ? by : null;

    /// <summary>The figures.</summary>
    public ImmutableArray<FigureView> Charts => [.. Figures().Select(f => new FigureView(f, Snapshot.Links, Language, By is null ? string.Empty : QueryString.Create("by", By).Value!))];

    /// <summary>The state that is listed; null for all.</summary>
    public CodingState? State { get; private set; }

    /// <summary>How many codings are in each state.</summary>
    public ImmutableDictionary<CodingState, int> States { get; private set; } = ImmutableDictionary<CodingState, int>.Empty;

    /// <summary>The codings of this page, each with its comment.</summary>
    public ImmutableArray<(StoredCoding Coding, CommentCardView Card)> Codings { get; private set; } = [];

    /// <summary>The page, 1-based.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>How many pages there are.</summary>
    public int Pages { get; private set; } = 1;

    /// <summary>The merge that led to it, where it can be undone; null else.</summary>
    public CodeLedgerEntry? Undoable => CodeHistory.Of(Session, Snapshot).Undoable is { } merge && merge.Step.To.Contains(Code) ? merge : null;

    /// <summary>The comments that stand best for it.</summary>
    public IEnumerable<CommentCardView> Representative => Theme!.Representative.Select(Snapshot.Comment).OfType<AnalysedComment>().Select(c => Card(c, Code) with { IsExample = true });

    /// <summary>Version of the codebook that the page's forms go by.</summary>
    public int Version { get; private set; }

    /// <summary>The code as it stands in that version, where a form was refused; null else.</summary>
    public Code? Now { get; private set; }

    /// <summary>The codes of that version: the analysis may lag behind it.</summary>
    public ImmutableArray<Code> Codes { get; private set; } = [];

    private ThemeGroups Groups => new(Snapshot, Words, Language);

    /// <summary>Shows it.</summary>
    public IActionResult OnGet()
    {
        if (Theme is null)
        {
            return NotFound();
        }

        // A second change follows a first before the analysis has caught up: the forms go by what stands in the workspace, where the code is still there.
        (Version, Codes) = (Snapshot.Codebook, Findings.Codebook.Codes);
        if (Session.Use(store => store.Codebooks().LastOrDefault()) is { } latest && latest.Version != Version && CodebookReader.Read(latest.Yaml).Codes is var codes && codes.Any(c => c.Id == Code))
        {
            (Version, Codes) = (latest.Version, codes);
        }

        State = StateOf(Request.Query["state"]);
        var all = Session.Codings().Where(c => c.Code == Code && Snapshot.Comment(c.CommentId) is not null).ToList();
        States = all.CountBy(c => c.State).ToImmutableDictionary();
        var chosen = all.Where(c => State is not { } state || c.State == state || (state == CodingState.Accepted && c.State == CodingState.Edited))
            .OrderBy(c => c.State == CodingState.Rejected).ThenByDescending(c => c.Score ?? 1).ThenBy(c => c.Id).ToList();
        Pages = Math.Max(1, (chosen.Count + PageLength - 1) / PageLength);
        Number = int.TryParse(Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, Pages) : 1;
        Codings = [.. chosen.Skip((Number - 1) * PageLength).Take(PageLength).Select(c => (c, Card(Snapshot.Comment(c.CommentId)!) with { Marked = c.Evidence }))];
        return Page();
    }

    /// <summary>Keeps a decision on one coding.</summary>
    /// <param name="comment">The comment's id.</param>
    /// <param name="version">The coding's version number when the page was read.</param>
    /// <param name="accept">Whether it is accepted; else rejected.</param>
    /// <param name="back">The query of the page.</param>
    public IActionResult OnPostDecide(string comment, int version, bool accept, string? back)
    {
        var (isKept, message) = Session.Use(store =>
        {
            var current = store.Codings(comment).FirstOrDefault(c => c.Code == Code);
            if (current is null || current.Version != version || store.Codebooks().LastOrDefault() is not { } codebook)
            {
                return (false, Words.Meanwhile(current?.Who ?? string.Empty, current is null ? string.Empty : Pick(StateWords.Of(current.State))));
            }

            var state = accept ? CodingState.Accepted : CodingState.Rejected;
            var writes = store.SaveCodings([current with { State = state, Who = WorkspaceSession.User, When = DateTimeOffset.Now, CodebookVersion = codebook.Version }]);
            return writes.Refused is [var refused, ..]
                ? (false, Words.Meanwhile(refused.Current?.Who ?? string.Empty, refused.Current is null ? string.Empty : Pick(StateWords.Of(refused.Current.State))))
                : (true, Words.Kept(Pick(StateWords.Of(state))));
        });
        Tell(isKept, message);
        var query = back is ['?', ..] && !back.AsSpan().ContainsAnyInRange('\0', ' ') ? back : string.Empty;
        return LocalRedirect($"{Address}{query}#c-{Uri.EscapeDataString(comment)}");
    }

    /// <summary>Gives it another name, definition, other words.</summary>
    /// <param name="version">Version of the codebook that the page was made by.</param>
    /// <param name="name">Name.</param>
    /// <param name="nameEn">Name in English; may be empty.</param>
    /// <param name="definition">Definition.</param>
    /// <param name="definitionEn">Definition in English; may be empty.</param>
    /// <param name="include">What belongs to it.</param>
    /// <param name="exclude">What does not.</param>
    /// <param name="terms">Words that speak for it.</param>
    /// <param name="note">Why.</param>
    public IActionResult OnPostEdit(int version, string? name, string? nameEn, string? definition, string? definitionEn, string? include, string? exclude, string? terms, string? note) =>
        Changed(version, Address, (store, book) =>
        {
            var given = CodebookChange.Both(name, nameEn);
            CodebookChange.RequireNewNames(book.Codes.Where(c => c.Id != Code), [.. book.Codes.Where(c => c.Id == Code && c.Name.Ja != given.Ja).Select(c => c with { Name = given })]);
            if (book.Codes.Any(c => c.Id == Code && c.Name != given))
            {
                CodebookOperations.RequireName(given, book, [Code]);
            }

            var edited = book with
            {
                Codes =
                [
                    .. book.Codes.Select(c => c.Id != Code ? c : c with
                    {
                        Name = given,
                        Definition = CodebookChange.Edited(c.Definition, CodebookChange.Both(definition, definitionEn)),
                        Include = CodebookChange.Edited(c.Include, include),
                        Exclude = CodebookChange.Edited(c.Exclude, exclude),
                        Terms = CodebookChange.Terms(terms),
                    }),
                ],
            };
            return store.SaveCodebook(CodebookWriter.Yaml(edited), version, WorkspaceSession.User, DateTimeOffset.Now, note ?? string.Empty);
        });

    /// <summary>Merges other codes into it.</summary>
    /// <param name="version">Version of the codebook that the page was made by.</param>
    /// <param name="others">Their ids.</param>
    /// <param name="note">Why.</param>
    public IActionResult OnPostMerge(int version, string[] others, string? note) => Changed(version, Address, (store, book) =>
    {
        ImmutableArray<string> ids = [Code, .. others.Where(o => o != Code)];
        return store.ReviseCodebook(CodebookOperations.Merge(book, ids, CodebookOperations.Together(book, ids, Code, null)), version, WorkspaceSession.User, DateTimeOffset.Now, note ?? string.Empty);
    });

    /// <summary>Splits it.</summary>
    /// <param name="version">Version of the codebook that the page was made by.</param>
    /// <param name="names">Names of the parts; empty ones are passed over.</param>
    /// <param name="definitions">Their definitions.</param>
    /// <param name="terms">Words that speak for them.</param>
    /// <param name="note">Why.</param>
    public IActionResult OnPostSplit(int version, string?[] names, string?[] definitions, string?[] terms, string? note) => Changed(version, "/themes", (store, book) =>
    {
        var taken = CodebookSource.Ever(store).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        string? At(string?[] texts, int i) => i < texts.Length ? texts[i] : null;
        ImmutableArray<Code> parts =
        [
            .. Enumerable.Range(0, names.Length).Where(i => !string.IsNullOrWhiteSpace(names[i])).Select(i => new Code(
                CodebookChange.FreeId(taken, Code), CodebookChange.Both(names[i], null), CodebookChange.Both(At(definitions, i), null), string.Empty, string.Empty, CodebookChange.Terms(At(terms, i)), [])),
        ];
        CodebookChange.RequireNewNames(book.Codes.Where(c => c.Id != Code), [.. parts]);
        return store.ReviseCodebook(CodebookOperations.Split(book, Code, parts), version, WorkspaceSession.User, DateTimeOffset.Now, note ?? string.Empty);
    });

    /// <summary>Uses it no more.</summary>
    /// <param name="version">Version of the codebook that the page was made by.</param>
    /// <param name="note">Why.</param>
    public IActionResult OnPostRetire(int version, string? note) =>
        Changed(version, "/themes", (store, book) => store.ReviseCodebook(CodebookOperations.Retire(book, Code), version, WorkspaceSession.User, DateTimeOffset.Now, note ?? string.Empty));

    /// <summary>The address of a state, or of a page of it.</summary>
    /// <param name="state">The state; null for all.</param>
    /// <param name="number">The page, 1-based.</param>
    public string StateUrl(CodingState? state, int number = 1) => Address + Query(state, number) + "#all";

    /// <summary>The query of this page.</summary>
    public string ThisQuery => Query(State, Number);

    /// <inheritdoc/>
    protected override ImmutableArray<PageFigure> Figures()
    {
        if (Theme is null)
        {
            return [];
        }

        var groups = Groups;
        var area = groups.Choices.Where(c => Analysis.Statistics.CrossTables.CrossAttribute.Of("area", Findings.Corpus)?.Name == c.Key).Select(c => c.Key);
        return [.. groups.Choices.Where(c => c.Key == "year").Select(c => c.Key).Concat(area).Append(By).OfType<string>().Distinct(StringComparer.Ordinal).Select(k => groups.Of(Code, k)).OfType<PageFigure>()];
    }

    private static CodingState? StateOf(string? text) => Enum.GetValues<CodingState>().Where(s => NameOf(s) == text).Cast<CodingState?>().FirstOrDefault();

    private static string NameOf(CodingState state) => FieldNames.Of(state);

    private string Query(CodingState? state, int number) => QueryString.Create(new KeyValuePair<string, string?>[]
    {
        new("by", By), new("state", state is { } s ? NameOf(s) : null), new("page", number > 1 ? number.ToString(CultureInfo.InvariantCulture) : null),
    }.Where(p => p.Value is not null)).Value ?? string.Empty;

    private IActionResult Changed(int version, string next, Func<WorkspaceStore, Codebook, CodebookWrite> change)
    {
        var (isWritten, told) = CodebookChange.Do(Session, version, change);
        if (!isWritten)
        {
            return Theme is null ? NotFound() : Again(Pick(told));
        }

        Told = Pick(told);
        return LocalRedirect(next);
    }

    // What was typed goes by what stands there now: it is shown beside it, and sent again it is kept.
    private PageResult Again(string why)
    {
        OnGet();
        if (Session.Use(store => store.Codebooks().LastOrDefault()) is { } latest)
        {
            Version = latest.Version;
            Now = CodebookReader.Read(latest.Yaml).Codes.FirstOrDefault(c => c.Id == Code);
        }

        return Refused(why);
    }
}
