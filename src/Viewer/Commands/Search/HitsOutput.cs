using System.Globalization;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Index.Queries;
using FeedbackLab.Analysis.Search;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Reports;

namespace FeedbackLab.Viewer.Commands.Search;

/// <summary>Prints a page of hits in the format asked for.</summary>
internal static class HitsOutput
{
    private const int FacetValues = 5;

    /// <summary>Prints it.</summary>
    /// <param name="language">The user's language.</param>
    /// <param name="format">The format.</param>
    /// <param name="page">The page.</param>
    /// <param name="ground">What was searched.</param>
    /// <param name="skipped">How many hits were passed over.</param>
    public static void Write(ScreenLanguage language, TableFormat format, HitPage page, SearchGround ground, int skipped)
    {
        switch (format)
        {
            case TableFormat.Json:
                using (var stream = Console.OpenStandardOutput())
                {
                    HitsJson.Write(page, stream);
                }

                return;
            case TableFormat.Csv:
                Console.Out.Write(HitsCsv.Of(page, language));
                return;
            case TableFormat.Markdown:
                Console.Out.Write(HitsMarkdown.Of(page, language));
                return;
            default:
                Hits(language, page, ground);
                Facets(language, page, ground);
                break;
        }

        var all = ground.Index.Search(new SearchRequest(new AllQuery()) { Count = 0, Facets = [FacetNames.Respondent] });
        var (first, last) = (skipped + 1, skipped + page.Hits.Length);
        Console.Out.WriteLine(language.Pick(
            $"意見 {all.Total} 件中 {page.Total} 件、意見のある回答者 {all.Respondents} 者中 {page.Respondents} 者" + (page.Hits.IsEmpty ? string.Empty : $"（{first}〜{last} 件目）"),
            $"{page.Total} of {all.Total} comments, {page.Respondents} of {all.Respondents} respondents with a comment" + (page.Hits.IsEmpty ? string.Empty : $" ({first} to {last})")));
        if (page.Duplicates > 0)
        {
            Console.Out.WriteLine(language.Pick(
                $"見つかった {page.Total} 件のうち {page.Duplicates} 件は、同じ回答者の同じ意見の重複です（別の名前で取り込んだ同じ資料など）。分析では一度だけ数えます。",
                $"{page.Duplicates} of the {page.Total} say the same as another of the same respondent (such as one source imported under two names). The analysis counts those once."));
        }
    }

    private static void Hits(ScreenLanguage language, HitPage page, SearchGround ground)
    {
        var console = Terminal.Output();
        foreach (var hit in page.Hits)
        {
            var comment = hit.Comment;
            var who = comment.Respondent
                ?? (comment.Meeting is { } meeting ? ground.Meetings.GetValueOrDefault(meeting, meeting) : language.Pick("回答者の記載なし", "respondent not named"));
            var year = comment.Year?.ToString(CultureInfo.InvariantCulture) ?? language.Pick("年不明", "year unknown");
            var themes = string.Join(language.Pick("、", ", "), hit.Themes.Select(t => ThemeName(language, ground, t)));

            // Written as they are: the terminal breaks long lines, and a file keeps them whole for other programs.
            console.Profile.Out.Writer.WriteLine(
                $"{who}  {year}  {Citation.Of(comment.Source, comment.Place)}  {comment.Id}{(themes.Length > 0 ? $"  [{themes}]" : string.Empty)}");
            console.Profile.Out.Writer.WriteLine(Terminal.Highlighted(console, comment.Text, hit.Highlights));
            console.Profile.Out.Writer.WriteLine();
        }
    }

    private static string ThemeName(ScreenLanguage language, SearchGround ground, string id) =>
        ground.ThemeNames.TryGetValue(id, out var name) ? language.Pick(name) : id;

    private static void Facets(ScreenLanguage language, HitPage page, SearchGround ground)
    {
        foreach (var facet in page.Facets.Where(f => f.ValueCount > 0))
        {
            var more = facet.ValueCount > FacetValues ? " …" : string.Empty;
            Console.Out.WriteLine($"{Name(language, facet.Name)}: "
                + string.Join(language.Pick("、", ", "), facet.Values.Take(FacetValues).Select(v => string.Create(CultureInfo.InvariantCulture, $"{(facet.Name == SearchFacets.Theme ? ThemeName(language, ground, v.Value) : TypeWords.Of(facet.Name, v.Value, language))} {v.Comments}"))) + more + WithoutYear(language, page, facet));
        }
    }

    private static string WithoutYear(ScreenLanguage language, HitPage page, FacetCounts facet) =>
        facet.Name == FacetNames.Year && facet.ValueCount == facet.Values.Length && page.Total - facet.Values.Sum(v => v.Comments) is > 0 and var without
            ? language.Pick($"（年不明 {without}）", $" (year unknown {without})")
            : string.Empty;

    private static string Name(ScreenLanguage language, string facet) => facet switch
    {
        "respondent" => language.Pick("回答者", "respondent"),
        "year" => language.Pick("年", "year"),
        "source" => language.Pick("資料", "source"),
        "kind" => language.Pick("種類", "kind"),
        "question" => language.Pick("設問", "question"),
        "theme" => language.Pick("テーマ", "theme"),
        "type" => language.Pick("意見の性質", "type"),
        _ => facet,
    };
}
