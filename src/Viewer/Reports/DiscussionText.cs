using System.Globalization;
using FeedbackLab.Analysis.Findings;

namespace FeedbackLab.Viewer.Reports;

/// <summary>What a source's own discussion says beside its comments, in words.</summary>
public static class DiscussionText
{
    /// <summary>A line for the terminal: how many themes both name, and where they disagree.</summary>
    /// <param name="discussion">The discussion.</param>
    /// <param name="findings">The findings.</param>
    /// <param name="language">The user's language.</param>
    public static string Of(SourceDiscussion discussion, AnalysisFindings findings, ScreenLanguage language)
    {
        ArgumentNullException.ThrowIfNull(discussion);
        ArgumentNullException.ThrowIfNull(findings);
        var names = findings.Codebook.Codes.ToDictionary(c => c.Id, c => language.Pick(c.Name), StringComparer.Ordinal);
        string Listed(IEnumerable<DiscussedTheme> themes) => themes.ToList() is { Count: > 0 } some
            ? string.Join(language.Pick("、", ", "), some.Select(t => names[t.Code]))
            : language.Pick("なし", "none");
        var both = discussion.Themes.Count(t => t.Verdict == DiscussionVerdict.Both);
        return language.Pick($"資料の考察 {Where(discussion)}: 意見と同じテーマ {both}", $"The source's discussion, {Where(discussion)}: {both} themes as in the comments")
            + language.Pick("。回答者が多いのに考察にない: ", ". Many mention, the discussion does not: ") + Listed(discussion.OnlyInComments)
            + language.Pick("。考察にあるのに意見が少ない: ", ". The discussion names, few comments do: ") + Listed(discussion.OnlyInDiscussion)
            + language.Pick("。コードのない見出し: ", ". Headings without a code: ")
            + (discussion.Uncovered.IsEmpty ? language.Pick("なし", "none") : string.Join(language.Pick("、", ", "), discussion.Uncovered.Select(h => h.Text)))
            + language.Pick("。", ".");
    }

    /// <summary>Where the discussion stands: source and lines.</summary>
    /// <param name="discussion">The discussion.</param>
    public static string Where(SourceDiscussion discussion)
    {
        ArgumentNullException.ThrowIfNull(discussion);
        var first = discussion.Passages.Min(p => Math.Min(p.Place.LineStart, p.Headings[0].Line));
        return string.Create(CultureInfo.InvariantCulture, $"{discussion.Source}, l.{first}–{discussion.Passages.Max(p => p.Place.LineEnd)}");
    }

    /// <summary>What discussion and comments say of a theme together.</summary>
    /// <param name="verdict">The verdict.</param>
    public static Ingest.Corpus.BilingualText Of(DiscussionVerdict verdict) => verdict switch
    {
        DiscussionVerdict.Both => new("どちらにもある", "both name it"),
        DiscussionVerdict.OnlyInDiscussion => new("考察にあるが、意見は少ない", "the discussion names it, few comments do"),
        DiscussionVerdict.OnlyInComments => new("5分の1以上が挙げるが、考察にない", "a fifth or more mention it, the discussion does not"),
        DiscussionVerdict.SomeComments => new("意見は少しある。考察にはない", "some mention it, the discussion does not"),
        DiscussionVerdict.Neither => new("どちらにもない", "neither names it"),
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, null),
    };

    /// <summary>The name of a verdict in exported files.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string NameOf(DiscussionVerdict verdict) => verdict switch
    {
        DiscussionVerdict.Both => "both",
        DiscussionVerdict.OnlyInDiscussion => "only-in-discussion",
        DiscussionVerdict.OnlyInComments => "only-in-comments",
        DiscussionVerdict.SomeComments => "some-comments",
        DiscussionVerdict.Neither => "neither",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, null),
    };
}
