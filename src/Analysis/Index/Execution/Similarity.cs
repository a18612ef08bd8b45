using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>BM25 (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework", with the rarity that Lucene uses).</summary>
internal sealed class Similarity
{
    /// <summary>The usual k1.</summary>
    public const double UsualSaturation = 1.2;

    /// <summary>A sum of bounds times this is no less than any sum of scores under it: the same numbers, added in another order, differ by less.</summary>
    public const double SumSlack = 1 + 1e-9;

    private const double LengthShare = 0.75;

    // A product or quotient that is rounded may exceed that of larger numbers in its last bit.
    private const double Slack = 1 + 1e-12;

    private readonly double[] _norms = new double[256];
    private readonly double _saturation;
    private readonly double _average;

    public Similarity(int documents, long totalLength, double saturation = UsualSaturation)
    {
        (Documents, TotalLength, _saturation) = (documents, totalLength, saturation);
        _average = documents == 0 || totalLength == 0 ? 1 : totalLength / (double)documents;
        for (var i = 0; i < _norms.Length; i++)
        {
            _norms[i] = Norm(i);
        }
    }

    /// <summary>How many comments are alive.</summary>
    public int Documents { get; }

    /// <summary>How many terms they have together.</summary>
    public long TotalLength { get; }

    /// <summary>How much it says that a term is there: ln(1 + (N − n + ½) / (n + ½)).</summary>
    public double Rarity(int having) => Math.Log(1 + ((Documents - having + 0.5) / (having + 0.5)));

    /// <summary>The score of a comment.</summary>
    public double Score(double weight, double count, int length) =>
        weight * (count * (_saturation + 1) / (count + (length < 256 ? _norms[length] : Norm(length))));

    /// <summary>A bound for what skip data says.</summary>
    public double Bound(double weight, BlockBound bound)
    {
        var more = bound.Highest switch
        {
            255 => weight * (_saturation + 1),
            > 2 => Score(weight, bound.Highest, bound.More),
            _ => 0,
        };
        // Of one count the shortest scores highest, to the last bit: a block that can only equal the threshold is passed over.
        return Math.Max(more * Slack, Math.Max(Score(weight, 1, bound.Once), bound.Highest > 1 ? Score(weight, 2, bound.Twice) : 0));
    }

    /// <summary>The scores of comments that have a term once to three times, by 256 times that and the length below 256.</summary>
    public double[] Table(double weight)
    {
        var scores = new double[4 * _norms.Length];
        for (var i = _norms.Length; i < scores.Length; i++)
        {
            scores[i] = Score(weight, i / _norms.Length, i % _norms.Length);
        }

        return scores;
    }

    /// <summary>A bound for whatever count.</summary>
    public double Highest(double weight) => weight * (_saturation + 1) * Slack;

    private double Norm(int length) => _saturation * (1 - LengthShare + (LengthShare * (length / _average)));
}
