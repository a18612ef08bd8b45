namespace FeedbackLab.Analysis.Themes;

/// <summary>Counts for many character runs how many texts have them. Texts come one after another.</summary>
internal sealed class RunCounts
{
    /// <summary>Most texts: a run's count and the last text that had it share the four bytes of one number, since there are many runs.</summary>
    public const int MostTexts = short.MaxValue;

    private readonly RunTable _table = new();
    private int _text;

    /// <summary>How many texts have a run.</summary>
    public int this[ulong run] => CountIn(_table[run]);

    /// <summary>Counts a text.</summary>
    /// <param name="runs">Its runs, in any order, as often as they come.</param>
    /// <exception cref="InvalidOperationException">There were <see cref="MostTexts"/> already.</exception>
    public void Add(List<ulong> runs)
    {
        if (++_text > MostTexts)
        {
            throw new InvalidOperationException($"More than {MostTexts} texts cannot be counted.");
        }

        foreach (var run in runs)
        {
            ref var number = ref _table.Of(run);
            if (number >> 16 != _text)
            {
                number = (_text << 16) | (CountIn(number) + 1);
            }
        }
    }

    /// <summary>All runs with how many texts have them, in no order that means anything.</summary>
    public IEnumerable<(ulong Run, int Texts)> All() => _table.All().Select(r => (r.Run, CountIn(r.Value)));

    private static int CountIn(int number) => number & 0xFFFF;
}
