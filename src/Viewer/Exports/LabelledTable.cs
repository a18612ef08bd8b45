using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Exports;

/// <summary>Reads comments with a label each: what people sorted, to measure found groups by; docs/guide/evaluate.md.</summary>
public static class LabelledTable
{
    private static readonly ImmutableArray<string> Text = ["text", "comment", "意見", "本文", "自由記述", "コメント"];
    private static readonly ImmutableArray<string> Label = ["topic", "label", "theme", "primary", "code", "テーマ", "ラベル", "分類", "コード"];

    /// <summary>The comments with a text and a label, how many rows lack one, and what keeps the table from being read (then there are no comments).</summary>
    /// <param name="table">The table, comma-, tab- or semicolon-separated, with a header.</param>
    public static (ImmutableArray<(string Text, string Label)> Comments, int LeftOut, BilingualText? Problem) Read(string table)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var csv = new CsvReader(
            new StringReader(table.TrimStart('\uFEFF')),
            new CsvConfiguration(CultureInfo.InvariantCulture) { DetectDelimiter = true, DetectDelimiterValues = [",", "\t", ";"], BadDataFound = null, MissingFieldFound = null });
        int Find(ImmutableArray<string> names) => names
            .Select(n => Array.FindIndex(csv.HeaderRecord!, h => string.Equals(h.Trim(), n, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(i => i >= 0, -1);
        if (!csv.Read() || !csv.ReadHeader() || Find(Text) is not (>= 0 and var text) || Find(Label) is not (>= 0 and var label))
        {
            return ([], 0, new BilingualText(
                "見出しの行に、意見の列（text、意見 など）と分類の列（topic、label、テーマ など）が要ります。",
                "The header must name a column of comments (text, comment) and one of labels (topic, label, theme)."));
        }

        var comments = ImmutableArray.CreateBuilder<(string, string)>();
        var leftOut = 0;
        while (csv.Read())
        {
            var (words, name) = ((csv.GetField(text) ?? string.Empty).Trim(), (csv.GetField(label) ?? string.Empty).Trim());
            if (words.Length > 0 && name.Length > 0)
            {
                comments.Add((words, name));
            }
            else
            {
                leftOut++;
            }
        }

        return comments.Count > 0
            ? (comments.ToImmutable(), leftOut, null)
            : ([], leftOut, new BilingualText("意見と分類の両方がある行がありません。", "No row has both a comment and a label."));
    }
}
