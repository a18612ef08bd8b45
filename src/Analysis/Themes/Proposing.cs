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
    public Scratch NewScratch() => new(new CodeRow(_features), _prototypes.Codes);

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

        var (row, scores, cues) = (scratch.Row, scratch.Scores, scratch.Cues);
        row.Of(_corpus.Comments[comment]);
        _prototypes.Dot(row, _all, scores);
        ToScores(scores);
        _cues.Of(comment, cues);
        int[] refused = _coded.TryGetValue(comment, out var own) ? own.HasNot : [];
        scratch.Rank(refused);
        var found = Codings(comment, scratch);
        if (found.Count == 0 && AddCuesAlone(scratch))
        {
            found = Codings(comment, scratch);
        }

        return isWhole ? Whole(comment, found.ToImmutable(), scratch) : found.Count == 0 ? Nothing : Nothing with { Codings = found.ToImmutable() };
    }

    // By the rule, best first.
    private ImmutableArray<Coding>.Builder Codings(int comment, Scratch scratch)
    {
        var (scores, cues) = (scratch.Scores, scratch.Cues);
        var found = ImmutableArray.CreateBuilder<Coding>();
        var best = 0.0;
        foreach (var code in scratch.Ranked)
        {
            if (scores[code] < (cues[code] ? _rule.CuedLeast : _rule.Least) || EvidenceOf(comment, code, scratch, cues[code]) is not { IsEmpty: false } evidence)
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

        return found;
    }

    // A long text of a code thins its prototype: before a comment gets nothing, a word that no other code's text has is as good as a whole term.
    private bool AddCuesAlone(Scratch scratch)
    {
        var isAny = false;
        foreach (var column in scratch.Row.Words)
        {
            if (_features.Alone.TryGetValue(column, out var code) && !scratch.Cues[code] && scratch.Ranked.Contains(code))
            {
                scratch.Cues[code] = isAny = true;
            }
        }

        return isAny;
    }

    // With what is offered, the margin and the grounds.
    private CommentProposal Whole(int comment, ImmutableArray<Coding> codings, Scratch scratch)
    {
        var (scores, ranked) = (scratch.Scores, scratch.Ranked);
        return new CommentProposal(
            codings,
            [.. ranked.Take(MostOffered).Select(code => new Coding(_codebook.Codes[code].Id, scores[code], EvidenceOf(comment, code, scratch, isAnchored: true)))],
            ranked.Count == 0 ? 0 : scores[ranked[0]] - (ranked.Count > 1 ? scores[ranked[1]] : 0),
            ranked.Count == 0 ? [] : Grounds(comment, ranked[0], scratch.Row));
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

    private ImmutableArray<TextSpan> EvidenceOf(int comment, int code, Scratch scratch, bool isAnchored)
    {
        var columns = scratch.Row.Words;
        var values = scratch.Row.Values;
        var given = scratch.Given;
        given.Clear();
        for (var p = 0; p < columns.Length; p++)
        {
            if (SpeaksFor(columns[p], code) is { } isAnchor && _prototypes.PlaceOf(columns[p]) is >= 0 and var place && values[p] * _all[code][place] is > 0 and var share)
            {
                given.Add((columns[p], share));
                isAnchored |= isAnchor;
            }
        }

        if (given.Count == 0 || !isAnchored)
        {
            return [];
        }

        // Columns of words are numbered in the order of their keys.
        given.Sort(static (a, b) => a.Share != b.Share ? b.Share.CompareTo(a.Share) : a.Column.CompareTo(b.Column));
        var deciding = 1;
        while (deciding < Math.Min(given.Count, MostEvidence) && given[deciding].Share >= LeastShareOfEvidence * given[0].Share)
        {
            deciding++;
        }

        given.RemoveRange(deciding, given.Count - deciding);
        var spans = new List<TextSpan>();
        foreach (ref readonly var use in _corpus.Comments[comment].Terms.AsSpan())
        {
            var column = _features.ColumnOf(use.Term);
            if (Decides(given, column))
            {
                spans.Add(use.Span);
            }
        }

        return TextSpans.Merge(spans);
    }

    private static bool Decides(List<(int Column, double Share)> given, int column)
    {
        foreach (var (one, _) in given)
        {
            if (one == column)
            {
                return true;
            }
        }

        return false;
    }

    // Whether a word speaks for a code by itself; null where it does not speak for it.
    private bool? SpeaksFor(int column, int code)
    {
        if (_speaksFor.TryGetValue(column, out var codes))
        {
            foreach (var (one, isAnchor) in codes)
            {
                if (one == code)
                {
                    return isAnchor;
                }
            }
        }

        return null;
    }

    /// <summary>Room for one thread.</summary>
    /// <param name="row">For the comment's row.</param>
    /// <param name="codes">How many codes there are.</param>
    public sealed class Scratch(CodeRow row, int codes) : IComparer<int>
    {
        /// <summary>The comment's row.</summary>
        public CodeRow Row { get; } = row;

        /// <summary>By code its score.</summary>
        public double[] Scores { get; } = new double[codes];

        /// <summary>By code whether a cue of it is in the comment.</summary>
        public bool[] Cues { get; } = new bool[codes];

        /// <summary>Codes, best first.</summary>
        public List<int> Ranked { get; } = [];

        /// <summary>What speaks for a code: columns and how much each gives.</summary>
        public List<(int Column, double Share)> Given { get; } = [];

        /// <summary>Ranks the codes that score by their scores, ties in the codebook's order.</summary>
        /// <param name="refused">Codes that are passed over.</param>
        public void Rank(int[] refused)
        {
            Ranked.Clear();
            for (var code = 0; code < Scores.Length; code++)
            {
                if (Scores[code] > 0 && !refused.Contains(code))
                {
                    Ranked.Add(code);
                }
            }

            Ranked.Sort(this);
        }

        /// <summary>Negative where a code comes before another one: the higher score, then the codebook's order.</summary>
        public int Compare(int x, int y) => Scores[x] != Scores[y] ? Scores[y].CompareTo(Scores[x]) : x.CompareTo(y);
    }
}
