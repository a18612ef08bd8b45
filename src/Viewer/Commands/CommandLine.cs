using System.CommandLine;
using System.Globalization;
using System.Text;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Commands.Codebooks;
using FeedbackLab.Viewer.Commands.Coding;
using FeedbackLab.Viewer.Commands.Exchange;
using FeedbackLab.Viewer.Commands.Privacy;
using FeedbackLab.Viewer.Commands.Search;

namespace FeedbackLab.Viewer.Commands;

/// <summary>The program's command line.</summary>
public static class CommandLine
{
    /// <summary>Exit code where everything went well.</summary>
    public const int Done = 0;

    /// <summary>Exit code where something could not be read or written; what could be was.</summary>
    public const int Failed = 1;

    /// <summary>Exit code where the command itself was wrong.</summary>
    public const int Misused = 2;

    /// <summary>Where results go, and where a search looks, when the user says nothing.</summary>
    public const string DefaultFolder = "feedbacklab-out";

    /// <summary>Runs the program.</summary>
    /// <param name="args">The arguments after the program's name.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var language = LanguageOf(args);
        if ("ｱ".Normalize(NormalizationForm.FormKC) != "ア")
        {
            // Without ICU, or with DOTNET_SYSTEM_GLOBALIZATION_INVARIANT, words would be cut and counted otherwise.
            PrintFailure(language, string.Empty, new BilingualText(
                "文字の扱いに要る ICU がありません。libicu を入れ、環境変数 DOTNET_SYSTEM_GLOBALIZATION_INVARIANT を設定せずに、もう一度実行してください。",
                "ICU, which letters need, is not there. Install libicu, leave the environment variable DOTNET_SYSTEM_GLOBALIZATION_INVARIANT unset, and try again."));
            return Failed;
        }

        // The words of the libraries, too: what is wrong with an argument.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language.Tag());
        var root = new RootCommand(language.Pick(
            "アンケートの自由記述と会議録から、テーマ・検索できる意見・図表をつくります。すべて手元のパソコンの中で動きます。",
            "Turns free-text answers and minutes into themes, searchable comments and charts. Everything stays on this machine."))
        {
            ViewCommand.Create(language),
            ImportCommand.Create(language),
            AnalyzeCommand.Create(language),
            ReportCommand.Create(language),
            PrivacyCommand.Create(language),
            CodeCommand.Create(language),
            CodingsCommand.Create(language),
            CodebookCommand.Create(language),
            ExchangeCommand.Create(language),
            CompareCommand.Create(language),
            CrosstabCommand.Create(language),
            AgreementCommand.Create(language),
            EvaluateCommand.Create(language),
            RulesCommand.Create(language),
            SearchCommand.Create(language),
            IndexCommand.Create(language),
            SourcesCommand.Create(language),
            CommentsCommand.Create(language),
            UndoCommand.Create(language),
            TokensCommand.Create(language),
        };
        var option = new Option<string>("--lang")
        {
            Description = language.Pick("画面の言葉（ja または en）。指定がなければシステムの言語", "Language of the messages (ja or en); the system's if not given"),
            Recursive = true,
        };
        option.AcceptOnlyFromAmong("ja", "en");
        root.Add(option);
        if (language == ScreenLanguage.Japanese)
        {
            HelpInJapanese.AddTo(root);
        }

        // A double click on the program brings no arguments. What begins with @ is a word, not the name of a file of arguments.
        var parsed = root.Parse(args is [] ? ["view"] : args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var errors = ArgumentErrors.Of(language, parsed);
        if (errors.Count == 0)
        {
            return Invoke(language, parsed);
        }

        foreach (var error in errors)
        {
            Console.Error.WriteLine(language.Pick("指定の誤り: ", "Usage: ") + error);
        }

        var command = ArgumentErrors.CommandOf(parsed);
        Console.Error.WriteLine(language.Pick($"使い方は {command} --help で見られます。", $"See {command} --help for how to use it."));
        return Misused;
    }

    /// <summary>Prints an expected failure to the error stream, one line.</summary>
    /// <param name="language">The user's language.</param>
    /// <param name="where">The file, with its line where known; empty where there is none.</param>
    /// <param name="what">What is wrong and what to do.</param>
    internal static void PrintFailure(ScreenLanguage language, string where, BilingualText what) =>
        Console.Error.WriteLine(where.Length == 0 ? language.Pick(what) : $"{where}: {language.Pick(what)}");

    // Commands tell themselves what they could not read or write; what is left is the place to which their output goes.
    private static int Invoke(ScreenLanguage language, ParseResult parsed)
    {
        try
        {
            var code = parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            Console.Out.Flush();
            return code;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            try
            {
                PrintFailure(language, string.Empty, new BilingualText(
                    $"書き出せませんでした（{e.Message}）。出力先に空きがあり、書き込めるか確かめてください。",
                    $"Output could not be written ({e.Message}). See that its place has room and can be written."));
            }
            catch (IOException)
            {
                // Nobody listens: the exit code tells.
            }

            return Failed;
        }
    }

    // The help texts are written before the arguments are parsed, so the language is looked up by hand.
    private static ScreenLanguage LanguageOf(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var value = args[i] == "--lang" && i + 1 < args.Length ? args[i + 1]
                : args[i].StartsWith("--lang=", StringComparison.Ordinal) ? args[i]["--lang=".Length..]
                : null;
            if (value is "ja" or "en")
            {
                return value == "ja" ? ScreenLanguage.Japanese : ScreenLanguage.English;
            }
        }

        return ScreenLanguages.OfSystem;
    }
}
