using FeedbackLab.Analysis.Themes;
using FsCheck;
using FsCheck.Fluent;

namespace FeedbackLab.Analysis.Tests.Themes;

/// <summary>Sets of words looked for in one pass.</summary>
public sealed class CueWordsTests
{
    private static readonly string[][] Sets = [["ほしい", "れば", "差"], ["では", "じゃない"], ["ない", "困", "難し"]];

    [Fact]
    public void A_set_with_a_word_in_the_text_is_always_told()
    {
        var cues = new CueWords(Sets);
        string[] parts = [.. Sets.SelectMany(s => s), .. "ほしいれば差ではじゃない困難、a".Select(c => c.ToString())];
        Prop.ForAll(
            Gen.Choose(0, parts.Length - 1).ArrayOf().ToArbitrary(),
            chosen =>
            {
                var text = string.Concat(chosen.Select(i => parts[i]));
                var found = cues.In(text);
                return Enumerable.Range(0, Sets.Length).All(set => ((found >> set) & 1) == 1 || !Sets[set].Any(w => text.Contains(w, StringComparison.Ordinal)));
            }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("")]
    [InlineData("会議を開いた")]
    [InlineData("で、は")]
    [InlineData("な")]
    public void A_text_without_the_beginning_of_a_word_has_none(string text) => Assert.Equal(0, new CueWords(Sets).In(text));
}
