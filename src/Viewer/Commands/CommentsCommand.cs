using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Commands;

/// <summary><c>feedbacklab comments</c>: the comments of a workspace, page by page.</summary>
public static class CommentsCommand
{
    private const int DefaultTake = 20;

    private static readonly JsonWriterOptions JsonOptions = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>The command with its options and texts.</summary>
    /// <param name="language">The user's language.</param>
    public static Command Create(ScreenLanguage language)
    {
        var workspace = WorkspaceFolder.Option(language, WorkspaceFolder.Default);
        var source = new Option<string?>("--source") { Description = language.Pick("この資料の意見だけ", "Only of this source") };
        var respondent = new Option<string?>("--respondent") { Description = language.Pick("この回答者の意見だけ", "Only of this respondent") };
        var id = new Option<string?>("--id") { Description = language.Pick("この意見IDの意見だけ（公表用の報告書にある意見IDも使えます）", "Only the comment of this id, or of this id in a published report") };
        var year = new Option<int?>("--year") { Description = language.Pick("この年の意見だけ", "Only of this year") };
        var skip = new Option<int>("--skip") { Description = language.Pick("飛ばす件数", "How many to pass over") };
        var take = new Option<int>("--take") { Description = language.Pick("見せる件数", "How many to show"), DefaultValueFactory = _ => DefaultTake };
        var format = new Option<string>("--format") { Description = "text, json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("comments", language.Pick("ワークスペースの意見を見る", "Show a workspace's comments")) { workspace, id, source, respondent, year, skip, take, format };
        command.SetAction(parsed =>
        {
            var filter = new CommentFilter(
                parsed.GetValue(source), parsed.GetValue(respondent), parsed.GetValue(year), parsed.GetValue(skip), parsed.GetValue(take));
            if (filter.Skip < 0 || filter.Take < 0)
            {
                CommandLine.PrintFailure(language, string.Empty, new BilingualText("--skip と --take は 0 以上にしてください。", "--skip and --take must be 0 or more."));
                return CommandLine.Misused;
            }

            return WorkspaceFolder.Use(language, parsed.GetValue(workspace), create: false, store =>
                (parsed.GetValue(id) is { } wanted ? Named(language, store, wanted.Trim()) : store.Comments(filter)) is { } page
                    ? Print(language, page, parsed.GetValue(id) is null && page.Total == 0 ? UnknownFilterValues.Of(filter, store.Corpus()) : [], filter, parsed.GetValue(format) == "json")
                    : CommandLine.Failed);
        });
        return command;
    }

    // A page of one; null, after that was said, where there is none.
    private static CommentPage? Named(ScreenLanguage language, WorkspaceStore store, string id)
    {
        // As comments.csv has it.
        id = SheetIds.Read(id);
        var comments = store.Corpus().Comments;
        var published = store.PublishedIds();
        if ((comments.FirstOrDefault(c => c.Id == id) ?? comments.FirstOrDefault(c => published(c.Id) == id)) is { } comment)
        {
            return new CommentPage([comment], 1);
        }

        CommandLine.PrintFailure(language, string.Empty, new BilingualText(
            $"意見ID「{id}」の意見は、このワークスペースにありません。報告書をつくったワークスペースを -w で指定しているか確かめてください。",
            $"This workspace has no comment \"{id}\". Check that -w names the workspace that made the report."));
        return null;
    }

    private static int Print(ScreenLanguage language, CommentPage page, IEnumerable<BilingualText> unknown, CommentFilter filter, bool isJson)
    {
        foreach (var line in unknown)
        {
            Console.Error.WriteLine(Terminal.Printable(language.Pick(line)));
        }

        if (isJson)
        {
            Json(page);
            return CommandLine.Done;
        }

        foreach (var comment in page.Comments)
        {
            var who = comment.Respondent ?? language.Pick("回答者の記載なし", "respondent not named");
            var year = comment.Year?.ToString(CultureInfo.InvariantCulture) ?? language.Pick("年不明", "year unknown");
            Console.Out.WriteLine($"{who}  {year}  {Citation.Of(comment.Source, comment.Place)}");
            Console.Out.WriteLine(Terminal.Printable(comment.Text));
            Console.Out.WriteLine();
        }

        var first = page.Comments.IsEmpty ? 0 : filter.Skip + 1;
        Console.Out.WriteLine(language.Pick(
            $"意見 {page.Total} 件のうち {first}〜{filter.Skip + page.Comments.Length} 件目",
            $"{first} to {filter.Skip + page.Comments.Length} of {page.Total} comments"));
        return CommandLine.Done;
    }

    private static void Json(CommentPage page)
    {
        using var stream = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(stream, JsonOptions))
        {
            json.WriteStartObject();
            json.WriteNumber("total", page.Total);
            json.WriteStartArray("comments");
            foreach (var comment in page.Comments)
            {
                json.WriteStartObject();
                FindingsJson.CommentFields(json, comment);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.Write(Encoding.UTF8.GetBytes("\n"));
    }
}
