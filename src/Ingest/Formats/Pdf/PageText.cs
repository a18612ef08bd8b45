using System.Text;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Pdf;

/// <summary>Puts two readings of the same pages together: one in the order of writing, one as the pages look.</summary>
/// <remarks>
/// The page as it looks keeps indents and blank lines but runs columns and cells side by side into one line; the order of writing keeps
/// them apart and loses the spacing. A page whose lines are the same in both is taken as it looks. On any other page the order of writing is
/// kept, and lines that the page shows by themselves take their indent and the blank lines above them from there.
/// </remarks>
internal static class PageText
{
    /// <summary>The text, a form feed after every page.</summary>
    /// <param name="written">Pages in the order of writing, each ended by a form feed.</param>
    /// <param name="seen">The same pages as they look.</param>
    public static string Combine(string written, string seen)
    {
        var inOrder = Pages(written);
        var asSeen = Pages(seen);
        if (inOrder.Length != asSeen.Length)
        {
            return written;
        }

        var text = new StringBuilder(seen.Length);
        for (var i = 0; i < inOrder.Length; i++)
        {
            Append(text, Lines(inOrder[i]), Lines(asSeen[i]));
            text.Append('\f');
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string[] written, string[] seen)
    {
        var places = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (var i = 0; i < seen.Length; i++)
        {
            if (Key(seen[i]) is { Length: > 0 } key)
            {
                (places.TryGetValue(key, out var queue) ? queue : places[key] = new Queue<int>()).Enqueue(i);
            }
        }

        var words = written.Where(line => Key(line).Length > 0).ToList();
        var matches = words.Select(line => places.TryGetValue(Key(line), out var queue) && queue.Count > 0 ? queue.Dequeue() : -1).ToList();
        if (!matches.Contains(-1) && places.Values.All(queue => queue.Count == 0))
        {
            text.AppendJoin('\n', seen).Append('\n');
            return;
        }

        var previous = -1;
        foreach (var (line, place) in words.Zip(matches))
        {
            if (place > 0 && previous >= 0)
            {
                text.Append('\n', Math.Max(0, BlankAbove(seen, place)));
            }

            text.Append(place >= 0 ? seen[place] : line).Append('\n');
            previous = place;
        }
    }

    private static int BlankAbove(string[] lines, int at)
    {
        var blank = 0;
        while (blank < at && string.IsNullOrWhiteSpace(lines[at - blank - 1]))
        {
            blank++;
        }

        return blank;
    }

    private static string[] Pages(string text)
    {
        var pages = text.Split('\f');
        return string.IsNullOrWhiteSpace(pages[^1]) ? pages[..^1] : pages;
    }

    private static string[] Lines(string page)
    {
        var lines = page.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        return lines[^1].Length == 0 ? lines[..^1] : lines;
    }

    private static string Key(string line) => JapaneseText.WithoutSpaces(line);
}
