using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Themes.Rules;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;

namespace FeedbackLab.Analysis.Tests.Themes.Rules;

public sealed class RuleCodebookTests
{
    private const string Yaml = """
        name: 試し
        codes:
        - {id: money, name: お金, codable: false}
        - {id: fees, name: 利用 料, parent: money, definition: "払うお金\n# 料金", terms: [利用料, "親の'会'費"], rules: ["near(料金-高い)[5] or 会費", "not 無料"]}
        - {id: also, name: 料金の話, rules: ["<＊fees> and 負担"]}
        - {id: same, name: 料金の話, terms: [会議]}
        - {id: empty, name: 語なし}
        - {id: away, name: 外すだけ, rules: ["not 花"]}
        """;

    private static readonly string[] Texts = ["利用料が高い。", "料金が少し高いと言われる。", "料金は高いが無料の日もある。", "会費の負担が重い。", "親の'会'費を払う。", "会議が多い。", "花がきれい。"];

    [Fact]
    public void A_codebook_goes_out_as_rules_that_give_the_same()
    {
        var codebook = CodebookReader.Read(Yaml);
        var (text, losses) = RuleCodebook.Write(codebook);
        Assert.Equal(["お金", "利用 料", "語なし", "外すだけ"], losses.Select(l => l.Ja[(l.Ja.IndexOf('「', StringComparison.Ordinal) + 1)..l.Ja.IndexOf('」', StringComparison.Ordinal)]));
        var file = RuleFile.Read(text);
        Assert.Equal(["＊利用_料_ルール", "＊利用_料", "＊料金の話", "＊料金の話_same"], file.Codes.Select(c => c.Name));
        Assert.Equal(["0100", "1100", "0000", "1110", "0100", "0001", "0000"], Given(file));
        Assert.DoesNotContain('\r', text);
    }

    [Fact]
    public void A_reference_goes_out_as_what_it_means_in_the_codebook()
    {
        var codebook = CodebookReader.Read("""
            codes:
            - {id: fees, name: 利用料(月), terms: [自己負担], rules: [会費]}
            - {id: away, name: 外すだけ, rules: ["not 花"]}
            - {id: talk, name: 話, rules: ["<＊fees> and 話 or <\"＊away\">", "!<*away> and 会議"]}
            """);
        string[] texts = ["会費の話。", "自己負担の話。", "花の話。", "会議だ。"];
        var (text, losses) = RuleCodebook.Write(codebook);
        var file = RuleFile.Read(text);
        Assert.Equal(["＊利用料（月）_ルール", "＊利用料（月）", "＊話"], file.Codes.Select(c => c.Name));
        Assert.Equal(["111", "010", "000", "001"], Given(file, texts));
        Assert.Contains("利用料（月）_ルール", losses[0].Ja, StringComparison.Ordinal);
        Assert.Equal(
            Given(file, texts).Select(g => g[2] == '1'),
            RuleUnit.Of(Comments(texts)).Select(u => CodebookRules.Of(codebook)!.Apply(u).Any(v => v is { Code: "talk", IsGiven: true })));
    }

    [Fact]
    public void A_rule_refers_to_no_code_that_comments_cannot_have() =>
        Assert.Throws<DefinitionException>(() => CodebookReader.Read("codes:\n- {id: a, name: a, codable: false, rules: [会議]}\n- {id: b, name: b, rules: [<＊a>]}\n"));

    [Fact]
    public void Rules_come_in_as_a_codebook_that_gives_the_same()
    {
        var file = RuleFile.Read("# 見出し\n＊送迎\n送迎 | 車\n\n*夜\nnot 昼 and ( 夜 or 不安 )\n＊昼でない\nnot 昼\n＊どちらも 二つ\n<＊送迎> & <*夜>\n＊ほか\n<\"＊どちらも 二つ\"> |! <'＊送迎'>\n");
        var codebook = RuleCodebook.Read(file, "規則");
        Assert.Equal(["送迎", "夜", "昼でない", "どちらも 二つ", "ほか"], codebook.Codes.Select(c => c.Name.Ja));
        Assert.Equal(codebook.Codes.Select(c => c.Id), RuleCodebook.Read(file, "別の名").Codes.Select(c => c.Id));

        // As YAML too, where a rule that begins with not would take its code away.
        var rules = CodebookRules.Of(CodebookReader.Read(CodebookWriter.Yaml(codebook)))!;
        string[] texts = ["車が来ない。", "夜の車が不安。", "昼の送迎。", "花。"];
        Assert.Equal(
            Given(file, texts),
            RuleUnit.Of(Comments(texts)).Select(u => string.Concat(codebook.Codes.Select(c => rules.Apply(u).Any(v => v.Code == c.Id && v.IsGiven) ? '1' : '0'))));
    }

    [Fact]
    public void The_codebook_of_the_field_goes_out_and_comes_back()
    {
        var (text, losses) = RuleCodebook.Write(CodebookReader.Default);
        Assert.Empty(losses);
        var file = RuleFile.Read(text);
        Assert.Equal(CodebookReader.Default.Codes.Select(c => c.Name.Ja), RuleCodebook.Read(file, "b").Codes.Select(c => c.Name.Ja));
    }

    private static List<string> Given(RuleFile file, params string[] texts) =>
        [.. RuleUnit.Of(Comments(texts.Length == 0 ? Texts : texts)).Select(u => string.Concat(RuleEvaluator.Apply(file, u).Select(o => o.IsYes ? '1' : '0')))];

    private static List<Comment> Comments(string[] texts) =>
        [.. texts.Select((t, i) => new Comment($"c{i}", "x", CommentKind.Answer, null, null, null, null, new Place(i + 1, i + 1), t, []))];
}
