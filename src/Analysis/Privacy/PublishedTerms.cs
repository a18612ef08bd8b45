using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Privacy;

/// <summary>Which terms may be told of comments that are published with masks: no name, and no part of one.</summary>
internal sealed class PublishedTerms
{
    private readonly Masking _masking;
    private readonly Dictionary<string, (int Open, int All)> _comments = new(StringComparer.Ordinal);

    /// <summary>The terms of some comments.</summary>
    /// <param name="findings">The findings, untouched.</param>
    /// <param name="masking">The masks of their texts.</param>
    public PublishedTerms(AnalysisFindings findings, Masking masking)
    {
        _masking = masking;
        var terms = findings.Terms ?? TokenizedCorpus.Of([.. findings.Comments.Select(c => c.Comment)], TextTerms.ByKuromoji(LexiconReader.Default));
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
}
