using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics.CrossTables;
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
        var problems = findings.Corpus.Problems;
        var english = problems.SelectMany(p => new[] { p.What.En, p.Remedy.En }).Except(problems.SelectMany(p => new[] { p.What.Ja, p.Remedy.Ja })).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. PersonalDataReview.Of([.. Texts(findings)], [.. KnownNames(findings, words)], decisions, words)

                // “The table …” is the program's own English; a name in it stands in the Japanese too.
                .Where(e => !e.IsOpen || e.Places.Any(p => !english.Contains(p.Text))),
        ];
    }

    /// <summary>Every name that gets a pseudonym: those masked in the texts, and the respondents.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="review">Their review list.</param>
    /// <param name="words">The words by which names are told.</param>
    public static IEnumerable<(PersonalDataKind Kind, string Name)> Names(AnalysisFindings findings, ImmutableArray<ReviewEntry> review, PrivacyWords words)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return review.Where(e => e.IsMasked).Select(e => (e.Kind, e.Name))
            .Concat(KnownNames(findings, words));
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

    /// <summary>The findings with pseudonyms for every name: in words, respondents, attributes, meetings, terms, the codebook and what was left out.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="masking">The masks of the texts that <see cref="Review"/> looked at.</param>
    /// <param name="words">The words by which names are told.</param>
    /// <returns>The same counts; stretches of evidence where they stand in the masked words. Terms that hold a name or a part of one are left out; personal attributes are gone.</returns>
    public static AnalysisFindings Masked(AnalysisFindings findings, Masking masking, PrivacyWords words)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(masking);
        var personal = findings.Corpus.Sources
            .SelectMany(s => s.Columns.Where(c => c.Role == ColumnRole.Personal).Select(c => (s.Name, c.Header)))
            .ToHashSet();
        var masked = new Dictionary<Comment, Comment>(ReferenceEqualityComparer.Instance);
        var sources = SourceNames(findings, masking);
        var terms = new PublishedTerms(findings, masking);
        return findings with
        {
            Terms = null,
            Codebook = PublishedCodebook.Of(findings.Codebook, masking),
            Respondents = [.. findings.Respondents.Select(r => Who(r)!)],
            Corpus = findings.Corpus with
            {
                Sources = [.. findings.Corpus.Sources.Select(s => s with { Name = From(s.Name), Title = Text(s.Title), Mapping = null })],
                Comments = [.. findings.Corpus.Comments.Select(Of)],
                Tables = [.. findings.Corpus.Tables.Where(t => t.Rows.All(r => !IsMasked(r.Label))).Select(Table)],
                Problems = [.. findings.Corpus.Problems.Select(p => p with { File = From(p.File), What = Both(p.What), Remedy = Both(p.Remedy) })],
                Skipped = [],
                LeftOut =
                [
                    .. findings.Corpus.LeftOut.Select(l => l with
                    {
                        Source = From(l.Source),
                        Place = Where(l.Place),
                        Discussion = [.. l.Discussion.Select(Heading)],
                        Respondent = Who(l.Respondent), Question = Text(l.Question), Text = masking.Mask(l.Text, l.Text),
                        Attributes = Told(l.Source, l.Attributes),
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
            Ledger = findings.Ledger with { BySource = [.. findings.Ledger.BySource.Select(l => l with { Source = From(l.Source) })] },
            Tables = [.. findings.Tables.Select(t => t with { Series = [.. t.Series.Where(x => !IsMasked(x.Label)).Select(x => x with { Source = From(x.Source), Title = Text(x.Title)!, Label = Text(x.Label)! })] })],
            Duplicates = [.. findings.Duplicates.Select(d => d with { Comment = Of(d.Comment) })],
            Themes =
            [
                .. findings.Themes.Select(t => t with
                {
                    Code = PublishedCodebook.Of(t.Code, masking),
                    Terms = terms.Told(t.Terms, t.CommentIds),
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
                    Source = From(d.Source),
                    Uncovered = [.. d.Uncovered.Select(Heading)],
                    Themes = [.. d.Themes.Select(t => t with { Headings = [.. t.Headings.Select(Heading)] })],
                    Passages =
                    [
                        .. d.Passages.Select(p => p with
                        {
                            Headings = [.. p.Headings.Select(Heading)],
                            Text = masking.Mask(p.Text, p.Text),
                            Codings = [.. p.Codings.Select(k => k with { Evidence = masking.Spans(p.Text, p.Text, k.Evidence) })],
                        }),
                    ],
                }),
            ],
        };

        ClusterFinding Cluster(ClusterFinding cluster) => cluster with
        {
            Terms = [.. cluster.Terms.Where(terms.Tells)],
            Label = Label(cluster.Label),
        };

        ClusterNode Node(ClusterNode node) => node with
        {
            Terms = [.. node.Terms.Where(terms.Tells)],
            Label = Label(node.Label),
            Parts = [.. node.Parts.Select(Node)],
        };

        string Label(string label) =>
            label.Length == 0 ? label : string.Join('・', label.Split('・').Where(terms.Tells).DefaultIfEmpty("―"));

        string? Who(string? respondent) => respondent is null ? null : masking.Name(KindOf(respondent, words), respondent);

        string? Text(string? text) => text is null ? null : masking.Mask(text, text);

        BilingualText Both(BilingualText text) => new(Text(text.Ja)!, Text(text.En)!);

        Place Where(Place place) => place.Sheet is null && place.Column is null ? place : place with { Sheet = Text(place.Sheet), Column = Text(place.Column) };

        string From(string source) => sources.GetValueOrDefault(source, source);

        SourceHeading Heading(SourceHeading heading) => heading with { Text = masking.Mask(heading.Text, heading.Text) };

        CountTable Table(CountTable table) => table with
        {
            Source = From(table.Source),
            Title = masking.Mask(table.Title, table.Title),
            Columns = [.. table.Columns.Select(c => c with { Header = masking.Mask(c.Header, c.Header) })],
            Rows = [.. table.Rows.Select(Row)],
            Total = table.Total is null ? null : Row(table.Total),
        };

        // Whoever has the source would find each row of names by its numbers, and so whose pseudonym signs which quotation.
        bool IsMasked(string label) => masking.Mask(label, label) != label;

        CountRow Row(CountRow row) => row with { Label = masking.Mask(row.Label, row.Label) };

        ImmutableArray<CommentAttribute> Told(string source, ImmutableArray<CommentAttribute> attributes) =>
            [.. attributes.Where(a => !personal.Contains((source, a.Name))).Select(a => new CommentAttribute(masking.Mask(a.Name, a.Name), masking.Mask(a.Value, a.Value)))];

        Comment Of(Comment comment)
        {
            if (!masked.TryGetValue(comment, out var other))
            {
                other = comment with
                {
                    Source = From(comment.Source),
                    Place = Where(comment.Place),
                    Text = masking.Mask(comment.Id, comment.Text),
                    Respondent = Who(comment.Respondent),
                    Question = Text(comment.Question),
                    Attributes = Told(comment.Source, comment.Attributes),
                };
                masked.Add(comment, other);
            }

            return other;
        }

        Meeting Meeting(Meeting meeting) => meeting with
        {
            Source = From(meeting.Source),
            Title = masking.Mask(meeting.Title, meeting.Title),
            Venue = Text(meeting.Venue),
            ParticipantsText = Text(meeting.ParticipantsText),
            AbsentText = Text(meeting.AbsentText),
            Topic = Text(meeting.Topic),
            Content = Text(meeting.Content),
        };
    }

    // A file's name with its masks; one that names somebody all the same, or that two would share, becomes a number.
    private static Dictionary<string, string> SourceNames(AnalysisFindings findings, Masking masking)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (source, i) in findings.Corpus.Sources.Select((s, i) => (s.Name, i)))
        {
            var masked = masking.Mask(source, source);
            var name = masking.HoldsName(masked) || (masked != source && !taken.Add(masked)) ? string.Create(CultureInfo.InvariantCulture, $"資料{i + 1}{Path.GetExtension(source)}") : masked;
            taken.Add(name);
            names[source] = name;
        }

        return names;
    }

    private static IEnumerable<(string Key, string Text)> Texts(AnalysisFindings findings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var comment in findings.Corpus.Comments.Where(c => seen.Add(c.Id)))
        {
            yield return (comment.Id, comment.Text);
        }

        var others = findings.Corpus.Comments.SelectMany(c => c.Attributes.SelectMany(a => new[] { a.Name, a.Value }).Append(c.Question))
            .Concat(findings.Corpus.LeftOut.SelectMany(l => l.Attributes.SelectMany(a => new[] { a.Name, a.Value }).Append(l.Text).Append(l.Question)))
            .Concat(findings.Corpus.Meetings.SelectMany(m => new[] { m.Title, m.Venue, m.ParticipantsText, m.AbsentText, m.Topic, m.Content }))
            .Concat(findings.Discussions.SelectMany(d => d.Passages.Select(p => p.Text)))
            .Concat(findings.Discussions.SelectMany(d => d.Uncovered.Concat(d.Themes.SelectMany(t => t.Headings)).Concat(d.Passages.SelectMany(p => p.Headings))).Select(h => h.Text))
            .Concat(findings.Corpus.LeftOut.SelectMany(l => l.Discussion).Select(h => h.Text))
            .Concat(findings.Corpus.Sources.SelectMany(s => new[] { s.Name, s.Title }))
            .Concat(findings.Corpus.Tables.SelectMany(t => t.Columns.Select(c => c.Header).Concat(t.Rows.Select(r => r.Label)).Append(t.Title).Append(t.Total?.Label)))
            .Concat(findings.Corpus.Comments.SelectMany(c => new[] { c.Place.Sheet, c.Place.Column }))
            .Concat(findings.Corpus.Problems.SelectMany(p => new[] { p.What.Ja, p.What.En, p.Remedy.Ja, p.Remedy.En }))
            .Concat(PublishedCodebook.Texts(findings.Codebook))
            .Concat(findings.Tables.SelectMany(t => t.Series.SelectMany(x => new[] { x.Title, x.Label })));
        foreach (var text in others.Where(t => !string.IsNullOrEmpty(t) && seen.Add(t)))
        {
            yield return (text!, text!);
        }
    }

    // Respondents, what stands among them in a table of counts, and areas.
    private static IEnumerable<(PersonalDataKind Kind, string Name)> KnownNames(AnalysisFindings findings, PrivacyWords words)
    {
        var known = Known(findings).ToList();
        var respondents = known.Select(PersonalDataFinder.NameOf).ToHashSet(StringComparer.Ordinal);
        var listed = findings.Corpus.Tables.Where(t => t.Rows.Count(r => respondents.Contains(PersonalDataFinder.NameOf(r.Label))) is var n && n >= 2 && 2 * n >= t.Rows.Length)
            .SelectMany(t => t.Rows.Select(r => r.Label));
        var area = CrossAttribute.Of("area", findings.Corpus)?.Name;
        var areas = findings.Corpus.Comments.SelectMany(c => c.Attributes).Where(a => a.Name == area).Select(a => PersonalDataFinder.NameOf(a.Value))
            .Where(a => a.Length >= 2 && !words.WideAreas.Contains(a) && !words.Generic.Contains(a) && !respondents.Contains(a)).Distinct(StringComparer.Ordinal);
        return known.Concat(listed.Where(l => l.Length > 0)).Distinct(StringComparer.Ordinal).Select(n => (KindOf(n, words), PersonalDataFinder.NameOf(n)))
            .Concat(areas.Select(a => (PersonalDataKind.Locality, a)));
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
