using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Comments with a phrase, exact or with slop (<see cref="Queries.PhraseQuery"/>).</summary>
internal sealed class PhraseCursor : RangeCursor
{
    private readonly RangeCursor[] _byCost;
    private readonly PhraseMatch _match;
    private readonly Func<int, int> _lengthOf;
    private readonly Similarity _similarity;
    private readonly double _weight;

    /// <summary>A cursor.</summary>
    /// <param name="slots">The uses of each slot's terms.</param>
    /// <param name="match">Where in a comment the phrase stands.</param>
    /// <param name="lengthOf">How many terms a comment has.</param>
    /// <param name="similarity">How comments score.</param>
    /// <param name="weight">The sum of the slots' rarities, boosted.</param>
    public PhraseCursor(RangeCursor[] slots, PhraseMatch match, Func<int, int> lengthOf, Similarity similarity, double weight)
    {
        _byCost = [.. slots.OrderBy(s => s.Cost)];
        _match = match;
        _lengthOf = lengthOf;
        _similarity = similarity;
        _weight = weight;
    }

    public override long Cost => _byCost[0].Cost;

    public override int Advance(int target)
    {
        var document = ConjunctionCursor.Meet(_byCost, target);
        while (document != End && !_match.Find())
        {
            document = ConjunctionCursor.Meet(_byCost, document + 1);
        }

        return Document = document;
    }

    public override double Score() => _similarity.Score(_weight, _match.Found.Count, _lengthOf(Document));

    public override double Bound(int target, out int end)
    {
        end = End;
        return _similarity.Highest(_weight);
    }

    public override void Ranges(List<PositionRange> into) => into.AddRange(_match.Found);
}
