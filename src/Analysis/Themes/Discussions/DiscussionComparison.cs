using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Statistics;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Themes.Discussions;

/// <summary>Codes the sources' own discussions by the same codebook and sets them beside the counted themes; docs/methods/discussion.md.</summary>
internal static class DiscussionComparison
{
    private const int Part = 5;

    /// <summary>One comparison a source with a discussion, in the corpus's order.</summary>
    /// <param name="findings">What was found.</param>
    /// <param name="coded">The codings of the discussions' sentences and headings.</param>
    public static ImmutableArray<SourceDiscussion> Of(AnalysisFindings findings, Dictionary<string, ImmutableArray<Coding>> coded)
    {
        var passages = findings.Corpus.LeftOut.Where(l => !l.Discussion.IsEmpty).ToLookup(l => l.Source, StringComparer.Ordinal);
        return findings.Codebook.Codes.IsEmpty
            ? []
            : [.. findings.Corpus.Sources.Where(s => passages.Contains(s.Name)).Select(s => Discussion(s.Name, [.. passages[s.Name]], findings, coded))];
    }

    private static SourceDiscussion Discussion(
        string source, ImmutableArray<LeftOut> passages, AnalysisFindings findings, Dictionary<string, ImmutableArray<Coding>> coded)
    {
        var own = findings.Comments.Where(c => c.Comment.Source == source).ToList();
        var comments = own.Count > 0 ? own : [.. findings.Comments];
        var asked = own.Count > 0
            ? own.Select(c => c.Comment.AskedRespondent)
                .Concat(findings.Corpus.LeftOut.Where(l => l.Source == source && l.Reason is not (LeftOutReason.Aside or LeftOutReason.NotAsked)).Select(l => l.Respondent))
                .OfType<string>().Distinct(StringComparer.Ordinal).Count()
            : findings.Respondents.Length;
        ImmutableArray<DiscussionPassage> read = [.. passages.Select(p => new DiscussionPassage(p.Place, p.Discussion, p.Text, Codings(p.Text, coded)))];

        // The heading that opens the discussion tells what it is, not what it is about.
        var headings = passages.SelectMany(p => p.Discussion.Skip(1)).Distinct().OrderBy(h => h.Line).ToImmutableArray();
        return new SourceDiscussion(
            source,
            own.Count > 0,
            read,
            [.. findings.Themes.Select(t => Theme(t.Code, read, headings, comments, asked, coded))],
            [
                .. headings.Where(h => Own(h.Text, coded).IsEmpty && read.Where(p => p.Headings[^1] == h).ToList() is { Count: > 0 } under && under.TrueForAll(p => p.Codings.IsEmpty)),
            ]);
    }

    private static DiscussedTheme Theme(
        Code code,
        ImmutableArray<DiscussionPassage> passages,
        ImmutableArray<SourceHeading> headings,
        List<AnalysedComment> comments,
        int asked,
        Dictionary<string, ImmutableArray<Coding>> coded)
    {
        var carrying = comments.Where(c => c.Codings.Any(k => k.Code == code.Id)).ToList();
        var respondents = carrying.Select(c => c.Comment.AskedRespondent).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        ImmutableArray<SourceHeading> named = [.. headings.Where(h => Own(h.Text, coded).Any(k => k.Code == code.Id))];
        ImmutableArray<int> mentioned = [.. Enumerable.Range(0, passages.Length).Where(i => passages[i].Codings.Any(k => k.Code == code.Id))];

        // Those who cannot be told apart (minutes, anonymous answers), and a report of one or two, are counted by their comments.
        var isOfMany = asked >= SmallNumbers.FewestOfMany;
        var support = isOfMany ? respondents + carrying.Count(c => c.Comment.AskedRespondent is null) : carrying.Count;
        var isMany = isOfMany
            ? respondents >= SmallNumbers.FewestOfMany && respondents * Part >= asked
            : carrying.Count >= SmallNumbers.FewestOfMany && carrying.Count * Part >= comments.Count;
        var isNamed = !named.IsEmpty || !mentioned.IsEmpty;
        return new DiscussedTheme(
            code.Id,
            named,
            mentioned,
            new DocumentFrequency(respondents, asked),
            new DocumentFrequency(carrying.Count, comments.Count),
            isNamed ? support < SmallNumbers.FewestOfMany ? DiscussionVerdict.OnlyInDiscussion : DiscussionVerdict.Both
                : isMany ? DiscussionVerdict.OnlyInComments
                : carrying.Count > 0 ? DiscussionVerdict.SomeComments
                : DiscussionVerdict.Neither)
        {
            Speakers = ThemeCounts.Speakers(carrying),
        };
    }

    // Sentence by sentence: a paragraph of a report is about several things. Evidence is moved to where the sentence stands.
    // A heading may be a number alone, which has no codings.
    private static ImmutableArray<Coding> Own(string text, Dictionary<string, ImmutableArray<Coding>> coded) => coded.GetValueOrDefault(text, []);

    private static ImmutableArray<Coding> Codings(string text, Dictionary<string, ImmutableArray<Coding>> coded) =>
    [
        .. SentenceSplitter.Split(text)
            .SelectMany(s => Own(text[s.Start..s.End], coded).Select(k => k with { Evidence = [.. k.Evidence.Select(e => new TextSpan(e.Start + s.Start, e.End + s.Start))] }))
            .GroupBy(k => k.Code)
            .Select(g => new Coding(g.Key, g.Max(k => k.Score), [.. g.SelectMany(k => k.Evidence).OrderBy(e => e.Start)]))
            .OrderByDescending(k => k.Score).ThenBy(k => k.Code, StringComparer.Ordinal),
    ];
}
