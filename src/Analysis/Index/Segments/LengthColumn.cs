namespace FeedbackLab.Analysis.Index.Segments;

/// <summary>How many terms each comment has, in memory, a byte each where none has more than 255: scores read it for every comment.</summary>
internal sealed class LengthColumn
{
    private readonly byte[]? _short;
    private readonly int[]? _long;

    public LengthColumn(NumberColumn column, int count)
    {
        var numbers = column.All;
        if (column.Size == 1)
        {
            _short = new byte[count];
            for (var i = 0; i < count; i++)
            {
                _short[i] = (byte)numbers[i];
            }

            return;
        }

        _long = new int[count];
        for (var i = 0; i < count; i++)
        {
            _long[i] = numbers[i];
        }
    }

    /// <summary>Whether none has more than 255.</summary>
    public bool IsShort => _short is not null;

    /// <summary>A comment's length.</summary>
    public int this[int document] => _short is null ? _long![document] : _short[document];
}
