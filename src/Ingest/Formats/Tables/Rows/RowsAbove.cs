using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Tables.Columns;
using FeedbackLab.Ingest.Formats.Tables.Shapes;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables.Rows;

/// <summary>Gives rows what they take from the row above them: ditto marks, and names written once for several rows.</summary>
internal static partial class RowsAbove
{
    // What is said of a person in a cell; what is said of an answer is longer.
    private const int LongestOwn = 12;

    private static readonly SearchValues<char> FirstCharacters = SearchValues.Create("同仝上〃〻々″\"＂”“'’′(（「");

    /// <summary>The rows with what they take from above, those that go on with the respondent above, and those in a group that is named above.</summary>
    /// <remarks>
    /// A row goes on with the office above it where it holds answers and nothing else but a question; a blank row between ends that. A group
    /// (地区, 区分 …) is named once above its rows where the table names no respondents, no two rows name the same group, and no row without one says
    /// anything else of who answered. In files of lines and of survey programs each row is one respondent's.
    /// Answers themselves are never taken from above.
    /// </remarks>
    /// <param name="rows">The rows below the headers.</param>
    /// <param name="columns">What the columns hold.</param>
    /// <param name="hasLines">Whether the file has lines.</param>
    public static (List<TableRow> Rows, ImmutableArray<TableRow> GoOn, ImmutableArray<RowsOfGroup> Grouped) Filled(List<TableRow> rows, ImmutableArray<ColumnReading> columns, bool hasLines)
    {
        var taken = Of(columns, ColumnRole.Respondent, ColumnRole.Question, ColumnRole.Year, ColumnRole.Attribute, ColumnRole.Personal);
        if (taken.Count == 0)
        {
            return (rows, [], []);
        }

        var others = Of(columns, ColumnRole.Year, ColumnRole.Attribute, ColumnRole.Personal, ColumnRole.Ignored);
        var texts = Of(columns, ColumnRole.Text);
        var questions = Of(columns, ColumnRole.Question);
        var names = Of(columns, ColumnRole.Respondent).Where(c => RespondentColumns.GoOnBelow(columns[c].Header)).ToList();
        var isEachOnes = hasLines || SurveyForms.Of([.. columns.Select(c => c.Header)]) is not null;
        var groups = Of(columns, ColumnRole.Attribute).Where(c => names.Count == 0 && !isEachOnes && (texts.Count == 0 || c < texts[0]) && NamesGroups(columns[c].Header, rows, c)).ToList();
        var replies = ColumnRoles.Replies(columns, []).ToList();
        var own = Of(columns, ColumnRole.Year, ColumnRole.Attribute, ColumnRole.Personal).Where(c => !groups.Contains(c) && !replies.Contains(columns[c].Header)).ToList();
        if (rows.Exists(r => groups.Exists(c => r.Filled[c].Length == 0) && own.Exists(c => r.Cells[c].Length is > 0 and <= LongestOwn)))
        {
            groups = [];
        }

        var grouped = groups.ToDictionary(c => c, _ => ImmutableArray.CreateBuilder<TableRow>());
        var filled = new List<TableRow>(rows.Count);
        var goOn = ImmutableArray.CreateBuilder<TableRow>();
        foreach (var row in rows)
        {
            var above = filled.Count > 0 ? filled[^1] : null;
            string[]? cells = null;
            foreach (var c in taken.Where(c => IsDitto(row.Filled[c])))
            {
                (cells ??= [.. row.Filled])[c] = above?.Filled[c] ?? "";
            }

            if (above?.Number == row.Number - 1 && texts.Exists(c => row.Cells[c].Length > 0))
            {
                if (names.Exists(c => row.Filled[c].Length == 0 && above.Filled[c].Length > 0) && others.TrueForAll(c => row.Cells[c].Length == 0 || IsDitto(row.Cells[c])))
                {
                    goOn.Add(row);
                    Take(taken);
                }
                else
                {
                    Take(questions);
                    groups.FindAll(c => row.Filled[c].Length == 0 && above.Filled[c].Length > 0).ForEach(c => grouped[c].Add(row));
                    Take(groups);
                }
            }

            filled.Add(cells is null ? row : row with { Filled = cells });

            void Take(List<int> from)
            {
                foreach (var c in from.Where(c => row.Filled[c].Length == 0 && above.Filled[c].Length > 0))
                {
                    (cells ??= [.. row.Filled])[c] = above.Filled[c];
                }
            }
        }

        return (filled, goOn.ToImmutable(), [.. grouped.Where(g => g.Value.Count > 0).Select(g => new RowsOfGroup(columns[g.Key].Header, g.Value.ToImmutable()))]);
    }

    // Groups have a name each; where a name comes again, each row has its own, and a blank one is blank.
    private static bool NamesGroups(string header, List<TableRow> rows, int column)
    {
        if (!Group().IsMatch(JapaneseText.Fold(header)) || OfPerson().IsMatch(JapaneseText.Fold(header)) || rows.Count == 0 || rows[0].Filled[column].Length == 0)
        {
            return false;
        }

        var named = rows.Where(r => r.Cells[column].Length > 0).Select(r => JapaneseText.Fold(r.Cells[column])).ToList();
        return named.Count < rows.Count && named.Distinct(StringComparer.Ordinal).Count() == named.Count;
    }

    /// <summary>Whether a cell only says that it holds what the cell above holds.</summary>
    /// <param name="cell">The cell's text.</param>
    public static bool IsDitto(string cell) => cell.Length is > 0 and < 10 && FirstCharacters.Contains(cell[0]) && Ditto().IsMatch(JapaneseText.Fold(cell));

    private static List<int> Of(ImmutableArray<ColumnReading> columns, params ReadOnlySpan<ColumnRole> roles)
    {
        var found = new List<int>();
        for (var i = 0; i < columns.Length; i++)
        {
            if (roles.Contains(columns[i].Role))
            {
                found.Add(i);
            }
        }

        return found;
    }

    [GeneratedRegex("(地区|地域|圏域|区分|分類|分野|項目|議題|種別|カテゴリー?|テーマ|会場|市町村|市区町村|区市町村|章|節|施策|計画|担当課|部会|柱)(名|等)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Group();

    [GeneratedRegex("^[おご]|住|あなた|居|出身|希望|利用", RegexOptions.CultureInvariant)]
    private static partial Regex OfPerson();

    // Folded, ″ is two primes.
    [GeneratedRegex("^([(「]?(同上|同前|同|仝|上に?同じ|上記に?同じ)[)」]?|[〃〻々\"”“]|′′|''|\\(〃\\)|「〃」)$", RegexOptions.CultureInvariant)]
    private static partial Regex Ditto();
}

/// <summary>Rows that were read as of the group that is named above them.</summary>
/// <param name="Header">The column's header.</param>
/// <param name="Rows">The rows, which are blank there.</param>
internal sealed record RowsOfGroup(string Header, ImmutableArray<TableRow> Rows);
