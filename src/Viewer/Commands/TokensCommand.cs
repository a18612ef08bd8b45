using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using FeedbackLab.Analysis.Kuromoji;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats;
using FeedbackLab.Viewer.Exports;
using Spectre.Console;

namespace FeedbackLab.Viewer.Commands;

/// <summary><c>feedbacklab tokens</c>: how Japanese is cut into words, and what a user's dictionary could add.</summary>
public static class TokensCommand
{
    private const int LeastOccurrences = 2;
    private const int LongestFileName = 260;

    private static readonly ImmutableArray<string> FileEndings = [".txt", ".csv", ".tsv", ".md", ".log", ".json", ".yaml", ".docx", ".xlsx", ".pdf"];

    // A table is held and measured whole before its first line is printed: of more words there is another.
    private const int WordsOfTable = 1000;

    /// <summary>The command with its options and texts.</summary>
    /// <param name="language">The user's language.</param>
    public static Command Create(ScreenLanguage language)
    {
        var input = new Argument<string>(language.Pick("文またはファイル", "TEXT|FILE")) { Description = language.Pick("語に分ける文、またはテキストファイル", "The text to cut into words, or a text file") };
        var mode = new Option<string>("--mode") { Description = language.Pick("normal（辞書の語）、search（長い語は部分も）、extended（未知語は1字ずつ）", "normal (words of the dictionary), search (parts of long words too), extended (unknown words letter by letter)"), DefaultValueFactory = _ => "normal" };
        mode.AcceptOnlyFromAmong("normal", "search", "extended");
        var format = new Option<string>("--format") { Description = language.Pick("table（表）、lucene（1行ずつ 語/品詞/基本形）、wakati（1行ずつ 語）、json", "table, lucene (a line a line: surface/part of speech/base form), wakati (a line a line: surfaces), json"), DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "lucene", "wakati", "json");
        var user = new Option<string>("--user-dictionary") { Description = language.Pick("ユーザー辞書（Kuromojiの形のCSV: 語,区切り,読み,品詞）", "User dictionary (Kuromoji's CSV: surface,segmentation,readings,part of speech)") };
        var suggest = new Option<bool>("--suggest") { Description = language.Pick("よく出る未知語や分かれてしまう語を、ユーザー辞書の行として示す", "Show frequent unknown and split words as lines for a user dictionary") };
        var command = new Command("tokens", language.Pick("日本語を語に分けて見せる", "Show how Japanese is cut into words")) { input, mode, format, user, suggest };
        command.SetAction(parsed => Run(
            language,
            parsed.GetRequiredValue(input),
            Enum.Parse<TokenizeMode>(parsed.GetRequiredValue(mode), ignoreCase: true),
            parsed.GetRequiredValue(format),
            parsed.GetValue(user),
            parsed.GetValue(suggest)));
        return command;
    }

    private static int Run(ScreenLanguage language, string input, TokenizeMode mode, string format, string? userFile, bool suggest)
    {
        UserDictionary? user = null;
        if ((userFile is not null && (user = Words(language, userFile)) is null) || (File.Exists(input) || IsFileName(input) ? Text(language, input) : input) is not { } text)
        {
            return CommandLine.Failed;
        }

        if (suggest)
        {
            foreach (var suggestion in DictionarySuggestion.Of(Lines(text), KuromojiDictionary.Default, user, LeastOccurrences))
            {
                Console.Out.WriteLine(suggestion.ToCsv());
            }

            return CommandLine.Done;
        }

        KuromojiTokenizer Tokenizer() => new(KuromojiDictionary.Default, new TokenizerOptions { Mode = mode, UserDictionary = user });
        if (format == "table")
        {
            var console = Terminal.Output();
            foreach (var words in Words(text, Tokenizer()).SelectMany(line => line).Chunk(WordsOfTable))
            {
                Terminal.Write(console, Table(language, words));
            }

            return CommandLine.Done;
        }

        using var stream = Console.OpenStandardOutput();
        if (format == "json")
        {
            TokensJson.Write(Words(text, Tokenizer()), stream);
        }
        else
        {
            new TokenLines(Tokenizer, format == "wakati" ? TokenLines.Surface : TokenLines.SurfacePartOfSpeechBase).Write(text, stream);
        }

        return CommandLine.Done;
    }

    // A text that ends like one is meant as a file that is not there.
    private static bool IsFileName(string input) =>
        input.Length <= LongestFileName && input.IndexOfAny(['\n', '。']) < 0 && FileEndings.Contains(Path.GetExtension(input), StringComparer.OrdinalIgnoreCase);

    private static UserDictionary? Words(ScreenLanguage language, string file)
    {
        if (Text(language, file) is not { } text)
        {
            return null;
        }

        var (dictionary, problems) = UserDictionary.Parse(text, file);
        ProblemsTable.Print(language, problems);
        return dictionary;
    }

    private static IEnumerable<IReadOnlyList<TokenWords>> Words(string text, KuromojiTokenizer tokenizer) =>
        Lines(text).Select(line => TokenWords.Of(line, tokenizer));

    // A line in, a line out: StringReader ends lines at LF, CR LF and CR only.
    private static IEnumerable<string> Lines(string text)
    {
        using var reader = new StringReader(text);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static string? Text(ScreenLanguage language, string file)
    {
        try
        {
            var bytes = File.ReadAllBytes(file);
            if (bytes.Length == 0)
            {
                return string.Empty;
            }

            var (decoded, problem) = TextDecoder.Decode(file, bytes, null);
            if (decoded is null)
            {
                ProblemsTable.Print(language, [problem!]);
            }

            return decoded?.Text;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            CommandLine.PrintFailure(language, file, new BilingualText(
                "ファイルを開けません。場所と名前を確かめてください。", "The file cannot be opened. Check where it is and what it is called."));
            return null;
        }
    }

    private static Table Table(ScreenLanguage language, TokenWords[] words)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var header in new[] { language.Pick("語", "Surface"), language.Pick("読み", "Reading"), language.Pick("品詞", "Part of speech"), language.Pick("基本形", "Base form"), language.Pick("活用", "Inflection"), string.Empty })
        {
            table.AddColumn(header);
        }

        foreach (var word in words)
        {
            var inflection = new StringBuilder(word.InflectionType).Append(word.InflectionType is null ? string.Empty : " ").Append(word.InflectionForm);
            table.AddRow(
                new Text(word.PositionIncrement == 0 ? $"  {word.Surface}" : word.Surface),
                new Text(word.Reading ?? string.Empty),
                new Text(word.PartOfSpeech),
                new Text(word.BaseForm ?? word.Surface),
                new Text(inflection.ToString()),
                new Text(word.Origin switch
                {
                    TokenOrigin.Unknown => language.Pick("未知語", "unknown"),
                    TokenOrigin.User => language.Pick("ユーザー辞書", "user dictionary"),
                    _ => string.Empty,
                }));
        }

        return table;
    }
}
