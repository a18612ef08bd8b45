using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Themes;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Tests.Themes;

public sealed class CoderTests
{
    private static readonly Codebook Codebook = new(
        "試し",
        [
            Code("fees", "料金", "費用と請求", exclude: "駅前駐輪", terms: ["料金", "費用", "請求書"]),
            Code("training", "研修", "講習と学習", terms: ["研修", "講習", "教材"]),
        ]);

    [Fact]
    public void A_comment_gets_the_code_whose_words_it_has_with_those_words_as_evidence()
    {
        var codings = Codings("毎月の料金の請求書が分かりにくい");
        var coding = Assert.Single(codings);
        Assert.Equal("fees", coding.Code);
        Assert.Equal([new TextSpan(3, 5), new TextSpan(6, 9)], coding.Evidence.AsEnumerable());
    }

    [Fact]
    public void A_comment_can_get_two_codes() =>
        Assert.Equal(["fees", "training"], Codings("研修の料金と講習の費用").Select(c => c.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void The_limit_of_codes_is_kept() => Assert.Single(Codings("研修の料金と講習の費用", mostCodes: 1));

    [Theory]
    [InlineData("天気の話ばかりだった")]
    [InlineData("駅前駐輪の件")]
    [InlineData("はい")]
    public void A_comment_without_a_word_of_any_code_stays_without_one(string text) => Assert.Empty(Codings(text));

    [Fact]
    public void Scores_lie_between_zero_and_one_and_descend()
    {
        var codings = Codings("研修、研修、教材と料金");
        Assert.All(codings, c => Assert.InRange(c.Score, 0, 1));
        Assert.Equal(codings.Select(c => c.Score).OrderDescending(), codings.Select(c => c.Score));
    }

    [Fact]
    public void An_accepted_example_draws_comments_of_its_words()
    {
        const string Text = "夜間窓口の受付時間と料金";
        var before = Score(Codebook, Text, "fees");
        var withExample = Codebook with
        {
            Codes = [Codebook.Codes[0] with { Examples = ["受付時間と夜間窓口"] }, Codebook.Codes[1]],
        };
        Assert.True(Score(withExample, Text, "fees") > before);
    }

    [Fact]
    public void What_a_person_coded_draws_comments_of_its_words_and_is_shown_as_the_grounds()
    {
        string[] texts = ["財布が軽い", "財布と手帳", "研修の教材", "散歩の話"];
        var taught = Propose(texts, new() { [0] = new(["fees"], [], IsComplete: true) });
        Assert.Equal("fees", Assert.Single(taught[1].Codings).Code);
        Assert.Equal([new TextSpan(0, 2)], taught[1].Codings[0].Evidence.AsEnumerable());
        Assert.Equal([0], taught[1].Grounds.AsEnumerable());
        Assert.Empty(Propose(texts, [])[1].Codings);
    }

    [Fact]
    public void What_a_person_rejected_is_not_offered_again_and_speaks_against_its_like()
    {
        string[] texts = ["料金の話と駅", "料金の話と駅前", "研修の教材", "散歩の話"];
        var before = Propose(texts, []);
        var after = Propose(texts, new() { [0] = new([], ["fees"]) });
        Assert.Equal("fees", before[0].Offered[0].Code);
        Assert.DoesNotContain("fees", after[0].Offered.Concat(after[0].Codings).Select(c => c.Code));
        Assert.True(after[1].Offered[0].Score < before[1].Offered[0].Score);
    }

    [Fact]
    public void Three_codes_are_offered_at_most_the_best_first_and_the_margin_is_their_lead()
    {
        var proposal = Propose(["研修の料金と講習の費用", "散歩"], [])[0];
        Assert.Equal(2, proposal.Offered.Length);
        Assert.Equal(proposal.Offered[0].Score - proposal.Offered[1].Score, proposal.Margin, 1e-12);
        Assert.True(proposal.Margin >= 0);
    }

    [Fact]
    public void A_word_that_only_one_code_has_gives_it_before_the_comment_gets_nothing()
    {
        // A term decides for a code that lists one; beside it the definition's own words do, where nothing else would.
        var book = new Codebook("試し", [
            Code("fees", "料金", "利用者が払う費用、請求の手続き、減免、滞納と立替、家計の見通しを含む", terms: ["料金表"]),
            Code("training", "研修", "講習と学習、家計の講座", terms: ["研修"]),
        ]);
        var codings = Coder.Code(Samples.Tokenized("減免を知らない家族がいる", "家計の話をした", "研修で減免の話が出た", "天気の話"), book, Samples.ByCharacterClass(), 3);
        Assert.Equal(["fees"], codings[0].Select(c => c.Code));
        Assert.Equal([new TextSpan(0, 2)], codings[0][0].Evidence.AsEnumerable());
        Assert.Empty(codings[1]);
        Assert.Equal(["training"], codings[2].Select(c => c.Code));
        Assert.Empty(codings[3]);
    }

    [Fact]
    public void No_comments_give_no_codings() =>
        Assert.Empty(Coder.Code(Samples.Tokenized(), Codebook, Samples.ByCharacterClass(), 3));

    [Fact]
    public void A_word_that_everybody_uses_still_gives_its_code()
    {
        var codings = Coder.Code(
            Samples.Tokenized([.. Enumerable.Range(0, 30).Select(i => $"料金が第{i}番に重い")]), Codebook, Samples.ByCharacterClass(), 3);
        Assert.All(codings, c => Assert.Equal("fees", Assert.Single(c).Code));
    }

    private static ImmutableArray<CommentProposal> Propose(string[] texts, Dictionary<int, CodedComment> decided) =>
        Coder.Of(Samples.Tokenized(texts), Codebook, Samples.ByCharacterClass()).Propose(decided, 3);

    private static double Score(Codebook codebook, string text, string code) =>
        Coder.Code(Samples.Tokenized(text, "研修の教材", "別の話"), codebook, Samples.ByCharacterClass(), 3)[0]
            .Where(c => c.Code == code).Select(c => c.Score).DefaultIfEmpty(0).Single();

    private static ImmutableArray<Coding> Codings(string text, int mostCodes = 3) =>
        Coder.Code(
            Samples.Tokenized(text, "研修の教材が古い", "費用の説明が足りない", "散歩が楽しい"),
            Codebook,
            Samples.ByCharacterClass(),
            mostCodes)[0];

    private static Code Code(string id, string name, string definition, string exclude = "", params string[] terms) =>
        new(id, new BilingualText(name, id), new BilingualText(definition, id), string.Empty, exclude, [.. terms], []);
}
