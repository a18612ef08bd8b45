using System.Text.Json;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;
using FeedbackLab.Ingest.Mapping;

namespace FeedbackLab.Ingest.Tests.Mapping;

public sealed class MappingTests
{
    private const string LastYear = "施設,区分,日頃の思い\nみさき,北,会議が多い。\nはまべ,南,記録が大変だ。\n";

    [Fact]
    public void What_was_written_is_read_back()
    {
        var mapping = new ImportMapping(
        [
            new SourceMapping("回答: \"令和\\7\".csv", "cp932", 2025, false, [new SheetMapping(null, 3, 2, [new ColumnReading("設問１：\n困っていること #1", ColumnRole.Text), new ColumnReading("- 氏名", ColumnRole.Personal)])]),
            new SourceMapping("会議録.txt", "utf-8", null, true, []),
        ]);

        Assert.Equal(JsonSerializer.Serialize(mapping), JsonSerializer.Serialize(MappingYaml.Read(MappingYaml.Write(mapping))));
    }

    [Fact]
    public void Next_years_file_is_read_as_the_mapping_says()
    {
        var first = Folder.Read("r6.csv", LastYear);
        var yaml = MappingYaml.Write(new ImportMapping([first.Sources[0].Mapping!])).Replace("header: \"施設\"\n            role: respondent", "header: \"施設\"\n            role: attribute", StringComparison.Ordinal);
        var next = Folder.Read("r7.csv", "区分,日頃の思い,施設,新しい列\n北,ようやく慣れた。,みさき,あり\n", new ReadOptions { Mapping = MappingYaml.Read(yaml) });

        var comment = Assert.Single(next.Comments);
        Assert.Null(comment.Respondent);
        Assert.Equal("ようやく慣れた。", comment.Text);
        Assert.Contains("新しい列", Assert.Single(next.Problems).What.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void The_header_row_that_the_mapping_names_is_taken()
    {
        var mapping = new ImportMapping([new SourceMapping("a.csv", null, null, true, [new SheetMapping(null, 2, 1, [new ColumnReading("声", ColumnRole.Text)])])]);
        var corpus = Folder.Read("a.csv", "回答,一覧\n番号,声\n1,よい\n", new ReadOptions { Mapping = mapping });

        Assert.Equal("よい", Assert.Single(corpus.Comments).Text);
    }

    [Theory]
    [InlineData("sources:\n  - file: a\n    sheets:\n      - header-row: 0\n", 4)]
    [InlineData("sources:\n  - file: a\n    sheets:\n      - columns:\n          - header: x\n            role: opinion\n", 5)]
    [InlineData("sources:\n  - file: a\n    colums: x\n", 3)]
    [InlineData("columns: []\n", 1)]
    [InlineData("sources: [\n", 1)]
    public void A_wrong_mapping_is_told_by_line(string yaml, int line) =>
        Assert.Equal(line, Assert.Throws<DefinitionException>(() => MappingYaml.Read(yaml)).Line);
}
