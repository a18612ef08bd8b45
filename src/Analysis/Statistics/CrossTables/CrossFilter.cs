using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Statistics.CrossTables;

/// <summary>Findings narrowed to some comments: every count is made anew over them, with their own denominators.</summary>
/// <param name="Conditions">Comments fulfil all of them; of one condition's values any. None takes all.</param>
public sealed record CrossFilter(ImmutableArray<CrossCondition> Conditions)
{
    /// <summary>Takes all comments.</summary>
    public static CrossFilter All { get; } = new([]);

    /// <summary>Whether a comment fulfils all conditions.</summary>
    /// <param name="comment">The comment.</param>
    /// <param name="types">What it does.</param>
    public bool Holds(Comment comment, ImmutableArray<CommentType> types) => Conditions.All(c => c.Holds(c.Attribute.GroupsOf(comment, types)));

    /// <summary>The findings of those comments alone.</summary>
    /// <param name="findings">What was found in all.</param>
    /// <returns>
    /// The same codings, themes counted anew: out of the respondents that were asked, and the comments analysed, where all conditions hold. A cell
    /// without words counts as asked by its respondent's attributes. Terms of themes and clusters stay those of all comments; the ledger too.
    /// </returns>
    public AnalysisFindings Narrow(AnalysisFindings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (Conditions.IsEmpty)
        {
            return findings;
        }

        var types = findings.Comments.ToDictionary(c => c.Comment.Id, c => c.Types, StringComparer.Ordinal);
        var left = Conditions.Select(c => (Condition: c, GroupsOf: AskedRespondents.GroupsOfLeftOut(findings.Corpus, c.Attribute))).ToList();
        var corpus = findings.Corpus with
        {
            Comments = [.. findings.Corpus.Comments.Where(c => Holds(c, types.GetValueOrDefault(c.Id, [])))],
            LeftOut = [.. findings.Corpus.LeftOut.Where(l => left.TrueForAll(c => c.Condition.Holds(c.GroupsOf(l))))],
        };
        ImmutableArray<AnalysedComment> comments = [.. findings.Comments.Where(c => Holds(c.Comment, c.Types))];
        var denominators = Denominators.Of(corpus);
        var terms = findings.Themes.ToDictionary(t => t.Code.Id, t => t.Terms, StringComparer.Ordinal);
        return findings with
        {
            Terms = null,
            Corpus = corpus,
            Comments = comments,
            Respondents = denominators.Respondents,
            Years = denominators.Years,
            Themes =
            [
                .. ThemeCounts.Of(findings.Codebook, comments, new TokenizedCorpus([], []), denominators)
                    .Select(t => t with { Terms = terms.GetValueOrDefault(t.Code.Id, []) }),
            ],
        };
    }

    /// <summary>What comments may be narrowed by, with how many there are.</summary>
    /// <param name="findings">What was found in all.</param>
    /// <param name="attribute">What to look at.</param>
    /// <returns>
    /// The groups, in the order of a cross table, each with the comments that fulfil all conditions of other attributes; groups without such a
    /// comment stay, with 0. Questions that are one, written otherwise, are one group, by the words that come up first.
    /// </returns>
    public ImmutableArray<CrossCount> Counts(AnalysisFindings findings, CrossAttribute attribute)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(attribute);
        var others = new CrossFilter([.. Conditions.Where(c => c.Attribute != attribute)]).Whole(findings.Corpus);
        var same = attribute.Kind == CrossKind.Question ? new SameQuestions(findings.Corpus) : null;
        var counts = findings.Comments.Where(c => others.Holds(c.Comment, c.Types))
            .SelectMany(c => attribute.GroupsOf(c.Comment, c.Types)).CountBy(Of, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return [.. attribute.GroupsIn(findings).Select(Of).Distinct(StringComparer.Ordinal).Select(g => new CrossCount(g, counts.GetValueOrDefault(g)))];

        string Of(string group) => same?.Of(group) ?? group;
    }

    /// <summary>The same with one wording for each of its questions, as <see cref="Counts"/> names them.</summary>
    /// <param name="corpus">All that was read.</param>
    public CrossFilter United(CommentCorpus corpus) => WithQuestions(corpus, (same, values) => values.Select(same.Of));

    /// <summary>The same with all wordings of its questions.</summary>
    /// <param name="corpus">All that was read.</param>
    public CrossFilter Whole(CommentCorpus corpus) => WithQuestions(corpus, (same, values) => values.SelectMany(v => same.Several.GetValueOrDefault(same.Of(v), [v])));

    private CrossFilter WithQuestions(CommentCorpus corpus, Func<SameQuestions, ImmutableArray<string>, IEnumerable<string>> values)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        if (Conditions.All(c => c.Attribute.Kind != CrossKind.Question))
        {
            return this;
        }

        var same = new SameQuestions(corpus);
        return new CrossFilter([.. Conditions.Select(c => c.Attribute.Kind == CrossKind.Question ? c with { Values = [.. values(same, c.Values).Distinct(StringComparer.Ordinal)] } : c)]);
    }
}

/// <summary>A condition on comments.</summary>
/// <param name="Attribute">What is looked at.</param>
/// <param name="Values">The groups that are taken, any of them.</param>
public sealed record CrossCondition(CrossAttribute Attribute, ImmutableArray<string> Values)
{
    internal bool Holds(ImmutableArray<string> groups) => groups.Any(Values.Contains);
}

/// <summary>A group with its comments.</summary>
/// <param name="Group">The group.</param>
/// <param name="Comments">How many comments it has.</param>
public readonly record struct CrossCount(string Group, int Comments);
