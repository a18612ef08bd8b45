using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;
using FsCheck;
using FsCheck.Fluent;

namespace FeedbackLab.Analysis.Tests.Themes.Codebooks;

public sealed class CodebookExchangeTests
{
    private static readonly XNamespace Space = "urn:QDA-XML:codebook:1.0";

    private static readonly Codebook Sample = new(
        "試し \"引用\"",
        [
            Code("life", "生活") with { IsCodable = false, Color = "#1f4e79" },
            Code("bus", "送迎") with
            {
                Parent = "life",
                Name = new BilingualText("送迎", "Transport"),
                Definition = new BilingualText("送り迎え\n車の話", "Bringing people"),
                Include = "車: 家族の車",
                Exclude = "通勤は「職場」",
                Terms = ["送迎", "車 - 家族"],
                Examples = ["送迎が足りない。"],
                Rules = ["車 | 送迎", "not 'a\\|b'"],
                ExchangeId = new Guid("11111111-2222-4333-8444-555555555555"),
            },
            Code("night", "夜間 <不安> & 𠮷"),
        ]);

    [Fact]
    public void A_codebook_in_yaml_reads_back_equal() => AssertSame(Sample, CodebookReader.Read(CodebookWriter.Yaml(Sample)));

    [Fact]
    public void A_codebook_in_json_reads_back_equal()
    {
        var json = CodebookWriter.Json(Sample);
        AssertSame(Sample, CodebookReader.Read(json));
        Assert.Equal(3, System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("codes").GetArrayLength());
    }

    [Fact]
    public void A_codebook_in_the_exchange_format_reads_back_equal_but_for_its_name()
    {
        var back = QdaCodebook.Read(QdaCodebook.Write(Sample), Sample.Name);
        Assert.Empty(back.Losses);
        AssertSame(Sample, back.Codebook);
    }

    [Fact]
    public void Any_codebook_survives_both_formats()
    {
        string[] words = ["送迎", "a: b", "- c", "#", "\"", "'", "{x}", "[y]", "改行\nの後", "𠮷野家", "🚐", "ｶﾅ", "：", "true", "1.0", "&amp;", "<b>", "é"];
        Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Choose(0, words.Length - 1).ArrayOf().ToArbitrary(),
            numbers =>
            {
                string Word(int i) => numbers.Length == 0 ? "語" : words[numbers[i % numbers.Length]];
                var codes = Enumerable.Range(0, 1 + (numbers.Length / 4)).Select(i => Code("c" + i, Word(i).Trim()) with
                {
                    Definition = new BilingualText(Word(i + 1), Word(i + 5)),
                    Include = Word(i + 2),
                    Terms = [.. Enumerable.Range(0, i % 3).Select(t => Word(i + t))],
                    Parent = i > 1 ? "c" + (i / 2) : null,
                }).ToImmutableArray();
                var book = new Codebook("b", codes);
                AssertSame(book, CodebookReader.Read(CodebookWriter.Yaml(book)));

                // The exchange format nests; codes stand where they stood all the same.
                AssertSame(book, QdaCodebook.Read(QdaCodebook.Write(book), "b").Codebook);
            }));
    }

    [Fact]
    public void The_file_has_the_order_types_and_names_that_the_format_wants()
    {
        var text = QdaCodebook.Write(Sample);
        Assert.DoesNotContain('\r', text);
        var root = XDocument.Parse(text).Root!;
        Assert.Equal(Space + "CodeBook", root.Name);
        Assert.Equal("Codes", Assert.Single(root.Elements()).Name.LocalName);
        foreach (var code in root.Descendants(Space + "Code"))
        {
            Assert.True(Guid.TryParse((string?)code.Attribute("guid"), out _));
            Assert.NotEmpty((string)code.Attribute("name")!);
            Assert.Contains((string)code.Attribute("isCodable")!, new[] { "true", "false" });
            Assert.Matches("^(|#[0-9a-f]{6})$", (string?)code.Attribute("color") ?? string.Empty);
            Assert.True(code.Elements(Space + "Description").Count() <= 1);
            Assert.All(code.Elements(Space + "Description"), d => Assert.Null(d.PreviousNode));
        }

        Assert.Equal("11111111-2222-4333-8444-555555555555", (string?)root.Element(Space + "Codes")!.Element(Space + "Code")!.Element(Space + "Code")!.Attribute("guid"));
        Assert.Equal(QdaCodebook.Write(Sample), text);
    }

    [Fact]
    public void What_is_written_has_the_structure_of_the_standard()
    {
        Assert.Empty(Breaches(QdaCodebook.Write(Sample)));
        Assert.Empty(Breaches(QdaCodebook.Write(CodebookReader.Default)));

        // The schema sees what it is there to see.
        Assert.NotEmpty(Breaches(QdaCodebook.Write(Sample).Replace("isCodable=\"true\"", "isCodable=\"maybe\"", StringComparison.Ordinal)));
        Assert.NotEmpty(Breaches(QdaCodebook.Write(Sample).Replace("color=\"#", "color=\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_file_of_another_program_is_read_and_what_is_lost_is_told()
    {
        var reading = QdaCodebook.Read(
            """
            <?xml version="1.0"?>
            <CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Other"><Codes>
              <Code guid="{AAAAAAAA-0000-0000-0000-000000000001}" name="Support" isCodable="false" color="#F0A"><Code guid="aaaaaaaa-0000-0000-0000-000000000002" name="Fees" isCodable="true"><Description>What people pay.</Description></Code></Code>
            </Codes><Sets><Set guid="aaaaaaaa-0000-0000-0000-000000000003" name="Favourites"><MemberCode guid="aaaaaaaa-0000-0000-0000-000000000002"/></Set></Sets></CodeBook>
            """,
            "other");
        Assert.Contains("Favourites", Assert.Single(reading.Losses).En, StringComparison.Ordinal);
        Assert.Equal([("qaaaaaaaa", null, "#ff00aa", false), ("qaaaaaaaa-2", "qaaaaaaaa", null, true)], reading.Codebook.Codes.Select(c => (c.Id, c.Parent, c.Color, c.IsCodable)));
        Assert.Equal("What people pay.", reading.Codebook.Codes[1].Definition.Ja);
        AssertSame(reading.Codebook, QdaCodebook.Read(QdaCodebook.Write(reading.Codebook), "other").Codebook);
    }

    [Fact]
    public void Definitions_and_terms_that_look_like_our_own_lines_come_back_as_they_were()
    {
        var book = new Codebook("b", [Code("a", "送迎") with { Definition = new BilingualText("定義\nID: zz\n\\語: x", "定義\nID: zz\n\\語: x"), Terms = ["p | q", "r\\", "|"] }]);
        AssertSame(book, QdaCodebook.Read(QdaCodebook.Write(book), "b").Codebook);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("Shift_JIS")]
    public void A_file_is_read_in_the_encoding_that_it_declares_and_another_programs_description_is_left_as_it_is(string encoding)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var bytes = System.Text.Encoding.GetEncoding(encoding);
        var xml = $"<?xml version=\"1.0\" encoding=\"{encoding}\"?><CodeBook origin=\"Other\"><Codes><Code guid=\"aaaaaaaa-0000-0000-0000-000000000002\" name=\"送迎\"><Description>説明。\nID: a\n語: x</Description></Code></Codes></CodeBook>";
        var code = Assert.Single(QdaCodebook.Read([.. bytes.GetPreamble(), .. bytes.GetBytes(xml)], "b").Codebook.Codes);
        Assert.Equal(("送迎", "説明。\nID: a\n語: x", "qaaaaaaaa"), (code.Name.Ja, code.Definition.Ja, code.Id));
        Assert.Empty(code.Terms);
    }

    [Fact]
    public void Parts_that_stand_away_from_their_parent_come_back_where_they_stood()
    {
        var book = CodebookReader.Read("name: b\ncodes:\n- {id: c, name: c, parent: a}\n- {id: a, name: a}\n- {id: b, name: b}\n- {id: d, name: d, parent: a}\n");
        AssertSame(book, QdaCodebook.Read(QdaCodebook.Write(book), "b").Codebook);
        Assert.DoesNotContain("No.: ", QdaCodebook.Write(Sample), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_colour_is_left_out_and_told_with_its_line_and_a_wrong_isCodable_refused_with_its()
    {
        const string File = "<CodeBook><Codes>\n<Code guid='aaaaaaaa-0000-0000-0000-000000000001' name='a' color='#12345g' isCodable='maybe'/></Codes></CodeBook>";
        var reading = QdaCodebook.Read(File.Replace("maybe", "1", StringComparison.Ordinal), "x");
        Assert.Null(reading.Codebook.Codes[0].Color);
        Assert.StartsWith("2行目", Assert.Single(reading.Losses).Ja, StringComparison.Ordinal);
        var failure = Assert.Throws<DefinitionException>(() => QdaCodebook.Read(File, "x"));
        Assert.Equal(2, failure.Line);
        Assert.Contains("maybe", failure.What.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void Definitions_that_say_nearly_the_same_are_told()
    {
        var warnings = CodebookCheck.Of(new Codebook("b",
            [
                Code("a", "送迎") with { Definition = new BilingualText("送り迎えの足りなさと、家族の負担の話", "x"), Include = "x" },
                Code("b", "移動") with { Definition = new BilingualText("送り迎えの足りなさと 家族の負担の話。", "x"), Include = "x" },
                Code("c", "会議") with { Definition = new BilingualText("会議の回数と、会議にかかる時間の話", "x"), Include = "x" },
            ]));
        Assert.Equal("b", Assert.Single(warnings).Code);
        Assert.Contains("「a」とほとんど同じ", warnings[0].What.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_codes_with_one_guid_are_refused()
    {
        const string One = "<Code guid='aaaaaaaa-0000-0000-0000-000000000001' name='a'/>";
        Assert.Throws<DefinitionException>(() => QdaCodebook.Read("<CodeBook><Codes>" + One + One + "</Codes></CodeBook>", "x"));
        Assert.Equal(3, Assert.Throws<DefinitionException>(() => CodebookReader.Read(
            "codes:\n- {id: a, name: a, guid: aaaaaaaa-0000-0000-0000-000000000001}\n- {id: b, name: b, guid: aaaaaaaa-0000-0000-0000-000000000001}")).Line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<CodeBook/>")]
    [InlineData("<Project><Codes/></Project>")]
    [InlineData("<CodeBook><Codes/></CodeBook>")]
    [InlineData("<CodeBook><Codes><Code name='a'/></Codes></CodeBook>")]
    [InlineData("<CodeBook><Codes><Code guid='aaaaaaaa-0000-0000-0000-000000000001'/></Codes></CodeBook>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'c'>]><CodeBook><Codes><Code guid='aaaaaaaa-0000-0000-0000-000000000001' name='&b;'/></Codes></CodeBook>")]
    [InlineData("<CodeBook><Codes>")]
    public void What_is_no_codebook_is_refused(string xml) => Assert.Throws<DefinitionException>(() => QdaCodebook.Read(xml, "x"));

    [Fact]
    public void Codes_nested_without_end_are_refused() => Assert.Throws<DefinitionException>(() => QdaCodebook.Read(
        "<CodeBook><Codes>" + string.Concat(Enumerable.Repeat("<Code guid='aaaaaaaa-0000-0000-0000-000000000001' name='a'>", 50_000)), "x"));

    [Theory]
    [InlineData("codes:\n- {id: a, name: a, parent: b}", 2)]
    [InlineData("codes:\n- {id: a, name: a, parent: b}\n- {id: b, name: b, parent: a}", 2)]
    [InlineData("codes:\n- {id: a, name: a}\n- {id: b, name: b, color: red}", 3)]
    [InlineData("codes:\n- {id: a, name: a, codable: maybe}", 2)]
    [InlineData("codes:\n- {id: a, name: a, guid: x}", 2)]
    public void A_wrong_parent_colour_or_guid_is_refused_with_its_line(string yaml, int line) =>
        Assert.Equal(line, Assert.Throws<DefinitionException>(() => CodebookReader.Read(yaml)).Line);

    [Fact]
    public void Differences_are_told_by_code_and_field()
    {
        var later = Sample with { Codes = [Sample.Codes[0], Sample.Codes[1] with { Name = new BilingualText("移動", "Transport"), Terms = [] }, Code("day", "日中")] };
        var diff = CodebookDiff.Of(Sample, later);
        Assert.Equal(("day", "night"), (Assert.Single(diff.Added).Id, Assert.Single(diff.Removed).Id));
        Assert.Equal(["name", "terms"], Assert.Single(diff.Changed).Fields.AsEnumerable());
        Assert.Equal(new[] { 0, 0, 0 }, new[] { CodebookDiff.Of(Sample, Sample) }.SelectMany(d => new[] { d.Added.Length, d.Removed.Length, d.Changed.Length }));
    }

    [Fact]
    public void A_check_tells_what_may_lead_astray()
    {
        var warnings = CodebookCheck.Of(new Codebook(
            "b",
            [
                Code("a", "送迎") with { Terms = ["車"], Include = "x", Color = "#000000" },
                Code("b", "送迎") with { Terms = ["車"], Color = "#000000" },
                Code("c", "ほか"),
                Code("d", "束") with { IsCodable = false },
            ]));
        Assert.Equal(["b", "b", "b", "b", "c", "c", "d"], warnings.Select(w => w.Code));
        Assert.Contains("車", warnings[2].What.Ja, StringComparison.Ordinal);
        Assert.Empty(CodebookCheck.Of(CodebookReader.Default));
    }

    [Fact]
    public void A_check_tells_what_to_add_where_a_code_has_no_words_of_people()
    {
        var definition = new BilingualText("送り迎えの足りなさの話", "x");
        string[] Of(Code code) => [.. CodebookCheck.Of(new Codebook("b", [code])).Select(w => w.What.Ja)];
        Assert.Contains("include", Of(Code("a", "送迎"))[0], StringComparison.Ordinal);
        Assert.StartsWith("include（含むもの）も terms（語）もありません", Of(Code("a", "送迎") with { Definition = definition, Exclude = "x" }).Single(), StringComparison.Ordinal);
        Assert.DoesNotContain(Of(Code("a", "送迎") with { Definition = definition, Terms = ["車"] }), w => w.Contains("include", StringComparison.Ordinal));
    }

    [Fact]
    public void Notes_tell_denied_shared_and_unused_terms()
    {
        var codebook = new Codebook(
            "b",
            [
                Code("a", "送迎") with { Terms = ["希望しない", "引き継ぎ", "車の手配", "宇宙船", "少ない"], Include = "駅までの車、宇宙船の発射" },
                Code("b", "移動") with { Terms = ["引継ぎ"] },
            ]);
        ImmutableArray<Ingest.Corpus.Comment> comments = [Samples.Comment("車を手配してほしい。", line: 1), Samples.Comment("引継ぎが遅い。", line: 2)];
        var notes = TermNotes.Of(codebook, comments, TextTerms.ByKuromoji(LexiconReader.Default));
        Assert.Equal(["a", "b"], notes.Select(n => n.Code));
        Assert.Equal(["希望しない"], notes[0].Denied);
        Assert.Equal(["宇宙船"], notes[0].Unused);
        Assert.Equal(["宇宙船の発射"], notes[0].UnusedInclude);
        Assert.Equal(("引継ぎ", "a", "引き継ぎ"), Assert.Single(notes[1].Shared));
        Assert.Empty(TermNotes.Of(codebook, [], TextTerms.ByKuromoji(LexiconReader.Default))[0].Unused);
    }

    private static Code Code(string id, string name) => new(id, new BilingualText(name, name), new BilingualText(string.Empty, string.Empty), string.Empty, string.Empty, [], []);

    // What of a file is not as the schema beside these tests has it.
    private static List<string> Breaches(string xml)
    {
        var breaches = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema };
        settings.Schemas.Add(null, Path.Combine(AppContext.BaseDirectory, "Themes", "Codebooks", "Expected", "qda-codebook.xsd"));
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.ValidationEventHandler += (_, e) => breaches.Add(e.Message);
        using var reader = XmlReader.Create(new StringReader(xml), settings);
        while (reader.Read())
        {
        }

        return breaches;
    }

    private static void AssertSame(Codebook expected, Codebook actual)
    {
        Assert.Equal(expected.Name, actual.Name);
        var diff = CodebookDiff.Of(expected, actual);
        Assert.True(diff is { Added.IsEmpty: true, Removed.IsEmpty: true, Changed.IsEmpty: true }, string.Join("; ", diff.Changed.Select(c => c.After.Id + " " + string.Join(' ', c.Fields))));
        Assert.Equal(expected.Codes.Select(c => (c.Id, c.ExchangeId)), actual.Codes.Select(c => (c.Id, c.ExchangeId)));
    }
}
