using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Themes;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports.Sheets;

namespace FeedbackLab.Viewer.Exports;

/// <summary>Codings as a table for a spreadsheet (CSV or a workbook), a row a comment and code; <see cref="CodingsTableReader"/> reads it back; docs/guide/coding.md.</summary>
public static class CodingsTable
{
    internal static readonly ImmutableArray<(string Key, string Ja, double Width, SheetFormat Format)> Columns =
    [
        ("comment_id", "意見ID", 15, SheetFormat.Plain), ("respondent", "回答者", 20, SheetFormat.Plain), ("year", "年", 7, SheetFormat.Plain),
        ("citation", "出典", 26, SheetFormat.Plain), ("text", "意見", 60, SheetFormat.Wrapped), ("code", "コード", 14, SheetFormat.Plain),
        ("code_name", "コード名", 24, SheetFormat.Plain), ("state", "状態", 11, SheetFormat.Plain), ("score", "スコア", 8, SheetFormat.Hundredths),
        ("rule", "ルール", 24, SheetFormat.Plain), ("who", "誰が", 14, SheetFormat.Plain), ("at", "いつ", 17, SheetFormat.Plain), ("version", "版", 6, SheetFormat.Plain),
    ];

    internal static readonly ImmutableArray<(CodingState State, string Ja)> States =
        [(CodingState.Proposed, "提案"), (CodingState.Accepted, "承認"), (CodingState.Edited, "修正"), (CodingState.Rejected, "却下")];

    /// <summary>The state of a comment that somebody looked at and that no code fits, in a row without a code.</summary>
    internal static readonly BilingualText NoneFits = new("該当なし", "none fits");

    /// <summary>Whether it was the program that a row names as who decided: the row is a proposal as it was exported.</summary>
    /// <param name="who">Who.</param>
    public static bool IsProgram(string who)
    {
        ArgumentNullException.ThrowIfNull(who);
        return who.StartsWith("feedbacklab ", StringComparison.Ordinal);
    }

    /// <summary>The name of a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="language">The user's language.</param>
    public static string NameOf(CodingState state, ScreenLanguage language) =>
        language.Pick(States.First(s => s.State == state).Ja, FieldNames.Of(state));

    /// <summary>The table's text with a byte order mark: a header, then a row a coding; a comment without any has one row without a code.</summary>
    /// <param name="codings">What is in it.</param>
    /// <param name="language">The language of the headings and states.</param>
    public static string Csv(CodedComments codings, ScreenLanguage language)
    {
        ArgumentNullException.ThrowIfNull(codings);
        var csv = new StringBuilder("\uFEFF");
        CommentsCsv.Row(csv, [.. Columns.Select(c => language.Pick(c.Ja, c.Key))]);
        foreach (var row in Rows(codings, language))
        {
            Row(csv, row);
        }

        return csv.ToString();
    }

    /// <summary>Adds a row whose first cell is a comment's id.</summary>
    internal static void Row(StringBuilder csv, ImmutableArray<object?> cells) => CommentsCsv.Row(csv, [.. cells.Select((c, i) => c switch
    {
        string id when i == 0 => SheetIds.Written(id),
        DateTimeOffset moment => moment.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => c?.ToString(),
    })]);

    /// <summary>The same as a workbook: states and codes can be chosen from lists, the codes that can be given are on a second sheet with their definitions.</summary>
    /// <param name="codings">What is in it.</param>
    /// <param name="language">The language of the headings and states.</param>
    public static byte[] Workbook(CodedComments codings, ScreenLanguage language)
    {
        ArgumentNullException.ThrowIfNull(codings);
        var (codes, codable) = (language.Pick("コード", "Codes"), codings.Codebook.OnlyCodable().Codes);
        return WorkbookFile.Of(
        [
            Sheet(codings, language, $"{codes}!$A$2:$A${codable.Length + 1}"),
            new SheetTable(
                codes,
                [
                    new SheetColumn("ID", 14), new SheetColumn(language.Pick("名前", "Name"), 28), new SheetColumn(language.Pick("定義", "Definition"), 50, SheetFormat.Wrapped),
                    new SheetColumn(language.Pick("含む", "Include"), 40, SheetFormat.Wrapped), new SheetColumn(language.Pick("除く", "Exclude"), 40, SheetFormat.Wrapped),
                ],
                [.. codable.Select(c => ImmutableArray.Create<object?>(c.Id, language.Pick(c.Name), language.Pick(c.Definition), c.Include, c.Exclude))]),
        ]);
    }

    /// <summary>The same as a sheet of a workbook that has the codes' ids somewhere; <see cref="CodingsTableReader"/> finds it there.</summary>
    /// <param name="codings">What is in it.</param>
    /// <param name="language">The language of the headings and states.</param>
    /// <param name="codes">The cells with the codes' ids, such as <c>Codes!$A$2:$A$9</c>.</param>
    public static SheetTable Sheet(CodedComments codings, ScreenLanguage language, string codes)
    {
        ArgumentNullException.ThrowIfNull(codings);
        var states = string.Join(',', States.Select(s => NameOf(s.State, language)).Append(language.Pick(NoneFits)));
        return new SheetTable(
            language.Pick("コーディング", "Codings"),
            [
                .. Columns.Select(c => new SheetColumn(language.Pick(c.Ja, c.Key), c.Width, c.Format)
                {
                    Choices = c.Key switch
                    {
                        "state" => $"\"{states}\"",
                        "code" => codes,
                        _ => null,
                    },
                }),
            ],
            [.. Rows(codings, language)]);
    }

    /// <summary>
    /// What each person decided, whatever stands now, as CSV for <c>agreement</c>: comment, code, who, state, and whether they looked at the whole
    /// comment; a row without a code where no code fits.
    /// </summary>
    /// <param name="comments">The comments, in the order of the rows.</param>
    /// <param name="persons">What each person decided, by comment id.</param>
    /// <param name="language">The language of the headings and states.</param>
    public static string PersonsCsv(
        IReadOnlyList<Comment> comments, IReadOnlyList<(string Who, IReadOnlyDictionary<string, CodedComment> Decisions)> persons, ScreenLanguage language)
    {
        ArgumentNullException.ThrowIfNull(comments);
        ArgumentNullException.ThrowIfNull(persons);
        var csv = new StringBuilder("\uFEFF");
        string[] columns = ["comment_id", "code", "who", "state"];
        CommentsCsv.Row(csv, [.. columns.Select(key => language.Pick(Columns.First(c => c.Key == key).Ja, key)), language.Pick(RatingsFile.Whole)]);
        foreach (var comment in comments)
        {
            foreach (var (who, decisions) in persons)
            {
                if (!decisions.TryGetValue(comment.Id, out var decision))
                {
                    continue;
                }

                var whole = language.Pick(decision.IsComplete ? RatingsFile.Yes : RatingsFile.No);
                foreach (var (code, state) in decision.Accepted.Select(c => (c, CodingState.Accepted)).Concat(decision.Rejected.Select(c => (c, CodingState.Rejected))))
                {
                    CommentsCsv.Row(csv, [SheetIds.Written(comment.Id), code, who, NameOf(state, language), whole]);
                }

                if (decision.Accepted.IsEmpty && decision.IsComplete)
                {
                    CommentsCsv.Row(csv, [SheetIds.Written(comment.Id), null, who, language.Pick(NoneFits), whole]);
                }
            }
        }

        return csv.ToString();
    }

    private static IEnumerable<ImmutableArray<object?>> Rows(CodedComments coded, ScreenLanguage language)
    {
        var names = coded.Codebook.Codes.ToDictionary(c => c.Id, c => language.Pick(c.Name), StringComparer.Ordinal);
        var byComment = coded.Codings.ToLookup(c => c.CommentId, StringComparer.Ordinal);
        var looks = coded.Looks.Where(l => !l.IsBlind).ToLookup(l => l.CommentId, StringComparer.Ordinal);
        foreach (var comment in coded.Comments)
        {
            foreach (var coding in byComment[comment.Id].OrderBy(c => c.Id).Cast<StoredCoding?>().DefaultIfEmpty(null))
            {
                var look = coding is null ? looks[comment.Id].MaxBy(l => l.When) : null;
                yield return
                [
                    comment.Id,
                    comment.Respondent,
                    comment.Year,
                    Citation.Of(comment.Source, comment.Place),
                    comment.Text,
                    coding?.Code,
                    coding is null ? null : names.GetValueOrDefault(coding.Code),
                    coding is not null ? NameOf(coding.State, language) : look is null ? null : language.Pick(NoneFits),
                    coding?.Score,
                    coding?.Rule,
                    coding?.Who ?? look?.Who,
                    coding?.When ?? look?.When,
                    coding?.Version,
                ];
            }
        }
    }
}

/// <summary>What a table of codings is made from.</summary>
/// <param name="Comments">The comments, in the order of the rows.</param>
/// <param name="Codings">Their codings.</param>
/// <param name="Looks">Which of them people looked at whole.</param>
/// <param name="Codebook">The codes.</param>
public sealed record CodedComments(IReadOnlyList<Comment> Comments, IReadOnlyList<StoredCoding> Codings, IReadOnlyList<LookedAt> Looks, Codebook Codebook);
