using System.Collections.Frozen;
using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Themes.Codebooks;

namespace FeedbackLab.Analysis.Themes;

/// <summary>Makes the proposals for comments, one at a time, by prototypes and a rule that stay; safe to share between threads.</summary>
internal sealed class Proposing
{
    private const double LeastShareOfEvidence = 0.35;
    private const int MostEvidence = 6;
    private const int Decimals = 4;
    private const int MostOffered = 3;
    private const int MostGrounds = 3;

    private static readonly CommentProposal Nothing = new([], [], 0, []);

    private readonly TokenizedCorpus _corpus;
    private readonly Codebook _codebook;
    private readonly CodeFeatures _features;
    private readonly CodeCues _cues;
    private readonly CodePrototypes _prototypes;
    private readonly double[][] _all;
    private readonly SortedDictionary<int, (int[] Has, int[] HasNot)> _coded;
    private readonly CodingRule _rule;
    private readonly int _mostCodes;
    private readonly int _count;

    // By column of words: the codes for which it speaks, and whether by itself.
    private readonly FrozenDictionary<int, (int Code, bool IsAnchor)[]> _speaksFor;

    public Proposing(
        TokenizedCorpus corpus,
        Codebook codebook,
        CodeFeatures features,
        CodeCues cues,
        CodePrototypes prototypes,
        SortedDictionary<int, (int[] Has, int[] HasNot)> coded,
        CodingRule rule,
        int mostCodes,
        int count)
    {
        (_corpus, _codebook, _features, _cues, _prototypes, _coded, _rule, _mostCodes, _count) =
            (corpus, codebook, features, cues, prototypes, coded, rule, mostCodes, count);
        _all = prototypes.Of();
        _speaksFor = SpeaksFor();
    }

    /// <summary>Inner products as scores: 0 to 1, rounded.</summary>
    public static void ToScores(Span<double> products)
    {
        foreach (ref var score in products)
        {
            score = Math.Clamp(Math.Round(score, Decimals), 0, 1);
        }
    }

    /// <summary>Room to work in, for one thread.</summary>
    public Scratch NewScratch() => new(new CodeRow(_features), new double[_prototypes.Codes], new bool[_prototypes.Codes]);

    /// <summary>The proposal for a comment.</summary>
    /// <param name="comment">Its number.</param>
    /// <param name="isWhole">Whether what is offered, margin and grounds are wanted beside the codings.</param>
    /// <param name="scratch">Room to work in.</param>
    public CommentProposal Of(int comment, bool isWhole, Scratch scratch)
    {
        if (!isWhole && !Speaks(_corpus.Comments[comment].Terms.AsSpan()))
        {
            return Nothing;
        }

        var (row, scores, cues) = scratch;
        row.Of(_corpus.Comments[comment]);
        _prototypes.Dot(row, _all, scores);
        ToScores(scores);
        _cues.Of(comment, cues);
        int[] refused = _coded.TryGetValue(comment, out var own) ? own.HasNot : [];
        var ranked = new List<int>();
        for (var code = 0; code < scores.Length; code++)
        {
            if (scores[code] > 0 && !refused.Contains(code))
            {
                ranked.Add(code);
            }
        }

        ranked.Sort((a, b) => scores[a] != scores[b] ? scores[b].CompareTo(scores[a]) : a.CompareTo(b));
        var found = new List<Coding>();
        var best = 0.0;
        foreach (var code in ranked)
        {
            if (scores[code] < (cues[code] ? _rule.CuedLeast : _rule.Least) || EvidenceOf(comment, code, row, cues[code]) is not { IsEmpty: false } evidence)
            {
                continue;
            }

            // Ranked: what is found first is the best.
            best = found.Count == 0 ? scores[code] : best;
            if (found.Count == _mostCodes)
            {
                break;
            }

            if (_rule.Gives(scores[code], best, cues[code]))
            {
                found.Add(new Coding(_codebook.Codes[code].Id, scores[code], evidence));
            }
        }

        if (!isWhole)
        {
            return found.Count == 0 ? Nothing : Nothing with { Codings = [.. found] };
        }

        return new CommentProposal(
            [.. found],
            [.. ranked.Take(MostOffered).Select(code => new Coding(_codebook.Codes[code].Id, scores[code], EvidenceOf(comment, code, row, isAnchored: true)))],
            ranked.Count == 0 ? 0 : scores[ranked[0]] - (ranked.Count > 1 ? scores[ranked[1]] : 0),
            ranked.Count == 0 ? [] : Grounds(comment, ranked[0], row));
    }

    // Own words of a code, and the words of the comments coded with it, which may decide as its own words do.
    private FrozenDictionary<int, (int Code, bool IsAnchor)[]> SpeaksFor()
    {
        var speaks = new Dictionary<(int Column, int Code), bool>();
        for (var code = 0; code < _prototypes.Codes; code++)
        {
            foreach (var column in _features.Own.ColumnsOf(code))
            {
                speaks[(column, code)] = _features.Anchors[code].Contains(column);
            }
        }

        var row = new CodeRow(_features);
        foreach (var (comment, (has, _)) in _coded)
        {
            foreach (var column in row.Of(_corpus.Comments[comment]).Words)
            {
                foreach (var code in has)
                {
                    speaks[(column, code)] = true;
                }
            }
        }

        return speaks.GroupBy(s => s.Key.Column).ToFrozenDictionary(g => g.Key, g => g.Select(s => (s.Key.Code, s.Value)).ToArray());
    }

    private bool Speaks(ReadOnlySpan<TermUse> uses)
    {
        foreach (ref readonly var use in uses)
        {
            if (_speaksFor.ContainsKey(_features.ColumnOf(use.Term)))
            {
                return true;
            }
        }

        return false;
    }

    private ImmutableArray<int> Grounds(int comment, int code, CodeRow row)
    {
        var values = new Dictionary<int, double>();
        for (var p = 0; p < row.Columns.Length; p++)
        {
            values.Add(row.Columns[p], row.Values[p]);
        }

        return
        [
            .. _coded
                .Where(c => c.Key != comment && c.Key < _count && c.Value.Has.Contains(code))
                .Select(c => (c.Key, Likeness: _prototypes.Likeness(c.Key, values)))
                .OrderByDescending(c => c.Likeness).ThenBy(c => c.Key)
                .Take(MostGrounds)
                .Select(c => c.Key),
        ];
    }

    private ImmutableArray<TextSpan> EvidenceOf(int comment, int code, CodeRow row, bool isAnchored)
    {
        var columns = row.Words;
        var values = row.Values;
        var given = new List<(int Column, double Share)>();
        for (var p = 0; p < columns.Length; p++)
        {
            if (_speaksFor.TryGetValue(columns[p], out var codes) && Array.FindIndex(codes, c => c.Code == code) is >= 0 and var at
                && _prototypes.PlaceOf(columns[p]) is >= 0 and var place && values[p] * _all[code][place] is > 0 and var share)
            {
                given.Add((columns[p], share));
                isAnchored |= codes[at].IsAnchor;
            }
        }

        if (given.Count == 0 || !isAnchored)
        {
            return [];
        }

        // Columns of words are numbered in the order of their keys.
        var most = given.Max(g => g.Share);
        var deciding = given
            .Where(g => g.Share >= LeastShareOfEvidence * most)
            .OrderByDescending(g => g.Share)
            .ThenBy(g => g.Column)
            .Take(MostEvidence)
            .Select(g => g.Column)
            .ToList();
        var spans = new List<TextSpan>();
        foreach (ref readonly var use in _corpus.Comments[comment].Terms.AsSpan())
        {
            if (deciding.Contains(_features.ColumnOf(use.Term)))
            {
                spans.Add(use.Span);
            }
        }

        return TextSpans.Merge(spans);
    }

    /// <summary>Room for one thread.</summary>
    public sealed record Scratch(CodeRow Row, double[] Scores, bool[] Cues);
}
