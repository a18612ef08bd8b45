using System.Text;
using FeedbackLab.Analysis.Exchange;
using FeedbackLab.Analysis.Statistics.Agreement;
using FeedbackLab.Analysis.Tests.Workspace;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Definitions;
using static FeedbackLab.Analysis.Tests.Exchange.ExchangeProjects;

namespace FeedbackLab.Analysis.Tests.Exchange;

/// <summary>Habits of other programs that the standard does not know, in files written afresh.</summary>
public sealed class OtherProgramsTests
{
    // Prefixes, schema location, braces, upper case, extensions, backslashes in the archive, a rich text beside the plain one.
    [Fact]
    public void Prefixes_braces_extensions_and_backslashes_do_no_harm()
    {
        var project = """
            <?xml version="1.0" encoding="utf-8" standalone="yes"?>
            <q:Project xmlns:q="urn:QDA-XML:project:1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:v="urn:vendor" xsi:schemaLocation="urn:QDA-XML:project:1.0 http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd" name="Study" origin="Program 9.1" basePath="C:\Users\x" v:build="77" creatingUserGUID="{AAAAAAAA-0000-4000-8000-000000000001}">
              <q:Users><q:User guid="{AAAAAAAA-0000-4000-8000-000000000001}" id="ann"/></q:Users>
              <q:CodeBook><q:Codes><q:Code guid="{AAAAAAAA-0000-4000-8000-00000000000A}" name="Fees" isCodable="True" color="Tomato"><v:Weight>3</v:Weight></q:Code></q:Codes></q:CodeBook>
              <v:Settings><v:Window/></v:Settings>
              <q:Cases><q:Case guid="{AAAAAAAA-0000-4000-8000-000000000032}" name="みさき"><q:VariableValue><q:VariableRef targetGUID="{AAAAAAAA-0000-4000-8000-000000000028}"/></q:VariableValue><q:SourceRef targetGUID="{AAAAAAAA-0000-4000-8000-000000000014}"/></q:Case></q:Cases>
              <q:Sources><q:TextSource guid="{AAAAAAAA-0000-4000-8000-000000000014}" name="Interview 1" richTextPath="internal://a.docx" plainTextPath="internal://a.txt">
                <q:PlainTextSelection guid="{AAAAAAAA-0000-4000-8000-00000000001E}" startPosition="2" endPosition="4" name="料金"><q:Coding guid="{AAAAAAAA-0000-4000-8000-00000000001F}" creatingUser="{AAAAAAAA-0000-4000-8000-000000000001}"><q:CodeRef targetGUID="{AAAAAAAA-0000-4000-8000-00000000000A}"/></q:Coding></q:PlainTextSelection>
                <q:PlainTextSelection guid="{AAAAAAAA-0000-4000-8000-000000000020}" startPosition="0" endPosition="1"/>
              </q:TextSource></q:Sources>
            </q:Project>
            """;
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        TakeIn(store, Zip(("project.qde", Encoding.UTF8.GetBytes(project)), ("Sources\\a.txt", Encoding.UTF8.GetBytes("朝の料金")), ("Sources\\a.docx", [1, 2])));
        var coding = Assert.Single(store.Codings());
        var comment = Assert.Single(store.Corpus().Comments);
        Assert.Equal(("みさき", "ann", "料金"), (comment.Respondent, coding.Who, comment.Text[coding.Evidence[0].Start..coding.Evidence[0].End]));
    }

    [Theory]
    [InlineData("Study/project.qde", "Study/sources/a.txt")] // a folder packed as a whole
    [InlineData("Study/Project.qde", "Study/Sources/a.txt")]
    [InlineData("project.qde", "a.txt")] // the text beside the project
    public void A_folder_packed_as_a_whole_is_read(string project, string source)
    {
        var file = Zip((project, Encoding.UTF8.GetBytes(Foreign(Selection(30, 0, 2, 10)))), (source, "料金が高い"u8.ToArray()), ("__MACOSX/Study/._project.qde", [0]), ("__MACOSX/._a.qde", [0]));
        Assert.Equal("料金が高い", Read(file).Project.Sources[0].Text);
    }

    [Theory]
    [InlineData("\r\n <?xml version=\"1.0\" encoding=\"utf-8\"?>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-16\"?>")]
    [InlineData("\uFEFF<?xml version=\"1.0\" encoding=\"utf-16\" standalone=\"yes\"?>")]
    public void A_declaration_of_another_encoding_than_it_is_in_does_no_harm(string declaration)
    {
        var body = Foreign(Selection(30, 0, 2, 10));
        Assert.Single(Read(Zip(declaration + body[body.IndexOf("?>", StringComparison.Ordinal)..][2..], "料金")).Project.Sources);
        Assert.Equal("料金", QdaCodebook.Read(Encoding.UTF8.GetBytes(declaration + "<CodeBook xmlns='urn:QDA-XML:codebook:1:0'><Codes><Code guid='a1' name='料金' isCodable='true'/></Codes></CodeBook>"), "x").Codebook.Codes[0].Name.Ja);
    }

    [Fact]
    public void Utf_16_with_its_mark_is_read()
    {
        var project = Foreign(Selection(30, 0, 2, 10)).Replace("utf-8", "utf-16", StringComparison.Ordinal);
        byte[] file = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(project)];
        Assert.Equal("料金", Read(Zip(("project.qde", file), ("sources/a.txt", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("料金")]))).Project.Sources[0].Text);
    }

    [Theory]
    [InlineData("𠮷田🚐が遠い。料金が高い。", 9, 11, "料金")] // UTF-16 code units
    [InlineData("𠮷田🚐が遠い。料金が高い。", 7, 9, "料金")] // code points
    [InlineData("\uFEFF朝は料金が高い。", 2, 4, "料金")]
    [InlineData("\uFEFF朝は料金が高い。", 3, 5, "料金")] // the byte order mark counted
    [InlineData("𠮷\r\n🚐\r\n料金", 8, 10, "料金")] // code units, line ends of two
    public void Positions_are_counted_as_the_program_did(string text, int start, int end, string name)
    {
        var source = Read(Zip(Foreign(Selection(30, start, end, 10, name: name)), text)).Project.Sources[0];
        Assert.Equal(name, source.Text[source.Selections[0].Span.Start..source.Selections[0].Span.End]);
        Assert.DoesNotContain('\uFEFF', source.Text);
    }

    [Fact]
    public void One_selection_outside_its_text_is_told_and_the_rest_is_read()
    {
        var (project, losses) = Read(Zip(Foreign(Selection(30, 0, 2, 10) + Selection(31, 40, 44, 10) + Selection(32, 3, 4, 12)), "料金が高い"));
        Assert.Equal(2, project.Sources[0].Selections.Length);
        Assert.Equal(["文章の外を指す範囲: 1（Interview 1）", "取り込めない範囲に付いたコーディング: 1（Interview 1）"], QdaLoss.ByKind(losses).Select(l => l.Line(3).Ja));
    }

    [Fact]
    public void A_selection_without_positions_a_coding_without_a_code_and_elements_without_or_with_odd_guids_are_told()
    {
        var odd = """
            <PlainTextSelection guid="s1" name="x"><Coding guid="c1"><CodeRef targetGUID="k1"/></Coding></PlainTextSelection>
            <PlainTextSelection startPosition="0" endPosition="2"><Coding/></PlainTextSelection>
            <PlainTextSelection guid="s2" startPosition="0" endPosition="2"><Coding><CodeRef targetGUID="k1"/></Coding></PlainTextSelection>
            """;
        var file = Zip($"<Project><CodeBook><Codes><Code guid='k1' name='料金' isCodable='true'/></Codes></CodeBook><Sources><TextSource guid='t1' name='a' plainTextPath='internal://a.txt'>{odd}</TextSource></Sources></Project>", "料金が高い");
        var (_, losses) = Read(file);
        Assert.Equal(
            ["位置（startPosition、endPosition）のない範囲: 1（a）", "取り込めない範囲に付いたコーディング: 1（a）", "コードを指していないコーディング: 1（a）", "guid のない要素（付けて取り込んだ）: 1（PlainTextSelection）"],
            QdaLoss.ByKind(losses).Select(l => l.Line(3).Ja));
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        TakeIn(store, file);
        Assert.Equal("佐倉", Assert.Single(store.Codings()).Who);
    }

    [Theory]
    [InlineData(20)] // a source
    [InlineData(10)] // a code
    [InlineData(1)] // a user
    [InlineData(30)] // another selection
    public void A_guid_that_is_used_twice_is_told_and_both_are_kept(int number)
    {
        var (project, losses) = Read(Zip(Foreign(Selection(30, 0, 2, 10) + Selection(number, 2, 3, 10)), "料金が高い"));
        Assert.Equal(2, project.Sources[0].Selections.Select(s => s.Id).Distinct().Count());
        Assert.Contains(losses, l => l.Kind.Ja.Contains("二度", StringComparison.Ordinal));
    }

    [Fact]
    public void A_document_type_is_refused_however_the_file_says_it_is_encoded() =>
        Assert.Throws<DefinitionException>(() => Read(Zip("<?xml version=\"1.0\" encoding=\"utf-16\"?><!DOCTYPE a [<!ENTITY b 'c'>]><Project name='&b;'/>")));

    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 1)]
    public void Whoever_coded_in_a_text_looked_at_all_of_it_so_that_agreement_is_not_that_of_chosen_comments(bool onlyCoded, int seenByBoth)
    {
        // Three paragraphs: ann codes the first two, ben the second with another code, nobody the third.
        var project = Foreign(Selection(30, 0, 5, 10, user: 1) + Selection(31, 6, 11, 10, user: 1) + Selection(32, 6, 11, 12, user: 2));
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        var content = store.ExchangeContent();
        var batch = ProjectImport.Of(Read(Zip(project, "料金が高い\n送迎が遅い\n職員が親切")).Project, content, "佐倉", When, sourcesAreRespondents: false, onlyCoded);
        store.TakeIn(batch, content.CodebookVersion, "交換");
        var agreement = CodingAgreement.Of(store.Ratings().Ratings);
        Assert.Equal((seenByBoth, seenByBoth, seenByBoth - (onlyCoded ? 1 : 2)), (agreement.Comments, agreement.SeenByAll, agreement.Pairs[0].Same));

        // What stands is not decided by it: the third is left to code.
        Assert.Equal(2, store.Decisions().Count);
    }

    [Fact]
    public void A_code_with_the_name_of_one_that_is_there_is_told()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        store.SaveCodebook("codes:\n- {id: fees, name: 料金}\n", 0, "佐倉", When);
        var loss = Assert.Single(TakeIn(store, Zip(Foreign(Selection(30, 0, 2, 10)).Replace("name=\"Fees\"", "name=\"料金\"", StringComparison.Ordinal), "料金が高い")).Batch.Losses, l => l.Kind.En.Contains("codebook merge fees", StringComparison.Ordinal));
        Assert.Equal("料金", loss.Name);
    }
}
