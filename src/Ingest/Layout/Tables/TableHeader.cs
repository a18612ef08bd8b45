using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Layout.Tables;

/// <summary>Reads the header of a table, however many lines it is spread over.</summary>
public static partial class TableHeader
{
    /// <summary>The header's words, a year kept as one word, units joined to the word before them.</summary>
    /// <param name="lines">The lines between a table's title and its first row.</param>
    public static ImmutableArray<string> Words(IEnumerable<TextLine> lines)
    {
        var words = new List<string>();
        foreach (var line in lines)
        {
            var text = SpacedWord().Replace(Group().Replace(line.Text, ""), "$1$2");
            text = EraYear().Replace(text, m => JapaneseText.WithoutSpaces(m.Value));
            foreach (var word in text.Split([' ', '\u3000', '\t'], StringSplitOptions.RemoveEmptyEntries))
            {
                if (words.Count > 0 && Unit().IsMatch(word))
                {
                    words[^1] += word;
                }
                else
                {
                    words.Add(word);
                }
            }
        }

        return [.. words];
    }

    /// <summary>The columns of numbers; headers are empty where the words cannot be told apart.</summary>
    /// <param name="words">The header's words.</param>
    /// <param name="count">Number of columns.</param>
    /// <param name="year">The year that the title names, for columns that name none.</param>
    public static ImmutableArray<CountColumn> Columns(ImmutableArray<string> words, int count, int? year)
    {
        var named = words.Length > count && TextColumn().IsMatch(words[^1]) ? words.RemoveAt(words.Length - 1) : words;
        ImmutableArray<string> headers = named.Length == count ? named
            : named.Length == count + 1 ? named.RemoveAt(0)
            : named.Length == 2 * count ? Pairs(named)
            : named.Length == (2 * count) + 1 ? Pairs(named.RemoveAt(0))
            : [.. Enumerable.Repeat("", count)];
        return [.. headers.Select(h => new CountColumn(h, JapaneseDate.Year(h) ?? year))];
    }

    private static ImmutableArray<string> Pairs(ImmutableArray<string> words) =>
        [.. Enumerable.Range(0, words.Length / 2).Select(i => words[2 * i] + words[(2 * i) + 1])];

    [GeneratedRegex(@"(?<=^|\s)([一-龠])[\s　]+([一-龠])(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex SpacedWord();

    [GeneratedRegex(@"(?:令和|平成|昭和)\s*(?:元|[0-9０-９]{1,2})\s*年(?:\s*度)?(?:\s*末)?|[0-9０-９]{4}\s*年(?:\s*度)?", RegexOptions.CultureInvariant)]
    private static partial Regex EraYear();

    [GeneratedRegex(@"^[＜<〈【《][^＞>〉】》]{1,20}[＞>〉】》]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Group();

    [GeneratedRegex("^[（(][^）)]{1,8}[)）]$", RegexOptions.CultureInvariant)]
    private static partial Regex Unit();

    [GeneratedRegex("^(主な)?(内容|備考|摘要|テーマ|研修名|概要|実施内容|特記事項)", RegexOptions.CultureInvariant)]
    private static partial Regex TextColumn();
}
