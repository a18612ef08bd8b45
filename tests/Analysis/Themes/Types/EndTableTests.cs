using FeedbackLab.Analysis.Themes.Types;
using FsCheck;
using FsCheck.Fluent;

namespace FeedbackLab.Analysis.Tests.Themes.Types;

/// <summary>The longest end that counts.</summary>
public sealed class EndTableTests
{
    private static readonly ClauseEnd Noun = new(Slots.Noun, Slots.None);
    private static readonly ClauseEnd Predicate = new(Slots.Predicate, Slots.None);

    [Fact]
    public void The_longest_that_a_text_has_is_found_as_a_plain_search_finds_it()
    {
        string[] words = ["あ", "いあ", "うあ", "ういあ", "い", "うう", "えういあ", "ああああ"];
        var table = new EndTable([.. words.Select((w, at) => KeyValuePair.Create(w, new ClauseEnd(at % 2 == 0 ? Slots.Noun : Slots.Predicate | Slots.Noun, Slots.None)))]);
        Prop.ForAll(
            Gen.Elements('あ', 'い', 'う', 'え', '困').ArrayOf().ToArbitrary(),
            chars =>
            {
                var text = new string(chars);
                return new[] { Slots.Noun, Slots.Predicate }.All(slot =>
                {
                    table.Longest(text, slot, Marks.None, out var length);
                    var fitting = words.Where((w, at) => (slot == Slots.Noun || at % 2 == 1) && text.EndsWith(w, StringComparison.Ordinal));
                    return length == fitting.Select(w => w.Length).DefaultIfEmpty().Max();
                });
            }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Of_the_same_characters_the_first_that_counts_is_found()
    {
        var table = new EndTable(
        [
            KeyValuePair.Create("が", Noun with { Needs = Marks.Denied }),
            KeyValuePair.Create("が", Noun with { Bars = Marks.Done, Sets = Marks.Less }),
            KeyValuePair.Create("が", Predicate),
            KeyValuePair.Create("です", Noun),
        ]);
        Assert.Equal(Marks.Denied, table.Longest("声が", Slots.Noun, Marks.Denied, out _).Needs);
        Assert.Equal(Marks.Less, table.Longest("声が", Slots.Noun, Marks.None, out _).Sets);
        Assert.Equal(Slots.Predicate, table.Longest("声が", Slots.Predicate, Marks.Done, out _).Fits);
        table.Longest("声が", Slots.Noun, Marks.Done, out var none);
        Assert.Equal(0, none);
    }

    [Theory]
    [InlineData("読みにくい", 3)]
    [InlineData("肉にくい", 0)]
    [InlineData("にくい", 0)]
    public void What_must_stand_behind_is_looked_at(string text, int expected)
    {
        new EndTable([KeyValuePair.Create("にくい", Predicate with { Behind = "みき" })]).Longest(text, Slots.Predicate, Marks.None, out var length);
        Assert.Equal(expected, length);
    }
}
