using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Search;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;
using Spectre.Console;

namespace FeedbackLab.Viewer.Commands;

/// <summary><c>feedbacklab search</c>: the comments that match, with where they stand.</summary>
public static class SearchCommand
{
    /// <summary>The command with its options and texts.</summary>
    /// <param name="language">The user's language.</param>
    public static Command Create(ScreenLanguage language)
    {
        var query = new Argument<string[]>(language.Pick("検索式", "QUERY"))
        {
            Description = language.Pick("語（空白で区切るとすべてを含む）、\"そのままの句\"、AND OR NOT、( )、回答者:名前、年:[2019 TO 2021]、引*、=語、A NEAR/5 B", "Words (all of them), \"exact phrases\", AND OR NOT, ( ), respondent:NAME, year:[2019 TO 2021], pre*, =exact, A NEAR/5 B"),
            Arity = ArgumentArity.OneOrMore,
        };
        var folder = new Option<string>("--in") { Description = language.Pick("analyze の結果のフォルダー", "Folder with the results of analyze"), DefaultValueFactory = _ => CommandLine.DefaultFolder };
        var workspace = WorkspaceFolder.Option(language, string.Empty);
        var isQuestion = new Option<bool>("--question") { Description = language.Pick("文で尋ねる（どれかの語を含むものを、近い順に）", "Ask in plain words: any of them, nearest first") };
        var sort = new Option<string>("--sort") { Description = "rank, year, respondent, place", DefaultValueFactory = _ => "rank" };
        sort.AcceptOnlyFromAmong("rank", "year", "respondent", "place");
        var format = new Option<string>("--format") { Description = "table, kwic, json, csv, markdown", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "kwic", "json", "csv", "markdown");
        var skip = new Option<int>("--skip") { Description = language.Pick("飛ばす件数", "How many to pass over") };
        var take = new Option<int>("--take") { Description = language.Pick("見せる件数", "How many to show"), DefaultValueFactory = _ => 20 };
        var command = new Command("search", language.Pick("意見を検索する（表記ゆれ・同義語も見つける）", "Search the comments (spelling variants and synonyms too)")) { query, folder, workspace, isQuestion, sort, format, skip, take };
        command.SetAction(parsed =>
        {
            var text = string.Join(' ', parsed.GetRequiredValue(query));
            if (parsed.GetValue(workspace) is { } name)
            {
                var search = new WorkspaceSearch(
                    Order(parsed.GetRequiredValue(sort)),
                    Math.Max(0, parsed.GetValue(skip)),
                    Math.Max(0, parsed.GetValue(take)),
                    Enum.Parse<HitFormat>(parsed.GetRequiredValue(format), ignoreCase: true));
                return search.Run(language, name, text, parsed.GetValue(isQuestion));
            }

            return Saved(language, parsed.GetRequiredValue(folder)) is { } saved ? Run(language, text, saved) : CommandLine.Failed;
        });
        return command;
    }

    private static HitOrder? Order(string name) => name switch
    {
        "year" => HitOrder.LatestFirst,
        "respondent" => HitOrder.ByRespondent,
        "place" => HitOrder.ByPlace,
        _ => null,
    };

    private static SavedComments? Saved(ScreenLanguage language, string folder)
    {
        var file = Path.Combine(folder, "findings.json");
        try
        {
            return SavedComments.Read(File.ReadAllBytes(file));
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
            return null;
        }
    }

    private static int Run(ScreenLanguage language, string query, SavedComments saved)
    {
        var console = Terminal.Output();
        var hits = CommentSearch.Find(saved.Comments, query, LexiconReader.Default);
        foreach (var hit in hits)
        {
            Print(console, language, saved, hit);
        }

        var respondents = hits.Select(h => h.Comment.Respondent).Where(r => r is not null).Distinct().Count();
        console.WriteLine(language.Pick(
            $"意見 {saved.Comments.Length} 件中 {hits.Length} 件、回答者 {saved.Respondents.Length} 中 {respondents}",
            $"{hits.Length} of {saved.Comments.Length} comments, {respondents} of {saved.Respondents.Length} respondents"));
        return CommandLine.Done;
    }

    private static void Print(IAnsiConsole console, ScreenLanguage language, SavedComments saved, SearchHit hit)
    {
        var comment = hit.Comment;
        var who = comment.Respondent
            ?? (comment.Meeting is { } meeting ? saved.MeetingTitles.GetValueOrDefault(meeting, meeting) : language.Pick("回答者不明", "respondent unknown"));
        var year = comment.Year is { } y ? y.ToString(CultureInfo.InvariantCulture) : language.Pick("年不明", "year unknown");
        var codes = string.Join(language.Pick("、", ", "), saved.CodeNames[comment.Id].Select(n => language.Pick(n)));
        // Written as they are: the terminal breaks long lines, and a file keeps them whole for other programs.
        console.Profile.Out.Writer.WriteLine(
            $"{who}  {year}  {Citation.Of(comment.Source, comment.Place)}{(codes.Length > 0 ? $"  [{codes}]" : string.Empty)}");
        console.Profile.Out.Writer.WriteLine(Terminal.Highlighted(console, comment.Text, hit.Highlights));
        console.Profile.Out.Writer.WriteLine();
    }
}
