using System.Collections.Immutable;
using System.Security.Cryptography;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Index.Queries;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Server;

namespace FeedbackLab.Viewer.Commands.Search;

/// <summary>What is searched: the comments of a workspace, or of an analysis.</summary>
/// <param name="Index">Their index.</param>
/// <param name="CommentsOf">The comments with some ids, in that order; what is not there is left out.</param>
/// <param name="ThemesOf">Ids of a comment's themes, by its id.</param>
/// <param name="ThemeNames">Names of the themes, by their ids.</param>
/// <param name="Meetings">Titles of the meetings, by their ids.</param>
internal sealed record SearchGround(
    IndexSnapshot Index,
    Func<IReadOnlyList<string>, ImmutableArray<Comment>> CommentsOf,
    Func<string, ImmutableArray<string>> ThemesOf,
    ImmutableDictionary<string, BilingualText> ThemeNames,
    ImmutableDictionary<string, string> Meetings)
{
    private const string ResultsIndex = "index";

    /// <summary>All words of the comments, with how many comments hold them; pages count them once an analysis.</summary>
    public Func<IReadOnlyList<TermCount>> Words { get; init; } = () => [.. Index.CountTerms(new AllQuery())];

    /// <summary>Works on a workspace.</summary>
    /// <param name="language">The user's language.</param>
    /// <param name="folder">The workspace.</param>
    /// <param name="work">The work.</param>
    /// <returns>The exit code.</returns>
    public static int OfWorkspace(ScreenLanguage language, string folder, Func<SearchGround, int> work) =>
        WorkspaceFolder.Use(language, folder, create: false, store => Indexed(language, () => WorkspaceIndex.Open(folder, store, Told(language)), index =>
        {
            var codebook = store.Codebooks().LastOrDefault() is { } latest ? CodebookReader.Read(latest.Yaml) : CodebookReader.Default;
            return work(new SearchGround(
                index,
                store.Comments,
                id => [.. store.Codings(id).Where(c => c.State != CodingState.Rejected).Select(c => c.Code)],
                codebook.Codes.ToImmutableDictionary(c => c.Id, c => c.Name, StringComparer.Ordinal),
                store.Meetings().ToImmutableDictionary(m => m.Id, m => m.Title, StringComparer.Ordinal)));
        }));

    /// <summary>Works on the results of an analysis.</summary>
    /// <param name="language">The user's language.</param>
    /// <param name="folder">The results' folder.</param>
    /// <param name="work">The work.</param>
    /// <returns>The exit code.</returns>
    public static int OfResults(ScreenLanguage language, string folder, Func<SearchGround, int> work)
    {
        var file = Path.Combine(folder, "findings.json");
        SavedComments saved;
        string version;
        try
        {
            var bytes = File.ReadAllBytes(file);
            saved = SavedComments.Read(bytes);
            version = Convert.ToHexStringLower(SHA256.HashData(bytes));
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            CommandLine.PrintFailure(language, file, e is FormatException
                ? new BilingualText(
                    "壊れているか、別の版の結果です。feedbacklab analyze をもう一度実行してください。",
                    "Damaged, or written by another version. Run feedbacklab analyze again.")
                : new BilingualText(
                    "検索する結果がありません。先に feedbacklab analyze を実行するか、--in で結果のフォルダーを指定してください。",
                    "There are no results to search. Run feedbacklab analyze first, or name their folder with --in."));
            return CommandLine.Failed;
        }

        ImmutableArray<string> ThemesOf(string id) => saved.Codes.GetValueOrDefault(id, []);
        return Indexed(language, () => WorkspaceIndex.Of(Path.Combine(folder, ResultsIndex), version, saved.Comments, ThemesOf), index =>
        {
            var byId = saved.Comments.ToDictionary(c => c.Id, StringComparer.Ordinal);
            return work(new SearchGround(
                index,
                ids => [.. ids.Where(byId.ContainsKey).Select(i => byId[i])],
                ThemesOf,
                saved.CodeNames,
                saved.MeetingTitles));
        });
    }

    /// <summary>The comments of an analysis that pages show, those set aside as duplicates among them.</summary>
    /// <param name="index">Their index.</param>
    /// <param name="snapshot">The analysis.</param>
    public static SearchGround Of(IndexSnapshot index, AnalysisSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return new SearchGround(
            index,
            ids => [.. ids.Select(snapshot.Words).OfType<Comment>()],
            id => [.. snapshot.Comment(id)?.Codings.Where(c => c.State != CodingState.Rejected).Select(c => c.Code) ?? []],
            snapshot.Derived.Of("names of codes", () => snapshot.Findings.Codebook.Codes.ToImmutableDictionary(c => c.Id, c => c.Name, StringComparer.Ordinal)),
            snapshot.Derived.Of("titles of meetings", () => snapshot.Findings.Corpus.Meetings.ToImmutableDictionary(m => m.Id, m => m.Title, StringComparer.Ordinal)))
        {
            Words = () => snapshot.Derived.Of("all words", () => index.CountTerms(new AllQuery()).ToList()),
        };
    }

    /// <summary>The id of the theme with a name in either language, or with that id; the name itself where there is none.</summary>
    /// <param name="name">The name.</param>
    public string ThemeOf(string name) =>
        ThemeNames.FirstOrDefault(t => t.Key == name || t.Value.Ja == name || t.Value.En.Equals(name, StringComparison.OrdinalIgnoreCase)).Key ?? name;

    private static Action<BilingualText> Told(ScreenLanguage language) => why => Console.Error.WriteLine(language.Pick(why));

    /// <summary>Opens an index and works with it; what keeps it from being opened or read is told.</summary>
    /// <param name="language">The user's language.</param>
    /// <param name="open">Opens it.</param>
    /// <param name="work">The work, which gives the exit code.</param>
    internal static int Indexed(ScreenLanguage language, Func<IndexSnapshot> open, Func<IndexSnapshot, int> work)
    {
        try
        {
            IndexSnapshot index;
            try
            {
                index = open();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                CommandLine.PrintFailure(language, string.Empty, new BilingualText(
                    $"索引を書けません（{e.Message}）。ディスクに空きがあり、書き込めるフォルダーにあるか確かめてください。",
                    $"The index cannot be written ({e.Message}). See that the disk has room and that its folder can be written."));
                return CommandLine.Failed;
            }

            using (index)
            {
                return work(index);
            }
        }
        catch (IndexException e)
        {
            CommandLine.PrintFailure(language, string.Empty, e.What);
            return CommandLine.Failed;
        }
    }
}
