using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Themes.Codebooks;

namespace FeedbackLab.Analysis.Themes;

/// <summary>Puts what people decided and what the coder proposes together: what a person decided stands.</summary>
internal static class Decision
{
    /// <summary>The codings of each comment, in the corpus's order, and what was taken as accepted unseen.</summary>
    /// <param name="corpus">The comments.</param>
    /// <param name="coder">The coder for them.</param>
    /// <param name="codebook">The codes; decisions on others are passed over.</param>
    /// <param name="decided">What people decided, by comment id.</param>
    /// <param name="options">How many codes the coder gives a comment, and what is taken unseen.</param>
    /// <returns>Accepted codings first, in the order decided; then proposals, best first, where nobody has looked at the whole comment.</returns>
    public static (ImmutableArray<ImmutableArray<Coding>> Codings, AutoAcceptance? Automatic) Codings(
        TokenizedCorpus corpus, Coder coder, Codebook codebook, IReadOnlyDictionary<string, CodedComment> decided, AnalysisOptions options)
    {
        var byIndex = new Dictionary<int, CodedComment>();
        for (var i = 0; i < corpus.Comments.Length; i++)
        {
            if (decided.TryGetValue(corpus.Comments[i].Comment.Id, out var decision))
            {
                byIndex.Add(i, decision);
            }
        }

        var known = codebook.Codes.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var rules = RuleCoding.Of([.. corpus.Comments.Select(c => c.Comment)], codebook);
        var proposals = rules.Apply(
            coder.Propose(byIndex, options.MostCodes, i => options.AutoAccept is not null || rules.HasRules || byIndex.ContainsKey(i)), byIndex, options.MostCodes);
        var (surest, automatic) = Surest(coder, proposals, byIndex, options.AutoAccept);
        return (
            [
                .. proposals.Select((proposal, i) => byIndex.TryGetValue(i, out var decision) ? Together(proposal, decision, known)
                    : surest.Contains(i) ? [.. proposal.Codings.Select(c => c with { IsAutomatic = true })]
                    : proposal.Codings),
            ],
            automatic);
    }

    private static (HashSet<int> Comments, AutoAcceptance? Automatic) Surest(
        Coder coder, ImmutableArray<CommentProposal> proposals, Dictionary<int, CodedComment> decided, double? share)
    {
        if (share is not { } wanted)
        {
            return ([], null);
        }

        var open = Enumerable.Range(0, proposals.Length).Where(i => !decided.ContainsKey(i)).ToList();
        var surest = open
            .Where(i => !proposals[i].Codings.IsEmpty)
            .OrderByDescending(i => proposals[i].Margin).ThenBy(i => i)
            .Take((int)Math.Round(open.Count * wanted, MidpointRounding.AwayFromZero))
            .ToHashSet();
        var looked = coder.LeaveOneOut(decided).OrderByDescending(l => l.Margin).ThenBy(l => l.Comment).ToList();
        var alike = looked.Take((int)Math.Round(looked.Count * wanted, MidpointRounding.AwayFromZero)).ToList();
        return (surest, new AutoAcceptance(wanted, surest.Count, alike.Count(l => l.IsRight), alike.Count));
    }

    private static ImmutableArray<Coding> Together(CommentProposal proposal, CodedComment decision, HashSet<string> known) =>
    [
        .. decision.Accepted.Where(known.Contains).Select(code =>
            (proposal.Codings.Concat(proposal.Offered).FirstOrDefault(c => c.Code == code) ?? new Coding(code, 0, [])) with { State = CodingState.Accepted }),
        .. decision.IsComplete ? [] : proposal.Codings.Where(c => !decision.Accepted.Contains(c.Code) && !decision.Rejected.Contains(c.Code)),
    ];
}
