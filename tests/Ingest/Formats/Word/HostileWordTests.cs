using System.Text;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Word;
using static FeedbackLab.Ingest.Tests.Formats.Word.HandMadeWord;

namespace FeedbackLab.Ingest.Tests.Formats.Word;

public sealed class HostileWordTests
{
    private static readonly byte[] OldFormat = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504]];

    public static TheoryData<string, string> WrongKinds => new()
    {
        { "text", "ただの文章です。" },
        { "pdf", "%PDF-1.7\n" },
        { "zip start only", "PK\u0003\u0004" },
        { "empty", "" },
    };

    [Theory]
    [MemberData(nameof(WrongKinds))]
    public void A_file_that_only_has_the_name_is_one_error(string kind, string content) => IsRefused(Encoding.UTF8.GetBytes(content), kind);

    [Fact]
    public void The_old_format_is_named() => Assert.Contains(".doc", IsRefused(OldFormat).What.Ja, StringComparison.Ordinal);

    [Fact]
    public void A_password_is_named()
    {
        byte[] encrypted = [.. OldFormat, .. Encoding.Unicode.GetBytes("EncryptedPackage")];

        Assert.Contains("パスワード", IsRefused(encrypted).What.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_package_is_no_Word_document() =>
        Assert.Contains("no Word document", IsRefused(Zip([("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"), ("a.xml", "<a/>")])).What.En, StringComparison.Ordinal);

    [Theory]
    [InlineData(10)]
    [InlineData(50)]
    [InlineData(90)]
    [InlineData(99)]
    public void A_file_cut_off_anywhere_is_refused(int percent)
    {
        var whole = Bytes(string.Concat(Enumerable.Range(0, 200).Select(i => P($"段落の{i}番めです。"))));

        IsRefused(whole[..(whole.Length * percent / 100)]);
    }

    [Fact]
    public void Markup_that_does_not_close_is_refused() => IsRefused(Bytes("<w:p><w:r>"));

    [Fact]
    public void A_bomb_is_refused_in_bounded_memory()
    {
        var bytes = Zip(Enumerable.Range(0, 8).Select(i => ($"word/media/{i}.xml", "<a>" + new string(' ', 80_000_000) + "</a>")).Prepend(("word/document.xml", "<a/>")));
        Assert.True(bytes.Length < 3_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        IsRefused(bytes);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000_000);
    }

    [Theory]
    [InlineData("../../outside.xml")]
    [InlineData("/rooted.xml")]
    [InlineData("word/..\\..\\outside.xml")]
    public void A_path_that_climbs_out_is_refused(string name) => IsRefused(Zip([(name, "<a/>"), ("word/document.xml", "<a/>")]));

    [Fact]
    public void Document_types_and_their_entities_are_refused_and_nothing_outside_is_read()
    {
        using var folder = new Folder();
        var secret = folder.Write("secret.txt", "秘密の文字列");
        var bytes = Zip(
        [
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"),
            ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
            ("word/document.xml", $"<!DOCTYPE d [<!ENTITY x SYSTEM \"{new Uri(secret)}\">]><w:document xmlns:w=\"{Transitional}\"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"),
        ]);

        var problem = IsRefused(bytes);

        Assert.DoesNotContain("秘密", problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("w:sdt><w:sdtContent", "w:sdtContent></w:sdt")]
    [InlineData("mc:AlternateContent><mc:Choice", "mc:Choice></mc:AlternateContent")]
    [InlineData("w:p><w:ins", "w:ins></w:p")]
    [InlineData("w:tbl><w:tr><w:tc", "w:tc></w:tr></w:tbl")]
    public void Nesting_without_end_is_refused(string open, string close)
    {
        const int Depth = 100_000;

        IsRefused(Bytes(string.Concat(Enumerable.Repeat($"<{open}>", Depth)) + string.Concat(Enumerable.Repeat($"</{close}>", Depth))));
    }

    [Fact]
    public void Nesting_a_little_too_deep_is_refused() =>
        IsRefused(Bytes(string.Concat(Enumerable.Repeat("<w:customXml>", 220)) + string.Concat(Enumerable.Repeat("</w:customXml>", 220))));

    [Fact]
    public void Tables_inside_tables_may_go_as_deep_as_people_make_them()
    {
        var table = Enumerable.Range(0, 10).Aggregate(P("底"), (inner, _) => $"<w:tbl><w:tr><w:tc>{inner}{P("")}</w:tc></w:tr></w:tbl>");

        Assert.Equal("底", Assert.Single(Assert.Single(Parts(table).OfType<WordTable>()).Rows)[0].Trim());
    }

    private static Problem IsRefused(byte[] bytes, string name = "hostile")
    {
        var reading = WordReader.Read(name + ".docx", bytes);
        Assert.Empty(reading.Parts);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(ProblemSeverity.Error, problem.Severity);
        Assert.Equal(name + ".docx", problem.File);
        return problem;
    }
}
