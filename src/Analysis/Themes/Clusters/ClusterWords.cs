using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Themes.Clusters;

/// <summary>Comments as the words that tell them apart, by number: what clusters and the map are made from.</summary>
/// <remarks>Words only, no compounds; words that most comments have, or only one where there are many, are left out. Comments keep their order.</remarks>
public sealed class ClusterWords
{
    private const double MostCommon = 0.3;

    // From here on a word of one comment tells nothing about any other: it only costs time.
    private const int ManyComments = 300;

    private readonly int[] _starts;
    private readonly int[] _words;
    private readonly byte[] _times;
    private readonly double[] _rarity;
    private readonly double[] _lengths;
    private readonly Lazy<ulong[]> _hashes;

    private ClusterWords(TokenizedCorpus corpus, int[] comments, int[] starts, int[] words, byte[] times, int[] frequencies, int[] terms)
    {
        (Corpus, Comments, _starts, _words, _times, Terms) = (corpus, comments, starts, words, times, terms);
        _hashes = new Lazy<ulong[]>(Hashes);
        _rarity = [.. frequencies.Select(f => TermWeighting.Rarity(comments.Length, f))];
        _lengths = new double[comments.Length];
        for (var i = 0; i < comments.Length; i++)
        {
            var sum = 0.0;
            for (var p = starts[i]; p < starts[i + 1]; p++)
            {
                var weight = Weight(p);
                sum += weight * weight;
            }

            _lengths[i] = Math.Sqrt(sum);
        }
    }

    /// <summary>The corpus that they are from.</summary>
    public TokenizedCorpus Corpus { get; }

    /// <summary>Indexes of the comments in the corpus, ascending.</summary>
    public int[] Comments { get; }

    /// <summary>By word the index of its term in the corpus, ascending.</summary>
    public int[] Terms { get; }

    /// <summary>How many comments.</summary>
    public int Count => Comments.Length;

    /// <summary>Uses of words, each counted once a comment.</summary>
    public int Uses => _words.Length;

    /// <summary>The words of some comments.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="comments">Indexes of the comments, ascending; null for all.</param>
    public static ClusterWords Of(TokenizedCorpus corpus, IReadOnlyList<int>? comments = null)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        int[] members = comments is null ? [.. Enumerable.Range(0, corpus.Comments.Length)] : [.. comments];
        var frequencies = new int[corpus.Terms.Length];
        var seen = new int[corpus.Terms.Length];
        for (var i = 0; i < members.Length; i++)
        {
            foreach (var use in corpus.Comments[members[i]].Terms)
            {
                if (seen[use.Term] != i + 1)
                {
                    seen[use.Term] = i + 1;
                    frequencies[use.Term]++;
                }
            }
        }

        var least = members.Length >= ManyComments ? 2 : 1;
        var numbers = new int[corpus.Terms.Length];
        var terms = new List<int>();
        var uses = 0;
        for (var t = 0; t < numbers.Length; t++)
        {
            var isTelling = corpus.Terms[t].Kind == TermKind.Word && frequencies[t] >= least && frequencies[t] <= MostCommon * members.Length;
            numbers[t] = isTelling ? terms.Count : -1;
            if (isTelling)
            {
                terms.Add(t);
                uses += frequencies[t];
            }
        }

        var starts = new int[members.Length + 1];
        var words = new int[uses];
        var times = new byte[uses];
        var at = 0;
        var row = new List<int>();
        Array.Clear(seen);
        for (var i = 0; i < members.Length; i++)
        {
            row.Clear();
            foreach (var use in corpus.Comments[members[i]].Terms)
            {
                if (numbers[use.Term] is var word and >= 0)
                {
                    if (seen[use.Term] == 0)
                    {
                        row.Add(word);
                    }

                    seen[use.Term]++;
                }
            }

            row.Sort();
            foreach (var word in row)
            {
                words[at] = word;
                times[at++] = (byte)Math.Min(byte.MaxValue, seen[terms[word]]);
                seen[terms[word]] = 0;
            }

            starts[i + 1] = at;
        }

        return new ClusterWords(corpus, members, starts, words, times, [.. terms.Select(t => frequencies[t])], [.. terms]);
    }

    /// <summary>The words of a comment, each once, ascending.</summary>
    /// <param name="comment">The comment's place among these, 0-based.</param>
    public ReadOnlySpan<int> WordsOf(int comment) => _words.AsSpan(_starts[comment], _starts[comment + 1] - _starts[comment]);

    /// <summary>Whether a comment has such words at all.</summary>
    /// <param name="comment">The comment's place among these, 0-based.</param>
    public bool HasWords(int comment) => _starts[comment] < _starts[comment + 1];

    /// <summary>The inner product of a comment's row of length 1 with a vector over the words; 0 where it has none.</summary>
    /// <param name="comment">The comment's place among these, 0-based.</param>
    /// <param name="vector">One value a word.</param>
    public double Dot(int comment, ReadOnlySpan<double> vector)
    {
        var sum = 0.0;
        for (var p = _starts[comment]; p < _starts[comment + 1]; p++)
        {
            sum += Weight(p) * vector[_words[p]];
        }

        return sum == 0 ? 0 : sum / _lengths[comment];
    }

    /// <summary>Adds a comment's row of length 1 to a vector over the words.</summary>
    /// <param name="comment">The comment's place among these, 0-based.</param>
    /// <param name="sum">One value a word.</param>
    public void AddTo(int comment, Span<double> sum)
    {
        for (var p = _starts[comment]; p < _starts[comment + 1]; p++)
        {
            sum[_words[p]] += Weight(p) / _lengths[comment];
        }
    }

    /// <summary>Adds up what a comment's words mean, weighted as in its row of length 1.</summary>
    /// <param name="comment">The comment's place among these, 0-based.</param>
    /// <param name="sum">One value a dimension.</param>
    /// <param name="meanings">By word one value a dimension.</param>
    public void AddTo(int comment, Span<double> sum, double[][] meanings)
    {
        ArgumentNullException.ThrowIfNull(meanings);
        for (var p = _starts[comment]; p < _starts[comment + 1]; p++)
        {
            var weight = Weight(p) / _lengths[comment];
            var meaning = meanings[_words[p]];
            for (var d = 0; d < sum.Length; d++)
            {
                sum[d] += weight * meaning[d];
            }
        }
    }

    /// <summary>Comments × words as a matrix of rows of length 1: (1 + ln tf) · (ln((1 + n) / (1 + df)) + 1).</summary>
    /// <param name="comments">The comments' places among these.</param>
    public SparseMatrix Weights(IReadOnlyList<int> comments)
    {
        ArgumentNullException.ThrowIfNull(comments);
        var rows = new List<List<KeyValuePair<int, double>>>(comments.Count);
        foreach (var comment in comments)
        {
            var row = new List<KeyValuePair<int, double>>(_starts[comment + 1] - _starts[comment]);
            for (var p = _starts[comment]; p < _starts[comment + 1]; p++)
            {
                row.Add(new(_words[p], Weight(p) / _lengths[comment]));
            }

            rows.Add(row);
        }

        return SparseMatrix.Of(Terms.Length, rows);
    }

    /// <summary>
    /// Places of about so many comments with words, ascending; all where there are no more. What decides is a hash of the text, so that neither
    /// the order of the comments nor how often one was said changes it.
    /// </summary>
    /// <param name="most">About how many.</param>
    public int[] Sample(int most)
    {
        var places = new List<int>();
        for (var i = 0; i < Count; i++)
        {
            if (HasWords(i))
            {
                places.Add(i);
            }
        }

        if (places.Count <= most)
        {
            return [.. places];
        }

        var limit = (ulong)(ulong.MaxValue * ((double)most / places.Count));
        return [.. places.Where(i => HashOf(i) < limit)];
    }

    /// <summary>A hash of a comment's text, spread over all of the range.</summary>
    /// <param name="comment">The comment's place among these, 0-based.</param>
    internal ulong HashOf(int comment) => _hashes.Value[comment];

    private ulong[] Hashes()
    {
        var hashes = new ulong[Count];
        var parts = Math.Min(Count, 64);
        Parallel.For(0, parts, part =>
        {
            for (var i = (int)((long)Count * part / parts); i < (int)((long)Count * (part + 1) / parts); i++)
            {
                hashes[i] = Draws.OfText(Corpus.Comments[Comments[i]].Comment.Text);
            }
        });
        return hashes;
    }

    private double Weight(int use) => (_times[use] == 1 ? 1 : TermWeighting.Frequency(_times[use])) * _rarity[_words[use]];
}
