using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics;
using FeedbackLab.Analysis.Statistics.Intervals;
using FeedbackLab.Analysis.Statistics.Years;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Reports.Content;

/// <summary>The tables, the same in every format; docs/guide/report.md describes their columns.</summary>
internal static class ReportTables
{
    private const int MostSeries = 6;

    /// <summary>The themes as people read them: shares and intervals as words.</summary>
    public static ExportTable ThemesInWords(AnalysisFindings findings, ReportWords words)
    {
        var known = !findings.CountsComments;
        return new ExportTable(
            new BilingualText("テーマの一覧", "The themes"),
            [
                Column("theme", "テーマ", "Theme"),
                .. known ? [Column("respondents", words.Unit, words.Unit), Column("interval", "95%信頼区間", "95% interval")] : ImmutableArray<ExportColumn>.Empty,
                Column("comments", "意見", "Comments"),
            ],
            [
                .. findings.Themes.Select(t => ImmutableArray.Create<object?>(
                    [words.Pick(t.Code.Name), .. known ? new object?[] { words.Fraction(t.Respondents), words.Interval(t.Respondents) } : [], words.Fraction(t.Comments)])),
            ],
            []);
    }

    /// <summary>Numbers that the sources count beside those who mention a theme: totals where a table has them, else its first rows; null where no table is about it.</summary>
    public static ExportTable? Beside(AnalysisFindings findings, ThemeFinding theme, ReportWords words)
    {
        if (findings.Tables.FirstOrDefault(t => t.Code == theme.Code.Id) is not { } beside)
        {
            return null;
        }

        var series = beside.Series.GroupBy(s => (s.Source, s.Title)).SelectMany(g => g.Any(s => s.IsTotal) ? g.Where(s => s.IsTotal) : g.Take(MostSeries)).ToList();
        ImmutableArray<int> years = [.. series.SelectMany(s => s.Points).Select(p => p.Year).Distinct().Order()];
        return new ExportTable(
            new BilingualText("資料の件数の表と、挙げた回答者", "What the sources count, and who mentions it"),
            [Column("counted", "数えたもの", "Counted"), .. years.Select(y => Column($"y{y}", $"{y}", $"{y}")), Column("place", "出典", "Place")],
            [
                ImmutableArray.Create<object?>(
                [
                    words.Pick($"このテーマを挙げた{words.Unit}", $"{words.Unit} that mention this theme"),
                    .. years.Select(y => (object?)(theme.ByYear.FirstOrDefault(m => m.Year == y) is { Respondents.Of: > 0 } m ? words.Fraction(m.Respondents) : "–")),
                    string.Empty,
                ]),
                .. series.Select(line => ImmutableArray.Create<object?>(
                [
                    $"{line.Title}: {line.Label}",
                    .. years.Select(y => (object?)(line.Points.Any(p => p.Year == y) ? line.Points.First(p => p.Year == y).Value.ToString(CultureInfo.InvariantCulture) : "–")),
                    $"{line.Source} {string.Join(", ", line.Points.Select(p => $"l.{p.Line}").Distinct())}",
                ])),
            ],
            [BesideCaution]);
    }

    /// <summary>What is said with numbers beside a theme.</summary>
    public static BilingualText BesideCaution { get; } = new(
        "表題がこのテーマに当たる表の数を、挙げた回答者と並べました。いっしょに増減していても、一方がもう一方の原因とは言えません。",
        "Numbers of tables whose titles are about this theme, beside those who mention it. That both rise or fall does not make one the cause of the other.");

    /// <summary>The themes as numbers.</summary>
    public static ExportTable Themes(AnalysisFindings findings, ReportWords words) => new(
        new BilingualText("テーマ", "Themes"),
        [
            Column("code", "コード", "Code"),
            Column("theme", "テーマ", "Theme"),
            Column("respondents", $"挙げた{words.Unit}", $"{words.Unit} that mention it"),
            Column("respondents_of", $"{words.Unit}（分母）", $"{words.Unit} (of)"),
            Column("share", "割合", "share", 3),
            Column("low", "95%区間の下", "95% low", 3),
            Column("high", "95%区間の上", "95% high", 3),
            Column("comments", "意見", "comments"),
            Column("comments_of", "意見（分母）", "comments (of)"),
            Column("without_respondent", "うち回答者の数に入らないもの", "count in no respondent"),
            Column("meetings", "会議", "meetings"),
            Column("meetings_of", "会議（分母）", "meetings (of)"),
            Column("terms", "特徴的な語", "telling terms"),
        ],
        [
            .. findings.Themes.Select(t =>
            {
                var interval = words.Published(t.Respondents) is { Of: >= SmallNumbers.FewestOfShare } r ? ShareInterval.ClopperPearson(r.Count, r.Of) : (Interval?)null;
                return ImmutableArray.Create<object?>(
                    t.Code.Id,
                    words.Pick(t.Code.Name),
                    Count(t.Respondents, words),
                    t.Respondents.Of,
                    Share(t.Respondents, words),
                    interval?.Low,
                    interval?.High,
                    Count(t.Comments, words),
                    t.Comments.Of,
                    Count(new DocumentFrequency(t.WithoutRespondent, t.Comments.Count), words),
                    Count(t.Meetings, words),
                    t.Meetings.Of,
                    string.Join(words.Pick("、", ", "), t.Terms));
            }),
        ],
        [new BilingualText("区間は Clopper と Pearson の正確な区間。", "Clopper and Pearson's exact interval.")]);

    /// <summary>What changed from one year to the next, as numbers.</summary>
    public static ExportTable Changes(YearComparison years, ReportWords words) => new(
        new BilingualText($"{years.Earlier}年度から{years.Later}年度への変化", $"From {years.Earlier} to {years.Later}"),
        [
            Column("code", "コード", "Code"),
            Column("theme", "テーマ", "Theme"),
            Column("before", $"{years.Earlier}年度", $"{years.Earlier}"),
            Column("before_of", $"{years.Earlier}年度（分母）", $"{years.Earlier} (of)"),
            Column("before_share", $"{years.Earlier}年度の割合", $"{years.Earlier} share", 3),
            Column("after", $"{years.Later}年度", $"{years.Later}"),
            Column("after_of", $"{years.Later}年度（分母）", $"{years.Later} (of)"),
            Column("after_share", $"{years.Later}年度の割合", $"{years.Later} share", 3),
            Column("both", "両方の年", "both"),
            Column("only_earlier", "前の年だけ", "earlier only"),
            Column("only_later", "後の年だけ", "later only"),
            Column("p", "p（Holm）", "p (Holm)", 4),
            Column("verdict", "言えること", "Verdict"),
        ],
        [
            .. years.Themes.Select(t => ImmutableArray.Create<object?>(
                t.Code.Id,
                words.Pick(t.Code.Name),
                Count(t.Before, words),
                t.Before.Of,
                Share(t.Before, words),
                Count(t.After, words),
                t.After.Of,
                Share(t.After, words),
                Count(new DocumentFrequency(t.Pairs.Both, t.Pairs.All), words),
                Count(new DocumentFrequency(t.Pairs.OnlyEarlier, t.Pairs.All), words),
                Count(new DocumentFrequency(t.Pairs.OnlyLater, t.Pairs.All), words),
                t.AdjustedP,
                words.Verdict(t))),
        ],
        [new BilingualText("両方の年・前の年だけ・後の年だけは、両方の年に尋ねた回答者の数。McNemar の正確検定、Holm の補正。", "Both, earlier only and later only are of those asked both times. McNemar's exact test, Holm.")]);

    /// <summary>The same as people read it; themes of which nothing may be told stand in one row.</summary>
    public static ExportTable ChangesInWords(YearComparison years, ReportWords words)
    {
        var mentioned = years.Themes.Where(t => t.Kind != ChangeKind.NotMentioned || ReportWords.IsApart(t)).ToLookup(t => words.IsSilent(t));
        return new(
            new BilingualText($"{years.Earlier}年度と{years.Later}年度", $"{years.Earlier} and {years.Later}"),
            [
                Column("theme", "テーマ", "Theme"),
                Column("before", $"{years.Earlier}年度", $"{years.Earlier}"),
                Column("after", $"{years.Later}年度", $"{years.Later}"),
                Column("paired", "両年の増減", "Both years"),
                Column("verdict", "言えること", "Verdict"),
            ],
            [
                .. mentioned[false].Select(t => Row(words.Pick(t.Code.Name), t, Verdict(t))),
                .. mentioned[true].Take(1).Select(t => Row(
                    string.Join(words.Pick("、", ", "), mentioned[true].Select(m => words.Pick(m.Code.Name))), t, words.Pick("数が小さいか、ほかの数から出せてしまう", "small numbers, or such as would tell one"))),
            ],
            []);

        ImmutableArray<object?> Row(string themes, ThemeChange change, string verdict) =>
            ReportWords.IsApart(change) ? [themes, "–", "–", "–", verdict] : [themes, words.Fraction(change.Before), words.Fraction(change.After), words.Paired(change), verdict];

        string Verdict(ThemeChange change) => change switch
        {
            _ when ReportWords.IsHidden(change) => words.Paired(change),
            _ when ReportWords.IsApart(change) => words.Pick("同じ設問を両方の年には尋ねていない", "not asked the same question in both years"),
            { Breaks.IsEmpty: false } => words.Pick("コードが変わり比べられない", "the code changed: not comparable"),
            { IsOfOtherQuestions: true } => words.Pick("設問が違い比べられない", "other questions: not comparable"),
            { P: null } => words.Pick("少なすぎて言えない", "too few to say"),
            { IsClear: true } => words.Pick("変わった", "changed"),
            _ => words.Pick("変わったとは言えない", "no clear change"),
        };
    }

    /// <summary>The quotations with their places.</summary>
    public static ExportTable Quotations(IEnumerable<Quotation> quotations, ReportWords words) => new(
        new BilingualText("引用の出典", "Where the quotations stand"),
        [
            Column("number", "番号", "No."),
            Column("code", "コード", "Code"),
            Column("speaker", words.Unit, words.Unit),
            Column("year", "年", "Year"),
            Column("place", "出典", "Place"),
            Column("comment_id", "意見ID", "Comment id") with { IsCommentId = true },
            Column("reason", "選んだ理由", "Why"),
            Column("words", "引用", "Words"),
        ],
        [.. quotations.Select(q => ImmutableArray.Create<object?>(q.Number, q.Code, q.Speaker, q.Year, q.Place.Length == 0 ? "―" : q.Place, q.Id, q.ReasonWords, q.Words))],
        []);

    /// <summary>A table of counts that a source holds.</summary>
    public static ExportTable Counts(CountTable table, ReportWords words) => new(
        new BilingualText(table.Title.Length > 0 ? table.Title : "（表題なし）", table.Title.Length > 0 ? table.Title : "(untitled)"),
        [Column("item", "項目", "Item"), .. table.Columns.Select((c, i) => Column($"c{i + 1}", c.Header, c.Header))],
        [
            .. table.Rows.Concat(table.Total is { } total ? [total] : []).Select(r => ImmutableArray.Create<object?>(
                [r.Label, .. Enumerable.Range(0, table.Columns.Length).Select(i => i < r.Values.Length ? (object?)r.Values[i] : null)])),
        ],
        [new BilingualText($"資料: {Citation.Of(table.Source, table.Place)}。資料に書かれたままの数です。", $"Source: {Citation.Of(table.Source, table.Place)}, as it has them.")]);

    /// <summary>What the author of a source concluded, beside what was counted; themes that neither names are left out.</summary>
    public static ExportTable Discussion(SourceDiscussion discussion, Codebook codebook, ReportWords words) => new(
        new BilingualText($"{discussion.Source} の考察と意見", $"The discussion of {discussion.Source} and the comments"),
        [
            Column("theme", "テーマ", "Theme"),
            Column("respondents", words.Unit, words.Unit),
            Column("comments", "意見", "Comments"),
            Column("headings", "考察の見出し", "In its headings"),
            Column("passages", "考察の文", "In its words"),
            Column("verdict", "言えること", "Verdict"),
        ],
        [
            .. discussion.Themes.Where(t => t.Verdict != DiscussionVerdict.Neither).Select(t => ImmutableArray.Create<object?>(
                words.Pick(codebook.Codes.First(c => c.Id == t.Code).Name),
                words.Fraction(t.Respondents),
                words.Fraction(t.Comments),
                string.Join(words.Pick("、", ", "), t.Headings.Select(h => $"{h.Text} (l.{h.Line})")),
                string.Join(words.Pick("、", ", "), t.Passages.Select(p => Citation.Of(discussion.Passages[p].Place))),
                words.Pick(DiscussionText.Of(t.Verdict)))),
        ],
        [new BilingualText(
            $"資料を書いた人の考察（{DiscussionText.Where(discussion)}）を同じコードブックで読んだもので、意見の数に入れていません。コードは機械が付けたものです。",
            $"What the author concluded ({DiscussionText.Where(discussion)}), read by the same codebook; not among the comments. The codes are the program's.")]);

    /// <summary>The sources, with their hashes unless for publication.</summary>
    public static ExportTable Sources(ImmutableArray<(string Name, string? Sha256)> sources)
    {
        var table = new ExportTable(
            new BilingualText("読んだ資料", "Sources"),
            [Column("source", "資料", "Source"), Column("sha256", "SHA-256", "SHA-256")],
            [.. sources.Select(s => ImmutableArray.Create<object?>(s.Name, s.Sha256))],
            []);
        return sources.All(s => s.Sha256 is null) ? Without(table, "sha256") : table;
    }

    /// <summary>The table without some of its columns.</summary>
    public static ExportTable Without(ExportTable table, params string[] keys)
    {
        var kept = Enumerable.Range(0, table.Columns.Length).Where(i => !keys.Contains(table.Columns[i].Key, StringComparer.Ordinal)).ToList();
        return table with { Columns = [.. kept.Select(i => table.Columns[i])], Rows = [.. table.Rows.Select(r => kept.Select(i => r[i]).ToImmutableArray())] };
    }

    private static int? Count(DocumentFrequency frequency, ReportWords words) => words.Published(frequency)?.Count;

    private static object? Share(DocumentFrequency frequency, ReportWords words) => words.Published(frequency) is { Of: > 0 } f ? (double)f.Count / f.Of : null;

    private static ExportColumn Column(string key, string ja, string en, int decimals = 0) => new(key, new BilingualText(ja, en), decimals);
}
