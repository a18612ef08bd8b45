using System.Text.Encodings.Web;
using System.Text.Json;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Viewer.Charts;
using FeedbackLab.Viewer.Reports.Content;

namespace FeedbackLab.Viewer.Exports;

/// <summary>Writes <c>report.json</c>: what the report says, for other programs; docs/guide/report.md describes every property.</summary>
public static class ReportJson
{
    /// <summary>The format's number; it changes when a property is renamed or removed.</summary>
    public const int Format = 1;

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>The file's bytes: UTF-8 without a byte order mark, LF; the same content gives the same bytes.</summary>
    /// <param name="content">What the report says.</param>
    public static byte[] Of(ReportContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("format", Format);
            json.WriteString("version", content.Run.Version);
            json.WriteString("settingsSha256", content.Words.IsForPublication ? null : content.Settings.Sha256);
            json.WriteString("codebookSha256", content.Run.CodebookSha256);
            json.WriteString("title", content.Title);
            json.WriteString("organisation", content.Settings.Organisation);
            json.WriteString("date", content.Settings.Date);
            json.WriteString("unit", content.Words.Unit);
            Strings(json, "summary", content.Summary);
            json.WritePropertyName("years");
            if (content.Years is { } years)
            {
                json.WriteStartObject();
                json.WriteNumber("earlier", years.Earlier);
                json.WriteNumber("later", years.Later);
                json.WriteNumber("paired", years.Paired.Length);
                json.WriteNumber("earlierOnly", years.Missing.Length);
                json.WriteNumber("laterOnly", years.New.Length);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNullValue();
            }

            json.WriteStartArray("themes");
            foreach (var theme in content.Themes)
            {
                Theme(json, theme, content.Words);
            }

            json.WriteEndArray();
            json.WriteStartArray("sources");
            foreach (var (name, sha256) in content.Method.Sources)
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteString("sha256", sha256);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Theme(Utf8JsonWriter json, ReportTheme theme, ReportWords words)
    {
        json.WriteStartObject();
        json.WriteString("code", theme.Code);
        json.WriteString("name", theme.Name);
        json.WriteString("lead", theme.Lead);
        Count(json, "respondents", theme.Finding.Respondents, words);
        json.WritePropertyName("interval");
        if (words.Published(theme.Finding.Respondents) is { } respondents && ChartText.IntervalOf(respondents) is { } interval)
        {
            json.WriteStartObject();
            json.WriteNumber("low", Math.Round(interval.Low, 6));
            json.WriteNumber("high", Math.Round(interval.High, 6));
            json.WriteEndObject();
        }
        else
        {
            json.WriteNullValue();
        }

        Count(json, "comments", theme.Finding.Comments, words);
        json.WritePropertyName("change");
        if (theme.YearChange is { } change)
        {
            json.WriteStartObject();
            json.WriteString("words", theme.Change);
            Count(json, "before", change.Before, words);
            Count(json, "after", change.After, words);
            if (change.AdjustedP is { } p)
            {
                json.WriteNumber("p", Math.Round(p, 6));
            }
            else
            {
                json.WriteNull("p");
            }

            json.WriteBoolean("clear", ReportWords.IsTold(change));
            json.WriteBoolean("codeChanged", !change.Breaks.IsEmpty);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNullValue();
        }

        Strings(json, "terms", theme.Finding.Terms);
        json.WriteStartArray("quotations");
        foreach (var quotation in theme.Quotations)
        {
            json.WriteStartObject();
            json.WriteNumber("number", quotation.Number);
            json.WriteString("commentId", quotation.Id);
            json.WriteString("words", quotation.Words);
            json.WriteString("speaker", quotation.Speaker);
            if (quotation.Year is { } year)
            {
                json.WriteNumber("year", year);
            }
            else
            {
                json.WriteNull("year");
            }

            json.WriteString("place", quotation.Place);
            json.WriteString("reason", quotation.Reason.ToString().ToLowerInvariant());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Count(Utf8JsonWriter json, string name, DocumentFrequency frequency, ReportWords words)
    {
        json.WritePropertyName(name);
        if (words.Published(frequency) is { } published)
        {
            json.WriteStartObject();
            json.WriteNumber("count", published.Count);
            json.WriteNumber("of", published.Of);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
