using System.Collections.Immutable;
using System.IO.Compression;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Privacy;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;
using FeedbackLab.Viewer.Commands;
using FeedbackLab.Viewer.Commands.Privacy;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Files;
using FeedbackLab.Viewer.Reports;
using FeedbackLab.Viewer.Reports.Content;
using FeedbackLab.Viewer.Reports.Office;
using FeedbackLab.Viewer.Reports.Settings;
using FeedbackLab.Viewer.Server;
using FeedbackLab.Viewer.Server.Jobs;

namespace FeedbackLab.Viewer.Pages.Reports;

/// <summary>Makes the report's files in the workspace's folder, and hands them out.</summary>
internal static class ReportMaking
{
    private const string Internal = "report";
    private const string Public = "report-published";

    public static readonly ImmutableArray<ReportFormat> DefaultFormats = [ReportFormat.Docx, ReportFormat.Xlsx, ReportFormat.Pptx, ReportFormat.Html];

    /// <summary>What a report of these settings says.</summary>
    public static ReportContent Content(WorkspaceStore store, AnalysisSnapshot snapshot, ReportSettings settings, ScreenLanguage language, PublishedText published) =>
        ReportContent.Of(
            snapshot.Findings,
            new RunInfo(ProgramVersion.Text, null, new ReadOptions(), snapshot.CodebookHash),
            settings,
            language,
            published,
            (earlier, later) => CompareCommand.Codes(store, earlier, later).Codes);

    /// <summary>What is wrong with settings; null where nothing is.</summary>
    public static BilingualText? Failure(ReportSettings settings, AnalysisFindings findings)
    {
        try
        {
            ReportSettingsReader.Check(settings, findings);
            return null;
        }
        catch (DefinitionException e)
        {
            return e.What;
        }
    }

    /// <summary>Where the files are: those for publication have a folder of their own, so that neither kind takes the other's place.</summary>
    public static string FolderOf(string workspace, bool isForPublication) => Path.Combine(workspace, isForPublication ? Public : Internal);

    /// <summary>Writes all files, or none.</summary>
    public static void Write(WorkspaceStore store, string folder, AnalysisSnapshot snapshot, ReportSettings settings, bool isForPublication, ScreenLanguage language, JobProgress progress)
    {
        var raster = new SvgRaster();
        progress.Tell(new BilingualText("引用を選び、数を並べる", "Choosing quotations, setting out the numbers"));
        var published = isForPublication
            ? MaskedPublication.Of(store, snapshot.Findings, Publication.Review(snapshot.Findings, store.NameDecisions(), PrivacyWords.Default))
            : PublishedText.AsIs;
        var content = Content(store, snapshot, settings, language, published);
        var codings = isForPublication ? null : ReportCommand.CodingsOf(store, content, language);
        var formats = settings.Formats.IsEmpty ? DefaultFormats : settings.Formats;
        var template = settings.Template is { } name && formats.Contains(ReportFormat.Docx) ? Template(Path.Combine(folder, name)) : null;
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        for (var i = 0; i < formats.Length; i++)
        {
            var format = formats[i].ToString().ToLowerInvariant();
            progress.Tell(new BilingualText($"{format} を書く", $"Writing {format}"), (double)i / formats.Length);
            var output = ReportOutput.Of(content, [formats[i]], template, codings, raster);
            if (output.Failures is [var failure, ..])
            {
                throw new WorkspaceException(failure);
            }

            foreach (var (path, bytes) in output.Files)
            {
                files[path] = bytes;
            }
        }

        progress.Tell(new BilingualText("保存する", "Saving"), 1);
        try
        {
            var made = FolderOf(folder, isForPublication);
            ResultFolder.Write(made, files);
            foreach (var old in Files(folder, isForPublication).Where(f => !files.ContainsKey(f.Name)))
            {
                File.Delete(Path.Combine(made, old.Name));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WorkspaceException(new BilingualText(
                "報告書を書き出せません。開いている報告書を閉じてから、もう一度つくってください。", "The report cannot be written. Close it where it is open, then make it again."));
        }

        // That there is no program to draw with is told beside the files: it is so each time.
        if (raster.Notice is { } notice && SvgRaster.IsInstalled)
        {
            progress.Note(notice);
        }

        foreach (var caution in isForPublication ? [.. MaskedPublication.Note(store, snapshot.Findings), .. content.Pointing] : content.Pointing)
        {
            progress.Note(caution);
        }

        progress.GoTo(isForPublication ? "/report?publish=true#files" : "/report#files");
    }

    /// <summary>The report's files that are there, in the order of the formats.</summary>
    public static ImmutableArray<ReportDownload> Files(string folder, bool isForPublication)
    {
        var made = FolderOf(folder, isForPublication);
        return Directory.Exists(made)
            ?
            [
                .. new DirectoryInfo(made).EnumerateFiles()
                    .Where(f => Enum.TryParse<ReportFormat>(f.Extension.TrimStart('.'), ignoreCase: true, out _))
                    .OrderBy(f => Enum.Parse<ReportFormat>(f.Extension.TrimStart('.'), ignoreCase: true)).ThenBy(f => f.Name, StringComparer.Ordinal)
                    .Select(f => new ReportDownload(f.Name, new DateTimeOffset(f.LastWriteTime))),
            ]
            : [];
    }

    /// <summary>Everything that was made, pictures too, as one archive.</summary>
    public static byte[] Archive(string folder, bool isForPublication)
    {
        var made = FolderOf(folder, isForPublication);
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            var charts = Path.Combine(made, "charts");
            foreach (var name in Files(folder, isForPublication).Select(f => f.Name).Concat(
                Directory.Exists(charts) ? Directory.EnumerateFiles(charts, "*.svg").Order(StringComparer.Ordinal).Select(c => "charts/" + Path.GetFileName(c)) : []))
            {
                archive.CreateEntryFromFile(Path.Combine([made, .. name.Split('/')]), name);
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Template(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WorkspaceException(new BilingualText(
                $"ひな形 {Path.GetFileName(path)} を開けません。ワークスペースのフォルダーにあるか確かめ、Word で開いていれば閉じてください。",
                $"The template {Path.GetFileName(path)} cannot be opened. See that it is in the workspace's folder, and close it in Word."));
        }
    }
}

/// <summary>A file of the report.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Made">When it was made.</param>
public sealed record ReportDownload(string Name, DateTimeOffset Made);
