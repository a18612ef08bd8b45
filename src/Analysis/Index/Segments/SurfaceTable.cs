using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Index.Segments;

/// <summary>The surfaces of a segment one behind the other in memory, so that those with some letters are found at once. Safe for any thread.</summary>
internal sealed class SurfaceTable
{
    // Stands between surfaces; one that holds it itself is told from the border by where it stands.
    private const char Border = '\0';

    private readonly char[] _letters;
    private readonly int[] _starts;
    private readonly TermEntry[] _entries;

    // What folding changes, by its folded form, and how it is written; the rest is found in the dictionary.
    private readonly Dictionary<string, List<TermEntry>> _changed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly TermDictionary _dictionary;

    /// <summary>A table.</summary>
    /// <param name="surfaces">The surfaces.</param>
    /// <param name="isFolded">Whether they are folded (<see cref="FoldedText"/>).</param>
    public SurfaceTable(FieldReader surfaces, bool isFolded)
    {
        _dictionary = surfaces.Dictionary;
        var letters = new List<char> { Border };
        _starts = new int[_dictionary.Count + 1];
        _entries = new TermEntry[_dictionary.Count];
        var scan = _dictionary.All();
        for (var i = 0; scan.MoveNext(); i++)
        {
            (_starts[i], _entries[i]) = (letters.Count, scan.Entry);
            if (isFolded)
            {
                var written = scan.Term.ToString();
                var folded = FoldedText.Of(written).Text;
                letters.AddRange(folded);
                if (folded != written)
                {
                    (_changed.TryGetValue(folded, out var alike) ? alike : _changed[folded] = []).Add(scan.Entry);
                    _written.Add(written);
                }
            }
            else
            {
                letters.AddRange(scan.Term);
            }

            Longest = Math.Max(Longest, letters.Count - _starts[i]);
            letters.Add(Border);
        }

        _starts[^1] = letters.Count;
        _letters = [.. letters];
    }

    /// <summary>Length of the longest surface.</summary>
    public int Longest { get; }

    /// <summary>The surfaces that are a text.</summary>
    public IEnumerable<TermEntry> Equal(string text)
    {
        if (!_written.Contains(text) && _dictionary.Find(text) is { Documents: > 0 } entry)
        {
            yield return entry;
        }

        foreach (var changed in _changed.GetValueOrDefault(text, []))
        {
            yield return changed;
        }
    }

    /// <summary>The places in surfaces where a text stands.</summary>
    /// <param name="text">The text, not empty.</param>
    /// <param name="atStart">Whether only surfaces count that begin with it.</param>
    /// <param name="atEnd">Whether only surfaces count that end with it.</param>
    public IEnumerable<SurfacePlace> Holding(string text, bool atStart = false, bool atEnd = false)
    {
        var wanted = (atStart ? "\0" : string.Empty) + text + (atEnd ? "\0" : string.Empty);
        var shift = atStart ? 1 : 0;
        for (var at = Next(wanted, 0); at >= 0; at = Next(wanted, at + 1))
        {
            var start = at + shift;
            var found = Array.BinarySearch(_starts, start);
            var surface = found >= 0 ? found : ~found - 1;
            if (surface < 0 || surface >= _entries.Length)
            {
                continue;
            }

            var end = _starts[surface + 1] - 1;
            if (start + text.Length <= end && (!atStart || start == _starts[surface]) && (!atEnd || start + text.Length == end))
            {
                yield return new SurfacePlace(this, surface, start - _starts[surface], text.Length);
            }
        }
    }

    private int Next(string wanted, int from) => _letters.AsSpan(from).IndexOf(wanted) is >= 0 and var at ? from + at : -1;

    /// <summary>A stretch of a surface.</summary>
    /// <param name="Table">The table.</param>
    /// <param name="Surface">Number of the surface.</param>
    /// <param name="At">First UTF-16 code unit.</param>
    /// <param name="Length">How many.</param>
    internal readonly record struct SurfacePlace(SurfaceTable Table, int Surface, int At, int Length)
    {
        /// <summary>What the dictionary says of the surface.</summary>
        public TermEntry Entry => Table._entries[Surface];

        /// <summary>Whether the stretch begins or ends within a number or a Latin word (<see cref="FoldedText.IsCut"/>).</summary>
        public bool IsCut => FoldedText.IsCut(Table._letters.AsSpan(Table._starts[Surface]..(Table._starts[Surface + 1] - 1)), At, At + Length);
    }
}
