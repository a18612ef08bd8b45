using System.Globalization;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer;

/// <summary>The language that the user reads.</summary>
public enum ScreenLanguage
{
    /// <summary>日本語.</summary>
    Japanese,

    /// <summary>English.</summary>
    English,
}

/// <summary>Picks words by language.</summary>
public static class ScreenLanguages
{
    /// <summary>Japanese where the system's language is Japanese, else English.</summary>
    public static ScreenLanguage OfSystem =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja" ? ScreenLanguage.Japanese : ScreenLanguage.English;

    /// <summary>The words in a language.</summary>
    /// <param name="language">The language.</param>
    /// <param name="text">The words in both.</param>
    public static string Pick(this ScreenLanguage language, BilingualText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return language.Pick(text.Ja, text.En);
    }

    /// <summary>The words in a language.</summary>
    /// <param name="language">The language.</param>
    /// <param name="ja">Japanese.</param>
    /// <param name="en">English.</param>
    public static string Pick(this ScreenLanguage language, string ja, string en) => language == ScreenLanguage.Japanese ? ja : en;

    /// <summary>A number of things in English: <c>1 comment</c>, <c>1,200 comments</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="noun">What one is called; its plural ends in s.</param>
    public static string InEnglish(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? string.Empty : "s")}");

    /// <summary>The tag for HTML's and SVG's lang: <c>ja</c> or <c>en</c>.</summary>
    /// <param name="language">The language.</param>
    public static string Tag(this ScreenLanguage language) => language.Pick("ja", "en");
}
