using System.Collections.Immutable;

namespace FeedbackLab.Viewer.Charts;

/// <summary>Cuts an area into parts that are as near to squares as they can be: Bruls, Huizing and van Wijk, Squarified Treemaps (2000).</summary>
public static class Squares
{
    /// <summary>The parts of an area, as large as their sizes are to each other.</summary>
    /// <param name="sizes">The sizes, greater than 0, the greatest first.</param>
    /// <param name="within">The area.</param>
    /// <returns>One a size, in their order; together they fill the area.</returns>
    public static ImmutableArray<Area> Of(IReadOnlyList<double> sizes, Area within)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        var areas = ImmutableArray.CreateBuilder<Area>(sizes.Count);
        var scale = within.Width * within.Height / sizes.Sum();
        var left = within;
        for (var first = 0; first < sizes.Count;)
        {
            var side = Math.Min(left.Width, left.Height);
            var (count, sum) = (1, sizes[first] * scale);
            while (first + count < sizes.Count && Longest(sizes[first] * scale, sizes[first + count] * scale, sum + (sizes[first + count] * scale), side)
                <= Longest(sizes[first] * scale, sizes[first + count - 1] * scale, sum, side))
            {
                sum += sizes[first + count++] * scale;
            }

            left = Row([.. sizes.Skip(first).Take(count).Select(s => s * scale)], sum, left, areas);
            first += count;
        }

        return areas.ToImmutable();
    }

    // The greatest ratio of two sides in a row along a side: that of its greatest part, or of its smallest.
    private static double Longest(double greatest, double smallest, double sum, double side) =>
        Math.Max(side * side * greatest / (sum * sum), sum * sum / (side * side * smallest));

    // Lays a row along the shorter side; what comes back is left.
    private static Area Row(double[] parts, double sum, Area left, ImmutableArray<Area>.Builder areas)
    {
        var isUpright = left.Width >= left.Height;
        var depth = sum / (isUpright ? left.Height : left.Width);
        var at = 0.0;
        foreach (var part in parts)
        {
            var length = part / depth;
            areas.Add(isUpright ? new Area(left.X, left.Y + at, depth, length) : new Area(left.X + at, left.Y, length, depth));
            at += length;
        }

        return isUpright
            ? new Area(left.X + depth, left.Y, left.Width - depth, left.Height)
            : new Area(left.X, left.Y + depth, left.Width, left.Height - depth);
    }
}

/// <summary>A rectangle.</summary>
/// <param name="X">Its left side.</param>
/// <param name="Y">Its upper side.</param>
/// <param name="Width">How wide it is.</param>
/// <param name="Height">How high it is.</param>
public readonly record struct Area(double X, double Y, double Width, double Height);
