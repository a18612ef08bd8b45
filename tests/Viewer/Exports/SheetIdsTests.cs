using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Tests.Exports;

public sealed class SheetIdsTests
{
    private static readonly Codebook Book = CodebookReader.Read("codes:\n- {id: fees, name: 料金}\n");

    [Theory]
    [InlineData("120798765773", "\"'120798765773\"")]
    [InlineData("3281e0608311", "\"'3281e0608311\"")]
    [InlineData("012345678901", "\"'012345678901\"")]
    [InlineData("3281f0608311", "3281f0608311")]
    [InlineData("e12079876577", "e12079876577")]
    public void An_id_that_looks_like_a_number_is_written_as_a_text_and_read_as_it_was(string id, string written)
    {
        var comment = new Comment(id, "回答.csv", CommentKind.Answer, null, null, null, null, new Place(2, 2), "利用料が高い。", []);
        var coding = new StoredCoding(id, "fees", CodingState.Proposed, null, [], 1, "機械", new DateTimeOffset(2026, 5, 20, 12, 0, 0, TimeSpan.Zero), 1);
        var csv = CodingsTable.Csv(new CodedComments([comment], [coding], [], Book), ScreenLanguage.Japanese);
        Assert.StartsWith(written + ",", csv.Split("\r\n")[1], StringComparison.Ordinal);
        Assert.Equal(id, Assert.Single(CodingsTableReader.ReadCsv(csv, Book, new CodeLedger([])).Rows).Comment);
    }
}
