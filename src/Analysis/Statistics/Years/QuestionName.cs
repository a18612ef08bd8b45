using System.Text.RegularExpressions;
using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Statistics.Years;

/// <summary>What a question goes by from year to year: its words without number, years, remarks on the form, spaces and punctuation.</summary>
internal static partial class QuestionName
{
    /// <summary>The name. Example: 「設問2　令和7年度の研修について（自由記述）」 and 「問３．令和６年度の研修について」 are both 「の研修について」.</summary>
    /// <param name="question">The question's words.</param>
    /// <returns>All its words where nothing else is left: 「問1」 is not 「問2」.</returns>
    public static string Of(string question)
    {
        // ① is a bare 1 once it is normalised.
        var all = NormalizedText.Of(question).Text;
        var name = Marks().Replace(Years().Replace(Number().Replace(Form().Replace(NormalizedText.Of(Circled().Replace(question, string.Empty)).Text, string.Empty), string.Empty), string.Empty), string.Empty);
        return name.Length > 0 ? name : Marks().Replace(all, string.Empty);
    }

    // A number alone (1 利用料) needs a mark or a space behind it: 3年後 and 5年後 are two questions.
    [GeneratedRegex(@"^\s*(?:[(（\[【<]?\s*(?:設問|質問|問い?|no\.?|q)\s*[0-9]+(?:\s*[-－ー‐の]\s*[0-9]+)*\s*[)）\]】>]?|[(（\[【]\s*[0-9]+\s*[)）\]】]|[0-9]+(?=[\s.．、,:：)）]))\s*[.．、,:：)）]?")]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*[\u2460-\u2473]")]
    private static partial Regex Circled();

    [GeneratedRegex("(?:(?:令和|平成|r|h)\\s*(?:[0-9]{1,2}|元)|20[0-9]{2}|19[0-9]{2})\\s*年度?|(?:今|昨|本|前)年度?")]
    private static partial Regex Years();

    [GeneratedRegex("[(（][^()（）]*(?:自由|任意|必須|記述|字以内|複数)[^()（）]*[)）]")]
    private static partial Regex Form();

    [GeneratedRegex(@"[\s\p{P}\p{S}]")]
    private static partial Regex Marks();
}
