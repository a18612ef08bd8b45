using System.CommandLine;
using FeedbackLab.Analysis.Exchange;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;
using FeedbackLab.Viewer.Commands.Codebooks;
using FeedbackLab.Viewer.Commands.Coding;
using FeedbackLab.Viewer.Exports.Sheets;
using FeedbackLab.Viewer.Originals;

namespace FeedbackLab.Viewer.Commands.Exchange;

/// <summary><c>feedbacklab exchange</c>: a workspace to and from the projects of other programs of the field.</summary>
public static class ExchangeCommand
{
    private const string Project = ".qdpx";
    private const string Sheet = ".xlsx";

    /// <summary>The command with its options and texts.</summary>
    /// <param name="language">The user's language.</param>
    public static Command Create(ScreenLanguage language) => new("exchange", language.Pick(
        "ほかの分析ソフトとやりとりする（REFI-QDA .qdpx、KH Coder）", "Exchange with other programs of the field (REFI-QDA .qdpx, KH Coder)"))
    {
        Export(language),
        Import(language),
    };

    private static Command Export(ScreenLanguage language)
    {
        var file = new Argument<string>(language.Pick("プロジェクト.qdpx", "PROJECT.qdpx")) { Description = language.Pick("書き出すファイル（.qdpx、KH Coder 用の表は .xlsx）", "The file to write (.qdpx; .xlsx for KH Coder)") };
        var workspace = WorkspaceFolder.Option(language, WorkspaceFolder.Default);
        var name = new Option<string?>("--name") { Description = language.Pick("プロジェクトの名前。指定がなければファイル名", "The project's name; the file's if not given") };
        var decided = new Option<bool>("--decided") { Description = language.Pick("人が決めたコーディングだけ（プログラムの提案を除く）", "Only codings that people decided, without the program's proposals") };
        var command = new Command("export", language.Pick("ワークスペースを書き出す（NVivo、MAXQDA、ATLAS.ti、QualCoder などへ）", "Write the workspace (for NVivo, MAXQDA, ATLAS.ti, QualCoder …)")) { file, workspace, name, decided };
        command.SetAction(parsed => WorkspaceFolder.Use(language, parsed.GetValue(workspace), create: false, store =>
        {
            var path = parsed.GetRequiredValue(file);
            if (Path.GetExtension(path).Equals(Sheet, StringComparison.OrdinalIgnoreCase))
            {
                return ExportSheet(language, store, path);
            }

            if (!Path.GetExtension(path).Equals(Project, StringComparison.OrdinalIgnoreCase))
            {
                return WrongEnding(language, path);
            }

            var content = store.ExchangeContent() with { Originals = ExchangeOriginals.Of(parsed.GetValue(workspace) ?? WorkspaceFolder.Default, store.Sources()) };
            if (content.Corpus.Comments.IsEmpty)
            {
                return NoComments(language);
            }

            var imports = store.Imports();
            var (project, losses) = ProjectExport.Of(
                content,
                parsed.GetValue(name) ?? Path.GetFileNameWithoutExtension(path),
                imports.IsEmpty ? null : imports[0].When,
                imports.Select(i => i.When).Concat(content.Codings.Select(c => c.When)).Concat(store.Codebooks().Select(c => c.When)).Max(),
                withProposals: !parsed.GetValue(decided));
            var told = language.Pick(
                $"{path}: 資料 {project.Sources.Length}、意見 {content.Corpus.Comments.Length}、コード {content.Codebook?.Codes.Length ?? 0}、ケース {project.Cases.Length}、コーディングの付いた範囲 {CodedIn(project)}",
                $"{path}: {project.Sources.Length} sources, {content.Corpus.Comments.Length} comments, {content.Codebook?.Codes.Length ?? 0} codes, {project.Cases.Length} cases, {CodedIn(project)} coded selections");
            if (CodebookSource.Write(language, path, QdaProjectWriter.Write(project), told) is not CommandLine.Done and var failed)
            {
                return failed;
            }

            SayThatNamesAreIn(language);
            return LossReport.Write(language, losses, Path.ChangeExtension(path, ".losses.txt"));
        }));
        return command;
    }

    private static Command Import(ScreenLanguage language)
    {
        var file = new Argument<string>(language.Pick("プロジェクト.qdpx", "PROJECT.qdpx")) { Description = language.Pick("取り込むファイル", "The file to take in") };
        var workspace = WorkspaceFolder.Option(language, WorkspaceFolder.Default);
        var who = Person.Option(language);
        var respondents = new Option<bool>("--sources-are-respondents") { Description = language.Pick("ケースのない資料は、その名前の回答者のものとする（一人一資料のインタビューなど）", "A source without a case is that of a respondent of its name (interviews, one file a person)") };
        var codedOnly = new Option<bool>("--coded-only")
        {
            Description = language.Pick(
                "コーダーは、付けた意見だけを見たものとする（指定がなければ、一つでも付けた資料の意見は全部見たものとして、agreement が数える）",
                "Coders looked at no more than what they coded (if not given, agreement takes it that they looked at every comment of a source in which they coded)"),
        };
        var command = new Command("import", language.Pick("ほかのソフトのプロジェクトを、資料・コード・コーディングごと取り込む", "Take in another program's project: sources, codes and codings")) { file, workspace, who, respondents, codedOnly };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file);
            if (!Path.GetExtension(path).Equals(Project, StringComparison.OrdinalIgnoreCase))
            {
                return WrongEnding(language, path);
            }

            // Read before a workspace is made for it.
            if (Read(language, path) is not var (project, losses))
            {
                return CommandLine.Failed;
            }

            var folder = parsed.GetValue(workspace) ?? WorkspaceFolder.Default;
            try
            {
                return WorkspaceFolder.Use(language, folder, create: true, store => TakeIn(
                    language, store, folder, path, project, losses, parsed.GetRequiredValue(who), parsed.GetValue(respondents), parsed.GetValue(codedOnly)));
            }
            catch (DefinitionException e)
            {
                CommandLine.PrintFailure(language, path, e.What);
                return CommandLine.Failed;
            }
        });
        return command;
    }

    private static (QdaProject Project, IReadOnlyList<QdaLoss> Losses)? Read(ScreenLanguage language, string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            using var archive = QdaArchive.Open(stream);
            var (project, losses) = QdaProjectReader.Read(archive, Path.GetFileNameWithoutExtension(path));
            if (project.Sources.All(s => string.IsNullOrWhiteSpace(s.Text)) && project.Codebook is null)
            {
                CommandLine.PrintFailure(language, path, new BilingualText("取り込める文章もコードもありません。", "There are neither texts nor codes to take in."));
                LossReport.Print(language, losses);
                return null;
            }

            return (project, losses);
        }
        catch (DefinitionException e)
        {
            CommandLine.PrintFailure(language, e.Line > 1 ? $"{path} (project.qde:{e.Line})" : path, e.What);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            CommandLine.PrintFailure(language, path, new BilingualText("開けません。ファイルの場所と名前を確かめてください。", "It cannot be opened. Check where it is and what it is called."));
        }

        return null;
    }

    private static int TakeIn(
        ScreenLanguage language, WorkspaceStore store, string folder, string path, QdaProject project, IReadOnlyList<QdaLoss> losses, string who, bool sourcesAreRespondents, bool onlyCoded)
    {
        var content = store.ExchangeContent() with { Originals = ExchangeOriginals.Of(folder, store.Sources()) };
        var batch = ProjectImport.Of(project, content, who, DateTimeOffset.Now, sourcesAreRespondents, onlyCoded);
        var written = store.TakeIn(batch, content.CodebookVersion, Path.GetFileName(path));
        if (written.Import.Import is not null)
        {
            ImportSummary.Print(language, written.Import, folder);
        }
        else if (written.Codings + written.OtherCodings > 0)
        {
            CommandLine.PrintFailure(language, path, new BilingualText(
                "お知らせ: 新しい資料はなく、コーディングだけが加わりました。undo では戻せません（undo は、その前の資料の取り込みを取り消します）。",
                "Notice: no new sources, only codings came in. undo does not take them back (it would take back the import of sources before)."));
        }

        if (written.Codebook is { } codebook)
        {
            CodebookWriteText.Print(language, codebook);
        }

        Console.Out.WriteLine(language.Pick(
            $"{path}: 新しい資料 {batch.Sources.Corpus.Sources.Length}（すでにある {batch.KnownSources}）、コーディング {written.Codings}（すでにある {batch.KnownCodings}、人ごとの記録だけ {written.OtherCodings}）",
            $"{path}: {batch.Sources.Corpus.Sources.Length} new sources ({batch.KnownSources} known), {written.Codings} codings ({batch.KnownCodings} known, {written.OtherCodings} kept by person only)"));
        TellUncoded(language, path, batch);
        foreach (var refused in written.Refused)
        {
            CommandLine.PrintFailure(language, path, Person.Why(refused));
        }

        try
        {
            OriginalFiles.Keep(folder, store.Sources(), batch.Originals);
            MappingFile.Write(folder, store.Sources());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            CommandLine.PrintFailure(language, folder, new BilingualText(
                $"取り込みは終わりましたが、元の文章の写しを書き出せません（{e.Message}）。", $"The import is done, but copies of the texts cannot be written ({e.Message})."));
            return CommandLine.Failed;
        }

        var report = LossReport.Write(language, [.. losses, .. batch.Losses], Path.Combine(folder, Path.GetFileNameWithoutExtension(path) + ".losses.txt"));
        return written.Refused.IsEmpty ? report : CommandLine.Failed;
    }

    // What agreement takes for looked at and found without a code.
    private static void TellUncoded(ScreenLanguage language, string path, ProjectBatch batch)
    {
        var coded = batch.Codings.Concat(batch.OtherCodings).Select(c => (c.Who, c.CommentId)).ToHashSet();
        var without = batch.Whole.Where(w => !coded.Contains((w.Who, w.CommentId))).CountBy(w => w.Who, StringComparer.Ordinal).ToList();
        if (without.Count > 0)
        {
            CommandLine.PrintFailure(language, path, new BilingualText(
                $"お知らせ: 付けた資料の中でコードのない意見（{string.Join('、', without.Select(w => $"{w.Key} {w.Value} 件"))}）も、agreement は見たものとして数えます。付けた意見だけを見たのなら、--coded-only を付けて別のワークスペースに取り込み直してください。",
                $"Notice: agreement counts comments without a code in the sources that somebody coded ({string.Join(", ", without.Select(w => $"{w.Value} by {w.Key}"))}) as looked at. Where only the coded ones were, import into another workspace with --coded-only."));
        }
    }

    private static int ExportSheet(ScreenLanguage language, WorkspaceStore store, string path)
    {
        var comments = store.Corpus().Comments;
        if (comments.IsEmpty)
        {
            return NoComments(language);
        }

        var meetings = store.Meetings().GroupBy(m => m.Id).ToDictionary(g => g.Key, g => g.First().Title, StringComparer.Ordinal);
        var (sheet, replaced, cut) = KhCoderSheet.Of(comments, meetings, language);
        if (CodebookSource.Write(language, path, sheet, language.Pick($"{path}: 意見 {comments.Length}", $"{path}: {comments.Length} comments")) is not CommandLine.Done and var failed)
        {
            return failed;
        }

        SayThatNamesAreIn(language);
        if (replaced > 0)
        {
            CommandLine.PrintFailure(language, path, new BilingualText(
                $"お知らせ: KH Coder が扱えない文字（絵文字、𠮷など）のある意見 {replaced} 件は、その文字を 〓 にしました。", $"Notice: in {replaced} comments characters that KH Coder cannot keep (emoji, rare kanji) became 〓."));
        }

        if (cut > 0)
        {
            CommandLine.PrintFailure(language, path, new BilingualText($"お知らせ: セルに入りきらない意見 {cut} 件は、途中で切りました。", $"Notice: {cut} comments are longer than a cell and were cut."));
        }

        return CommandLine.Done;
    }

    private static int NoComments(ScreenLanguage language)
    {
        CommandLine.PrintFailure(language, string.Empty, new BilingualText("ワークスペースに意見がありません。先に feedbacklab import で資料を取り込んでください。", "The workspace holds no comments. Import files first (feedbacklab import)."));
        return CommandLine.Failed;
    }

    private static void SayThatNamesAreIn(ScreenLanguage language) => CommandLine.PrintFailure(language, string.Empty, new BilingualText(
        "お知らせ: 回答者や人の名前がそのまま入っています。渡す相手を確かめてください。", "Notice: names of respondents and people are in it as they are. Mind whom you give it to."));

    private static int WrongEnding(ScreenLanguage language, string path)
    {
        CommandLine.PrintFailure(language, path, new BilingualText(
            "ファイル名の終わりは .qdpx にしてください（KH Coder への書き出しは .xlsx、表の取り込みは feedbacklab import）。", "The file's name must end with .qdpx (.xlsx to export for KH Coder; tables come in by feedbacklab import)."));
        return CommandLine.Misused;
    }

    private static int CodedIn(QdaProject project) => project.Sources.Sum(s => s.Selections.Count(x => !x.Codings.IsEmpty));
}
