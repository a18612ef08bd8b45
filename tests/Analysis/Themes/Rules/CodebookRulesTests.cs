using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Themes;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Themes.Rules;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;

namespace FeedbackLab.Analysis.Tests.Themes.Rules;

/// <summary>Rules inside a codebook, beside its terms.</summary>
public sealed class CodebookRulesTests
{
    private const string Yaml = """
        name: 試し
        codes:
        - id: fees
          name: 利用料
          terms: [利用料]
          rules:
          - 会費 or near(料金-高い)[5]
          - not 無料
        - id: meeting
          name: 会議
          terms: [会議]
        - id: both
          name: 料金の会議
          rules: "<＊fees> and 会議"
        """;

    private static readonly Codebook Book = CodebookReader.Read(Yaml);

    [Theory]
    [InlineData("会費が上がった。", "fees:会費")]
    [InlineData("料金がとても高い。", "fees:料金がとても高い")]
    [InlineData("会費は無料だ。", "-fees:無料")]
    [InlineData("会議の会費の話。", "fees:会費 both:会議|会費")]
    [InlineData("無料の会議で会費の話。", "-fees:無料")]
    [InlineData("天気の話。", "")]
    public void A_rule_gives_the_code_or_takes_it_away_with_the_words_that_matched(string text, string expected)
    {
        var unit = RuleUnit.Of([Samples.Comment(text)])[0];
        Assert.Equal(expected, string.Join(' ', CodebookRules.Of(Book)!.Apply(unit).Select(v =>
            $"{(v.IsGiven ? "" : "-")}{v.Code}:{string.Join('|', v.Evidence.Select(e => text[e.Start..e.End]))}")));
    }

    [Fact]
    public void Of_prototype_rule_and_person_the_later_one_decides()
    {
        Comment[] comments =
        [
            Samples.Comment("利用料の説明が難しい。", line: 1), Samples.Comment("利用料は無料だ。", line: 2), Samples.Comment("会費の話。", line: 3), Samples.Comment("会費の話だけ。", line: 4), Samples.Comment("会議が多い。", line: 5),
        ];
        var decided = new Dictionary<string, CodedComment> { [comments[3].Id] = new([], ["fees"]), [comments[1].Id] = new(["fees"], [], IsComplete: true) };
        var findings = FeedbackAnalysis.Run(Samples.Corpus(comments), Book, Samples.ByCharacterClass(), new AnalysisOptions { Clusters = 1, Runs = 1 }, decided: decided);
        var codes = findings.Comments.ToDictionary(c => c.Comment.Text, c => c.Codings.ToDictionary(k => k.Code));

        // By the prototype; by a person against the rule; by the rule; by a person against the rule; and a comment that no rule speaks of.
        Assert.Null(codes["利用料の説明が難しい。"]["fees"].Rule);
        Assert.Equal(CodingState.Accepted, codes["利用料は無料だ。"]["fees"].State);
        Assert.Equal("会費 or near(料金-高い)[5]", codes["会費の話。"]["fees"].Rule);
        Assert.Equal([new TextSpan(0, 2)], codes["会費の話。"]["fees"].Evidence.AsEnumerable());
        Assert.False(codes["会費の話だけ。"].ContainsKey("fees"));
        Assert.Null(codes["会議が多い。"]["meeting"].Rule);
    }

    [Fact]
    public void A_rule_that_takes_away_takes_the_prototypes_code()
    {
        Comment[] comments = [Samples.Comment("利用料は無料だ。", line: 1), Samples.Comment("利用料は高い。", line: 2)];
        var findings = FeedbackAnalysis.Run(Samples.Corpus(comments), Book, Samples.ByCharacterClass(), new AnalysisOptions { Clusters = 1, Runs = 1 });
        Assert.Equal([0, 1], findings.Comments.Select(c => c.Codings.Count(k => k.Code == "fees")));
    }

    [Fact]
    public void Codes_of_rules_come_first_in_what_is_offered_and_are_given_beyond_the_limit()
    {
        var proposal = new CommentProposal([new Coding("a", 0.5, []), new Coding("meeting", 0.4, [])], [new Coding("a", 0.5, []), new Coding("meeting", 0.4, []), new Coding("b", 0.1, [])], 0.1, []);
        var rules = RuleCoding.Of([Samples.Comment("会議の会費の話。")], Book);
        var most = Assert.Single(rules.Apply([proposal], new Dictionary<int, CodedComment>(), mostCodes: 1));
        Assert.Equal(["fees", "both"], most.Codings.Select(c => c.Code));
        Assert.Equal(["fees", "both", "a"], most.Offered.Select(c => c.Code));
        Assert.Equal(["fees", "both", "a"], rules.Apply([proposal], new Dictionary<int, CodedComment>(), mostCodes: 3)[0].Codings.Select(c => c.Code));
        var without = RuleCoding.Of([Samples.Comment("会議")], Book with { Codes = [Book.Codes[1]] });
        Assert.Same(proposal, without.Apply([proposal], new Dictionary<int, CodedComment>(), 3)[0]);
    }

    [Theory]
    [InlineData("codes:\n- id: a\n  name: a\n  rules:\n  - 会議\n  - ( 会議\n", 6, "2 字目", "1 字目")]
    [InlineData("codes:\n- {id: a, name: a, rules: [<＊b>]}\n- {id: b, name: b, rules: [会議]}\n", 2, "＊b", "1 字目")]
    [InlineData("codes:\n- id: a\n  name: a\n  rules: No. > 3\n", 4, "No.", "1 字目")]
    public void A_rule_that_cannot_be_read_is_told_with_its_line_and_character(string yaml, int line, string either, string or)
    {
        var failure = Assert.Throws<DefinitionException>(() => CodebookReader.Read(yaml));
        Assert.Equal(line, failure.Line);
        Assert.True(failure.What.Ja.Contains(either, StringComparison.Ordinal) || failure.What.Ja.Contains(or, StringComparison.Ordinal), failure.What.Ja);
        Assert.NotEqual(failure.What.Ja, failure.What.En);
    }

    [Theory]
    [InlineData("利用料", "利用+料")]
    [InlineData("開いた or 会議", "「開い")]
    [InlineData("会議 or 家族 and 連絡", "先に結びつきます")]
    [InlineData("会議 and not 会議", "どの意見にも合いません")]
    [InlineData("( 会議 and near(家族-連絡)[3] ) and not ( near(家族-連絡)[3] )", "どの意見にも合いません")]
    [InlineData("near(会議)", "二つ以上")]
    public void What_a_rule_may_not_mean_is_told_without_any_comment(string rule, string told)
    {
        var warnings = CodebookCheck.Of(CodebookReader.Read($"codes:\n- id: a\n  name: a\n  definition: 会議の話\n  include: x\n  rules: \"{rule}\"\n"));
        if (rule.Contains("開いた", StringComparison.Ordinal))
        {
            told = "一語として切れません";
        }

        Assert.Contains(told, Assert.Single(warnings).What.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sound_rule_is_told_nothing_of()
    {
        Assert.Empty(CodebookCheck.Of(CodebookReader.Read("codes:\n- {id: a, name: a, definition: 会議の話, include: x, rules: [会議 and not 家族, not 連絡]}\n")));

        // A rule that gives the code says what is in, one that takes it away does not.
        Assert.Empty(CodebookCheck.Of(CodebookReader.Read("codes:\n- {id: a, name: a, rules: [会議]}\n")));
        Assert.Equal(2, CodebookCheck.Of(CodebookReader.Read("codes:\n- {id: a, name: a, rules: [not 会議]}\n")).Length);
    }

    [Fact]
    public void What_comments_say_of_rules_is_told_by_code_and_number()
    {
        var book = CodebookReader.Read("codes:\n- {id: a, name: a, rules: [会議, 会義, not 家族]}\n- {id: b, name: 連絡, rules: [会議 or 連絡]}\n");
        var warnings = CodebookCheck.Of(book, [Samples.Comment("会議と家族。", line: 1), Samples.Comment("会議だけ。", line: 2), Samples.Comment("連絡だけ。", line: 3)]);
        Assert.Equal(["a", "a", "a"], warnings.Select(w => w.Code));
        Assert.Contains(warnings, w => w.What.Ja.StartsWith("ルール1 の 1 字目: 「a」のルール1の 2 件は、すべて「連絡」のルール1でもあります", StringComparison.Ordinal));
        Assert.Contains(warnings, w => w.What.Ja.Contains("「会義」という語はどの意見にもありません", StringComparison.Ordinal) && w.What.Ja.Contains("会議", StringComparison.Ordinal));
        Assert.Contains(warnings, w => w.What.Ja.Contains("「a」のルール2に合う意見は一つもありません", StringComparison.Ordinal));
        Assert.Empty(CodebookCheck.Of(book, []));
    }
}
