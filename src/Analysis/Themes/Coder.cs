using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Themes;

/// <summary>Gives comments the codes whose prototypes they resemble, with the words that decided it.</summary>
/// <remarks>
/// A code's prototype is made from its own text (name, definition, what is in, terms), from accepted examples where there are any,
/// and lowered by half of what all codes share. What a code excludes never attracts. See docs/methods/coding.md.
/// </remarks>
public static class Coder
{
    /// <summary>Smallest score that gives a code.</summary>
    public const double LeastScore = 0.06;

    /// <summary>Smallest share of a comment's best score that gives a further code.</summary>
    public const double LeastShareOfBest = 0.45;

    /// <summary>Smallest score where a whole term of the code stands in the comment.</summary>
    public const double CuedScore = 0.02;

    /// <summary>Smallest share of the best score where a whole term of the code stands in the comment.</summary>
    public const double CuedShareOfBest = 0.15;

    private const double SharedByAll = 0.5;
    private const double DefinitionWeight = 2;
    private const double LeastShareOfEvidence = 0.35;
    private const int MostEvidence = 6;
    private const int Decimals = 4;

    /// <summary>The codings of each comment.</summary>
    /// <param name="corpus">The comments. Their number and their words decide how much a word weighs.</param>
    /// <param name="codebook">The codes.</param>
    /// <param name="reader">The same way to terms as the corpus came.</param>
    /// <param name="mostCodes">Most codes a comment gets, at least 1.</param>
    /// <returns>
    /// One entry a comment, in the corpus's order: its codings, best first, ties in the codebook's order; empty where none fits.
    /// A coding is given only where a word of the code's own text is in the comment; a part of a phrase among its terms is not enough.
    /// </returns>
    public static ImmutableArray<ImmutableArray<Coding>> Code(
        TokenizedCorpus corpus, Codebook codebook, TextTerms reader, int mostCodes)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(codebook);
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostCodes, 1);
        var n = corpus.Comments.Length;
        if (n == 0)
        {
            return [];
        }

        // Examples are read beside the comments, as further rows that get no coding themselves.
        var examples = Examples.Of(codebook);
        var all = examples.Texts.IsEmpty ? corpus : WithExamples(corpus, examples, reader);
        var features = CodeFeatures.Of(all, codebook, reader);
        var prototypes = Prototypes(features, examples, n);
        var cues = CodeCues.Of(all, codebook, reader);
        return [.. Enumerable.Range(0, n).Select(i => CodingsOf(i, all, codebook, features, cues, prototypes, mostCodes))];
    }

    private static TokenizedCorpus WithExamples(TokenizedCorpus corpus, Examples examples, TextTerms reader)
    {
        var place = new Ingest.Corpus.Place(1, 1);
        var comments = corpus.Comments.Select(c => c.Comment).Concat(examples.Texts.Select(t => new Ingest.Corpus.Comment(
            t, string.Empty, Ingest.Corpus.CommentKind.Answer, null, null, null, null, place, t, [])));
        return TokenizedCorpus.Of([.. comments], reader);
    }

    // p = (Σ x / |codes of x| + 2 d) / (n + 2); unit length; less half the mean of all; unit length.
    private static double[][] Prototypes(CodeFeatures features, Examples examples, int firstExample)
    {
        var codes = features.Definitions.Rows;
        var prototypes = new double[codes][];
        var mean = new double[features.Definitions.Columns];
        for (var c = 0; c < codes; c++)
        {
            var p = new double[mean.Length];
            Add(p, features.Definitions, c, DefinitionWeight);
            foreach (var (text, share) in examples.ByCode[c])
            {
                Add(p, features.Comments, firstExample + text, share);
            }

            ToUnit(p);
            prototypes[c] = p;
            for (var f = 0; f < mean.Length; f++)
            {
                mean[f] += p[f] / codes;
            }
        }

        foreach (var p in codes > 1 ? prototypes : [])
        {
            for (var f = 0; f < p.Length; f++)
            {
                p[f] -= SharedByAll * mean[f];
            }

            ToUnit(p);
        }

        return prototypes;
    }

    private static void Add(double[] sum, SparseMatrix matrix, int row, double factor)
    {
        var columns = matrix.ColumnsOf(row);
        var values = matrix.ValuesOf(row);
        for (var p = 0; p < columns.Length; p++)
        {
            sum[columns[p]] += factor * values[p];
        }
    }

    private static void ToUnit(double[] vector)
    {
        var length = Math.Sqrt(vector.Sum(v => v * v));
        for (var f = 0; length > 0 && f < vector.Length; f++)
        {
            vector[f] /= length;
        }
    }

    private static ImmutableArray<Coding> CodingsOf(
        int comment, TokenizedCorpus corpus, Codebook codebook, CodeFeatures features, CodeCues cues, double[][] prototypes, int mostCodes)
    {
        var found = new List<(int Code, double Score, ImmutableArray<TextSpan> Evidence, bool Cue)>();
        for (var c = 0; c < prototypes.Length; c++)
        {
            var score = Math.Clamp(Math.Round(features.Comments.Dot(comment, prototypes[c]), Decimals), 0, 1);
            var cue = cues.Has(comment, c);
            if (score >= (cue ? CuedScore : LeastScore))
            {
                var evidence = EvidenceOf(comment, c, corpus, features, prototypes[c], cue);
                if (!evidence.IsEmpty)
                {
                    found.Add((c, score, evidence, cue));
                }
            }
        }

        var best = found.Select(f => f.Score).DefaultIfEmpty(0).Max();
        return
        [
            .. found
                .Where(f => f.Score >= (f.Cue ? CuedShareOfBest : LeastShareOfBest) * best)
                .OrderByDescending(f => f.Score)
                .ThenBy(f => f.Code)
                .Take(mostCodes)
                .Select(f => new Coding(codebook.Codes[f.Code].Id, f.Score, f.Evidence)),
        ];
    }

    private static ImmutableArray<TextSpan> EvidenceOf(
        int comment, int code, TokenizedCorpus corpus, CodeFeatures features, double[] prototype, bool cue)
    {
        var own = features.Own.ColumnsOf(code);
        var columns = features.Comments.ColumnsOf(comment);
        var values = features.Comments.ValuesOf(comment);
        var given = new List<(string Term, double Share)>();
        var anchored = cue;
        for (var p = 0; p < columns.Length && columns[p] < features.Terms.Length; p++)
        {
            var share = values[p] * prototype[columns[p]];
            if (share > 0 && own.BinarySearch(columns[p]) >= 0)
            {
                given.Add((features.Terms[columns[p]], share));
                anchored |= features.Anchors[code].Contains(columns[p]);
            }
        }

        if (given.Count == 0 || !anchored)
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
        return TextSpans.Merge(corpus.Comments[comment].Terms
            .Where(t => deciding.Contains(corpus.Terms[t.Term].Key))
            .Select(t => t.Span));
    }

    /// <summary>Accepted examples: each text once, and by code the texts with the share that falls to it.</summary>
    private sealed record Examples(ImmutableArray<string> Texts, ImmutableArray<ImmutableArray<(int Text, double Share)>> ByCode)
    {
        public static Examples Of(Codebook codebook)
        {
            var texts = codebook.Codes.SelectMany(c => c.Examples).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
            var codesOf = texts.Select(t => codebook.Codes.Count(c => c.Examples.Contains(t, StringComparer.Ordinal))).ToArray();
            return new Examples(
                texts,
                [.. codebook.Codes.Select(c => c.Examples
                    .Distinct(StringComparer.Ordinal)
                    .Select(t => texts.IndexOf(t))
                    .Order()
                    .Select(t => (t, 1.0 / codesOf[t]))
                    .ToImmutableArray())]);
        }
    }
}
