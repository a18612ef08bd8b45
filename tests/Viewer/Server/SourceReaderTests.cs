using FeedbackLab.Viewer.Server;

namespace FeedbackLab.Viewer.Tests.Server;

public sealed class SourceReaderTests
{
    // In EUC-JP; every byte of it is a character of Shift_JIS too.
    private const string Survey = "ID,ご意見\n1,あいさつがおそい。\n2,あいさつがおそい。あいさつ\n";

    [Fact]
    public async Task The_same_file_read_in_another_encoding_has_other_passages()
    {
        await using var served = await ServedWorkspace.Of();
        var (reader, source, corpus) = Kept(served);
        Assert.Contains("あいさつ", Text(reader.Read(source, corpus)), StringComparison.Ordinal);
        var other = source with { Encoding = "cp932", Mapping = source.Mapping! with { Encoding = "cp932" } };
        Assert.Contains("､｢､､､ｵ､ﾄ", Text(reader.Read(other, corpus)), StringComparison.Ordinal);
        Assert.Contains("あいさつ", Text(reader.Read(source, corpus)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_comes_back_is_shown_again()
    {
        await using var served = await ServedWorkspace.Of();
        var (reader, source, corpus) = Kept(served);
        var file = Assert.Single(Directory.GetFiles(Path.Combine(served.Folder, "originals")));
        File.Move(file, file + ".away");
        Assert.False(reader.Read(source, corpus).IsWhole);
        File.Move(file + ".away", file);
        Assert.True(reader.Read(source, corpus).IsWhole);
    }

    private static string Text(SourceText text) => string.Join('\n', text.Passages.SelectMany(p => p.Cells));

    private static (SourceReader Reader, Ingest.Corpus.Source Source, Ingest.Corpus.CommentCorpus Corpus) Kept(ServedWorkspace served)
    {
        using var folder = new Commands.TemporaryFolder();
        var file = folder.Write("調査.csv", string.Empty);
        File.WriteAllBytes(file, System.Text.CodePagesEncodingProvider.Instance.GetEncoding("euc-jp")!.GetBytes(Survey));
        var corpus = Ingest.CorpusReader.Read([file], new Ingest.ReadOptions { Encoding = "euc-jp" });
        Viewer.Originals.OriginalFiles.Keep(served.Folder, [file], corpus);
        return (new SourceReader(served.Host.Session), corpus.Sources[0], corpus);
    }
}
