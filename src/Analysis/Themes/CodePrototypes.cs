namespace FeedbackLab.Analysis.Themes;

/// <summary>What each code looks like: its own text, and the comments that people coded with it.</summary>
internal sealed class CodePrototypes
{
    private const double DefinitionWeight = 2;
    private const double SharedByAll = 0.5;

    // A comment that somebody rejected speaks against the code, but less than an accepted one speaks for it.
    private const double RejectedWeight = 0.5;

    private readonly CodeFeatures _features;
    private readonly List<(int Comment, int[] Has, int[] HasNot, int[] Columns, double[] Values)> _coded = [];

    private readonly Dictionary<int, int> _at = [];

    // By column its place among those that any prototype can have, −1 for the others: these are few.
    private readonly int[] _places;
    private readonly int _width;

    /// <param name="features">Comments and codes as rows.</param>
    /// <param name="coded">By comment, ascending: the numbers of the codes that it has, and of those that it does not have.</param>
    /// <param name="rowOf">The row of a comment.</param>
    public CodePrototypes(CodeFeatures features, SortedDictionary<int, (int[] Has, int[] HasNot)> coded, Func<int, CodeRow> rowOf)
    {
        _features = features;
        _places = new int[features.Terms.Length + features.Runs.Count];
        for (var code = 0; code < features.Definitions.Rows; code++)
        {
            Mark(features.Definitions.ColumnsOf(code));
        }

        foreach (var (comment, (has, hasNot)) in coded)
        {
            var row = rowOf(comment);
            _at.Add(comment, _coded.Count);
            _coded.Add((comment, has, hasNot, row.Columns.ToArray(), row.Values.ToArray()));
            Mark(row.Columns);
        }

        for (var column = 0; column < _places.Length; column++)
        {
            _places[column] = _places[column] == 0 ? -1 : _width++;
        }
    }

    /// <summary>Number of codes.</summary>
    public int Codes => _features.Definitions.Rows;

    /// <summary>The prototypes, each of length 1.</summary>
    /// <remarks>p = (Σ x / |codes of x| + 2 d − ½ Σ rejected x) / length; less half the mean of all; of length 1 again.</remarks>
    /// <param name="without">A comment that is left out; −1 for none.</param>
    /// <returns>By code, by place (<see cref="PlaceOf"/>).</returns>
    public double[][] Of(int without = -1)
    {
        var prototypes = new double[Codes][];
        for (var c = 0; c < Codes; c++)
        {
            prototypes[c] = new double[_width];
            Add(prototypes[c], _features.Definitions.ColumnsOf(c), _features.Definitions.ValuesOf(c), DefinitionWeight);
        }

        foreach (var (comment, has, hasNot, columns, values) in _coded)
        {
            if (comment == without)
            {
                continue;
            }

            foreach (var code in has)
            {
                Add(prototypes[code], columns, values, 1.0 / has.Length);
            }

            foreach (var code in hasNot)
            {
                Add(prototypes[code], columns, values, -RejectedWeight);
            }
        }

        foreach (var prototype in prototypes)
        {
            ToUnit(prototype);
        }

        if (Codes > 1)
        {
            LowerByWhatAllShare(prototypes);
        }

        return prototypes;
    }

    /// <summary>Where a column stands in the prototypes; −1 where all have 0 there.</summary>
    public int PlaceOf(int column) => _places[column];

    /// <summary>The inner product of a comment's row with each prototype.</summary>
    /// <param name="row">The row.</param>
    /// <param name="prototypes">The prototypes.</param>
    /// <param name="into">One a prototype.</param>
    public void Dot(CodeRow row, double[][] prototypes, Span<double> into)
    {
        into.Clear();
        var columns = row.Columns;
        var values = row.Values;
        for (var p = 0; p < columns.Length; p++)
        {
            var place = _places[columns[p]];
            if (place >= 0)
            {
                for (var code = 0; code < prototypes.Length; code++)
                {
                    into[code] += values[p] * prototypes[code][place];
                }
            }
        }
    }

    /// <summary>The inner product of a coded comment's row with another row.</summary>
    /// <param name="comment">The coded comment.</param>
    /// <param name="row">The other row: values by column.</param>
    public double Likeness(int comment, Dictionary<int, double> row)
    {
        var sum = 0.0;
        var (_, _, _, columns, values) = _coded[_at[comment]];
        for (var p = 0; p < columns.Length; p++)
        {
            sum += values[p] * row.GetValueOrDefault(columns[p]);
        }

        return sum;
    }

    private static void LowerByWhatAllShare(double[][] prototypes)
    {
        var mean = new double[prototypes[0].Length];
        foreach (var prototype in prototypes)
        {
            for (var f = 0; f < mean.Length; f++)
            {
                mean[f] += prototype[f] / prototypes.Length;
            }
        }

        foreach (var prototype in prototypes)
        {
            for (var f = 0; f < mean.Length; f++)
            {
                prototype[f] -= SharedByAll * mean[f];
            }

            ToUnit(prototype);
        }
    }

    private static void ToUnit(double[] vector)
    {
        var length = Math.Sqrt(vector.Sum(v => v * v));
        for (var f = 0; length > 0 && f < vector.Length; f++)
        {
            vector[f] /= length;
        }
    }

    private void Add(double[] sum, ReadOnlySpan<int> columns, ReadOnlySpan<double> values, double factor)
    {
        for (var p = 0; p < columns.Length; p++)
        {
            sum[_places[columns[p]]] += factor * values[p];
        }
    }

    private void Mark(ReadOnlySpan<int> columns)
    {
        foreach (var column in columns)
        {
            _places[column] = 1;
        }
    }
}
