using System.CommandLine;
using System.Globalization;
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
        var query = new Argument<string[]>(language.Pick("検索語", "QUERY"))
        {
            Description = language.Pick("語（空白で区切るとすべてを含む）、\"そのままの句\"、-除く語、OR", "Words (all of them), \"exact phrases\", -excluded words, OR"),
            Arity = ArgumentArity.OneOrMore,
        };
        var folder = new Option<string>("--in") { Description = language.Pick("analyze の結果のフォルダー", "Folder with the results of analyze"), DefaultValueFactory = _ => CommandLine.DefaultFolder };
        var command = new Command("search", language.Pick("意見を検索する（表記ゆれ・同義語も見つける）", "Search the comments (spelling variants and synonyms too)")) { query, folder };
        command.SetAction(parsed => Run(language, string.Join(' ', parsed.GetRequiredValue(query)), parsed.GetRequiredValue(folder)));
        return command;
    }

    private static int Run(ScreenLanguage language, string query, string folder)
    {
        var file = Path.Combine(folder, "findings.json");
        SavedComments saved;
        try
        {
            saved = SavedComments.Read(File.ReadAllBytes(file));
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

        var hits = CommentSearch.Find(saved.Comments, query, LexiconReader.Default);
        foreach (var hit in hits)
        {
            Print(language, saved, hit);
        }

        var respondents = hits.Select(h => h.Comment.Respondent).Where(r => r is not null).Distinct().Count();
        AnsiConsole.Console.WriteLine(language.Pick(
            $"意見 {saved.Comments.Length} 件中 {hits.Length} 件、回答者 {saved.Respondents.Length} 中 {respondents}",
            $"{hits.Length} of {saved.Comments.Length} comments, {respondents} of {saved.Respondents.Length} respondents"));
        return CommandLine.Done;
    }

    private static void Print(ScreenLanguage language, SavedComments saved, SearchHit hit)
    {
        var comment = hit.Comment;
        var who = comment.Respondent
            ?? (comment.Meeting is { } meeting ? saved.MeetingTitles.GetValueOrDefault(meeting, meeting) : language.Pick("回答者不明", "respondent unknown"));
        var year = comment.Year is { } y ? y.ToString(CultureInfo.InvariantCulture) : language.Pick("年不明", "year unknown");
        var codes = string.Join(language.Pick("、", ", "), saved.CodeNames[comment.Id].Select(n => language.Pick(n)));
        var line = new Paragraph();
        var at = 0;
        foreach (var span in hit.Highlights)
        {
            line.Append(comment.Text[at..span.Start]);
            line.Append(comment.Text[span.Start..span.End], new Style(decoration: Decoration.Bold | Decoration.Underline));
            at = span.End;
        }

        line.Append(comment.Text[at..]);
        var console = AnsiConsole.Console;
        console.WriteLine($"{who}  {year}  {Citation.Of(comment.Source, comment.Place)}{(codes.Length > 0 ? "  [" + codes + "]" : string.Empty)}", new Style(Color.Grey));
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = int.MaxValue;
        }

        console.Write(line);
        console.WriteLine();
        console.WriteLine();
    }
}
