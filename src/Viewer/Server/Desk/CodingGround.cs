using System.Collections.Frozen;
using System.Collections.Immutable;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Themes;

namespace FeedbackLab.Viewer.Server.Desk;

/// <summary>What proposals are made of: the comments of an analysis, in words, and the coder for them.</summary>
internal sealed class CodingGround
{
    private readonly Coder _coder;
    private readonly RuleCoding _rules;

    private CodingGround(AnalysisSnapshot of, TokenizedCorpus corpus, Coder coder, RuleCoding rules)
    {
        (Of, Corpus, _coder, _rules) = (of, corpus, coder, rules);
        Places = Enumerable.Range(0, corpus.Comments.Length).ToFrozenDictionary(i => corpus.Comments[i].Comment.Id, i => i, StringComparer.Ordinal);
    }

    /// <summary>The analysis.</summary>
    public AnalysisSnapshot Of { get; }

    /// <summary>The comments.</summary>
    public TokenizedCorpus Corpus { get; }

    /// <summary>Indexes of the comments, by id.</summary>
    public FrozenDictionary<string, int> Places { get; }

    /// <summary>Reads the comments of an analysis.</summary>
    public static CodingGround Read(AnalysisSnapshot snapshot, Action<double>? progress)
    {
        var reader = TextTerms.ByKuromoji(LexiconReader.Default);
        var codebook = snapshot.Findings.Codebook;
        var corpus = TokenizedCorpus.Of([.. snapshot.Findings.Comments.Select(c => c.Comment)], reader, progress);
        return new CodingGround(snapshot, corpus, Coder.Of(corpus, codebook.OnlyCodable(), reader), RuleCoding.Of([.. corpus.Comments.Select(c => c.Comment)], codebook));
    }

    /// <summary>Whether it fits another analysis as well: the same comments, the same codebook.</summary>
    public bool Fits(AnalysisSnapshot other) => ReferenceEquals(Of, other)
        || (Of.Codebook == other.Codebook && Of.Findings.Comments.Select(c => c.Comment.Id).SequenceEqual(other.Findings.Comments.Select(c => c.Comment.Id), StringComparer.Ordinal));

    /// <summary>What the program offers of each comment, learnt from decisions.</summary>
    /// <param name="decisions">What people decided, by comment id.</param>
    public ImmutableArray<CommentProposal> Propose(ImmutableDictionary<string, CodedComment> decisions)
    {
        var decided = decisions.Where(d => Places.ContainsKey(d.Key)).ToDictionary(d => Places[d.Key], d => d.Value);
        return _rules.Apply(_coder.Propose(decided, Codes), decided, Codes);
    }

    private const int Codes = 3;
}
