using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using FeedbackLab.Analysis.Exchange;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Tests.Workspace;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using FsCheck;
using FsCheck.Fluent;

namespace FeedbackLab.Analysis.Tests.Exchange;

public sealed class ProjectRoundTripTests
{
    // Everything that XML can hold somehow; what it cannot is told as lost.
    private static readonly string[] Words =
    [
        "送迎が足りない。", "𠮷野家で𩸽", "👩‍👩‍👧‍👦🇯🇵", "葛\U000E0100飾区", "ｶﾞｷﾞ", "改行\nの後", "a\tb", "<b>&amp;</b>", "\"'", "意見: 6d1cc535346f", "\\n", "か\u3099", "\uFEFF先頭", "\u2028次", " 前後 ", "SHA-256: 00", "x",
    ];

    [Fact]
    public void A_workspace_comes_back_equal_from_its_project()
    {
        using var folder = new WorkspaceFolder();
        using var store = Coded(folder);
        var (file, project, losses) = ExchangeProjects.Exported(store);
        Assert.Empty(Breaches(QdaProjectWriter.Xml(project)));
        Assert.Contains(losses, l => l.Kind.Ja.Contains("却下", StringComparison.Ordinal) && l.Name == "夜間 <不安> & \"音\"");

        using var other = new WorkspaceFolder();
        using var copy = other.Create();
        var (batch, write) = ExchangeProjects.TakeIn(copy, file);
        Assert.Empty(batch.Losses);
        Assert.Equal((4, 0), (write.Codings, write.Refused.Length));
        Assert.Equal(store.Corpus().Comments.Select(Told), copy.Corpus().Comments.Select(Told));
        Assert.Equal(
            store.Codings().Where(c => c.State != CodingState.Rejected).Select(Told).Order(StringComparer.Ordinal), copy.Codings().Select(Told).Order(StringComparer.Ordinal));
        Assert.Equal(store.Codebooks()[^1].Yaml.Contains("#c00000", StringComparison.Ordinal), copy.Codebooks()[^1].Yaml.Contains("#c00000", StringComparison.Ordinal));
        Assert.Equal(file, ExchangeProjects.Exported(copy).File);
    }

    [Fact]
    public void Taking_in_ones_own_project_again_changes_nothing_and_another_persons_codings_come_in()
    {
        using var folder = new WorkspaceFolder();
        using var store = Coded(folder);
        var (file, project, _) = ExchangeProjects.Exported(store);
        var before = folder.Dump();
        var (batch, write) = ExchangeProjects.TakeIn(store, file);
        Assert.Equal((0, 1, 0, 4), (batch.Sources.Corpus.Sources.Length, batch.KnownSources, write.Codings, batch.KnownCodings));
        Assert.Equal(before, folder.Dump());

        // The university codes the second comment in its own program, which keeps GUIDs and texts and says another origin.
        var user = new QdaUser(Guid.Parse(ExchangeProjects.Guid(1)), "大学");
        var source = project.Sources[0];
        var place = source.Text.IndexOf("夜間", StringComparison.Ordinal);
        var code = FeedbackLab.Analysis.Themes.Codebooks.QdaCodebook.IdOf(project.Codebook!.Codes.First(c => c.Id == "bus"));
        var added = new QdaSelection(Guid.Parse(ExchangeProjects.Guid(2)), "夜間", string.Empty, new TextSpan(place, place + 2), [new QdaCoding(Guid.Parse(ExchangeProjects.Guid(3)), code, user.Id, ExchangeProjects.When)], []);
        var back = project with { IsOurs = false, Users = [.. project.Users, user], Sources = [source with { Selections = [.. source.Selections, added] }] };
        var xml = Encoding.UTF8.GetString(QdaProjectWriter.Xml(back)).Replace("origin=\"FeedbackLab\"", "origin=\"Other\"", StringComparison.Ordinal);
        var (_, second) = ExchangeProjects.TakeIn(store, ExchangeProjects.Zip(xml, source.Text, sourceName: $"sources/{source.Id}.txt"));
        Assert.Equal(1, second.Codings);
        var coding = Assert.Single(store.Codings(), c => c.Who == "大学");
        Assert.Equal(("bus", CodingState.Edited, new TextSpan(0, 2)), (coding.Code, coding.State, Assert.Single(coding.Evidence)));
        Assert.Single(store.Sources());
    }

    [Fact]
    public void Positions_count_code_points()
    {
        using var folder = new WorkspaceFolder();
        using var store = Coded(folder);
        var (file, _, _) = ExchangeProjects.Exported(store);
        using var archive = new ZipArchive(new MemoryStream(file));
        var root = XDocument.Load(archive.GetEntry("project.qde")!.Open()).Root!;
        XNamespace space = "urn:QDA-XML:project:1.0";
        using var reader = new StreamReader(archive.Entries.Single(e => e.FullName.StartsWith("sources/", StringComparison.Ordinal)).Open());
        var runes = reader.ReadToEnd().EnumerateRunes().ToArray();
        var read = root.Descendants(space + "PlainTextSelection").Select(s => string.Concat(runes[(int)s.Attribute("startPosition")!..(int)s.Attribute("endPosition")!])).ToList();
        Assert.Contains("🚐", read);
        Assert.Contains("𠮷野家", read);
        Assert.All(ExchangeProjects.Answers().Comments, c => Assert.Contains(c.Text, read));
    }

    [Fact]
    public void Any_workspace_comes_back_equal() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20261127, 5),
        Prop.ForAll(ArbMap.Default.ArbFor<int[][]>(), ArbMap.Default.ArbFor<int[]>(), (comments, codings) =>
        {
            using var folder = new WorkspaceFolder();
            using var store = folder.Create();
            store.Import(WorkspaceFolder.Batch(Corpus(comments ?? [])));
            store.SaveCodebook(ExchangeProjects.Codes, 0, "佐倉", WorkspaceFolder.Noon);
            var there = store.Corpus().Comments;
            for (var i = 0; i + 3 < (codings ?? []).Length && there.Length > 0; i += 4)
            {
                var text = there[Number(codings![i], there.Length)].Text;
                var start = Number(codings[i + 1], text.Length);
                var end = start + 1 + Number(codings[i + 2], text.Length - start);
                var isSplit = (start > 0 && char.IsLowSurrogate(text[start])) || (end < text.Length && char.IsLowSurrogate(text[end]));
                store.SaveCodings([ExchangeProjects.Coding(
                    there[Number(codings[i], there.Length)].Id, codings[i + 3] % 2 == 0 ? "bus" : "night", codings[i + 3] % 3 == 0 ? CodingState.Proposed : CodingState.Edited,
                    codings[i + 3] % 5 == 0 ? "野々村" : "佐倉", isSplit ? [] : [(start, end)])]);
            }

            var (file, project, _) = ExchangeProjects.Exported(store);
            Assert.Empty(Breaches(QdaProjectWriter.Xml(project)));
            using var other = new WorkspaceFolder();
            using var copy = other.Create();
            var (batch, write) = ExchangeProjects.TakeIn(copy, file);
            Assert.Empty(batch.Losses);
            Assert.Empty(write.Refused);
            Assert.Equal(store.Corpus().Comments.Select(Told).Order(StringComparer.Ordinal), copy.Corpus().Comments.Select(Told).Order(StringComparer.Ordinal));
            Assert.Equal(store.Codings().Select(Told).Order(StringComparer.Ordinal), copy.Codings().Select(Told).Order(StringComparer.Ordinal));
            Assert.Equal(file, ExchangeProjects.Exported(copy).File);
        }));

    [Fact]
    public void The_schema_sees_what_it_is_there_to_see()
    {
        using var folder = new WorkspaceFolder();
        using var store = Coded(folder);
        var xml = Encoding.UTF8.GetString(QdaProjectWriter.Xml(ExchangeProjects.Exported(store).Project));
        Assert.Empty(Breaches(Encoding.UTF8.GetBytes(xml)));
        foreach (var (what, by) in new[]
        {
            ("startPosition=\"0\"", "startPosition=\"-1\""), ("isCodable=\"true\"", "isCodable=\"ja\""), ("typeOfVariable=\"Text\"", "typeOfVariable=\"Words\""), ("+09:00\">", "\">"),
            ("<CodeRef targetGUID=\"", "<CodeRef targetGUID=\"0"), ("plainTextPath=\"internal://", "plainTextPath=\"/home/"), ("<Users>", "<Description /><Users>"), ("IntegerValue", "BooleanValue"),
        })
        {
            Assert.NotEmpty(Breaches(Encoding.UTF8.GetBytes(xml.Replace(what, by, StringComparison.Ordinal))));
        }
    }

    [Fact]
    public void Two_exports_are_the_same_bytes_and_empty_containers_are_left_out()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        store.Import(WorkspaceFolder.Batch(InventedFiles.Table("回答.csv", (null, "道が暗い。"))));
        var (file, project, _) = ExchangeProjects.Exported(store);
        Assert.Equal(file, ExchangeProjects.Exported(store).File);
        var root = XDocument.Parse(Encoding.UTF8.GetString(QdaProjectWriter.Xml(project))).Root!;
        Assert.Equal(["Sources"], root.Elements().Select(e => e.Name.LocalName));
        Assert.Null(root.Attribute("basePath"));
        Assert.DoesNotContain('\r', Encoding.UTF8.GetString(QdaProjectWriter.Xml(project)));
    }

    [Fact]
    public void Proposals_stay_proposals_and_can_be_left_behind()
    {
        using var folder = new WorkspaceFolder();
        using var store = Coded(folder);
        Assert.DoesNotContain(ExchangeProjects.Exported(store, withProposals: false).Project.Users, u => u.Name == "feedbacklab");
        using var other = new WorkspaceFolder();
        using var copy = other.Create();
        ExchangeProjects.TakeIn(copy, ExchangeProjects.Exported(store).File);
        Assert.Equal(CodingState.Proposed, Assert.Single(copy.Codings(), c => c.Who == "feedbacklab").State);
    }

    [Fact]
    public void What_the_format_has_no_place_for_is_told()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        store.Import(WorkspaceFolder.Batch(InventedFiles.Everything()));
        var (file, project, losses) = ExchangeProjects.Exported(store);
        Assert.Empty(Breaches(QdaProjectWriter.Xml(project)));
        var lines = QdaLoss.ByKind(losses).Select(l => l.Line(3).Ja).ToList();
        Assert.Contains(lines, l => l.StartsWith("文章のない欄", StringComparison.Ordinal) && l.Contains(": 1", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("件数の表: 2（件数", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("ファイルに書けない文字", StringComparison.Ordinal));

        // Meetings and what was read beside the comments come back.
        using var other = new WorkspaceFolder();
        using var copy = other.Create();
        ExchangeProjects.TakeIn(copy, file);
        Assert.Equal(store.Meetings(), copy.Meetings());
        Assert.Equal(store.Corpus().LeftOut.Where(l => l.Text.Length > 0).Select(l => (l.Reason, l.Respondent, l.Question, l.Year, l.Place, l.Text)), copy.Corpus().LeftOut.Select(l => (l.Reason, l.Respondent, l.Question, l.Year, l.Place, l.Text)));
    }

    [Fact]
    public void Passages_that_were_no_comments_are_none_where_their_source_has_no_comment()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        const string Text = "第1回会議\n\n・浜辺: 送迎が足りないという話。\n";
        var corpus = ExchangeProjects.Answers();
        var source = corpus.Sources[0] with { Name = "会議.txt", Sha256 = Sha256(Text), Format = SourceFormat.Text, Title = "第1回会議", Lines = 3 };
        store.Import(WorkspaceFolder.Batch(corpus with
        {
            Sources = [source],
            Comments = [],
            LeftOut = [new LeftOut("会議.txt", LeftOutReason.Aside, null, "困っていること", null, new Place(3, 3), "・浜辺: 送迎が足りないという話。")],
        }));

        using var other = new WorkspaceFolder();
        using var copy = other.Create();
        ExchangeProjects.TakeIn(copy, ExchangeProjects.Exported(store).File);
        var back = copy.Corpus();
        Assert.Empty(back.Comments);
        Assert.Equal(store.Corpus().LeftOut.Select(l => (l.Source, l.Reason, l.Question, l.Place, l.Text)), back.LeftOut.Select(l => (l.Source, l.Reason, l.Question, l.Place, l.Text)));
        Assert.Equal(("会議.txt", "第1回会議", SourceFormat.Text, source.Sha256), (back.Sources[0].Name, back.Sources[0].Title, back.Sources[0].Format, back.Sources[0].Sha256));
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static int Number(int n, int below) => below == 0 ? 0 : (int)((uint)n % (uint)below);

    private static string Told(Comment c) => $"{c.Id}|{c.Source}|{c.Kind}|{c.Respondent}|{c.Question}|{c.Year}|{c.Place}|{c.Text}|{string.Join(';', c.Attributes.Select(a => a.Name + "=" + a.Value))}";

    private static string Told(StoredCoding c) => $"{c.CommentId}|{c.Code}|{c.State == CodingState.Proposed}|{c.Who}|{c.When:O}|{string.Join(';', c.Evidence)}";

    private static WorkspaceStore Coded(WorkspaceFolder folder)
    {
        var store = folder.Create();
        var corpus = ExchangeProjects.Answers();
        store.Import(WorkspaceFolder.Batch(corpus with
        {
            Comments = [.. corpus.Comments.Select((c, i) => c with { Attributes = [new CommentAttribute("圏域", i < 2 ? "南" : "北"), new CommentAttribute(CommentAttribute.Heading, "１．足")] })],
        }));
        store.SaveCodebook(ExchangeProjects.Codes, 0, "佐倉", WorkspaceFolder.Noon);
        var ids = corpus.Comments.Select(c => c.Id).ToList();
        var walk = corpus.Comments[0].Text.IndexOf("𠮷", StringComparison.Ordinal);
        Assert.Empty(store.SaveCodings(
        [
            ExchangeProjects.Coding(ids[0], "bus", CodingState.Accepted, "佐倉", (0, 2), (walk, walk + 4)),
            ExchangeProjects.Coding(ids[1], "night", CodingState.Edited, "野々村"),
            ExchangeProjects.Coding(ids[1], "bus", CodingState.Proposed, "feedbacklab", (3, 5)),
            ExchangeProjects.Coding(ids[2], "bus", CodingState.Edited, "佐倉", (0, 5)),
            ExchangeProjects.Coding(ids[3], "night", CodingState.Rejected, "佐倉"),
        ]).Refused);
        return store;
    }

    // Sources of one to four comments with anything in respondents, years and attributes.
    private static CommentCorpus Corpus(int[][] given)
    {
        var files = given.Where(g => g is { Length: > 0 }).Take(3).Select((numbers, f) => InventedFiles.Table(
            $"資料{f}.csv", numbers[0] % 3 == 0 ? null : 2020 + Number(numbers[0], 5),
            [.. numbers.Take(5).Select((n, i) => (n % 4 == 0 ? null : Words[Number(n / 3, Words.Length)].Trim(), Words[Number(n, Words.Length)] + i))])).ToArray();
        var all = InventedFiles.Together(files);
        return all with
        {
            Comments =
            [
                .. all.Comments.Select((c, i) => c with
                {
                    Question = i % 3 == 0 ? null : Words[(i * 5) % Words.Length],
                    Attributes = [.. Enumerable.Range(0, i % 3).Select(a => new CommentAttribute(a == 0 ? "圏域" : Words[(i + 3) % Words.Length], Words[(i * 7) % Words.Length])), new CommentAttribute(CommentAttribute.Heading, Words[i % Words.Length])],
                }),
            ],
        };
    }

    // What of a file is not as the schema beside these tests has it.
    private static List<string> Breaches(byte[] xml)
    {
        var breaches = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema };
        settings.Schemas.Add(null, Path.Combine(AppContext.BaseDirectory, "Exchange", "Expected", "qda-project.xsd"));
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings | XmlSchemaValidationFlags.ProcessIdentityConstraints;
        settings.ValidationEventHandler += (_, e) => breaches.Add(e.Message);
        using var reader = XmlReader.Create(new MemoryStream(xml), settings);
        while (reader.Read())
        {
        }

        return breaches;
    }
}
