using System.Collections.Frozen;
using System.Collections.Immutable;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Themes.Codebooks;

namespace FeedbackLab.Analysis.Themes;

/// <summary>What the coder compares: comments and codes as rows over the same words and character runs.</summary>
/// <remarks>
/// Steps 1 and 2 of docs/methods/coding.md. The first columns are words, then come character runs. How common a run is and which words
/// keep company is learnt from all comments, or from <see cref="Sample"/> of them, evenly spread over the corpus, where there are more.
/// </remarks>
internal sealed class CodeFeatures
{
    /// <summary>Length of a comment's character runs beside its words of length 1.</summary>
    public const double CharacterShare = 0.7;

    /// <summary>Most comments that are looked at to learn about character runs and about words of the same company.</summary>
    public const int Sample = 10_000;

    private const double NameWeight = 2;
    private const double TermWeight = 2;
    private const double ProseWeight = 1;
    private const double Smoothing = 0.3;
    private const double MostCommonWord = 0.5;

    // Below this many comments a share of them says nothing about how common a word is.
    private const int FewComments = 20;

    private readonly int[] _columnOfTerm;
    private readonly double[] _rarity;

    private CodeFeatures(
        ImmutableArray<string> terms, int[] columnOfTerm, double[] rarity, RunColumns runs, SparseMatrix definitions, SparseMatrix own, ImmutableArray<FrozenSet<int>> anchors, FrozenDictionary<int, int> alone)
    {
        (Terms, _columnOfTerm, _rarity, Runs, Definitions, Own, Anchors, Alone) = (terms, columnOfTerm, rarity, runs, definitions, own, anchors, alone);
    }

    /// <summary>Keys of the words and compounds, ordinal; the first columns.</summary>
    public ImmutableArray<string> Terms { get; }

    /// <summary>The columns behind the words: character runs.</summary>
    public RunColumns Runs { get; }

    /// <summary>One row a code, built from its own text as a comment's row is (<see cref="CodeRow"/>).</summary>
    public SparseMatrix Definitions { get; }

    /// <summary>One row a code: words that stand in its own text, with their weight there.</summary>
    public SparseMatrix Own { get; }

    /// <summary>One set a code: columns of own words that mean it by themselves, not only as a part of a phrase among its terms.</summary>
    public ImmutableArray<FrozenSet<int>> Anchors { get; }

    /// <summary>By column of a word that stands in one code's own text and in that of no other: the code.</summary>
    public FrozenDictionary<int, int> Alone { get; }

    public static CodeFeatures Of(TokenizedCorpus corpus, Codebook codebook, TextTerms reader)
    {
        var codes = codebook.Codes.Select(c => OwnTexts(c, reader)).ToList();
        var n = corpus.Comments.Length;
        var vocabulary = Vocabulary(corpus, codes, n);
        var columns = ColumnsOf(codes, vocabulary);
        var columnOfTerm = ColumnsOf(corpus.Terms, vocabulary);
        var rarity = vocabulary.Select(v => TermWeighting.Rarity(n + codes.Count, v.Comments + v.Codes)).ToArray();
        TokenizedComment[] sample = n <= Sample
            ? [.. corpus.Comments]
            : [.. Enumerable.Range(0, Sample).Select(i => corpus.Comments[(int)((long)i * n / Sample)])];
        var words = SparseMatrix.Of(vocabulary.Count, [.. sample.Select(c => WordRow(c, columnOfTerm, rarity))]).WithUnitRows();
        var own = SparseMatrix.Of(vocabulary.Count, [.. codes.Select(c => OwnRow(c, columns, vocabulary, rarity))]).WithUnitRows();
        var smoothed = TermSimilarity.Smooth(own, TermSimilarity.Of(words, OwnColumns(own)), Smoothing).WithUnitRows();
        var runs = RunColumns.Of([.. sample.Select(c => c.Comment.Text)], [.. codes.Select(c => c.Runs.Keys)], FewComments);
        return new CodeFeatures(
            [.. vocabulary.Select(v => v.Key)],
            columnOfTerm,
            rarity,
            runs,
            Beside(smoothed, RunRows(codes, runs)),
            own,
            [.. codes.Select(c => c.Anchors.Where(columns.ContainsKey).Select(k => columns[k]).ToFrozenSet())],
            codes.SelectMany((c, code) => c.Words.Keys.Where(columns.ContainsKey).Select(k => (Column: columns[k], Code: code)))
                .Where(w => vocabulary[w.Column].Codes == 1)
                .ToFrozenDictionary(w => w.Column, w => w.Code));
    }

    /// <summary>The column of a term of the corpus; −1 where it does not count.</summary>
    public int ColumnOf(int term) => _columnOfTerm[term];

    /// <summary>How much a column of words weighs in a comment that has it once.</summary>
    public double RarityOf(int column) => _rarity[column];

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
        var inCodes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (key, word) in codes.SelectMany(c => c.Words))
        {
            inCodes[key] = word.IsTemplate ? 0 : inCodes.GetValueOrDefault(key) + 1;
        }

        var vocabulary = new List<(string Key, int Comments, int Codes)>(corpus.Terms.Length);
        foreach (var term in corpus.Terms)
        {
            // A word of a code's own text is never too common: everybody may have been asked about just that.
            inCodes.Remove(term.Key, out var codesWithIt);
            if (!term.IsTemplate && (codesWithIt > 0 || n < FewComments || term.Comments <= MostCommonWord * n))
            {
                vocabulary.Add((term.Key, term.Comments, codesWithIt));
            }
        }

        if (inCodes.Where(w => w.Value > 0).Select(w => (w.Key, 0, w.Value)).ToList() is { Count: > 0 } unheard)
        {
            vocabulary.AddRange(unheard);
            vocabulary.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        }

        return vocabulary;
    }

    // Of the words of the codes' own texts.
    private static Dictionary<string, int> ColumnsOf(List<OwnText> codes, List<(string Key, int Comments, int Codes)> vocabulary)
    {
        var own = codes.SelectMany(c => c.Words.Keys).ToHashSet(StringComparer.Ordinal);
        var columns = new Dictionary<string, int>(own.Count, StringComparer.Ordinal);
        for (var column = 0; column < vocabulary.Count; column++)
        {
            if (own.Contains(vocabulary[column].Key))
            {
                columns.Add(vocabulary[column].Key, column);
            }
        }

        return columns;
    }

    // By term of the corpus, −1 for those that do not count; both are in ordinal order.
    private static int[] ColumnsOf(ImmutableArray<Term> terms, List<(string Key, int Comments, int Codes)> vocabulary)
    {
        var columns = new int[terms.Length];
        var column = 0;
        for (var term = 0; term < terms.Length; term++)
        {
            while (column < vocabulary.Count && string.CompareOrdinal(vocabulary[column].Key, terms[term].Key) < 0)
            {
                column++;
            }

            columns[term] = column < vocabulary.Count && vocabulary[column].Key == terms[term].Key ? column : -1;
        }

        return columns;
    }

    private static List<KeyValuePair<int, double>> WordRow(TokenizedComment comment, int[] columnOfTerm, double[] rarity)
    {
        var found = new List<int>(comment.Terms.Count);
        foreach (ref readonly var use in comment.Terms.AsSpan())
        {
            if (columnOfTerm[use.Term] is >= 0 and var column)
            {
                found.Add(column);
            }
        }

        return TermWeighting.Row(found, column => rarity[column]);
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

    private static HashSet<int> OwnColumns(SparseMatrix own)
    {
        var columns = new HashSet<int>();
        for (var code = 0; code < own.Rows; code++)
        {
            foreach (var column in own.ColumnsOf(code))
            {
                columns.Add(column);
            }
        }

        return columns;
    }

    private static SparseMatrix RunRows(List<OwnText> codes, RunColumns runs) => SparseMatrix.Of(
        runs.Count,
        [
            .. codes.Select(c => c.Runs
                .Select(r => (Column: runs.ColumnOf(r.Key), Weight: r.Value))
                .Where(r => r.Column >= 0)
                .Select(r => new KeyValuePair<int, double>(r.Column, r.Weight * runs.RarityOf(r.Column) * runs.PerCode(r.Column)))
                .ToList()),
        ]).WithUnitRows();

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
