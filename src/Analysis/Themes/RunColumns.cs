using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Themes;

/// <summary>The character runs that count, in columns by ascending key: in two texts at least, and not in too many.</summary>
internal sealed class RunColumns
{
    private const double MostCommon = 0.3;

    private readonly RunTable _columns;
    private readonly double[] _rarity;
    private readonly double[] _perCode;

    private RunColumns(RunTable columns, double[] rarity, double[] perCode) => (_columns, _rarity, _perCode) = (columns, rarity, perCode);

    /// <summary>Number of columns.</summary>
    public int Count => _rarity.Length;

    /// <summary>The columns for some comments and codes.</summary>
    /// <param name="comments">The untouched texts of the comments that tell how common a run is; <see cref="RunCounts.MostTexts"/> at most.</param>
    /// <param name="codes">The runs of each code's own text.</param>
    /// <param name="few">Below this many comments none is too common.</param>
    public static RunColumns Of(IReadOnlyCollection<string> comments, IReadOnlyCollection<IReadOnlyCollection<ulong>> codes, int few)
    {
        var inComments = new RunCounts();
        var runs = new List<ulong>();
        foreach (var comment in comments)
        {
            runs.Clear();
            CharacterGrams.Add(NormalizedText.Of(comment).Text, runs);
            inComments.Add(runs);
        }

        var inCodes = codes.SelectMany(c => c).CountBy(r => r).ToDictionary();
        var kept = new List<ulong>();
        foreach (var (run, count) in inComments.All())
        {
            if (count + inCodes.GetValueOrDefault(run) >= 2 && (comments.Count < few || count <= MostCommon * comments.Count))
            {
                kept.Add(run);
            }
        }

        kept.AddRange(inCodes.Where(r => r.Value >= 2 && inComments[r.Key] == 0).Select(r => r.Key));
        kept.Sort();
        var columns = new RunTable(kept.Count);
        var rarity = new double[kept.Count];
        var perCode = new double[kept.Count];
        for (var column = 0; column < kept.Count; column++)
        {
            var own = inCodes.GetValueOrDefault(kept[column]);
            columns.Of(kept[column]) = column + 1;
            rarity[column] = TermWeighting.Rarity(comments.Count + codes.Count, inComments[kept[column]] + own);
            perCode[column] = 1 / Math.Sqrt(Math.Max(1, own));
        }

        return new RunColumns(columns, rarity, perCode);
    }

    /// <summary>Adds the columns of some runs to a list, those left out that do not count.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="into">The list.</param>
    public void Add(List<ulong> runs, List<int> into)
    {
        foreach (var run in runs)
        {
            _columns.Prefetch(run);
        }

        foreach (var run in runs)
        {
            if (ColumnOf(run) is >= 0 and var column)
            {
                into.Add(column);
            }
        }
    }

    /// <summary>A run's column; −1 where it does not count.</summary>
    public int ColumnOf(ulong run) => _columns[run] - 1;

    /// <summary>How much a column weighs in a comment that has it once.</summary>
    public double RarityOf(int column) => _rarity[column];

    /// <summary>One over the square root of the number of codes whose own text has a column's run.</summary>
    public double PerCode(int column) => _perCode[column];
}
