using System.Globalization;
using System.Text;

namespace FeedbackLab.Viewer.Exports;

/// <summary>Writes a page of hits as a table for a spreadsheet.</summary>
public static class HitsCsv
{
    /// <summary>The table's text with a byte order mark: a header, then a row a hit.</summary>
    /// <param name="page">The page.</param>
    /// <param name="language">The language of the headers.</param>
    public static string Of(HitPage page, ScreenLanguage language)
    {
        ArgumentNullException.ThrowIfNull(page);
        var csv = new StringBuilder("\uFEFF");
        CommentsCsv.Row(csv, language == ScreenLanguage.Japanese
            ? ["ID", "回答者", "年", "設問", "意見", "出典"]
            : ["id", "respondent", "year", "question", "text", "citation"]);
        foreach (var comment in page.Hits.Select(h => h.Comment))
        {
            CommentsCsv.Row(csv,
            [
                comment.Id, comment.Respondent, comment.Year?.ToString(CultureInfo.InvariantCulture), comment.Question, comment.Text,
                Citation.Of(comment.Source, comment.Place),
            ]);
        }

        return csv.ToString();
    }
}
