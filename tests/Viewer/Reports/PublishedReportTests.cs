using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FeedbackLab.Analysis;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Privacy;
using FeedbackLab.Analysis.Statistics.Years;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest;
using FeedbackLab.Viewer.Reports;
using FeedbackLab.Viewer.Reports.Content;
using FeedbackLab.Viewer.Reports.Office;
using FeedbackLab.Viewer.Reports.Settings;

namespace FeedbackLab.Viewer.Tests.Reports;

/// <summary>Reports for publication: small counts in none of the formats.</summary>
public sealed partial class PublishedReportTests
{
    // More than is hidden in use: of the samples' themes none has one or two respondents.
    private const int Smallest = 8;

    private static readonly byte[] Secret = [1, 2, 3];
    private static readonly ImmutableArray<ReportFormat> All = [ReportFormat.Docx, ReportFormat.Xlsx, ReportFormat.Pptx, ReportFormat.Html, ReportFormat.Md, ReportFormat.Csv, ReportFormat.Json];
    private static readonly Lazy<(ReportContent Content, IReadOnlyDictionary<string, byte[]> Files)> Made = new(Make);

    [Fact]
    public void No_table_and_no_data_file_holds_a_small_count_of_respondents()
    {
        var files = Made.Value.Files;
        var rows = Encoding.UTF8.GetString(files["themes.csv"]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(r => r.Split(',')).ToList();
        Assert.Contains(rows, r => r[2].Length == 0);
        Assert.Contains(rows, r => int.TryParse(r[2], out var n) && n >= Smallest);
        Assert.All(rows, r => Assert.Matches("^(|0|[89]|[1-9][0-9])$", r[2]));
        Assert.All(rows.Where(r => r[2].Length == 0), r => Assert.All(r[4..8], Assert.Empty));

        using var json = JsonDocument.Parse(files["report.json"]);
        foreach (var theme in json.RootElement.GetProperty("themes").EnumerateArray())
        {
            Assert.True(theme.GetProperty("respondents").GetProperty("count").GetInt32() is 0 or >= Smallest);
        }

        foreach (var text in new[] { Encoding.UTF8.GetString(files["report.md"]), Encoding.UTF8.GetString(files["report.html"]), Word(files["report.docx"]) })
        {
            Assert.DoesNotMatch(@"(?<![0-9/])[1-7]/[0-9]+（", text);
            Assert.DoesNotMatch("センターのうち[1-7]センター", text);
            Assert.DoesNotMatch("[＋−][1-7](?![0-9])", text);
            Assert.Contains("秘匿", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Themes_by_area_are_shown_with_small_cells_hatched_and_words_that_few_use_are_no_nodes()
    {
        const int Few = 3;
        var content = Content(Few);
        var cells = Cell().Matches(content.Respondents!.Svg).Select(m => Number(m.Groups["n"].Value)).ToList();
        Assert.Contains(cells, n => n >= Few);
        Assert.All(cells, n => Assert.True(n is 0 or >= Few));
        Assert.Contains(">―<", content.Respondents.Svg, StringComparison.Ordinal);
        var respondents = Speakers().Matches(content.Network!.Svg).Select(m => Number(m.Groups["n"].Value)).ToList();
        Assert.NotEmpty(respondents);
        Assert.All(respondents, n => Assert.True(n >= Few));
        Assert.Null(content.ClusterMap);
    }

    [Fact]
    public void Themes_of_whose_years_nothing_may_be_told_stand_in_one_row_by_name()
    {
        var (content, files) = Made.Value;
        var silent = content.Years!.Themes.Where(t => t.Kind != ChangeKind.NotMentioned && content.Words.IsSilent(t)).ToList();
        Assert.True(silent.Count > 1);
        var row = Assert.Single(Encoding.UTF8.GetString(files["report.md"]).Split('\n'), r => r.EndsWith("| 秘匿 | 秘匿 | 秘匿 | 数が小さいか、ほかの数から出せてしまう |", StringComparison.Ordinal));
        Assert.All(silent, t => Assert.Contains(t.Code.Name.Ja, row, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_listed_by_which_a_count_could_be_counted_again()
    {
        var (content, files) = Made.Value;
        var html = Encoding.UTF8.GetString(files["report.html"]);
        foreach (var anchor in new[] { "id=\"comments\"", "id=\"left-out\"", "id=\"respondents\"", "id=\"chart-", "id=\"clusters\"", "id=\"sources\"" })
        {
            Assert.DoesNotContain(anchor, html, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(files.Keys, k => k.StartsWith("charts/", StringComparison.Ordinal));
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(files["report.xlsx"]), false);
        var sheets = workbook.WorkbookPart!.Workbook.Descendants<Sheet>().Select(s => s.Name!.Value!).ToList();
        Assert.DoesNotContain("意見×コード", sheets);
        Assert.DoesNotContain("分析しなかったもの", sheets);
        Assert.Empty(OfficeReports.Errors(workbook));

        // Themes of few have no section, and what is quoted is of others.
        Assert.All(content.Themes, t => Assert.True(t.Finding.Respondents.Count is 0 or >= Smallest));
        Assert.NotEmpty(content.Quotations);
        Assert.Null(content.Respondents);
    }

    [Fact]
    public void Quotations_carry_ids_of_the_workspace_and_nothing_by_which_a_masked_word_could_be_tried()
    {
        var (content, files) = Made.Value;
        var quotations = content.Quotations.ToList();
        var texts = files.Where(f => f.Key is "report.html" or "report.md" or "report.json" or "quotations.csv").Select(f => Encoding.UTF8.GetString(f.Value))
            .Concat(new[] { "report.docx", "report.xlsx", "report.pptx" }.Select(name => Xml(files[name]))).ToList();
        foreach (var text in texts)
        {
            Assert.All(quotations, q => Assert.DoesNotContain(q.CommentId, text, StringComparison.Ordinal));
            Assert.All(content.Findings.Corpus.Sources, s => Assert.DoesNotContain(s.Sha256, text, StringComparison.Ordinal));
            Assert.DoesNotContain("SHA-256", text, StringComparison.Ordinal);
        }

        var csv = Encoding.UTF8.GetString(files["quotations.csv"]);
        Assert.All(quotations, q => Assert.Contains(PublishedId.Of(q.CommentId, Secret), csv, StringComparison.Ordinal));
        Assert.All(quotations, q => Assert.True(q.Place.Length == 0 || content.Findings.Corpus.Sources.Any(s => s.Name == q.Place), q.Place));
    }

    [Fact]
    public void A_comment_quoted_for_a_theme_whose_years_are_hidden_has_no_year_anywhere()
    {
        var content = Made.Value.Content;
        var silent = content.Themes.Where(t => t.YearChange is { } change && ReportWords.IsHidden(change)).ToList();
        var undated = silent.SelectMany(t => t.Quotations).Select(q => q.CommentId).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(undated);
        Assert.All(content.Quotations.Where(q => undated.Contains(q.CommentId)), q => Assert.Equal((null, string.Empty), (q.Year, q.Place)));
    }

    [Fact]
    public void Where_no_theme_may_be_told_the_summary_does_not_say_that_there_is_none()
    {
        var summary = string.Concat(Content(100).Summary);
        Assert.Contains("数を示せるテーマはありませんでした。", summary, StringComparison.Ordinal);
        Assert.Contains("どのテーマにも当てはまらない意見の数は秘匿です。", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("当てはまる意見はありませんでした", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void How_many_codings_there_are_is_told_within_the_council_alone()
    {
        Assert.DoesNotContain(Made.Value.Content.Method.Paragraphs, p => p.Text.Contains("付けたテーマ", StringComparison.Ordinal) && p.Text.Contains("のうち、人が", StringComparison.Ordinal));
        Assert.Contains(OfficeReports.Samples().Method.Paragraphs, p => p.Text.Contains("件のうち、人が確かめたものは", StringComparison.Ordinal));
    }

    [Fact]
    public void Within_the_council_everything_is_told()
    {
        var content = OfficeReports.Samples();
        Assert.Empty(content.Pointing);
        Assert.Contains(content.Findings.Themes, t => SmallCounts.IsHidden(t.Respondents.Count, Smallest));
        Assert.DoesNotContain("秘匿", Encoding.UTF8.GetString(ReportOutput.Of(content, [ReportFormat.Md], null, null, new SvgRaster()).Files["report.md"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Quotations_that_attributes_trace_to_one_are_told_to_who_publishes()
    {
        var pointing = Made.Value.Content.Pointing;
        Assert.NotEmpty(pointing);
        Assert.All(pointing, p => Assert.Matches("引用［[0-9, ]+］（意見 [0-9a-f]{12}）(は、「.+=.+」と合わせると( [1-7]センターに|、述べた人の候補が [1-7] 者に)絞られます|の「.+」は、名前がなくても人を絞れることがあります)", p.Ja));
        Assert.Contains(pointing, p => p.Ja.Contains("絞られます", StringComparison.Ordinal));
        var html = Encoding.UTF8.GetString(Made.Value.Files["report.html"]);
        Assert.DoesNotContain("絞られます", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Quotations_from_minutes_trace_to_who_can_have_said_them_and_to_no_respondents()
    {
        const int Few = 3;
        var folder = Path.Combine(Repository.Root, "corpora", "samples", "minutes");
        var findings = FeedbackAnalysis.Run(CorpusReader.Read([folder], new ReadOptions()), CodebookReader.Default, LexiconReader.Default, new AnalysisOptions { Clusters = 1, Runs = 1 });
        var published = new PublishedText(f => f, c => SmallCounts.IsHidden(c.Count, Few) ? null : c) { Smallest = Few };
        var pointing = ReportContent.Of(findings, InventedFindings.Run, ReportSettings.Default, ScreenLanguage.Japanese, published).Pointing;
        Assert.Contains(pointing, p => p.Ja.Contains("と合わせると、述べた人の候補が ", StringComparison.Ordinal) && p.En.Contains(" who can have said it. ", StringComparison.Ordinal));
        Assert.DoesNotContain(pointing, p => p.Ja.Contains("回答者", StringComparison.Ordinal) || p.En.Contains("respondents", StringComparison.Ordinal));
    }

    [Fact]
    public void Quotations_that_tell_of_one_among_many_are_told_to_who_publishes()
    {
        var words = PrivacyWords.Default;
        using var folder = new Commands.TemporaryFolder();
        var file = folder.Write("回答.csv", "センター,意見\n青葉,利用料の負担が重く、県内で唯一の点字を使う相談員として困っています。\n若草,利用料の負担が重く、困っています。\n若葉,利用料の負担が重いという声があります。\n双葉,利用料の負担が重いので、やめる人がいます。\n");
        var findings = FeedbackAnalysis.Run(CorpusReader.Read([file], new ReadOptions()), CodebookReader.Default, LexiconReader.Default, new AnalysisOptions { Clusters = 1, Runs = 1 });
        var review = Publication.Review(findings, [], words);
        var names = Pseudonyms.Of(Publication.Names(findings, review, words), [], Publication.Taken(findings), Secret, words);
        var published = new PublishedText(f => Publication.Masked(f, new Masking(review, names, words), words), c => SmallCounts.IsHidden(c.Count, 3) ? null : c) { Smallest = 3 };
        var id = findings.Corpus.Comments.First(c => c.Text.Contains("唯一", StringComparison.Ordinal)).Id;
        var settings = ReportSettings.Default with { Voices = ReportSettings.Default.Voices with { Pinned = [id] } };
        var content = ReportContent.Of(findings, InventedFindings.Run, settings, ScreenLanguage.Japanese, published);
        Assert.Contains(content.Pointing, p => p.Ja.Contains($"（意見 {id}）の「唯一」", StringComparison.Ordinal));
        Assert.Empty(ReportContent.Of(findings, InventedFindings.Run, settings, ScreenLanguage.Japanese, PublishedText.AsIs).Pointing);
    }

    [Fact]
    public void Names_of_files_headings_and_labels_name_nobody()
    {
        var words = PrivacyWords.Default;
        using var folder = new Commands.TemporaryFolder();
        var file = folder.Write("みなと就業・生活支援センターの回答.txt", """
            登録者の人数の表
            みなと就業・生活支援センター

            【1】みなと就業・生活支援センター
            ・利用料の負担が重いという声があります。
            ・引継ぎの時期が年度末に重なります。
            """);
        var findings = FeedbackAnalysis.Run(CorpusReader.Read([file], new ReadOptions()), CodebookReader.Default, LexiconReader.Default, new AnalysisOptions { Clusters = 1, Runs = 1 });
        Ingest.Corpus.CountTable Counts(string title, string row) => new(findings.Corpus.Sources[0].Name, title, [new("令和6年度", 2024)], [new(row, [3m], 2)], null, new Ingest.Corpus.Place(1, 2));
        findings = findings with
        {
            Respondents = [.. findings.Respondents, "みなと就業・生活支援センター"],
            Corpus = findings.Corpus with
            {
                Tables =
                [
                    Counts("みなと就業・生活支援センターと他の相談", "みなと就業・生活支援センター"),
                    Counts("みなと就業・生活支援センターの相談", "来所"),
                ],
            },
        };
        var review = Publication.Review(findings, [], words);
        var names = Pseudonyms.Of(Publication.Names(findings, review, words), [], Publication.Taken(findings), [1, 2, 3], words);
        var published = new PublishedText(f => Publication.Masked(f, new Masking(review, names, words), words), c => SmallCounts.IsHidden(c.Count, 3) ? null : c) { Smallest = 3 };
        var content = ReportContent.Of(findings, InventedFindings.Run, ReportSettings.Default with { Include = [.. Enum.GetValues<ReportPart>()] }, ScreenLanguage.Japanese, published);
        var files = ReportOutput.Of(content, All, null, null, new SvgRaster()).Files;
        foreach (var name in new[] { "report.html", "report.md", "report.json", "quotations.csv" })
        {
            Assert.DoesNotContain("みなと", Encoding.UTF8.GetString(files[name]), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("みなと", Word(files["report.docx"]), StringComparison.Ordinal);

        // By its numbers the source would tell whose row it is, and so who said what.
        Assert.Matches("^[Ａ-Ｚ]事業所の相談$", Assert.Single(content.Findings.Corpus.Tables).Title);
        Assert.EndsWith(".txt", content.Findings.Corpus.Sources[0].Name, StringComparison.Ordinal);
    }

    // Everything that an office file holds as XML.
    private static string Xml(byte[] file)
    {
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(file));
        return string.Join('\n', archive.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal) || e.Name.EndsWith(".rels", StringComparison.Ordinal)).Select(e =>
        {
            using var reader = new StreamReader(e.Open());
            return reader.ReadToEnd();
        }));
    }

    private static string Word(byte[] file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), false);
        return string.Join('\n', document.MainDocumentPart!.Document.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Select(p => p.InnerText));
    }

    private static ReportContent Content(int smallest) => ReportContent.Of(
        OfficeReports.SampleFindings,
        InventedFindings.Run,
        ReportSettings.Default with { Unit = "センター", Include = [.. Enum.GetValues<ReportPart>()] },
        ScreenLanguage.Japanese,
        new PublishedText(f => f, c => SmallCounts.IsHidden(c.Count, smallest) ? null : c) { Smallest = smallest, CommentId = id => PublishedId.Of(id, Secret) });

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(">(?<n>[0-9]+)/[0-9]+<", RegexOptions.CultureInvariant)]
    private static partial Regex Cell();

    [GeneratedRegex("回答者 (?<n>[0-9]+) 者、", RegexOptions.CultureInvariant)]
    private static partial Regex Speakers();

    private static (ReportContent, IReadOnlyDictionary<string, byte[]>) Make()
    {
        var content = Content(Smallest);
        return (content, ReportOutput.Of(content, All, null, null, new SvgRaster()).Files);
    }
}
