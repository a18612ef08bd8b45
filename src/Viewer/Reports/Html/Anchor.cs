using System.Globalization;
using System.Text;

namespace FeedbackLab.Viewer.Reports.Html;

/// <summary>Names the places of the report that numbers link to; charts and report share them.</summary>
public static class Anchor
{
    /// <summary>All comments.</summary>
    public const string Comments = "comments";

    /// <summary>The respondents.</summary>
    public const string Respondents = "respondents";

    /// <summary>The meetings.</summary>
    public const string Meetings = "meetings";

    /// <summary>The comments that fit no code.</summary>
    public const string NoTheme = "no-theme";

    /// <summary>What was read but not analysed.</summary>
    public const string LeftOut = "left-out";

    /// <summary>The sources' own discussions.</summary>
    public const string Discussion = "discussion";

    /// <summary>A passage of a source's own discussion.</summary>
    /// <param name="discussion">The discussion's place among them, 0-based.</param>
    /// <param name="passage">The passage's place in it, 0-based.</param>
    public static string Passage(int discussion, int passage) => Numbered(Numbered("d-", discussion + 1) + "-", passage + 1);

    /// <summary>A comment among all comments.</summary>
    /// <param name="id">Its id.</param>
    public static string Comment(string id) => "c-" + Safe(id);

    /// <summary>A theme's section.</summary>
    /// <param name="code">The code's id.</param>
    public static string Theme(string code) => "theme-" + Safe(code);

    /// <summary>One respondent's comments within a theme.</summary>
    /// <param name="code">The code's id.</param>
    /// <param name="respondent">The respondent's place among the respondents, 0-based; -1 for the comments that name none.</param>
    public static string ThemeRespondent(string code, int respondent) => Numbered(Theme(code) + "--r-", respondent + 1);

    /// <summary>One year's comments within a theme.</summary>
    /// <param name="code">The code's id.</param>
    /// <param name="year">The year.</param>
    public static string ThemeYear(string code, int year) => Numbered(Theme(code) + "--y-", year);

    /// <summary>A respondent's row.</summary>
    /// <param name="respondent">The respondent's place among the respondents, 0-based.</param>
    public static string Respondent(int respondent) => Numbered("r-", respondent + 1);

    /// <summary>A source's comments.</summary>
    /// <param name="source">The source's place among the sources, 0-based.</param>
    public static string Source(int source) => Numbered("s-", source + 1);

    /// <summary>A group of a source's comments: one respondent's, one meeting's, or those that name nobody.</summary>
    /// <param name="source">The source's place among the sources, 0-based.</param>
    /// <param name="group">The group's place within the source, 0-based.</param>
    public static string Group(int source, int group) => Numbered(Source(source) + "-g-", group + 1);

    /// <summary>A part of what a source holds beside its comments.</summary>
    /// <param name="source">The source's place among the sources, 0-based.</param>
    /// <param name="part">The part's name.</param>
    public static string Aside(int source, string part) => Source(source) + "-" + part;

    /// <summary>A found group.</summary>
    /// <param name="number">Its number.</param>
    public static string Cluster(int number) => Numbered("cluster-", number);

    /// <summary>A possible new theme.</summary>
    /// <param name="number">Its number.</param>
    public static string NewTheme(int number) => Numbered("new-theme-", number);

    /// <summary>A meeting's row.</summary>
    /// <param name="meeting">The meeting's place among the meetings, 0-based.</param>
    public static string Meeting(int meeting) => Numbered("m-", meeting + 1);

    private static string Numbered(string prefix, int number) => prefix + number.ToString(CultureInfo.InvariantCulture);

    // An id may hold anything but white space; a link takes letters, digits and - _ as they are. Distinct ids stay distinct.
    private static string Safe(string id)
    {
        var safe = new StringBuilder();
        foreach (var c in id)
        {
            _ = char.IsAsciiLetterOrDigit(c) || c is '-' or '_'
                ? safe.Append(c)
                : safe.Append('.').Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        return safe.ToString();
    }
}
