using FeedbackLab.Analysis.Index.Packing;

namespace FeedbackLab.Analysis.Index.Segments;

/// <summary>Writes the terms of a field in ordinal order: blocks of 16, each term without what it shares with the one before.</summary>
/// <remarks>
/// Terms are UTF-16, which takes two bytes for a kanji where UTF-8 takes three, keeps lone surrogates and has the order of
/// <see cref="string.CompareOrdinal(string, string)"/>.
/// </remarks>
internal sealed class DictionaryWriter
{
    /// <summary>Terms in a block.</summary>
    public const int BlockSize = 16;

    private readonly ByteSink _starts = new();
    private readonly ByteSink _terms = new();
    private string _last = "";
    private int _count;

    /// <summary>Adds a term that comes after all before it.</summary>
    public void Add(string term, TermEntry entry)
    {
        var shared = 0;
        if (_count % BlockSize == 0)
        {
            _starts.Fixed32((uint)_terms.Length);
            _starts.Fixed32((uint)entry.Offset);
        }
        else
        {
            shared = term.AsSpan().CommonPrefixLength(_last);
            _terms.Variable((uint)shared);
        }

        _terms.Text(term.AsSpan(shared));
        _terms.Variable((uint)((entry.Documents << 1) | (entry.HasLengths ? 1 : 0)));
        _terms.Variable((uint)entry.Length);
        _last = term;
        _count++;
    }

    /// <summary>The dictionary's bytes.</summary>
    public ByteSink ToBytes()
    {
        var all = new ByteSink();
        all.Fixed32((uint)_count);
        all.Bytes(_starts.Written);
        all.Bytes(_terms.Written);
        return all;
    }
}
