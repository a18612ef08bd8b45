using System.Numerics;

namespace FeedbackLab.Analysis.Themes.Clusters;

/// <summary>Places for comments on a plane: those of a few by their neighbours, the others beside the few that they are most like.</summary>
/// <param name="Places">By comment of the words its place, both from 0 to 1; null where it has no words.</param>
internal sealed record CommentPlaces((double X, double Y)?[] Places)
{
    private const int FewestComments = 5;
    private const int Landmarks = 250;
    private const int MostFactored = 2000;
    private const int Dimensions = 12;
    private const int Beside = 3;

    /// <summary>The places; null where fewer than five comments have words.</summary>
    /// <param name="words">The comments.</param>
    public static CommentPlaces? Of(ClusterWords words)
    {
        var sample = words.Sample(MostFactored);
        if (sample.Length < FewestComments)
        {
            return null;
        }

        var meanings = Meanings(words, sample);
        var landmarks = words.Sample(Landmarks);
        var points = Array.ConvertAll(landmarks, i => Point(words, meanings, i));
        var laid = Scaled(NeighbourLayout.Of(points, Array.ConvertAll(points, Start)));
        var places = new (double X, double Y)?[words.Count];
        for (var l = 0; l < landmarks.Length; l++)
        {
            places[landmarks[l]] = laid[l];
        }

        PlaceOthers(words, meanings, points, laid, places);
        return new CommentPlaces(places);
    }

    // Latent semantic analysis (Deerwester et al. 1990): a word's place among the leading directions of the sample.
    private static double[][] Meanings(ClusterWords words, int[] sample)
    {
        var matrix = words.Weights(sample);
        var (_, _, right) = SingularVectors.Of(matrix, matrix.Transpose(), Dimensions);
        return right;
    }

    private static double[] Point(ClusterWords words, double[][] meanings, int comment)
    {
        var point = new double[Dimensions];
        words.AddTo(comment, point, meanings);
        var square = 0.0;
        foreach (var v in point)
        {
            square += v * v;
        }

        var scale = square > 0 ? 1 / Math.Sqrt(square) : 0;
        for (var d = 0; d < point.Length; d++)
        {
            point[d] *= scale;
        }

        return point;
    }

    // The first direction is what all share.
    private static (double X, double Y) Start(double[] point) => (point[1] * 1e-2, point[2] * 1e-2);

    private static (double X, double Y)[] Scaled((double X, double Y)[] places)
    {
        var (left, right) = (places.Min(p => p.X), places.Max(p => p.X));
        var (top, bottom) = (places.Min(p => p.Y), places.Max(p => p.Y));
        var size = Math.Max(Math.Max(right - left, bottom - top), 1e-12);
        return Array.ConvertAll(places, p => (
            0.5 + ((p.X - ((left + right) / 2)) / size),
            0.5 + ((p.Y - ((top + bottom) / 2)) / size)));
    }

    private static void PlaceOthers(
        ClusterWords words, double[][] meanings, double[][] points, (double X, double Y)[] laid, (double X, double Y)?[] places)
    {
        var width = (points.Length + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        var columns = new float[Dimensions * width];
        for (var l = 0; l < points.Length; l++)
        {
            for (var d = 0; d < Dimensions; d++)
            {
                columns[(d * width) + l] = (float)points[l][d];
            }
        }

        var parts = Math.Min(words.Count, 64);
        Parallel.For(0, parts, part =>
        {
            var likeness = new float[width];
            for (var i = (int)((long)words.Count * part / parts); i < (int)((long)words.Count * (part + 1) / parts); i++)
            {
                if (places[i] is null && words.HasWords(i))
                {
                    Compare(Point(words, meanings, i), columns, likeness);
                    places[i] = Among(likeness.AsSpan(0, points.Length), laid, words.HashOf(i));
                }
            }
        });
    }

    private static void Compare(double[] point, float[] columns, float[] likeness)
    {
        Span<Vector<float>> own = stackalloc Vector<float>[Dimensions];
        for (var d = 0; d < Dimensions; d++)
        {
            own[d] = new Vector<float>((float)point[d]);
        }

        for (var l = 0; l < likeness.Length; l += Vector<float>.Count)
        {
            var sum = Vector<float>.Zero;
            for (var d = 0; d < own.Length; d++)
            {
                sum += new Vector<float>(columns, (d * likeness.Length) + l) * own[d];
            }

            sum.CopyTo(likeness, l);
        }
    }

    // The mean of the likest few, weighted by the fourth power of the likeness, and a hair's breadth aside, so that no two comments hide each other.
    private static (double X, double Y) Among(ReadOnlySpan<float> likeness, (double X, double Y)[] laid, ulong hash)
    {
        Span<int> best = stackalloc int[Beside];
        var count = 0;
        for (var l = 0; l < likeness.Length; l++)
        {
            if (count < Beside || likeness[l] > likeness[best[count - 1]])
            {
                count = Math.Min(Beside, count + 1);
                var at = count - 1;
                while (at > 0 && likeness[l] > likeness[best[at - 1]])
                {
                    best[at] = best[at - 1];
                    at--;
                }

                best[at] = l;
            }
        }

        var (x, y, weights) = (0.0, 0.0, 0.0);
        for (var b = 0; b < count; b++)
        {
            var square = Math.Max(1e-6, likeness[best[b]]) * Math.Max(1e-6, likeness[best[b]]);
            var weight = square * square;
            (x, y, weights) = (x + (weight * laid[best[b]].X), y + (weight * laid[best[b]].Y), weights + weight);
        }

        const double Aside = 0.012;
        return (
            Math.Clamp((x / weights) + (Aside * (((hash & 0xFFFF) / 65536.0) - 0.5)), 0, 1),
            Math.Clamp((y / weights) + (Aside * ((((hash >> 16) & 0xFFFF) / 65536.0) - 0.5)), 0, 1));
    }
}
