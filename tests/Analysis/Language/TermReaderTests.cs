using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Tests.Language;

public sealed class TermReaderTests
{
    private static readonly Lexicon Lexicon = new(
        "試し",
        [["引継ぎ", "引き継ぐ"], ["利用料", "自己負担"], ["グループホーム", "gh"], ["三年後", "3年後"], ["障害者就業・生活支援センター", "ナカポツ"]],
        ["こと"],
        ["支援", "事業"]);

    public static TheoryData<string> Hostile => [.. HostileText.Table];

    [Fact]
    public void A_run_of_nouns_is_a_compound_beside_its_parts()
    {
        var terms = Read("研修計画", ("研修", "名詞-サ変接続", "研修"), ("計画", "名詞-サ変接続", "計画"));
        Assert.Equal(["研修", "計画", "研修計画"], terms.Select(t => t.Key));
        Assert.Equal([TermKind.Word, TermKind.Word, TermKind.Compound], terms.Select(t => t.Kind));
    }

    [Fact]
    public void A_run_longer_than_twelve_characters_is_no_compound()
    {
        var terms = Read("地域生活研修計画作成会議室", ("地域生活研修", "名詞-一般", "地域生活研修"), ("計画作成会議室", "名詞-一般", "計画作成会議室"));
        Assert.Equal(["地域生活研修", "計画作成会議室"], terms.Select(t => t.Key));
    }

    [Fact]
    public void Numbers_pronouns_dependent_nouns_and_stop_words_are_no_terms() =>
        Assert.Empty(Read(
            "3それものこと",
            ("3", "名詞-数", "3"), ("それ", "名詞-代名詞-一般", "それ"), ("もの", "名詞-非自立-一般", "もの"), ("こと", "名詞-一般", "こと")));

    [Fact]
    public void An_inflected_verb_counts_as_its_group_and_is_shown_by_its_dictionary_form()
    {
        var term = Assert.Single(Read("引き継い", ("引き継い", "動詞-自立", "引き継ぐ")));
        Assert.Equal(("引継", "引き継ぐ"), (term.Key, term.Form));
    }

    [Fact]
    public void A_form_that_spans_words_is_one_term()
    {
        var terms = Read("自己負担が", ("自己", "名詞-一般", "自己"), ("負担", "名詞-サ変接続", "負担"), ("が", "助詞-格助詞-一般", "が"));
        var term = Assert.Single(terms);
        Assert.Equal(("利用料", "自己負担", 0, 4), (term.Key, term.Form, term.Span.Start, term.Span.End));
    }

    [Fact]
    public void A_short_form_inside_a_longer_word_is_not_taken() =>
        Assert.Equal(["ghq"], Read("ghq", ("ghq", "名詞-一般", "ghq")).Select(t => t.Key));

    [Fact]
    public void A_number_is_not_cut_by_a_form() =>
        Assert.Empty(Read("13年後", ("13", "名詞-数", "13"), ("年", "名詞-接尾-助数詞", "年"), ("後", "名詞-接尾-副詞可能", "後")));

    [Fact]
    public void Full_width_letters_are_found_and_mapped_back()
    {
        var text = NormalizedText.Of("ＧＨへ");
        var term = Assert.Single(TermReader.Terms(text, [new(0, 2, "名詞-一般", "gh"), new(2, 3, "助詞-格助詞-一般", "へ")], Lexicon));
        Assert.Equal(("グループホーム", "ＧＨ"), (term.Key, term.Form));
    }

    [Fact]
    public void A_compound_of_template_words_and_suffixes_is_a_template_word()
    {
        var terms = Read("支援事業所", ("支援", "名詞-サ変接続", "支援"), ("事業", "名詞-一般", "事業"), ("所", "名詞-接尾-一般", "所"));
        Assert.All(terms, t => Assert.True(t.IsTemplate));
        Assert.Equal(3, terms.Length);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Spans_lie_inside_any_text(string text)
    {
        var (_, terms) = Samples.ByCharacterClass(LexiconReader.Default).Read(text);
        Assert.All(terms, t => Assert.True(0 <= t.Span.Start && t.Span.Start < t.Span.End && t.Span.End <= text.Length));
    }

    [Fact]
    public void A_corpus_shows_the_form_that_people_write_most_often()
    {
        var reader = Samples.ByCharacterClass(new Lexicon("試し", [["利用料", "自己負担", "負担金"]], [], []));
        var corpus = TokenizedCorpus.Of(
            [Samples.Comment("自己負担が重い"), Samples.Comment("負担金と自己負担"), Samples.Comment("利用料だ")], reader);
        var term = Assert.Single(corpus.Terms, t => t.Key == "利用料");
        Assert.Equal(("自己負担", 3), (term.Display, term.Comments));
    }

    private static System.Collections.Immutable.ImmutableArray<TermOccurrence> Read(
        string text, params (string Surface, string PartOfSpeech, string Base)[] words)
    {
        var morphemes = new List<Morpheme>();
        var at = 0;
        foreach (var (surface, pos, form) in words)
        {
            var start = text.IndexOf(surface, at, StringComparison.Ordinal);
            at = start + surface.Length;
            morphemes.Add(new Morpheme(start, at, pos, form));
        }

        return TermReader.Terms(NormalizedText.Of(text), morphemes, Lexicon);
    }
}
