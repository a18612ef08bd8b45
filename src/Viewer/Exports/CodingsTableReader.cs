using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Excel;

namespace FeedbackLab.Viewer.Exports;

/// <summary>Reads a table that <see cref="CodingsTable"/> wrote and that a person may have changed.</summary>
/// <remarks>
/// Comment, code, state and version are what is taken in; the code's name and the time tell which coding a row was where its code was changed, who
/// decided whether it was a proposal that was read, and the text whether the ids are still beside their comments.
/// </remarks>
public static class CodingsTableReader
{
    /// <summary>The rows of a CSV.</summary>
    /// <param name="text">The table's text, comma-, tab- or semicolon-separated.</param>
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

    private static CodingRows Read(IReadOnlyList<(int Row, ImmutableArray<string> Cells)> table, Codebook codebook, CodeLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        ArgumentNullException.ThrowIfNull(ledger);
        if (table.Count == 0)
        {
            return new CodingRows([], [], [(1, new BilingualText("見出しの行がありません。codings export で書き出した表を使ってください。", "There is no header. Use a table that codings export wrote."))]);
        }

        var header = table[0].Cells;
        var (id, code, state, version, name, at) = (Find(header, "comment_id"), Find(header, "code"), Find(header, "state"), Find(header, "version"), Find(header, "code_name"), Find(header, "at"));
        var (who, text) = (Find(header, "who"), Find(header, "text"));
        if (id < 0 || code < 0 || state < 0)
        {
            return new CodingRows([], [], [(table[0].Row, new BilingualText("「意見ID」「コード」「状態」の列が要ります。", "The columns comment_id, code and state are needed."))]);
        }

        // Of decisions that were set aside, those without a comment of now are only shown.
        var isSetAside = header.Any(h => h.Trim() is var heading && (heading == SetAsideSheet.Before.Ja || heading == SetAsideSheet.Before.En));
        var rows = ImmutableArray.CreateBuilder<CodingRow>();
        var none = ImmutableArray.CreateBuilder<CodingRow>();
        var problems = ImmutableArray.CreateBuilder<(int Row, BilingualText What)>();
        foreach (var (number, cells) in table.Skip(1))
        {
            var (given, word) = (Cell(cells, code), Cell(cells, state));
            var (known, unknown) = CodeLookup.Find(codebook, given);
            var row = new CodingRow(number, SheetIds.Read(Cell(cells, id)), string.Empty, CodingState.Rejected, 0, Cell(cells, name), Cell(cells, at), Cell(cells, who), Cell(cells, text));
            if ((given.Length == 0 && word.Length == 0) || (isSetAside && row.Comment.Length == 0))
            {
                continue;
            }

            if (Cell(cells, version) is { Length: > 0 } digits)
            {
                if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var read))
                {
                    problems.Add((number, new BilingualText($"版「{digits}」は数ではありません。", $"The version \"{digits}\" is no number.")));
                    continue;
                }

                row = row with { Version = read };
            }

            if (given.Length == 0 && (word == CodingsTable.NoneFits.Ja || word == CodingsTable.NoneFits.En))
            {
                none.Add(row);
            }
            else if (given.Length == 0)
            {
                problems.Add((number, new BilingualText(
                    $"状態「{word}」の行にコードがありません。どのコードも合わないなら「{CodingsTable.NoneFits.Ja}」と書いてください。", $"The row with the state \"{word}\" has no code. Write \"{CodingsTable.NoneFits.En}\" where no code fits.")));
            }
            else if (known is null)
            {
                problems.Add((number, Became(given, ledger) ?? unknown!));
            }
            else if (State(word) is not { } wanted)
            {
                problems.Add((number, new BilingualText(
                    $"状態「{word}」は {string.Join('、', CodingsTable.States.Select(s => s.Ja))} のどれでもありません。", $"The state \"{word}\" is none of {string.Join(", ", CodingsTable.States.Select(s => FieldNames.Of(s.State)))}.")));
            }
            else
            {
                rows.Add(row with { Code = known.Id, State = wanted });
            }
        }

        return new CodingRows(rows.ToImmutable(), none.ToImmutable(), problems.ToImmutable());
    }

    // A code that somebody has written in without a state is their decision.
    private static CodingState? State(string word) => word.Length == 0
        ? CodingState.Edited
        : CodingsTable.States.Cast<(CodingState State, string Ja)?>().FirstOrDefault(s => s!.Value.Ja == word || FieldNames.Of(s.Value.State) == word)?.State;

    // A code that was there once is told with what became of it.
    private static BilingualText? Became(string name, CodeLedger ledger) =>
        ledger.Entries.LastOrDefault(e => e.Step.From.Contains(name) && !e.Step.To.Contains(name)) is not { } became
            ? null
            : new BilingualText(
                $"コード「{name}」は第{became.Version}版で{(became.Step.To.IsEmpty ? "廃止されました" : $"「{string.Join('、', became.Step.To)}」になりました")}（{became.Who}）。書き出し直した表を使ってください。",
                $"The code \"{name}\" {(became.Step.To.IsEmpty ? "was retired" : $"became {string.Join(", ", became.Step.To)}")} in version {became.Version} ({became.Who}). Use a table exported since.");

    private static int Find(ImmutableArray<string> header, string key)
    {
        var ja = CodingsTable.Columns.First(c => c.Key == key).Ja;
        return header.Select(Heading).ToList().FindIndex(h => h == key || h == Heading(ja));
    }

    /// <summary>A heading as it is looked for: of any width.</summary>
    internal static string Heading(string cell) => cell.Normalize(NormalizationForm.FormKC).Trim();

    private static string Cell(ImmutableArray<string> cells, int column) => column >= 0 && column < cells.Length ? cells[column].Trim() : string.Empty;
}
