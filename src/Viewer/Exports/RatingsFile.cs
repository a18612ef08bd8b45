using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using FeedbackLab.Analysis.Evaluation;
using FeedbackLab.Analysis.Statistics.Agreement;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;

namespace FeedbackLab.Viewer.Exports;

/// <summary>Reads who coded what: tables with a row a comment, coder and code, or coded comments as <c>evaluate</c> takes them; docs/guide/agreement.md.</summary>
public static class RatingsFile
{
    private static readonly ImmutableArray<string> Comment = ["comment", "comment_id", "id", "unit", "意見ID", "意見"];
    private static readonly ImmutableArray<string> Code = ["code", "コード"];
    private static readonly ImmutableArray<string> Who = ["who", "coder", "person", "誰が", "コーダー", "担当"];
    private static readonly ImmutableArray<string> State = ["state", "状態"];
    private static readonly ImmutableArray<string> Refused = ["rejected", "却下", "no", "0", "false", "なし"];
    private static readonly ImmutableArray<string> Undecided = ["proposed", "提案"];

    /// <summary>The column that says whether the coder looked at the whole comment.</summary>
    internal static BilingualText Whole { get; } = new("全体を見た", "whole");

    internal static BilingualText Yes { get; } = new("はい", "yes");

    internal static BilingualText No { get; } = new("いいえ", "no");

    /// <summary>The ratings of a table, and what is wrong with its rows (1-based, the header counted).</summary>
    /// <remarks>
    /// Columns comment (comment_id, 意見ID), code (コード), who (coder, 誰が), and where there is one state (状態): a rejected row is a refusal, a
    /// proposed one nobody's. A row without a code says that the coder looked at the comment and found none. Where a column whole (全体を見た) says
    /// no, the coder decided on some codes only; such rows are passed over, since what they say nothing of is no refusal.
    /// </remarks>
    /// <param name="text">The table, comma-, tab- or semicolon-separated.</param>
    /// <param name="coder">Who coded where no column says it: the file's name.</param>
    public static (ImmutableArray<CoderRating> Ratings, ImmutableArray<(int Row, BilingualText What)> Problems) Table(string text, string coder)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var csv = new CsvReader(
            new StringReader(text.TrimStart('\uFEFF')),
            new CsvConfiguration(CultureInfo.InvariantCulture) { DetectDelimiter = true, DetectDelimiterValues = [",", "\t", ";"], BadDataFound = null, MissingFieldFound = null });
        if (!csv.Read() || !csv.ReadHeader())
        {
            return ([], [(1, new BilingualText("見出しの行がありません。", "There is no header."))]);
        }

        int Find(ImmutableArray<string> names) => Array.FindIndex(csv.HeaderRecord!, h => names.Contains(h.Trim(), StringComparer.OrdinalIgnoreCase));
        var (comment, code, who, state, whole) = (Find(Comment), Find(Code), Find(Who), Find(State), Find([Whole.Ja, Whole.En]));
        if (comment < 0 || code < 0)
        {
            return ([], [(1, new BilingualText(
                "意見の列（comment、意見ID など）とコードの列（code、コード）が要ります。", "A column of comments (comment, comment_id) and one of codes (code) are needed."))]);
        }

        string Field(int column) => column < 0 ? string.Empty : (csv.GetField(column) ?? string.Empty).Trim();
        var ratings = ImmutableArray.CreateBuilder<CoderRating>();
        var problems = ImmutableArray.CreateBuilder<(int, BilingualText)>();
        while (csv.Read())
        {
            var (unit, person) = (SheetIds.Read(Field(comment)), who < 0 ? coder : Field(who));
            if (unit.Length == 0)
            {
                problems.Add((csv.Parser.Row, new BilingualText("どの意見か書かれていません。", "The row does not say which comment.")));
            }
            else if (person.Length > 0 && Field(whole) != No.Ja && !Field(whole).Equals(No.En, StringComparison.OrdinalIgnoreCase) && !Undecided.Contains(Field(state), StringComparer.OrdinalIgnoreCase))
            {
                ratings.Add(new CoderRating(unit, person, Field(code) is { Length: > 0 } id ? id : null, !Refused.Contains(Field(state), StringComparer.OrdinalIgnoreCase)));
            }
        }

        return (ratings.ToImmutable(), problems.ToImmutable());
    }

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
