using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Definitions;

namespace FeedbackLab.Analysis.Tests.Themes.Codebooks;

public sealed class CodebookReaderTests
{
    [Fact]
    public void The_codebook_of_this_field_has_twelve_to_sixteen_codes_in_both_languages()
    {
        var codebook = CodebookReader.Default;
        Assert.InRange(codebook.Codes.Length, 12, 16);
        Assert.All(codebook.Codes, code =>
        {
            Assert.NotEqual(code.Name.Ja, code.Name.En);
            Assert.NotEmpty(code.Definition.Ja);
            Assert.NotEmpty(code.Include);
            Assert.NotEmpty(code.Exclude);
            Assert.NotEmpty(code.Terms);
        });
        Assert.Superset(new HashSet<string> { "handover", "fees", "life" }, codebook.Codes.Select(c => c.Id).ToHashSet());
    }

    [Fact]
    public void A_bare_json_list_is_a_codebook_and_one_name_stands_for_both_languages()
    {
        var codebook = CodebookReader.Read("""[{"id": "A", "name": "研修", "definition": "研修の話", "include": "講習", "exclude": "会議"}]""");
        var code = Assert.Single(codebook.Codes);
        Assert.Equal(("A", "研修", "研修", "講習", "会議"), (code.Id, code.Name.Ja, code.Name.En, code.Include, code.Exclude));
        Assert.Empty(code.Terms);
    }

    [Fact]
    public void Yaml_with_names_in_two_languages_terms_and_examples_is_read()
    {
        var codebook = CodebookReader.Read(
            "name: 試し\ncodes:\n  - id: a\n    name: {ja: 研修, en: Training}\n    include: [講習, 勉強会]\n    terms: [研修]\n    examples: [研修を増やす]\n");
        var code = Assert.Single(codebook.Codes);
        Assert.Equal(("試し", "Training", "講習、勉強会"), (codebook.Name, code.Name.En, code.Include));
        Assert.Equal(["研修を増やす"], code.Examples.AsEnumerable());
    }

    [Fact]
    public void Rare_kanji_are_written_into_yaml_as_they_are()
    {
        var yaml = CodebookWriter.Yaml(CodebookReader.Read("name: \U00020BB7野家\ncodes:\n- {id: a, name: \U00020BB7, include: \"\U0001F600\\n\\u200b\\\"\"}\n"));
        Assert.Contains("name: \"\U00020BB7野家\"", yaml, StringComparison.Ordinal);
        Assert.DoesNotContain("\\uD8", yaml, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("\U0001F600\n\u200B\"", CodebookReader.Read(yaml).Codes[0].Include);
    }

    [Theory]
    [InlineData("codes:\n- id: a\n  name: x\n- id: a\n  name: y", 4)]
    [InlineData("codes:\n- id: a b\n  name: x", 2)]
    [InlineData("codes:\n- id: a", 2)]
    [InlineData("codes:\n- id: a\n  name: x\n  term: [y]", 4)]
    [InlineData("codes:\n- id: a\n  name: [x]", 3)]
    [InlineData("codes: []", 1)]
    [InlineData("name: x", 1)]
    [InlineData("", 1)]
    [InlineData("codes:\n- id: a\n  name: x\n  name: y", 4)]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", 1)]
    [InlineData("name: x\ncodes: [{id: a, name: x}, b: [c]\nname: [d]\n", 2)]
    public void What_is_no_codebook_is_refused_with_its_line(string text, int line)
    {
        var failure = Assert.Throws<DefinitionException>(() => CodebookReader.Read(text));
        Assert.Equal(line, failure.Line);
        Assert.NotEmpty(failure.What.Ja);
        Assert.NotEqual(failure.What.Ja, failure.What.En);
    }
}
