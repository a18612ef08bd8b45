using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace FeedbackLab.Analysis.Language.Filters;

/// <summary>Brings numbers and lengths of time to one form each.</summary>
public static partial class NumberFilter
{
    private const string Noun = "名詞-数";

    /// <summary>
    /// Runs of numerals as one term in Arabic digits (三, 千, ２, 百 → 3200), spanning the run. Lucene's <c>JapaneseNumberFilter</c>:
    /// a run starts with a numeral and takes in decimal points and thousands separators; terms beside others (position increment 0)
    /// and the words under them are left alone. The tokenizer must keep punctuation for 3．5 to be one number.
    /// </summary>
    /// <param name="terms">The terms.</param>
    public static ImmutableArray<StreamTerm> Normalize(ImmutableArray<StreamTerm> terms)
    {
        var result = ImmutableArray.CreateBuilder<StreamTerm>(terms.Length);
        for (var i = 0; i < terms.Length;)
        {
            var end = RunEnd(terms, i);
            if (end == i)
            {
                result.Add(terms[i]);
                i++;
                continue;
            }

            var text = JapaneseNumber.Normalize(string.Concat(terms.AsSpan()[i..end].ToArray().Select(t => t.Text)));
            result.Add(terms[i] with { Text = text, End = terms[end - 1].End, PartOfSpeech = Noun, BaseForm = null });
            i = end;
        }

        return result.ToImmutable();
    }

    /// <summary>
    /// Lengths of time as one term each, in years and months: 3年6ヶ月, 3年6箇月, 3年半 → 3年6か月; 半年 → 6か月; 18カ月 → 1年6か月. The
    /// parts stay; the length of time stands beside the first of them. Give it what <see cref="Normalize"/> gave.
    /// </summary>
    /// <param name="terms">The terms.</param>
    public static ImmutableArray<StreamTerm> AddDurations(ImmutableArray<StreamTerm> terms)
    {
        var result = ImmutableArray.CreateBuilder<StreamTerm>(terms.Length);
        var covered = 0;
        for (var i = 0; i < terms.Length; i++)
        {
            result.Add(terms[i]);
            if (i >= covered && LongestDuration(terms, i) is var (length, text))
            {
                var positions = 1;
                for (var j = i + 1; j < i + length; j++)
                {
                    positions += terms[j].PositionIncrement;
                }

                result.Add(terms[i] with
                {
                    Text = text,
                    End = terms[i + length - 1].End,
                    PositionIncrement = 0,
                    PositionLength = positions,
                    PartOfSpeech = Noun,
                    BaseForm = null,
                });
                covered = i + length;
            }
        }

        return result.ToImmutable();
    }

    private static int RunEnd(ImmutableArray<StreamTerm> terms, int start)
    {
        var end = start;
        while (end < terms.Length
            && terms[end].PositionIncrement > 0
            && (end + 1 == terms.Length || terms[end + 1].PositionIncrement > 0)
            && (end == start || terms[end].Start == terms[end - 1].End)
            && (JapaneseNumber.IsNumeral(terms[end].Text)
                || (end > start && JapaneseNumber.IsNumeralPunctuation(terms[end].Text))))
        {
            end++;
        }

        // A point or a comma at the end belongs to the sentence.
        while (end > start && JapaneseNumber.IsNumeralPunctuation(terms[end - 1].Text))
        {
            end--;
        }

        return end;
    }

    private static (int Length, string Text)? LongestDuration(ImmutableArray<StreamTerm> terms, int start)
    {
        (int, string)? longest = null;
        var text = string.Empty;
        for (var i = start; i < terms.Length && i < start + 6; i++)
        {
            if (i > start && (terms[i].PositionIncrement == 0 || terms[i].Start != terms[i - 1].End))
            {
                break;
            }

            text += terms[i].Text;
            if (Duration().Match(text) is { Success: true } match)
            {
                longest = (i - start + 1, Write(match));
            }
        }

        return longest;
    }

    private static string Write(Match match)
    {
        var years = Number(match, "years");
        var months = Number(match, "months") + (match.Groups["half"].Success ? 6 : 0);
        years += months / 12;
        months %= 12;
        return (years > 0 ? $"{years}年" : string.Empty) + (months > 0 || years == 0 ? $"{months}か月" : string.Empty);
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : 0;

    // Years count only with months or a half beside them, so that a calendar year (2019年, 3年) stays what it is.
    [GeneratedRegex(
        "^(?:(?<years>[0-9]{1,2})年(?:間?(?<half>半)|間?(?<months>[0-9]{1,2})[かカヶヵケ箇]月)|(?<half>半)年|(?<months>[0-9]{1,3})[かカヶヵケ箇]月)間?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Duration();
}
