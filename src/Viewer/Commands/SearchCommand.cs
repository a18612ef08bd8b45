using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using FeedbackLab.Analysis.Findings;
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
        var workspace = WorkspaceFolder.Option(language, string.Empty);
        var command = new Command("search", language.Pick("意見を検索する（表記ゆれ・同義語も見つける）", "Search the comments (spelling variants and synonyms too)")) { query, folder, workspace };
        command.SetAction(parsed => (parsed.GetValue(workspace) is { } w ? Of(language, w) : Saved(language, parsed.GetRequiredValue(folder))) is { } saved
            ? Run(language, string.Join(' ', parsed.GetRequiredValue(query)), saved)
            : CommandLine.Failed);
        return command;
    }

    private static SavedComments? Of(ScreenLanguage language, string workspace) => WorkspaceFolder.Corpus(language, workspace) is { } corpus
        ? new SavedComments(
            corpus.Comments,
            [.. corpus.Comments.Select(c => c.Respondent).Concat(corpus.LeftOut.Select(l => l.Respondent)).OfType<string>().Distinct(StringComparer.Ordinal)],
            corpus.Comments.DistinctBy(c => c.Id).ToImmutableDictionary(c => c.Id, _ => ImmutableArray<BilingualText>.Empty),
            corpus.Meetings.DistinctBy(m => m.Id).ToImmutableDictionary(m => m.Id, m => m.Title))
        : null;

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
        console.Profile.Out.Writer.WriteLine(Highlighted(console, comment.Text, hit.Highlights));
        console.Profile.Out.Writer.WriteLine();
    }

    // Bold and underlined where the terminal can, in 【】 where not.
    private static string Highlighted(IAnsiConsole console, string text, ImmutableArray<TextSpan> highlights)
    {
        var (open, close) = console.Profile.Capabilities.Ansi ? ("\u001b[1;4m", "\u001b[0m") : ("【", "】");
        var line = new StringBuilder();
        var at = 0;
        foreach (var span in highlights)
        {
            line.Append(Terminal.Printable(text[at..span.Start])).Append(open).Append(Terminal.Printable(text[span.Start..span.End])).Append(close);
            at = span.End;
        }

        return line.Append(Terminal.Printable(text[at..])).ToString();
    }
}
