using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Statistics.Years;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Exports;

/// <summary>Says which questions were put in some of the years only, and how many comments stand apart for it.</summary>
public static class QuestionsText
{
    private const int MostNames = 5;
    private const int LongestName = 40;

    /// <summary>The notes; none where the questions were the same.</summary>
    /// <param name="questions">The questions.</param>
    /// <param name="isOfTests">Whether the tests alone leave these comments out, and the counts do not.</param>
    public static ImmutableArray<BilingualText> Of(QuestionsOfYears questions, bool isOfTests)
    {
        ArgumentNullException.ThrowIfNull(questions);
        if (questions.IsNoneCommon)
        {
            return
            [
                isOfTests
                    ? new(
                        "どの年にも尋ねた設問がありません（設問の言葉で見ています）。すべての意見を比べているので、違いは尋ね方の違いかもしれません。",
                        "No question was put in all the years, by its words. All comments are compared, so a difference may be one of what was asked.")
                    : new(
                        "どの年にも尋ねた設問がありません（設問の言葉で見ています）。数はすべての意見のものです。違いは尋ね方の違いかもしれないので、増えた・減ったとは言えません。",
                        "No question was put in all the years, by its words. The numbers are those of all comments; as a difference may be one of what was asked, nothing can be said to have grown or shrunk."),
            ];
        }

        if (questions.IsUnknown)
        {
            return
            [
                new(
                    "設問は年によって違いますが、文章から読んだ回答もあり、どの設問の答えかすべては分からないので、同じ設問の答えだけに絞っていません。違いは尋ね方の違いかもしれません。",
                    "The questions differ between the years, but some answers were read from running text, where not every question is known; so all answers are compared. A difference may be one of what was asked."),
            ];
        }

        if (questions.Apart == 0)
        {
            return [];
        }

        var only = questions.OnlySome.Take(MostNames).ToList();
        var more = questions.OnlySome.Length - only.Count;
        var ja = string.Join('、', only.Select(q => $"「{Short(q.Name)}」は {string.Join('・', q.Years)} 年だけ")) + (more > 0 ? $"、ほかに {more} 問" : string.Empty);
        var en = string.Join(", ", only.Select(q => $"“{Short(q.Name)}” in {string.Join(", ", q.Years)} only")) + (more > 0 ? $", and {more} more" : string.Empty);
        return
        [
            new(
                (only.Count > 0 ? $"設問{ja}。" : string.Empty)
                    + (isOfTests ? "検定は" : "比べるのは") + $"どの年にも尋ねた設問の答えだけで、ほかの意見 {questions.Apart} 件は"
                    + (isOfTests ? "検定に入れていません（表の数には入っています）。" : "比べていません。"),
                (only.Count > 0 ? $"Questions: {en}. " : string.Empty)
                    + (isOfTests ? "The tests rest on" : "Compared are") + $" answers to questions put in all the years; {questions.Apart} other comments "
                    + (isOfTests ? "are not in the tests, but in the counts." : "are not compared.")),
        ];
    }

    /// <summary>By how many respondents a theme was raised in answers that stand apart; null where it was not.</summary>
    /// <param name="theme">The theme.</param>
    /// <param name="comparison">The two years.</param>
    public static BilingualText? Apart(ThemeChange theme, YearComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(theme);
        ArgumentNullException.ThrowIfNull(comparison);
        var raised = Raised(theme, comparison);
        return raised.IsEmpty ? null : new BilingualText(
            string.Join('、', raised.Select(y => $"{y.Year} 年だけの設問で {y.Count}")),
            string.Join(", ", raised.Select(y => $"{y.Count} in questions of {y.Year} only")));
    }

    /// <summary>The same as numbers: the years in which it was raised so, with how many respondents did.</summary>
    /// <param name="theme">The theme.</param>
    /// <param name="comparison">The two years.</param>
    internal static ImmutableArray<(int Year, int Count)> Raised(ThemeChange theme, YearComparison comparison) =>
        [.. new[] { (Year: comparison.Earlier, Count: theme.EarlierApart), (Year: comparison.Later, Count: theme.LaterApart) }.Where(y => y.Count > 0)];

    private static string Short(string name)
    {
        var text = new StringInfo(name.ReplaceLineEndings(" "));
        return text.LengthInTextElements <= LongestName ? text.String : text.SubstringByTextElements(0, LongestName) + "…";
    }
}
