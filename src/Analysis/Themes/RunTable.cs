using System.Numerics;

namespace FeedbackLab.Analysis.Themes;

/// <summary>Numbers by character run, for many runs: open addressing, no object an entry.</summary>
internal sealed class RunTable
{
    private const int Smallest = 1024;

    // A run holds letters, so no key is 0.
    private ulong[] _keys;
    private int[] _values;
    private int[] _lastText;
    private int _count;

    /// <param name="runs">How many runs it will hold, about.</param>
    public RunTable(int runs = 0)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(Smallest, 2 * runs));
        (_keys, _values, _lastText) = (new ulong[size], new int[size], new int[size]);
    }

    /// <summary>A run's number; 0 for one that is not in the table.</summary>
    public int this[ulong run] => _values[Place(run)];

    /// <summary>Gives a run a number.</summary>
    public void Set(ulong run, int value) => _values[PlaceOfNew(run)] = value;

    /// <summary>Counts a text that has a run: one more, the first time that the text is named. Texts come one after another, from 1.</summary>
    public void Count(ulong run, int text)
    {
        var place = PlaceOfNew(run);
        if (_lastText[place] != text)
        {
            _lastText[place] = text;
            _values[place]++;
        }
    }

    /// <summary>All runs with their numbers, in no order that means anything.</summary>
    public IEnumerable<(ulong Run, int Value)> All()
    {
        for (var place = 0; place < _keys.Length; place++)
        {
            if (_keys[place] != 0)
            {
                yield return (_keys[place], _values[place]);
            }
        }
    }

    private int Place(ulong run)
    {
        var keys = _keys;
        var mask = keys.Length - 1;
        // The golden ratio spreads keys that differ in a few low bits (Knuth, The Art of Computer Programming, 6.4).
        var place = (int)((run * 0x9E3779B97F4A7C15) >> 32) & mask;
        while (keys[place] != run && keys[place] != 0)
        {
            place = (place + 1) & mask;
        }

        return place;
    }

    private int PlaceOfNew(ulong run)
    {
        var place = Place(run);
        if (_keys[place] != 0)
        {
            return place;
        }

        if (2 * (_count + 1) > _keys.Length)
        {
            Grow();
            place = Place(run);
        }

        _keys[place] = run;
        _count++;
        return place;
    }

    private void Grow()
    {
        var (keys, values, lastText) = (_keys, _values, _lastText);
        var size = 2 * keys.Length;
        (_keys, _values, _lastText) = (new ulong[size], new int[size], new int[size]);
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] != 0)
            {
                var place = Place(keys[i]);
                (_keys[place], _values[place], _lastText[place]) = (keys[i], values[i], lastText[i]);
            }
        }
    }
}
