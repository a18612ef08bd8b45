using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Exchange;

/// <summary>What a project's cases and variables say of comments.</summary>
internal sealed class CaseValues
{
    private static readonly string[] YearNames = ["年", "年度", "year"];

    private readonly Dictionary<Guid, QdaVariable> _variables;
    private readonly ILookup<Guid, QdaCase> _bySource;
    private readonly ILookup<Guid, QdaCase> _bySelection;
    private readonly Dictionary<Guid, (QdaSelection[] ByStart, int[] Farthest)> _withCases = [];
    private readonly List<QdaLoss> _losses;
    private readonly bool _isOurs;
    private readonly bool _sourcesAreRespondents;

    public CaseValues(QdaProject project, List<QdaLoss> losses, bool sourcesAreRespondents)
    {
        (_losses, _isOurs, _sourcesAreRespondents) = (losses, project.IsOurs, sourcesAreRespondents);
        _variables = project.Variables.ToDictionary(v => v.Id);
        _bySource = project.Cases.SelectMany(c => c.Sources.Select(s => (Of: s, Case: c))).ToLookup(c => c.Of, c => c.Case);
        _bySelection = project.Cases.SelectMany(c => c.Selections.Select(s => (Of: s, Case: c))).ToLookup(c => c.Of, c => c.Case);
        foreach (var one in project.Cases.Where(c => c.Sources.IsEmpty && c.Selections.IsEmpty))
        {
            losses.Add(new QdaLoss(new BilingualText("どの資料にもつながっていないケース", "cases that belong to no source"), one.Name));
        }
    }

    public Comment Of(Comment comment, TextSpan span, QdaSource source)
    {
        var cases = Cases(span, source);
        var attributes = ImmutableArray.CreateBuilder<CommentAttribute>();
        int? year = null;
        foreach (var value in cases.SelectMany(c => c.Values).Concat(source.Values))
        {
            if (!_variables.TryGetValue(value.Variable, out var variable) || variable.Id == ExchangeIds.Respondent)
            {
                continue;
            }

            if (IsYear(variable) && int.TryParse(value.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
            {
                year ??= number;
            }
            else if (_isOurs || attributes.All(a => a.Name != variable.Name))
            {
                attributes.Add(new CommentAttribute(variable.Name, value.Value));
            }
        }

        return comment with { Respondent = Respondent(cases, source), Year = year, Attributes = [.. attributes, .. comment.Attributes] };
    }

    public LeftOut Of(LeftOut leftOut, TextSpan span, QdaSource source)
    {
        var cases = Cases(span, source);
        var year = cases.SelectMany(c => c.Values).Where(v => v.Variable == ExchangeIds.Year)
            .Select(v => int.TryParse(v.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : (int?)null).FirstOrDefault();
        return leftOut with { Respondent = Respondent(cases, source), Year = year };
    }

    private bool IsYear(QdaVariable variable) => variable.Id == ExchangeIds.Year || (!_isOurs && YearNames.Contains(variable.Name.Trim().ToLowerInvariant()));

    private string? Respondent(List<QdaCase> cases, QdaSource source)
    {
        if (_isOurs)
        {
            return cases.SelectMany(c => c.Values).Where(v => v.Variable == ExchangeIds.Respondent).Select(v => v.Value).FirstOrDefault();
        }

        if (cases.Count > 1)
        {
            _losses.AddRange(cases.Skip(1).Select(c => new QdaLoss(new BilingualText("一つの意見の二つ目からのケース（属性だけを取り込む）", "further cases of one comment (only their attributes are taken in)"), c.Name)));
        }

        var name = cases.Select(c => c.Name.Trim()).FirstOrDefault(n => n.Length > 0);
        return name ?? (_sourcesAreRespondents && cases.Count == 0 && source.Name.Trim().Length > 0 ? source.Name.Trim() : null);
    }

    private List<QdaCase> Cases(TextSpan span, QdaSource source) =>
    [
        .. Touching(span, source).SelectMany(s => _bySelection[s.Id]).Concat(_bySource[source.Id]).Distinct(),
    ];

    // Selections that have cases and touch a stretch, in the text's order.
    private List<QdaSelection> Touching(TextSpan span, QdaSource source)
    {
        if (!_withCases.TryGetValue(source.Id, out var selections))
        {
            QdaSelection[] byStart = [.. source.Selections.Where(s => _bySelection.Contains(s.Id)).OrderBy(s => s.Span.Start)];
            var farthest = 0;
            selections = (byStart, [.. byStart.Select(s => farthest = Math.Max(farthest, s.Span.End))]);
            _withCases.Add(source.Id, selections);
        }

        var (low, high) = (0, selections.ByStart.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = selections.ByStart[middle].Span.Start < span.End ? (middle + 1, high) : (low, middle);
        }

        var touching = new List<QdaSelection>();
        for (var i = low - 1; i >= 0 && selections.Farthest[i] > span.Start; i--)
        {
            if (selections.ByStart[i].Span.End > span.Start)
            {
                touching.Add(selections.ByStart[i]);
            }
        }

        touching.Reverse();
        return touching;
    }
}
