using System.Text.RegularExpressions;

namespace FeedbackLab.Analysis.Privacy.Finding;

/// <summary>Tells what has the name of a person without being one: 千葉県, パーキンソン病, 柏崎2-3.</summary>
internal static partial class NamedAfter
{
    /// <summary>Whether a place or a disease goes on behind a name.</summary>
    /// <param name="text">The text, untouched or normalised.</param>
    /// <param name="end">Where the name ends.</param>
    /// <returns>False for 千葉市長 and 佐藤病院: there is somebody who is called so.</returns>
    public static bool GoesOn(string text, int end) => Behind().IsMatch(text, end);

    // 山田 begins as a mountain does: behind 都, 府, 道, 駅, 川 and 山 no other kanji.
    [GeneratedRegex(@"\G(県|病(?![院室棟床])|症候群|[市区町村](?=[^\u4E00-\u9FFF々]|$|[内外立民営全])|[都府道駅川山](?=[^\u4E00-\u9FFF々]|$|[内外立営沿前])|[0-9０-９]{1,4}([-‐−–－][0-9０-９]|丁目))", RegexOptions.CultureInvariant)]
    private static partial Regex Behind();
}
