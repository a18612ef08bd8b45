using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Privacy;

/// <summary>Findings as they may be published: nobody is named.</summary>
public static partial class Publication
{
    /// <summary>The review list of everything in some findings that a report can show.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="decisions">What was decided on names before.</param>
    /// <param name="words">The words by which names are told.</param>
    public static ImmutableArray<ReviewEntry> Review(AnalysisFindings findings, IReadOnlyList<NameDecision> decisions, PrivacyWords words)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return PersonalDataReview.Of([.. Texts(findings)], [.. Known(findings).Select(n => (KindOf(n, words), PersonalDataFinder.NameOf(n)))], decisions, words);
    }

    /// <summary>Every name that gets a pseudonym: those masked in the texts, and the respondents.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="review">Their review list.</param>
    /// <param name="words">The words by which names are told.</param>
    public static IEnumerable<(PersonalDataKind Kind, string Name)> Names(AnalysisFindings findings, ImmutableArray<ReviewEntry> review, PrivacyWords words)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return review.Where(e => e.IsMasked).Select(e => (e.Kind, e.Name))
            .Concat(Known(findings).Select(n => (KindOf(n, words), PersonalDataFinder.NameOf(n))));
    }

    /// <summary>Pseudonyms that the texts use themselves (Ａさん, B社), normalised.</summary>
    /// <param name="findings">The findings.</param>
    public static ImmutableHashSet<string> Taken(AnalysisFindings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return
        [
            .. findings.Corpus.Comments
                .SelectMany(c => Initial().Matches(Language.NormalizedText.Of(c.Text).Text).Cast<Match>())
                .SelectMany(m => new[] { m.Groups["letter"].Value, m.Groups["letter"].Value + m.Groups["sort"].Value }),
        ];
    }

    /// <summary>The findings with pseudonyms for every name: in words, respondents, attributes, meetings, terms and what was left out.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="masking">The masks of the texts that <see cref="Review"/> looked at.</param>
    /// <param name="words">The words by which names are told.</param>
    /// <returns>The same counts; stretches of evidence where they stand in the masked words. Terms that hold a name are left out; personal attributes are gone.</returns>
    public static AnalysisFindings Masked(AnalysisFindings findings, Masking masking, PrivacyWords words)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(masking);
        var personal = findings.Corpus.Sources
            .SelectMany(s => s.Columns.Where(c => c.Role == ColumnRole.Personal).Select(c => (s.Name, c.Header)))
            .ToHashSet();
        var masked = new Dictionary<Comment, Comment>(ReferenceEqualityComparer.Instance);
        return findings with
        {
            Terms = null,
            Respondents = [.. findings.Respondents.Select(r => Who(r)!)],
            Corpus = findings.Corpus with
            {
                Comments = [.. findings.Corpus.Comments.Select(Of)],
                LeftOut =
                [
                    .. findings.Corpus.LeftOut.Select(l => l with
                    {
                        Respondent = Who(l.Respondent), Question = Text(l.Question), Text = masking.Mask(l.Text, l.Text),
                    }),
                ],
                Meetings = [.. findings.Corpus.Meetings.Select(Meeting)],
            },
            Comments =
            [
                .. findings.Comments.Select(c => c with
                {
                    Comment = Of(c.Comment),
                    Codings = [.. c.Codings.Select(k => k with { Evidence = masking.Spans(c.Comment.Id, c.Comment.Text, k.Evidence) })],
                }),
            ],
            Duplicates = [.. findings.Duplicates.Select(d => d with { Comment = Of(d.Comment) })],
            Themes =
            [
                .. findings.Themes.Select(t => t with
                {
                    Terms = [.. t.Terms.Where(x => !masking.HoldsName(x))],
                    ByRespondent = [.. t.ByRespondent.Select(r => r with { Respondent = Who(r.Respondent)! })],
                }),
            ],
            Clusters = [.. findings.Clusters.Select(Cluster)],
            NewThemes = [.. findings.NewThemes.Select(Cluster)],
            Hierarchy = findings.Hierarchy is null ? null : Node(findings.Hierarchy),
            Discussions =
            [
                .. findings.Discussions.Select(d => d with
                {
                    Passages =
                    [
                        .. d.Passages.Select(p => p with
                        {
                            Text = masking.Mask(p.Text, p.Text),
                            Codings = [.. p.Codings.Select(k => k with { Evidence = masking.Spans(p.Text, p.Text, k.Evidence) })],
                        }),
                    ],
                }),
            ],
        };

        ClusterFinding Cluster(ClusterFinding cluster) => cluster with
        {
            Terms = [.. cluster.Terms.Where(x => !masking.HoldsName(x))],
            Label = Label(cluster.Label),
        };

        ClusterNode Node(ClusterNode node) => node with
        {
            Terms = [.. node.Terms.Where(x => !masking.HoldsName(x))],
            Label = Label(node.Label),
            Parts = [.. node.Parts.Select(Node)],
        };

        string Label(string label) =>
            label.Length == 0 ? label : string.Join('・', label.Split('・').Where(x => !masking.HoldsName(x)).DefaultIfEmpty("―"));

        string? Who(string? respondent) => respondent is null ? null : masking.Name(KindOf(respondent, words), respondent);

        string? Text(string? text) => text is null ? null : masking.Mask(text, text);

        Comment Of(Comment comment)
        {
            if (!masked.TryGetValue(comment, out var other))
            {
                other = comment with
                {
                    Text = masking.Mask(comment.Id, comment.Text),
                    Respondent = Who(comment.Respondent),
                    Question = Text(comment.Question),
                    Attributes =
                    [
                        .. comment.Attributes.Where(a => !personal.Contains((comment.Source, a.Name))).Select(a => a with { Value = masking.Mask(a.Value, a.Value) }),
                    ],
                };
                masked.Add(comment, other);
            }

            return other;
        }

        Meeting Meeting(Meeting meeting) => meeting with
        {
            Title = masking.Mask(meeting.Title, meeting.Title),
            Venue = Text(meeting.Venue),
            ParticipantsText = Text(meeting.ParticipantsText),
            AbsentText = Text(meeting.AbsentText),
            Topic = Text(meeting.Topic),
            Content = Text(meeting.Content),
        };
    }

    private static IEnumerable<(string Key, string Text)> Texts(AnalysisFindings findings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var comment in findings.Corpus.Comments.Where(c => seen.Add(c.Id)))
        {
            yield return (comment.Id, comment.Text);
        }

        var others = findings.Corpus.Comments.SelectMany(c => c.Attributes.Select(a => a.Value).Append(c.Question))
            .Concat(findings.Corpus.LeftOut.SelectMany(l => new[] { l.Text, l.Question }))
            .Concat(findings.Corpus.Meetings.SelectMany(m => new[] { m.Title, m.Venue, m.ParticipantsText, m.AbsentText, m.Topic, m.Content }))
            .Concat(findings.Discussions.SelectMany(d => d.Passages.Select(p => p.Text)));
        foreach (var text in others.Where(t => !string.IsNullOrEmpty(t) && seen.Add(t)))
        {
            yield return (text!, text!);
        }
    }

    private static IEnumerable<string> Known(AnalysisFindings findings) =>
        findings.Respondents.Concat(findings.Corpus.Comments.Select(c => c.Respondent).OfType<string>())
            .Concat(findings.Corpus.LeftOut.Select(l => l.Respondent).OfType<string>())
            .Distinct(StringComparer.Ordinal);

    // 山田座長 speaks for himself, everybody else for an office.
    private static PersonalDataKind KindOf(string respondent, PrivacyWords words)
    {
        var normal = PersonalDataFinder.NameOf(respondent);
        return words.Offices.Any(o => normal.Contains(o.Word, StringComparison.Ordinal)) || words.Corporations.Any(c => normal.Contains(c, StringComparison.Ordinal)) ? PersonalDataKind.Office
            : words.CompanyForms.Any(c => normal.Contains(c, StringComparison.Ordinal)) ? PersonalDataKind.Company
            : words.Honorifics.Concat(words.Titles).Any(h => normal.EndsWith(h, StringComparison.Ordinal)) ? PersonalDataKind.Person
            : PersonalDataKind.Office;
    }

    [GeneratedRegex("(?<![a-z])(?<letter>[a-z]{1,2})(?<sort>さん|様|氏|くん|ちゃん|社|センター|事業所|市|区|町|校|病院)", RegexOptions.CultureInvariant)]
    private static partial Regex Initial();
}
