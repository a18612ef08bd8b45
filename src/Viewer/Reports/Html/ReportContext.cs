using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Reports.Content;

namespace FeedbackLab.Viewer.Reports.Html;

/// <summary>What the report's sections share: the findings, looked up by what they link to, and the words that recur.</summary>
internal sealed class ReportContext
{
    /// <summary>Most comments that a report shows one by one: with more nobody could open it.</summary>
    public const int MostComments = 2000;

    /// <summary>Most comments of a list, where a report does not show all.</summary>
    public const int MostExamples = 20;

    private readonly Dictionary<string, AnalysedComment> _comments;
    private readonly HashSet<string>? _shown;
    private readonly Dictionary<string, int> _respondents;
    private readonly Dictionary<string, int> _sources;
    private readonly Dictionary<string, string> _codeNames;
    private readonly Dictionary<string, int> _meetings;
    private readonly Dictionary<string, ReportTheme> _themes;

    public ReportContext(ReportContent content)
    {
        Content = content;
        var (findings, language) = (content.Findings, content.Language);
        _themes = content.Themes.ToDictionary(t => t.Code, StringComparer.Ordinal);
        _shown = IsWhole ? null : Examples(content);
        _comments = findings.Comments.Where(c => Shows(c.Comment.Id) || !c.Codings.IsEmpty).ToDictionary(c => c.Comment.Id, StringComparer.Ordinal);
        _respondents = Places(findings.Respondents);
        _sources = Places(findings.Corpus.Sources.Select(s => s.Name));
        _meetings = Places(findings.Corpus.Meetings.Select(m => m.Id));
        _codeNames = findings.Codebook.Codes.ToDictionary(c => c.Id, c => language.Pick(c.Name), StringComparer.Ordinal);
        Groups = [.. findings.Corpus.Sources.Select((s, i) => CommentGroup.Of(findings, s.Name, i))];
    }

    public ReportContent Content { get; }

    public AnalysisFindings Findings => Content.Findings;

    public RunInfo Run => Content.Run;

    public ScreenLanguage Language => Content.Language;

    /// <summary>Comments by source, then by who said them, in the sources' order.</summary>
    public ImmutableArray<ImmutableArray<CommentGroup>> Groups { get; }

    /// <summary>Whether every comment is shown.</summary>
    public bool IsWhole => Findings.Comments.Length <= MostComments;

    public AnalysedComment Comment(string id) => _comments[id];

    /// <summary>What the report says of a theme; null where it says nothing.</summary>
    public ReportTheme? Theme(string code) => _themes.GetValueOrDefault(code);

    /// <summary>Whether a comment is shown, and so can be linked to.</summary>
    public bool Shows(string id) => _shown?.Contains(id) ?? true;

    /// <summary>Says where the rest is, where not every comment is shown.</summary>
    public void SayWhereTheRestIs(MarkupWriter page)
    {
        if (!IsWhole)
        {
            page.Element(
                "p",
                Pick(
                    $"意見が{MostComments}件を超えるので、代表的な意見だけを載せています。すべての意見は comments.csv にあります。",
                    $"There are more than {MostComments} comments: only those that stand for others are shown. All comments are in comments.csv."),
                ("class", "note"));
        }
    }

    public int RespondentPlace(string respondent) => _respondents.GetValueOrDefault(respondent, -1);

    public int SourcePlace(string source) => _sources[source];

    public int MeetingPlace(string meeting) => _meetings.GetValueOrDefault(meeting, -1);

    public string CodeName(string code) => _codeNames[code];

    public string MeetingTitle(string id) => MeetingPlace(id) is var i and >= 0 ? Findings.Corpus.Meetings[i].Title : id;

    public string Pick(string ja, string en) => Language.Pick(ja, en);

    public string Pick(BilingualText text) => Language.Pick(text);

    /// <summary>Who said a comment, in words: the respondent, the meeting, or that nobody knows.</summary>
    public string Speaker(Comment comment) => (comment.Respondent, comment.Meeting) switch
    {
        ({ } respondent, _) => respondent,
        (null, { } meeting) => MeetingTitle(meeting),
        _ => Pick("回答者の記載なし", "respondent not named"),
    };

    /// <summary>A count as a link to what stands behind it; plain where there is nothing.</summary>
    public static void Count(MarkupWriter page, int count, string anchor)
    {
        if (count == 0)
        {
            page.Text("0");
        }
        else
        {
            page.Element("a", $"{count}", ("href", "#" + anchor));
        }
    }

    /// <summary>A count and its denominator, both links.</summary>
    public static void Share(MarkupWriter page, DocumentFrequency f, string anchor, string allAnchor)
    {
        Count(page, f.Count, anchor);
        page.Text("/");
        Count(page, f.Of, allAnchor);
        if (f.Of > 0)
        {
            page.Text($" ({Charts.ChartText.Percent(f)}%)");
        }
    }

    private static HashSet<string> Examples(ReportContent content) =>
    [
        .. content.Themes.SelectMany(t => t.Quotations.Select(q => q.CommentId)),
        .. content.Findings.Themes.SelectMany(t => t.Representative),
        .. content.Findings.Clusters.SelectMany(c => c.CommentIds.Take(MostExamples).Append(c.Medoid)),
        .. content.Findings.NewThemes.Select(c => c.Medoid),
        .. content.Findings.Comments.Where(c => c.Codings.IsEmpty).Take(MostExamples).Select(c => c.Comment.Id),
    ];

    private static Dictionary<string, int> Places(IEnumerable<string> names)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            places.TryAdd(name, places.Count);
        }

        return places;
    }
}
