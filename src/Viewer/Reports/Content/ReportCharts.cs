using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Privacy;
using FeedbackLab.Analysis.Statistics.Years;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Reports.Content;

/// <summary>The charts' numbers, the same in every format.</summary>
internal static class ReportCharts
{
    /// <summary>Respondents by theme; comments where no respondent is known. Themes without comments are left out.</summary>
    public static NativeChart? Themes(AnalysisFindings findings, ReportWords words)
    {
        var byComments = findings.CountsComments;
        var themes = findings.Themes.Where(t => t.Comments.Count > 0).ToList();
        if (themes.Count == 0)
        {
            return null;
        }

        DocumentFrequency Shown(ThemeFinding t) => byComments ? t.Comments : t.Respondents;
        if (byComments)
        {
            themes = [.. themes.OrderByDescending(t => t.Comments.Count)];
        }

        var of = byComments ? findings.Comments.Length : findings.Respondents.Length;
        return new NativeChart(
            "themes",
            byComments ? words.Pick("テーマごとの意見の数", "Comments by theme") : words.Pick($"テーマを挙げた{words.Unit}の数", $"How many {words.Unit} mention each theme"),
            string.Join(words.Pick("、", ", "), themes.Select(t => $"{words.Pick(t.Code.Name)} {words.Fraction(Shown(t))}")) + words.Pick("。", "."),
            IsHorizontal: true,
            IsShare: false,
            of <= 60 ? of : null,
            [.. themes.Select(t => words.Pick(t.Code.Name))],
            [new ChartSeries(byComments ? words.Pick("意見の数", "comments") : words.Pick($"挙げた{words.Unit}の数", $"{words.Unit} that mention it"), [.. themes.Select(t => (double?)words.Published(Shown(t))?.Count)])],
            byComments
                ? words.Pick($"分母は意見{of}件。", $"Out of {of} comments.")
                : words.Pick($"分母は{words.Named(of)}。", $"Out of {of} {words.Unit}."));
    }

    /// <summary>Shares of respondents by theme in two years; null where of none of them may be told.</summary>
    public static NativeChart? Years(YearComparison years, ReportWords words)
    {
        var themes = years.Themes.Where(t => !ReportWords.IsHidden(t) && t.Before.Count + t.After.Count > 0).OrderByDescending(t => Share(t.After)).ThenByDescending(t => Share(t.Before)).ToList();
        if (themes.Count == 0)
        {
            return null;
        }

        return new NativeChart(
            "years",
            words.Pick($"テーマを挙げた{words.Unit}の割合、{years.Earlier}年度と{years.Later}年度", $"Share of {words.Unit} that mention each theme, {years.Earlier} and {years.Later}"),
            string.Join(words.Pick("、", ", "), themes.Select(t => $"{words.Pick(t.Code.Name)} {words.Fraction(t.Before)} → {words.Fraction(t.After)}")) + words.Pick("。", "."),
            IsHorizontal: true,
            IsShare: true,
            1,
            [.. themes.Select(t => words.Pick(t.Code.Name))],
            [
                new ChartSeries(words.Year(years.Earlier), [.. themes.Select(t => Published(t.Before, words))]),
                new ChartSeries(words.Year(years.Later), [.. themes.Select(t => Published(t.After, words))]),
            ],
            words.Asked(years));
    }

    /// <summary>A theme in the two years that are compared, else what its comments do (要望, 課題 …); null where neither says anything.</summary>
    public static NativeChart? Theme(
        ThemeFinding theme, IReadOnlyDictionary<string, AnalysedComment> comments, YearComparison? compared, ReportWords words, ScreenLanguage language)
    {
        var name = words.Pick(theme.Code.Name);
        if (words.Smallest is { } least && SmallCounts.IsOfFew(theme, least))
        {
            return null;
        }

        // The same numbers as in the sentence beside it. Where nobody answered the same question in both years there are none to draw.
        if (compared?.Themes.FirstOrDefault(t => t.Code.Id == theme.Code.Id) is { } change && !ReportWords.IsHidden(change) && !ReportWords.IsApart(change))
        {
            (int Year, DocumentFrequency Respondents)[] years = [(compared.Earlier, change.Before), (compared.Later, change.After)];
            return new NativeChart(
                "theme-" + theme.Code.Id,
                words.Pick($"「{name}」を挙げた{words.Unit}の割合", $"{name}: share of {words.Unit} that mention it"),
                string.Join(words.Pick("、", ", "), years.Select(y => $"{words.Year(y.Year)} {words.Fraction(y.Respondents)}")) + words.Pick("。", "."),
                IsHorizontal: false,
                IsShare: true,
                1,
                [.. years.Select(y => words.Year(y.Year))],
                [new ChartSeries(words.Pick($"挙げた{words.Unit}の割合", $"share of {words.Unit}"), [.. years.Select(y => Published(y.Respondents, words))])],
                words.Asked(compared));
        }

        var types = theme.CommentIds.Select(id => comments[id]).SelectMany(c => c.Types.Distinct().Select(t => (Type: t, c.Comment))).GroupBy(t => t.Type, t => t.Comment).OrderBy(t => t.Key);
        var counts = types.Select(t => (Type: t.Key, Name: TypeWords.Of(t.Key, language), Count: new DocumentFrequency(OfFew(t) ? SmallCounts.Hidden : t.Count(), theme.Comments.Count))).ToList();
        var isPartial = counts.Any(c => words.Published(c.Count) is null);
        return counts.All(c => words.Published(c.Count) is null) || !MayBeTold() ? null : new NativeChart(
            "theme-" + theme.Code.Id,
            words.Pick($"「{name}」の意見の種類", $"{name}: what its comments do"),
            string.Join(words.Pick("、", ", "), counts.Select(c => $"{c.Name} {words.Fraction(c.Count)}")) + words.Pick("。", "."),
            IsHorizontal: true,
            IsShare: false,
            null,
            [.. counts.Select(c => c.Name)],
            [new ChartSeries(words.Pick("意見の数", "comments"), [.. counts.Select(c => (double?)words.Published(c.Count)?.Count)])],
            words.Pick($"分母は意見{theme.Comments.Count}件。一つの意見が二つの種類に入ることがあります。", $"Out of {theme.Comments.Count} comments; one may be of two kinds.")
            + (isPartial ? words.Pick("棒のない種類の数は秘匿です。", " The number of a kind without a bar is not shown.") : string.Empty));

        bool MayBeTold() => words.Smallest is not { } smallest || SmallKinds.AreFree(
            theme.Comments.Count,
            counts.Where(c => c.Type == CommentType.Fact).Select(c => words.Published(c.Count)?.Count).DefaultIfEmpty(0).First(),
            [.. counts.Where(c => c.Type != CommentType.Fact).Select(c => words.Published(c.Count)?.Count)],
            smallest);

        // Many comments may be of few respondents.
        bool OfFew(IEnumerable<Comment> comments) =>
            words.Smallest is { } smallest && SmallCounts.IsHidden(comments.Select(c => c.Respondent ?? "\0" + c.Id).Distinct(StringComparer.Ordinal).Count(), smallest);
    }

    private static double? Published(DocumentFrequency share, ReportWords words) => words.Published(share) is { } s ? Share(s) : null;

    private static double Share(DocumentFrequency share) => share.Of == 0 ? 0 : (double)share.Count / share.Of;
}
