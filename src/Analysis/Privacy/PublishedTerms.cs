using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Privacy;

/// <summary>Which terms may be told of comments that are published with masks: no name, no part of one, and of some comments none that few say there.</summary>
internal sealed class PublishedTerms
{
    // Words that fewer of those who mention a theme use point at them.
    private const int FewestSpeakers = 3;

    private readonly Masking _masking;
    private readonly TokenizedCorpus _terms;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Open, int All)> _comments = new(StringComparer.Ordinal);

    /// <summary>The terms of some comments.</summary>
    /// <param name="findings">The findings, untouched.</param>
    /// <param name="masking">The masks of their texts.</param>
    public PublishedTerms(AnalysisFindings findings, Masking masking)
    {
        _masking = masking;
        var terms = _terms = findings.Terms ?? TokenizedCorpus.Of([.. findings.Comments.Select(c => c.Comment)], TextTerms.ByKuromoji(LexiconReader.Default));
        for (var i = 0; i < terms.Comments.Length; i++)
        {
            _places.TryAdd(terms.Comments[i].Comment.Id, i);
        }

        var isOpen = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var (comment, uses) in terms.Comments)
        {
            isOpen.Clear();
            foreach (var use in uses)
            {
                var term = terms.Terms[use.Term].Display;
                isOpen[term] = isOpen.GetValueOrDefault(term) || !masking.Touches(comment.Id, use.Span);
            }

            foreach (var (term, open) in isOpen)
            {
                var (before, all) = _comments.GetValueOrDefault(term);
                _comments[term] = (before + (open ? 1 : 0), all + 1);
            }
        }
    }

    /// <summary>
    /// Whether a term may be told: it holds no masked name, and half or more of the comments that use it still hold it when they are masked. What is no term of the comments may not.
    /// </summary>
    /// <param name="term">The term as findings show it.</param>
    public bool Tells(string term) => !_masking.HoldsName(term) && _comments.TryGetValue(term, out var comments) && 2 * comments.Open >= comments.All;

    /// <summary>Those terms of some comments that may be told, in their order: each is used there by three respondents or more (comments, where nobody is known).</summary>
    /// <param name="terms">The terms as findings show them.</param>
    /// <param name="comments">Ids of the comments.</param>
    public ImmutableArray<string> Told(ImmutableArray<string> terms, ImmutableArray<string> comments)
    {
        var speakers = terms.Where(Tells).Distinct(StringComparer.Ordinal).ToDictionary(t => t, _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);
        if (speakers.Count == 0)
        {
            return [];
        }

        foreach (var (comment, uses) in comments.Where(_places.ContainsKey).Select(id => _terms.Comments[_places[id]]))
        {
            foreach (var use in uses)
            {
                if (speakers.TryGetValue(_terms.Terms[use.Term].Display, out var who))
                {
                    who.Add(comment.Respondent ?? "\0" + comment.Id);
                }
            }
        }

        return [.. terms.Where(t => speakers.TryGetValue(t, out var who) && who.Count >= FewestSpeakers)];
    }
}
