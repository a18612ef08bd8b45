using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Privacy;

/// <summary>What somebody can work out of a row with hidden cells who knows its total, how many each group has, and the rule by which cells are hidden.</summary>
/// <remarks>
/// A row is told as its shown counts. The rule begins at all small counts hidden and hides <see cref="Next"/> while the reader would know a cell. So the rows told alike are those whose
/// hidden cells are all small, and those of which the rule hid one cell last: these had been told with that cell shown, and had not been safe.
/// </remarks>
/// <param name="asked">How many each group has.</param>
/// <param name="always">Groups of which nothing is ever told.</param>
/// <param name="smallest">Counts from 1 to below this one are small.</param>
/// <param name="total">The sum of the row.</param>
/// <param name="mostStates">How many ways to tell a row are looked at; beyond, none is safe.</param>
internal sealed class RowReader(ImmutableArray<int> asked, ImmutableArray<bool> always, int smallest, int total, int mostStates)
{
    /// <summary>Stands for a count that is not shown.</summary>
    public const int Hidden = -1;

    // Of a hidden cell: no value found, or several.
    private const int None = -1;
    private const int Several = -2;

    private readonly Dictionary<string, int[]> _known = new(StringComparer.Ordinal);

    private bool IsTooMuch => _known.Count >= mostStates;

    /// <summary>Whether every hidden cell has two values or more.</summary>
    /// <param name="shown">The row as it is told.</param>
    public bool IsSafe(int[] shown) => AreSeveral(shown, Values(shown));

    /// <summary>
    /// The sets of shown groups, each ascending, whose rows have to be hidden whole, so that no cell is known of rows hidden whole. None where none has to, or that is too much to look
    /// at; otherwise the smallest sets, of equals those of the largest groups.
    /// </summary>
    public ImmutableArray<ImmutableArray<int>> HiddenWhole()
    {
        int[] none = [.. asked.Select(n => n > 0 ? Hidden : 0)];
        var values = Values(none).ToArray();
        var whole = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        if (values.All(v => v == None))
        {
            return [];
        }

        ImmutableArray<int> open = [.. Enumerable.Range(0, asked.Length).Where(g => asked[g] > 0 && !always[g]).OrderByDescending(g => asked[g])];
        foreach (var groups in Enumerable.Range(1, open.Length).SelectMany(n => Sets(open, n)).TakeWhile(_ => !AreSeveral(none, values)))
        {
            whole.Add([.. groups.Order()]);
            foreach (var shown in Shown(none, groups, total))
            {
                Merge(values, shown, Values(shown));
                if (IsTooMuch)
                {
                    return [];
                }
            }
        }

        return whole.ToImmutable();
    }

    /// <summary>The cell to hide next: of the shown ones above 0 that of the largest group, else a nought likewise; the first of equals; -1 where none is left.</summary>
    /// <param name="shown">The row as it is told.</param>
    public int Next(int[] shown)
    {
        var next = -1;
        for (var g = 0; g < shown.Length; g++)
        {
            if (shown[g] != Hidden && asked[g] > 0 && (next < 0 || (shown[g] > 0, asked[g]).CompareTo((shown[next] > 0, asked[next])) > 0))
            {
                next = g;
            }
        }

        return next;
    }

    private static bool AreSeveral(int[] shown, int[] values) => shown.Select((s, g) => s != Hidden || values[g] == Several).All(several => several);

    private static IEnumerable<ImmutableArray<int>> Sets(ImmutableArray<int> of, int size) => size == 0
        ? [[]]
        : Enumerable.Range(0, of.Length).SelectMany(i => Sets(of[(i + 1)..], size - 1).Select(rest => rest.Insert(0, of[i])));

    // Every way to show these groups.
    private IEnumerable<int[]> Shown(int[] before, ImmutableArray<int> groups, int left)
    {
        if (groups.IsEmpty)
        {
            yield return before;
            yield break;
        }

        foreach (var count in Enumerable.Range(smallest, Math.Max(0, Math.Min(asked[groups[0]], left) - smallest + 1)).Prepend(0))
        {
            var next = before.ToArray();
            next[groups[0]] = count;
            foreach (var shown in Shown(next, groups[1..], left - count))
            {
                yield return shown;
            }
        }
    }

    private int[] Values(int[] shown)
    {
        var key = string.Join(' ', shown);
        if (_known.TryGetValue(key, out var values))
        {
            return values;
        }

        values = new int[shown.Length];
        Array.Fill(values, None);
        if (IsTooMuch)
        {
            return values;
        }

        var left = total - shown.Where(s => s != Hidden).Sum();
        AllSmall(shown, left, values);
        for (var g = 0; g < shown.Length && !AreSeveral(shown, values); g++)
        {
            if (shown[g] == Hidden && !always[g])
            {
                HiddenLast(shown, g, left, values);
            }
        }

        _known[key] = values;
        return values;
    }

    // The rule had nothing to add: every hidden cell is small. Each takes all whole numbers between what the others leave at most and at least.
    private void AllSmall(int[] shown, int left, int[] values)
    {
        (int Low, int High) Range(int g) => shown[g] != Hidden ? (0, 0) : always[g] ? (0, asked[g]) : (1, Math.Min(smallest - 1, asked[g]));
        var ranges = Enumerable.Range(0, shown.Length).Select(Range).ToList();
        var (low, high) = (ranges.Sum(r => r.Low), ranges.Sum(r => r.High));
        if (left < low || left > high || ranges.Any(r => r.Low > r.High))
        {
            return;
        }

        for (var g = 0; g < shown.Length; g++)
        {
            if (shown[g] == Hidden)
            {
                Add(values, g, Math.Max(ranges[g].Low, left - high + ranges[g].High));
                Add(values, g, Math.Min(ranges[g].High, left - low + ranges[g].Low));
            }
        }
    }

    // Cell g was the last to be hidden: it was next, and the row with it shown was not safe.
    private void HiddenLast(int[] shown, int g, int left, int[] values)
    {
        var before = shown.ToArray();
        for (var count = Math.Min(asked[g], left); count >= 0; count = count > smallest || count == 0 ? count - 1 : 0)
        {
            before[g] = count;
            if ((count == 0 || count >= smallest) && Next(before) == g && !IsSafe(before))
            {
                Merge(values, before, Values(before));
            }
        }
    }

    // Rows told in another way are told in this one too; nothing where there are none of them.
    private void Merge(int[] values, int[] shown, int[] more)
    {
        if (shown.Contains(Hidden) ? more.All(v => v == None) : shown.Sum() != total)
        {
            return;
        }

        for (var g = 0; g < values.Length; g++)
        {
            Add(values, g, shown[g] == Hidden ? more[g] : shown[g]);
        }
    }

    private static void Add(int[] values, int g, int value) => values[g] = values[g] == None || values[g] == value ? value : Several;
}
