using System.Collections.Frozen;
using System.Collections.Immutable;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Themes.Codebooks;

namespace FeedbackLab.Analysis.Themes;

/// <summary>What the coder compares: comments and codes as rows over the same words and character runs.</summary>
/// <remarks>Steps 6 and 7 of docs/methods/coding.md.</remarks>
/// <param name="Terms">Keys of the words and compounds, ordinal; the first columns.</param>
/// <param name="Comments">One row a comment: words of length 1 beside character runs of length 0.7, together of length 1.</param>
/// <param name="Definitions">One row a code, built likewise from its own text.</param>
/// <param name="Own">One row a code: words that stand in its own text, with their weight there.</param>
/// <param name="Anchors">One set a code: columns of own words that mean it by themselves, not only as a part of a phrase among its terms.</param>
internal sealed record CodeFeatures(
    ImmutableArray<string> Terms,
    SparseMatrix Comments,
    SparseMatrix Definitions,
    SparseMatrix Own,
    ImmutableArray<FrozenSet<int>> Anchors)
{
    private const double NameWeight = 2;
    private const double TermWeight = 2;
    private const double ProseWeight = 1;
    private const double CharacterShare = 0.7;
    private const double Smoothing = 0.3;
    private const double MostCommonWord = 0.5;
    private const double MostCommonRun = 0.3;

    // Below this many comments a share of them says nothing about how common a word is.
    private const int FewComments = 20;

    public static CodeFeatures Of(TokenizedCorpus corpus, Codebook codebook, TextTerms reader)
    {
        var codes = codebook.Codes.Select(c => OwnTexts(c, reader)).ToList();
        var n = corpus.Comments.Length;
        var vocabulary = Vocabulary(corpus, codes, n);
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (key, _, _) in vocabulary)
        {
            columns.Add(key, columns.Count);
        }

        var texts = n + codes.Count;
        var rarity = vocabulary.Select(v => TermWeighting.Rarity(texts, v.Comments + v.Codes)).ToArray();
        var words = SparseMatrix.Of(columns.Count, [.. corpus.Comments.Select(c => WordRow(c, corpus, columns, rarity))]).WithUnitRows();
        var own = SparseMatrix.Of(columns.Count, [.. codes.Select(c => OwnRow(c, columns, vocabulary, rarity))]).WithUnitRows();
        var similarity = TermSimilarity.Of(words);
        var smoothed = TermSimilarity.Smooth(own, similarity, Smoothing).WithUnitRows();
        var (runs, codeRuns) = Runs(corpus, codes, n);
        return new CodeFeatures(
            [.. vocabulary.Select(v => v.Key)],
            Beside(words, runs),
            Beside(smoothed, codeRuns),
            own,
            [.. codes.Select(c => c.Anchors.Where(columns.ContainsKey).Select(k => columns[k]).ToFrozenSet())]);
    }

    private static OwnText OwnTexts(Code code, TextTerms reader)
    {
        var words = new Dictionary<string, (double Weight, bool IsTemplate)>(StringComparer.Ordinal);
        var runs = new Dictionary<ulong, double>();
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        Add(code.Name.Ja, NameWeight);
        Add(code.Definition.Ja, ProseWeight);
        Add(code.Include, ProseWeight);
        foreach (var term in code.Terms)
        {
            AddPhrase(term);
        }

        return new OwnText(words, runs, anchors);

        // The words of a phrase share its weight: none of them alone is what was meant.
        void AddPhrase(string text)
        {
            var read = reader.Read(text);
            var count = Math.Max(1, read.Terms.Count(t => t.Kind == TermKind.Word));
            AddTerms(read, TermWeight / Math.Sqrt(count));
            anchors.UnionWith(read.Terms
                .Where(t => t.Kind == TermKind.Compound || t.Span.End - t.Span.Start == text.Length)
                .Select(t => t.Key));
        }

        void Add(string text, double weight)
        {
            var read = reader.Read(text);
            AddTerms(read, weight);
            anchors.UnionWith(code.Terms.IsEmpty ? read.Terms.Select(t => t.Key) : []);
        }

        void AddTerms((NormalizedText Text, ImmutableArray<TermOccurrence> Terms) read, double weight)
        {
            var (normalized, terms) = read;
            foreach (var term in terms)
            {
                if (!words.TryGetValue(term.Key, out var known) || known.Weight < weight)
                {
                    words[term.Key] = (weight, term.IsTemplate);
                }
            }

            foreach (var run in CharacterGrams.Count(normalized.Text).Keys)
            {
                runs[run] = Math.Max(runs.GetValueOrDefault(run), weight);
            }
        }
    }

    private static List<(string Key, int Comments, int Codes)> Vocabulary(TokenizedCorpus corpus, List<OwnText> codes, int n)
    {
        var inCodes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (key, word) in codes.SelectMany(c => c.Words))
        {
            inCodes[key] = word.IsTemplate ? 0 : inCodes.GetValueOrDefault(key) + 1;
        }

        var vocabulary = new List<(string Key, int Comments, int Codes)>();
        foreach (var term in corpus.Terms.Where(t => !t.IsTemplate))
        {
            // A word of a code's own text is never too common: everybody may have been asked about just that.
            var codesWithIt = inCodes.GetValueOrDefault(term.Key);
            if (codesWithIt > 0 || n < FewComments || term.Comments <= MostCommonWord * n)
            {
                vocabulary.Add((term.Key, term.Comments, codesWithIt));
            }
        }

        var known = corpus.Terms.Select(t => t.Key).ToHashSet(StringComparer.Ordinal);
        vocabulary.AddRange(inCodes.Where(w => w.Value > 0 && !known.Contains(w.Key)).Select(w => (w.Key, 0, w.Value)));
        vocabulary.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        return vocabulary;
    }

    private static Dictionary<int, double> WordRow(
        TokenizedComment comment, TokenizedCorpus corpus, Dictionary<string, int> columns, double[] rarity)
    {
        var row = new Dictionary<int, double>();
        foreach (var group in comment.Terms.GroupBy(t => t.Term))
        {
            if (columns.TryGetValue(corpus.Terms[group.Key].Key, out var column))
            {
                row.Add(column, TermWeighting.Frequency(group.Count()) * rarity[column]);
            }
        }

        return row;
    }

    // A word that several codes have speaks less for each: divided by the square root of their number.
    private static Dictionary<int, double> OwnRow(
        OwnText code, Dictionary<string, int> columns, List<(string Key, int Comments, int Codes)> vocabulary, double[] rarity)
    {
        var row = new Dictionary<int, double>();
        foreach (var (key, word) in code.Words)
        {
            if (columns.TryGetValue(key, out var column) && vocabulary[column].Codes > 0)
            {
                row.Add(column, word.Weight * rarity[column] / Math.Sqrt(vocabulary[column].Codes));
            }
        }

        return row;
    }

    private static (SparseMatrix Comments, SparseMatrix Codes) Runs(TokenizedCorpus corpus, List<OwnText> codes, int n)
    {
        var counts = corpus.Comments.Select(c => CharacterGrams.Count(NormalizedText.Of(c.Comment.Text).Text)).ToList();
        var inComments = Frequencies(counts.Select(c => c.Keys));
        var inCodes = Frequencies(codes.Select(c => c.Runs.Keys));
        var columns = new Dictionary<ulong, (int Column, double Rarity, double PerCode)>();
        foreach (var run in inComments.Keys.Union(inCodes.Keys).Order())
        {
            var comments = inComments.GetValueOrDefault(run);
            var own = inCodes.GetValueOrDefault(run);
            if (comments + own >= 2 && (n < FewComments || comments <= MostCommonRun * n))
            {
                columns.Add(
                    run,
                    (columns.Count, TermWeighting.Rarity(n + codes.Count, comments + own), 1 / Math.Sqrt(Math.Max(1, own))));
            }
        }

        return (
            SparseMatrix.Of(columns.Count, [.. counts.Select(c => c
                .Where(r => columns.ContainsKey(r.Key))
                .Select(r => new KeyValuePair<int, double>(columns[r.Key].Column, TermWeighting.Frequency(r.Value) * columns[r.Key].Rarity))
                .ToList())]).WithUnitRows(),
            SparseMatrix.Of(columns.Count, [.. codes.Select(c => c.Runs
                .Where(r => columns.ContainsKey(r.Key))
                .Select(r => new KeyValuePair<int, double>(columns[r.Key].Column, r.Value * columns[r.Key].Rarity * columns[r.Key].PerCode))
                .ToList())]).WithUnitRows());
    }

    private static Dictionary<ulong, int> Frequencies(IEnumerable<IEnumerable<ulong>> texts)
    {
        var frequencies = new Dictionary<ulong, int>();
        foreach (var run in texts.SelectMany(t => t))
        {
            frequencies[run] = frequencies.GetValueOrDefault(run) + 1;
        }

        return frequencies;
    }

    private static SparseMatrix Beside(SparseMatrix words, SparseMatrix runs)
    {
        var rows = new List<List<KeyValuePair<int, double>>>(words.Rows);
        for (var i = 0; i < words.Rows; i++)
        {
            var row = new List<KeyValuePair<int, double>>();
            for (var p = 0; p < words.ColumnsOf(i).Length; p++)
            {
                row.Add(new(words.ColumnsOf(i)[p], words.ValuesOf(i)[p]));
            }

            for (var p = 0; p < runs.ColumnsOf(i).Length; p++)
            {
                row.Add(new(words.Columns + runs.ColumnsOf(i)[p], CharacterShare * runs.ValuesOf(i)[p]));
            }

            rows.Add(row);
        }

        return SparseMatrix.Of(words.Columns + runs.Columns, rows).WithUnitRows();
    }

    private sealed record OwnText(
        Dictionary<string, (double Weight, bool IsTemplate)> Words, Dictionary<ulong, double> Runs, HashSet<string> Anchors);
}
