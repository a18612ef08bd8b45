using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Privacy.Finding;

/// <summary>Tells how a name is read in brackets behind it: 星野（ほしの）.</summary>
internal static partial class Furigana
{
    // No kanji of a name has a longer reading.
    private const int LongestOfKanji = 5;

    /// <summary>The mentions, each name of a person in kanji with the reading in brackets behind it.</summary>
    /// <remarks>The name by which a mention is known stays that of the kanji. Mentions that lie in such a reading are part of it.</remarks>
    /// <param name="text">The untouched text.</param>
    /// <param name="mentions">What was found in it, in order.</param>
    /// <param name="words">The words by which names are told.</param>
    public static ImmutableArray<PersonalMention> With(string text, ImmutableArray<PersonalMention> mentions, PrivacyWords words)
    {
        var read = ImmutableArray.CreateBuilder<PersonalMention>(mentions.Length);
        foreach (var mention in mentions)
        {
            if (read.Count == 0 || mention.Span.Start >= read[^1].Span.End)
            {
                read.Add(mention.Kind == PersonalDataKind.Person && End(text, mention, words) is var end and > 0 ? mention with { Span = new TextSpan(mention.Span.Start, end) } : mention);
            }
        }

        return read.Count == mentions.Length && read.SequenceEqual(mentions) ? mentions : read.ToImmutable();
    }

    /// <summary>Where a name in kanji ends whose reading closes right before a position: of 渡辺(わたなべ)さん the place of the bracket.</summary>
    /// <param name="text">The normalised text.</param>
    /// <param name="at">The position behind the closing bracket.</param>
    /// <returns>-1 where no reading closes there.</returns>
    public static int NameEnd(string text, int at) =>
        at > 0 && text[at - 1] is ')' or ']' && Before().Match(text, 0, at) is { Success: true } reading && reading.Index > 0 && Script.IsKanji(text[reading.Index - 1]) ? reading.Index : -1;

    private static int End(string text, PersonalMention mention, PrivacyWords words)
    {
        var match = Behind().Match(text, mention.Span.End);
        var kanji = mention.Name.EnumerateRunes().Count();
        if (!match.Success || !mention.Name.All(c => Script.IsKanji(c) || char.IsSurrogate(c)))
        {
            return -1;
        }

        var kana = JapaneseKana(match.Groups["kana"].Value);
        return kana.Length >= kanji && kana.Length <= LongestOfKanji * kanji && !IsWord(kana, words) ? match.Index + match.Length : -1;
    }

    // 石井(てんかん), 田中(パート): what somebody is or has, unless people are called so too.
    private static bool IsWord(string kana, PrivacyWords words) =>
        words.NotNames.Contains(kana) || words.Generic.Contains(kana) || words.Titles.Contains(kana) || words.PublicNames.Contains(kana)
        || (PersonNames.Default.HasWord(kana) && PersonNames.Default.OfReading(Script.Katakana(kana)) == NameParts.None);

    private static string JapaneseKana(string written) => string.Concat(NormalizedText.Of(written).Text.Where(c => Script.IsHiragana(c) || Script.IsKatakana(c)));

    [GeneratedRegex(@"\G[ 　]?[(（\[［〔【][ 　]*(?<kana>[ぁ-ゖァ-ヺー\uFF66-\uFF9Fゝ]+([ 　・･]+[ぁ-ゖァ-ヺー\uFF66-\uFF9Fゝ]+)*)[ 　]*[)）\]］〕】]", RegexOptions.CultureInvariant)]
    private static partial Regex Behind();

    [GeneratedRegex(@" ?[(\[] *[ぁ-ゖァ-ヺーゝ]+([ ・]+[ぁ-ゖァ-ヺーゝ]+)* *[)\]]$", RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex Before();
}
