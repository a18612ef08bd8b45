using System.Collections.Immutable;
using System.Xml.Linq;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Index.Queries;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Networks;
using FeedbackLab.Analysis.Privacy;
using FeedbackLab.Analysis.Search.Contexts;
using FeedbackLab.Analysis.Statistics.CrossTables;
using FeedbackLab.Analysis.Statistics.Years;
using FeedbackLab.Analysis.Voices;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Charts;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Reports.Settings;

namespace FeedbackLab.Viewer.Reports.Content;

/// <summary>What a report says, computed once; each format only writes it.</summary>
/// <param name="Findings">The findings as they may be published.</param>
/// <param name="Run">What made them.</param>
/// <param name="Settings">What the report holds.</param>
/// <param name="Language">The language of the words around the comments.</param>
/// <param name="Words">The sentences around numbers.</param>
/// <param name="Title">The title.</param>
/// <param name="Summary">What stands out, a paragraph each.</param>
/// <param name="Themes">The themes that get a section.</param>
/// <param name="Years">The comparison of two years; null where there is only one.</param>
/// <param name="ThemesChart">All themes; null where no comment has one.</param>
/// <param name="YearsChart">The two years; null where there is only one.</param>
/// <param name="Respondents">Who mentions what, for publication themes by groups; null where nobody is known, or no groups are.</param>
/// <param name="Network">Words that come together; null where there are too few comments.</param>
/// <param name="Map">Themes and groups on one map; null where the settings name no attribute or the numbers are too small.</param>
/// <param name="Method">How it was made.</param>
public sealed record ReportContent(
    AnalysisFindings Findings,
    RunInfo Run,
    ReportSettings Settings,
    ScreenLanguage Language,
    ReportWords Words,
    string Title,
    ImmutableArray<string> Summary,
    ImmutableArray<ReportTheme> Themes,
    YearComparison? Years,
    NativeChart? ThemesChart,
    NativeChart? YearsChart,
    ReportPicture? Respondents,
    ReportPicture? Network,
    ReportPicture? Map,
    MethodText Method)
{
    /// <summary>Of a report for publication, quotations that point at few together with what else is known; for those who publish, not for the report.</summary>
    public ImmutableArray<BilingualText> Pointing { get; init; } = [];

    /// <summary>The map of the comments by groups found without the codebook; null where they were not looked for, or for publication.</summary>
    public ReportPicture? ClusterMap { get; init; }

    private const int FewestForNetwork = 10;
    private const int MostGroups = 12;
    private const int LongestTitle = 40;
    private const int TopThemes = 3;

    /// <summary>All quotations, by number.</summary>
    public IEnumerable<Quotation> Quotations => Themes.SelectMany(t => t.Quotations);

    /// <summary>The content of a report.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="run">What made them.</param>
    /// <param name="settings">What the report holds; its codes, comments and years exist.</param>
    /// <param name="language">The language of the words around the comments.</param>
    /// <param name="published">What everything passes before it leaves the machine.</param>
    /// <param name="codes">What became of the codes from one year to another; null where nobody keeps that.</param>
    /// <exception cref="InvalidOperationException">A quotation would not be word for word what its source says.</exception>
    public static ReportContent Of(AnalysisFindings findings, RunInfo run, ReportSettings settings, ScreenLanguage language, PublishedText published, Func<int, int, CodesOfYears?>? codes = null)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(published);
        findings = published.Words(findings);
        var words = new ReportWords(language, settings.Unit, published.Count) { Smallest = published.Smallest };
        var reader = TextTerms.ByKuromoji(LexiconReader.Default);
        var years = YearsOf(findings, settings, codes);
        var terms = findings.Terms ?? TokenizedCorpus.Of([.. findings.Comments.Select(c => c.Comment)], reader);
        var voices = VoiceSelection.Of(findings, terms, settings.Voices).ToDictionary(v => v.Code, StringComparer.Ordinal);
        if (published.Smallest is { } smallest)
        {
            (findings, years) = SmallCounts.Hide(findings, years, smallest);
        }

        var themes = ThemesOf(findings, settings, words, language, years, voices);
        var title = settings.Title ?? words.Pick("意見の分析報告", "What the comments say");
        return new ReportContent(
            findings,
            run,
            settings,
            language,
            words,
            title,
            SummaryOf(findings, words, years),
            themes,
            years,
            ReportCharts.Themes(findings, words),
            years is null ? null : ReportCharts.Years(years, words),
            !settings.Include.Contains(ReportPart.Respondents) ? null
                : published.Smallest is { } least ? GroupsOf(findings, settings.Map, language, least)
                : RespondentHeatmap.Of(findings, language, string.Empty) is { } heatmap ? ReportPicture.Of(heatmap) : null,
            settings.Include.Contains(ReportPart.Network) && findings.Comments.Length >= FewestForNetwork ? NetworkOf(findings, language, reader, published.Smallest) : null,
            settings.Include.Contains(ReportPart.Map) && settings.Map is { } by ? MapOf(findings, by, language, published.Smallest) : null,
            MethodText.Of(findings, run, settings, years, words))
        {
            ClusterMap = !words.IsForPublication && settings.Include.Contains(ReportPart.Clusters) && CommentMapChart.Of(findings, language, string.Empty) is { } clusters ? ReportPicture.Of(clusters) : null,
            Pointing = published.Smallest is { } few ? PointingOf(findings, themes, words, few) : [],
        };
    }

    private static YearComparison? YearsOf(AnalysisFindings findings, ReportSettings settings, Func<int, int, CodesOfYears?>? codes)
    {
        YearComparison Compared(int earlier, int later) => YearComparison.Of(findings, earlier, later, codes?.Invoke(earlier, later));
        return settings.Years is { } years ? Compared(years.Earlier, years.Later)
            : findings.Years.Length >= 2 && Compared(findings.Years[^2], findings.Years[^1]) is { Paired.Length: > 0 } latest ? latest
            : null;
    }

    private static ImmutableArray<ReportTheme> ThemesOf(
        AnalysisFindings findings, ReportSettings settings, ReportWords words, ScreenLanguage language, YearComparison? years, Dictionary<string, ThemeVoices> voices)
    {
        var chosen = voices.Values.SelectMany(v => v.Voices).Select(v => v.CommentId).ToHashSet(StringComparer.Ordinal);
        var comments = findings.Comments.Where(c => !c.Codings.IsEmpty).ToDictionary(c => c.Comment.Id, StringComparer.Ordinal);
        var stored = findings.Corpus.Comments.Where(c => chosen.Contains(c.Id)).ToLookup(c => c.Id, c => c.Text, StringComparer.Ordinal);
        var meetings = findings.Corpus.Meetings.ToLookup(m => m.Id, m => m.Title, StringComparer.Ordinal);
        var shown = settings.Themes.IsEmpty
            ? findings.Themes.Where(t => t.Comments.Count > 0)
            : settings.Themes.Select(id => findings.Themes.First(t => t.Code.Id == id));
        var themes = ImmutableArray.CreateBuilder<ReportTheme>();
        var number = 0;
        foreach (var theme in shown)
        {
            var change = years?.Themes.FirstOrDefault(t => t.Code.Id == theme.Code.Id);
            themes.Add(new ReportTheme(
                theme,
                words.Pick(theme.Code.Name),
                words.Pick(theme.Code.Definition),
                words.Lead(theme),
                change is null ? null : words.Change(change, years!),
                change,
                string.Join(words.Pick("、", ", "), theme.Terms),
                ReportCharts.Theme(theme, comments, years, words, language),
                words.Smallest is { } smallest && SmallCounts.IsOfFew(theme, smallest) ? [] : [.. voices[theme.Code.Id].Voices.Select(v => Quoted(v, theme.Code.Id, ++number))],
                words.Told(voices[theme.Code.Id].Withheld) ?? 0));
        }

        return themes.ToImmutable();

        Quotation Quoted(Voice voice, string code, int n)
        {
            var comment = comments[voice.CommentId].Comment;
            var quoted = Quoting.Quote(comment.Text, voice.Part);
            if (!stored[comment.Id].Any(text => Quoting.IsVerbatim(quoted, text)))
            {
                throw new InvalidOperationException($"The quotation of comment {comment.Id} is not word for word what its source says.");
            }

            var speaker = comment.Respondent ?? (comment.Meeting is { } meeting ? meetings[meeting].Where(IsTitle).FirstOrDefault() : null) ?? words.Pick("回答者の記載なし", "respondent not named");
            return new Quotation(
                n, code, comment.Id, quoted, speaker, comment.Year, Citation.Of(comment.Source, comment.Place), voice.Reason, words.Of(voice.Reason));
        }
    }

    // A sentence that stood where a title does (次のとおり開催した。) is none.
    private static bool IsTitle(string title) => title.Length is > 0 and <= LongestTitle && !title.Contains('。', StringComparison.Ordinal);

    private static ImmutableArray<string> SummaryOf(AnalysisFindings findings, ReportWords words, YearComparison? years)
    {
        var byComments = findings.Respondents.IsEmpty;
        var top = (byComments ? findings.Themes.OrderByDescending(t => t.Comments.Count) : findings.Themes.AsEnumerable())
            .Where(t => t.Comments.Count > 0).Take(TopThemes).ToList();
        var summary = ImmutableArray.CreateBuilder<string>();
        summary.Add(byComments
            ? words.Pick($"資料{findings.Corpus.Sources.Length}件の意見{findings.Comments.Length}件を分析しました。", $"{findings.Comments.Length} comments of {findings.Corpus.Sources.Length} sources were analysed.")
            : words.Pick(
                $"資料{findings.Corpus.Sources.Length}件から、{words.Unit}{findings.Respondents.Length}の意見を含む{findings.Comments.Length}件を分析しました。",
                $"{findings.Comments.Length} comments of {findings.Corpus.Sources.Length} sources were analysed, with {findings.Respondents.Length} {words.Unit} among those asked."));
        summary.Add(top.Count == 0
            ? words.Pick("コードブックのテーマに当てはまる意見はありませんでした。", "No comment fits a theme of the codebook.")
            : words.Pick(byComments ? "意見の多いテーマは、" : $"挙げた{words.Unit}の多いテーマは、", byComments ? "Most comments: " : "Mentioned by most: ")
                + string.Join(words.Pick("、", "; "), top.Select(t => words.Pick($"「{t.Code.Name.Ja}」（{Of(t)}）", $"{t.Code.Name.En} ({Of(t)})")))
                + words.Pick("です。", "."));
        if (years is not null)
        {
            var clear = years.Themes.Where(ReportWords.IsTold).ToList();
            summary.Add(clear.Count == 0
                ? words.Pick(
                    $"{years.Earlier}年度と{years.Later}年度の両方に答えた{years.Paired.Length}の{words.Unit}で比べると、増えた・減ったと言えるテーマはありませんでした。",
                    $"Among the {years.Paired.Length} {words.Unit} asked in both {years.Earlier} and {years.Later}, no theme clearly grew or shrank.")
                : words.Pick(
                    $"{years.Earlier}年度と{years.Later}年度の両方に答えた{years.Paired.Length}の{words.Unit}で比べると、変わったと言えるテーマは{string.Join("、", clear.Select(t => $"「{t.Code.Name.Ja}」（{(t.Pairs.OnlyLater > t.Pairs.OnlyEarlier ? "増加" : "減少")}）"))}です。",
                    $"Among the {years.Paired.Length} {words.Unit} asked in both {years.Earlier} and {years.Later}, these changed: {string.Join(", ", clear.Select(t => t.Code.Name.En))}."));
        }

        var without = words.Number(findings.Ledger.Total.WithoutTheme);
        summary.Add(words.Pick($"どのテーマにも当てはまらない意見は{without}件です。", $"{without} comments fit no theme."));
        if (words.Smallest is not null)
        {
            summary.Add(words.HowSmallIsHidden + words.Pick(
                "挙げた人がそれより少ないテーマには、節も引用もありません。", " Themes that fewer mention have no section and no quotations."));
        }

        return summary.ToImmutable();

        string Of(ThemeFinding theme) => byComments ? words.Fraction(theme.Comments) : words.OfRespondents(theme.Respondents);
    }

    // Places on the map come of the cells: with a small one there is none.
    private static ReportPicture? MapOf(AnalysisFindings findings, string by, ScreenLanguage language, int? smallest) =>
        CrossAttribute.Of(by, findings.Corpus) is { } attribute && CrossTable.Of(findings, attribute) is var table
        && (smallest is null || !table.Themes.SelectMany(t => t.Cells).Any(c => SmallCounts.IsHidden(c?.Count ?? 0, smallest.Value)))
        && CorrespondenceMap.Of(table, findings, language) is { } map
            ? ReportPicture.Of(map)
            : null;

    // Quotations that what came with their comments traces to few: area × disability × quotation.
    private static ImmutableArray<BilingualText> PointingOf(AnalysisFindings findings, ImmutableArray<ReportTheme> themes, ReportWords words, int smallest)
    {
        var quotations = themes.SelectMany(t => t.Quotations).ToLookup(q => q.CommentId, StringComparer.Ordinal);
        var names = findings.Corpus.Comments.SelectMany(c => c.Attributes).Select(a => a.Name).Where(n => n != CommentAttribute.Heading).Distinct(StringComparer.Ordinal).ToList();
        return
        [
            .. IdentifyingCombinations.Of(findings.Corpus.Comments, [.. quotations.Select(q => q.Key)], names, smallest).Select(c =>
            {
                var (numbers, values) = (string.Join(", ", quotations[c.Comment].Select(q => q.Number)), c.Attributes.Select(a => $"{a.Name}={a.Value}").ToList());
                return new BilingualText(
                    $"引用［{numbers}］（意見 {c.Comment}）は、「{string.Join("」「", values)}」と合わせると {c.Respondents} の{words.Unit}に絞られます。外すなら設定の voices の ban に書いてください。",
                    $"Quotation [{numbers}] (comment {c.Comment}) together with “{string.Join("”, “", values)}” leaves {c.Respondents} {words.Unit}. To take it out, ban it under voices in the settings.");
            }),
        ];
    }

    // For publication: themes by the settings' attribute, by area, or by the first one with few values; who stands in two groups would tell of small ones.
    private static ReportPicture? GroupsOf(AnalysisFindings findings, string? by, ScreenLanguage language, int smallest)
    {
        var attributes = new[] { by, "area" }.OfType<string>().Select(w => CrossAttribute.Of(w, findings.Corpus)).OfType<CrossAttribute>()
            .Concat(CrossAttribute.Names(findings.Corpus).Where(n => n != CommentAttribute.Heading).Select(n => new CrossAttribute(CrossKind.Attribute, n)))
            .Where(a => a.GroupsIn(findings).Length is >= 2 and <= MostGroups);
        foreach (var attribute in attributes)
        {
            var table = CrossTable.Of(findings, attribute);
            if (SmallCrossCells.Hidden(table, findings.Themes, smallest) is { } hidden && hidden.Any(row => row.Contains(false))
                && CrossHeatmap.Of(table, findings, language, hidden: hidden) is { } heatmap)
            {
                return ReportPicture.Of(heatmap);
            }
        }

        return null;
    }

    private static ReportPicture? NetworkOf(AnalysisFindings findings, ScreenLanguage language, TextTerms terms, int? smallest)
    {
        var reader = new HitReader(terms);
        ImmutableArray<HitContext> hits = [.. findings.Comments.Select(c => reader.Read(c.Comment, new AllQuery()))];

        // Ａ of Ａさん, 電話番号 of 〔電話番号〕: what stands for a name is no word of theirs.
        var network = smallest is { } few
            ? CooccurrenceNetwork.Of(hits, fewest: few, keeps: t => t.Length > 2 || !t.All(char.IsAsciiLetter))
            : CooccurrenceNetwork.Of(hits);
        return network.Nodes.IsEmpty ? null : ReportPicture.Of(NetworkChart.Of(network, string.Empty, language));
    }
}

/// <summary>A drawing: SVG that Word shows as it is, with a bitmap beside it for programs that cannot.</summary>
/// <param name="Name">Unique within a report.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Description">What it says, for those who cannot see it.</param>
/// <param name="Svg">The drawing.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
public sealed record ReportPicture(string Name, string Title, string Description, string Svg, double Width, double Height)
{
    /// <summary>The picture of a chart.</summary>
    /// <param name="chart">The chart.</param>
    public static ReportPicture Of(Chart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var svg = XElement.Parse(chart.Svg);
        var description = svg.Element(svg.Name.Namespace + "desc")?.Value ?? string.Empty;
        return new ReportPicture(chart.Name, chart.Title, description, chart.Svg, (double)svg.Attribute("width")!, (double)svg.Attribute("height")!);
    }
}
