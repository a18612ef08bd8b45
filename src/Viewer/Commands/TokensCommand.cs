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

    /// <summary>The command with its options and texts.</summary>
    /// <param name="language">The user's language.</param>
    public static Command Create(ScreenLanguage language)
    {
        var input = new Argument<string>(language.Pick("文またはファイル", "TEXT|FILE")) { Description = language.Pick("語に分ける文、またはテキストファイル", "The text to cut into words, or a text file") };
        var mode = new Option<string>("--mode") { Description = language.Pick("normal（辞書の語）、search（長い語は部分も）、extended（未知語は1字ずつ）", "normal (words of the dictionary), search (parts of long words too), extended (unknown words letter by letter)"), DefaultValueFactory = _ => "normal" };
        mode.AcceptOnlyFromAmong("normal", "search", "extended");
        var format = new Option<string>("--format") { Description = language.Pick("table（表）、lucene（1行ずつ 語/品詞/基本形）、json", "table, lucene (a line a line: surface/part of speech/base form), json"), DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "lucene", "json");
        var suggest = new Option<bool>("--suggest") { Description = language.Pick("よく出る未知語や分かれてしまう語を、ユーザー辞書の行として示す", "Show frequent unknown and split words as lines for a user dictionary") };
        var command = new Command("tokens", language.Pick("日本語を語に分けて見せる", "Show how Japanese is cut into words")) { input, mode, format, suggest };
        command.SetAction(parsed => Run(
            language,
            parsed.GetRequiredValue(input),
            Enum.Parse<TokenizeMode>(parsed.GetRequiredValue(mode), ignoreCase: true),
            parsed.GetRequiredValue(format),
            parsed.GetValue(suggest)));
        return command;
    }

    private static int Run(ScreenLanguage language, string input, TokenizeMode mode, string format, bool suggest)
    {
        if (Lines(language, input) is not { } lines)
        {
            return CommandLine.Failed;
        }

        if (suggest)
        {
            foreach (var suggestion in DictionarySuggestion.Of(lines, KuromojiDictionary.Default, LeastOccurrences))
            {
                Console.Out.WriteLine(suggestion.ToCsv());
            }

            return CommandLine.Done;
        }

        var tokenizer = new KuromojiTokenizer(KuromojiDictionary.Default, new TokenizerOptions { Mode = mode });
        var words = lines.Select(line => TokenWords.Of(line, tokenizer, KuromojiDictionary.Default));
        switch (format)
        {
            case "lucene":
                foreach (var line in words)
                {
                    Console.Out.WriteLine(string.Join(' ', line.Select(w => $"{w.Surface}/{w.PartOfSpeech}/{w.BaseForm ?? w.Surface}")));
                }

                break;
            case "json":
                using (var stream = Console.OpenStandardOutput())
                {
                    TokensJson.Write(words, stream);
                }

                break;
            default:
                Terminal.Output().Write(Table(language, words));
                break;
        }

        return CommandLine.Done;
    }

    private static string[]? Lines(ScreenLanguage language, string input)
    {
        if (!File.Exists(input))
        {
            return [input];
        }

        try
        {
            var bytes = File.ReadAllBytes(input);
            if (bytes.Length == 0)
            {
                return [];
            }

            var (decoded, problem) = TextDecoder.Decode(input, bytes, null);
            if (decoded is null)
            {
                ProblemsTable.Print(language, [problem!]);
                return null;
            }

            // A line in, a line out: StringReader ends lines at LF, CR LF and CR only.
            using var reader = new StringReader(decoded.Text);
            var lines = new List<string>();
            while (reader.ReadLine() is { } line)
            {
                lines.Add(line);
            }

            return [.. lines];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            CommandLine.PrintFailure(language, input, new BilingualText("ファイルを開けません。", "The file cannot be opened."));
            return null;
        }
    }

    private static Table Table(ScreenLanguage language, IEnumerable<IReadOnlyList<TokenWords>> words)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var header in new[] { language.Pick("語", "Surface"), language.Pick("読み", "Reading"), language.Pick("品詞", "Part of speech"), language.Pick("基本形", "Base form"), language.Pick("活用", "Inflection"), string.Empty })
        {
            table.AddColumn(header);
        }

        foreach (var word in words.SelectMany(w => w))
        {
            var inflection = new StringBuilder(word.InflectionType).Append(word.InflectionType is null ? string.Empty : " ").Append(word.InflectionForm);
            table.AddRow(
                new Text(word.PositionIncrement == 0 ? $"  {word.Surface}" : word.Surface),
                new Text(word.Reading ?? string.Empty),
                new Text(word.PartOfSpeech),
                new Text(word.BaseForm ?? word.Surface),
                new Text(inflection.ToString()),
                new Text(word.Origin == TokenOrigin.Unknown ? language.Pick("未知語", "unknown") : string.Empty));
        }

        return table;
    }
}
