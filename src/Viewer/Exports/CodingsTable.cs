using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Themes;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Excel;
using FeedbackLab.Viewer.Exports.Sheets;

namespace FeedbackLab.Viewer.Exports;

/// <summary>Codings as a table for a spreadsheet (CSV or a workbook), a row a comment and code, and back; docs/guide/coding.md.</summary>
public static class CodingsTable
{
    private static readonly ImmutableArray<(string Key, string Ja, double Width, SheetFormat Format)> Columns =
    [
        ("comment_id", "意見ID", 15, SheetFormat.Plain), ("respondent", "回答者", 20, SheetFormat.Plain), ("year", "年", 7, SheetFormat.Plain),
        ("citation", "出典", 26, SheetFormat.Plain), ("text", "意見", 60, SheetFormat.Wrapped), ("code", "コード", 14, SheetFormat.Plain),
        ("code_name", "コード名", 24, SheetFormat.Plain), ("state", "状態", 11, SheetFormat.Plain), ("score", "スコア", 8, SheetFormat.Hundredths),
        ("rule", "ルール", 24, SheetFormat.Plain), ("who", "誰が", 14, SheetFormat.Plain), ("at", "いつ", 17, SheetFormat.Plain), ("version", "版", 6, SheetFormat.Plain),
    ];

    private static readonly ImmutableArray<(CodingState State, string Ja)> States =
        [(CodingState.Proposed, "提案"), (CodingState.Accepted, "承認"), (CodingState.Edited, "修正"), (CodingState.Rejected, "却下")];

    /// <summary>The state of a comment that somebody looked at and that no code fits, in a row without a code.</summary>
    private static readonly BilingualText NoneFits = new("該当なし", "none fits");

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
            CommentsCsv.Row(csv, [.. row.Select(c => c switch
            {
                DateTimeOffset moment => moment.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
                IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
                _ => c?.ToString(),
            })]);
        }

        return csv.ToString();
    }

    /// <summary>The same as a workbook: states and codes can be chosen from lists, the codes with their definitions are on a second sheet.</summary>
    /// <param name="codings">What is in it.</param>
    /// <param name="language">The language of the headings and states.</param>
    public static byte[] Workbook(CodedComments codings, ScreenLanguage language)
    {
        ArgumentNullException.ThrowIfNull(codings);
        var codes = language.Pick("コード", "Codes");
        return WorkbookFile.Of(
        [
            Sheet(codings, language, $"{codes}!$A$2:$A${codings.Codebook.Codes.Length + 1}"),
            new SheetTable(
                codes,
                [
                    new SheetColumn("ID", 14), new SheetColumn(language.Pick("名前", "Name"), 28), new SheetColumn(language.Pick("定義", "Definition"), 50, SheetFormat.Wrapped),
                    new SheetColumn(language.Pick("含む", "Include"), 40, SheetFormat.Wrapped), new SheetColumn(language.Pick("除く", "Exclude"), 40, SheetFormat.Wrapped),
                ],
                [.. codings.Codebook.Codes.Select(c => ImmutableArray.Create<object?>(c.Id, language.Pick(c.Name), language.Pick(c.Definition), c.Include, c.Exclude))]),
        ]);
    }

    /// <summary>The same as a sheet of a workbook that has the codes' ids somewhere; <see cref="ReadWorkbook"/> finds it there.</summary>
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

    /// <summary>What each person decided, whatever stands now, as CSV for <c>agreement</c>: comment, code, who, state; a row without a code where no code fits.</summary>
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
        CommentsCsv.Row(csv, [.. Columns.Where(c => columns.Contains(c.Key)).OrderBy(c => Array.IndexOf(columns, c.Key)).Select(c => language.Pick(c.Ja, c.Key))]);
        foreach (var comment in comments)
        {
            foreach (var (who, decisions) in persons)
            {
                if (!decisions.TryGetValue(comment.Id, out var decision))
                {
                    continue;
                }

                foreach (var (code, state) in decision.Accepted.Select(c => (c, CodingState.Accepted)).Concat(decision.Rejected.Select(c => (c, CodingState.Rejected))))
                {
                    CommentsCsv.Row(csv, [comment.Id, code, who, NameOf(state, language)]);
                }

                if (decision.Accepted.IsEmpty && decision.IsComplete)
                {
                    CommentsCsv.Row(csv, [comment.Id, null, who, language.Pick(NoneFits)]);
                }
            }
        }

        return csv.ToString();
    }

    /// <summary>The rows of a table that <see cref="Csv"/> wrote and that a person may have changed; only comment, code, state and version are read.</summary>
    /// <param name="text">The table's text, comma- or tab-separated.</param>
    /// <param name="codebook">The codes; a row may give a code's name in place of its id.</param>
    /// <param name="ledger">What became of codes that are not there any more.</param>
    /// <returns>The rows with a code, those that say that none fits, and what is wrong with others.</returns>
    public static CodingRows ReadCsv(string text, Codebook codebook, CodeLedger ledger)
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

        return Read(rows, codebook, ledger);
    }

    /// <summary>The same of a workbook: its first sheet that has the columns.</summary>
    /// <param name="file">The file as the user named it, for messages.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="codebook">The codes; a row may give a code's name in place of its id.</param>
    /// <param name="ledger">What became of codes that are not there any more.</param>
    public static CodingRows ReadWorkbook(string file, byte[] bytes, Codebook codebook, CodeLedger ledger)
    {
        var read = ExcelReader.Read(file, bytes);
        var sheets = read.Sheets.Select(s => s.Rows.Select(r => (r.Number, r.Cells)).ToList()).ToList();
        return sheets.Count == 0
            ? new CodingRows([], [], [(1, read.Problems.First().What)])
            : Read(sheets.Find(s => Find(s[0].Cells, "comment_id") >= 0) ?? sheets[0], codebook, ledger);
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

    private static CodingRows Read(IReadOnlyList<(int Row, ImmutableArray<string> Cells)> table, Codebook codebook, CodeLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        ArgumentNullException.ThrowIfNull(ledger);
        if (table.Count == 0)
        {
            return new CodingRows([], [], [(1, new BilingualText("見出しの行がありません。codings export で書き出した表を使ってください。", "There is no header. Use a table that codings export wrote."))]);
        }

        var header = table[0].Cells;
        var (id, code, state, version) = (Find(header, "comment_id"), Find(header, "code"), Find(header, "state"), Find(header, "version"));
        if (id < 0 || code < 0 || state < 0)
        {
            return new CodingRows([], [], [(table[0].Row, new BilingualText("「意見ID」「コード」「状態」の列が要ります。", "The columns comment_id, code and state are needed."))]);
        }

        var rows = ImmutableArray.CreateBuilder<CodingRow>();
        var done = ImmutableArray.CreateBuilder<(int Row, string Comment)>();
        var problems = ImmutableArray.CreateBuilder<(int Row, BilingualText What)>();
        foreach (var (row, cells) in table.Skip(1))
        {
            var (comment, name, word) = (Cell(cells, id), Cell(cells, code), Cell(cells, state));
            var isNone = word == NoneFits.Ja || word == NoneFits.En;
            var wanted = States.Cast<(CodingState State, string Ja)?>().FirstOrDefault(s => s!.Value.Ja == word || FieldNames.Of(s.Value.State) == word);
            var known = codebook.Codes.FirstOrDefault(c => c.Id == name || c.Name.Ja == name || c.Name.En == name);
            var number = 0;
            if (name.Length == 0)
            {
                if (isNone)
                {
                    done.Add((row, comment));
                }
                else if (word.Length > 0)
                {
                    problems.Add((row, new BilingualText($"状態「{word}」の行にコードがありません。どのコードも合わないなら「{NoneFits.Ja}」と書いてください。", $"The row with the state \"{word}\" has no code. Write \"{NoneFits.En}\" where no code fits.")));
                }
            }
            else if (known is null)
            {
                problems.Add((row, Unknown(name, ledger)));
            }
            else if (word.Length > 0 && wanted is null)
            {
                problems.Add((row, new BilingualText(
                    $"状態「{word}」は {string.Join('、', States.Select(s => s.Ja))} のどれでもありません。", $"The state \"{word}\" is none of {string.Join(", ", States.Select(s => FieldNames.Of(s.State)))}.")));
            }
            else if (version >= 0 && Cell(cells, version) is { Length: > 0 } digits && !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number))
            {
                problems.Add((row, new BilingualText($"版「{digits}」は数ではありません。", $"The version \"{digits}\" is no number.")));
            }
            else
            {
                // A code that somebody has written in without a state is their decision.
                rows.Add(new CodingRow(row, comment, known.Id, wanted?.State ?? CodingState.Edited, number));
            }
        }

        return new CodingRows(rows.ToImmutable(), done.ToImmutable(), problems.ToImmutable());
    }

    // A code that was there once is told with what became of it.
    private static BilingualText Unknown(string name, CodeLedger ledger)
    {
        var became = ledger.Entries.LastOrDefault(e => e.Step.From.Contains(name) && !e.Step.To.Contains(name));
        return became is null
            ? new BilingualText($"「{name}」というコードはコードブックにありません。", $"The codebook has no code \"{name}\".")
            : new BilingualText(
                $"コード「{name}」は第{became.Version}版で{(became.Step.To.IsEmpty ? "廃止されました" : $"「{string.Join('、', became.Step.To)}」になりました")}（{became.Who}）。書き出し直した表を使ってください。",
                $"The code \"{name}\" {(became.Step.To.IsEmpty ? "was retired" : $"became {string.Join(", ", became.Step.To)}")} in version {became.Version} ({became.Who}). Use a table exported since.");
    }

    private static int Find(ImmutableArray<string> header, string key)
    {
        var ja = Columns.First(c => c.Key == key).Ja;
        return header.Select(h => h.Trim()).ToList().FindIndex(h => h == key || h == ja);
    }

    private static string Cell(ImmutableArray<string> cells, int column) => column < cells.Length ? cells[column].Trim() : string.Empty;
}

/// <summary>What a table of codings is made from.</summary>
/// <param name="Comments">The comments, in the order of the rows.</param>
/// <param name="Codings">Their codings.</param>
/// <param name="Looks">Which of them people looked at whole.</param>
/// <param name="Codebook">The codes.</param>
public sealed record CodedComments(IReadOnlyList<Comment> Comments, IReadOnlyList<StoredCoding> Codings, IReadOnlyList<LookedAt> Looks, Codebook Codebook);

/// <summary>The rows of a table of codings.</summary>
/// <param name="Rows">Those with a code.</param>
/// <param name="NoneFits">Rows that say of a comment that no code fits.</param>
/// <param name="Problems">Rows (1-based, the header counted) that cannot be read, and why.</param>
public sealed record CodingRows(
    ImmutableArray<CodingRow> Rows, ImmutableArray<(int Row, string Comment)> NoneFits, ImmutableArray<(int Row, BilingualText What)> Problems);

/// <summary>A row of a table of codings.</summary>
/// <param name="Row">Its number, 1-based, the header counted.</param>
/// <param name="Comment">The comment's id.</param>
/// <param name="Code">The code's id.</param>
/// <param name="State">What was decided.</param>
/// <param name="Version">The version number that was read; 0 for a new coding.</param>
public sealed record CodingRow(int Row, string Comment, string Code, CodingState State, int Version);
