using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Privacy;

/// <summary>Finds what may point at somebody without a name: that there is only one such, an age beside a disease. Nothing of it is masked; a person has to look.</summary>
public static partial class TellingWords
{
    /// <summary>The stretches of a text that do, in their order, normalised.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">The words that tell of one among many.</param>
    public static ImmutableArray<string> Of(string text, PrivacyWords words)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(words);
        var normal = NormalizedText.Of(text).Text;
        return
        [
            .. words.Telling.Select(w => (At: normal.IndexOf(w, StringComparison.Ordinal), Word: w)).Where(w => w.At >= 0)
                .Concat(AgeAndDisease().Matches(normal).Select(m => (At: m.Index, Word: m.Value)))
                .OrderBy(w => w.At).Select(w => w.Word).Distinct(StringComparer.Ordinal),
        ];
    }

    [GeneratedRegex("[0-9]{1,2}歳[^。]{0,30}?(症候群|失調症|筋症|硬化症|[ぁ-んァ-ヺー\u4E00-\u9FFF]病(?![院室棟床欠])|がん|てんかん|透析)", RegexOptions.CultureInvariant)]
    private static partial Regex AgeAndDisease();
}
