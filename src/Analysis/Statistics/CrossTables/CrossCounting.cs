using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics.ExactTests;
using FeedbackLab.Analysis.Statistics.Years;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Statistics.CrossTables;

/// <summary>Counts a cross table.</summary>
internal sealed class CrossCounting
{
    private readonly AnalysisFindings _findings;
    private readonly CrossAttribute _attribute;
    private readonly QuestionsOfYears? _questions;
    private readonly SameQuestions? _same;
    private readonly ImmutableArray<(AnalysedComment Comment, ImmutableArray<string> Groups)> _comments;
    private readonly ImmutableDictionary<string, ImmutableArray<CommentType>> _types;

    public CrossCounting(AnalysisFindings findings, CrossAttribute attribute, CommentCorpus? read)
    {
        (_findings, _attribute) = (findings, attribute);
        _same = attribute.Kind == CrossKind.Question ? new SameQuestions(read ?? findings.Corpus) : null;
        _comments = [.. findings.Comments.Select(c => (c, United(attribute.GroupsOf(c.Comment, c.Types))))];
        _types = findings.Comments.ToImmutableDictionary(c => c.Comment.Id, c => c.Types, StringComparer.Ordinal);
        _questions = attribute.Kind == CrossKind.Year ? QuestionsOfYears.Of(read ?? findings.Corpus, findings.Years) : null;
    }

    public CrossTable ByRespondent(CrossAdjustment adjustment, int draws, int seed)
    {
        var states = States(_findings.Corpus);
        var asked = states.Where(s => s.Value != AnswerKind.NotAsked).Select(s => s.Key).ToHashSet();
        var groups = _attribute.Ordered(_findings, states.Keys.Select(k => k.Group), g => asked.Count(a => a.Group == g));

        // Who stands in several groups is no independent witness beside those who stand in one: the test is of the one or the other.
        var tested = _questions is null ? asked : States(_questions.Comparable(_findings.Corpus)).Where(s => s.Value != AnswerKind.NotAsked).Select(s => s.Key).ToHashSet();
        var respondents = tested.GroupBy(a => a.Respondent, StringComparer.Ordinal).OrderBy(r => r.Key, StringComparer.Ordinal).ToList();
        ImmutableArray<string> several = [.. respondents.Where(r => r.Count() > 1).Select(r => r.Key)];
        var placed = respondents.Where(r => r.Count() == 1).ToDictionary(r => r.Key, r => r.First().Group, StringComparer.Ordinal);

        // Years ask the same people again: where those are enough, they are compared with themselves however many came or went.
        var isBetween = several.Length < placed.Count && placed.Values.Distinct(StringComparer.Ordinal).Count() > 1
            && (_attribute.Kind != CrossKind.Year || several.Length < SmallNumbers.FewestChanged);
        var design = _attribute.Kind == CrossKind.Respondent || groups.Length < 2 ? CrossDesign.Untested
            : several.IsEmpty || isBetween ? CrossDesign.Between
            : CrossDesign.Within;
        var of = groups.Select(g => placed.Values.Count(p => p == g)).ToImmutableArray();
        var rows = Rows(groups, comment => comment.AskedRespondent, mentioning =>
        [
            .. groups.Select((g, i) => asked.Any(a => a.Group == g)
                ? new DocumentFrequency(mentioning[i].Count, asked.Count(a => a.Group == g))
                : (DocumentFrequency?)null),
        ],
        mentioning => design switch
        {
            CrossDesign.Between => FreemanHalton.Test(
                [.. groups.Select((g, i) => mentioning[i].Count(r => placed.TryGetValue(r, out var own) && own == g))], of, draws, seed),
            CrossDesign.Within => WithinRespondents.Test(
                [.. several.Select(r => groups.Select((g, i) => tested.Contains((r, g)) ? mentioning[i].Contains(r) : (bool?)null).ToImmutableArray())], draws, seed),
            _ => null,
        });
        return new CrossTable(
            _attribute,
            CrossUnit.Respondents,
            design,
            [
                .. groups.Select(g =>
                {
                    var kinds = states.Where(s => s.Key.Group == g).CountBy(s => s.Value).ToDictionary();
                    int Number(AnswerKind kind) => kinds.GetValueOrDefault(kind);
                    return new CrossGroup(
                        g, kinds.Values.Sum() - Number(AnswerKind.NotAsked), Number(AnswerKind.Words), Number(AnswerKind.Elsewhere),
                        Number(AnswerKind.NothingToSay), Number(AnswerKind.Blank), Number(AnswerKind.NotAsked));
                }),
            ],
            CrossTable.Adjusted(rows, adjustment),
            design switch { CrossDesign.Within => several.Length, CrossDesign.Between => placed.Count, _ => respondents.Count })
        {
            Apart = design switch { CrossDesign.Between => several, CrossDesign.Within => [.. placed.Keys.Order(StringComparer.Ordinal)], _ => [] },
            WithWordsOutside = _findings.Corpus.Comments.Select(c => c.AskedRespondent).OfType<string>().Distinct(StringComparer.Ordinal)
                .Except(states.Keys.Select(k => k.Respondent), StringComparer.Ordinal).Count(),
            Questions = _questions,
            Several = Several,
        };
    }

    public CrossTable ByComment(CrossAdjustment adjustment, int draws, int seed)
    {
        var sizes = _comments.SelectMany(c => c.Groups).CountBy(g => g, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var groups = _attribute.Ordered(_findings, sizes.Keys, g => sizes[g]);
        var grouped = _comments.Where(c => !c.Groups.IsEmpty && IsTested(c.Comment.Comment)).ToList();
        var of = groups.Select(g => grouped.Count(c => c.Groups.Contains(g))).ToImmutableArray();

        // One respondent's comments are no independent witnesses; nor is a comment in two groups.
        var isIndependent = groups.Length > 1 && grouped.TrueForAll(c => c.Groups.Length == 1)
            && grouped.Select(c => c.Comment.Comment.Respondent).OfType<string>().CountBy(r => r, StringComparer.Ordinal).All(r => r.Value == 1);
        var rows = Rows(
            groups,
            comment => comment.Id,
            mentioning => [.. groups.Select((g, i) => (DocumentFrequency?)new DocumentFrequency(mentioning[i].Count, sizes[g]))],
            mentioning => isIndependent ? FreemanHalton.Test([.. mentioning.Select(m => m.Count)], of, draws, seed) : null);
        return new CrossTable(
            _attribute,
            CrossUnit.Comments,
            isIndependent ? CrossDesign.Between : CrossDesign.Untested,
            [.. groups.Select(g => new CrossGroup(g, sizes[g], sizes[g], 0, 0, 0, 0))],
            CrossTable.Adjusted(rows, adjustment),
            grouped.Count)
        {
            Questions = _questions,
            Several = Several,
        };
    }

    private ImmutableDictionary<string, ImmutableArray<string>> Several => _same?.Several.ToImmutableDictionary(StringComparer.Ordinal) ?? ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    private ImmutableArray<string> United(ImmutableArray<string> groups) => _same is null ? groups : [.. groups.Select(_same.Of)];

    private bool IsTested(Comment comment) => _questions?.IsComparable(comment) ?? true;

    private Dictionary<(string Respondent, string Group), AnswerKind> States(CommentCorpus corpus) => AskedRespondents.Of(corpus, _types, _attribute, United);

    private ImmutableArray<CrossRow> Rows(
        ImmutableArray<string> groups,
        Func<Comment, string?> unit,
        Func<ImmutableArray<HashSet<string>>, ImmutableArray<DocumentFrequency?>> cellsOf,
        Func<ImmutableArray<HashSet<string>>, ExactResult?> test)
    {
        var rows = ImmutableArray.CreateBuilder<CrossRow>();
        foreach (var theme in _findings.Themes)
        {
            var ids = theme.CommentIds.ToHashSet(StringComparer.Ordinal);
            var carrying = _comments.Where(c => ids.Contains(c.Comment.Comment.Id)).ToList();
            var mentioning = Mentioning(carrying);
            if (mentioning.All(m => m.Count == 0))
            {
                continue;
            }

            rows.Add(new CrossRow(
                theme.Code,
                cellsOf(mentioning),
                [.. groups.Select(g => carrying.Where(c => c.Groups.Contains(g)).Select(c => c.Comment.Comment.Id).ToImmutableArray())],
                test(_questions is null ? mentioning : Mentioning(carrying.Where(c => IsTested(c.Comment.Comment)))),
                AdjustedP: null));
        }

        return rows.ToImmutable();

        ImmutableArray<HashSet<string>> Mentioning(IEnumerable<(AnalysedComment Comment, ImmutableArray<string> Groups)> comments) =>
        [
            .. groups.Select(g => comments.Where(c => c.Groups.Contains(g)).Select(c => unit(c.Comment.Comment)).OfType<string>().ToHashSet(StringComparer.Ordinal)),
        ];
    }
}
