using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Search;

namespace FeedbackLab.Analysis.Tests.Language;

public sealed class KuromojiMorphemesTests
{
    private static readonly TextTerms Reader = TextTerms.ByKuromoji(LexiconReader.Default);

    public static TheoryData<string> Hostile => [.. HostileText.Table];

    [Fact]
    public void A_sentence_is_read_into_its_terms()
    {
        var (_, terms) = Reader.Read("ＧＨの利用者が、引き継いだ後に体調不良で困っている。");
        Assert.Equal(
            ["グループホーム", "利用", "引継", "体調", "困難"],
            terms.Where(t => t.Kind == TermKind.Word).Select(t => t.Key));
        Assert.Contains(terms, t => t is { Key: "利用者", Kind: TermKind.Compound });
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void The_words_of_any_text_lie_in_order_without_overlap(string text)
    {
        var normalized = NormalizedText.Of(text).Text;
        var end = 0;
        foreach (var morpheme in Reader.Morphemes(normalized))
        {
            Assert.InRange(morpheme.Start, end, normalized.Length - 1);
            Assert.InRange(morpheme.End, morpheme.Start + 1, normalized.Length);
            end = morpheme.End;
        }
    }

    [Theory]
    [InlineData("引継ぎ")]
    [InlineData("引き継ぐ")]
    [InlineData("引継")]
    public void Every_spelling_of_handover_finds_every_other(string query)
    {
        Ingest.Corpus.Comment[] comments =
        [
            Samples.Comment("早めに引き継いでほしい", line: 1),
            Samples.Comment("引継ぎの書類がない", line: 2),
            Samples.Comment("引き継ぎに時間がかかる", line: 3),
            Samples.Comment("担当が替わった", line: 4),
        ];
        Assert.Equal([1, 2, 3], CommentSearch.Find(comments, query, Reader).Select(h => h.Comment.Place.LineStart).Order());
    }

    [Fact]
    public void The_short_name_of_a_centre_finds_its_long_name()
    {
        var hit = Assert.Single(CommentSearch.Find(
            [Samples.Comment("障害者就業・生活支援センターへつないだ"), Samples.Comment("別の窓口", line: 2)], "ナカポツ", LexiconReader.Default));
        var span = Assert.Single(hit.Highlights);
        Assert.Equal("障害者就業・生活支援センター", hit.Comment.Text[span.Start..span.End]);
    }
}
