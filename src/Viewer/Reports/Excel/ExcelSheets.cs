using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Voices;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Exports.Sheets;
using FeedbackLab.Viewer.Reports.Content;

namespace FeedbackLab.Viewer.Reports.Excel;

/// <summary>The sheets of the workbook.</summary>
public static class ExcelSheets
{
    private static readonly BilingualText CodebookName = new("コードブック", "Codebook");

    /// <summary>A table as a sheet: shares in per cent, long texts on many lines.</summary>
    public static SheetTable Of(string name, ExportTable table, ScreenLanguage language)
    {
        var sheet = SheetTable.Of(name, table, language);
        return sheet with
        {
            Columns =
            [
                .. sheet.Columns.Select((c, i) => table.Columns[i].Key is "share" or "low" or "high" or "before_share" or "after_share" ? c with { Format = SheetFormat.Percent, Width = 12 }
                    : c.Width >= 40 ? c with { Format = SheetFormat.Wrapped }
                    : table.Columns[i].Key is "theme" or "place" or "speaker" ? c with { Width = 28 }
                    : c),
            ],
            Rows = [.. sheet.Rows.Select(r => r.Select(cell => cell is decimal number ? (double)number : cell).ToImmutableArray())],
        };
    }

    /// <summary>What stands out, and where every row went.</summary>
    public static SheetTable Summary(ReportContent content)
    {
        var words = content.Words;
        return Pairs(
            words.Pick("概要", "Summary"),
            content,
            [
                (words.Pick("題名", "Title"), content.Title),
                .. content.Settings.Organisation is { } organisation ? [(words.Pick("組織", "Organisation"), organisation)] : Array.Empty<(string, string)>(),
                .. content.Settings.Date is { } date ? [(words.Pick("日付", "Date"), date)] : Array.Empty<(string, string)>(),
                .. content.Summary.Select(s => (words.Pick("概要", "Summary"), s)),
                (words.Pick("読んだものの行き先", "Where every row went"), LedgerText.Of(content.Findings.Ledger.Total, content.Language)),
            ]);
    }

    /// <summary>A row a comment, a column a code: ● decided by a person, ○ proposed; the words that decided it beside.</summary>
    public static SheetTable CommentsByCodes(ReportContent content)
    {
        var (findings, words) = (content.Findings, content.Words);
        var consent = QuotationConsent.Of(findings.Comments.Select(c => c.Comment), content.Settings.Voices.Consent);
        var meetings = findings.Corpus.Meetings.GroupBy(m => m.Id).ToDictionary(g => g.Key, g => g.First().Title, StringComparer.Ordinal);
        var codes = findings.Codebook.Codes;
        return new SheetTable(
            words.Pick("意見×コード", "Comments by codes"),
            [
                new SheetColumn("ID", 15),
                new SheetColumn(words.Unit, 24),
                new SheetColumn(words.Pick("会議", "Meeting"), 18),
                new SheetColumn(words.Pick("年", "Year"), 7),
                new SheetColumn(words.Pick("設問・見出し", "Question, headings"), 26, SheetFormat.Wrapped),
                new SheetColumn(words.Pick("出典", "Place"), 28),
                new SheetColumn(words.Pick("意見", "Comment"), 60, SheetFormat.Wrapped),
                new SheetColumn(words.Pick("意見の性質", "Types"), 14),
                new SheetColumn(words.Pick("引用", "May be quoted"), 9),
                .. codes.Select(c => new SheetColumn(words.Pick(c.Name), 9)),
                new SheetColumn(words.Pick("根拠の語（●人が決めた ○提案）", "Evidence (● decided ○ proposed)"), 50, SheetFormat.Wrapped),
            ],
            [
                .. findings.Comments.Select(c => ImmutableArray.Create<object?>(
                [
                    c.Comment.Id,
                    c.Comment.Respondent,
                    c.Comment.Meeting is { } meeting ? meetings.GetValueOrDefault(meeting) : null,
                    c.Comment.Year,
                    Question(c.Comment),
                    Citation.Of(c.Comment.Source, c.Comment.Place),
                    c.Comment.Text,
                    string.Join(words.Pick("、", ", "), c.Types.Select(t => TypeWords.Of(t, content.Language))),
                    consent.Columns.IsEmpty ? null : consent.Allows(c.Comment) ? words.Pick("可", "yes") : words.Pick("不可", "no"),
                    .. codes.Select(code => c.Codings.FirstOrDefault(k => k.Code == code.Id) is not { } coding ? null : IsDecided(coding) ? "●" : (object)"○"),
                    Evidence(c, codes.ToDictionary(k => k.Id, k => words.Pick(k.Name), StringComparer.Ordinal)),
                ])),
            ]);
    }

    /// <summary>The cells with the codes' ids on the codebook's sheet.</summary>
    /// <param name="codes">How many codes there are.</param>
    /// <param name="language">The report's language.</param>
    public static string CodeCells(int codes, ScreenLanguage language) =>
        string.Create(CultureInfo.InvariantCulture, $"{language.Pick(CodebookName)}!$A$2:$A${codes + 1}");

    /// <summary>The codebook.</summary>
    public static SheetTable Codebook(ReportContent content)
    {
        var words = content.Words;
        return new SheetTable(
            words.Pick(CodebookName),
            [
                new SheetColumn("ID", 16),
                new SheetColumn(words.Pick("名前", "Name"), 28),
                new SheetColumn(words.Pick("定義", "Definition"), 50, SheetFormat.Wrapped),
                new SheetColumn(words.Pick("含む", "Include"), 40, SheetFormat.Wrapped),
                new SheetColumn(words.Pick("除く", "Exclude"), 40, SheetFormat.Wrapped),
                new SheetColumn(words.Pick("語", "Terms"), 50, SheetFormat.Wrapped),
            ],
            [.. content.Findings.Codebook.Codes.Select(c => ImmutableArray.Create<object?>(c.Id, words.Pick(c.Name), words.Pick(c.Definition), c.Include, c.Exclude, string.Join('、', c.Terms)))]);
    }

    /// <summary>What was read and not analysed, with the reason.</summary>
    public static SheetTable LeftOut(ReportContent content)
    {
        var words = content.Words;
        return new SheetTable(
            words.Pick("分析しなかったもの", "Not analysed"),
            [
                new SheetColumn(words.Pick("理由", "Reason"), 20),
                new SheetColumn(words.Unit, 24),
                new SheetColumn(words.Pick("設問", "Question"), 30, SheetFormat.Wrapped),
                new SheetColumn(words.Pick("年", "Year"), 7),
                new SheetColumn(words.Pick("出典", "Place"), 30),
                new SheetColumn(words.Pick("文章", "Text"), 70, SheetFormat.Wrapped),
            ],
            [
                .. content.Findings.Corpus.LeftOut.Select(l => ImmutableArray.Create<object?>(
                    words.Pick(TypeWords.Of(l.Reason)), l.Respondent, l.Question, l.Year, Citation.Of(l.Source, l.Place), l.Text)),
                .. content.Findings.Duplicates.Select(d => ImmutableArray.Create<object?>(
                    words.Pick($"重複（{d.Original}）", $"duplicate ({d.Original})"), d.Comment.Respondent, d.Comment.Question, d.Comment.Year, Citation.Of(d.Comment.Source, d.Comment.Place), d.Comment.Text)),
            ]);
    }

    /// <summary>How it was made.</summary>
    public static SheetTable Method(ReportContent content) => Pairs(
        content.Words.Pick("分析の方法", "Method"),
        content,
        [.. content.Method.Paragraphs, .. content.Method.Facts, .. content.Method.Sources.Select(s => (s.Name, s.Sha256 is { } hash ? "SHA-256 " + hash : string.Empty))]);

    private static SheetTable Pairs(string name, ReportContent content, IEnumerable<(string Name, string Value)> pairs) => new(
        name,
        [new SheetColumn(content.Words.Pick("項目", "Item"), 26, SheetFormat.Wrapped), new SheetColumn(content.Words.Pick("内容", "Content"), 100, SheetFormat.Wrapped)],
        [.. pairs.Select(p => ImmutableArray.Create<object?>(p.Name, p.Value))]);

    private static bool IsDecided(Coding coding) => coding.State is CodingState.Accepted or CodingState.Edited;

    private static string Question(Comment comment) => string.Join(
        " / ", new[] { comment.Question }.Concat(comment.Attributes.Where(a => a.Name == CommentAttribute.Heading).Select(a => a.Value)).Where(q => !string.IsNullOrEmpty(q)));

    private static string Evidence(AnalysedComment comment, Dictionary<string, string> names) => string.Join(
        '\n',
        comment.Codings.Select(k => $"{(IsDecided(k) ? "●" : "○")}{names[k.Code]}: {string.Join("、", k.Evidence.Select(e => comment.Comment.Text[e.Start..e.End]))}"));
}
