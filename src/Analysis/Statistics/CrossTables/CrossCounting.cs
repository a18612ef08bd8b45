using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics.ExactTests;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Statistics.CrossTables;

/// <summary>Counts a cross table.</summary>
internal sealed class CrossCounting
{
    private readonly AnalysisFindings _findings;
    private readonly CrossAttribute _attribute;
    private readonly ImmutableArray<(AnalysedComment Comment, ImmutableArray<string> Groups)> _comments;

    public CrossCounting(AnalysisFindings findings, CrossAttribute attribute)
    {
        (_findings, _attribute) = (findings, attribute);
        _comments = [.. findings.Comments.Select(c => (c, attribute.GroupsOf(c.Comment, c.Types)))];
    }

    public CrossTable ByRespondent(CrossAdjustment adjustment, int draws, int seed)
    {
        var states = AskedRespondents.Of(
            _findings.Corpus, _findings.Comments.ToImmutableDictionary(c => c.Comment.Id, c => c.Types, StringComparer.Ordinal), _attribute);
        var asked = states.Where(s => s.Value != AnswerKind.NotAsked).Select(s => s.Key).ToHashSet();
        var groups = _attribute.Ordered(_findings, states.Keys.Select(k => k.Group), g => asked.Count(a => a.Group == g));
        var respondents = asked.Select(a => a.Respondent).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
        var several = respondents.Where(r => groups.Count(g => asked.Contains((r, g))) > 1).ToImmutableArray();
        var design = _attribute.Kind == CrossKind.Respondent || groups.Length < 2 ? CrossDesign.Untested
            : several.IsEmpty ? CrossDesign.Between
            : CrossDesign.Within;
        var rows = Rows(groups, comment => comment.Respondent, (mentioning, _) =>
        [
            .. groups.Select((g, i) => asked.Any(a => a.Group == g)
                ? new DocumentFrequency(mentioning[i].Count, asked.Count(a => a.Group == g))
                : (DocumentFrequency?)null),
        ],
        (mentioning, cells) => design switch
        {
            CrossDesign.Between => FreemanHalton.Test(
                [.. cells.Select(c => c?.Count ?? 0)], [.. cells.Select(c => c?.Of ?? 0)], draws, seed),
            CrossDesign.Within => WithinRespondents.Test(
                [.. several.Select(r => groups.Select((g, i) => asked.Contains((r, g)) ? mentioning[i].Contains(r) : (bool?)null).ToImmutableArray())], draws, seed),
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
            design == CrossDesign.Within ? several.Length : respondents.Length);
    }

    public CrossTable ByComment(CrossAdjustment adjustment, int draws, int seed)
    {
        var sizes = _comments.SelectMany(c => c.Groups).CountBy(g => g, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var groups = _attribute.Ordered(_findings, sizes.Keys, g => sizes[g]);
        var grouped = _comments.Where(c => !c.Groups.IsEmpty).ToList();

        // One respondent's comments are no independent witnesses; nor is a comment in two groups.
        var isIndependent = groups.Length > 1 && grouped.TrueForAll(c => c.Groups.Length == 1)
            && grouped.Select(c => c.Comment.Comment.Respondent).OfType<string>().CountBy(r => r, StringComparer.Ordinal).All(r => r.Value == 1);
        var rows = Rows(
            groups,
            comment => comment.Id,
            (mentioning, _) => [.. groups.Select((g, i) => (DocumentFrequency?)new DocumentFrequency(mentioning[i].Count, sizes[g]))],
            (_, cells) => isIndependent
                ? FreemanHalton.Test([.. cells.Select(c => c!.Value.Count)], [.. cells.Select(c => c!.Value.Of)], draws, seed)
                : null);
        return new CrossTable(
            _attribute,
            CrossUnit.Comments,
            isIndependent ? CrossDesign.Between : CrossDesign.Untested,
            [.. groups.Select(g => new CrossGroup(g, sizes[g], sizes[g], 0, 0, 0, 0))],
            CrossTable.Adjusted(rows, adjustment),
            grouped.Count);
    }

    private ImmutableArray<CrossRow> Rows(
        ImmutableArray<string> groups,
        Func<Comment, string?> unit,
        Func<ImmutableArray<HashSet<string>>, ThemeFinding, ImmutableArray<DocumentFrequency?>> cellsOf,
        Func<ImmutableArray<HashSet<string>>, ImmutableArray<DocumentFrequency?>, ExactResult?> test)
    {
        var rows = ImmutableArray.CreateBuilder<CrossRow>();
        foreach (var theme in _findings.Themes)
        {
            var ids = theme.CommentIds.ToHashSet(StringComparer.Ordinal);
            var carrying = _comments.Where(c => ids.Contains(c.Comment.Comment.Id)).ToList();
            ImmutableArray<HashSet<string>> mentioning =
            [
                .. groups.Select(g => carrying.Where(c => c.Groups.Contains(g)).Select(c => unit(c.Comment.Comment)).OfType<string>().ToHashSet(StringComparer.Ordinal)),
            ];
            if (mentioning.All(m => m.Count == 0))
            {
                continue;
            }

            var cells = cellsOf(mentioning, theme);
            rows.Add(new CrossRow(
                theme.Code,
                cells,
                [.. groups.Select(g => carrying.Where(c => c.Groups.Contains(g)).Select(c => c.Comment.Comment.Id).ToImmutableArray())],
                test(mentioning, cells),
                AdjustedP: null));
        }

        return rows.ToImmutable();
    }
}
