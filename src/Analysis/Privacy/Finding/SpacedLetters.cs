using System.Text.RegularExpressions;

namespace FeedbackLab.Analysis.Privacy.Finding;

/// <summary>Finds the names of people whose letters stand apart: 山 田 太 郎, 小 林 さ ん.</summary>
internal static partial class SpacedLetters
{
    private const int LongestName = 8;

    /// <summary>All of a text, in order.</summary>
    /// <returns>Certain are names with an honorific behind them; kana without one are none.</returns>
    public static IEnumerable<Found> Find(WordText text, PrivacyWords words, PersonNames names)
    {
        foreach (var run in Run().Matches(text.Text).Cast<Match>())
        {
            var places = Enumerable.Range(run.Index, run.Length).Where(at => text.Text[at] != ' ').ToArray();
            var letters = string.Concat(places.Select(at => text.Text[at]));
            for (var start = 0; start < places.Length - 1; start++)
            {
                for (var length = Math.Min(LongestName, places.Length - start); length > 1; length--)
                {
                    var name = letters.Substring(start, length);
                    var end = places[start + length - 1] + 1;
                    var isCalled = Letters(text.Text, end) is var behind && words.Honorifics.Any(h => behind.StartsWith(h, StringComparison.Ordinal));
                    var isTitled = words.Titles.Any(t => behind.StartsWith(t, StringComparison.Ordinal));
                    if (IsName(name, isCalled, words, names) && (isCalled || isTitled || start + length == places.Length))
                    {
                        yield return new Found(places[start], end, PersonalDataKind.Person, !isCalled);
                        start += length - 1;
                        break;
                    }
                }
            }
        }
    }

    private static bool IsName(string name, bool isCalled, PrivacyWords words, PersonNames names) =>
        !words.NotNames.Contains(name) && !words.Generic.Contains(name) && (isCalled || (names.Of(name) & NameParts.Surname) != 0 || !names.HasWord(name))
        && (Script.All(name, Script.IsKanji) ? (names.Of(name) & (NameParts.Surname | NameParts.Given)) != 0 || (name.Length > 2 && names.IsFull(name))
            : isCalled && Script.Katakana(name) is var kana && (Script.All(name, Script.IsHiragana) || kana == name) && (names.OfReading(kana) != NameParts.None || names.IsFullReading(kana)));

    // The next letters without the spaces between them.
    private static string Letters(string text, int start) => text.AsSpan(start, Math.Min(8, text.Length - start)).ToString().Replace(" ", string.Empty, StringComparison.Ordinal);

    // Single letters with spaces between; words may stand right behind the last one (小 林が).
    [GeneratedRegex("(?<![\u4E00-\u9FFF々ヶぁ-ゖァ-ヺーa-z0-9])[\u4E00-\u9FFF々ヶぁ-ゖァ-ヺー]( {1,2}[\u4E00-\u9FFF々ヶぁ-ゖァ-ヺー](?![\u4E00-\u9FFF々ヶァ-ヺー]))+", RegexOptions.CultureInvariant)]
    private static partial Regex Run();
}
