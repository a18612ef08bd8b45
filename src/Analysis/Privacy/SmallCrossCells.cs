using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics.CrossTables;

namespace FeedbackLab.Analysis.Privacy;

/// <summary>Hides the small cells of a cross table of themes by groups, and those from which one could be worked out.</summary>
public static class SmallCrossCells
{
    /// <summary>Which cells to hide.</summary>
    /// <remarks>
    /// How many mention a theme in all is told beside the table, and how many stand in each group above it, so each row is hidden as one with its total (<see cref="SmallRow"/>).
    /// Nothing is told of a theme that few mention. Who stands in no group and said nothing cannot be one of those who mention it.
    /// </remarks>
    /// <param name="table">The table, of the counts as they are.</param>
    /// <param name="themes">The themes; counts of those that few mention may be hidden already.</param>
    /// <param name="smallest">Counts of respondents from 1 to below this one are hidden; at least 2.</param>
    /// <returns>A row a theme of the table, a column a group; null where the table cannot be told: comments are counted, or somebody stands in two groups.</returns>
    public static ImmutableArray<ImmutableArray<bool>>? Hidden(CrossTable table, ImmutableArray<ThemeFinding> themes, int smallest)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfLessThan(smallest, 2);
        if (table.Unit != CrossUnit.Respondents || table.Design != CrossDesign.Between)
        {
            return null;
        }

        var whole = themes.ToDictionary(t => t.Code.Id, StringComparer.Ordinal);
        ImmutableArray<int> asked = [.. table.Groups.Select(g => g.Asked)];
        return [.. table.Themes.Select(Row)];

        ImmutableArray<bool> Row(CrossRow row)
        {
            var theme = whole[row.Code.Id];
            if (SmallCounts.IsOfFew(theme, smallest))
            {
                return [.. asked.Select(_ => true)];
            }

            ImmutableArray<int> counts = [.. row.Cells.Select(c => c?.Count ?? 0)];
            var others = table.WithWordsOutside;
            return SmallRow.Hidden(counts, asked, smallest, others, Math.Clamp(theme.Respondents.Count - counts.Sum(), 0, others));
        }
    }
}
