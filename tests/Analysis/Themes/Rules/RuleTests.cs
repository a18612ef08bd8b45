using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Themes.Rules;
using FeedbackLab.Ingest.Corpus;
using FsCheck;
using FsCheck.Fluent;

namespace FeedbackLab.Analysis.Tests.Themes.Rules;

/// <summary>KH Coder's coding rules, each form on comments of our own.</summary>
public sealed class RuleTests
{
    private static readonly Comment Comment = Samples.Comment(
        "会議の時期が遅い。職員が会議を開いた。\n家族は不安を訴えたが、連絡は早かった。",
        "みさき",
        2024,
        attributes: [new CommentAttribute("圏域", "北"), new CommentAttribute("人数", "１２"), new CommentAttribute(CommentAttribute.Heading, "課題"), new CommentAttribute(CommentAttribute.Heading, "会議について"), new CommentAttribute("見出し3", "まとめ")]);

    private static readonly RuleUnit Unit = RuleUnit.Of([Comment])[0];

    [Theory]
    [InlineData("会議", 2)]
    [InlineData("開く", 1)]
    [InlineData("開いた", 0)]
    [InlineData("存在しない語", 0)]
    [InlineData("会議-->サ変名詞", 2)]
    [InlineData("会議-->名詞", 0)]
    [InlineData("職員-->名詞", 1)]
    [InlineData("開く-->動詞", 1)]
    [InlineData("開く->連用タ接続", 1)]
    [InlineData("開く-->動詞->連用タ接続", 1)]
    [InlineData("開く-->動詞->未然形", 0)]
    [InlineData("開く-->名詞->連用タ接続", 0)]
    [InlineData("開く-->動詞->連用タ接続=>開い", 1)]
    [InlineData("開く->未然形", 0)]
    [InlineData("早い=>早かっ", 1)]
    [InlineData("早い=>早い", 0)]
    [InlineData("早い-->形容詞=>早かっ", 1)]
    [InlineData("会議+の+時期", 1)]
    [InlineData("会議+時期", 0)]
    [InlineData("near(会議-時期)", 2)]
    [InlineData("near(会議-時期)[5]", 1)]
    [InlineData("near(時期-会議)[2]", 1)]
    [InlineData("near(時期-会議)[1]", 0)]
    [InlineData("seq(時期-会議)[0]", 1)]
    [InlineData("seq(時期-会議)[3]", 0)]
    [InlineData("seq(会議-時期)[2]", 1)]
    [InlineData("near(職員-時期)[b]", 0)]
    [InlineData("near(職員-会議)[b2]", 1)]
    [InlineData("near(会議-家族)[d0]", 0)]
    [InlineData("near(会議-家族)[0]", 2)]
    [InlineData("near(家族-不安-連絡)[d6]", 1)]
    [InlineData("near(家族-連絡-不安)[d6]", 1)]
    [InlineData("near(連絡-家族-不安)[d6]", 1)]
    [InlineData("near(不安-連絡-家族)[d2]", 0)]
    [InlineData("near(家族-家族)", 0)]
    [InlineData("seq(家族-不安-連絡)[6]", 1)]
    [InlineData("seq(家族-連絡-不安)[6]", 0)]
    [InlineData("'が遅い'", 1)]
    [InlineData("\"会議\"", 2)]
    [InlineData("'会議　を'", 0)]
    [InlineData("<>圏域-->北", 1)]
    [InlineData("<>圏域-->南", 0)]
    [InlineData("<>回答者-->みさき", 1)]
    [InlineData("<>年度-->2024", 1)]
    [InlineData("<>人数<>", 12)]
    [InlineData("<>人数<> > 10", 1)]
    [InlineData("<>見出し1-->課題", 1)]
    [InlineData("<>heading2-->会議について", 1)]
    [InlineData("<>見出し2-->課題", 0)]
    [InlineData("<>見出し3-->まとめ", 1)]
    [InlineData("lc == 39", 1)]
    [InlineData("No.", 1)]
    [InlineData("会議 + 家族", 3)]
    [InlineData("会議 * 3 - 1", 5)]
    [InlineData("会議 / 0", 0)]
    [InlineData("会議 + 家族 * 2 > 3", 1)]
    [InlineData("不在 | 会議", 1)]
    [InlineData("不在 or 会議 and 不在", 0)]
    [InlineData("会議 or 会議 and 不在", 1)]
    [InlineData("( 会議 or 会議 ) and 不在", 0)]
    [InlineData("（会議 or 会議） and 不在", 0)]
    [InlineData("(会議 or 会議） and 家族", 1)]
    [InlineData("not （不在）", 1)]
    [InlineData("near（会議-時期）[5]", 1)]
    [InlineData("（near(会議-時期)[5]）", 1)]
    [InlineData("早い-->形容詞（非自立）", 0)]
    [InlineData("(早い-->形容詞(非自立)) or 会議", 1)]
    [InlineData("it's or 会議", 1)]
    [InlineData("5\" and 会議", 0)]
    [InlineData("会議+'の'+時期", 1)]
    [InlineData("会議-->'サ変名詞'", 2)]
    [InlineData("<>'圏域'-->\"北\"", 1)]
    [InlineData("near('会議' - '時期')[5]", 1)]
    [InlineData("!'が遅い'", 0)]
    [InlineData("not 不在", 1)]
    [InlineData("not 会議 > 5", 1)]
    [InlineData("! 会議 + 1", 1)]
    [InlineData("会議 &! 不在", 1)]
    [InlineData("会議 & ! 不在", 1)]
    [InlineData("不在 |! 不在", 1)]
    [InlineData("不在 |! 会議 & 家族", 0)]
    [InlineData("不在 |! 不在 & 家族", 1)]
    [InlineData("不在 |! 不在 and 空席", 0)]
    [InlineData("会議 |! 不在 and 空席", 1)]
    [InlineData("不在 |! 不在 == 0", 0)]
    [InlineData("不在 |! 会議 == 0", 1)]
    [InlineData("会議 &! 不在 > 1", 0)]
    [InlineData("会議 &! 不在 + 1 > 1", 1)]
    [InlineData("会議 &! 家族 | 会議", 1)]
    [InlineData("会議　and　家族", 1)]
    [InlineData("会議 AND NOT 不在", 1)]
    public void A_condition_has_the_value_that_the_language_gives_it(string condition, double value) =>
        Assert.Equal(value, Apply($"＊試し\n{condition}")[0].Value);

    [Fact]
    public void Characters_are_counted_as_people_see_them_and_not_as_they_are_stored() =>
        Assert.Equal(10, RuleEvaluator.Apply(RuleFile.Read("＊a\nlc"), RuleUnit.Of([Samples.Comment("𠮷田さんは元気です😀")])[0])[0].Value);

    [Fact]
    public void Nouns_of_one_kanji_are_a_class_of_their_own()
    {
        var unit = RuleUnit.Of([Samples.Comment("庭とりんごと野菜とパンを買う。")])[0];
        Assert.Equal(
            [0, 0, 1, 0, 1, 0, 1, 0, 1],
            RuleEvaluator.Apply(RuleFile.Read("＊a\n庭-->名詞\n＊b\n庭-->名詞B\n＊c\n庭-->名詞C\n＊d\nりんご-->名詞C\n＊e\nりんご-->名詞B\n＊f\n野菜-->名詞C\n＊g\n野菜-->名詞\n＊h\nパン-->名詞C\n＊i\nパン-->名詞"), unit).Select(o => o.Value));
    }

    [Theory]
    [InlineData("5", "<>点<>", true)]
    [InlineData("-2", "<>点<>", false)]
    [InlineData("-2", "( <>点<> )", false)]
    [InlineData("-2", "not <>点<>", true)]
    [InlineData("-2", "<>点<> or 不在", false)]
    [InlineData("-2", "会議 and <>点<>", false)]
    [InlineData("-2", "<>点<> < 0", true)]
    [InlineData("-2", "<>点<> + 1", true)]
    [InlineData("0", "<>点<>", false)]
    [InlineData("1,200", "<>点<> == 1200", true)]
    [InlineData("-１，２００．５", "<>点<> < 0 - 1200", true)]
    [InlineData("1,2", "<>点<> == 0", true)]
    [InlineData("1,200円", "<>点<> == 0", true)]
    public void A_number_holds_above_0_and_has_commas_between_thousands(string value, string condition, bool holds) =>
        Assert.Equal(holds, RuleEvaluator.Apply(RuleFile.Read("＊a\n" + condition), RuleUnit.Of([Samples.Comment("会議。", attributes: new CommentAttribute("点", value))])[0])[0].IsYes);

    [Fact]
    public void Codes_use_earlier_ones_and_lines_are_joined()
    {
        var outcomes = Apply("\uFEFF# 注\n＊会議\n会議\n\n*遅い会議\n<＊会議>\n  and 遅い\r\n＊ほか\nnot <*遅い会議>");
        Assert.Equal([true, true, false], outcomes.Select(o => o.IsYes));
    }

    [Fact]
    public void What_matched_is_told_and_what_failed_too()
    {
        var yes = Apply("＊a\n会議 and 遅い or 不在")[0];
        Assert.Equal(["会議", "遅い", "会議"], yes.Spans.Select(s => Comment.Text[s.Start..s.End]));
        Assert.Empty(yes.Failing);
        var no = Apply("＊a\n会議 and ( 不在 or 空席 ) and not 家族")[0];
        Assert.Equal([9, 15, 24], no.Failing.Select(f => f.Node.At));
        Assert.Equal(new TextSpan(0, 5), Apply("＊a\nseq(会議-時期)")[0].Spans[0]);
    }

    [Theory]
    [InlineData("会議", 1, 1)]
    [InlineData("＊a\n会議\n＊a\n家族", 3, 1)]
    [InlineData("＊a\n\n＊b\n会議", 1, 1)]
    [InlineData("＊a\n会議 家族", 2, 4)]
    [InlineData("＊a\n会議 and", 2, 7)]
    [InlineData("＊a\n会議\nor ( 家族", 3, 4)]
    [InlineData("＊a\n会議 )", 2, 4)]
    [InlineData("＊a\nand 会議", 2, 1)]
    [InlineData("＊a\n<＊b>", 2, 1)]
    [InlineData("＊a\n<＊a>", 2, 1)]
    [InlineData("＊a\n'会議", 2, 1)]
    [InlineData("＊a\n会議 or\n家族 and \"連絡", 3, 8)]
    [InlineData("＊a\n会議-->'名詞 or 家族", 2, 6)]
    [InlineData("＊a\n'会議's or 家族", 2, 1)]
    [InlineData("＊a\n''", 2, 1)]
    [InlineData("＊a\n会議）", 2, 3)]
    [InlineData("＊a\n<>圏域", 2, 1)]
    [InlineData("＊a\nnear(会議-)", 2, 1)]
    [InlineData("＊a\nnear(会議-家族)[x]", 2, 1)]
    [InlineData("＊a\n会議+", 2, 1)]
    [InlineData("＊a\n会議-->", 2, 1)]
    [InlineData("＊a\n会議-->名詞->", 2, 1)]
    [InlineData("", 1, 1)]
    public void What_cannot_be_read_is_refused_with_its_line_and_column(string text, int line, int column)
    {
        var failure = Assert.Throws<RuleException>(() => RuleFile.Read(text));
        Assert.Equal((line, column), (failure.Line, failure.Column));
    }

    [Fact]
    public void Any_text_is_read_or_refused_and_any_rule_is_answered()
    {
        string[] parts = ["会議", "家族", " and ", " or ", " not ", "!", "( ", " )", "near(", "seq(", "-", "[b3]", "[", "]", "'", "\"", "<>", "-->", "<＊a>", " > ", " 3", "+", " + ", "\n", "＊b\n", "　", "\uD800", "\0", "lc", " / ", "=>"];
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(20261121, 11), Prop.ForAll(
            Gen.Choose(0, parts.Length - 1).ArrayOf().ToArbitrary(),
            numbers =>
            {
                try
                {
                    return RuleEvaluator.Apply(RuleFile.Read("＊a\n会議\n＊c\n" + string.Concat(numbers.Select(n => parts[n]))), Unit)
                        .All(o => double.IsFinite(o.Value) && o.Spans.All(s => s.Start < s.End && s.End <= Comment.Text.Length));
                }
                catch (RuleException)
                {
                    return true;
                }
            }));
    }

    [Theory]
    [InlineData("（不在 or 欠席）", "不在|欠席")]
    [InlineData("(不在 and not (会議 or 家族))", "不在|not (会議 or 家族)")]
    [InlineData("不在+の+席 > 3 and 会議", "不在+の+席 > 3")]
    [InlineData("( '欠席' ) and near(不在-会議)[3]", "'欠席'|near(不在-会議)[3]")]
    public void What_failed_is_told_as_it_is_written(string condition, string failing)
    {
        var code = RuleFile.Read("＊a\n" + condition).Codes[0];
        Assert.Equal(failing, string.Join('|', Apply("＊a\n" + condition)[0].Failing.Select(f => code.Written(f.Node))));
    }

    [Fact]
    public void Names_of_codes_have_marks_and_parentheses_as_other_words() =>
        Assert.Equal([2, 1, 1, 1], Apply("＊O'R\n会議\n＊料（月）\n<＊O'R> and 家族\n＊b)\n(<＊料（月）>)\n＊c\n（<＊O'R> and <＊b)>）").Select(o => o.Value));

    [Fact]
    public void Parentheses_in_one_another_end_somewhere_and_so_do_exclamation_marks()
    {
        Assert.Throws<RuleException>(() => RuleFile.Read("＊a\n" + string.Concat(Enumerable.Repeat("( ", 100_000)) + "会議"));
        Assert.Throws<RuleException>(() => RuleFile.Read("＊a\n" + new string('!', 100_000) + "会議"));
    }

    [Fact]
    public void Near_finds_what_trying_every_choice_of_words_finds() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20261121, 13), Prop.ForAll(
            Gen.Choose(0, 3).ArrayOf().ToArbitrary(),
            Gen.Choose(0, 11).ArrayOf(4).ToArbitrary(),
            (words, options) =>
            {
                string[] vocabulary = ["会議", "家族", "職員", "連絡"];
                var text = string.Join('。', words.Chunk(3).Select(c => string.Join('と', c.Select(w => vocabulary[w]))));
                if (text.Length == 0)
                {
                    return true;
                }

                var unit = RuleUnit.Of([Samples.Comment(text)])[0];
                string[] wanted = [.. options[..3].Select(o => vocabulary[o % 4]).Take(2 + (options[0] % 2))];
                var (isInOrder, distance, inSentence) = (options[1] % 2 == 0, options[3], options[2] % 3 == 0);
                var rule = $"{(isInOrder ? "seq" : "near")}({string.Join('-', wanted)})[{(inSentence ? "b" : "")}{distance}]";
                return RuleEvaluator.Apply(RuleFile.Read("＊a\n" + rule), unit)[0].Value == ByTrying(unit, wanted, isInOrder, distance, inSentence);
            }));

    [Fact]
    public void Words_that_are_near_each_other_are_so_in_whatever_order_they_are_listed()
    {
        // 会社 1, 電話 5, 連絡 9: from the first to the last it is farther than 4.
        var unit = RuleUnit.Of([Samples.Comment("会社は北の電話と東の連絡だ")])[0];
        string[] orders = ["会社-電話-連絡", "会社-連絡-電話", "電話-会社-連絡", "電話-連絡-会社", "連絡-会社-電話", "連絡-電話-会社"];
        Assert.All(orders, o => Assert.Equal([1, 0], RuleEvaluator.Apply(RuleFile.Read($"＊a\nnear({o})[4]\n＊b\nnear({o})[3]"), unit).Select(r => r.Value)));
        Assert.Equal(new TextSpan(0, 12), RuleEvaluator.Apply(RuleFile.Read("＊a\nnear(連絡-会社-電話)[4]"), unit)[0].Spans[0]);
    }

    [Fact]
    public void Lint_tells_what_may_not_be_meant()
    {
        var rules = RuleFile.Read("＊a\n会議 or 家族 and 連絡\n＊b\n利用料 or 会義\n＊c\nnear(会議) and 時期\n＊d\n会議");
        var units = RuleUnit.Of([Comment, Samples.Comment("会議の時期。利用の料。", line: 2), Samples.Comment("会議だけ。", line: 3)]);
        var warnings = RuleLint.Of(rules, units, [.. units.Select(u => RuleEvaluator.Apply(rules, u))]);
        Assert.Equal([(2, 10), (4, 1), (4, 1), (4, 8), (6, 1), (6, 1), (6, 1)], warnings.Where(w => w.Code != "＊d").Select(w => (w.Line, w.Column)));
        Assert.All(warnings.Zip(["結びつきます", "利用+料", "一つもありません", "会議", "二つ以上", "すべて", "すべて"]), w => Assert.Contains(w.Second, w.First.What.Ja, StringComparison.Ordinal));
    }

    private static System.Collections.Immutable.ImmutableArray<RuleOutcome> Apply(string rules) => RuleEvaluator.Apply(RuleFile.Read(rules), Unit);

    private static int ByTrying(RuleUnit unit, string[] wanted, bool isInOrder, int distance, bool inSentence)
    {
        var places = wanted.Select(w => Enumerable.Range(0, unit.Words.Length).Where(i => unit.Words[i].Base == w).ToList()).ToList();
        IEnumerable<int[]> choices = [[]];
        foreach (var place in places)
        {
            choices = choices.SelectMany(c => place.Select(p => (int[])[.. c, p]));
        }

        return choices
            .Where(c => c.Distinct().Count() == c.Length)
            .Select(c => (First: c[0], Places: isInOrder ? c : [.. c.Order()]))
            .Where(c => c.Places.Zip(c.Places.Skip(1)).All(p =>
                (distance == 0 || Math.Abs(p.Second - p.First) <= distance)
                && (!isInOrder || p.Second > p.First)
                && (!inSentence || unit.Words[p.First].Sentence == unit.Words[p.Second].Sentence)))
            .Select(c => c.First).Distinct().Count();
    }
}
