using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Themes;

/// <summary>Gives comments the codes whose prototypes they resemble, with the words that decided it.</summary>
/// <remarks>
/// A code's prototype is made from its own text (name, definition, what is in, terms), from comments that people coded where there are any,
/// and lowered by half of what all codes share. What a code excludes never attracts. See docs/methods/coding.md.
/// </remarks>
public sealed class Coder
{
    private const double LeastShareOfEvidence = 0.35;
    private const int MostEvidence = 6;
    private const int Decimals = 4;
    private const int MostOffered = 3;
    private const int MostGrounds = 3;

    private readonly TokenizedCorpus _corpus;
    private readonly Codebook _codebook;
    private readonly CodeFeatures _features;
    private readonly CodeCues _cues;
    private readonly CodePrototypes _prototypes;
    private readonly Dictionary<int, (int[] Has, int[] HasNot)> _examples = [];
    private readonly int _count;

    private Coder(TokenizedCorpus corpus, int count, Codebook codebook, TextTerms reader)
    {
        (_corpus, _count, _codebook) = (corpus, count, codebook);
        _features = CodeFeatures.Of(corpus, codebook, reader);
        _cues = CodeCues.Of(corpus, codebook, reader);
        _prototypes = new CodePrototypes(_features);
    }

    /// <summary>A coder for some comments. Their number and their words decide how much a word weighs.</summary>
    /// <param name="corpus">The comments.</param>
    /// <param name="codebook">The codes; texts that it gives as examples are coded comments beside those of the corpus.</param>
    /// <param name="reader">The same way to terms as the corpus came.</param>
    public static Coder Of(TokenizedCorpus corpus, Codebook codebook, TextTerms reader)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(codebook);
        ArgumentNullException.ThrowIfNull(reader);
        var examples = codebook.Codes.SelectMany(c => c.Examples).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var place = new Place(1, 1);
        var all = examples.Count == 0
            ? corpus
            : TokenizedCorpus.Of(
                [.. corpus.Comments.Select(c => c.Comment), .. examples.Select(t => new Comment(t, string.Empty, CommentKind.Answer, null, null, null, null, place, t, []))],
                reader);
        var coder = new Coder(all, corpus.Comments.Length, codebook, reader);
        for (var i = 0; i < examples.Count; i++)
        {
            var text = examples[i];
            int[] has = [.. Enumerable.Range(0, codebook.Codes.Length).Where(c => codebook.Codes[c].Examples.Contains(text, StringComparer.Ordinal))];
            coder._examples.Add(corpus.Comments.Length + i, (has, []));
        }

        return coder;
    }

    /// <summary>The codings of each comment where people have coded nothing but the codebook's examples.</summary>
    /// <param name="corpus">The comments.</param>
    /// <param name="codebook">The codes.</param>
    /// <param name="reader">The same way to terms as the corpus came.</param>
    /// <param name="mostCodes">Most codes a comment gets, at least 1.</param>
    /// <returns>One entry a comment, in the corpus's order: its codings, best first, ties in the codebook's order; empty where none fits.</returns>
    public static ImmutableArray<ImmutableArray<Coding>> Code(TokenizedCorpus corpus, Codebook codebook, TextTerms reader, int mostCodes) =>
        [.. Of(corpus, codebook, reader).Propose(ImmutableDictionary<int, CodedComment>.Empty, mostCodes).Select(p => p.Codings)];

    /// <summary>What each comment is given and offered, learnt from what people decided.</summary>
    /// <param name="decided">By index in the corpus what people decided; codes that the codebook does not have are passed over.</param>
    /// <param name="mostCodes">Most codes a comment gets, at least 1.</param>
    /// <returns>
    /// One entry a comment, in the corpus's order. A coding is given only where a word that speaks for the code by itself is in the comment:
    /// one of its own text (a part of a phrase among its terms is not enough), or one of the comments coded with it.
    /// </returns>
    public ImmutableArray<CommentProposal> Propose(IReadOnlyDictionary<int, CodedComment> decided, int mostCodes)
    {
        ArgumentNullException.ThrowIfNull(decided);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostCodes, 1);
        if (_count == 0)
        {
            return [];
        }

        var coded = Coded(decided);
        var prototypes = _prototypes.Of(coded);
        var rule = CodingRuleTuning.Of(
            [.. coded.Where(c => !decided.TryGetValue(c.Key, out var d) || d.IsComplete).Select(c => (c.Key, c.Value.Has))],
            comment => Scores(comment, _prototypes.Of(coded, comment)),
            _cues.Has,
            mostCodes);
        var learnt = Learnt(coded);
        return [.. Enumerable.Range(0, _count).Select(i => Proposal(i, prototypes, rule, learnt, coded, mostCodes))];
    }

    /// <summary>How sure the coder is of the best code of each comment that people looked at whole, and whether that is right, as if nobody had coded it.</summary>
    /// <param name="decided">By index in the corpus what people decided.</param>
    public ImmutableArray<(int Comment, double Margin, bool IsRight)> LeaveOneOut(IReadOnlyDictionary<int, CodedComment> decided)
    {
        ArgumentNullException.ThrowIfNull(decided);
        var coded = Coded(decided);
        return
        [
            .. decided.Where(d => d.Value.IsComplete).OrderBy(d => d.Key).Select(d =>
            {
                var scores = Scores(d.Key, _prototypes.Of(coded, d.Key));
                var ranked = Enumerable.Range(0, scores.Length).OrderByDescending(c => scores[c]).ThenBy(c => c).ToList();
                var margin = ranked.Count == 0 ? 0 : scores[ranked[0]] - (ranked.Count > 1 ? scores[ranked[1]] : 0);
                return (d.Key, margin, ranked.Count > 0 && scores[ranked[0]] > 0 && coded[d.Key].Has.Contains(ranked[0]));
            }),
        ];
    }

    private SortedDictionary<int, (int[] Has, int[] HasNot)> Coded(IReadOnlyDictionary<int, CodedComment> decided)
    {
        var coded = new SortedDictionary<int, (int[] Has, int[] HasNot)>(_examples);
        foreach (var (comment, decision) in decided)
        {
            coded[comment] = (Numbers(decision.Accepted), Numbers(decision.Rejected));
        }

        return coded;
    }

    private int[] Numbers(ImmutableArray<string> ids) =>
        [.. ids.Select(id => Enumerable.Range(0, _codebook.Codes.Length).FirstOrDefault(c => _codebook.Codes[c].Id == id, -1)).Where(c => c >= 0).Distinct()];

    private double[] Scores(int comment, double[][] prototypes) =>
        [.. prototypes.Select(p => Math.Clamp(Math.Round(_features.Comments.Dot(comment, p), Decimals), 0, 1))];

    // By code the words of the comments coded with it: they may decide as its own words do.
    private HashSet<int>[] Learnt(SortedDictionary<int, (int[] Has, int[] HasNot)> coded)
    {
        HashSet<int>[] learnt = [.. _codebook.Codes.Select(_ => new HashSet<int>())];
        foreach (var (comment, (has, _)) in coded)
        {
            foreach (var code in has)
            {
                foreach (var column in _features.Comments.ColumnsOf(comment))
                {
                    learnt[code].Add(column);
                }
            }
        }

        return learnt;
    }

    private CommentProposal Proposal(
        int comment,
        double[][] prototypes,
        CodingRule rule,
        HashSet<int>[] learnt,
        SortedDictionary<int, (int[] Has, int[] HasNot)> coded,
        int mostCodes)
    {
        var scores = Scores(comment, prototypes);
        int[] refused = coded.TryGetValue(comment, out var own) ? own.HasNot : [];
        var ranked = Enumerable.Range(0, scores.Length)
            .Where(c => scores[c] > 0 && !refused.Contains(c))
            .OrderByDescending(c => scores[c]).ThenBy(c => c)
            .Select(c => (Code: c, Score: scores[c], IsCued: _cues.Has(comment, c)))
            .ToList();
        var found = ranked
            .Select(r => (r.Code, r.Score, r.IsCued, Evidence: EvidenceOf(comment, r.Code, prototypes[r.Code], r.IsCued, learnt[r.Code])))
            .Where(r => r.Score >= (r.IsCued ? rule.CuedLeast : rule.Least) && !r.Evidence.IsEmpty)
            .ToList();
        var best = found.Select(f => f.Score).DefaultIfEmpty(0).Max();
        return new CommentProposal(
            [.. found.Where(f => rule.Gives(f.Score, best, f.IsCued)).Take(mostCodes).Select(f => new Coding(_codebook.Codes[f.Code].Id, f.Score, f.Evidence))],
            [
                .. ranked.Take(MostOffered).Select(r => new Coding(
                    _codebook.Codes[r.Code].Id, r.Score, EvidenceOf(comment, r.Code, prototypes[r.Code], isAnchored: true, learnt[r.Code]))),
            ],
            ranked.Count == 0 ? 0 : ranked[0].Score - (ranked.Count > 1 ? ranked[1].Score : 0),
            ranked.Count == 0 ? [] : Grounds(comment, ranked[0].Code, coded));
    }

    private ImmutableArray<int> Grounds(int comment, int code, SortedDictionary<int, (int[] Has, int[] HasNot)> coded)
    {
        var row = new double[_features.Comments.Columns];
        var columns = _features.Comments.ColumnsOf(comment);
        for (var p = 0; p < columns.Length; p++)
        {
            row[columns[p]] = _features.Comments.ValuesOf(comment)[p];
        }

        return
        [
            .. coded
                .Where(c => c.Key != comment && c.Key < _count && c.Value.Has.Contains(code))
                .Select(c => (c.Key, Likeness: _features.Comments.Dot(c.Key, row)))
                .OrderByDescending(c => c.Likeness).ThenBy(c => c.Key)
                .Take(MostGrounds)
                .Select(c => c.Key),
        ];
    }

    private ImmutableArray<TextSpan> EvidenceOf(int comment, int code, double[] prototype, bool isAnchored, HashSet<int> learnt)
    {
        var own = _features.Own.ColumnsOf(code);
        var columns = _features.Comments.ColumnsOf(comment);
        var values = _features.Comments.ValuesOf(comment);
        var given = new List<(string Term, double Share)>();
        for (var p = 0; p < columns.Length && columns[p] < _features.Terms.Length; p++)
        {
            var share = values[p] * prototype[columns[p]];
            var isLearnt = learnt.Contains(columns[p]);
            if (share > 0 && (isLearnt || own.BinarySearch(columns[p]) >= 0))
            {
                given.Add((_features.Terms[columns[p]], share));
                isAnchored |= isLearnt || _features.Anchors[code].Contains(columns[p]);
            }
        }

        if (given.Count == 0 || !isAnchored)
        {
            return [];
        }

        var most = given.Max(g => g.Share);
        var deciding = given
            .Where(g => g.Share >= LeastShareOfEvidence * most)
            .OrderByDescending(g => g.Share)
            .ThenBy(g => g.Term, StringComparer.Ordinal)
            .Take(MostEvidence)
            .Select(g => g.Term)
            .ToHashSet(StringComparer.Ordinal);
        return TextSpans.Merge(_corpus.Comments[comment].Terms
            .Where(t => deciding.Contains(_corpus.Terms[t.Term].Key))
            .Select(t => t.Span));
    }
}
