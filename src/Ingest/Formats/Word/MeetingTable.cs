using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Word;

/// <summary>Recognises the table at the head of minutes: a field a row (日時, 場所, 出席者 …), its label on the left.</summary>
internal static class MeetingTable
{
    private const int LeastFields = 2;

    /// <summary>The fields as lines of minutes without a table have them; null where the table is none of a meeting's.</summary>
    /// <remarks>One of the labels must be that of the day, and half of them labels of minutes. What was said stands on lines of its own.</remarks>
    /// <param name="table">The table.</param>
    public static List<string>? Lines(WordTable table)
    {
        var rows = table.Rows.Select(r => r.Where(c => !string.IsNullOrWhiteSpace(c)).ToList()).Where(r => r.Count > 0).ToList();
        var kinds = rows.ConvertAll(r => MeetingFields.KindOf(Label(r[0])));
        var known = kinds.FindAll(k => k is not null).Count;
        if (known < LeastFields || 2 * known < rows.Count || !kinds.Contains(MeetingField.Date) || rows.TrueForAll(r => r.Count == 1))
        {
            return null;
        }

        var lines = new List<string>();
        foreach (var (cells, kind) in rows.Zip(kinds))
        {
            var values = cells.Skip(1).SelectMany(c => c.Split('\n')).Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
            if (kind is MeetingField.Result)
            {
                lines.AddRange([$"【{Label(cells[0])}】", .. values]);
            }
            else if (kind is MeetingField.Topic or MeetingField.Content && values.Count > 0)
            {
                lines.AddRange([$"{Label(cells[0])}：{values[0]}", .. values.Skip(1)]);
            }
            else
            {
                lines.Add(values.Count == 0 ? cells[0] : $"{Label(cells[0])}：{string.Join('、', values)}");
            }
        }

        return lines;
    }

    // 「１　日　時」, 「日時：」.
    private static string Label(string cell) => JapaneseText.WithoutSpaces(LineMarks.Of(cell.Trim()) is { Kind: MarkKind.Number } number ? number.Body : cell).TrimEnd('：', ':');
}
