using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace FeedbackLab.Analysis.Themes;

/// <summary>Numbers by character run, for many runs: open addressing, no object an entry.</summary>
internal sealed class RunTable
{
    private const int Smallest = 1024;

    // A run holds letters, so no key is 0.
    private ulong[] _keys;
    private int[] _values;
    private int _count;

    /// <param name="runs">How many runs it will hold, about.</param>
    public RunTable(int runs = 0)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(Smallest, 2 * runs));
        (_keys, _values) = (new ulong[size], new int[size]);
    }

    /// <summary>A run's number; 0 for one that is not in the table.</summary>
    public int this[ulong run] => _values[Place(run)];

    /// <summary>Has the memory bring near where a run may be, where the processor can: of many runs that are looked up together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Prefetch(ulong run)
    {
        if (Sse.IsSupported)
        {
            // Should the array move meanwhile, something else is brought near; nothing is read.
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_keys), FirstPlace(run, _keys.Length - 1))));
        }
    }

    /// <summary>A run's number, to be changed; 0 where it is new. Good until the next run is added.</summary>
    public ref int Of(ulong run)
    {
        // First the place: making room for it makes new values.
        var place = PlaceOfNew(run);
        return ref _values[place];
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

    // The golden ratio spreads keys that differ in a few low bits (Knuth, The Art of Computer Programming, 6.4).
    private static int FirstPlace(ulong run, int mask) => (int)((run * 0x9E3779B97F4A7C15) >> 32) & mask;

    private int Place(ulong run)
    {
        var keys = _keys;
        var mask = keys.Length - 1;
        var place = FirstPlace(run, mask);
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
        var (keys, values) = (_keys, _values);
        var size = 2 * keys.Length;
        (_keys, _values) = (new ulong[size], new int[size]);
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] != 0)
            {
                var place = Place(keys[i]);
                (_keys[place], _values[place]) = (keys[i], values[i]);
            }
        }
    }
}
