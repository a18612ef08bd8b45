using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using FeedbackLab.Ingest;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;
using FeedbackLab.Ingest.Formats;
using FeedbackLab.Ingest.Mapping;

namespace FeedbackLab.Viewer.Commands;

/// <summary>The options that say how files are to be read; every command that reads files has them.</summary>
/// <param name="language">The user's language.</param>
internal sealed class ReadingOptions(ScreenLanguage language)
{
    private readonly Option<int?> _year = new("--year") { Description = language.Pick("資料の年（西暦）。資料に年が書かれていない場合に", "Year of the files, where they do not name one") };
    private readonly Option<string[]> _columns = new("--column") { Description = language.Pick("表の列の役割。例: --column 意見=text（text 意見、respondent 回答者、question 設問、year 年、attribute 属性、personal 個人の属性、ignore 読まない）", "Role of a table's column, e.g. --column Opinion=text (text, respondent, question, year, attribute, personal, ignore)") };
    private readonly Option<string?> _encoding = Encodings(language);
    private readonly Option<string?> _mapping = new("--mapping") { Description = language.Pick("前の取り込みが書き出した対応表（YAML）", "Mapping that an earlier import wrote (YAML)") };
    private readonly Option<bool> _whole = new("--whole-cells") { Description = language.Pick("箇条書きのセルを分けない", "Keep cells with bullets whole") };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_year);
        command.Add(_columns);
        command.Add(_encoding);
        command.Add(_mapping);
        command.Add(_whole);
    }

    /// <summary>What the user said; null where it cannot be used, with the exit code, after the reason was printed.</summary>
    public (ReadOptions? Options, int ExitCode) Of(ParseResult parsed)
    {
        var roles = ColumnOptions.Parse(parsed.GetValue(_columns) ?? [], ImmutableArray.CreateBuilder<BilingualText>());
        foreach (var failure in roles.Failures)
        {
            CommandLine.PrintFailure(language, string.Empty, failure);
        }

        if (!roles.Failures.IsEmpty)
        {
            return (null, CommandLine.Misused);
        }

        var mapping = parsed.GetValue(_mapping) is { } file ? Mapping(file) : ImportMapping.Empty;
        return mapping is null
            ? (null, CommandLine.Failed)
            : (new ReadOptions { Year = parsed.GetValue(_year), Encoding = parsed.GetValue(_encoding), Columns = roles.Columns, Mapping = mapping, SplitBullets = !parsed.GetValue(_whole) }, CommandLine.Done);
    }

    private static Option<string?> Encodings(ScreenLanguage language)
    {
        var encoding = new Option<string?>("--encoding") { Description = language.Pick("文字コード（utf-8, cp932, euc-jp など）。指定がなければ推定", "Encoding (utf-8, cp932, euc-jp …); guessed if not given") };
        encoding.AcceptOnlyFromAmong("utf-8", "utf-16", "cp932", "shift-jis", "euc-jp", "iso-2022-jp");
        return encoding;
    }

    private ImportMapping? Mapping(string file)
    {
        try
        {
            return MappingYaml.Read(StrictUtf8.Read(file));
        }
        catch (DefinitionException e)
        {
            CommandLine.PrintFailure(language, string.Create(CultureInfo.InvariantCulture, $"{file}:{e.Line}"), e.What);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            CommandLine.PrintFailure(language, file, new BilingualText(
                "対応表を読めません。ファイルの場所と、UTF-8 で保存されているかを確かめてください。", "The mapping cannot be read. Check where it is and that it is UTF-8."));
        }

        return null;
    }
}
