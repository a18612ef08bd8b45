using System.Text;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FsCheck;
using FsCheck.Fluent;

namespace FeedbackLab.Analysis.Tests.Language;

public sealed class NormalizedTextTests
{
    public static TheoryData<string> Hostile => [.. HostileText.Table];

    [Theory]
    [InlineData("ＧＨの利用", "ghの利用")]
    [InlineData("ｶﾞｲﾄﾞ", "ガイド")]
    [InlineData("か\u3099", "が")]
    [InlineData("①㈱", "1(株)")]
    [InlineData("１回／月", "1回/月")]
    [InlineData("", "")]
    public void Normalising_is_NFKC_and_lower_case(string text, string expected) =>
        Assert.Equal(expected, NormalizedText.Of(text).Text);

    [Fact]
    public void A_half_width_voiced_kana_maps_back_to_both_its_characters() =>
        Assert.Equal(new TextSpan(1, 3), NormalizedText.Of("xｶﾞy").ToOriginal(1, 2));

    [Fact]
    public void A_part_of_a_character_that_became_several_maps_back_to_the_whole_character() =>
        Assert.Equal(new TextSpan(1, 2), NormalizedText.Of("前㈱後").ToOriginal(2, 3));

    [Fact]
    public void Spans_after_a_shrinking_character_are_shifted_back() =>
        Assert.Equal("引継ぎ", Original("ｶﾞｲﾄﾞの引継ぎ", "引継ぎ"));

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Every_character_maps_into_the_untouched_text_in_order(string text) => AssertMap(text);

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Well_formed_text_is_normalised_as_a_whole_would_be(string text)
    {
        // Marks that a compatibility character leaves behind can reorder across sequences; none of the table's do.
        if (IsWellFormed(text))
        {
            Assert.Equal(text.Normalize(NormalizationForm.FormKC).ToLowerInvariant(), NormalizedText.Of(text).Text);
        }
    }

    [Fact]
    public void Lone_surrogates_stay_where_they_are() => Assert.Equal("前\uDC00後\uD800", NormalizedText.Of("前\uDC00後\uD800").Text);

    [Fact]
    public void Any_text_has_a_map_that_ascends_and_stays_inside() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20261120, 7),
            Prop.ForAll(
                ArbMap.Default.ArbFor<char[]>(),
                characters =>
                {
                    AssertMap(new string(characters));
                    return true;
                }));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 1)]
    [InlineData(0, 4)]
    public void A_stretch_outside_is_refused(int start, int end) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NormalizedText.Of("引継ぎ").ToOriginal(start, end));

    private static string Original(string text, string part)
    {
        var normalized = NormalizedText.Of(text);
        var start = normalized.Text.IndexOf(part, StringComparison.Ordinal);
        var span = normalized.ToOriginal(start, start + part.Length);
        return text[span.Start..span.End];
    }

    private static void AssertMap(string text)
    {
        var normalized = NormalizedText.Of(text);
        Assert.Equal(text, normalized.Original);
        var covered = 0;
        for (var i = 0; i < normalized.Text.Length; i++)
        {
            var span = normalized.ToOriginal(i, i + 1);
            Assert.InRange(span.Start, 0, covered);
            Assert.InRange(span.End, Math.Max(covered, span.Start + 1), text.Length);
            covered = span.End;
        }

        Assert.Equal(normalized.Text.Length == 0 ? 0 : text.Length, covered);
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
