using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Themes.Rules;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Themes;

/// <summary>The step behind the coder: what the codebook's rules say of each comment overrides what its prototypes say, and no person.</summary>
public sealed class RuleCoding
{
    private const int MostOffered = 3;

    // So many comments are cut into words at a time, so that those of a large corpus are never all in memory.
    private const int Chunk = 2_000;

    private readonly ImmutableArray<ImmutableArray<RuleVerdict>> _verdicts;

    private RuleCoding(ImmutableArray<ImmutableArray<RuleVerdict>> verdicts) => _verdicts = verdicts;

    /// <summary>Whether the codebook has rules at all.</summary>
    public bool HasRules => !_verdicts.IsEmpty;

    /// <summary>The verdicts on some comments; without rules in the codebook nothing is read and nothing changed.</summary>
    /// <param name="comments">The comments, in the coder's order.</param>
    /// <param name="codebook">The codes with their rules.</param>
    public static RuleCoding Of(IReadOnlyList<Comment> comments, Codebook codebook)
    {
        ArgumentNullException.ThrowIfNull(comments);
        ArgumentNullException.ThrowIfNull(codebook);
        if (CodebookRules.Of(codebook.OnlyCodable()) is not { } rules)
        {
            return new RuleCoding([]);
        }

        var verdicts = ImmutableArray.CreateBuilder<ImmutableArray<RuleVerdict>>(comments.Count);
        foreach (var some in comments.Chunk(Chunk))
        {
            verdicts.AddRange(RuleUnit.Of(some).Select(rules.Apply));
        }

        return new RuleCoding(verdicts.MoveToImmutable());
    }

    /// <summary>The proposals with the rules applied: first the codes that rules give, in the codebook's order, then the coder's without those that rules take away.</summary>
    /// <param name="proposals">The coder's, one a comment.</param>
    /// <param name="decided">By the comment's index what people decided: a rule gives nothing that a person rejected.</param>
    /// <param name="mostCodes">Most codes that a comment gets; those of rules are given even beyond it.</param>
    public ImmutableArray<CommentProposal> Apply(ImmutableArray<CommentProposal> proposals, IReadOnlyDictionary<int, CodedComment> decided, int mostCodes)
    {
        ArgumentNullException.ThrowIfNull(decided);
        return _verdicts.IsEmpty
            ? proposals
            : [.. proposals.Select((p, i) => _verdicts[i].IsEmpty ? p : Together(p, _verdicts[i], decided.GetValueOrDefault(i)?.Rejected ?? [], mostCodes))];
    }

    private static CommentProposal Together(CommentProposal proposal, ImmutableArray<RuleVerdict> verdicts, ImmutableArray<string> rejected, int mostCodes)
    {
        ImmutableArray<Coding> given =
        [
            .. verdicts.Where(v => v.IsGiven && !rejected.Contains(v.Code)).Select(v =>
            {
                var own = proposal.Codings.Concat(proposal.Offered).FirstOrDefault(c => c.Code == v.Code);
                return new Coding(v.Code, own?.Score ?? 0, v.Evidence.IsEmpty ? own?.Evidence ?? [] : v.Evidence) { Rule = v.Rule };
            }),
        ];
        bool IsLeft(Coding coding) => verdicts.All(v => v.Code != coding.Code);
        return proposal with
        {
            Codings = [.. given, .. proposal.Codings.Where(IsLeft).Take(Math.Max(0, mostCodes - given.Length))],
            Offered = [.. given.Concat(proposal.Offered.Where(IsLeft)).Take(MostOffered)],
        };
    }
}
