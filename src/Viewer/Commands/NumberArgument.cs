using System.CommandLine.Parsing;
using System.Globalization;

namespace FeedbackLab.Viewer.Commands;

/// <summary>Reads the number behind an option that takes some numbers only.</summary>
internal static class NumberArgument
{
    /// <summary>The whole number; null after what is wrong was noted.</summary>
    /// <param name="result">What stands behind the option.</param>
    /// <param name="language">The user's language.</param>
    /// <param name="least">The least that it takes.</param>
    /// <param name="most">The most.</param>
    public static int? Whole(ArgumentResult result, ScreenLanguage language, int least, int most)
    {
        if (int.TryParse(result.Tokens.SingleOrDefault()?.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        var name = (result.Parent as OptionResult)?.Option.Name;
        result.AddError(language.Pick(
            string.Create(CultureInfo.InvariantCulture, $"{name} は {least} 以上 {most} 以下の整数にしてください。"),
            string.Create(CultureInfo.InvariantCulture, $"{name} takes a whole number from {least} to {most}.")));
        return null;
    }

    /// <summary>The share between 0 and 1, neither of them; null after what is wrong was noted.</summary>
    /// <param name="result">What stands behind the option.</param>
    /// <param name="language">The user's language.</param>
    public static double? Share(ArgumentResult result, ScreenLanguage language)
    {
        if (double.TryParse(result.Tokens.SingleOrDefault()?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is > 0 and < 1)
        {
            return share;
        }

        var name = (result.Parent as OptionResult)?.Option.Name;
        result.AddError(language.Pick($"{name} は 0 より大きく 1 より小さい数にしてください。", $"{name} takes a number between 0 and 1."));
        return null;
    }
}
