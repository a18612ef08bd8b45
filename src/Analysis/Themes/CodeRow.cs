using System.Runtime.InteropServices;
using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Themes;

/// <summary>A comment's words and character runs as a row, made when it is asked for; for one thread.</summary>
/// <remarks>A row of each of many comments at a time would take more memory than the comments.</remarks>
/// <param name="features">What the columns are.</param>
internal sealed class CodeRow(CodeFeatures features)
{
    private readonly List<int> _found = [];
    private readonly List<ulong> _runs = [];
    private readonly List<int> _columns = [];
    private readonly List<double> _values = [];
    private int _words;

    /// <summary>Columns that have a value, ascending.</summary>
    public ReadOnlySpan<int> Columns => CollectionsMarshal.AsSpan(_columns);

    /// <summary>Columns of words that have a value, ascending; the first of <see cref="Columns"/>.</summary>
    public ReadOnlySpan<int> Words => Columns[.._words];

    /// <summary>The values, parallel to <see cref="Columns"/>: of length 1 together; none where nothing counts.</summary>
    public ReadOnlySpan<double> Values => CollectionsMarshal.AsSpan(_values);

    /// <summary>Makes the row of a comment.</summary>
    public CodeRow Of(TokenizedComment comment)
    {
        _columns.Clear();
        _values.Clear();
        _found.Clear();
        foreach (ref readonly var use in comment.Terms.AsSpan())
        {
            if (features.ColumnOf(use.Term) is >= 0 and var column)
            {
                _found.Add(column);
            }
        }

        Add(0, 1);
        _words = _columns.Count;
        _runs.Clear();
        CharacterGrams.Add(NormalizedText.Of(comment.Comment.Text).Text, _runs);
        _found.Clear();
        features.Runs.Add(_runs, _found);
        Add(features.Terms.Length, CodeFeatures.CharacterShare);
        ToUnit(CollectionsMarshal.AsSpan(_values), 1);
        return this;
    }

    // Adds what was found, of a length of its own, behind what is there.
    private void Add(int firstColumn, double length)
    {
        _found.Sort();
        var start = _values.Count;
        for (var i = 0; i < _found.Count;)
        {
            var column = _found[i];
            var count = 1;
            while (i + count < _found.Count && _found[i + count] == column)
            {
                count++;
            }

            _columns.Add(firstColumn + column);
            _values.Add(TermWeighting.Frequency(count) * (firstColumn == 0 ? features.RarityOf(column) : features.Runs.RarityOf(column)));
            i += count;
        }

        ToUnit(CollectionsMarshal.AsSpan(_values)[start..], length);
    }

    private static void ToUnit(Span<double> values, double length)
    {
        var sum = 0.0;
        foreach (var v in values)
        {
            sum += v * v;
        }

        if (sum > 0)
        {
            var scale = 1 / Math.Sqrt(sum);
            foreach (ref var v in values)
            {
                v = length * (v * scale);
            }
        }
    }
}
