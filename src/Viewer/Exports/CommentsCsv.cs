using System.Globalization;
using System.Text;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Exports;

/// <summary>Writes <c>comments.csv</c>: UTF-8 with a byte order mark and CR LF, as Excel opens it right; docs/guide/comments-csv.md.</summary>
public static class CommentsCsv
{
    // What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection), in the widths of a Japanese keyboard.
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    // Characters that are gathered before they are written.
    private const int Portion = 1 << 15;

    /// <summary>The whole file's text, byte order mark included: a header, then a row a comment in the order of the findings.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="language">The language of the headers and the codes' names.</param>
    public static string Of(AnalysisFindings findings, ScreenLanguage language)
    {
        using var csv = new StringWriter(CultureInfo.InvariantCulture);
        Write(findings, language, csv);
        return csv.ToString();
    }

    /// <summary>Writes the file's text, a portion at a time.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="language">The language of the headers and the codes' names.</param>
    /// <param name="writer">Where to; left open.</param>
    public static void Write(AnalysisFindings findings, ScreenLanguage language, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(writer);
        var csv = new StringBuilder("\uFEFF");
        Row(csv, language == ScreenLanguage.Japanese
            ? ["ID", "資料", "種類", "回答者", "会議", "設問", "年", "ページ", "シート", "列", "行（はじめ）", "行（おわり）", "箇条", "見出し", "意見", "コード", "コード名", "型", "グループ"]
            : ["id", "source", "kind", "respondent", "meeting", "question", "year", "page", "sheet", "column", "line start", "line end", "item", "headings", "text", "codes", "code names", "types", "cluster"]);
        var names = findings.Codebook.Codes.ToDictionary(c => c.Id, c => language.Pick(c.Name));
        var meetings = findings.Corpus.Meetings.ToLookup(m => m.Id, m => m.Title, StringComparer.Ordinal);
        foreach (var analysed in findings.Comments)
        {
            var comment = analysed.Comment;
            Row(csv,
            [
                SheetIds.Written(comment.Id),
                comment.Source,
                FieldNames.Of(comment.Kind),
                comment.Respondent,
                comment.Meeting is { } meeting ? meetings[meeting].FirstOrDefault() : null,
                comment.Question,
                Number(comment.Year),
                Number(comment.Place.Page),
                comment.Place.Sheet,
                comment.Place.Column,
                Number(comment.Place.LineStart),
                Number(comment.Place.LineEnd),
                Number(comment.Place.Item),
                comment.Attributes.IsEmpty ? null : string.Join(" / ", comment.Attributes.Where(a => a.Name == CommentAttribute.Heading).Select(a => a.Value)),
                comment.Text,
                analysed.Codings.IsEmpty ? null : string.Join(' ', analysed.Codings.Select(c => c.Code)),
                analysed.Codings.IsEmpty ? null : string.Join('、', analysed.Codings.Select(c => names[c.Code])),
                analysed.Types.Length == 1 ? FieldNames.Of(analysed.Types[0]) : string.Join('、', analysed.Types.Select(FieldNames.Of)),
                Number(analysed.Cluster),
            ]);
            if (csv.Length > Portion)
            {
                writer.Write(csv);
                csv.Clear();
            }
        }

        writer.Write(csv);
    }

    private static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Adds a row, its cells quoted and guarded against formulas.</summary>
    internal static void Row(StringBuilder csv, params ReadOnlySpan<string?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            csv.Append(i == 0 ? "" : ",").Append(Cell(cells[i]));
        }

        csv.Append("\r\n");
    }

    /// <summary>Whether a spreadsheet may take a text for a formula.</summary>
    internal static bool LooksLikeFormula(string text) => text.Length > 0 && FormulaStarts.Contains(text[0], StringComparison.Ordinal);

    /// <summary>A cell, quoted where it must be and guarded against formulas.</summary>
    internal static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return string.Empty;
        }

        var guarded = LooksLikeFormula(value) ? "'" + value : value;
        return guarded.AsSpan().IndexOfAny("\",\r\n'") >= 0 ? $"\"{guarded.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : guarded;
    }
}
