using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Exports.Sheets;

/// <summary>The comments as the sheet that KH Coder reads: a column of text, the others are its variables.</summary>
public static class KhCoderSheet
{
    private const string Stand = "〓";
    private const int MostCharacters = 32_767;

    /// <summary>The workbook's bytes, how many comments hold characters that KH Coder cannot keep (each is 〓 there), and how many are cut to what a cell holds.</summary>
    /// <param name="comments">The comments, one a row.</param>
    /// <param name="meetings">Titles of meetings by id.</param>
    /// <param name="language">The language of the headings.</param>
    public static (byte[] File, int Replaced, int Cut) Of(IReadOnlyList<Comment> comments, IReadOnlyDictionary<string, string> meetings, ScreenLanguage language)
    {
        ArgumentNullException.ThrowIfNull(comments);
        ArgumentNullException.ThrowIfNull(meetings);
        var headings = comments.Select(c => c.Attributes.Count(a => a.Name == CommentAttribute.Heading)).DefaultIfEmpty(0).Max();
        var columns = new List<(string Title, Func<Comment, object?> Value)>
        {
            (language.Pick("意見", "Comment"), c => c.Text),
            ("ID", c => c.Id),
            (language.Pick("資料", "Source"), c => c.Source),
            (language.Pick("回答者", "Respondent"), c => c.Respondent),
            (language.Pick("年度", "Year"), c => c.Year?.ToString(CultureInfo.InvariantCulture)),
            (language.Pick("設問", "Question"), c => c.Question),
            (language.Pick("会議", "Meeting"), c => c.Meeting is { } m ? meetings.GetValueOrDefault(m, m) : null),
        };
        columns.AddRange(Enumerable.Range(0, headings).Select(i => (
            language.Pick("見出し", "Heading") + (i + 1).ToString(CultureInfo.InvariantCulture),
            (Func<Comment, object?>)(c => c.Attributes.Where(a => a.Name == CommentAttribute.Heading).ElementAtOrDefault(i)?.Value))));
        var taken = columns.Select(c => c.Title).ToHashSet(StringComparer.Ordinal);
        foreach (var name in comments.SelectMany(c => c.Attributes).Select(a => a.Name).Where(n => n != CommentAttribute.Heading).Distinct(StringComparer.Ordinal))
        {
            var title = string.Join('_', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            var free = title;
            for (var n = 2; free.Length == 0 || !taken.Add(free); n++)
            {
                free = string.Create(CultureInfo.InvariantCulture, $"{title}_{n}");
            }

            columns.Add((free, c => c.Attributes.FirstOrDefault(a => a.Name == name)?.Value));
        }

        // Variables that say nothing, or the same of all without being asked for, only stand in the way.
        var used = columns.Where((c, i) => i < 2 || comments.Any(x => c.Value(x) is not null)).ToList();
        var sheet = new SheetTable(
            language.Pick("意見", "Comments"),
            [.. used.Select((c, i) => new SheetColumn(Kept(c.Title), i == 0 ? 70 : 18, i == 0 ? SheetFormat.Wrapped : SheetFormat.Plain))],
            [.. comments.Select(x => used.Select(c => c.Value(x) is string text ? Cell(text) : c.Value(x)).ToImmutableArray())]);
        return (WorkbookFile.Of([sheet]), comments.Count(c => Kept(c.Text) != c.Text), comments.Count(c => Kept(c.Text).Length > MostCharacters));
    }

    private static string Cell(string text) => Kept(text) is var kept && kept.Length > MostCharacters ? kept[..MostCharacters] : kept;

    // KH Coder keeps no characters beyond the basic plane: an emoji breaks a whole project.
    private static string Kept(string text) => text.All(c => !char.IsSurrogate(c)) ? text : string.Concat(text.EnumerateRunes().Select(r => r.IsBmp ? r.ToString() : Stand));
}
