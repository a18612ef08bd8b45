using FeedbackLab.Analysis.Index.Packing;

namespace FeedbackLab.Analysis.Index.Segments;

/// <summary>Terms of one comment, whose uses are numbers in a row.</summary>
internal sealed partial class PostingsReader
{
    private void Single(ReadOnlySpan<byte> bytes)
    {
        var source = new ByteSource(bytes);
        Block[0] = source.Variable();
        _counts[0] = source.Variable();
        (Size, _start, _hasCounts) = (1, source.Position, true);
        if (Block[0] < 0 || Block[0] >= _limit || _counts[0] <= 0 || _counts[0] > bytes.Length)
        {
            throw IndexException.Damaged("postings");
        }
    }

    private void SinglePositions(List<PositionRange> into)
    {
        var source = new ByteSource(_bytes.Span, _start);
        var position = 0;
        for (var i = 0; i < _counts[0]; i++)
        {
            position += source.Variable();
            into.Add(new PositionRange(position, position + 1 + (_entry.HasLengths ? source.Variable() : 0)));
        }
    }

    private int SingleStarts(ref int[] into)
    {
        var source = new ByteSource(_bytes.Span, _start);
        if (_counts[0] > into.Length)
        {
            into = new int[_counts[0]];
        }

        var position = 0;
        for (var i = 0; i < _counts[0]; i++)
        {
            into[i] = position += source.Variable();
        }

        return _counts[0];
    }
}
