using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using FeedbackLab.Analysis.Exchange;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Tests.Workspace;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Tests.Exchange;

/// <summary>Projects of the exchange format, made for tests.</summary>
internal static class ExchangeProjects
{
    public const string Codes = """
        name: 送迎の調査
        codes:
        - {id: life, name: 暮らし, codable: false, color: "#1f4e79"}
        - {id: bus, name: 送迎, parent: life, definition: 送り迎えの足りなさ, terms: [送迎, 車], color: "#c00000"}
        - {id: night, name: 夜間 <不安> & "音"}
        """;

    public static readonly DateTimeOffset When = WorkspaceFolder.Noon;

    /// <summary>The project of a workspace as bytes; the times of the project itself fixed, as they are those of the workspace.</summary>
    public static (byte[] File, QdaProject Project, ImmutableArray<QdaLoss> Losses) Exported(WorkspaceStore store, bool withProposals = true)
    {
        var (project, losses) = ProjectExport.Of(store.ExchangeContent(), "調査", When, When, withProposals);
        return (QdaProjectWriter.Write(project), project, losses);
    }

    public static (QdaProject Project, ImmutableArray<QdaLoss> Losses) Read(byte[] file)
    {
        using var archive = QdaArchive.Open(new MemoryStream(file));
        return QdaProjectReader.Read(archive, "名前なし");
    }

    public static (ProjectBatch Batch, ProjectWrite Write) TakeIn(WorkspaceStore store, byte[] file, string who = "佐倉", bool sourcesAreRespondents = false)
    {
        var content = store.ExchangeContent();
        var batch = ProjectImport.Of(Read(file).Project, content, who, When, sourcesAreRespondents);
        return (batch, store.TakeIn(batch, content.CodebookVersion, "交換"));
    }

    public static StoredCoding Coding(string comment, string code, CodingState state, string who, params (int Start, int End)[] evidence) => new(
        comment, code, state, state == CodingState.Proposed ? 0.5 : null, [.. evidence.Select(e => new TextSpan(e.Start, e.End))], 1, who, When);

    /// <summary>An archive of files by name.</summary>
    public static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var written = new MemoryStream();
        using (var archive = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var stream = archive.CreateEntry(name).Open();
                stream.Write(content);
            }
        }

        return written.ToArray();
    }

    /// <summary>An archive with a project and one text.</summary>
    public static byte[] Zip(string project, string text = "", string projectName = "project.qde", string sourceName = "sources/a.txt") =>
        Zip((projectName, Encoding.UTF8.GetBytes(project)), (sourceName, Encoding.UTF8.GetBytes(text)));

    public static string Guid(int number) => $"aaaaaaaa-0000-4000-8000-{number:D12}";

    /// <summary>A project of another program with one text and selections of it.</summary>
    public static string Foreign(string selections, string cases = "", string attributes = "plainTextPath=\"internal://a.txt\"", string rest = "") => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <Project name="Study" origin="Other" xmlns="urn:QDA-XML:project:1.0">
          <Users><User guid="{Guid(1)}" name="Ann"/><User guid="{Guid(2)}" name="Ben"/></Users>
          <CodeBook><Codes><Code guid="{Guid(10)}" name="Fees" isCodable="true" color="#F00"/><Code guid="{Guid(11)}" name="Group" isCodable="false"><Code guid="{Guid(12)}" name="Bus" isCodable="true"/></Code></Codes></CodeBook>
          {cases}
          <Sources><TextSource guid="{Guid(20)}" name="Interview 1" {attributes}>{selections}</TextSource></Sources>
          {rest}
        </Project>
        """;

    public static string Selection(int number, int start, int end, int code, int user = 1, string name = "") =>
        $"""<PlainTextSelection guid="{Guid(number)}" name="{name}" startPosition="{start}" endPosition="{end}"><Coding guid="{Guid(number + 500)}" creatingUser="{Guid(user)}" creationDateTime="2025-04-01T10:00:00Z"><CodeRef targetGUID="{Guid(code)}"/></Coding></PlainTextSelection>""";

    public static CommentCorpus Answers() => InventedFiles.Table(
        "回答.csv", 2024, ("はまべ", "送迎の車が足りない。𠮷野家まで歩く。"), ("みさき", "夜間の🚐が来ない。"), (null, "ｶﾞｿﾘﾝ代が高い。"), ("はまべ", "葛\U000E0100飾区の窓口が遠い。"));
}
