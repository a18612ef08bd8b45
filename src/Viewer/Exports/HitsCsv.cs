using System.Globalization;
using System.Text;
using FeedbackLab.Analysis.Search;
using FeedbackLab.Analysis.Themes;

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
            ? ["ID", "回答者", "会議", "年", "設問", "テーマ", "型", "意見", "出典"]
            : ["id", "respondent", "meeting", "year", "question", "themes", "types", "text", "citation"]);
        foreach (var hit in page.Hits)
        {
            var comment = hit.Comment;
            CommentsCsv.Row(csv,
            [
                SheetIds.Written(comment.Id), comment.Respondent, hit.Meeting, comment.Year?.ToString(CultureInfo.InvariantCulture), comment.Question,
                string.Join(language.Pick("、", "; "), hit.ThemeNames.Select(t => language.Pick(t))),
                string.Join(language.Pick("、", "; "), CommentTypes.Of(comment).Select(SearchFacets.NameOf)),
                comment.Text,
                Citation.Of(comment.Source, comment.Place),
            ]);
        }

        return csv.ToString();
    }
}
