using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Exports;

/// <summary>Codings as a table for a spreadsheet, a row a comment and code, and back; docs/guide/coding.md.</summary>
public static class CodingsCsv
{
    private static readonly ImmutableArray<(string Key, string Ja)> Columns =
    [
        ("comment_id", "意見ID"), ("respondent", "回答者"), ("year", "年"), ("citation", "出典"), ("text", "意見"),
        ("code", "コード"), ("code_name", "コード名"), ("state", "状態"), ("score", "スコア"), ("who", "誰が"), ("at", "いつ"), ("version", "版"),
    ];

    private static readonly ImmutableArray<(CodingState State, string Ja)> States =
        [(CodingState.Proposed, "提案"), (CodingState.Accepted, "承認"), (CodingState.Edited, "修正"), (CodingState.Rejected, "却下")];

    /// <summary>The name of a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="language">The user's language.</param>
    public static string NameOf(CodingState state, ScreenLanguage language) =>
        language.Pick(States.First(s => s.State == state).Ja, FieldNames.Of(state));

    /// <summary>The table's text with a byte order mark: a header, then a row a coding; a comment without any has one row without a code.</summary>
    /// <param name="comments">The comments, in the order of the rows.</param>
    /// <param name="codings">Their codings.</param>
    /// <param name="codebook">The codes.</param>
    /// <param name="language">The language of the headings and states.</param>
    public static string Of(IReadOnlyList<Comment> comments, IReadOnlyList<StoredCoding> codings, Codebook codebook, ScreenLanguage language)
    {
        ArgumentNullException.ThrowIfNull(comments);
        ArgumentNullException.ThrowIfNull(codebook);
        var names = codebook.Codes.ToDictionary(c => c.Id, c => language.Pick(c.Name), StringComparer.Ordinal);
        var byComment = codings.ToLookup(c => c.CommentId, StringComparer.Ordinal);
        var csv = new StringBuilder("\uFEFF");
        CommentsCsv.Row(csv, [.. Columns.Select(c => language.Pick(c.Ja, c.Key))]);
        foreach (var comment in comments)
        {
            foreach (var coding in byComment[comment.Id].OrderBy(c => c.Id).Cast<StoredCoding?>().DefaultIfEmpty(null))
            {
                CommentsCsv.Row(csv,
                [
                    comment.Id,
                    comment.Respondent,
                    comment.Year?.ToString(CultureInfo.InvariantCulture),
                    Citation.Of(comment.Source, comment.Place),
                    comment.Text,
                    coding?.Code,
                    coding is null ? null : names.GetValueOrDefault(coding.Code),
                    coding is null ? null : NameOf(coding.State, language),
                    coding?.Score?.ToString(CultureInfo.InvariantCulture),
                    coding?.Who,
                    coding?.When.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
                    coding?.Version.ToString(CultureInfo.InvariantCulture),
                ]);
            }
        }

        return csv.ToString();
    }

    /// <summary>The rows of a table that <see cref="Of"/> wrote and that a person may have changed; only comment, code, state and version are read.</summary>
    /// <param name="text">The table's text, comma- or tab-separated.</param>
    /// <param name="codebook">The codes; a row may give a code's name in place of its id.</param>
    /// <returns>The rows with a code, and what is wrong with others.</returns>
    public static CodingRows Read(string text, Codebook codebook)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(codebook);
        var rows = ImmutableArray.CreateBuilder<CodingRow>();
        var problems = ImmutableArray.CreateBuilder<(int Row, BilingualText What)>();
        using var csv = new CsvReader(
            new StringReader(text.TrimStart('\uFEFF')),
            new CsvConfiguration(CultureInfo.InvariantCulture) { DetectDelimiter = true, DetectDelimiterValues = [",", "\t", ";"], BadDataFound = null, MissingFieldFound = null });
        if (!csv.Read() || !csv.ReadHeader())
        {
            return new CodingRows([], [(1, new BilingualText("見出しの行がありません。codings export で書き出した表を使ってください。", "There is no header. Use a table that codings export wrote."))]);
        }

        var (id, code, state, version) = (Find(csv, "comment_id"), Find(csv, "code"), Find(csv, "state"), Find(csv, "version"));
        if (id < 0 || code < 0 || state < 0)
        {
            return new CodingRows([], [(1, new BilingualText("「意見ID」「コード」「状態」の列が要ります。", "The columns comment_id, code and state are needed."))]);
        }

        while (csv.Read())
        {
            var row = csv.Parser.Row;
            var (comment, name, word) = (Field(csv, id), Field(csv, code), Field(csv, state));
            if (name.Length == 0)
            {
                continue;
            }

            var known = codebook.Codes.FirstOrDefault(c => c.Id == name || c.Name.Ja == name || c.Name.En == name);
            var wanted = States.Cast<(CodingState State, string Ja)?>().FirstOrDefault(s => s!.Value.Ja == word || FieldNames.Of(s.Value.State) == word);
            var number = 0;
            if (known is null)
            {
                problems.Add((row, new BilingualText($"「{name}」というコードはコードブックにありません。", $"The codebook has no code \"{name}\".")));
            }
            else if (word.Length > 0 && wanted is null)
            {
                problems.Add((row, new BilingualText(
                    $"状態「{word}」は {string.Join('、', States.Select(s => s.Ja))} のどれでもありません。", $"The state \"{word}\" is none of {string.Join(", ", States.Select(s => FieldNames.Of(s.State)))}.")));
            }
            else if (version >= 0 && Field(csv, version) is { Length: > 0 } digits && !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number))
            {
                problems.Add((row, new BilingualText($"版「{digits}」は数ではありません。", $"The version \"{digits}\" is no number.")));
            }
            else
            {
                // A code that somebody has written in without a state is their decision.
                rows.Add(new CodingRow(row, comment, known.Id, wanted?.State ?? CodingState.Edited, number));
            }
        }

        return new CodingRows(rows.ToImmutable(), problems.ToImmutable());
    }

    private static int Find(CsvReader csv, string key)
    {
        var (_, ja) = Columns.First(c => c.Key == key);
        return Array.FindIndex(csv.HeaderRecord!, h => h.Trim() == key || h.Trim() == ja);
    }

    private static string Field(CsvReader csv, int column) => (csv.GetField(column) ?? string.Empty).Trim();
}

/// <summary>The rows of a table of codings.</summary>
/// <param name="Rows">Those with a code.</param>
/// <param name="Problems">Rows (1-based, the header counted) that cannot be read, and why.</param>
public sealed record CodingRows(ImmutableArray<CodingRow> Rows, ImmutableArray<(int Row, BilingualText What)> Problems);

/// <summary>A row of a table of codings.</summary>
/// <param name="Row">Its number, 1-based, the header counted.</param>
/// <param name="Comment">The comment's id.</param>
/// <param name="Code">The code's id.</param>
/// <param name="State">What was decided.</param>
/// <param name="Version">The version number that was read; 0 for a new coding.</param>
public sealed record CodingRow(int Row, string Comment, string Code, CodingState State, int Version);
