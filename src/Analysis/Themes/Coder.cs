using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
    private readonly TokenizedCorpus _corpus;
    private readonly Codebook _codebook;
    private readonly CodeFeatures _features;
    private readonly CodeCues _cues;
    private readonly Dictionary<int, (int[] Has, int[] HasNot)> _examples = [];
    private readonly int _count;

    private Coder(TokenizedCorpus corpus, int count, Codebook codebook, TextTerms reader)
    {
        (_corpus, _count, _codebook) = (corpus, count, codebook);
        _features = CodeFeatures.Of(corpus, codebook, reader);
        _cues = CodeCues.Of(corpus, codebook, reader);
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
    public ImmutableArray<CommentProposal> Propose(IReadOnlyDictionary<int, CodedComment> decided, int mostCodes) => Propose(decided, mostCodes, _ => true);

    /// <summary>How sure the coder is of the best code of each comment that people looked at whole, and whether that is right, as if nobody had coded it.</summary>
    /// <param name="decided">By index in the corpus what people decided.</param>
    public ImmutableArray<(int Comment, double Margin, bool IsRight)> LeaveOneOut(IReadOnlyDictionary<int, CodedComment> decided)
    {
        ArgumentNullException.ThrowIfNull(decided);
        var coded = Coded(decided);
        var row = new CodeRow(_features);
        var prototypes = new CodePrototypes(_features, coded, comment => row.Of(_corpus.Comments[comment]));
        return
        [
            .. decided.Where(d => d.Value.IsComplete).OrderBy(d => d.Key).Select(d =>
            {
                var scores = ScoresWithout(d.Key, prototypes, row);
                var ranked = Enumerable.Range(0, scores.Length).OrderByDescending(c => scores[c]).ThenBy(c => c).ToList();
                var margin = ranked.Count == 0 ? 0 : scores[ranked[0]] - (ranked.Count > 1 ? scores[ranked[1]] : 0);
                return (d.Key, margin, ranked.Count > 0 && scores[ranked[0]] > 0 && coded[d.Key].Has.Contains(ranked[0]));
            }),
        ];
    }

    /// <summary>As <see cref="Propose(IReadOnlyDictionary{int, CodedComment}, int)"/>, what is offered, margin and grounds only where they are wanted.</summary>
    /// <param name="decided">By index in the corpus what people decided.</param>
    /// <param name="mostCodes">Most codes a comment gets, at least 1.</param>
    /// <param name="isWhole">Whether all of a comment's proposal is wanted, or only its codings.</param>
    internal ImmutableArray<CommentProposal> Propose(IReadOnlyDictionary<int, CodedComment> decided, int mostCodes, Func<int, bool> isWhole)
    {
        ArgumentNullException.ThrowIfNull(decided);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostCodes, 1);
        if (_count == 0)
        {
            return [];
        }

        var coded = Coded(decided);
        var row = new CodeRow(_features);
        var prototypes = new CodePrototypes(_features, coded, comment => row.Of(_corpus.Comments[comment]));
        var rule = CodingRuleTuning.Of(
            [.. coded.Where(c => !decided.TryGetValue(c.Key, out var d) || d.IsComplete).Select(c => (c.Key, c.Value.Has))],
            comment => ScoresWithout(comment, prototypes, row),
            CuesOf,
            mostCodes);
        var proposing = new Proposing(_corpus, _codebook, _features, _cues, prototypes, coded, rule, mostCodes, _count);
        var proposals = new CommentProposal[_count];
        Parallel.ForEach(Partitioner.Create(0, _count), range =>
        {
            var scratch = proposing.NewScratch();
            for (var i = range.Item1; i < range.Item2; i++)
            {
                proposals[i] = proposing.Of(i, isWhole(i), scratch);
            }
        });
        return ImmutableCollectionsMarshal.AsImmutableArray(proposals);
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

    private double[] ScoresWithout(int comment, CodePrototypes prototypes, CodeRow row)
    {
        var scores = new double[prototypes.Codes];
        prototypes.Dot(row.Of(_corpus.Comments[comment]), prototypes.Of(comment), scores);
        Proposing.ToScores(scores);
        return scores;
    }

    private bool[] CuesOf(int comment)
    {
        var cues = new bool[_codebook.Codes.Length];
        _cues.Of(comment, cues);
        return cues;
    }
}
