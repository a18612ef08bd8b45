using FeedbackLab.Analysis.Language;

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
}
