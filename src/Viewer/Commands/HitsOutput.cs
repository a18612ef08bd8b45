using System.Globalization;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Commands;

/// <summary>Prints a page of hits in the format asked for.</summary>
internal static class HitsOutput
{
    private const int FacetValues = 5;

    public static void Write(ScreenLanguage language, HitFormat format, HitPage page, int comments, int skipped)
    {
        switch (format)
        {
            case HitFormat.Json:
                using (var stream = Console.OpenStandardOutput())
                {
                    HitsJson.Write(page, stream);
                }

                return;
            case HitFormat.Csv:
                Console.Out.Write(HitsCsv.Of(page, language));
                return;
            case HitFormat.Markdown:
                Console.Out.Write(HitsMarkdown.Of(page, language));
                return;
            case HitFormat.Kwic:
                foreach (var line in KwicText.Of(page))
                {
                    Console.Out.WriteLine(Terminal.Printable(line));
                }

                break;
            default:
                Hits(language, page);
                Facets(language, page);
                break;
        }

        var last = skipped + page.Hits.Length;
        Console.Out.WriteLine(language.Pick(
            $"意見 {comments} 件中 {page.Total} 件、回答者 {page.Respondents ?? 0}（{(page.Hits.IsEmpty ? 0 : skipped + 1)}〜{last} 件目）",
            $"{page.Total} of {comments} comments, {page.Respondents ?? 0} respondents ({(page.Hits.IsEmpty ? 0 : skipped + 1)} to {last})"));
    }

    private static void Hits(ScreenLanguage language, HitPage page)
    {
        var console = Terminal.Output();
        foreach (var hit in page.Hits)
        {
            var who = hit.Comment.Respondent ?? language.Pick("回答者不明", "respondent unknown");
            var year = hit.Comment.Year?.ToString(CultureInfo.InvariantCulture) ?? language.Pick("年不明", "year unknown");
            console.Profile.Out.Writer.WriteLine($"{who}  {year}  {Citation.Of(hit.Comment.Source, hit.Comment.Place)}");
            console.Profile.Out.Writer.WriteLine(Terminal.Highlighted(console, hit.Comment.Text, hit.Highlights));
            console.Profile.Out.Writer.WriteLine();
        }
    }

    private static void Facets(ScreenLanguage language, HitPage page)
    {
        foreach (var facet in page.Facets.Where(f => f.ValueCount > 0))
        {
            var more = facet.ValueCount > FacetValues ? " …" : string.Empty;
            Console.Out.WriteLine($"{Name(language, facet.Name)}: "
                + string.Join(language.Pick("、", ", "), facet.Values.Take(FacetValues).Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Value} {v.Comments}"))) + more);
        }
    }

    private static string Name(ScreenLanguage language, string facet) => facet switch
    {
        "respondent" => language.Pick("回答者", "respondent"),
        "year" => language.Pick("年", "year"),
        "source" => language.Pick("資料", "source"),
        "kind" => language.Pick("種類", "kind"),
        "question" => language.Pick("設問", "question"),
        _ => facet,
    };
}
