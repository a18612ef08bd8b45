using System.Globalization;
using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables.Cells;

/// <summary>Parts lists that stand on one line: ①…②…, (1)…(2)…, 〇…〇….</summary>
internal static partial class InlineItems
{
    private const string Signs = "○〇◯●■◆・";
    private const string Particles = "、，とやのはがをにでへも";
    private const int Shortest = 4;

    /// <summary>The line with each of its items on a line of its own, its sign before it; the line as it is where it is no such list.</summary>
    /// <remarks>The list begins the line. Numbers count up from 1 and are no references (①と②は…); signs stand behind a sentence or a space, or before at least four characters each. All of its items are sentences, or none is.</remarks>
    /// <param name="line">One line, trimmed.</param>
    public static string Apart(string line)
    {
        if (line.Length == 0)
        {
            return line;
        }

        var starts = line[0] == '①' ? Counted(line, CircledNumber(), m => m.Value[0] - '①' + 1)
            : line[0] is '(' or '（' ? Counted(line, BracketedNumber(), m => int.Parse(JapaneseText.Compatible(m.Groups["n"].Value), CultureInfo.InvariantCulture))
            : Signs.Contains(line[0], StringComparison.Ordinal) ? Signed(line)
            : [];
        var items = starts.Select((s, i) => line[s..(i + 1 < starts.Count ? starts[i + 1] : line.Length)].Trim()).ToList();

        // 「①課題②要望について話した。」 is one sentence.
        return items.Count > 1 && items.Select(JapaneseText.EndsSentence).Distinct().Count() == 1 ? string.Join('\n', items) : line;
    }

    private static List<int> Counted(string line, Regex pattern, Func<Match, int> number)
    {
        var starts = new List<int>();
        foreach (Match match in pattern.Matches(line))
        {
            if (number(match) == starts.Count + 1)
            {
                starts.Add(match.Index);
            }
        }

        return starts.Count > 1 && starts[0] == 0 ? starts : [];
    }

    private static List<int> Signed(string line)
    {
        var sign = line[0];
        var all = Enumerable.Range(0, line.Length).Where(i => line[i] == sign).ToList();
        var starts = all.Count == 1 || all.Zip(all.Skip(1), (a, b) => b - a).Any(d => d == 1) ? []
            : all.FindAll(i => i == 0 || line[i - 1] is '。' or ' ' or '　' or '\t');
        return starts.Count == all.Count ? starts
            : starts.Count > 0 && all.TrueForAll(i => (i == 0 || !Particles.Contains(line[i - 1], StringComparison.Ordinal)) && i + 1 < line.Length && !Particles.Contains(line[i + 1], StringComparison.Ordinal)) && sign is '○' or '〇' or '◯' or '●' && all.Append(line.Length).Zip(all.Skip(1).Append(line.Length), (a, b) => b - a).Take(all.Count).All(d => d > Shortest) ? all
            : starts;
    }

    // A number before a particle points at something said elsewhere.
    [GeneratedRegex("[①-⑳](?=\\S)(?![とやのはがをにで、,・)）~～])", RegexOptions.CultureInvariant)]
    private static partial Regex CircledNumber();

    [GeneratedRegex("(?:^|(?<=[。\\s]))[(（](?<n>[0-9０-９]{1,2})[)）](?=\\S)(?![とやのはがをにで、,・])", RegexOptions.CultureInvariant)]
    private static partial Regex BracketedNumber();
}
