using System.Text.Encodings.Web;
using System.Text.Json;

namespace FeedbackLab.Viewer.Exports;

/// <summary>Writes a page of hits as JSON.</summary>
public static class HitsJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>Writes UTF-8 JSON: <c>total</c>, <c>respondents</c>, <c>duplicates</c> (of all hits, those that say what another said), <c>facets</c>, and <c>hits</c> with the fields of comments in findings.json, <c>citation</c>, <c>score</c>, <c>themes</c>, <c>highlights</c>.</summary>
    /// <param name="page">The page.</param>
    /// <param name="stream">Where to; left open.</param>
    public static void Write(HitPage page, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(stream);
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("total", page.Total);
            if (page.Respondents is { } respondents)
            {
                json.WriteNumber("respondents", respondents);
            }

            if (page.Duplicates is { } duplicates)
            {
                json.WriteNumber("duplicates", duplicates);
            }

            json.WriteStartObject("facets");
            foreach (var facet in page.Facets)
            {
                json.WriteStartArray(facet.Name);
                foreach (var value in facet.Values)
                {
                    json.WriteStartObject();
                    json.WriteString("value", value.Value);
                    json.WriteNumber("comments", value.Comments);
                    json.WriteNumber("respondents", value.Respondents);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteStartArray("hits");
            foreach (var hit in page.Hits)
            {
                Hit(json, hit);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void Hit(Utf8JsonWriter json, ShownHit hit)
    {
        json.WriteStartObject();
        FindingsJson.CommentFields(json, hit.Comment);
        json.WriteString("citation", Citation.Of(hit.Comment.Source, hit.Comment.Place));
        json.WriteNumber("score", Math.Round(hit.Score, 4));
        json.WriteStartArray("themes");
        foreach (var theme in hit.Themes)
        {
            json.WriteStringValue(theme);
        }

        json.WriteEndArray();
        json.WriteStartArray("highlights");
        foreach (var span in hit.Highlights)
        {
            json.WriteStartObject();
            json.WriteNumber("start", span.Start);
            json.WriteNumber("end", span.End);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
