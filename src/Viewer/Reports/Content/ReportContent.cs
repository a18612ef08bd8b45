using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Privacy;
using FeedbackLab.Analysis.Statistics.Years;
using FeedbackLab.Analysis.Voices;
using FeedbackLab.Ingest.Corpus;
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

    private const int LongestTitle = 40;

    /// <summary>All quotations, by number.</summary>
    public IEnumerable<Quotation> Quotations => Themes.SelectMany(t => t.Quotations);

    /// <summary>The content of a report.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="run">What made them.</param>
    /// <param name="settings">What the report holds; its codes, comments and years exist.</param>
    /// <param name="language">The language of the words around the comments.</param>
    /// <param name="published">What everything passes before it leaves the machine.</param>
    /// <param name="codes">What became of the codes from one year to another; null where nobody keeps that.</param>
    public static ReportContent Of(AnalysisFindings findings, RunInfo run, ReportSettings settings, ScreenLanguage language, PublishedText published, Func<int, int, CodesOfYears?>? codes = null)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(published);
        var sources = findings.Corpus.Sources;
        findings = published.Words(findings);
        if (published.Smallest is not null)
        {
            // A hash of what holds the names would let anybody try them; the sources' own order is that of their names.
            run = run with { CodebookSha256 = null };
            findings = findings with { Corpus = findings.Corpus with { Sources = [.. findings.Corpus.Sources.OrderBy(s => s.Name, StringComparer.Ordinal)] } };
        }

        var words = new ReportWords(language, settings.Unit, published.Count)
        {
            Smallest = published.Smallest,
            CountsComments = findings.CountsComments,

            // A source that was named otherwise is somebody's, and its number or place in a list tells whose.
            SourcesByName = published.Smallest is null ? [] : [.. sources.Select(s => s.Name).Intersect(findings.Corpus.Sources.Select(s => s.Name), StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
        var reader = TextTerms.ByKuromoji(LexiconReader.Default);
        var years = YearsOf(findings, settings, codes);
        var terms = findings.Terms ?? TokenizedCorpus.Of([.. findings.Comments.Select(c => c.Comment)], reader);
        var voices = VoiceSelection.Of(findings, terms, settings.Voices).ToDictionary(v => v.Code, StringComparer.Ordinal);
        if (published.Smallest is { } smallest)
        {
            (findings, years) = SmallCounts.Hide(findings, years, smallest);
        }

        var themes = ThemesOf(findings, settings, words, language, years, voices, published);
        var title = settings.Title ?? words.Pick("意見の分析報告", "What the comments say");
        return new ReportContent(
            findings,
            run,
            settings,
            language,
            words,
            title,
            ReportSummary.Of(findings, words, years),
            themes,
            years,
            ReportCharts.Themes(findings, words),
            years is null ? null : ReportCharts.Years(years, words),
            !settings.Include.Contains(ReportPart.Respondents) ? null
                : published.Smallest is { } least ? ReportPictures.Groups(findings, settings.Map, language, least)
                : ReportPictures.Respondents(findings, language),
            settings.Include.Contains(ReportPart.Network) ? ReportPictures.Network(findings, language, reader, published.Smallest) : null,
            settings.Include.Contains(ReportPart.Map) && settings.Map is { } by ? ReportPictures.Map(findings, by, language, published.Smallest) : null,
            MethodText.Of(findings, run, settings, years, words))
        {
            ClusterMap = !words.IsForPublication && settings.Include.Contains(ReportPart.Clusters) ? ReportPictures.Clusters(findings, language) : null,
            Pointing = published.Smallest is { } few ? PointingOf(findings, themes, words, few) : [],
        };
    }

    private static YearComparison? YearsOf(AnalysisFindings findings, ReportSettings settings, Func<int, int, CodesOfYears?>? codes)
    {
        var years = settings.Years ?? (findings.Years is [.., var last, var latest] ? (last, latest) : null);
        return years is var (earlier, later) && YearComparison.Of(findings, earlier, later, codes?.Invoke(earlier, later)) is { Paired.Length: > 0 } comparison ? comparison : null;
    }

    private static ImmutableArray<ReportTheme> ThemesOf(
        AnalysisFindings findings, ReportSettings settings, ReportWords words, ScreenLanguage language, YearComparison? years, Dictionary<string, ThemeVoices> voices, PublishedText published)
    {
        var comments = findings.Comments.Where(c => !c.Codings.IsEmpty).ToDictionary(c => c.Comment.Id, StringComparer.Ordinal);
        var meetings = findings.Corpus.Meetings.ToLookup(m => m.Id, m => m.Title, StringComparer.Ordinal);
        var shown = settings.Themes.IsEmpty
            ? findings.Themes.Where(t => t.Comments.Count > 0)
            : settings.Themes.Select(id => findings.Themes.First(t => t.Code.Id == id));
        var undated = published.Smallest is null ? [] : Undated(findings, voices);
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
            var isDated = !undated.Contains(comment.Id);
            var speaker = comment.Respondent ?? (isDated && comment.Meeting is { } meeting ? meetings[meeting].Where(IsTitle).FirstOrDefault() : null) ?? words.Pick("回答者の記載なし", "respondent not named");
            var place = !words.IsForPublication ? Citation.Of(comment.Source, comment.Place)
                : words.SourcesByName.Contains(comment.Source) && (isDated || findings.Corpus.Sources.Length == 1) ? comment.Source
                : string.Empty;
            return new Quotation(n, code, comment.Id, quoted, speaker, isDated ? comment.Year : null, place, voice.Reason, words.Of(voice.Reason)) { Id = published.CommentId(comment.Id) };
        }
    }

    // Comments quoted for a theme whose numbers by year are hidden; for other themes they have no year either, or it would be told there.
    private static HashSet<string> Undated(AnalysisFindings findings, Dictionary<string, ThemeVoices> voices) =>
        findings.Themes.Where(t => t.ByYear.Any(y => y.Respondents.Count < 0)).SelectMany(t => voices[t.Code.Id].Voices).Select(v => v.CommentId).ToHashSet(StringComparer.Ordinal);

    // A sentence that stood where a title does (次のとおり開催した。) is none.
    private static bool IsTitle(string title) => title.Length is > 0 and <= LongestTitle && !title.Contains('。', StringComparison.Ordinal);

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
                    $"引用［{numbers}］（意見 {c.Comment}）は、「{string.Join("」「", values)}」と合わせると{(c.AreAsked ? $" {words.Named(c.Respondents)}に" : $"、述べた人の候補が {c.Respondents} 者に")}絞られます。外すなら、報告のページの見本でその引用を「引用しない」にするか、設定の voices の ban にこの意見の ID を書いてください。",
                    $"Quotation [{numbers}] (comment {c.Comment}) together with “{string.Join("”, “", values)}” leaves {c.Respondents} {(c.AreAsked ? words.Unit : "who can have said it")}. To take it out, choose “never quote” in the preview on the report page, or ban it under voices in the settings.");
            }),
            .. quotations.Select(q => (Comment: q.Key, Words: q.SelectMany(x => TellingWords.Of(x.Words, PrivacyWords.Default)).Distinct(StringComparer.Ordinal).ToList())).Where(q => q.Words.Count > 0).Select(q =>
            {
                var numbers = string.Join(", ", quotations[q.Comment].Select(x => x.Number));
                return new BilingualText(
                    $"引用［{numbers}］（意見 {q.Comment}）の「{string.Join("」「", q.Words)}」は、名前がなくても人を絞れることがあります。読んで確かめ、外すなら、報告のページの見本でその引用を「引用しない」にするか、設定の voices の ban にこの意見の ID を書いてください。",
                    $"“{string.Join("”, “", q.Words)}” in quotation [{numbers}] (comment {q.Comment}) may point at somebody without a name. Read it; to take it out, choose “never quote” in the preview on the report page, or ban it under voices in the settings.");
            }),
        ];
    }
}
