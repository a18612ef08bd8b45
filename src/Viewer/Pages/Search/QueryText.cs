using FeedbackLab.Analysis.Search.Language;

namespace FeedbackLab.Viewer.Pages.Search;

/// <summary>Changes a query as its user wrote it.</summary>
internal static class QueryText
{
    private static readonly char[] Quotes = ['"', '“', '”', '„', '＂'];

    /// <summary>The query with another value of a field, in quotation marks; the field alone where the value cannot be found in it.</summary>
    /// <param name="query">The query.</param>
    /// <param name="field">The field with the value that is there.</param>
    /// <param name="value">The value that is to be there.</param>
    public static string WithValue(string query, FieldNode field, string value)
    {
        var quoted = '"' + value.Replace("\"", string.Empty, StringComparison.Ordinal) + '"';
        var name = query.IndexOf(field.Name, StringComparison.Ordinal);
        var start = name < 0 ? -1 : query.IndexOf(field.Value, name + field.Name.Length, StringComparison.Ordinal);
        if (start < 0)
        {
            return field.Name + ":" + quoted;
        }

        var end = start + field.Value.Length;
        var isQuoted = end < query.Length && Quotes.Contains(query[start - 1]) && Quotes.Contains(query[end]);
        return isQuoted ? query[..(start - 1)] + quoted + query[(end + 1)..] : query[..start] + quoted + query[end..];
    }
}
