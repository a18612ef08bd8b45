using System.Collections.Frozen;
using System.Collections.Immutable;
using FeedbackLab.Analysis.Language.Filters;

namespace FeedbackLab.Analysis.Tests.Language.Filters;

public sealed class TermFilterTests
{
    [Fact]
    public void A_base_form_replaces_the_surface_and_keeps_the_span()
    {
        var term = Assert.Single(TermFilters.ToBaseForm([Term("通っ", 2, "動詞-自立", "通う")]));
        Assert.Equal(("通う", 2, 4), (term.Text, term.Start, term.End));
    }

    [Theory]
    [InlineData("サーバー", "サーバ")]
    [InlineData("コピー", "コピー")]
    [InlineData("ｻｰﾊﾞｰ", "ｻｰﾊﾞｰ")]
    [InlineData("かーーー", "かーーー")]
    public void Long_katakana_words_lose_their_last_long_vowel(string word, string expected) =>
        Assert.Equal(expected, Assert.Single(TermFilters.StemKatakana([Term(word, 0)])).Text);

    [Fact]
    public void What_follows_a_dropped_word_keeps_its_distance()
    {
        var kept = TermFilters.DropPartsOfSpeech(
            [Term("送迎", 0), Term("の", 2, "助詞-連体化"), Term("負担", 3)], new[] { "助詞-連体化" }.ToFrozenSet());
        Assert.Equal([("送迎", 1), ("負担", 2)], kept.Select(t => (t.Text, t.PositionIncrement)));
        Assert.Equal(3, Assert.Single(TermFilters.DropWords(kept, new[] { "送迎" }.ToFrozenSet())).PositionIncrement);
    }

    [Fact]
    public void Okurigana_does_not_tell_words_apart() =>
        Assert.Equal(["引継", "引継"], TermFilters.ToSkeleton([Term("引き継ぐ", 0), Term("引継ぎ", 4)]).Select(t => t.Text));

    [Fact]
    public void A_run_of_numerals_becomes_one_number_over_its_whole_span()
    {
        var numbers = NumberFilter.Normalize(
            [Term("約", 0, "接頭詞-数接続"), Term("１", 1, "名詞-数"), Term("．", 2, "記号-句点"), Term("２", 3, "名詞-数"), Term("万", 4, "名詞-数"), Term("，", 5, "記号-読点"), Term("円", 6)]);
        Assert.Equal(["約", "12000", "，", "円"], numbers.Select(t => t.Text));
        Assert.Equal((1, 5), (numbers[1].Start, numbers[1].End));
    }

    [Theory]
    [InlineData("3|年|6|か月", "3年6か月")]
    [InlineData("3|年間|6|ヶ月|間", "3年6か月")]
    [InlineData("3|年|半", "3年6か月")]
    [InlineData("半年", "6か月")]
    [InlineData("18|カ月", "1年6か月")]
    public void Lengths_of_time_are_written_one_way_beside_their_parts(string words, string expected)
    {
        var terms = Terms(words.Split('|'));
        var result = NumberFilter.AddDurations(terms);
        Assert.Equal(terms.Length + 1, result.Length);
        Assert.Equal((expected, 0, terms.Length), (result[1].Text, result[1].PositionIncrement, result[1].PositionLength));
        Assert.Equal((0, terms[^1].End), (result[1].Start, result[1].End));
    }

    [Theory]
    [InlineData("2019|年")]
    [InlineData("3|年")]
    [InlineData("6|月")]
    public void A_calendar_year_or_month_is_no_length_of_time(string words)
    {
        var terms = Terms(words.Split('|'));
        Assert.Equal(terms, NumberFilter.AddDurations(terms));
    }

    [Fact]
    public void A_run_of_nouns_stands_beside_its_first_part()
    {
        var terms = ImmutableArray.Create(
            Term("新", 0, "接頭詞-名詞接続"), Term("支援", 1), Term("計画", 3), Term("案", 5, "名詞-接尾-一般"), Term("を", 6, "助詞-格助詞-一般"));
        var result = CompoundFilter.AddCompounds(terms);
        Assert.Equal(["新", "新支援計画案", "支援", "計画", "案", "を"], result.Select(t => t.Text));
        Assert.Equal((0, 6, 0, 4), (result[1].Start, result[1].End, result[1].PositionIncrement, result[1].PositionLength));
    }

    [Fact]
    public void Numerals_end_a_run_and_a_suffix_starts_none()
    {
        var terms = ImmutableArray.Create(Term("面談", 0), Term("2", 2, "名詞-数"), Term("者", 3, "名詞-接尾-一般"), Term("側", 4, "名詞-接尾-一般"));
        Assert.Equal(terms, CompoundFilter.AddCompounds(terms));
    }

    [Fact]
    public void A_run_longer_than_allowed_gets_no_compound()
    {
        var terms = Terms(["就労", "移行", "支援", "事業所", "連絡会"]);
        Assert.Equal(terms, CompoundFilter.AddCompounds(terms, longest: 11));
        Assert.Equal(terms.Length + 1, CompoundFilter.AddCompounds(terms, longest: 12).Length);
    }

    [Fact]
    public void A_synonym_may_span_several_words_and_the_longest_form_wins()
    {
        var filter = new SynonymFilter([["就業センター", "生活支援センター", "就ポツ"], ["生活", "暮らし"]]);
        var result = filter.Apply(Terms(["生活", "支援", "センター", "と", "暮らし"]));
        Assert.Equal(["生活", "就業センター", "支援", "センター", "と", "暮らし", "生活"], result.Select(t => t.Text));
        Assert.Equal((0, 8, 0, 3), (result[1].Start, result[1].End, result[1].PositionIncrement, result[1].PositionLength));
    }

    [Fact]
    public void Words_apart_in_the_text_are_no_form()
    {
        var terms = ImmutableArray.Create(Term("生活", 0), Term("支援", 3));
        Assert.Equal(terms, new SynonymFilter([["暮らしの支援", "生活支援"]]).Apply(terms));
    }

    private static ImmutableArray<StreamTerm> Terms(string[] words)
    {
        var start = 0;
        return [.. words.Select(w => Term(w, (start += w.Length) - w.Length))];
    }

    private static StreamTerm Term(string text, int start, string pos = "名詞-一般", string? baseForm = null) =>
        new(text, start, start + text.Length, 1, 1, pos, baseForm);
}
