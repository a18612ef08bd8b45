using System.Collections.Immutable;
using FeedbackLab.Analysis.Exchange;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Tests.Workspace;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Definitions;
using static FeedbackLab.Analysis.Tests.Exchange.ExchangeProjects;

namespace FeedbackLab.Analysis.Tests.Exchange;

/// <summary>Projects as other programs write them.</summary>
public sealed class ForeignProjectTests
{
    private const string Text = "𠮷田さんの話\n\n  送迎の車が足りない。  \n料金が高い。\n";

    [Fact]
    public void Paragraphs_become_comments_and_codings_go_to_those_they_touch_with_what_they_share()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();

        // The first selection runs over two paragraphs, the second covers one, both coders have coded that.
        var file = Zip(Foreign(Selection(30, 13, 24, 12) + Selection(31, 23, 29, 10) + Selection(32, 23, 29, 10, user: 2)), Text);
        var (batch, write) = TakeIn(store, file);
        var comments = store.Corpus().Comments;
        Assert.Equal([(1, "𠮷田さんの話"), (3, "送迎の車が足りない。"), (4, "料金が高い。")], comments.Select(c => (c.Place.LineStart, c.Text)));
        var codings = store.Codings().Select(c => (comments.First(x => x.Id == c.CommentId).Text, c.Code, c.State, c.Who, string.Join(' ', c.Evidence.Select(e => comments.First(x => x.Id == c.CommentId).Text[e.Start..e.End]))));
        Assert.Equal(
            [("送迎の車が足りない。", "qaaaaaaaa-3", CodingState.Edited, "Ann", "車が足りない。"), ("料金が高い。", "qaaaaaaaa-3", CodingState.Edited, "Ann", "料"), ("料金が高い。", "qaaaaaaaa", CodingState.Edited, "Ann", string.Empty)],
            codings);
        Assert.Equal(["Ann", "Ben"], store.Coders().Select(c => c.Who));
        Assert.Equal((3, 1), (write.Codings, write.OtherCodings));
        Assert.Equal("Interview 1", Assert.Single(store.Sources()).Source.Name);
        Assert.Equal(Text, Assert.Single(batch.Originals).Value);

        // Once more: nothing new.
        var before = folder.Dump();
        Assert.Equal(0, TakeIn(store, file).Write.Codings);
        Assert.Equal(before, folder.Dump());

        // And out again with the text as it was.
        var content = store.ExchangeContent() with { Originals = ImmutableDictionary<string, string>.Empty.Add("Interview 1", Text) };
        var (project, _) = ProjectExport.Of(content, "調査", When, When, true);
        Assert.Equal(Text, project.Sources[0].Text);
        Assert.Equal([Guid(10), Guid(11), Guid(12)], project.Codebook!.Codes.Select(c => c.ExchangeId.ToString()));
    }

    [Fact]
    public void Cases_are_respondents_and_their_variables_attributes()
    {
        var cases = $"""
            <Variables><Variable guid="{Guid(40)}" name="Area" typeOfVariable="Text"/><Variable guid="{Guid(41)}" name="年度" typeOfVariable="Integer"/><Variable guid="{Guid(42)}" name="Visited" typeOfVariable="Boolean"/></Variables>
            <Cases><Case guid="{Guid(50)}" name="みさき"><Description>x</Description><CodeRef targetGUID="{Guid(10)}"/><VariableValue><VariableRef targetGUID="{Guid(40)}"/><TextValue> 南 </TextValue></VariableValue><VariableValue><VariableRef targetGUID="{Guid(41)}"/><IntegerValue>2024</IntegerValue></VariableValue><SelectionRef targetGUID="{Guid(30)}"/></Case>
            <Case guid="{Guid(51)}" name="全体"><VariableValue><VariableRef targetGUID="{Guid(42)}"/><BooleanValue>true</BooleanValue></VariableValue><SourceRef targetGUID="{Guid(20)}"/></Case><Case guid="{Guid(52)}" name="誰でもない"/></Cases>
            """;
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        var file = Zip(Foreign(Selection(30, 10, 20, 12), cases), Text);
        var (batch, _) = TakeIn(store, file);
        Assert.Equal(
            [("全体", null, "Visited=true"), ("みさき", 2024, "Area= 南 ;Visited=true"), ("全体", null, "Visited=true")],
            store.Corpus().Comments.Select(c => (c.Respondent!, c.Year, string.Join(';', c.Attributes.Select(a => a.Name + "=" + a.Value)))));
        var lines = QdaLoss.ByKind([.. Read(file).Losses, .. batch.Losses]).Select(l => l.Line(3).Ja);
        Assert.Equal(
            [
                "ケース全体に付いたコード: 1（みさき）", "ケースの説明: 1（みさき）", "どの資料にもつながっていないケース: 1（誰でもない）",
                "一つの意見の二つ目からのケース（属性だけを取り込む）: 1（全体）",
            ],
            lines);
    }

    [Fact]
    public void Without_cases_a_source_can_be_a_respondent()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        TakeIn(store, Zip(Foreign(string.Empty), Text), sourcesAreRespondents: true);
        Assert.All(store.Corpus().Comments, c => Assert.Equal("Interview 1", c.Respondent));
    }

    [Theory]
    [InlineData("project.qde", "sources/a.txt", "")]
    [InlineData("Project.qde", "Sources/a.txt", "\uFEFF")]
    [InlineData("Study 1.qde", "SOURCES/A.TXT", "\uFEFF")]
    public void Names_in_other_letters_and_byte_order_marks_do_no_harm(string project, string source, string mark)
    {
        var read = Read(Zip(mark + Foreign(Selection(30, 0, 2, 10)), mark + Text, project, source)).Project;
        Assert.Equal("𠮷田", read.Sources[0].Text[read.Sources[0].Selections[0].Span.Start..read.Sources[0].Selections[0].Span.End]);
    }

    [Theory]
    [InlineData("甲\r\n乙丙\r\n丁戊己", 5, 7)] // line ends count one
    [InlineData("甲\r\n乙丙\r\n丁戊己", 7, 9)] // line ends count two: else behind the end
    [InlineData("甲\n乙丙\n丁戊己", 5, 7)]
    [InlineData("甲\r乙丙\r丁戊己", 5, 7)]
    public void Line_ends_of_all_kinds_are_counted_as_the_program_did(string text, int start, int end) => Assert.Equal("丁戊", Selected(text, (start, end, string.Empty)));

    [Fact]
    public void Where_both_countings_fit_the_one_is_taken_by_which_selections_begin_as_their_names_say()
    {
        const string Long = "一行目\r\n二行目\r\n三行目\r\n四行目です";
        Assert.Equal("三行目", Selected(Long, (8, 11, "三行目")));
        Assert.Equal("三行目", Selected(Long, (10, 13, "三行目...")));
    }

    [Fact]
    public void Texts_come_from_where_they_are()
    {
        Assert.Equal("中に", Read(Zip(Foreign("<PlainTextContent>中に</PlainTextContent>", attributes: "richTextPath=\"internal://a.docx\""))).Project.Sources[0].Text);
        Assert.Equal("話", Read(Zip(Foreign(string.Empty, attributes: "plainTextPath=\"sources/a.txt\""), "話")).Project.Sources[0].Text);
        foreach (var (path, kind) in new[] { ("relative:///a.txt", "外に置かれた"), ("absolute:///C:/a.txt", "外に置かれた"), ("C:/a.txt", "外に置かれた"), ("internal://b.txt", "見つからない"), ("internal://../a.txt", "見つからない"), ("", "入っていない") })
        {
            var (project, losses) = Read(Zip(Foreign(string.Empty, attributes: $"plainTextPath=\"{path}\" richTextPath=\"internal://a.docx\""), "話"));
            Assert.Empty(project.Sources);
            Assert.Contains(losses, l => l.Kind.Ja.Contains(kind, StringComparison.Ordinal) && l.Name == "Interview 1");
        }
    }

    [Fact]
    public void Transcripts_and_texts_of_pdf_are_taken_in_and_the_rest_is_told_by_kind_and_name()
    {
        var sources = $"""
            <Project name="Study" xmlns="urn:QDA-XML:project:1.0">
            <CodeBook><Codes><Code guid="{Guid(10)}" name="Fees" isCodable="true"/></Codes></CodeBook>
            <Cases><Case guid="{Guid(50)}" name="みさき"><SourceRef targetGUID="{Guid(21)}"/></Case></Cases>
            <Sources>
              <PDFSource guid="{Guid(21)}" name="紙.pdf" path="internal://p.pdf"><PDFSelection guid="{Guid(60)}" page="1" firstX="1" firstY="1" secondX="2" secondY="2"><Coding guid="{Guid(61)}"><CodeRef targetGUID="{Guid(10)}"/></Coding></PDFSelection>
                <Representation guid="{Guid(22)}" plainTextPath="internal://a.txt">{Selection(30, 0, 2, 10)}</Representation></PDFSource>
              <PDFSource guid="{Guid(23)}" name="絵だけ.pdf" path="internal://q.pdf"/>
              <AudioSource guid="{Guid(24)}" name="録音" path="internal://s.mp3"><Transcript guid="{Guid(25)}" name="起こし"><PlainTextContent>はい。いいえ。</PlainTextContent><SyncPoint guid="{Guid(70)}" timeStamp="0" position="3"/><SyncPoint guid="{Guid(71)}" timeStamp="9" position="7"/><TranscriptSelection guid="{Guid(33)}" fromSyncPoint="{Guid(70)}" toSyncPoint="{Guid(71)}"><Coding guid="{Guid(34)}"><CodeRef targetGUID="{Guid(10)}"/></Coding></TranscriptSelection></Transcript></AudioSource>
              <VideoSource guid="{Guid(26)}" name="動画"/><PictureSource guid="{Guid(27)}" name="写真"/>
            </Sources>
            <Notes><Note guid="{Guid(80)}" name="気づき"><PlainTextContent>x</PlainTextContent></Note></Notes>
            <Links><Link guid="{Guid(81)}" name="つなぐ"/></Links><Sets><Set guid="{Guid(82)}" name="組"/></Sets><Graphs><Graph guid="{Guid(83)}" name="図"/></Graphs><Description>この研究は</Description>
            </Project>
            """;
        var (project, losses) = Read(Zip(sources, "料金が高い"));
        Assert.Equal(["紙.pdf", "録音"], project.Sources.Select(s => s.Name));
        Assert.Equal("いいえ。", project.Sources[1].Text[project.Sources[1].Selections[0].Span.Start..project.Sources[1].Selections[0].Span.End]);
        Assert.Equal(
            [
                "PDF のページ上の範囲: 1（紙.pdf）", "文章の添えられていない PDF: 1（絵だけ.pdf）", "音声・動画（書き起こしだけを取り込む）: 1（録音）", "書き起こしのない音声・動画: 1（動画）", "画像: 1（写真）",
                "メモ（ノート）: 1（気づき）", "セット（コードや資料の組）: 1（組）", "図（グラフ）: 1（図）", "つながり（リンク）: 1（つなぐ）", "プロジェクトの説明: 1（Study）",
            ],
            QdaLoss.ByKind(losses).Select(l => l.Line(3).Ja));

        // The case of the PDF is that of its text.
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        TakeIn(store, Zip(sources, "料金が高い"));
        Assert.Equal(["みさき", null], store.Corpus().Comments.OrderBy(c => c.Respondent is null).Select(c => c.Respondent));
        Assert.Equal(2, store.Codings().Length);
    }

    [Fact]
    public void A_code_that_was_not_codable_and_is_coded_becomes_codable_and_codes_join_the_workspaces()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        store.SaveCodebook(Codes, 0, "佐倉", When);
        var (batch, write) = TakeIn(store, Zip(Foreign(Selection(30, 0, 2, 11) + Selection(31, 0, 2, 99)), Text));
        Assert.Contains(batch.Losses, l => l.Kind.Ja.Contains("付けられないはず", StringComparison.Ordinal) && l.Name == "Group");
        Assert.Contains(batch.Losses, l => l.Kind.Ja.Contains("コードブックにない", StringComparison.Ordinal));
        Assert.Equal(2, write.Codebook!.Current!.Version);
        var codes = CodebookReader.Read(store.Codebooks()[^1].Yaml).Codes;
        Assert.Equal(["life", "bus", "night", "qaaaaaaaa", "qaaaaaaaa-2", "qaaaaaaaa-3"], codes.Select(c => c.Id));
        Assert.True(codes[4].IsCodable);
        Assert.Equal("qaaaaaaaa-2", codes[5].Parent);
    }

    [Fact]
    public void A_source_of_a_name_that_is_there_gets_another_and_replaces_nothing()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        store.Import(WorkspaceFolder.Batch(InventedFiles.Table("Interview 1", ("はまべ", "送迎が足りない。"))));
        TakeIn(store, Zip(Foreign(string.Empty), Text));
        Assert.Equal(["Interview 1", "Interview 1 (2)"], store.Sources().Select(s => s.Source.Name));
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(-1, 2)]
    [InlineData(0, 400)]
    [InlineData(39, 40)]
    public void A_position_outside_the_text_is_refused_with_its_line(int start, int end)
    {
        var failure = Assert.Throws<DefinitionException>(() => Read(Zip(Foreign(Selection(30, start, end, 10)), Text)));
        Assert.Equal(6, failure.Line);
        Assert.Contains("文章の外", failure.What.Ja, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<CodeBook xmlns='urn:QDA-XML:codebook:1.0'><Codes/></CodeBook>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'c'>]><Project name='&b;'/>")]
    [InlineData("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><Project name='a'/>")]
    [InlineData("<Project name='a'><Sources>")]
    [InlineData("Study")]
    [InlineData("")]
    public void What_is_no_project_is_refused(string xml) => Assert.Throws<DefinitionException>(() => Read(Zip(xml)));

    [Fact]
    public void Elements_nested_without_end_are_refused() =>
        Assert.Throws<DefinitionException>(() => Read(Zip("<Project>" + string.Concat(Enumerable.Repeat("<Code>", 100_000)))));

    private static string Selected(string text, params (int Start, int End, string Name)[] selections)
    {
        var source = Read(Zip(Foreign(string.Concat(selections.Select((s, i) => Selection(30 + i, s.Start, s.End, 10, name: s.Name)))), text)).Project.Sources[0];
        return source.Text[source.Selections[0].Span.Start..source.Selections[0].Span.End];
    }
}
