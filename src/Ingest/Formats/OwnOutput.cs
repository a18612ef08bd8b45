using System.IO.Compression;
using System.Text;

namespace FeedbackLab.Ingest.Formats;

/// <summary>Knows what the program has written itself: its tables and reports hold comments, but are no answers.</summary>
public static class OwnOutput
{
    /// <summary>What stands as the application in the reports' properties.</summary>
    public const string Application = "FeedbackLab";

    private const string Properties = "docProps/app.xml";
    private const int LongestProperties = 100_000;

    /// <summary>What stands in the Markdown reports, where nobody sees it.</summary>
    public const string MarkdownMark = "<!-- FeedbackLab -->";

    // Headers that stand together in our tables only, in both languages: codings, by person too, and quotations; comments; themes; two years; cross tables;
    // what a search finds, in context, and its words.
    private static readonly string[][] Heads =
    [
        ["意見ID", "コード"], ["comment_id", "code"], ["Comment id", "Code"],
        ["ID", "資料", "種類", "コード名"], ["id", "source", "kind", "code names"],
        ["テーマ", "挙げた回答者", "回答者（分母）"], ["Theme", "respondents that mention it", "respondents (of)"],
        ["テーマ", "言えること", "p（Holm）"], ["Theme", "Verdict", "p (Holm)"],
        ["コード", "テーマ", "p（補正）"], ["Code", "Theme", "p (adjusted)"], ["コード", "テーマ", "言えること"], ["Code", "Theme", "Verdict"],
        ["ID", "回答者", "テーマ", "型", "出典"], ["id", "respondent", "themes", "types", "citation"],
        ["左", "一致", "右", "出典"], ["Left", "Match", "Right", "Citation"],
        ["語", "一致した意見", "ほかの意見"], ["Word", "In the hits", "In the rest"],
        ["語", "左", "右", "MI"], ["Word", "Left", "Right", "MI"],
    ];

    /// <summary>Whether a table with these cells in its first row is one of ours.</summary>
    /// <param name="head">The cells.</param>
    public static bool IsTable(IEnumerable<string> head)
    {
        var cells = head.Select(c => c.Trim()).ToHashSet(StringComparer.Ordinal);
        return Array.Exists(Heads, cells.IsSupersetOf);
    }

    /// <summary>Whether a table of text is one of ours.</summary>
    /// <param name="text">The file's text.</param>
    public static bool IsTable(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        return IsTable((end < 0 ? text : text[..end]).Split(',', '\t', ';').Select(c => c.Trim('"')));
    }

    /// <summary>Whether a text is one of our Markdown reports.</summary>
    /// <param name="text">The file's text.</param>
    public static bool IsMarkdown(string text) => text.AsSpan().TrimEnd().EndsWith(MarkdownMark, StringComparison.Ordinal);

    /// <summary>Whether a file of an office program is one of our reports.</summary>
    /// <param name="bytes">The file.</param>
    public static bool IsReport(byte[] bytes)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes));
            if (archive.GetEntry(Properties) is not { Length: < LongestProperties } entry)
            {
                return false;
            }

            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            return reader.ReadToEnd().Contains($"<Application>{Application}</Application>", StringComparison.Ordinal);
        }
        catch (InvalidDataException)
        {
            return false; // whoever reads it says what is wrong
        }
    }
}
