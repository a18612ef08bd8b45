using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Themes.Codebooks;

namespace FeedbackLab.Analysis.Themes;

/// <summary>Puts what people decided and what the coder proposes together: what a person decided stands.</summary>
internal static class Decision
{
    /// <summary>The codings of each comment, in the corpus's order.</summary>
    /// <param name="corpus">The comments.</param>
    /// <param name="coder">The coder for them.</param>
    /// <param name="codebook">The codes; decisions on others are passed over.</param>
    /// <param name="decided">What people decided, by comment id.</param>
    /// <param name="mostCodes">Most codes that the coder gives a comment.</param>
    /// <returns>Accepted codings first, in the order decided; then proposals, best first, where nobody has looked at the whole comment.</returns>
    public static ImmutableArray<ImmutableArray<Coding>> Codings(
        TokenizedCorpus corpus, Coder coder, Codebook codebook, IReadOnlyDictionary<string, CodedComment> decided, int mostCodes)
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
        return
        [
            .. coder.Propose(byIndex, mostCodes).Select((proposal, i) => byIndex.TryGetValue(i, out var decision)
                ? Together(proposal, decision, known)
                : proposal.Codings),
        ];
    }

    private static ImmutableArray<Coding> Together(CommentProposal proposal, CodedComment decision, HashSet<string> known) =>
    [
        .. decision.Accepted.Where(known.Contains).Select(code =>
            (proposal.Codings.Concat(proposal.Offered).FirstOrDefault(c => c.Code == code) ?? new Coding(code, 0, [])) with { State = CodingState.Accepted }),
        .. decision.IsComplete ? [] : proposal.Codings.Where(c => !decision.Accepted.Contains(c.Code) && !decision.Rejected.Contains(c.Code)),
    ];
}
