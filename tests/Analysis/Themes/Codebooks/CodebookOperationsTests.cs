using System.Collections.Immutable;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;
using FsCheck;
using FsCheck.Fluent;

namespace FeedbackLab.Analysis.Tests.Themes.Codebooks;

public sealed class CodebookOperationsTests
{
    private static readonly Codebook Book = CodebookReader.Read("""
        name: 試し
        codes:
        - {id: life, name: 生活, codable: false}
        - {id: bus, name: 送迎, definition: 送り迎え, include: 車, terms: [送迎, 車], parent: life, color: "#112233"}
        - {id: walk, name: 徒歩, definition: 歩くこと, exclude: 散歩, terms: [徒歩, 車], parent: life}
        - {id: night, name: 夜間, definition: 夜の話, rules: [夜 or 深夜]}
        - {id: shift, name: 夜勤, parent: night}
        """);

    [Fact]
    public void A_rename_changes_the_name_and_nothing_else()
    {
        var revision = CodebookOperations.Rename(Book, "night", new BilingualText("夜", "Night"));
        Assert.Equal(["name"], Assert.Single(CodebookDiff.Of(Book, revision.Codebook).Changed).Fields.AsEnumerable());
        AssertStep(CodeOperation.Renamed, ["night"], ["night"], revision);
        Assert.False(revision.Steps[0].ChangesMeaning);
    }

    [Fact]
    public void Merged_codes_stand_as_one_at_the_place_of_the_first_with_the_words_of_all()
    {
        var into = CodebookOperations.Together(Book, ["bus", "walk"], "move", new BilingualText("移動", "Getting around"));
        var revision = CodebookOperations.Merge(Book, ["bus", "walk"], into);
        Assert.Equal(["life", "move", "night", "shift"], revision.Codebook.Codes.Select(c => c.Id));
        var move = revision.Codebook.Codes[1];
        Assert.Equal(("移動", "送り迎え\n歩くこと", "車", "散歩", "life", "#112233"), (move.Name.Ja, move.Definition.Ja, move.Include, move.Exclude, move.Parent, move.Color));
        Assert.Equal(["送迎", "車", "徒歩"], move.Terms.AsEnumerable());
        AssertStep(CodeOperation.Merged, ["bus", "walk"], ["move"], revision);
    }

    [Fact]
    public void Codes_under_merged_split_or_retired_ones_find_another_parent()
    {
        var merged = CodebookOperations.Merge(Book, ["bus", "night"], CodebookOperations.Together(Book, ["bus", "night"], "bus", null)).Codebook;
        Assert.Equal("bus", merged.Codes.Single(c => c.Id == "shift").Parent);
        Assert.Equal(["夜 or 深夜"], merged.Codes.Single(c => c.Id == "bus").Rules.AsEnumerable());
        Assert.Null(CodebookOperations.Split(Book, "night", [Code("a"), Code("b")]).Codebook.Codes.Single(c => c.Id == "shift").Parent);
        Assert.Equal(["bus", "walk"], CodebookOperations.Retire(Book, "life").Codebook.Codes.Where(c => c.Parent is null).Take(2).Select(c => c.Id));
    }

    [Fact]
    public void A_split_puts_the_parts_at_the_codes_place_under_its_parent()
    {
        var revision = CodebookOperations.Split(Book, "bus", [Code("fetch"), Code("bring")]);
        Assert.Equal([("life", null), ("fetch", "life"), ("bring", "life"), ("walk", "life")], revision.Codebook.Codes.Take(4).Select(c => (c.Id, c.Parent)));
        AssertStep(CodeOperation.Split, ["bus"], ["fetch", "bring"], revision);
    }

    private static readonly Codebook Referring = CodebookReader.Read("""
        codes:
        - {id: fees, name: 料金, terms: [料金], rules: [会費]}
        - {id: staff, name: 職員, rules: [研修]}
        - {id: other, name: ほか, terms: [庭]}
        - {id: both, name: 両方, rules: ["<＊fees> and 説明", "!<\"*staff\"> and 会社"]}
        """);

    [Fact]
    public void Rules_that_refer_to_merged_codes_refer_to_what_they_became()
    {
        var into = CodebookOperations.Together(Referring, ["fees", "staff"], "new", null);
        var merged = CodebookOperations.Merge(Referring, ["fees", "staff"], into).Codebook;
        Assert.Equal(["<＊new> and 説明", "!<＊new> and 会社"], merged.Codes.Single(c => c.Id == "both").Rules.AsEnumerable());
        Assert.Equal(["会費", "研修"], merged.Codes.Single(c => c.Id == "new").Rules.AsEnumerable());

        // One of them keeps its id, and what refers to it is as it was.
        var kept = CodebookOperations.Merge(Referring, ["staff", "fees"], CodebookOperations.Together(Referring, ["staff", "fees"], "fees", null)).Codebook;
        Assert.Equal(["<＊fees> and 説明", "!<＊fees> and 会社"], kept.Codes.Single(c => c.Id == "both").Rules.AsEnumerable());
    }

    public static TheoryData<string, Func<CodebookRevision>> Referred => new()
    {
        { "<＊fees>", () => CodebookOperations.Retire(Referring, "fees") },
        { "<＊staff>", () => CodebookOperations.Retire(Referring, "staff") },
        { "<＊fees>", () => CodebookOperations.Split(Referring, "fees", [Code("a"), Code("b")]) },
        { "<＊both>", () => CodebookOperations.Merge(Referring, ["fees", "both"], CodebookOperations.Together(Referring, ["fees", "both"], "both", null)) },
        { "<＊staff>", () => CodebookOperations.Merge(Referring, ["fees", "both"], CodebookOperations.Together(Referring, ["fees", "both"], "new", null) with { Rules = ["<＊staff>"] }) },
        { "<＊new>", () => CodebookOperations.Merge(Referring, ["fees", "other"], Code("new")) },
    };

    [Theory]
    [MemberData(nameof(Referred))]
    public void A_change_that_leaves_a_rule_without_the_code_it_refers_to_is_refused_with_that_rule(string missing, Func<CodebookRevision> operation)
    {
        var failure = Assert.Throws<DefinitionException>(operation);
        Assert.Contains(missing, failure.What.Ja, StringComparison.Ordinal);
        Assert.Contains("このルールを直して", failure.What.Ja, StringComparison.Ordinal);
        Assert.Contains("change that rule", failure.What.En, StringComparison.Ordinal);
    }

    public static TheoryData<string, Func<CodebookRevision>> Impossible => new()
    {
        { "unknown code", () => CodebookOperations.Rename(Book, "ない", new BilingualText("x", "x")) },
        { "the same name", () => CodebookOperations.Rename(Book, "bus", new BilingualText("送迎", "送迎")) },
        { "another code's id", () => CodebookOperations.Rename(Book, "bus", new BilingualText("walk", "Walk")) },
        { "another code's id in English", () => CodebookOperations.Add(Book, Code("new") with { Name = new BilingualText("新しい", "walk") }) },
        { "no name", () => CodebookOperations.Rename(Book, "bus", new BilingualText(" ", " ")) },
        { "one code alone", () => CodebookOperations.Merge(Book, ["bus", "bus"], Code("move")) },
        { "an id that another code has", () => CodebookOperations.Merge(Book, ["bus", "walk"], Code("night")) },
        { "one part", () => CodebookOperations.Split(Book, "bus", [Code("a")]) },
        { "the old id for a part", () => CodebookOperations.Split(Book, "bus", [Code("bus"), Code("a")]) },
        { "a part twice", () => CodebookOperations.Split(Book, "bus", [Code("a"), Code("a")]) },
        { "two parts of one name", () => CodebookOperations.Split(Book, "bus", [Code("a"), Code("b") with { Name = Code("a").Name }]) },
        { "an id with a space", () => CodebookOperations.Add(Book, Code("a b")) },
        { "an unknown parent", () => CodebookOperations.Add(Book, Code("a") with { Parent = "ない" }) },
        { "a rule that cannot be read", () => CodebookOperations.Add(Book, Code("a") with { Rules = ["( 夜"] }) },
        { "the last code", () => CodebookOperations.Retire(Book with { Codes = [Book.Codes[3]] }, "night") },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void What_cannot_be_done_is_refused_in_both_languages(string what, Func<CodebookRevision> operation)
    {
        var failure = Assert.Throws<DefinitionException>(operation);
        Assert.False(string.IsNullOrWhiteSpace(failure.What.Ja) || failure.What.Ja == failure.What.En, what);
    }

    [Fact]
    public void Steps_are_told_from_two_codebooks_and_terms_are_no_meaning()
    {
        var later = Book with
        {
            Codes =
            [
                Book.Codes[0], Book.Codes[1] with { Terms = [], Name = new BilingualText("送り", "送り") },
                Book.Codes[2] with { Definition = new BilingualText("自分で歩くこと", "自分で歩くこと") }, Book.Codes[4] with { Parent = null }, Code("day"),
            ],
        };
        Assert.Equal(
            [(CodeOperation.Retired, "night"), (CodeOperation.Renamed, "bus"), (CodeOperation.Redefined, "walk"), (CodeOperation.Added, "day")],
            CodebookRevision.Between(Book, later).Steps.Select(s => (s.Operation, s.From.Concat(s.To).First())));
        Assert.Empty(CodebookRevision.Between(Book, Book).Steps);
    }

    [Fact]
    public void Codes_are_followed_through_the_ledger()
    {
        var ledger = Ledger(
            (2, CodeOperation.Merged, ["a", "b"], ["c"]),
            (3, CodeOperation.Renamed, ["c"], ["c"]),
            (4, CodeOperation.Split, ["c"], ["d", "e"]),
            (5, CodeOperation.Redefined, ["d"], ["d"]),
            (6, CodeOperation.Retired, ["e"], []),
            (7, CodeOperation.Reinstated, [], ["e"]));
        Assert.Equal(["d"], ledger.Current("a"));
        Assert.Equal(["d", "e"], (ledger with { Entries = ledger.Entries[..4] }).Current("b"));
        Assert.Equal(["c"], ledger.Current("c", version: 4));
        Assert.Equal(["e"], ledger.Current("e"));
        Assert.Equal(["z"], ledger.Current("z"));

        Assert.Equal([2, 4, 5], ledger.Changes("d", 0, 9).Select(e => e.Version));
        Assert.Equal([4, 5], ledger.Changes("d", 2, 9).Select(e => e.Version));
        Assert.Equal([4], ledger.Changes("d", 3, 4).Select(e => e.Version));
        Assert.Empty(ledger.Changes("z", 0, 9));
    }

    [Fact]
    public void Whatever_is_done_every_code_is_in_the_book_or_followed_to_codes_that_are() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(20261126, 3), Prop.ForAll(
            Gen.Choose(0, 999).ArrayOf().ToArbitrary(),
            choices =>
            {
                var book = Book;
                var entries = ImmutableArray.CreateBuilder<CodeLedgerEntry>();
                var next = 0;
                foreach (var choice in choices)
                {
                    var ids = book.Codes.Select(c => c.Id).ToList();
                    string Id(int i) => ids[(choice / 7 + i) % ids.Count];
                    try
                    {
                        var revision = (choice % 7) switch
                        {
                            0 or 1 => CodebookOperations.Merge(book, [Id(0), Id(1)], CodebookOperations.Together(book, [Id(0), Id(1)], choice % 2 == 0 ? "n" + next++ : Id(0), null)),
                            2 or 3 => CodebookOperations.Split(book, Id(0), [Code("n" + next++), Code("n" + next++)]),
                            4 => CodebookOperations.Retire(book, Id(0)),
                            5 => CodebookOperations.Add(book, Code("n" + next++)),
                            _ => CodebookOperations.Rename(book, Id(0), new BilingualText("名" + next++, "n")),
                        };
                        entries.Add(new CodeLedgerEntry(entries.Count + 1, entries.Count + 2, default, "x", revision.Steps[0], string.Empty));
                        book = revision.Codebook;
                    }
                    catch (DefinitionException)
                    {
                        // It cannot be done with what is left.
                    }
                }

                var ledger = new CodeLedger(entries.ToImmutable());
                var there = book.Codes.Select(c => c.Id).ToHashSet();
                return Book.Codes.All(c => ledger.Current(c.Id).All(there.Contains))
                    && book.Codes.All(c => ledger.Current(c.Id, entries.Count + 1).SequenceEqual([c.Id]));
            }));

    private static CodeLedger Ledger(params (int Version, CodeOperation Operation, string[] From, string[] To)[] entries) =>
        new([.. entries.Select((e, i) => new CodeLedgerEntry(i + 1, e.Version, default, "佐倉", new CodeStep(e.Operation, [.. e.From], [.. e.To]), string.Empty))]);

    private static void AssertStep(CodeOperation operation, string[] from, string[] to, CodebookRevision revision)
    {
        var step = Assert.Single(revision.Steps);
        Assert.Equal(operation, step.Operation);
        Assert.Equal(from, step.From.AsEnumerable());
        Assert.Equal(to, step.To.AsEnumerable());
    }

    private static Code Code(string id) => new(id, new BilingualText(id, id), new BilingualText(string.Empty, string.Empty), string.Empty, string.Empty, [], []);
}
