using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using FeedbackLab.Analysis.Evaluation;
using FeedbackLab.Analysis.Statistics.Agreement;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;
using FeedbackLab.Ingest.Formats.Excel;

namespace FeedbackLab.Viewer.Exports;

/// <summary>Reads who coded what: tables with a row a comment, coder and code, or coded comments as <c>evaluate</c> takes them; docs/guide/agreement.md.</summary>
public static class RatingsFile
{
    private static readonly ImmutableArray<string> Comment = ["comment", "comment_id", "id", "unit", "意見ID", "意見"];
    private static readonly ImmutableArray<string> Code = ["code", "コード"];
    private static readonly ImmutableArray<string> Who = ["who", "coder", "person", "誰が", "コーダー", "担当"];
    private static readonly ImmutableArray<string> State = ["state", "状態"];
    private static readonly ImmutableArray<string> Given = ["", "accepted", "承認", "edited", "修正", "yes", "1", "true", "あり"];
    private static readonly ImmutableArray<string> Refused = ["rejected", "却下", "no", "0", "false", "なし"];
    private static readonly ImmutableArray<string> Undecided = ["proposed", "提案"];
    private static readonly ImmutableArray<string> None = [CodingsTable.NoneFits.Ja, CodingsTable.NoneFits.En];

    /// <summary>The column that says whether the coder looked at the whole comment.</summary>
    internal static BilingualText Whole { get; } = new("全体を見た", "whole");

    internal static BilingualText Yes { get; } = new("はい", "yes");

    internal static BilingualText No { get; } = new("いいえ", "no");

    /// <summary>The ratings of a CSV.</summary>
    /// <remarks>
    /// Columns comment (comment_id, 意見ID), code (コード), who (coder, 誰が), and where there is one state (状態): a rejected row is a refusal, a
    /// proposed one nobody's. A row without a code says that the coder looked at the comment and found none. Where a column whole (全体を見た) says
    /// no, or a row of the comment is still a proposal, the coder decided on some codes only; such comments are passed over, since what the rows say
    /// nothing of is no refusal. A decision on a row that still names the program as who decided is that of the table's coder.
    /// </remarks>
    /// <param name="text">The table, comma-, tab- or semicolon-separated.</param>
    /// <param name="coder">Who coded where no column says it: the file's name.</param>
    public static RatingsRead Table(string text, string coder)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var csv = new CsvReader(
            new StringReader(text.TrimStart('\uFEFF')),
            new CsvConfiguration(CultureInfo.InvariantCulture) { DetectDelimiter = true, DetectDelimiterValues = [",", "\t", ";"], BadDataFound = null, MissingFieldFound = null });
        var rows = new List<(int Row, ImmutableArray<string> Cells)>();
        while (csv.Read())
        {
            rows.Add((csv.Parser.Row, [.. csv.Parser.Record ?? []]));
        }

        return Rows(rows, coder);
    }

    /// <summary>The same of a workbook: its first sheet that has the columns.</summary>
    /// <param name="file">The file as the user named it, for messages.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="coder">Who coded where no column says it: the file's name.</param>
    public static RatingsRead Workbook(string file, byte[] bytes, string coder)
    {
        var read = ExcelReader.Read(file, bytes);
        var sheets = read.Sheets.Select(s => s.Rows.Select(r => (r.Number, r.Cells)).ToList()).ToList();
        return sheets.Count == 0
            ? new RatingsRead([], [(1, read.Problems.First().What)], 0)
            : Rows(sheets.Find(s => Find(s[0].Cells, Comment) >= 0 && Find(s[0].Cells, Code) >= 0) ?? sheets[0], coder);
    }

    private static RatingsRead Rows(List<(int Row, ImmutableArray<string> Cells)> table, string coder)
    {
        if (table.Count == 0)
        {
            return new RatingsRead([], [(1, new BilingualText("見出しの行がありません。", "There is no header."))], 0);
        }

        var header = table[0].Cells;
        var (comment, code, who, state, whole) = (Find(header, Comment), Find(header, Code), Find(header, Who), Find(header, State), Find(header, [Whole.Ja, Whole.En]));
        if (comment < 0 || code < 0)
        {
            return new RatingsRead([], [(table[0].Row, new BilingualText(
                "意見の列（comment、意見ID など）とコードの列（code、コード）が要ります。", "A column of comments (comment, comment_id) and one of codes (code) are needed."))], 0);
        }

        var rows = new List<(int Row, CoderRating Rating)>();
        var problems = ImmutableArray.CreateBuilder<(int, BilingualText)>();
        var open = new HashSet<(string Comment, string? Coder)>();
        foreach (var (number, cells) in table.Skip(1).Where(r => r.Cells.Any(c => !string.IsNullOrWhiteSpace(c))))
        {
            string Field(int column) => column >= 0 && column < cells.Length ? cells[column].Trim() : string.Empty;
            bool Says(ImmutableArray<string> words) => words.Contains(Field(state), StringComparer.OrdinalIgnoreCase);
            var (unit, name, id) = (SheetIds.Read(Field(comment)), Field(who), Field(code));
            var person = who < 0 || CodingsTable.IsProgram(name) ? coder : name;
            if (unit.Length == 0)
            {
                problems.Add((number, new BilingualText("どの意見か書かれていません。", "The row does not say which comment.")));
            }
            else if (SheetIds.IsRounded(unit))
            {
                problems.Add((number, SheetIds.NoComment(unit)));
            }
            else if (Says(Undecided))
            {
                open.Add((unit, name.Length == 0 ? null : person));
            }
            else if (id.Length == 0 && Field(state).Length == 0 && (who >= 0 ? name.Length == 0 : state >= 0))
            {
                // Nobody has looked at it yet.
            }
            else if (person.Length == 0)
            {
                problems.Add((number, new BilingualText("誰が付けたか書かれていません。", "The row does not say who coded.")));
            }
            else if (!Says(Given) && !Says(Refused) && !Says(None))
            {
                problems.Add((number, new BilingualText(
                    $"状態「{Field(state)}」は {string.Join('、', CodingsTable.States.Select(s => s.Ja))}、{CodingsTable.NoneFits.Ja} のどれでもありません。",
                    $"The state \"{Field(state)}\" is none of {string.Join(", ", CodingsTable.States.Select(s => FieldNames.Of(s.State)))}, {CodingsTable.NoneFits.En}.")));
            }
            else if (Says(None) && id.Length > 0)
            {
                problems.Add((number, new BilingualText($"「{Field(state)}」の行にコードがあります。どちらかを消してください。", $"The row says \"{Field(state)}\" and has a code. Delete one of them.")));
            }
            else if (Field(whole) == No.Ja || Field(whole).Equals(No.En, StringComparison.OrdinalIgnoreCase))
            {
                open.Add((unit, person));
            }
            else
            {
                rows.Add((number, new CoderRating(unit, person, id.Length > 0 ? id : null, id.Length > 0 && !Says(Refused))));
            }
        }

        problems.AddRange(rows.GroupBy(r => (r.Rating.Comment, r.Rating.Coder, r.Rating.Code)).Where(g => g.Select(r => r.Rating.Has).Distinct().Count() > 1).Select(g => (
            g.First(r => r.Rating.Has != g.First().Rating.Has).Row,
            new BilingualText(
                $"{g.First().Row} 行目と同じ意見、コード、コーダーですが、状態が違います。どちらかを消してください。",
                $"It is of the same comment, code and coder as row {g.First().Row}, with another state. Delete one of them."))));
        bool IsOpen(CoderRating r) => open.Contains((r.Comment, r.Coder)) || open.Contains((r.Comment, null));
        return new RatingsRead(
            [.. rows.Select(r => r.Rating).Where(r => !IsOpen(r))],
            [.. problems.OrderBy(p => p.Item1)],
            rows.Select(r => r.Rating).Where(IsOpen).Select(r => (r.Comment, r.Coder)).Distinct().Count());
    }

    private static int Find(ImmutableArray<string> header, ImmutableArray<string> names) =>
        header.Select(CodingsTableReader.Heading).ToList().FindIndex(h => names.Contains(h, StringComparer.OrdinalIgnoreCase));

    /// <summary>The ratings of coded comments, one JSON object a line: all by one coder.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="coder">Who coded: the file's name.</param>
    /// <exception cref="DefinitionException">A line is no coded comment.</exception>
    public static ImmutableArray<CoderRating> Lines(string text, string coder) =>
    [
        .. GoldReader.Read(text).SelectMany(g => g.Codes.IsEmpty
            ? [new CoderRating(g.Id, coder, null, false)]
            : g.Codes.Select(c => new CoderRating(g.Id, coder, c, true))),
    ];
}

/// <summary>What a table of ratings says.</summary>
/// <param name="Ratings">The ratings.</param>
/// <param name="Problems">Rows (1-based, the header counted) that are wrong, and why; with any of them nothing is to be measured.</param>
/// <param name="LeftOut">Of how many comments a coder's decisions are passed over, since the coder did not decide on all of them.</param>
public sealed record RatingsRead(ImmutableArray<CoderRating> Ratings, ImmutableArray<(int Row, BilingualText What)> Problems, int LeftOut);
