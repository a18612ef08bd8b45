using FeedbackLab.Analysis.Index.Packing;

namespace FeedbackLab.Analysis.Index.Segments;

/// <summary>Goes over the terms of a dictionary in order.</summary>
/// <param name="dictionary">The dictionary.</param>
/// <param name="next">Number of the first term; the first of a block.</param>
internal sealed class TermScan(TermDictionary dictionary, int next)
{
    private char[] _term = new char[16];
    private int _length;
    private int _position;
    private int _offset;
    private bool _isPeeked;

    /// <summary>The term.</summary>
    public ReadOnlySpan<char> Term => _term.AsSpan(0, _length);

    /// <summary>What is known about it.</summary>
    public TermEntry Entry { get; private set; }

    /// <summary>Goes to the next term.</summary>
    public bool MoveNext()
    {
        var any = Peek();
        Take();
        return any;
    }

    /// <summary>Shows the next term without going past it.</summary>
    public bool Peek()
    {
        if (!_isPeeked && next < dictionary.Count)
        {
            Read();
            _isPeeked = true;
        }

        return _isPeeked;
    }

    /// <summary>Goes past what <see cref="Peek"/> showed.</summary>
    public void Take() => _isPeeked = false;

    private void Read()
    {
        var shared = 0;
        ByteSource source;
        if (next % DictionaryWriter.BlockSize == 0)
        {
            (_position, _offset) = dictionary.StartOf(next / DictionaryWriter.BlockSize);
            source = new ByteSource(dictionary.Terms, _position);
        }
        else
        {
            source = new ByteSource(dictionary.Terms, _position);
            shared = source.Variable();
        }

        var more = source.Count();
        if (shared < 0 || shared > _length)
        {
            throw IndexException.Damaged("dictionary");
        }

        _length = shared + more;
        if (_length > _term.Length)
        {
            Array.Resize(ref _term, Math.Max(_length, _term.Length * 2));
        }

        source.Units(_term.AsSpan(shared, more));
        var documents = source.Variable();
        var length = source.Variable();
        if (documents < 2 || length <= 0)
        {
            throw IndexException.Damaged("dictionary");
        }

        Entry = new TermEntry(documents >> 1, (documents & 1) != 0, _offset, length);
        _offset = checked(_offset + length);
        _position = source.Position;
        next++;
    }
}
