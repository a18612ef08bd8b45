using FeedbackLab.Ingest.Formats.Word;

namespace FeedbackLab.Ingest.Tests.Formats.Word;

public sealed class WordReaderTests
{
    [Fact]
    public void A_document_made_by_LibreOffice_is_read_as_its_readers_see_it()
    {
        var reading = WordReader.Read("minutes.docx", TestFiles.Bytes("minutes.docx"));

        Assert.Empty(reading.Problems);
        Assert.Equal(
            [
                "1# あさぎり地区の集まり",
                "日時\t令和６年６月３日\n場所\tあさぎり会館",
                "2# 出された意見",
                "・ 畑の畝立ての順番を絵で示してほしい。",
                "○ 写真でもよい。",
                "・ 雨の日の仕事を決めておきたい。",
                "(1) 送迎の時刻",
                "ア 朝の便",
                "イ 夕方の便",
                "(2) 昼食の献立",
                "囲みのある段落。",
                "囲みの中の注意書き。",
                "事業所||人数/北の工房|午前|４名\n（うち通い２名）/|午後|６名",
                "以上",
            ],
            reading.Parts.Select(Show));
    }

    [Fact]
    public void The_same_bytes_give_the_same_parts()
    {
        var bytes = TestFiles.Bytes("minutes.docx");

        Assert.Equal(WordReader.Read("a.docx", bytes).Parts.Select(Show), WordReader.Read("a.docx", bytes).Parts.Select(Show));
    }

    private static string Show(WordPart part) => part switch
    {
        WordParagraph { HeadingLevel: > 0 } heading => $"{heading.HeadingLevel}# {heading.Line}",
        WordParagraph paragraph => paragraph.Line,
        WordTable table => string.Join('/', table.Rows.Select(row => string.Join('|', row))),
        _ => "",
    };
}
