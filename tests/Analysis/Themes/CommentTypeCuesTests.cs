using System.Text.RegularExpressions;
using FeedbackLab.Analysis.Themes;
using FsCheck;
using FsCheck.Fluent;

namespace FeedbackLab.Analysis.Tests.Themes;

/// <summary>A pattern is tried only where its sets of words are told, so all that it finds must hold one of each.</summary>
public sealed class CommentTypeCuesTests
{
    private const int Texts = 4000;

    private static readonly Dictionary<string, (int Words, Regex Pattern)> Cues = new()
    {
        ["wish"] = (CommentTypes.RequestWords | CommentTypes.ConcernWords, CommentTypes.WishedCue()),
        ["request"] = (CommentTypes.RequestWords, CommentTypes.RequestCue()),
        ["open request"] = (CommentTypes.RequestWords, CommentTypes.OpenRequestCue()),
        ["concern"] = (CommentTypes.ConcernWords, CommentTypes.ConcernCue()),
        ["issue"] = (CommentTypes.IssueWords, CommentTypes.IssueCue()),
        ["hardship"] = (CommentTypes.IssueWords, CommentTypes.HardshipCue()),
        ["frame"] = (CommentTypes.FrameWords, CommentTypes.Frame()),
    };

    [Theory]
    [InlineData("wish")]
    [InlineData("request")]
    [InlineData("open request")]
    [InlineData("concern")]
    [InlineData("issue")]
    [InlineData("hardship")]
    [InlineData("frame")]
    public void What_a_pattern_finds_holds_a_word_of_its_sets(string cue)
    {
        var (words, pattern) = Cues[cue];
        var found = 0;
        Prop.ForAll(
            Gen.Choose(0, int.MaxValue).ToArbitrary(),
            seed =>
            {
                var draws = new Random(seed);
                var text = CueTexts.Of(pattern.ToString(), draws.Next);
                var isFound = pattern.IsMatch(text);
                found += isFound ? 1 : 0;
                return (!isFound || (CommentTypes.Words.In(text) & words) == words).Label(text);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(Texts));
        Assert.True(found > Texts / 2, $"Only {found} of {Texts} texts made from the pattern are found by it.");
    }

    [Theory]
    [InlineData("wish")]
    [InlineData("request")]
    [InlineData("concern")]
    [InlineData("issue")]
    [InlineData("hardship")]
    [InlineData("frame")]
    public void A_pattern_finds_only_at_the_end(string cue) => Assert.EndsWith("$", Cues[cue].Pattern.ToString(), StringComparison.Ordinal);
}
