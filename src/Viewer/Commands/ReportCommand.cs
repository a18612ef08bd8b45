using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using FeedbackLab.Analysis;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Statistics.Years;
using FeedbackLab.Analysis.Themes;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;
using FeedbackLab.Ingest.Formats;
using FeedbackLab.Viewer.Commands.Privacy;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Exports.Sheets;
using FeedbackLab.Viewer.Files;
using FeedbackLab.Viewer.Reports;
using FeedbackLab.Viewer.Reports.Content;
using FeedbackLab.Viewer.Reports.Excel;
using FeedbackLab.Viewer.Reports.Office;
using FeedbackLab.Viewer.Reports.Settings;

namespace FeedbackLab.Viewer.Commands;

/// <summary><c>feedbacklab report</c>: the report as Word, Excel, PowerPoint, a page, Markdown or data.</summary>
public static class ReportCommand
{
    private const string DefaultFolder = "feedbacklab-report";
    private const string PublishedFolder = "feedbacklab-publish";

    private const int MostNamed = 6;

    private static readonly ImmutableArray<ReportFormat> DefaultFormats = [ReportFormat.Docx, ReportFormat.Xlsx, ReportFormat.Pptx, ReportFormat.Html];

    /// <summary>The command with its options and texts.</summary>
    /// <param name="language">The user's language.</param>
    public static Command Create(ScreenLanguage language)
    {
        var inputs = new Argument<string[]>(language.Pick("資料", "FILE|FOLDER")) { Description = language.Pick("ワークスペースを使わないときの資料", "Files, where there is no workspace"), Arity = ArgumentArity.ZeroOrMore };
        var workspace = WorkspaceFolder.Option(language, string.Empty);
        var codebook = CodebookFile.Option(language);
        var folder = new Option<string?>("--out", "-o") { Description = language.Pick($"報告書を書き出すフォルダー。指定がなければ {DefaultFolder}、公表用は {PublishedFolder}", $"Folder for the report; if not given {DefaultFolder}, for publication {PublishedFolder}") };
        var formats = new Option<string?>("--format") { Description = language.Pick($"形式をコンマ区切りで（{ReportSettingsReader.FormatNames}）。指定がなければ設定ファイル、それもなければ docx,xlsx,pptx,html", $"Formats, separated by commas ({ReportSettingsReader.FormatNames}); if not given the settings', or else docx,xlsx,pptx,html") };
        var settings = new Option<string?>("--settings") { Description = language.Pick("報告書の設定（YAML）。題名、載せる部分、引用、ひな形など", "Settings of the report (YAML): title, parts, quotations, template …") };
        var template = new Option<string?>("--template") { Description = language.Pick("ひな形の Word ファイル（{{概要}} などの場所に書き入れる）", "A Word file with placeholders such as {{summary}}") };
        var seed = new Option<int>("--seed") { Description = language.Pick("乱数の種", "Seed of every draw"), DefaultValueFactory = _ => 1 };
        var timestamp = new Option<bool>("--timestamp") { Description = language.Pick("作成日時を結果に書き入れる", "Write the time into the results") };
        var publish = new Option<bool>("--publish") { Description = language.Pick("公表用: 人・事業所・会社などの名前を仮名にし、3 未満の数を伏せる（-w が要る）", "For publication: names become pseudonyms, counts below 3 are not told (needs -w)") };
        var force = new Option<bool>("--force") { Description = language.Pick("名前かもしれない語を確認していなくても、すべて仮名にして書き出す", "With --publish: doubtful names that nobody looked at do not stop it; they are masked") };
        var reading = new ReadingOptions(language);
        var command = new Command("report", language.Pick("報告書をつくる（Word、Excel、PowerPoint、HTML、Markdown）", "Write the report (Word, Excel, PowerPoint, HTML, Markdown)"))
        {
            inputs, workspace, codebook, folder, formats, settings, template, seed, timestamp, publish, force,
        };
        reading.AddTo(command);
        command.SetAction(parsed =>
        {
            var (options, exitCode) = reading.Of(parsed);
            var files = parsed.GetValue(inputs) ?? [];
            if (options is null)
            {
                return exitCode;
            }

            if (files.Length == 0 == parsed.GetValue(workspace) is null)
            {
                CommandLine.PrintFailure(language, string.Empty, new BilingualText(
                    "資料か、-w でワークスペースを指定してください（どちらか一方）。", "Name files, or a workspace with -w: one of the two."));
                return CommandLine.Misused;
            }

            if (parsed.GetValue(publish) && parsed.GetValue(workspace) is null)
            {
                CommandLine.PrintFailure(language, string.Empty, new BilingualText(
                    "--publish には -w のワークスペースが要ります。仮名の対応表はワークスペースの中だけに置きます。", "--publish needs a workspace (-w): the key of the pseudonyms stays in it."));
                return CommandLine.Misused;
            }

            var named = parsed.GetValue(settings) ?? OfWorkspace(parsed.GetValue(workspace));
            return Formats(language, parsed.GetValue(formats)) is not { } wanted ? CommandLine.Misused
                : Settings(language, named) is not { } read ? CommandLine.Failed
                : new Job(
                    language,
                    files,
                    parsed.GetValue(workspace),
                    parsed.GetValue(codebook),
                    parsed.GetValue(folder) ?? (parsed.GetValue(publish) ? PublishedFolder : DefaultFolder),
                    wanted,
                    read with { Template = parsed.GetValue(template) ?? Beside(named, read.Template) },
                    named ?? string.Empty,
                    options,
                    parsed.GetValue(seed),
                    parsed.GetValue(timestamp) ? DateTimeOffset.Now.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture) : null)
                {
                    IsForPublication = parsed.GetValue(publish),
                    IsForced = parsed.GetValue(force),
                }.Run();
        });
        return command;
    }

    private static ImmutableArray<ReportFormat>? Formats(ScreenLanguage language, string? written)
    {
        var formats = ImmutableArray.CreateBuilder<ReportFormat>();
        foreach (var name in (written ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (ReportSettingsReader.FormatOf(name) is not { } format)
            {
                CommandLine.PrintFailure(language, string.Empty, new BilingualText(
                    $"--format に「{name}」は使えません。使えるのは {ReportSettingsReader.FormatNames} です。", $"--format cannot be \"{name}\". Use {ReportSettingsReader.FormatNames}."));
                return null;
            }

            formats.Add(format);
        }

        return [.. formats.Distinct()];
    }

    private static ReportSettings? Settings(ScreenLanguage language, string? file)
    {
        if (file is null)
        {
            return ReportSettings.Default;
        }

        try
        {
            return ReportSettingsReader.Read(StrictUtf8.Read(file));
        }
        catch (DefinitionException e)
        {
            CommandLine.PrintFailure(language, string.Create(CultureInfo.InvariantCulture, $"{file}:{e.Line}"), e.What);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            CommandLine.PrintFailure(language, file, new BilingualText(
                "報告書の設定を読めません。ファイルの場所と、UTF-8 で保存されているかを確かめてください。", "The settings cannot be read. Check where they are and that they are UTF-8."));
        }

        return null;
    }

    // What the pages have kept of the report.
    private static string? OfWorkspace(string? workspace) =>
        workspace is not null && Path.Combine(workspace, ReportSettingsFile.Name) is var kept && File.Exists(kept) ? kept : null;

    /// <summary>The codings as they stand in the workspace, beside the comments as they may be published.</summary>
    /// <param name="store">The workspace.</param>
    /// <param name="content">The report.</param>
    /// <param name="language">The user's language.</param>
    internal static SheetTable CodingsOf(WorkspaceStore store, ReportContent content, ScreenLanguage language) => CodingsTable.Sheet(
        new CodedComments(content.Findings.Corpus.Comments, store.Codings(), store.Looks(), content.Findings.Codebook),
        language,
        ExcelSheets.CodeCells(content.Findings.Codebook.Codes.Length, language));

    // A template named in the settings lies beside them.
    private static string? Beside(string? settings, string? template) =>
        template is null || settings is null ? template : Path.Combine(Path.GetDirectoryName(settings) ?? string.Empty, template);

    private sealed record Job(
        ScreenLanguage Language,
        string[] Files,
        string? Workspace,
        string? CodebookName,
        string Folder,
        ImmutableArray<ReportFormat> Asked,
        ReportSettings Settings,
        string SettingsFile,
        ReadOptions Reading,
        int Seed,
        string? Timestamp)
    {
        public bool IsForPublication { get; init; }

        public bool IsForced { get; init; }

        private ImmutableArray<ReportFormat> Formats => !Asked.IsEmpty ? Asked : !Settings.Formats.IsEmpty ? Settings.Formats : DefaultFormats;

        public int Run()
        {
            if (CodebookFile.Read(Language, CodebookName) is not { } codebook || (Settings.Template is { } name ? Template(name) : []) is not { } template)
            {
                return CommandLine.Failed;
            }

            WorkspaceAnalysis? read = null;
            AnalysisFindings? findings = null;
            StageProgress.Run(Language, show =>
            {
                read = Workspace is { } folder
                    ? WorkspaceAnalysis.Read(Language, folder, CodebookName is null ? null : codebook)
                    : new WorkspaceAnalysis(CorpusReader.Read(Files, Reading, show.Reading), codebook, ImmutableDictionary<string, CodedComment>.Empty);
                if (read is { Corpus.Comments.IsEmpty: false })
                {
                    // Groups found without the codebook take the longest: they are looked for where something shows them.
                    var showsGroups = !IsForPublication && (Formats.Contains(ReportFormat.Html) || Settings.Include.Contains(ReportPart.Clusters));
                    findings = FeedbackAnalysis.Run(
                        read.Corpus,
                        read.Codebook.Codebook,
                        LexiconReader.Default,
                        showsGroups ? new AnalysisOptions { Seed = Seed } : new AnalysisOptions { Seed = Seed, Clusters = 1, Runs = 1 },
                        show.Analysis,
                        read.Decided);
                }
            });
            if (read is null)
            {
                return CommandLine.Failed;
            }

            ProblemsTable.Print(Language, read.Corpus.Problems);
            if (findings is null)
            {
                CommandLine.PrintFailure(Language, string.Empty, new BilingualText(
                    "報告できる意見が見つかりませんでした。資料の指定を確かめてください。", "No comments were found. Check the files that you named."));
                return CommandLine.Failed;
            }

            return Write(findings, new RunInfo(ProgramVersion.Text, Timestamp, Reading, read.Codebook.Hash), Settings.Template is null ? null : template);
        }

        private int Write(AnalysisFindings findings, RunInfo run, byte[]? template)
        {
            try
            {
                ReportSettingsReader.Check(Settings, findings);
            }
            catch (DefinitionException e)
            {
                CommandLine.PrintFailure(Language, string.Create(CultureInfo.InvariantCulture, $"{SettingsFile}:{e.Line}"), e.What);
                return CommandLine.Failed;
            }

            PublishedText? published = PublishedText.AsIs;
            if (IsForPublication && WorkspaceFolder.Use(Language, Workspace, create: false, store =>
            {
                published = MaskedPublication.Of(Language, store, findings, IsForced);
                return published is null ? CommandLine.Failed : CommandLine.Done;
            }) is not CommandLine.Done and var refused)
            {
                return refused;
            }

            var raster = new SvgRaster();
            var content = ReportContent.Of(findings, run, Settings, Language, published, CodesOf);
            var output = ReportOutput.Of(content, Formats, template, IsForPublication ? null : Codings(content), raster);
            foreach (var failure in output.Failures)
            {
                CommandLine.PrintFailure(Language, Settings.Template!, failure);
            }

            if (!output.Failures.IsEmpty)
            {
                return CommandLine.Failed;
            }

            if (IsForPublication && EarlierFiles.Beside(Folder, output.Files.Keys) is { IsEmpty: false } earlier)
            {
                var (named, more) = (string.Join("、", earlier.Take(MostNamed)), earlier.Length - MostNamed);
                CommandLine.PrintFailure(Language, Folder, new BilingualText(
                    $"このフォルダーには、前に書き出したファイルが残っています: {named}{(more > 0 ? $" ほか {more} 件" : string.Empty)}。名前や少ない数を伏せていないファイルが公表用の報告書と混ざるので、何も書き出していません。--out で別のフォルダーを指定するか、これらを移すか消してから、もう一度実行してください。",
                    $"The folder holds files written before: {named}{(more > 0 ? $" and {more} more" : string.Empty)}. Nothing was written, since names and small counts in them are not hidden. Name another folder with --out, or move or delete them."));
                return CommandLine.Failed;
            }

            try
            {
                ResultFolder.Write(Folder, output.Files);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                CommandLine.PrintFailure(Language, Folder, new BilingualText(
                    $"報告書を書き出せません。開いている報告書を閉じるか、書き込めるフォルダーを --out で指定してください（{e.Message}）。",
                    $"The report cannot be written. Close it where it is open, or name a folder that can be written with --out ({e.Message})."));
                return CommandLine.Failed;
            }

            if (raster.Notice is { } notice)
            {
                CommandLine.PrintFailure(Language, Language.Pick("お知らせ", "Notice"), notice);
            }

            foreach (var theme in content.Themes.Where(t => !t.Finding.CommentIds.IsEmpty))
            {
                foreach (var id in Settings.Voices.Pinned.Where(id => theme.Finding.CommentIds.Contains(id) && theme.Quotations.All(q => q.CommentId != id)))
                {
                    CommandLine.PrintFailure(Language, string.Empty, new BilingualText(
                        $"お知らせ: 選んだ意見 {id} は「{theme.Name}」で引用していません。引用の同意がないか、長さに収まる文がありません。",
                        $"Notice: the pinned comment {id} is not quoted for \"{theme.Name}\": no consent, or no sentence of it is short enough."));
                }
            }

            var cautions = content.Pointing;
            if (IsForPublication)
            {
                WorkspaceFolder.Use(Language, Workspace, create: false, store =>
                {
                    cautions = [.. MaskedPublication.Note(store, findings), .. cautions];
                    return CommandLine.Done;
                });
            }

            foreach (var caution in cautions)
            {
                CommandLine.PrintFailure(Language, Language.Pick("注意", "Caution"), caution);
            }

            foreach (var file in output.Files.Keys.Order(StringComparer.Ordinal))
            {
                Console.Out.WriteLine(Language.Pick("書き出し: ", "Written: ") + Path.Combine(Folder, file));
            }

            return findings.Corpus.Problems.Any(p => p.Severity == ProblemSeverity.Error) ? CommandLine.Failed : CommandLine.Done;
        }

        private CodesOfYears? CodesOf(int earlier, int later)
        {
            CodesOfYears? codes = null;
            if (Workspace is { } folder)
            {
                WorkspaceFolder.Use(Language, folder, create: false, store =>
                {
                    codes = new CodesOfYears(store.CodeLedger(), store.CodingOf(earlier), store.CodingOf(later));
                    return CommandLine.Done;
                });
            }

            return codes;
        }

        private SheetTable? Codings(ReportContent content)
        {
            SheetTable? codings = null;
            if (Workspace is { } folder && Formats.Contains(ReportFormat.Xlsx))
            {
                WorkspaceFolder.Use(Language, folder, create: false, store =>
                {
                    codings = CodingsOf(store, content, Language);
                    return CommandLine.Done;
                });
            }

            return codings;
        }

        private byte[]? Template(string file)
        {
            try
            {
                return File.ReadAllBytes(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                CommandLine.PrintFailure(Language, file, new BilingualText(
                    "ひな形を開けません。ファイルの場所と名前を確かめ、Word で開いていれば閉じてください。",
                    "The template cannot be opened. Check where it is and what it is called, and close it in Word."));
                return null;
            }
        }
    }
}
