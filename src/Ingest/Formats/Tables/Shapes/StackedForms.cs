using System.Collections.Immutable;
using FeedbackLab.Ingest.Formats.Tables.Columns;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables.Shapes;

/// <summary>Recognises answer sheets of several respondents below each other: the label that names the first one comes again for each.</summary>
internal static class StackedForms
{
    private const int MostTitles = 3;

    /// <summary>The sheet with the labels and questions of all forms as headers and a row a form; null where it is no such sheet, or one of the forms cannot be read.</summary>
    /// <param name="sheet">The sheet.</param>
    public static Sheet? Of(Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var rows = sheet.Rows.Where(r => r.WordCount > 0).ToList();
        var first = rows.FindIndex(r => First(r) is var label && RespondentColumns.Names(label));
        if (first < 0 || rows.Take(first).Any(r => r.WordCount > 1))
        {
            return null;
        }

        var starts = Enumerable.Range(first, rows.Count - first).Where(i => First(rows[i]) == First(rows[first])).ToList();
        if (starts.Count < 2)
        {
            return null;
        }

        // The title that stands above the first form may stand above each.
        var titles = Enumerable.Range(1, Math.Min(MostTitles, first)).TakeWhile(up => starts.TrueForAll(s => First(rows[s - up]) == First(rows[first - up]))).Count();
        var ends = starts.Skip(1).Select(s => s - titles).Append(rows.Count).ToList();
        var forms = starts.Zip(ends, (start, end) => AnswerForm.Of(sheet with { Rows = [.. rows[(start == first ? 0 : start - titles)..end]] })).ToList();
        if (forms.Contains(null))
        {
            return null;
        }

        var labels = forms.SelectMany(f => f!.Rows[0].Cells).DistinctBy(JapaneseText.Fold, StringComparer.Ordinal).ToImmutableArray();
        return new Sheet(
            sheet.Name,
            [
                forms[0]!.Rows[0] with { Cells = labels },
                .. forms.Select(f => f!.Rows[1] with { Cells = [.. labels.Select(l => Value(f, l))] }),
            ],
            [])
        {
            Titles = [.. sheet.Titles, .. rows.Take(first).Select(First)],
            Columns = [.. forms.SelectMany(f => f!.Columns).DistinctBy(c => JapaneseText.Fold(c.Header), StringComparer.Ordinal)],
        };
    }

    private static string Value(Sheet form, string label)
    {
        var at = form.Rows[0].Cells.Select(JapaneseText.Fold).ToList().IndexOf(JapaneseText.Fold(label));
        return at < 0 ? "" : form.Rows[1].Cells[at];
    }

    private static string First(SheetRow row) => row.Words.First();
}
