using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables.Columns;

/// <summary>Gives a respondent one spelling in a table: ﾐｻｷ and ミサキ, Ａ事業所 and A事業所 are one.</summary>
internal sealed class RespondentNames
{
    private readonly Dictionary<string, string> _byCell = new(StringComparer.Ordinal);

    /// <summary>The names of a table; of several spellings the first stands, half-width kana in full width.</summary>
    /// <param name="cells">The cells that name respondents, in order of the rows.</param>
    public RespondentNames(IEnumerable<string> cells)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var cell in cells)
        {
            if (_byCell.ContainsKey(cell))
            {
                continue;
            }

            var name = JapaneseText.Tidy(FullKana(cell));
            var key = JapaneseText.Fold(name);
            if (!first.TryGetValue(key, out var known))
            {
                first.Add(key, known = name);
            }

            _byCell.Add(cell, known);
        }
    }

    /// <summary>The respondent's name.</summary>
    /// <param name="cell">One of the cells.</param>
    public string Of(string cell) => _byCell[cell];

    private static string FullKana(string cell)
    {
        var at = cell.AsSpan().IndexOfAnyInRange('\uFF66', '\uFF9F');
        if (at < 0)
        {
            return cell;
        }

        var end = at + 1;
        while (end < cell.Length && cell[end] is >= '\uFF66' and <= '\uFF9F')
        {
            end++;
        }

        return cell[..at] + JapaneseText.Compatible(cell[at..end]) + FullKana(cell[end..]);
    }
}
