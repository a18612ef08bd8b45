using System.Text;
using FeedbackLab.Ingest.Formats.Tables;
using FeedbackLab.Ingest.Formats.Tables.Columns;
using FeedbackLab.Ingest.Formats.Tables.Rows;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats;

/// <summary>Recognises text files that are tables: Excel's 「テキスト（タブ区切り）」 has the extension of running text.</summary>
internal static class TabbedText
{
    private const string Extension = ".txt";
    private const int LeastHeaders = 2;
    private const int MostTitles = 2;

    /// <summary>Whether a text file is a table: every line below its title has the same number of tabs, and one of the first ones holds headers.</summary>
    /// <param name="name">The file's name; only its extension counts.</param>
    /// <param name="text">Its text.</param>
    public static bool Is(string name, string text)
    {
        if (!name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) || !text.Contains('\t', StringComparison.Ordinal))
        {
            return false;
        }

        var (tabs, lines, titles, hasHeaders) = (0, 0, 0, false);
        foreach (var line in Lines(text))
        {
            var cells = line.Split('\t');
            if (lines == 0 && cells.Length == 1 && titles++ < MostTitles && !JapaneseText.EndsSentence(line))
            {
                continue;
            }

            if (lines++ == 0)
            {
                tabs = cells.Length;
            }

            if (cells.Length != tabs || tabs == 1)
            {
                return false;
            }

            hasHeaders |= lines <= HeaderRows.LastCandidate && cells.Count(c => IsHeader(c.Trim().Trim('"'))) >= LeastHeaders;
        }

        return lines > 1 && hasHeaders;
    }

    private static bool IsHeader(string cell) => cell.Length > 0 && (TableLabels.HeadsColumn(cell) || RespondentColumns.Names(cell) || YearColumns.Names(cell) || ColumnRoles.NamesPerson(cell));

    // A quoted cell may hold line breaks, and tabs that part nothing.
    private static IEnumerable<string> Lines(string text)
    {
        var line = new StringBuilder();
        var isQuoted = false;
        foreach (var character in text)
        {
            if (character is '\n' or '\r' && !isQuoted)
            {
                if (line.Length > 0)
                {
                    yield return line.ToString();
                }

                line.Clear();
                continue;
            }

            isQuoted ^= character == '"';
            line.Append(isQuoted && character == '\t' ? ' ' : character);
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }
}
