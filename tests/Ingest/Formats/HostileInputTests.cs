using System.Text;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Tests.Formats;

public sealed class HostileInputTests
{
    private static readonly byte[] LoneSurrogate = [0xE3, 0x81, 0x82, 0x0A, 0xED, 0xA0, 0x80, 0x0A];

    public static TheoryData<string, byte[]> Unreadable => new()
    {
        { "empty.txt", [] },
        { "nul.txt", "いろは\0にほへ"u8.ToArray() },
        { "surrogate.txt", LoneSurrogate },
        { "latin.txt", [.. Enumerable.Repeat("Le caf\u00E9 \u00E9tait ferm\u00E9, f\u00FCr \u00DCbung. ", 20).SelectMany(Encoding.Latin1.GetBytes)] },
        { "long.txt", Enumerable.Repeat((byte)'a', 1_000_001).ToArray() },
        { "table.xlsx", [1, 2, 3] },
        { "picture.png", [1, 2, 3] },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void An_unreadable_file_is_one_error_and_the_others_go_on(string name, byte[] bytes)
    {
        using var folder = new Folder();
        var good = folder.Write("good.csv", "回答者,ご意見\n甲,利用料が高いと思います\n");

        var corpus = CorpusReader.Read([folder.Write(name, bytes), good], new ReadOptions());

        var problem = Assert.Single(corpus.Problems);
        Assert.Equal(ProblemSeverity.Error, problem.Severity);
        Assert.Single(corpus.Comments);
    }

    [Fact]
    public void A_missing_file_and_an_empty_folder_are_errors()
    {
        using var folder = new Folder();

        var corpus = CorpusReader.Read([folder.Path, Path.Combine(folder.Path, "none.txt")], new ReadOptions());

        Assert.Equal(2, corpus.Problems.Count(p => p.Severity == ProblemSeverity.Error));
    }

    [Fact]
    public void The_same_bytes_are_read_once()
    {
        using var folder = new Folder();
        folder.Write("a.csv", "回答者,ご意見\n甲,利用料が高いと思います\n");
        folder.Write("b.csv", "回答者,ご意見\n甲,利用料が高いと思います\n");

        var corpus = CorpusReader.Read([folder.Path], new ReadOptions());

        Assert.Single(corpus.Comments);
        Assert.Equal(ProblemSeverity.Notice, Assert.Single(corpus.Problems).Severity);
    }

    [Fact]
    public void Documentation_and_our_own_output_are_skipped()
    {
        using var folder = new Folder();
        folder.Write("README.md", "説明");
        folder.Write("out/findings.json", "{}");
        folder.Write("out/comments.csv", "a,b\n");
        folder.Write("in/a.csv", "回答者,ご意見\n甲,利用料が高いと思います\n");
        folder.Write("in/notice_R7.csv", "回答者,ご意見\n乙,引継ぎの時期が遅いと思います\n");

        var corpus = CorpusReader.Read([folder.Path], new ReadOptions());

        Assert.Equal(["a.csv", "notice_R7.csv"], corpus.Sources.Select(s => s.Name));
        Assert.Equal(2, corpus.Skipped.Length);
    }

    [Theory]
    [InlineData(932, "cp932")]
    [InlineData(51932, "euc-jp")]
    [InlineData(50220, "iso-2022-jp")]
    [InlineData(1200, "utf-16")]
    [InlineData(65001, "utf-8")]
    public void Japanese_encodings_are_told_apart(int codePage, string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(codePage);
        using var folder = new Folder();
        var text = "回答者,ご意見\n甲,引き継ぎの時期が遅いので、もう少し早めに連絡をいただきたいです。\n";
        var path = folder.Write("a.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);

        var corpus = CorpusReader.Read([path], new ReadOptions());

        Assert.Equal(name, corpus.Sources[0].Encoding);
        Assert.Equal("引き継ぎの時期が遅いので、もう少し早めに連絡をいただきたいです。", corpus.Comments[0].Text);
    }
}
