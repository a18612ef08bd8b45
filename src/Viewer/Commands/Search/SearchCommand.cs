using System.CommandLine;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Search.Contexts;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Commands.Search;

/// <summary><c>feedbacklab search</c>: the comments that match, with where they stand.</summary>
public static class SearchCommand
{
    private const int DefaultTake = 20;

    /// <summary>The command with its options and texts.</summary>
    /// <param name="language">The user's language.</param>
    public static Command Create(ScreenLanguage language)
    {
        var query = new Argument<string[]>(language.Pick("検索式", "QUERY"))
        {
            Description = language.Pick("語（空白で区切るとすべてを含む）、\"そのままの句\"、AND OR NOT、( )、回答者:名前、年:[2019 TO 2021]、テーマ:名前、性質:懸念、引*、=語、A NEAR/5 B", "Words (all of them), \"exact phrases\", AND OR NOT, ( ), respondent:NAME, year:[2019 TO 2021], theme:NAME, type:concern, pre*, =exact, A NEAR/5 B"),
            Arity = ArgumentArity.ZeroOrMore,
        };
        var folder = new Option<string>("--in") { Description = language.Pick("analyze の結果のフォルダー", "Folder with the results of analyze"), DefaultValueFactory = _ => CommandLine.DefaultFolder };
        var workspace = WorkspaceFolder.Option(language, string.Empty);
        var isQuestion = new Option<bool>("--question") { Description = language.Pick("文で尋ねる（どれかの語を含むものを、近い順に）", "Ask in plain words: any of them, nearest first") };
        var like = new Option<string?>("--like") { Description = language.Pick("この ID の意見に似た意見を探す（検索式があれば、その中から）", "Comments like the one with this ID (among those of the query, if given)") };
        var show = Choice("--show", language.Pick("見せるもの: hits 意見、kwic 前後の文脈、collocations 近くの語、keywords ほかの意見と違う語、network 語のネットワーク", "What to show of the hits"), "hits", "kwic", "collocations", "keywords", "network");
        var sort = Choice("--sort", language.Pick("意見の順: 近い順、年、回答者、資料の順", "Order of the comments"), "rank", "year", "respondent", "place");
        var format = Choice("--format", language.Pick("形式", "Format"), "table", "json", "csv", "markdown");
        var by = Places(language, "--by", language.Pick("kwic の並び: L1 は左隣、R2 は右の2語目、0 は一致した語（例 R1,R2）", "Order of kwic: L1 is the word on the left, R2 the second on the right, 0 the match (R1,R2)"));
        var group = Places(language, "--group", language.Pick("kwic をこの位置の語でまとめる（例 R1）", "Groups kwic by the word at this place (R1)"));
        var window = new Option<int>("--window") { CustomParser = r => NumberArgument.Whole(r, language, 1, 100) ?? 0, Description = language.Pick("collocations で近いとみなす語数", "How many words away is near, for collocations"), DefaultValueFactory = _ => 5 };
        var svg = new Option<string?>("--svg") { Description = language.Pick("network の図を書き出すファイル（.svg）", "File for the picture of network (.svg)") };
        var skip = new Option<int>("--skip") { CustomParser = r => NumberArgument.Whole(r, language, 0, int.MaxValue) ?? 0, Description = language.Pick("飛ばす件数", "How many to pass over") };
        var take = new Option<int?>("--take") { CustomParser = r => NumberArgument.Whole(r, language, 0, int.MaxValue), Description = language.Pick("見せる件数 [table は 20、kwic の table は 100、ほかの形式はすべて]", "How many to show [20 in a table, 100 of kwic; all in other formats]") };
        var command = new Command("search", language.Pick("意見を検索する（表記ゆれ・同義語も見つける）", "Search the comments (spelling variants and synonyms too)")) { query, folder, workspace, isQuestion, like, show, sort, format, by, group, window, svg, skip, take };
        command.SetAction(parsed =>
        {
            var shown = Enum.Parse<SearchShow>(parsed.GetRequiredValue(show), ignoreCase: true);
            var run = new SearchRun(language, shown)
            {
                Text = string.Join(' ', parsed.GetValue(query) ?? []),
                IsQuestion = parsed.GetValue(isQuestion),
                Like = parsed.GetValue(like),
                Order = Order(parsed.GetRequiredValue(sort)),
                Format = Enum.Parse<TableFormat>(parsed.GetRequiredValue(format), ignoreCase: true),
                By = Concordance.Places(parsed.GetValue(by) ?? string.Empty) ?? [],
                Group = Concordance.Places(parsed.GetValue(group) ?? string.Empty)?[0],
                Window = parsed.GetValue(window),
                Svg = parsed.GetValue(svg),
                Skip = parsed.GetValue(skip),
                Take = parsed.GetValue(take) ?? (parsed.GetRequiredValue(format) != "table" ? int.MaxValue : shown == SearchShow.Kwic ? 5 * DefaultTake : DefaultTake),
            };
            if (run.Text.Length == 0 && run.Like is null)
            {
                CommandLine.PrintFailure(language, string.Empty, new BilingualText("検索式か --like を指定してください。すべての意見は * です。", "Give a query or --like. Every comment is *."));
                return CommandLine.Misused;
            }

            return run.On(work => parsed.GetValue(workspace) is { } name
                ? SearchGround.OfWorkspace(language, name, work)
                : SearchGround.OfResults(language, parsed.GetRequiredValue(folder), work));
        });
        return command;
    }

    private static Option<string> Choice(string name, string description, params string[] values)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => values[0] };
        option.AcceptOnlyFromAmong(values);
        return option;
    }

    private static Option<string?> Places(ScreenLanguage language, string name, string description)
    {
        var option = new Option<string?>(name) { Description = description };
        option.Validators.Add(result =>
        {
            if (Concordance.Places(result.GetValue(option) ?? string.Empty) is null)
            {
                result.AddError(language.Pick($"{name} は L1〜L{Concordance.Farthest}、R1〜R{Concordance.Farthest}、0 をコンマで並べてください。", $"{name} takes L1 to L{Concordance.Farthest}, R1 to R{Concordance.Farthest} and 0, with commas."));
            }
        });
        return option;
    }

    private static HitOrder? Order(string name) => name switch
    {
        "year" => HitOrder.LatestFirst,
        "respondent" => HitOrder.ByRespondent,
        "place" => HitOrder.ByPlace,
        _ => null,
    };
}
