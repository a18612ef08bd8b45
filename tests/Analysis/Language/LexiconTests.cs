using FeedbackLab.Analysis.Language;
using FeedbackLab.Ingest.Definitions;

namespace FeedbackLab.Analysis.Tests.Language;

public sealed class LexiconTests
{
    [Theory]
    [InlineData("引き継ぐ", "引継")]
    [InlineData("引継ぎ", "引継")]
    [InlineData("引き継ぎ", "引継")]
    [InlineData("話し合い", "話合")]
    [InlineData("働く", "働く")]
    [InlineData("お願い", "お願い")]
    [InlineData("地域", "地域")]
    [InlineData("ケース会議", "ケース会議")]
    [InlineData("", "")]
    public void The_kanji_skeleton_drops_okurigana_where_two_kanji_remain(string word, string expected) =>
        Assert.Equal(expected, KanjiSkeleton.Of(word));

    [Fact]
    public void All_forms_of_a_group_have_one_key()
    {
        var lexicon = LexiconReader.Default;
        foreach (var group in lexicon.Synonyms)
        {
            Assert.Single(group.Select(f => lexicon.KeyOf(NormalizedText.Of(f).Text)).Distinct());
        }
    }

    [Theory]
    [InlineData("引き継ぐ", "引継ぎ")]
    [InlineData("障がい", "障害")]
    [InlineData("自己負担金", "利用料")]
    [InlineData("gh", "グループホーム")]
    [InlineData("繋ぐ", "つなぐ")]
    public void The_lexicon_of_this_field_knows_its_variants(string one, string other) =>
        Assert.Equal(LexiconReader.Default.KeyOf(one), LexiconReader.Default.KeyOf(other));

    [Fact]
    public void The_lexicon_of_this_field_has_sixty_groups_and_more() => Assert.InRange(LexiconReader.Default.Synonyms.Length, 60, 1000);

    [Fact]
    public void Stop_and_template_words_are_known_by_any_spelling()
    {
        var lexicon = new Lexicon("試し", [["取組", "取り組み"]], ["する"], ["取組"]);
        Assert.True(lexicon.IsStop("する"));
        Assert.True(lexicon.IsTemplate(lexicon.KeyOf("取り組み")));
        Assert.False(lexicon.IsTemplate("する"));
    }

    [Fact]
    public void A_form_in_two_groups_is_refused_with_its_line()
    {
        var failure = Assert.Throws<DefinitionException>(
            () => LexiconReader.Read("synonyms:\n  - [引継ぎ, 申し送り]\n  - [連絡, 申し送り]\n"));
        Assert.Equal(3, failure.Line);
        Assert.Contains("申し送り", failure.What.Ja, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("synonym: []", 1)]
    [InlineData("name: 試し\nstop: {a: b}", 2)]
    [InlineData("synonyms: [[a, b]", 1)]
    [InlineData("- a\n- b", 1)]
    public void A_file_that_is_no_lexicon_is_refused_with_its_line(string text, int line) =>
        Assert.Equal(line, Assert.Throws<DefinitionException>(() => LexiconReader.Read(text)).Line);
}
