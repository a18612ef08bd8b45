using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Exchange;

/// <summary>The cases of a project: respondents, a case for each year and set of attributes that their comments came with.</summary>
internal sealed class ExportCases
{
    private readonly Dictionary<string, Draft> _byKey = new(StringComparer.Ordinal);
    private readonly List<Draft> _drafts = [];
    private readonly Dictionary<Guid, QdaVariable> _variables = [];
    private readonly List<QdaVariable> _inOrder = [];

    public ImmutableArray<QdaVariable> Variables => [.. _inOrder];

    public ImmutableArray<QdaCase> Cases()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var byName = _drafts.GroupBy(d => d.Respondent, StringComparer.Ordinal).ToDictionary(g => g.Key ?? string.Empty, g => g.Count(), StringComparer.Ordinal);
        return
        [
            .. _drafts.Select(d =>
            {
                var name = string.IsNullOrWhiteSpace(d.Respondent) ? "（回答者の記載なし）" : d.Respondent;
                name += d.Year is { } year && byName[d.Respondent ?? string.Empty] > 1 ? string.Create(CultureInfo.InvariantCulture, $" {year}") : string.Empty;
                var free = name;
                for (var n = 2; !names.Add(free); n++)
                {
                    free = string.Create(CultureInfo.InvariantCulture, $"{name} ({n})");
                }

                return new QdaCase(ExchangeIds.Case(d.Key), free, [.. d.Values], [], [.. d.Selections]);
            }),
        ];
    }

    /// <summary>Puts a comment's selection to its case; one of which nothing is known belongs to none.</summary>
    public void Add(Comment comment, Guid selection) =>
        Of(comment.Respondent, comment.Year, comment.Attributes.Where(a => a.Name != CommentAttribute.Heading))?.Selections.Add(selection);

    /// <summary>Puts what is no comment to the first case of its respondent and year. After the comments.</summary>
    public void Add(LeftOut leftOut, Guid selection)
    {
        var draft = _drafts.Find(d => d.Respondent == leftOut.Respondent && d.Year == leftOut.Year && d.Respondent is not null) ?? Of(leftOut.Respondent, leftOut.Year, []);
        draft?.Selections.Add(selection);
    }

    private Draft? Of(string? respondent, int? year, IEnumerable<CommentAttribute> attributes)
    {
        var all = attributes.ToList();
        if (respondent is null && year is null && all.Count == 0)
        {
            return null;
        }

        var lines = new ExchangeLines().Add("respondent", respondent).Add("year", year);
        foreach (var attribute in all)
        {
            lines.Add("attribute", attribute.Name).Add("value", attribute.Value);
        }

        var key = lines.ToString();
        if (!_byKey.TryGetValue(key, out var draft))
        {
            draft = new Draft(key, respondent, year);
            if (respondent is not null)
            {
                draft.Values.Add(new QdaValue(Variable(ExchangeIds.Respondent, "回答者", "Text"), respondent));
            }

            if (year is { } number)
            {
                draft.Values.Add(new QdaValue(Variable(ExchangeIds.Year, "年", "Integer"), number.ToString(CultureInfo.InvariantCulture)));
            }

            draft.Values.AddRange(all.Select(a => new QdaValue(Variable(ExchangeIds.Attribute(a.Name), a.Name, "Text"), a.Value)));
            _byKey.Add(key, draft);
            _drafts.Add(draft);
        }

        return draft;
    }

    private Guid Variable(Guid id, string name, string type)
    {
        if (_variables.TryAdd(id, new QdaVariable(id, name, type)))
        {
            _inOrder.Add(_variables[id]);
        }

        return id;
    }

    private sealed record Draft(string Key, string? Respondent, int? Year)
    {
        public List<QdaValue> Values { get; } = [];

        public List<Guid> Selections { get; } = [];
    }
}
