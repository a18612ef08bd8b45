using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>The comments with a term.</summary>
/// <param name="postings">The term's uses.</param>
/// <param name="segment">The segment.</param>
/// <param name="similarity">How comments score.</param>
/// <param name="weight">The term's rarity, boosted.</param>
internal sealed class TermCursor(PostingsReader postings, SegmentReader segment, Similarity similarity, double weight) : RangeCursor
{
    private int _block = -1;
    private int _index;
    private int _last = -1;
    private int _boundBlock;
    private int _boundEnd = -1;
    private double _bound;
    private double? _highest;

    public override long Cost => postings.Documents;

    /// <summary>A bound over all comments.</summary>
    public double Highest => _highest ??= HighestOf(postings, similarity, weight);

    public override int Advance(int target)
    {
        if (target > _last && !Load(postings.BlockFor(target, _block + 1)))
        {
            return Document = End;
        }

        // Near ahead one by one, then by halves.
        var block = postings.Block.AsSpan(0, postings.Size);
        var near = Math.Min(_index + 4, block.Length);
        while (_index < near && block[_index] < target)
        {
            _index++;
        }

        if (_index == near && near < block.Length)
        {
            var rest = block[near..].BinarySearch(target);
            _index = near + (rest < 0 ? ~rest : rest);
        }

        if (_index == block.Length)
        {
            // Only after the last block; or in a damaged one, whose order does not hold.
            return _block + 1 < postings.Blocks ? Advance(target, _block + 1) : Document = End;
        }

        return Document = block[_index];
    }

    public override double Score() => similarity.Score(weight, postings.Counts()[_index], segment.Lengths[Document]);

    public override double Bound(int target, out int end)
    {
        if (target > _boundEnd)
        {
            _boundBlock = postings.BlockFor(target, _boundBlock);
            if (_boundBlock >= postings.Blocks)
            {
                (_bound, _boundEnd) = (0, End);
            }
            else
            {
                _bound = similarity.Bound(weight, postings.BoundOf(_boundBlock));
                _boundEnd = postings.LastOf(_boundBlock);
            }
        }

        end = _boundEnd;
        return _bound;
    }

    /// <summary>Whether a use of the term may span more than one position.</summary>
    public bool HasLengths => postings.HasLengths;

    /// <summary>The term's positions in the comment, ascending; for terms without lengths.</summary>
    /// <param name="into">Where they go; made larger where it must be.</param>
    /// <returns>How many there are.</returns>
    public int Starts(ref int[] into) => postings.Starts(_index, ref into);

    public override void Ranges(List<PositionRange> into) => postings.Positions(_index, into);

    private static double HighestOf(PostingsReader postings, Similarity similarity, double weight)
    {
        var highest = 0.0;
        var limit = similarity.Highest(weight);
        for (var block = 0; block < postings.Blocks && highest < limit; block++)
        {
            highest = Math.Max(highest, similarity.Bound(weight, postings.BoundOf(block)));
        }

        return highest;
    }

    private int Advance(int target, int block) => Load(block) ? Advance(target) : Document = End;

    private bool Load(int block)
    {
        if (block >= postings.Blocks)
        {
            (_block, _last, _index) = (postings.Blocks, End - 1, 0);
            return false;
        }

        postings.Read(block);
        (_block, _index, _last) = (block, 0, postings.Block[postings.Size - 1]);
        return true;
    }
}
